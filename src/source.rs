//! Where a text came from: the files of a dossier, and places in them.
//!
//! A [`Span`] is a range of byte offsets in one file; [`Sources::place`] turns an offset into a line and a column for people.

use std::fmt::{self, Display, Formatter};
use std::ops::{Deref, Range};
use std::sync::OnceLock;

/// One file of the dossier, as an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A piece of a file: byte offsets, the end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file that it is in.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from a byte range; files are limited to 4 GiB by [`crate::load`].
    #[must_use]
    pub fn new(file: FileId, range: &Range<usize>) -> Self {
        let cut = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: cut(range.start), end: cut(range.end) }
    }

    /// The start of a file, for what is said about the file as a whole.
    #[must_use]
    pub const fn whole(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte offsets.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value with the place where the user wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value itself.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value to its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Display> Display for Spanned<T> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.value.fmt(to)
    }
}

/// A text file of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path from the dossier's folder, with `/` between the parts on every system.
    pub path: String,
    /// The text, without byte-order mark, with `\n` line ends.
    pub text: String,
}

/// Every text file that was read, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// Where the lines of each file start, once somebody asked.
    starts: Vec<OnceLock<Vec<u32>>>,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { path, text });
        self.starts.push(OnceLock::new());
        id
    }

    /// The file behind an id that this collection gave.
    #[must_use]
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0u32..).map(FileId).zip(&self.files)
    }

    /// Line and column of a span's start, both counted from 1, the column in characters.
    #[must_use]
    pub fn place(&self, span: Span) -> (usize, usize) {
        let text = &self.get(span.file).text;
        let mut end = (span.start as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.line(span);
        (line + 1, text[self.line_start(span.file, line)..end].chars().count() + 1)
    }

    /// The line of a span's start, from 0.
    #[must_use]
    pub fn line(&self, span: Span) -> usize {
        let at = span.start.min(length(&self.get(span.file).text));
        self.starts(span.file).partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of a line, which is counted from 0, without its end.
    #[must_use]
    pub fn line_range(&self, file: FileId, line: usize) -> Range<usize> {
        let end = self.starts(file).get(line + 1).map_or(self.get(file).text.len(), |next| *next as usize - 1);
        self.line_start(file, line)..end
    }

    fn line_start(&self, file: FileId, line: usize) -> usize {
        self.starts(file).get(line).map_or(self.get(file).text.len(), |start| *start as usize)
    }

    fn starts(&self, file: FileId) -> &[u32] {
        let text = &self.get(file).text;
        let behind_ends = || text.bytes().zip(1..).filter_map(|(byte, next)| (byte == b'\n').then_some(next));
        self.starts[file.0 as usize].get_or_init(|| std::iter::once(0).chain(behind_ends()).collect())
    }
}

/// Files are limited to far less than 4 GiB by [`crate::load`].
fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_counts_lines_and_characters_from_one() {
        let mut sources = Sources::default();
        let file = sources.add("a.toml".into(), "één = 1\ntwee = 2\n".into());
        let at = |start| sources.place(Span::new(file, &(start..start)));
        assert_eq!([at(0), at(6), at(10), at(999)], [(1, 1), (1, 5), (2, 1), (3, 1)]);
    }
}
