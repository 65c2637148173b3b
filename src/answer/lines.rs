//! The lines of an answer: free of what mail programs add, and what each of them is.

use std::ops::Range;

use super::Choices;
use super::mark::{self, Found};
use crate::dossier::read::is_strange;

/// A line of an answer.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Its words without the marks of a quotation and without lines to fill in.
    pub said: String,
    /// As it was typed, with the marks of a quotation and what it was indented.
    whole: String,
    /// Where something in its words looks like a mark and is none.
    tamed: Vec<Range<usize>>,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let mut lines = Vec::new();
    for raw in text.split_inclusive('\n') {
        let words = raw.trim_end();
        let range = at + (words.len() - words.trim_start().len())..at + words.len();
        let whole = clean(words);
        let said = without_blanks(unquoted(&whole, usize::MAX).trim()).trim().to_owned();
        lines.push(Line { range, said, whole, tamed: Vec::new() });
        at += raw.len();
    }
    lines
}

/// Without odd blanks and what is not there to be seen. What could not be read stays: it must be found.
fn clean(raw: &str) -> String {
    let blank = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    blank.filter(|c| !is_unseen(*c)).collect()
}

/// Whether it is not there to be seen, so that it is left out before anything is read.
pub(super) fn is_unseen(c: char) -> bool {
    let unread = matches!(c, '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | char::REPLACEMENT_CHARACTER);
    is_strange(c) && !unread || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe0e}' | '\u{fe0f}')
}

/// Without so many marks of a quotation, or as many as there are.
fn unquoted(mut text: &str, depth: usize) -> &str {
    for _ in 0..depth {
        let Some(rest) = text.trim_start().strip_prefix('>') else { break };
        text = rest.strip_prefix(' ').unwrap_or(rest);
    }
    text
}

/// Takes out the lines to fill in: eight or more `_`, or `\_`, in a row.
fn without_blanks(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut after = rest;
        let mut run = 0;
        while let Some(next) = after.strip_prefix("\\_").or_else(|| after.strip_prefix('_')) {
            (after, run) = (next, run + 1);
        }
        if run < 8 && run > 0 {
            kept.push_str(&rest[..rest.len() - after.len()]);
        }
        let next =
            after.char_indices().skip(1).find(|(_, c)| matches!(c, '_' | '\\')).map_or(after.len(), |(at, _)| at);
        kept.push_str(&after[..next]);
        rest = &after[next..];
    }
    kept
}

/// A box at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tick {
    /// Whether it is ticked; nothing when it is not clear.
    pub ticked: Option<bool>,
    /// What stands behind it.
    pub label: String,
}

impl Line {
    /// The marks in it.
    pub(super) fn marks(&self) -> Vec<Found> {
        mark::all(&self.said).into_iter().filter(|found| !self.tamed.contains(&found.range)).collect()
    }

    /// The first mark in it.
    pub(super) fn mark(&self) -> Option<Found> {
        self.marks().into_iter().next()
    }

    /// Takes what looks like a mark for words.
    pub(super) fn tame(&mut self, range: Range<usize>) {
        self.tamed.push(range);
    }

    /// In how many quotations it stands.
    pub(super) fn depth(&self) -> usize {
        let mut text = self.whole.as_str();
        let mut depth = 0;
        while let Some(rest) = text.trim_start().strip_prefix('>') {
            (text, depth) = (rest, depth + 1);
        }
        depth
    }

    /// What was typed, in a text that stands in so many quotations.
    pub(super) fn typed(&self, depth: usize) -> String {
        without_blanks(unquoted(&self.whole, depth)).trim_end().to_owned()
    }

    /// Says something else, in as many quotations.
    pub(super) fn restate(&mut self, said: &str) {
        self.whole = "> ".repeat(self.depth()) + said;
        said.clone_into(&mut self.said);
    }

    /// Takes the words of a next line, which a program broke off this one.
    pub(super) fn join(&mut self, next: &Self) {
        let words = unquoted(&next.whole, usize::MAX).trim();
        self.said = [self.said.as_str(), next.said.as_str()].join(" ");
        self.whole = format!("{} {words}", self.whole);
        // what is said of it is said where the mark is
        self.range = if next.mark().is_some() { next.range.clone() } else { self.range.start..next.range.end };
    }

    /// What stands before a mark, and behind it.
    pub(super) fn around(&self, mark: &Range<usize>) -> (String, String) {
        let before = self.said[..mark.start].trim_end_matches('`').trim();
        let after = self.said[mark.end..].trim_start_matches('`').trim();
        (before.to_owned(), after.to_owned())
    }

    /// What stands behind the colon of the line for a reason, in forms whose reasons have no mark.
    pub(super) fn reason(&self) -> Option<String> {
        let text = self.said.trim_start_matches(['-', '*', '+', ' ']);
        if !text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("reden")) {
            return None;
        }
        text.split_once(':').map(|(_, reason)| reason.trim().to_owned())
    }

    /// A line of hyphens, equals signs or the like, as a form draws between its parts.
    pub(super) fn is_rule(&self) -> bool {
        self.said.len() >= 3
            && self
                .said
                .chars()
                .all(|c| matches!(c, '-' | '=' | '*' | '\u{2010}'..='\u{2015}' | '−' | '─' | '━' | '⸺' | '⸻'))
    }
}

/// The box that words begin with.
pub(super) fn tick(said: &str) -> Option<Tick> {
    let text = said.trim_start_matches(|c| BULLETS.contains(&c) || c == ' ');
    // a circle of a list comes as a letter
    let text = text.strip_prefix("o ").map_or(text, str::trim_start);
    let (ticked, label) = opened(text)?;
    Some(Tick { ticked, label: label.trim().to_owned() })
}

/// Whether a box stands in words, at their start or further on. Something else in brackets is a box where it is behind them
/// that something can be chosen.
pub(super) fn holds_box(said: &str, choices: &Choices) -> bool {
    let is_box = |text: &str| {
        opened(text).is_some_and(|(ticked, label)| ticked.is_some() || choices.begun(&plain(label)).is_some())
    };
    said.char_indices().any(|(at, c)| (c == '[' || BOXES.iter().any(|(glyph, _)| *glyph == c)) && is_box(&said[at..]))
}

/// Boxes that programs and people draw, and whether they are ticked; the last ones are of Wingdings, as Word has them.
pub(super) const BOXES: [(char, bool); 15] = [
    ('☐', false),
    ('☑', true),
    ('☒', true),
    ('⬜', false),
    ('◻', false),
    ('▢', false),
    ('❏', false),
    ('✅', true),
    ('🗹', true),
    ('🗷', true),
    ('\u{f06f}', false),
    ('\u{f0a8}', false),
    ('\u{f0fe}', true),
    ('\u{f0fd}', true),
    ('\u{f078}', true),
];

/// The marks of lists, as programs draw them.
const BULLETS: [char; 14] = ['-', '*', '+', '•', '·', '◦', '▪', '‣', '●', '○', '–', '§', '\u{f0b7}', '\u{f0a7}'];

/// The box that words begin with, and what is behind it.
fn opened(text: &str) -> Option<(Option<bool>, &str)> {
    for (glyph, ticked) in BOXES {
        if let Some(label) = text.strip_prefix(glyph) {
            return Some((Some(ticked), label));
        }
    }
    let (inside, label) = text.strip_prefix('[').or_else(|| text.strip_prefix("\\["))?.split_once(']')?;
    let inside = inside.trim_end_matches('\\').trim().to_lowercase();
    let ticked = match inside.as_str() {
        "" => Some(false),
        "x" | "xx" | "v" | "✓" | "✔" | "√" | "☑" | "☒" | "+" | "*" => Some(true),
        _ if inside.chars().count() <= 4 => None,
        _ => return None,
    };
    Some((ticked, label))
}

/// The words of a line without Markdown, one blank between them.
pub(super) fn plain(said: &str) -> String {
    let mut words = String::new();
    let mut chars = said.trim_start_matches(['#', '-', '*', '|', ' ']).chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => words.extend(chars.next()),
            '*' | '`' => {}
            c => words.push(c),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        lines(text).remove(0)
    }

    #[test]
    fn quotation_and_lines_to_fill_in_go() {
        assert_eq!(line("> > [ ] Gedragen\r").said, "[ ] Gedragen");
        assert_eq!(
            line("\u{a0} Reden: \\_\\_\\_\\_\\_\\_\\_\\_ te_laat ___ ja________\u{200b}").said,
            "Reden:  te_laat ___ ja"
        );
        assert_eq!(line("________").said, "");
        assert_eq!(line("Graag \u{fffd}\u{fffd}n balie").said, "Graag \u{fffd}\u{fffd}n balie");
    }

    #[test]
    fn what_was_typed_keeps_its_own_quotations() {
        for (text, depth, expected) in [
            ("> > zo zei u", 1, "> zo zei u"),
            ("> > zo zei u", 2, "zo zei u"),
            (">   - ingesprongen", 1, "  - ingesprongen"),
            ("zelf getypt", 2, "zelf getypt"),
            (">> a", 1, "> a"),
            ("> a", 0, "> a"),
        ] {
            assert_eq!(line(text).typed(depth), expected, "{text}");
        }
        assert_eq!(["a", "> a", ">> a", "> > a"].map(|text| line(text).depth()), [0, 1, 2, 2]);
    }

    #[test]
    fn boxes_are_ticked_in_many_ways() {
        let ticked = |text: &str| tick(&line(text).said).map(|tick| tick.ticked);
        for text in [
            "[x] Ja",
            "- [X] Ja",
            "[ v ] Ja",
            "[✓]Ja",
            "☒ Ja",
            "  * [x ] Ja",
            "\\[x\\] Ja",
            "o   [x] Ja",
            "§ ☑\u{fe0f} Ja",
            "✅ Ja",
        ] {
            assert_eq!(ticked(text), Some(Some(true)), "{text}");
        }
        for text in ["[ ] Ja", "- [] Ja", "[\u{a0}] Ja", "☐ Ja", "\u{f0b7}\t[ ] Ja", "⬜ Ja"] {
            assert_eq!(ticked(text), Some(Some(false)), "{text}");
        }
        assert_eq!(ticked("[?] Ja"), Some(None));
        assert_eq!([ticked("[een lange tekst] Ja"), ticked("Ja [x]"), ticked(" ")], [None, None, None]);
        let holds_box = |said: &str| holds_box(said, &Choices::default());
        assert!(
            holds_box("Ja [x] Nee")
                && holds_box("☐ Nee")
                && holds_box("Ja [?] Niet gedragen")
                && !holds_box("Ja [NB] Later")
        );
    }
}
