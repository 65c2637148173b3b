//! The list of what we made in a folder: for each file by what it is known again, and for whom it is.
//!
//! It is plain text, sorted, a line a file. During a run a line is added before each file is written, so that a run that
//! was killed leaves nothing that is not on it; at the end it is written anew, with a last line that says how long it is.
//! A list without a right end may lack anything: files that stand on no list may then be ours.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{Cursor, Read, Write as _};
use std::path::{Component, Path};

use anyhow::Result;

use super::place::Place;
use crate::fingerprint::{self, Digest};
use crate::system::failed;
use files::Files;
use pieces::Pieces;

mod files;
mod pieces;

/// The name of the list.
pub const NAME: &str = ".beraad-uitvoer.txt";
/// The list of older versions, of copied files only.
pub(super) const OLD: &str = ".beraad-kopie";
const HEAD: &str = "# Wat beraad in deze map heeft gemaakt, en voor wie. Laat dit bestand staan.\n";
/// What stands in the last line, before the number of lines above it.
const END: &str = "# Einde. Regels hierboven: ";

/// What stands in a line for a fingerprint that is not known.
const UNKNOWN: &str = "-";

/// For whom a file is. The order is the order of caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Audience {
    /// For those who take part.
    #[default]
    Internal,
    /// For everybody.
    Public,
}

/// How a file came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A document of ours, with a stamp.
    Made,
    /// A paper of the dossier, as it is there.
    Copied,
}

const AUDIENCES: [(&str, Audience); 2] = [("intern", Audience::Internal), ("openbaar", Audience::Public)];
const ORIGINS: [(&str, Origin); 2] = [("gemaakt", Origin::Made), ("kopie", Origin::Copied)];

/// The fingerprints of what we wrote: nearly always one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// Somebody changed the list, or it is known by its stamp only.
    Unknown,
    One(Digest),
    /// A run was killed; they are sorted.
    Several(Box<[Digest]>),
}

impl Known {
    pub fn of(print: &str) -> Self {
        fingerprint::digest(print).map_or(Self::Unknown, Self::One)
    }

    fn all(&self) -> &[Digest] {
        match self {
            Self::Unknown => &[],
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
        }
    }

    fn and(&self, print: &str) -> Self {
        let mut all: Vec<Digest> = self.all().iter().copied().chain(fingerprint::digest(print)).collect();
        all.sort_unstable();
        all.dedup();
        match all.as_slice() {
            [] => Self::Unknown,
            [one] => Self::One(*one),
            _ => Self::Several(all.into()),
        }
    }
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub audience: Audience,
    pub origin: Origin,
    pub prints: Known,
}

impl Entry {
    /// It has a stamp.
    pub fn is_document(&self) -> bool {
        self.origin == Origin::Made
    }

    /// So many lines it takes.
    fn count(&self) -> usize {
        self.prints.all().len().max(usize::from(!self.is_document()))
    }

    fn lines(&self, path: &str) -> String {
        let known = self.prints.all().iter().map(fingerprint::digits_of);
        // ours all the same, and for whom it is counts
        let unknown = (self.prints == Known::Unknown && !self.is_document()).then(|| UNKNOWN.to_owned());
        known.chain(unknown).map(|print| line(path, self.audience, self.origin, &print)).collect()
    }

    /// Whether we wrote what has this fingerprint.
    pub fn knows(&self, print: &str) -> bool {
        fingerprint::digest(print).is_some_and(|print| self.prints.all().contains(&print))
    }
}

/// Whether the list names all that we made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum State {
    #[default]
    Absent,
    /// It has no right end: it was cut off or changed, or the first run was killed.
    Damaged,
    /// Lines behind the end were added by a run that was killed.
    Whole,
}

/// The files by their paths from the folder, with `/`.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    pub files: Files,
    pub state: State,
    /// What stands in the folders of meetings and on no list, while the list was not whole.
    pub unlisted: BTreeSet<String>,
    /// To which lines are added during a run.
    journal: Option<File>,
}

impl Manifest {
    /// Reads the list of a folder; an empty one when there is none. What is no plain file there is refused.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut manifest = Self::default();
        let list = bytes(folder, NAME)?;
        if let Some(list) = &list {
            manifest.state = if std::str::from_utf8(list).is_ok_and(is_whole) { State::Whole } else { State::Damaged };
        }
        for line in text(list).lines() {
            if let Some((path, audience, origin, print)) = parsed(line) {
                manifest.add(path, audience, origin, print);
            }
        }
        for (print, path) in text(bytes(folder, OLD)?).lines().filter_map(|line| line.split_once("  ")) {
            if stays_below(path) {
                manifest.add(path, Audience::Internal, Origin::Copied, print);
            }
        }
        Ok(manifest)
    }

    fn add(&mut self, path: &str, audience: Audience, origin: Origin, print: &str) {
        let new = Entry { audience, origin, prints: Known::Unknown };
        let entry = self.files.get_or_insert(path, new);
        entry.audience = entry.audience.min(audience);
        entry.prints = entry.prints.and(print);
    }

    /// Notes what is about to be written, on the disk as well.
    pub fn note(&mut self, folder: &Path, path: &str, audience: Audience, origin: Origin, print: &str) -> Result<()> {
        self.add(path, audience, origin, print);
        let unwritten = |error| failed(&folder.join(NAME), "is niet te schrijven", &error);
        let journal = if let Some(journal) = &mut self.journal {
            journal
        } else {
            Place::below(folder, NAME)?;
            fs::create_dir_all(folder).map_err(unwritten)?;
            let file = OpenOptions::new().create(true).append(true).open(folder.join(NAME)).map_err(unwritten)?;
            self.journal.insert(file)
        };
        // a line that was torn by a kill must not swallow this one
        let line = format!("\n{}", line(path, audience, origin, print));
        journal.write_all(line.as_bytes()).map_err(unwritten)
    }

    /// The list as it is stored, line by line: of a large dossier it is never in memory as a whole.
    pub fn text(&self) -> impl Read {
        let lines = self.files.iter().map(|(path, entry)| entry.lines(&path));
        let count = 1 + self.files.iter().map(|(_, entry)| entry.count()).sum::<usize>();
        // without its end the next run looks again
        let end = self.unlisted.is_empty().then(|| format!("{END}{count}\n"));
        let pieces = std::iter::once(HEAD.to_owned()).chain(lines).chain(end).map(String::into_bytes);
        Pieces { pieces, rest: Cursor::default() }
    }

    /// The folders that hold something of ours.
    pub fn folders(&self) -> BTreeSet<String> {
        let top = |(path, _): (String, _)| path.split_once('/').map(|(folder, _)| folder.to_owned());
        self.files.iter().filter_map(top).collect()
    }

    /// Lets go of the file that lines were added to.
    pub fn close(&mut self) {
        self.journal = None;
    }
}

fn bytes(folder: &Path, name: &str) -> Result<Option<Vec<u8>>> {
    Place::below(folder, name)?.bytes()
}

fn text(bytes: Option<Vec<u8>>) -> String {
    String::from_utf8(bytes.unwrap_or_default())
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Whether all lines from the head to the end are there.
fn is_whole(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let starts = lines.next() == Some(HEAD.trim_end());
    let mut count = 1;
    let end = lines.find(|line| {
        let is_entry = parsed(line).is_some();
        count += usize::from(is_entry);
        !is_entry
    });
    starts && end.and_then(|end| end.strip_prefix(END)) == Some(count.to_string().as_str())
}

fn line(path: &str, audience: Audience, origin: Origin, print: &str) -> String {
    let mut line = String::new();
    let audience = AUDIENCES.iter().find(|(_, one)| *one == audience).map_or("", |(word, _)| word);
    let origin = ORIGINS.iter().find(|(_, one)| *one == origin).map_or("", |(word, _)| word);
    // writing to a text cannot fail
    let _ = writeln!(line, "{audience} {origin} {print} {path}");
    line
}

fn parsed(line: &str) -> Option<(&str, Audience, Origin, &str)> {
    let mut parts = line.splitn(4, ' ');
    let (audience, origin, print, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let audience = AUDIENCES.iter().find(|(word, _)| *word == audience)?.1;
    let origin = ORIGINS.iter().find(|(word, _)| *word == origin)?.1;
    stays_below(path).then_some((path, audience, origin, print))
}

/// Somebody may have changed the list: nothing outside the folder is ever taken away.
fn stays_below(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
