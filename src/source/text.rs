//! One text, and where its lines are.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::OnceLock;

/// A text without byte-order mark, with `\n` line ends.
#[derive(Debug)]
pub struct Text {
    text: Box<str>,
    /// Where its lines start, once somebody asked. Files are limited to far less than 4 GiB by [`crate::dossier::load`].
    starts: OnceLock<Vec<u32>>,
}

impl Text {
    pub(super) fn new(text: String) -> Self {
        Self { text: text.into(), starts: OnceLock::new() }
    }

    /// Line and column of an offset, both counted from 1, the column in characters.
    #[must_use]
    pub fn place(&self, at: u32) -> (usize, usize) {
        let (line, before) = self.before(at);
        (line + 1, before.chars().count() + 1)
    }

    /// The same, the column in units of UTF-16, as editors count.
    #[must_use]
    pub fn place_in_units(&self, at: u32) -> (usize, usize) {
        let (line, before) = self.before(at);
        (line + 1, before.encode_utf16().count() + 1)
    }

    /// The line of an offset, from 0, and what stands before it there.
    fn before(&self, at: u32) -> (usize, &str) {
        let mut end = (at as usize).min(self.len());
        while !self.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.line(at);
        (line, &self[self.line_start(line)..end])
    }

    /// The line of an offset, from 0.
    #[must_use]
    pub fn line(&self, at: u32) -> usize {
        self.starts().partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of a line, which is counted from 0, without its end.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let end = self.starts().get(line + 1).map_or(self.len(), |next| *next as usize - 1);
        self.line_start(line)..end
    }

    fn line_start(&self, line: usize) -> usize {
        self.starts().get(line).map_or(self.len(), |start| *start as usize)
    }

    fn starts(&self) -> &[u32] {
        let behind_ends = || self.bytes().zip(1..).filter_map(|(byte, next)| (byte == b'\n').then_some(next));
        self.starts.get_or_init(|| std::iter::once(0).chain(behind_ends()).collect())
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

/// What is left of a text that was let go: by what it is known again, and where its lines are.
#[derive(Debug)]
pub(super) struct Trace {
    print: u64,
    /// The bytes of each line but the last, seven bits at a time, the highest bit of each byte but the last set.
    lines: Box<[u8]>,
}

impl Trace {
    pub(super) fn of(text: &str) -> Self {
        let mut lines = Vec::with_capacity(text.len() / 32);
        for line in text.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
            let mut rest = line.len();
            while rest > 127 {
                lines.push(128 | u8::try_from(rest & 127).unwrap_or_default());
                rest >>= 7;
            }
            lines.push(u8::try_from(rest).unwrap_or_default());
        }
        Self { print: print(text), lines: lines.into() }
    }

    /// By what the text that was let go is known.
    pub(super) const fn print(&self) -> u64 {
        self.print
    }

    /// The line of an offset, from 0.
    pub(super) fn line(&self, at: u32) -> usize {
        let (mut line, mut next, mut length, mut shift) = (0, 0, 0, 0);
        for byte in &self.lines {
            length |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte & 128 == 0 {
                next += length;
                if next > at as usize {
                    break;
                }
                (line, length, shift) = (line + 1, 0, 0);
            }
        }
        line
    }
}

/// By what a text is known again within a run.
pub(super) fn print(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_counts_lines_and_characters_from_one() {
        let text = Text::new("één = 1\ntwee = 2\n".into());
        assert_eq!([0, 6, 10, 999].map(|at| text.place(at)), [(1, 1), (1, 5), (2, 1), (3, 1)]);
        let text = Text::new("a\n🎉é = 1\n".into());
        assert_eq!([text.place(8), text.place_in_units(8)], [(2, 3), (2, 4)]);
    }

    #[test]
    fn a_text_that_was_let_go_knows_its_lines() {
        let text = Text::new(format!("a\n\n{}\n{}\né", "b".repeat(127), "c".repeat(40_000)));
        let trace = Trace::of(&text);
        assert!((0..41_000).all(|at| trace.line(at) == text.line(at)));
        assert!(trace.print() == print(&text) && trace.print() != print(&text[1..]));
    }
}
