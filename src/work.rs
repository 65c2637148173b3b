//! What a person does with a dossier, one file per action. Each gives a report and prints nothing.

use std::path::Path;

use anyhow::Result;

use crate::write::Writer;
use crate::write::lock::Lock;

mod additions;
pub mod apart;
pub mod bundle;
pub mod check;
pub mod choose;
mod dossier;
pub mod freeze;
mod mailing;
pub mod make;
mod named;
pub mod note;
pub mod papers;
pub mod produce;
mod publish;
mod record;
mod search;
pub mod send;
mod stop;
pub mod take_in;
mod templates;

pub use additions::Additions;
pub use dossier::Dossier;
pub use stop::Stop;

/// What whoever calls an action brings: how its hold of a folder is called, and who is told of what takes long.
pub struct Caller<'a> {
    /// Who holds a folder, in Dutch.
    pub holder: &'a str,
    /// Is told that somebody else holds the folder.
    pub waits: &'a (dyn Fn(&str) + Sync),
    /// Is told how many meetings were made, and of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

impl Caller<'_> {
    /// A writer for this folder, when nobody else writes there.
    ///
    /// # Errors
    ///
    /// When somebody else does, or nobody can.
    pub fn writer(&self, folder: &Path, overwrite: bool) -> Result<Writer> {
        Ok(Writer::new(Lock::take(folder, self.holder, self.waits)?, overwrite))
    }
}
