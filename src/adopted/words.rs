//! Words and lines of which the text of minutes is made.

use crate::model::consultation::Stand;
use crate::word::Word as _;

/// Holds the words of one name together, so that there are as many words of names as of keys.
pub(super) const JOINT: char = '\u{1f}';

/// Stands where one field ends and the next begins, be it empty: what goes from one to the other is another text. Files
/// cannot hold it.
const BORDER: char = '\u{1e}';

/// Lines of a text.
#[derive(Default)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    /// Adds a line with these fields, where one of them holds something.
    pub(super) fn add(&mut self, fields: &[&str]) {
        if fields.iter().all(|field| field.is_empty()) {
            return;
        }
        let mut line = String::new();
        for (place, field) in fields.iter().enumerate() {
            if place > 0 {
                line.push(BORDER);
            }
            if !field.is_empty() && !plain(&line).is_empty() {
                line.push(' ');
            }
            line.push_str(field);
        }
        self.0.push(line);
    }

    pub(super) fn text(self) -> String {
        self.0.join("\n")
    }
}

/// A list of texts, one behind the other.
pub(super) fn listed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join(&format!("\n{BORDER}"))
}

/// A text without the borders of its fields: so it was sealed at first.
pub(super) fn plain(text: &str) -> String {
    text.replace(BORDER, "")
}

/// Words that are one name.
pub(super) fn joined(name: &str) -> String {
    name.replace(char::is_whitespace, &JOINT.to_string())
}

pub(super) fn text_of<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(super) fn stance(stand: Stand) -> &'static str {
    match stand {
        Stand::Answered(support) => support.word(),
        Stand::Unordered => "volgorde onbekend",
        Stand::Stale => "verouderd",
        Stand::Silent => "geen antwoord",
        Stand::NotAsked => "niet gevraagd",
    }
}
