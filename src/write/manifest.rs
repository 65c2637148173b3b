//! The list of what we made in a folder: for each file by what it is known again, and for whom it is.
//!
//! During a run a line is added before each file is written, so that a run that was killed leaves nothing that is not on
//! it; at the end it is written anew ([`list`]).

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{Cursor, Read, Write as _};
use std::path::Path;

use anyhow::Result;

use super::place::Place;
use crate::fingerprint::{self, Digest};
use crate::system::failed;
use files::{Files, Name};
pub use last_run::LastRun;
use list::{Line, UNKNOWN, stays_below};
use pieces::Pieces;

mod files;
mod last_run;
mod list;
mod pieces;

/// The name of the list.
pub const NAME: &str = ".beraad-uitvoer.txt";
/// The list of older versions, of copied files only.
pub(super) const OLD: &str = ".beraad-kopie";

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
pub(super) enum Origin {
    /// A document of ours, with a stamp.
    Made,
    /// Without one: a paper of the dossier as it is there, or a document of a format that holds none.
    Copied,
}

/// The fingerprints of what we wrote: nearly always one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "a slice would make each entry half as large again")]
pub(super) enum Known {
    /// Somebody changed the list, or it is known by its stamp only.
    Unknown,
    One(Digest),
    /// A run was killed; they are sorted.
    Several(Box<Vec<Digest>>),
}

impl Known {
    pub(super) fn of(print: &str) -> Self {
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
            _ => Self::Several(Box::new(all)),
        }
    }
}

/// What is known of a file. There may be hundreds of thousands: it takes 24 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    name: Name,
    pub audience: Audience,
    pub origin: Origin,
    pub prints: Known,
}

impl Entry {
    /// Of a file of which the fingerprint is not known yet.
    pub(super) fn new(audience: Audience, origin: Origin) -> Self {
        Self { name: Name::default(), audience, origin, prints: Known::Unknown }
    }

    /// It has a stamp.
    pub(super) fn is_document(&self) -> bool {
        self.origin == Origin::Made
    }

    /// Nearly always one; none for what is known by its stamp.
    fn lines(&self, path: &str) -> Vec<String> {
        let known = self.prints.all().iter().map(fingerprint::digits_of);
        // ours all the same, and for whom it is counts
        let unknown = (self.prints == Known::Unknown && !self.is_document()).then(|| UNKNOWN.to_owned());
        let Self { audience, origin, .. } = *self;
        known.chain(unknown).map(|print| Line { path, audience, origin, print: &print }.to_string()).collect()
    }

    /// Whether this is all that we wrote there.
    pub(super) fn is_alone(&self, print: &str) -> bool {
        self.prints != Known::Unknown && self.prints == Known::of(print)
    }

    /// Whether we wrote what has this fingerprint.
    pub(super) fn knows(&self, print: &str) -> bool {
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
    /// The last run, where it is known what it made its files from.
    pub run: Option<LastRun>,
    /// The folder is only looked at.
    pub is_looked_at: bool,
    /// To which lines are added during a run.
    journal: Option<File>,
}

impl Manifest {
    /// Reads the list of a folder; an empty one when there is none. What is no plain file there is refused.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let mut manifest = Self::default();
        if let Some(file) = open(folder, NAME)? {
            let unread = |error| failed(&folder.join(NAME), "is niet te lezen", &error);
            let said = list::read(file, |line| manifest.add(line)).map_err(unread)?;
            manifest.state = if said.is_whole { State::Whole } else { State::Damaged };
            manifest.run = said.run;
        }
        if let Some(file) = open(folder, OLD)? {
            manifest.run = None;
            let unread = |error| failed(&folder.join(OLD), "is niet te lezen", &error);
            let mut add = |line: &str| {
                if let Some((print, path)) = line.split_once("  ").filter(|(_, path)| stays_below(path)) {
                    manifest.add(&Line { path, audience: Audience::Internal, origin: Origin::Copied, print });
                }
            };
            list::lines(file, &mut add).map_err(unread)?;
        }
        Ok(manifest)
    }

    fn add(&mut self, line: &Line<'_>) {
        let entry = self.files.get_or_insert(line.path, Entry::new(line.audience, line.origin));
        entry.audience = entry.audience.min(line.audience);
        entry.prints = entry.prints.and(line.print);
    }

    /// Notes what is about to be written, on the disk as well.
    pub(super) fn note(
        &mut self,
        folder: &Path,
        path: &str,
        audience: Audience,
        origin: Origin,
        print: &str,
    ) -> Result<()> {
        let line = Line { path, audience, origin, print };
        self.add(&line);
        if self.is_looked_at {
            return Ok(());
        }
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
        journal.write_all(format!("\n{line}").as_bytes()).map_err(unwritten)
    }

    /// The list as it is stored, line by line: of a large dossier it is never in memory as a whole.
    pub(super) fn text(&self) -> impl Read {
        let lines = self.files.iter().flat_map(|(path, entry)| entry.lines(&path));
        // without its end the next run looks again
        let is_whole = self.unlisted.is_empty();
        let run = self.run.iter().filter(move |_| is_whole).flat_map(LastRun::lines).map(|line| line + "\n");
        let pieces = list::sealed(lines, is_whole).chain(run).map(String::into_bytes);
        Pieces { pieces, rest: Cursor::default() }
    }

    /// The folders that hold something of ours.
    pub(super) fn folders(&self) -> BTreeSet<String> {
        let top = |(path, _): (String, _)| path.split_once('/').map(|(folder, _)| folder.to_owned());
        self.files.iter().filter_map(top).collect()
    }

    /// Lets go of the file that lines were added to.
    pub(super) fn close(&mut self) {
        self.journal = None;
    }
}

fn open(folder: &Path, name: &str) -> Result<Option<File>> {
    Place::below(folder, name)?.open()
}
