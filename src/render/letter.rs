//! The plain text of a mail: lines of at most 72 characters, so that no mail program breaks them.

use std::collections::BTreeSet;

use super::{Part, lone, parts};
use crate::answer::mark::Question;
use crate::answer::{Choices, Mark, mark};
use crate::fingerprint;
use crate::model::reply::{Field, Holds, Scope};
use crate::role::{self, Role};
use crate::word::Word as _;

/// The longest line.
const WIDTH: usize = 72;

/// Fills in the fields of a template's text and breaks its lines.
///
/// A field that stands alone on a line becomes lines that begin with `| `: an answer is never looked for in those.
#[must_use]
pub fn finish(text: &str, fields: &[&str]) -> String {
    let mut out = String::with_capacity(text.len() + 1024);
    let mut blank = true;
    for line in role::without(text).lines() {
        let line = line.trim_end();
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push('\n');
        }
        blank = false;
        match lone(line).and_then(|index| fields.get(index)) {
            Some(field) => quoted(field, &mut out),
            None => wrapped(&filled(line, fields), &mut out),
        }
    }
    out
}

/// What the text of a form in a mail lacks, of so many items and decisions with these choices: what an answer needs to come
/// back. Each by its name, in Dutch.
#[must_use]
pub fn lacking(text: &str, (items, decisions): (usize, usize), choices: &Choices) -> Vec<String> {
    let count = |mark: &str| text.matches(&format!("#b:{mark}")).count();
    let filled_in = Field::ALL.iter().filter(|field| field.holds() != Holds::Tick);
    let fields = filled_in.filter_map(|field| {
        let wanted = match field.scope() {
            Scope::Whole => 1,
            Scope::Item => items,
            Scope::Decision => decisions,
        };
        Some((field.mark()?, wanted))
    });
    let others = [("formulier:", 1), ("besluit:", decisions), ("einde", 1)];
    let marks = others.into_iter().chain(fields).filter(|(mark, wanted)| count(mark) < *wanted);
    let marks = marks.map(|(mark, _)| format!("het kenmerk #b:{}", mark.trim_end_matches(':')));
    let of_box = |found: &mark::Found| found.mark.as_ref().is_some_and(Mark::is_of_box);
    let apart = |before: &str| mark::all(before).iter().any(of_box);
    let boxes = text.lines().zip(text.lines().skip(1)).filter(|(before, _)| !apart(before)).map(|(_, line)| line);
    let boxes: Vec<&str> = boxes.filter(|line| line.trim_start().starts_with("[ ] ")).collect();
    let meant = |support| boxes.iter().filter(|line| choices.meant(&role::without(line)) == Some(support)).count();
    let lacks = |role: &Role| role.support().is_some_and(|support| meant(support) != decisions);
    let choices = Role::ALL.iter().filter(|role| lacks(role));
    let choices = choices.map(|role| format!("bij een besluit de keuze {{.{}}}", role.word()));
    let mixed = are_mixed(text).then(|| "bij een kenmerk de tekst van het besluit waar het van is".to_owned());
    let filled_in = is_ticked(text).then(|| TICKED.to_owned());
    marks.chain(choices).chain(mixed).chain(filled_in).collect()
}

/// Whether the words behind a mark are those of another decision, or two marks are of one: an answer would be stored there.
fn are_mixed(text: &str) -> bool {
    let questions = mark::questions(text);
    let prints: BTreeSet<&String> = questions.iter().map(|one| &one.print).collect();
    let of_another = |one: &Question<'_>| {
        let words = one.behind.split("[ ]").next().unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().collect();
        // the words of the form stand before those of the decision
        let mut ends = (0..words.len()).map(|at| fingerprint::words(&words[at..].join(" ")));
        ends.find(|end| prints.contains(end)).is_some_and(|end| end != one.print)
    };
    let apart: BTreeSet<&(String, u16)> = questions.iter().map(|one| &one.decision).collect();
    apart.len() < questions.len() || questions.iter().any(of_another)
}

/// What a form lacks that is filled in already.
pub(super) const TICKED: &str = "een leeg vakje: er is er al een aangekruist";

/// Whether a box of a form is ticked before anybody filled it in.
pub(super) fn is_ticked(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().trim_start_matches("- ").to_lowercase().starts_with("[x]"))
}

/// The words of a field in a line, which is rare.
fn filled(line: &str, fields: &[&str]) -> String {
    let words = |index: usize| fields.get(index).map(|field| escaped(&super::field::plain(field))).unwrap_or_default();
    parts(line)
        .map(|part| match part {
            Part::Text(text) => text.to_owned(),
            Part::Field(index) => words(index),
        })
        .collect()
}

fn quoted(field: &str, out: &mut String) {
    for line in joined(field) {
        let options = textwrap::Options::new(WIDTH).initial_indent("| ").subsequent_indent("| ").break_words(false);
        for piece in textwrap::wrap(&mark::tamed(&line), options) {
            out.push_str(if piece.is_empty() { "|" } else { piece.trim_end() });
            out.push('\n');
        }
    }
}

/// The lines of a field, those of one paragraph together.
fn joined(field: &str) -> Vec<String> {
    let own =
        |line: &str| line.is_empty() || line.starts_with(['-', '*', '+', '|', '>', '#', '`', ' ']) || is_number(line);
    let mut lines: Vec<String> = Vec::new();
    for line in field.trim().lines().map(str::trim_end) {
        match lines.last_mut() {
            Some(last) if !own(line) && !last.is_empty() && !last.starts_with(['|', '#']) => last.extend([" ", line]),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// `1. ` and the like.
fn is_number(line: &str) -> bool {
    line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')'])
        && line.starts_with(|c: char| c.is_ascii_digit())
}

/// A line of the template; what goes on below it is indented as its words are.
fn wrapped(line: &str, out: &mut String) {
    let words = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | ' '));
    let indent = " ".repeat((line.len() - words.len()).min(6));
    let options = textwrap::Options::new(WIDTH).subsequent_indent(&indent).break_words(false);
    let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
    for piece in textwrap::wrap(&whole_numbers(line), options) {
        out.push_str(&piece.trim_end().replace(WITHIN, " "));
        out.push('\n');
    }
}

/// What stands for a blank at which no line may break; in no text, for these are the marks of fields.
const WITHIN: char = '\u{E002}';

/// A line in which no number is torn apart, such as one to call.
fn whole_numbers(line: &str) -> String {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut out = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    let mut last = None;
    while let Some(c) = rest.next() {
        let is_within = c == ' ' && digit(last) && digit(rest.peek().copied());
        out.push(if is_within { WITHIN } else { c });
        last = Some(c);
    }
    out
}

/// A one-line text in which nothing can be taken for a mark or a box.
#[must_use]
pub fn escaped(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('[') {
        safe.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        // looking further would cost every bracket the whole text
        if let Some((end, _)) = inside.char_indices().take(7).find(|(_, c)| *c == ']') {
            safe.extend(["(", &inside[..end], ")"]);
            rest = &inside[end + 1..];
        } else {
            safe.push('[');
            rest = inside;
        }
    }
    safe.push_str(rest);
    let safe = safe.trim_start_matches(['|', '>']);
    let safe: String =
        safe.chars().map(|c| if matches!(c, '\u{E000}'..='\u{F8FF}') { '\u{FFFD}' } else { c }).collect();
    mark::tamed(&safe).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_fields_are_quoted() {
        let long = "woord ".repeat(30);
        let text = format!("KOP\n\n\n\u{E000}0\u{E001}\n{long}\n");
        let letter = finish(&text, &[&format!("{long}\n\n- [x] Gedragen #b:einde")]);
        assert!(letter.lines().all(|line| line.chars().count() <= WIDTH), "{letter}");
        assert!(letter.contains("| - [x] Gedragen # b:einde\n") && letter.contains("\n|\n"), "{letter}");
    }

    #[test]
    fn no_text_can_be_taken_for_a_box() {
        assert_eq!(escaped("[x] Gedragen [ ] en [een noot]"), "(x) Gedragen ( ) en [een noot]");
        assert_eq!(escaped("> | weg"), " | weg");
    }
}
