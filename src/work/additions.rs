//! What this run adds to files of the dossier: each addition is on disk before it is told.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};

use crate::dossier::edit::{self, Target};
use crate::dossier::load::{self, Folder};
use crate::visible;
use crate::write::Writer;

/// Why something was not added.
pub enum Refusal {
    /// The file cannot take it.
    Unfit(anyhow::Error),
    /// The program could not do its work.
    Program(anyhow::Error),
}

impl Refusal {
    /// Either way, for whoever adds one thing only.
    pub fn error(self) -> anyhow::Error {
        match self {
            Self::Unfit(error) | Self::Program(error) => error,
        }
    }
}

/// A place in the dossier and what comes there.
pub struct Addition<'a> {
    pub kind: &'a str,
    /// The file, from the dossier's folder.
    pub path: &'a str,
    /// What a new file starts with.
    pub head: &'a str,
    /// The table of which entries are added.
    pub table: &'a str,
    pub entries: &'a [String],
}

/// The files that this run adds to.
#[derive(Default)]
pub struct Additions {
    /// Holds the lock of the dossier; none when nothing may be written.
    writer: Option<Writer>,
    /// Files that were added to, as they are now, or would be.
    texts: BTreeMap<String, String>,
    /// How many bytes were added.
    grown: usize,
}

impl Additions {
    /// Additions by a writer that holds the lock of the dossier.
    pub const fn new(writer: Writer) -> Self {
        Self { writer: Some(writer), texts: BTreeMap::new(), grown: 0 }
    }

    /// Nothing gets onto the disk.
    pub const fn is_trial(&self) -> bool {
        self.writer.is_none()
    }

    /// Adds entries to a file, all of them or none.
    ///
    /// # Errors
    ///
    /// When the file cannot take it, was saved by somebody else meanwhile, or cannot be written.
    pub fn add(&mut self, dossier: &Folder, it: &Addition<'_>) -> Result<(), Refusal> {
        let was = self.current(dossier, it.path).map_err(Refusal::Program)?;
        let mut text = was.clone();
        for entry in it.entries {
            let grown = self.grown + text.as_ref().map_or(0, String::len) - was.as_ref().map_or(0, String::len);
            let room = dossier.room().saturating_sub(grown);
            let target = Target { kind: it.kind, path: it.path, existing: text.as_deref(), room };
            text = Some(edit::append(&target, it.head, it.table, entry).map_err(Refusal::Unfit)?);
        }
        let Some(text) = text else { return Ok(()) };
        if let Some(writer) = &self.writer {
            writer.edited(it.path, was.as_deref(), &text).map_err(Refusal::Program)?;
        }
        self.grown += text.len() - was.as_ref().map_or(0, String::len);
        self.texts.insert(it.path.to_owned(), text);
        Ok(())
    }

    /// Takes the last entry of a table out of a file.
    ///
    /// # Errors
    ///
    /// When there is none, somebody else saved the file meanwhile, or it cannot be written.
    pub fn take_last(&mut self, dossier: &Folder, kind: &str, path: &str, table: &str) -> Result<()> {
        let was = self.current(dossier, path)?;
        let text = edit::without_last(&Target { kind, path, existing: was.as_deref(), room: 0 }, table)?;
        if let Some(writer) = &self.writer {
            writer.edited(path, was.as_deref(), &text)?;
        }
        self.texts.insert(path.to_owned(), text);
        Ok(())
    }

    /// A file as it is; when that is not as it was read, nobody knows what would be added to.
    fn current(&self, dossier: &Folder, path: &str) -> Result<Option<String>> {
        if let Some(text) = self.texts.get(path) {
            return Ok(Some(text.clone()));
        }
        let now = load::existing(&dossier.root, path)?;
        let as_read = now.as_ref().map(|text| load::as_read(text.as_bytes().to_vec(), usize::MAX)).transpose();
        let mut files = dossier.files.iter().map(|file| file.id);
        let was = files.find(|id| dossier.sources.path(*id) == path).map(|id| dossier.sources.text(id));
        let is_same = |now: Option<String>| match (&was, now) {
            (None, None) => true,
            (Some(Some(was)), Some(now)) => ***was == *now,
            _ => false,
        };
        if as_read.is_ok_and(is_same) {
            return Ok(now);
        }
        let path = visible::line(path);
        Err(anyhow!("{path} is intussen door iemand anders opgeslagen en daarom niet bijgewerkt. Probeer het opnieuw."))
    }
}
