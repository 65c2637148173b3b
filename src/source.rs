//! Where a text came from: the files of a dossier, and places in them.
//!
//! A [`Span`] is a range of byte offsets in one file; [`Sources::place`] turns an offset into a line and a column for people.
//! Of a large dossier the texts are let go once they were read to tables; who wants to show one gets it from the disk again,
//! when it is still the same.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::ops::{Deref, Range};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use text::Trace;

mod text;

pub use text::Text;

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
    /// A span from a byte range; files are limited to 4 GiB by [`crate::dossier::load`].
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

/// So many bytes of text stay in memory. Below it nothing is read twice: that is a dossier of a thousand meetings.
const KEPT: usize = 32 * 1024 * 1024;
/// So many bytes of those that were read again: who shows findings goes through the files one after the other.
const KEPT_AGAIN: usize = 2 * 1024 * 1024;

/// Every text file that was read, in the order of their paths.
#[derive(Debug)]
pub struct Sources {
    /// The paths from the dossier's folder, with `/` between the parts on every system.
    paths: Vec<Box<str>>,
    texts: Mutex<Texts>,
    again: Option<Again>,
    keep: usize,
}

/// How a text is read again: the folder, and what reads a path in it as it was read before.
type Again = (PathBuf, fn(&Path, &str) -> Option<String>);

#[derive(Debug, Default)]
struct Texts {
    all: Vec<Held>,
    /// Bytes of the texts among them.
    bytes: usize,
    /// There were once more of them than stay.
    weigh: bool,
    /// Those that were read again.
    again: BTreeMap<FileId, Arc<Text>>,
    again_bytes: usize,
}

#[derive(Debug)]
enum Held {
    Text(Arc<Text>),
    Trace(Trace),
}

impl Texts {
    fn keep_again(&mut self, id: FileId, text: Arc<Text>) {
        if self.again_bytes > KEPT_AGAIN {
            (self.again, self.again_bytes) = (BTreeMap::new(), 0);
        }
        self.again_bytes += text.len();
        if let Some(twice) = self.again.insert(id, text) {
            self.again_bytes -= twice.len();
        }
    }

    fn forget_again(&mut self, id: FileId) {
        if let Some(text) = self.again.remove(&id) {
            self.again_bytes -= text.len();
        }
    }
}

impl Default for Sources {
    fn default() -> Self {
        Self { paths: Vec::new(), texts: Mutex::default(), again: None, keep: KEPT }
    }
}

impl Sources {
    /// Sources of a folder, of which at most so many bytes of text stay in memory once they were read to tables.
    #[must_use]
    pub fn of(folder: &Path, again: fn(&Path, &str) -> Option<String>) -> Self {
        Self { again: Some((folder.to_owned(), again)), ..Self::default() }
    }

    /// Of the texts that are let go so many bytes stay nevertheless.
    pub const fn keep(&mut self, bytes: usize) {
        self.keep = bytes;
    }

    /// Adds a file.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.paths.len()).unwrap_or(u32::MAX));
        self.paths.push(path.into());
        let mut texts = self.texts();
        texts.bytes += text.len();
        texts.all.push(Held::Text(Arc::new(Text::new(text))));
        drop(texts);
        id
    }

    fn texts(&self) -> MutexGuard<'_, Texts> {
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The path of a file, from the dossier's folder, with `/` between the parts on every system.
    #[must_use]
    pub fn path(&self, id: FileId) -> &str {
        &self.paths[id.0 as usize]
    }

    /// The text of a file; nothing when it was let go and the file is not what it was.
    #[must_use]
    pub fn text(&self, id: FileId) -> Option<Arc<Text>> {
        let texts = self.texts();
        let print = match &texts.all[id.0 as usize] {
            Held::Text(text) => return Some(Arc::clone(text)),
            Held::Trace(trace) => trace.print(),
        };
        if let Some(text) = texts.again.get(&id) {
            return Some(Arc::clone(text));
        }
        // others read theirs meanwhile
        drop(texts);
        let (folder, again) = self.again.as_ref()?;
        let text = again(folder, self.path(id)).filter(|text| text::print(text) == print)?;
        let text = Arc::new(Text::new(text));
        self.texts().keep_again(id, Arc::clone(&text));
        Some(text)
    }

    /// The path of each file, and by what its text is known again.
    pub fn prints(&self) -> impl ExactSizeIterator<Item = (&str, u64)> {
        self.paths.iter().enumerate().map(|(at, path)| (&**path, self.print(at)))
    }

    fn print(&self, at: usize) -> u64 {
        match &self.texts().all[at] {
            Held::Text(text) => text::print(text),
            Held::Trace(trace) => trace.print(),
        }
    }

    /// Lets go of a text for now, where there are so many that they weigh.
    pub fn let_go(&self, id: FileId) {
        let mut texts = self.texts();
        texts.weigh |= texts.bytes > self.keep;
        texts.forget_again(id);
        let held = &texts.all[id.0 as usize];
        if let (Held::Text(text), Some(_), true) = (held, &self.again, texts.weigh) {
            let (trace, length) = (Trace::of(text), text.len());
            texts.all[id.0 as usize] = Held::Trace(trace);
            texts.bytes -= length;
        }
    }

    /// Line and column of a span's start, both counted from 1, the column in characters. Of a text that is there no more:
    /// the start of the line.
    #[must_use]
    pub fn place(&self, span: Span) -> (usize, usize) {
        self.text(span.file).map_or_else(|| (self.line(span) + 1, 1), |text| text.place(span.start))
    }

    /// The same, the column in units of UTF-16, as editors count.
    #[must_use]
    pub fn place_in_units(&self, span: Span) -> (usize, usize) {
        self.text(span.file).map_or_else(|| (self.line(span) + 1, 1), |text| text.place_in_units(span.start))
    }

    /// The line of a span's start, from 0.
    #[must_use]
    pub fn line(&self, span: Span) -> usize {
        match &self.texts().all[span.file.0 as usize] {
            Held::Text(text) => text.line(span.start),
            Held::Trace(trace) => trace.line(span.start),
        }
    }
}
