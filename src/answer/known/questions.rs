//! The questions of a form, by the marks beside which they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::Known;
use crate::answer::Mark;
use crate::answer::alike::dense;
use crate::answer::lines::{Line, plain, tick};

/// The signs with which words are struck through, and a letter each.
pub(in crate::answer) const STRIKES: [char; 5] = ['~', '\u{335}', '\u{336}', '\u{337}', '\u{338}'];

/// What the words beside the mark of a question are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum Reads {
    /// The question of the mark, or a part of it.
    AsAsked,
    /// The question of another mark.
    AsAnother,
    /// No question of the form.
    Otherwise,
}

/// The words of each question in every shape of the form, by the fingerprint in its mark.
#[derive(Debug, Default)]
pub(super) struct Questions {
    words: BTreeMap<String, BTreeSet<String>>,
    /// Those that hold a sign with which words are struck through themselves.
    with_strikes: BTreeSet<String>,
}

impl Questions {
    /// Learns those in the lines of a form: a question ends at the first box.
    pub(super) fn learn(&mut self, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            let Some(found) = line.mark() else { continue };
            let Some(Mark::Decision { words: print, .. }) = &found.mark else { continue };
            let (before, after) = line.around(&found.range);
            let below = lines[at + 1..].iter().take_while(|line| line.mark().is_none() && tick(&line.said).is_none());
            let said = [before, after].into_iter().chain(below.map(|line| line.said.clone()));
            let said = said.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ");
            if said.contains(STRIKES) {
                self.with_strikes.insert(print.clone());
            }
            self.words.entry(print.clone()).or_default().insert(bare(&unnumbered(&said)));
        }
    }
}

impl Known {
    /// Whether a question holds a sign itself with which words are struck through: then it says nothing.
    pub(in crate::answer) fn has_strikes(&self, print: &str) -> bool {
        self.questions.with_strikes.contains(print)
    }

    /// What words beside the mark with a fingerprint are, however they were broken. A part of a question is that of its mark,
    /// save where it is a whole one of another.
    pub(in crate::answer) fn reads(&self, print: &str, said: &str) -> Reads {
        let words = bare(&unnumbered(said));
        let own = self.questions.words.get(print);
        let is = |known: &BTreeSet<String>| known.contains(&words);
        if own.is_some_and(is) {
            return Reads::AsAsked;
        }
        if !words.is_empty() && self.questions.words.values().any(is) {
            return Reads::AsAnother;
        }
        let is_part = match own {
            Some(own) => own.iter().any(|own| own.contains(&words)),
            // of an older form the question is not known
            None => bare(&self.inside.all).contains(&words),
        };
        if is_part { Reads::AsAsked } else { Reads::Otherwise }
    }
}

/// Letters with accents are lost on some ways.
fn bare(words: &str) -> String {
    dense(&plain(words)).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Without the number before a question: `Gevraagd 2.`
pub(in crate::answer) fn unnumbered(words: &str) -> String {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let is_number = |word: &&str| word.strip_suffix('.').is_some_and(|word| word.parse::<u16>().is_ok());
    let after = tokens.iter().take(3).position(is_number).map_or(0, |at| at + 1);
    tokens[after..].join(" ")
}
