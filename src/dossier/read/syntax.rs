//! Syntax errors of toml, which speaks English, in Dutch with a way to mend them.

use toml::de::Error;

use super::slip::slip;
use super::{Reader, text};
use crate::dossier::faults;
use crate::finding::Finding;

/// The start of toml's message, what we say, and how to mend it. The first that fits counts.
const MESSAGES: [(&str, &str, &str); 34] = [
    ("duplicate key", "Deze naam staat er twee keer.", "haal er één weg of geef haar een andere naam"),
    ("cannot extend value", "Deze naam staat er twee keer.", "haal er één weg of geef haar een andere naam"),
    ("string values must be quoted", "Deze tekst staat niet tussen aanhalingstekens.", "schrijf: \"tekst\""),
    ("missing opening quote", "Hier ontbreekt een aanhalingsteken aan het begin.", "schrijf: \"tekst\""),
    (
        "invalid basic string",
        "Deze tekst klopt niet.",
        "sluit de tekst met een aanhalingsteken op dezelfde regel; gebruik \"\"\" voor meer regels",
    ),
    (
        "invalid literal string",
        "Deze tekst klopt niet.",
        "sluit de tekst met een ' op dezelfde regel; gebruik ''' voor meer regels",
    ),
    (
        "missing escaped value",
        "Na \\ staat niets dat TOML kent.",
        "schrijf \\\\ voor een schuine streep, of zet de tekst tussen '…'",
    ),
    ("too few unicode value digits", "Dit tekennummer klopt niet.", "typ het teken zelf"),
    ("value is out of range", "Dit getal of deze datum kan niet.", "kijk de cijfers na"),
    ("invalid datetime", "Deze datum of tijd klopt niet.", "schrijf bijvoorbeeld 2025-10-09 of 14:00:00"),
    (
        "unexpected leading zero",
        "Dit getal begint met een nul.",
        "haal de nul weg; zet een code tussen aanhalingstekens",
    ),
    ("integers with a radix", "Dit getal klopt niet.", "schrijf een gewoon getal"),
    ("invalid integer", "Dit getal klopt niet.", "schrijf alleen cijfers, of zet een tekst tussen aanhalingstekens"),
    (
        "invalid float",
        "Dit getal klopt niet.",
        "schrijf een getal met een punt, of zet een tekst tussen aanhalingstekens",
    ),
    ("invalid mantissa", "Dit getal klopt niet.", "schrijf alleen cijfers, of zet een datum als 2025-10-09"),
    ("invalid boolean", "Dit is geen true of false.", "schrijf true of false, met kleine letters"),
    ("unclosed array table", "De kop is niet gesloten.", "sluit de kop met ]]"),
    ("unclosed table", "De kop is niet gesloten.", "sluit de kop met ]"),
    ("unclosed inline table", "De accolade is niet gesloten.", "sluit met }"),
    ("unclosed array", "De lijst is niet gesloten.", "sluit de lijst met ]"),
    ("missing comma", "Tussen twee waarden ontbreekt een komma.", "zet een komma tussen de waarden"),
    ("extra comma", "Hier staat een komma te veel.", "haal de komma weg"),
    ("missing key", "Hier ontbreekt een sleutel.", "schrijf: sleutel = \"waarde\""),
    ("key with no value", "Deze sleutel heeft geen waarde.", "schrijf: sleutel = \"waarde\""),
    ("missing value", "Hier ontbreekt een waarde.", "schrijf: sleutel = \"waarde\""),
    ("unquoted keys cannot be empty", "Hier ontbreekt een sleutel.", "schrijf: sleutel = \"waarde\""),
    ("invalid unquoted key", "Deze sleutel klopt niet.", "gebruik alleen letters, cijfers, _ en -"),
    ("invalid key", "Deze sleutel klopt niet.", "gebruik alleen letters, cijfers, _ en -"),
    ("invalid table", "Deze kop klopt niet.", "schrijf [naam] of [[naam]], alleen op een regel"),
    ("invalid comment", "Dit commentaar bevat een teken dat niet kan.", "typ het commentaar opnieuw"),
    ("unexpected content", "Hier staat iets dat niet verwacht werd.", "zet elke sleutel op een eigen regel"),
    ("unexpected key or value", "Hier staat iets dat niet verwacht werd.", "zet elke sleutel op een eigen regel"),
    ("extra `=`", "Hier staat een = te veel.", "zet één = tussen de sleutel en de waarde"),
    ("recursion limit", "Hier zitten te veel haken in elkaar.", "maak het eenvoudiger"),
];

impl Reader<'_> {
    /// Reports an error and remembers its place. toml may give several for one slip: one a line is kept, and a name
    /// that stands twice only because a heading was lost or doubled is passed over.
    pub(super) fn syntax_error(&mut self, error: &Error) {
        let range = error.span().unwrap_or(0..0);
        let range = range.start.min(self.text.len())..range.end.min(self.text.len());
        let twice = error.message().starts_with("duplicate");
        let lines_since = self
            .last
            .as_ref()
            .map(|last| self.text.get(last.start..range.start).map_or(0, |between| between.matches('\n').count()));
        let follows = match lines_since {
            None => false,
            Some(0) => true,
            Some(lines) => twice && (!self.only_twice || lines == 1),
        };
        self.only_twice &= twice;
        self.broken.add(&range);
        self.last = Some(range.clone());
        if !follows {
            let finding = self.in_dutch(error.message(), &range);
            self.report(finding);
        }
    }

    fn in_dutch(&self, message: &str, range: &std::ops::Range<usize>) -> Finding {
        let span = self.span(range);
        let piece = self.line_around(range);
        if piece.contains(['“', '”', '„', '‘', '’']) && !message.starts_with("duplicate") {
            let hint = "gebruik rechte aanhalingstekens (\"), geen gekrulde uit Word";
            return Finding::new(&faults::SYNTAX, span, "Hier staan gekrulde aanhalingstekens.").hint(hint);
        }
        let is_one_line = !message.starts_with("duplicate") && !message.starts_with("invalid multi-line");
        if let Some((ours, hint)) = is_one_line.then(|| slip(piece)).flatten() {
            return Finding::new(&faults::SYNTAX, span, ours).hint(hint);
        }
        if message.starts_with("value is out of range") || looks_like_date(&self.text[range.clone()]) {
            return text::impossible_date(span);
        }
        if let Some(quotes) = message
            .strip_prefix("invalid multi-line ")
            .map(|rest| if rest.starts_with("basic") { "\"\"\"" } else { "'''" })
        {
            return self.unclosed(quotes, range);
        }
        let known = MESSAGES.iter().find(|(start, ..)| message.starts_with(start));
        let (ours, hint) = known
            .map_or(("Dit is niet goed leesbaar als TOML.", "kijk deze regel na"), |(_, ours, hint)| (*ours, *hint));
        let fault = if message.starts_with("duplicate") { &faults::DUPLICATE } else { &faults::SYNTAX };
        Finding::new(fault, span, ours).hint(hint)
    }

    /// toml finds the end of the file; people look for the beginning of the text.
    fn unclosed(&self, quotes: &str, range: &std::ops::Range<usize>) -> Finding {
        let opening = self.text[..range.start].rfind(quotes).map_or(range.start..range.end, |at| at..at + quotes.len());
        let message = "Deze tekst van meer regels is niet gesloten.";
        Finding::new(&faults::SYNTAX, self.span(&opening), message).hint(format!("sluit de tekst met {quotes}"))
    }

    fn line_around(&self, range: &std::ops::Range<usize>) -> &str {
        let start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[range.start..].find('\n').map_or(self.text.len(), |at| range.start + at);
        &self.text[start..end]
    }
}

fn looks_like_date(piece: &str) -> bool {
    let digits = piece.bytes().filter(u8::is_ascii_digit).count();
    piece.len() == 10 && digits == 8 && piece.bytes().filter(|byte| *byte == b'-').count() == 2
}
