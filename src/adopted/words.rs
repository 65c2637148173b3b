//! Words and lines of which the text of minutes is made.

use crate::consultation::Stand;
use crate::format::{GEDRAGEN, UITKOMST};
use crate::model::{Outcome, Support};

/// Holds the words of one name together, so that there are as many words of names as of keys.
pub(super) const JOINT: char = '\u{1f}';

/// Lines of a text.
#[derive(Default)]
pub(super) struct Lines(Vec<String>);

impl Lines {
    pub(super) fn add(&mut self, words: &[&str]) {
        let words: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
        if !words.is_empty() {
            self.0.push(words.join(" "));
        }
    }

    pub(super) fn text(self) -> String {
        self.0.join("\n")
    }
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
        Stand::Answered(support) => GEDRAGEN[place(&Support::ALL, &support)],
        Stand::Unordered => "volgorde onbekend",
        Stand::Stale => "verouderd",
        Stand::Silent => "geen antwoord",
        Stand::NotAsked => "niet gevraagd",
    }
}

pub(super) fn word(outcome: Outcome) -> &'static str {
    UITKOMST[place(&Outcome::ALL, &outcome)]
}

pub(super) fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|known| known == one).unwrap_or(0)
}
