//! Writes files: each whole or not at all, only what changed, never over a hand-made edit.
//!
//! [`Writer`] decides what may be written, under a [`lock`], or only looks at; [`place`] writes one file; a list holds what we made in a
//! folder, and for whom.
//!
//! A document ends in a stamp, a comment with a fingerprint of all that stands before it. A file whose stamp is right is
//! our own unedited output and may be written anew; any other is the user's. Line ends and trailing blanks do not count:
//! a checkout on Windows is no edit. Files that are copied, and documents of a
//! format that cannot hold a stamp, are known by the list.

use std::io::{Cursor, Read, Seek};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

use crate::fingerprint::{self, bytes_of};
use crate::render::Format;
use crate::system::failed;
use lock::Lock;
use look::Hold;
use manifest::{Known, Manifest, Origin};
use place::{Place, Sync};

mod archive;
mod left;
pub mod lock;
mod look;
mod manifest;
mod output;
pub mod place;
mod present;
mod stamp;
mod temporary;
mod unlisted;

pub use look::Change;
pub use manifest::{Audience, LastRun, NAME as LIST};
pub use output::{Tidied, holds_public};
pub use stamp::stamped;
use stamp::{is_unedited, with_print};

/// With this the names begin of files that tell what was made in a folder, and that somebody writes there.
pub const OWN: &str = ".beraad-";

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It is new or changed.
    Written,
    /// It was the same already.
    Unchanged,
    /// It was edited by hand, so it was left as it is.
    Edited,
}

/// What is about to stand at a place, and what stands there.
struct Prints {
    new: String,
    existing: Option<String>,
    /// What stands there is ours, or nothing stands there.
    is_ours: bool,
}

/// Writes below one folder, from several threads if need be.
#[derive(Debug)]
pub struct Writer {
    hold: Hold,
    overwrite: bool,
    audience: Audience,
    /// What was made here; nothing where no list is kept.
    made: Option<Mutex<Manifest>>,
}

impl Writer {
    /// A writer for the folder of this lock.
    #[must_use]
    pub fn new(lock: Lock, overwrite: bool) -> Self {
        Self::held(Hold::Lock(lock), overwrite)
    }

    fn held(hold: Hold, overwrite: bool) -> Self {
        Self { hold, overwrite, audience: Audience::Internal, made: None }
    }

    /// Writes a document, with its stamp where its format can hold one. The path is relative, with `/`.
    ///
    /// # Errors
    ///
    /// In Dutch: no rights, no room, a folder in the way.
    pub fn document(&self, path: &str, format: Format, bytes: Vec<u8>) -> Result<Outcome> {
        if !format.about().holds_mark {
            return self.copy(path, &mut Cursor::new(bytes));
        }
        let text = String::from_utf8(bytes).context("Een stuk dat een tekst moet zijn, is er geen.")?;
        let (text, new) = with_print(text, self.audience);
        let place = Place::below(self.hold.folder(), path)?;
        let existing = place.bytes()?;
        let same = existing.as_deref() == Some(text.as_bytes());
        let is_ours =
            same || existing.as_ref().is_none_or(|existing| std::str::from_utf8(existing).is_ok_and(is_unedited));
        let existing = if same { Some(new.clone()) } else { existing.as_deref().map(fingerprint::bytes) };
        self.put(path, &place, &mut text.as_bytes(), Prints { new, existing, is_ours }, Origin::Made)
    }

    /// Writes a file as it is, such as a paper of the dossier; it is never in memory as a whole.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`].
    pub fn copy(&self, path: &str, content: &mut (impl Read + Seek)) -> Result<Outcome> {
        let print = bytes_of(&mut *content).and_then(|print| content.rewind().map(|()| print));
        let print = print.map_err(|error| failed(Path::new(path), "is niet te lezen", &error))?;
        let place = Place::below(self.hold.folder(), path)?;
        let existing = place.print()?;
        let is_ours = existing.as_ref().is_none_or(|existing| self.knows(path, existing));
        self.put(path, &place, content, Prints { new: print, existing, is_ours }, Origin::Copied)
    }

    /// Writes a file of the user's whose text was changed with care for what stood there ([`crate::dossier::edit`]). `was` is what was
    /// read there: when something else stands there by now, that stays.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`]; and when somebody else saved in between.
    pub fn edited(&self, path: &str, was: Option<&str>, text: &str) -> Result<()> {
        let was = was.map(|was| fingerprint::bytes(was.as_bytes()));
        let place = Place::below(self.hold.folder(), path)?;
        self.hold.put(path, &place, &mut text.as_bytes(), was.as_deref(), Sync::Now)
    }

    fn put(
        &self,
        path: &str,
        place: &Place,
        content: &mut dyn Read,
        prints: Prints,
        origin: Origin,
    ) -> Result<Outcome> {
        let Prints { new, existing, is_ours } = prints;
        let is_ours = is_ours || self.is_emptied(path, existing.as_deref());
        let same = existing.as_ref() == Some(&new);
        if !same && !is_ours && !self.overwrite {
            self.hold.note(path, Change::Edited);
            return Ok(Outcome::Edited);
        }
        if let Some(mut made) = self.made() {
            made.note(self.hold.folder(), path, self.audience, origin, &new)?;
        }
        if !same {
            self.hold.put(path, place, content, existing.as_deref(), Sync::Later)?;
        }
        if let Some(entry) = self.made().as_mut().and_then(|made| made.files.get_mut(path)) {
            entry.prints = Known::of(&new);
        }
        Ok(if same { Outcome::Unchanged } else { Outcome::Written })
    }

    /// Whether we wrote at this path, and nothing stands in the file: a power cut leaves it so ([`Sync::Later`]), and of
    /// a person's nothing is in it either.
    fn is_emptied(&self, path: &str, existing: Option<&str>) -> bool {
        let is_listed = self.made().is_some_and(|made| made.files.contains(path));
        is_listed && existing == Some(&fingerprint::bytes(b""))
    }

    /// Whether we wrote at this path what has this fingerprint.
    fn knows(&self, path: &str, print: &str) -> bool {
        self.made().is_some_and(|made| made.files.get(path).is_some_and(|entry| entry.knows(print)))
    }

    fn made(&self) -> Option<MutexGuard<'_, Manifest>> {
        self.made.as_ref().map(|made| made.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
