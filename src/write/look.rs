//! A look at a folder: what a run would write, and nothing is written.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use super::Writer;
use super::lock::Lock;
use super::place::{Place, Sync};

/// What a run would do to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It would be written, and is not there.
    New,
    /// It would be written over what is there.
    Changed,
    /// It would be taken away.
    Removed,
    /// It was edited by hand, so it would be left.
    Edited,
}

/// How a folder is held.
#[derive(Debug)]
pub(super) enum Hold {
    /// Nobody else writes in it.
    Lock(Lock),
    /// It is looked at only: what would become of it is noted, by path.
    Look(PathBuf, Mutex<BTreeMap<String, Change>>),
}

impl Hold {
    pub(super) fn folder(&self) -> &Path {
        match self {
            Self::Lock(lock) => lock.folder(),
            Self::Look(folder, _) => folder,
        }
    }

    pub(super) fn is_look(&self) -> bool {
        matches!(self, Self::Look(..))
    }

    /// Notes what would become of a file.
    pub(super) fn note(&self, path: &str, change: Change) {
        if let Self::Look(_, changes) = self {
            changes.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), change);
        }
    }

    /// Puts all that the reader gives at a place, or notes that it would be put there.
    pub(super) fn put(
        &self,
        path: &str,
        place: &Place,
        content: &mut dyn Read,
        was: Option<&str>,
        sync: Sync,
    ) -> Result<()> {
        match self {
            Self::Lock(lock) => place.write(lock, content, was, sync)?,
            Self::Look(..) => self.note(path, if was.is_some() { Change::Changed } else { Change::New }),
        }
        Ok(())
    }

    /// Takes a file away, or notes that it would be.
    pub(super) fn take(&self, path: &str, place: &Place) -> Result<()> {
        match self {
            Self::Lock(_) => place.remove()?,
            Self::Look(..) if place.print()?.is_some() => self.note(path, Change::Removed),
            Self::Look(..) => {}
        }
        Ok(())
    }
}

impl Writer {
    /// For this folder, which is only looked at: it gives the outcomes of a run and leaves everything as it is.
    #[must_use]
    pub fn that_looks(folder: &Path) -> Self {
        Self::held(Hold::Look(folder.to_owned(), Mutex::default()), false)
    }

    /// What a run would do, where this one only looked.
    #[must_use]
    pub fn changes(&self) -> BTreeMap<String, Change> {
        match &self.hold {
            Hold::Lock(_) => BTreeMap::new(),
            Hold::Look(_, changes) => changes.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }
}
