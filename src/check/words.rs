//! Words in a text, in capitals or not.

use std::collections::HashSet;
use std::ops::Range;

/// Where some words stand on their own, as byte offsets.
pub(super) fn alone(text: &str, words: &str) -> Option<Range<usize>> {
    starts(text, words).find(|range| !text[range.end..].starts_with(char::is_alphanumeric))
}

/// Where a word starts with these letters, as byte offsets.
pub(super) fn start(text: &str, letters: &str) -> Option<Range<usize>> {
    starts(text, letters).next()
}

fn starts(text: &str, letters: &str) -> impl Iterator<Item = Range<usize>> {
    let mut before = None;
    let starts = text.char_indices().filter(move |(_, c)| !before.replace(*c).is_some_and(char::is_alphanumeric));
    starts.filter_map(move |(at, _)| Some(at..at + prefix(&text[at..], letters)?))
}

/// The length of these letters at the start of a text, in bytes of the text.
fn prefix(text: &str, letters: &str) -> Option<usize> {
    let mut rest = text.chars();
    let same = |letter: char| {
        let next = rest.next();
        if letter.is_whitespace() {
            // words may be broken over lines, or stand further apart
            rest = rest.as_str().trim_start().chars();
            return next.is_some_and(char::is_whitespace);
        }
        next.is_some_and(|c| c == letter || c.to_lowercase().eq(letter.to_lowercase()))
    };
    (!letters.is_empty() && letters.chars().all(same)).then(|| text.len() - rest.as_str().len())
}

/// The words of a text, by which it shows at once what cannot stand in it.
pub(super) struct Said(HashSet<String>);

impl Said {
    pub(super) fn of(text: &str) -> Self {
        Self(parts(text).map(small).collect())
    }

    /// Whether words whose last one is this may stand on their own in the text.
    pub(super) fn may_hold(&self, last: &str) -> bool {
        last.is_empty() || self.0.contains(last)
    }
}

/// The last word of some words, for [`Said::may_hold`].
pub(super) fn last(words: &str) -> String {
    parts(words).last().map(small).unwrap_or_default()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

fn small(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Said, alone, last, start};

    #[test]
    fn words_are_found_where_they_start_and_end() {
        let text = "Januari: JAN (en İan) zegt plannen, plan.";
        assert_eq!(alone(text, "jan").map(|range| &text[range]), Some("JAN"));
        assert_eq!(start(text, "jan").map(|range| &text[range]), Some("Jan"));
        assert_eq!(alone(text, "Plan").map(|range| range.end), Some(text.len() - 1));
        assert_eq!(alone("de Jan  van\n Dam", "jan van dam").map(|range| range.start), Some(3));
        assert_eq!([alone(text, "nuari"), alone(text, ""), alone(text, "plan nen")], [None, None, None]);
    }

    #[test]
    fn what_stands_in_a_text_ends_with_a_word_of_it() {
        let text = "Januari: JAN (en İan) zegt van\n Dam, J. en Jan-\u{2019}t Hof";
        for words in ["jan", "van dam", "Dam, J.", "İAN", "t Hof", "-"] {
            assert!(Said::of(text).may_hold(&last(words)), "{words}");
        }
        assert!(!Said::of(text).may_hold(&last("van Damme")));
    }
}
