//! A fault in a template, in Dutch, from tera's English errors.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use crate::limits::TEMPLATE_RANGE;

/// A fault in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// The template's name, `agenda.md`; a built-in one starts with `ingebouwd/`.
    pub template: Box<str>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The bytes that are wrong.
    pub range: Option<Range<usize>>,
    /// What is wrong, in Dutch.
    pub message: String,
    /// How to mend it, in Dutch.
    pub hint: Option<String>,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "sjabloon {}", self.template)?;
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(to, ", regel {line}, kolom {column}")?;
        }
        write!(to, ": {}", self.message)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(to, " {hint}"))
    }
}

impl std::error::Error for TemplateFault {}

impl TemplateFault {
    /// From an error of tera; `own` holds the dossier's templates, to find the place in.
    pub(super) fn new(error: &Error, own: &[(String, String)]) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self::reported(report),
            ErrorKind::Msg(report) => Self::told(report, own),
            ErrorKind::MissingParent { current, parent } => {
                Self::whole(current, format!("Het sjabloon `{parent}` bestaat niet."))
            }
            ErrorKind::TemplateNotFound(name) => Self::whole(name, format!("Het sjabloon `{name}` bestaat niet.")),
            ErrorKind::CircularExtend { tpl, .. } => Self::whole(tpl, "Dit sjabloon breidt zichzelf uit.".to_owned()),
            ErrorKind::CircularInclude { tpl, .. } => Self::whole(tpl, "Dit sjabloon neemt zichzelf op.".to_owned()),
            ErrorKind::InvalidArgument { .. } => {
                Self::whole("", "Een filter of test krijgt een ander soort waarde.".into())
            }
            ErrorKind::MissingArgument { arg_name } => {
                Self::whole("", format!("Een filter, test of functie mist `{arg_name}`."))
            }
            _ => Self::whole("", "Het sjabloon werkt niet.".to_owned()),
        }
    }

    /// A part of which a template has left out what cannot be missed: each by its name.
    pub(super) fn lacks(template: &str, part: &str, names: &[String]) -> Self {
        let names = crate::dutch::list(names).unwrap_or_default();
        let mut fault = Self::whole(template, format!("In {part} ontbreekt: {names}."));
        fault.hint = Some("zet terug wat het ingebouwde sjabloon daar heeft: beraad sjablonen MAP".to_owned());
        fault
    }

    /// A fault in some bytes of a template.
    pub(super) fn at(template: &str, text: &str, range: Range<usize>, message: String) -> Self {
        let before = &text[..range.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let (line, column) = (Some(before.matches('\n').count() + 1), Some(line.chars().count() + 1));
        Self { line, column, range: Some(range), ..Self::whole(template, message) }
    }

    pub(super) fn whole(template: &str, message: String) -> Self {
        Self { template: template.into(), line: None, column: None, range: None, message, hint: None }
    }

    fn reported(report: &ReportError) -> Self {
        let (message, hint) = dutch(report.message());
        let span = report.span();
        Self {
            template: report.filename().into(),
            line: Some(span.start_line),
            column: Some(span.start_col + 1),
            range: Some(span.range.clone()),
            message,
            hint,
        }
    }

    /// From the text of a report: tera gives unknown filters and the like as text only. The first of them is told.
    fn told(report: &str, own: &[(String, String)]) -> Self {
        let mut lines = report.lines();
        let (message, hint) = dutch(lines.next().unwrap_or_default().trim_start_matches("error: "));
        let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
        let mut parts = place.unwrap_or_default().rsplitn(3, ':');
        let column = parts.next().and_then(|part| part.parse().ok());
        let line = parts.next().and_then(|part| part.parse().ok());
        let template: Box<str> = parts.next().unwrap_or_default().into();
        let width = report.lines().nth(4).map_or(0, |line| line.matches('^').count());
        let text = own.iter().find(|(name, _)| **name == *template).map(|(_, text)| text.as_str());
        let range = text.zip(line.zip(column)).and_then(|(text, (line, column))| range(text, line, column, width));
        Self { template, line, column, range, message, hint }
    }
}

/// The bytes of a part of a line; line and column are counted from 1, column and width in characters.
fn range(text: &str, line: usize, column: usize, width: usize) -> Option<Range<usize>> {
    let from: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let rest = text.get(from..)?;
    let at = |count| rest.char_indices().nth(count).map_or(rest.len(), |(offset, _)| offset);
    let first = column.checked_sub(1)?;
    Some(from + at(first)..from + at(first + width.max(1)))
}

/// What an English message means: the sentence and how to mend it.
fn dutch(english: &str) -> (String, Option<String>) {
    // our own functions speak Dutch
    if english.starts_with(TEMPLATE_RANGE.name) || english.starts_with("De stap van range") {
        return (english.to_owned(), Some("Kijk of een for te vaak rondgaat.".to_owned()));
    }
    let name = english.split('`').nth(1).unwrap_or_default();
    for (start, sentence, hint) in SENTENCES {
        if english.starts_with(start) {
            return (sentence.replace('%', name), hint.map(str::to_owned).or_else(|| available(english)));
        }
    }
    let hint = "Kijk deze regel na; beraad sjablonen MAP schrijft de ingebouwde sjablonen voor u op.";
    ("Het sjabloon klopt hier niet.".to_owned(), Some(hint.to_owned()))
}

/// The names that do exist, when the message lists them.
fn available(english: &str) -> Option<String> {
    let (_, names) =
        english.split_once("Available variables: ").or_else(|| english.split_once("Available fields: "))?;
    let names: BTreeSet<String> = names.split(", ").map(|name| format!("`{name}`")).collect();
    Some(format!("Wel bestaan: {}.", crate::dutch::list(&names.into_iter().collect::<Vec<_>>())?))
}

/// The start of an English message, what it means (`%` is the name in it), and how to mend it.
static SENTENCES: [(&str, &str, Option<&str>); 35] = [
    ("Variable", "De naam `%` bestaat hier niet.", None),
    ("Field", "Het veld `%` bestaat hier niet.", None),
    ("Tried to render a variable", "Deze waarde bestaat hier niet.", None),
    ("Unknown filter", "Het filter `%` bestaat niet.", None),
    ("Unknown test", "De test `%` bestaat niet.", None),
    ("Unknown function", "De functie `%` bestaat niet.", None),
    ("Unknown component", "Het onderdeel `%` bestaat niet.", None),
    ("Unknown template", "Het sjabloon `%` bestaat niet.", Some("Controleer de naam na include of extends.")),
    (
        "Block `",
        "Het blok `%` staat niet in het sjabloon dat u uitbreidt.",
        Some("Kijk in het ingebouwde sjabloon welke blokken er zijn: beraad sjablonen MAP schrijft ze voor u op."),
    ),
    (
        "Unexpected end of input",
        "Het sjabloon houdt te vroeg op.",
        Some("Sluit elke if met endif, elke for met endfor en elk block met endblock."),
    ),
    ("Template already contains a block", "Het blok `%` staat er twee keer.", Some("Geef elk blok een eigen naam.")),
    ("Template already contains a component", "Het onderdeel `%` staat er twee keer.", None),
    (
        "Template is already extending",
        "Er staat twee keer extends.",
        Some("Een sjabloon breidt één ander sjabloon uit."),
    ),
    ("Blocks cannot be written", "Een block kan hier niet staan.", Some("Zet het block buiten de for, if of filter.")),
    (
        "This content would be ignored",
        "Deze tekst zou wegvallen.",
        Some("Wie een sjabloon uitbreidt, schrijft alleen in een block."),
    ),
    ("Iteration not possible", "Dit is geen lijst: for kan er niet langs lopen.", None),
    ("Key/value iteration", "Dit is geen tabel: for kan er niet met twee namen langs lopen.", None),
    ("Found invalid field of `loop`", "Dit kent loop niet.", Some("Wel: index, index0, first, last en length.")),
    ("String opened with", "Deze tekst heeft geen aanhalingsteken aan het eind.", None),
    ("Closing comment tag", "Deze opmerking heeft geen einde.", Some("Een opmerking eindigt met #}.")),
    ("unexpected end of raw", "Dit raw-blok heeft geen endraw.", None),
    ("Unexpected character", "Dit teken kan hier niet staan.", None),
    (
        "Found",
        "Hier staat iets wat hier niet kan staan.",
        Some("Controleer haakjes, aanhalingstekens en de namen van de opdrachten."),
    ),
    ("Cannot divide by 0", "Hier wordt door nul gedeeld.", None),
    ("Unable to perform", "Met deze waarden kan niet worden gerekend.", None),
    ("Cannot compare", "Deze waarden zijn niet te vergelijken.", None),
    ("Slice", "De grenzen tussen de vierkante haken kloppen niet.", None),
    ("Invalid arg", "Een filter, test of functie krijgt een ander soort waarde.", None),
    ("Missing arg", "Een filter, test of functie mist een argument.", None),
    ("Argument `", "Een filter, test of functie mist `%`.", None),
    ("Invalid ", "Deze waarde klopt niet.", None),
    ("Closing tag", "De eindnaam hoort bij een ander onderdeel.", None),
    ("Unclosed component", "Dit onderdeel is niet gesloten.", None),
    ("Maximum render recursion depth", "Dit onderdeel neemt steeds weer zichzelf op.", None),
    ("Keyword argument", "De naam `%` staat er twee keer.", None),
];
