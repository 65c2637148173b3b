//! What is wrong with a text in Markdown: of a field, or of a paper that is to become a page.

use super::is_strange;
use super::text::{empty, too_long};
use crate::dossier::faults;
use crate::finding::{Fault, Finding};
use crate::limits;
use crate::source::Span;

/// What is wrong within a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Which fault it is in a field.
    fault: &'static Fault,
    /// At which byte.
    pub at: usize,
    /// What is wrong, in Dutch.
    pub message: String,
    /// What to do, in Dutch.
    pub hint: &'static str,
}

impl Flaw {
    /// The finding of a field at this place.
    pub(super) fn of_field(self, span: Span) -> Finding {
        Finding::new(self.fault, span, self.message).hint(self.hint)
    }
}

/// What is wrong with a Markdown text: it is empty, too long, too deep, too wide, holds what cannot be seen.
#[must_use]
pub fn markdown_fault(text: &str, span: Span) -> Option<Finding> {
    if text.trim().is_empty() {
        return Some(empty(span));
    }
    too_long(&limits::FIELD, text, span).or_else(|| Some(markdown_flaw(text)?.of_field(span)))
}

/// What of a Markdown text, be it of a field or of a paper, cannot become part of a page.
#[must_use]
pub fn markdown_flaw(text: &str) -> Option<Flaw> {
    too_deep(text).or_else(|| too_wide(text)).or_else(|| strange(text)).or_else(|| strange_reference(text))
}

fn too_deep(text: &str) -> Option<Flaw> {
    let (at, depth) = most(text, depth);
    let message = limits::MARKDOWN_DEPTH.exceeded(depth)?;
    let hint = "haal tekens > en - aan het begin van de regel weg";
    Some(Flaw { fault: &faults::TOO_MUCH, at, message, hint })
}

fn too_wide(text: &str) -> Option<Flaw> {
    let (at, columns) = most(text, columns);
    let message = limits::MARKDOWN_COLUMNS.exceeded(columns)?;
    let hint = "maak van de tabel een rekenblad, en geef dat als stuk mee";
    Some(Flaw { fault: &faults::TOO_MUCH, at, message, hint })
}

/// Where the line begins that has most of something, and how much.
fn most(text: &str, measure: impl Fn(&str) -> usize) -> (usize, usize) {
    let mut most = (0, 0);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let measured = measure(line);
        if measured > most.1 {
            most = (at, measured);
        }
        at += line.len();
    }
    most
}

/// How deep quotations and lists stand in each other at a line, as far as its beginning shows it.
fn depth(line: &str) -> usize {
    let rest = line.trim_start();
    let markers = markers(rest);
    if markers == 0 { 0 } else { (line.len() - rest.len()) / 2 + markers }
}

/// The marks of quotations and list items that a line begins with.
fn markers(line: &str) -> usize {
    let mut count = 0;
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        let after = rest.strip_prefix('>').or_else(|| {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
            rest[digits..].strip_prefix(marks).filter(|after| after.is_empty() || after.starts_with([' ', '\t', '\n']))
        });
        match after {
            Some(after) => (rest, count) = (after, count + 1),
            None => return count,
        }
    }
}

/// The columns of the table whose head ends with this line: `|---|:-:|`, also behind the marks of a quotation or a list.
fn columns(line: &str) -> usize {
    let is_part =
        |c: char| matches!(c, '|' | ':' | '-' | '>' | '*' | '+' | '.' | ')') || c.is_whitespace() || c.is_ascii_digit();
    let rule = line.trim().trim_matches('|');
    if line.contains('|') && rule.contains('-') && rule.chars().all(is_part) {
        rule.matches('|').count() + 1
    } else {
        0
    }
}

/// The first character that cannot be seen.
pub(super) fn strange(text: &str) -> Option<Flaw> {
    // Almost every text is plain ASCII, and a look at its bytes costs a fraction of a look at its characters.
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~')) {
        return None;
    }
    let (at, found) = text.char_indices().find(|(_, character)| is_strange(*character))?;
    let message = format!("Deze tekst bevat een teken dat niet te zien is (U+{:04X}).", u32::from(found));
    let hint = "typ de tekst opnieuw, of plak haar zonder opmaak";
    Some(Flaw { fault: &faults::STRANGE_CHARACTER, at, message, hint })
}

/// The same behind a number or a name: `&#x202E;`, `&#8238;`, `&rlm;`.
fn strange_reference(text: &str) -> Option<Flaw> {
    let (at, found) = text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = rest.get(..rest.bytes().take(MOST_OF_A_REFERENCE + 1).position(|byte| byte == b';')?)?;
        let number = match name.strip_prefix('#') {
            Some(hex) if hex.starts_with(['x', 'X']) => u32::from_str_radix(&hex[1..], 16).ok()?,
            Some(decimal) => decimal.parse().ok()?,
            None => return matches!(name, "lrm" | "rlm").then_some((at, name)),
        };
        char::from_u32(number).is_none_or(is_strange).then_some((at, name))
    })?;
    let message = format!("In deze tekst staat &{found};, een teken dat niet te zien is.");
    Some(Flaw { fault: &faults::STRANGE_CHARACTER, at, message, hint: "haal het weg" })
}

/// A number or name between `&` and `;` is no longer in `CommonMark`: `&#x` and six digits, `&#` and seven.
const MOST_OF_A_REFERENCE: usize = 9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_seen_at_the_beginnings_of_lines() {
        let depths = ["a > b", "> a", ">>> a", "> - 1. a", "- a\n  - b\n    - c", "---", "**a**", "1.5", "-\n"];
        assert_eq!(depths.map(|text| most(text, depth).1), [0, 1, 3, 3, 3, 0, 0, 0, 1]);
    }

    #[test]
    fn the_columns_of_a_table_are_those_of_the_line_under_its_head() {
        let lines = ["|a|b|\n|--|:-:|\n", "-|-|-", "> |-|-|", "1. | - |", "a|b", "| a | - |", "---", "|", ""];
        assert_eq!(lines.map(|text| most(text, columns).1), [2, 3, 3, 2, 0, 0, 0, 0, 0]);
    }
}
