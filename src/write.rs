//! Writes files: each whole or not at all, only what changed, never over a hand-made edit.
//!
//! [`Writer`] decides what may be written, under a [`lock`]; [`place`] writes one file.
//!
//! A document ends in a stamp, a comment with a fingerprint of all that stands before it. A file whose stamp is right is
//! our own unedited output and may be written anew; any other is the user's. Line ends and trailing blanks do not count:
//! a checkout on Windows is no edit. Files that are copied cannot carry a stamp: a list beside them holds theirs.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::fingerprint::{bytes as fingerprint, bytes_of};
use crate::system::failed;
use lock::Lock;
use place::Place;

pub mod lock;
pub mod place;
mod temporary;

const STAMP: &str = "<!-- beraad sha256:";
const STAMP_END: &str = " -->";
/// The list of copied files, in the folder that a run writes to.
const COPIES: &str = ".beraad-kopie";

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

/// Writes below one folder, from several threads if need be.
#[derive(Debug)]
pub struct Writer {
    lock: Lock,
    overwrite: bool,
    copies: Mutex<BTreeMap<String, String>>,
}

impl Writer {
    /// A writer for the folder of this lock.
    #[must_use]
    pub fn new(lock: Lock, overwrite: bool) -> Self {
        let copies = fs::read_to_string(lock.folder().join(COPIES)).unwrap_or_default();
        let copies = copies
            .lines()
            .filter_map(|line| line.split_once("  "))
            .map(|(print, path)| (path.to_owned(), print.to_owned()));
        Self { lock, overwrite, copies: Mutex::new(copies.collect()) }
    }

    /// Writes a document, with its stamp. The path is relative, with `/`.
    ///
    /// # Errors
    ///
    /// In Dutch: no rights, no room, a folder in the way.
    pub fn document(&self, path: &str, text: String) -> Result<Outcome> {
        let bytes = stamped(text).into_bytes();
        self.put(path, &bytes, |existing| std::str::from_utf8(existing).is_ok_and(is_unedited))
    }

    /// Writes a file as it is, such as a paper of the dossier; it is never in memory as a whole.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`].
    pub fn copy(&self, path: &str, content: &mut (impl Read + Seek)) -> Result<Outcome> {
        let print = bytes_of(&mut *content).and_then(|print| content.rewind().map(|()| print));
        let print = print.map_err(|error| failed(Path::new(path), "is niet te lezen", &error))?;
        let place = Place::below(self.lock.folder(), path)?;
        let existing = place.print()?;
        let known = self.copies().get(path).cloned();
        if existing.is_some() && !self.overwrite && existing != known && existing.as_ref() != Some(&print) {
            return Ok(Outcome::Edited);
        }
        let same = existing.as_ref() == Some(&print);
        if !same {
            place.write(&self.lock, content, existing.as_deref())?;
        }
        self.copies().insert(path.to_owned(), print);
        Ok(if same { Outcome::Unchanged } else { Outcome::Written })
    }

    /// Writes a file of the user's whose text was changed with care for what stood there ([`crate::edit`]). `was` is what was
    /// read there: when something else stands there by now, that stays.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`]; and when somebody else saved in between.
    pub fn edited(&self, path: &str, was: Option<&str>, text: &str) -> Result<()> {
        let was = was.map(|was| fingerprint(was.as_bytes()));
        Place::below(self.lock.folder(), path)?.write(&self.lock, &mut text.as_bytes(), was.as_deref())
    }

    /// Writes the list of copied files; call it when all is done.
    ///
    /// # Errors
    ///
    /// As [`Writer::document`].
    pub fn finish(&self) -> Result<()> {
        let copies = self.copies();
        if copies.is_empty() {
            return Ok(());
        }
        let lines: Vec<String> = copies.iter().map(|(path, print)| format!("{print}  {path}\n")).collect();
        let lines = lines.concat();
        self.put(COPIES, lines.as_bytes(), |_| true).map(drop)
    }

    fn copies(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.copies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, path: &str, bytes: &[u8], is_ours: impl FnOnce(&[u8]) -> bool) -> Result<Outcome> {
        let place = Place::below(self.lock.folder(), path)?;
        let existing = place.bytes()?;
        match &existing {
            Some(existing) if *existing == bytes => return Ok(Outcome::Unchanged),
            Some(existing) if !self.overwrite && !is_ours(existing) => return Ok(Outcome::Edited),
            _ => {}
        }
        let was = existing.as_deref().map(fingerprint);
        place.write(&self.lock, &mut &*bytes, was.as_deref())?;
        Ok(Outcome::Written)
    }
}

/// The text with its stamp as the last line.
#[must_use]
pub fn stamped(mut text: String) -> String {
    let print = fingerprint(normal(&text).as_bytes());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(STAMP);
    text.push_str(&print);
    text.push_str(STAMP_END);
    text.push('\n');
    text
}

/// Whether a text is as the tool wrote it.
fn is_unedited(text: &str) -> bool {
    let text = normal(text);
    let parts = text.rsplit_once(STAMP).and_then(|(body, stamp)| Some((body, stamp.strip_suffix(STAMP_END)?)));
    parts.is_some_and(|(body, print)| fingerprint(normal(body).as_bytes()) == print)
}

/// Line ends as `\n`, nothing behind the last letter.
fn normal(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.trim_end();
    if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() }
}
