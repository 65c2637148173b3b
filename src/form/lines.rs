//! The lines of an answer: free of quotation marks and of what mail programs add, and what each of them is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::mark::{self, Found};
use crate::read::is_strange;

/// A line of an answer.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Its words as they were typed, without the marks of a quotation and without lines to fill in.
    pub said: String,
}

/// The lines of a text.
pub fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let mut lines = Vec::new();
    for raw in text.split_inclusive('\n') {
        let words = raw.trim_end();
        let range = at + (words.len() - words.trim_start().len())..at + words.len();
        lines.push(Line { range, said: clean(words) });
        at += raw.len();
    }
    lines
}

/// Without quotation marks, odd blanks, and runs of `_` to write on.
fn clean(raw: &str) -> String {
    let blank = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let unseen = |c: char| is_strange(c) || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}');
    let text: String = blank.filter(|c| !unseen(*c)).collect();
    let mut text = text.trim();
    while let Some(rest) = text.strip_prefix('>') {
        text = rest.trim_start();
    }
    without_blanks(text).trim().to_owned()
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
pub struct Tick {
    /// Whether it is ticked; nothing when it is not clear.
    pub ticked: Option<bool>,
    /// What stands behind it.
    pub label: String,
}

impl Line {
    /// The mark in it.
    pub fn mark(&self) -> Option<Found> {
        mark::find(&self.said)
    }

    /// What stands before a mark, and behind it and its colon.
    pub fn around(&self, mark: &Range<usize>) -> (String, String) {
        let before = self.said[..mark.start].trim_end_matches('`').trim();
        let after = self.said[mark.end..].trim_start_matches('`').trim_start();
        (before.to_owned(), after.strip_prefix(':').unwrap_or(after).trim().to_owned())
    }

    /// The box that it begins with.
    pub fn tick(&self) -> Option<Tick> {
        let text = self.said.trim_start_matches(['-', '*', '+', '•', ' ']);
        let glyph = |glyph: char, ticked: bool| {
            Some(Tick { ticked: Some(ticked), label: text.strip_prefix(glyph)?.trim().to_owned() })
        };
        if let Some(tick) = glyph('☐', false).or_else(|| glyph('☑', true)).or_else(|| glyph('☒', true)) {
            return Some(tick);
        }
        let (inside, label) = text.strip_prefix('[').or_else(|| text.strip_prefix("\\["))?.split_once(']')?;
        let inside = inside.trim_end_matches('\\').trim().to_lowercase();
        let ticked = match inside.as_str() {
            "" => Some(false),
            "x" | "xx" | "v" | "✓" | "✔" | "√" | "☑" | "☒" | "+" | "*" => Some(true),
            _ if inside.chars().count() <= 4 => None,
            _ => return None,
        };
        Some(Tick { ticked, label: label.trim().to_owned() })
    }

    /// What stands behind the colon of the line for a reason.
    pub fn reason(&self) -> Option<String> {
        let text = self.said.trim_start_matches(['-', '*', '+', ' ']);
        if !text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("reden")) {
            return None;
        }
        text.split_once(':').map(|(_, reason)| reason.trim().to_owned())
    }

    /// A line of hyphens, equals signs or the like.
    pub fn is_rule(&self) -> bool {
        self.said.len() >= 3 && self.said.chars().all(|c| matches!(c, '-' | '=' | '*' | '–' | '—'))
    }
}

/// The words that the form itself holds, in every shape in which it was sent.
#[derive(Debug, Default)]
pub struct Known {
    lines: BTreeSet<String>,
    all: String,
}

impl Known {
    /// Learns the words of forms.
    #[must_use]
    pub fn new(forms: &[String]) -> Self {
        let mut known = Self::default();
        for line in forms.iter().flat_map(|form| lines(form)) {
            let words = plain(&line.said);
            if !words.is_empty() {
                known.all.push_str(&words);
                known.all.push(' ');
                known.lines.insert(words);
            }
        }
        known
    }

    /// Whether nothing was learned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether a line is, or is the beginning of, a line of the form.
    #[must_use]
    pub fn is_line(&self, said: &str) -> bool {
        let words = plain(said);
        // of the lines that are not before it, those that begin with it come first
        let next = self.lines.range(words.clone()..).next();
        next.is_some_and(|line| *line == words || words.chars().count() >= 20 && line.starts_with(&words))
    }

    /// Whether the words stand in the form somewhere.
    #[must_use]
    pub fn holds(&self, said: &str) -> bool {
        let words = plain(said);
        words.chars().count() >= 8 && self.all.contains(&words) || self.is_line(said)
    }
}

/// The words of a line without Markdown, one blank between them.
pub fn plain(said: &str) -> String {
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

    fn said(text: &str) -> String {
        lines(text).remove(0).said
    }

    #[test]
    fn quotation_and_lines_to_fill_in_go() {
        assert_eq!(said("> > [ ] Gedragen\r"), "[ ] Gedragen");
        assert_eq!(
            said("\u{a0} Reden: \\_\\_\\_\\_\\_\\_\\_\\_ te_laat ___ ja________\u{200b}"),
            "Reden:  te_laat ___ ja"
        );
        assert_eq!(said("________"), "");
    }

    #[test]
    fn boxes_are_ticked_in_many_ways() {
        let tick = |text: &str| lines(text).remove(0).tick().map(|tick| tick.ticked);
        for text in ["[x] Ja", "- [X] Ja", "[ v ] Ja", "[✓]Ja", "☒ Ja", "  * [x ] Ja", "\\[x\\] Ja"] {
            assert_eq!(tick(text), Some(Some(true)), "{text}");
        }
        for text in ["[ ] Ja", "- [] Ja", "[\u{a0}] Ja", "☐ Ja"] {
            assert_eq!(tick(text), Some(Some(false)), "{text}");
        }
        assert_eq!(tick("[?] Ja"), Some(None));
        assert_eq!([tick("[een lange tekst] Ja"), tick("Ja [x]"), tick(" ")], [None, None, None]);
    }

    #[test]
    fn the_words_of_a_form_are_known_when_broken_over_lines() {
        let known =
            Known::new(&["## 5. Meerjarenagenda 2026-2029\n\nEen lange zin die in een mail wordt afgebroken.".into()]);
        assert!(known.is_line("5. Meerjarenagenda 2026-2029") && known.holds("die in een mail"));
        assert!(!known.is_line("die in een mail") && !known.holds("Graag de bus."));
    }
}
