//! A text by its letters and digits alone, with the places where its words begin: however it is broken, marked, folded or
//! accented, the same words give the same letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Between parts that do not belong together; no text that is looked for has it.
const APART: char = '\n';

/// The letters of texts.
#[derive(Debug, Default)]
pub(super) struct Letters {
    text: String,
    /// Where words begin, in bytes.
    starts: Vec<u32>,
    /// Something parted the words since the last letter.
    within: bool,
}

impl Letters {
    /// The letters of one text.
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self::default();
        letters.add(text);
        letters
    }

    /// Adds a text that goes on where the last ended, as words of their own.
    pub(super) fn add(&mut self, text: &str) {
        self.within = false;
        for c in text.chars() {
            match c {
                _ if c.is_ascii_alphanumeric() => self.push(c.to_ascii_lowercase()),
                _ if c.is_ascii() => self.within = false,
                _ if is_unseen(c) => {}
                _ => std::iter::once(c).nfkd().flat_map(char::to_lowercase).nfkd().for_each(|c| self.other(c)),
            }
        }
        self.within = false;
    }

    /// Adds a text that has nothing to do with what stands before it.
    pub(super) fn add_apart(&mut self, text: &str) {
        self.add(text);
        self.part();
    }

    /// Nothing goes over this place.
    pub(super) fn part(&mut self) {
        if !self.text.ends_with(APART) {
            self.text.push(APART);
        }
        self.within = false;
    }

    fn other(&mut self, c: char) {
        if c.is_alphanumeric() {
            self.push(c);
        } else if !is_combining_mark(c) && !is_unseen(c) {
            self.within = false;
        }
    }

    fn push(&mut self, c: char) {
        if !self.within {
            // files of more than 4 GB are not read
            self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
        self.within = true;
        self.text.push(c);
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where words begin.
    pub(super) fn starts(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().map(|start| *start as usize)
    }

    /// Its words, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let ends = self.starts().skip(1).chain([self.text.len()]);
        self.starts().zip(ends).map(|(start, end)| self.text[start..end].trim_end_matches(APART))
    }

    /// Whether a word ends here.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        at == self.text.len()
            || self.text[at..].starts_with(APART)
            || u32::try_from(at).is_ok_and(|at| self.starts.binary_search(&at).is_ok())
    }
}

/// What nobody sees within a word: where it may be broken or must not be, how it is joined or shown.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_give_the_same_letters() {
        let typed = Letters::of("Café-overleg ’s middags");
        for other in ["CAFE\u{301} overleg s\tmiddags", "ca\u{ad}fé\u{200b} — over\u{2060}leg: ’s *middags*"] {
            let other = Letters::of(other);
            assert_eq!(other.text(), typed.text());
        }
        assert_eq!(typed.words().collect::<Vec<_>>(), ["cafe", "overleg", "s", "middags"]);
        assert!(typed.ends_at(4) && !typed.ends_at(5) && typed.ends_at(typed.text().len()));
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let mut letters = Letters::default();
        letters.add_apart("een");
        letters.add_apart("twee");
        assert_eq!(letters.text(), "een\ntwee\n");
        assert!(letters.ends_at(3) && letters.ends_at(8));
    }
}
