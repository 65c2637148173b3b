//! Whose a lock is, and what a person is told while the program is busy.

use std::path::Path;

use anyhow::Result;

use super::say;
use crate::dutch;
use crate::work::Caller;
use crate::work::apart::{Written, refuse_dossier};
use crate::write::Writer;

/// A writer for this folder, when no dossier is read from it and nobody else writes there. `way` is another folder that can
/// be named instead.
pub(super) fn writer(folder: &Path, overwrite: bool, written: Written<'_>, way: &str) -> Result<Writer> {
    refuse_dossier(folder, written, way)?;
    with_caller(&|_, _| {}, |caller| caller.writer(folder, overwrite))
}

/// Does something for the person at the terminal, who is told of progress.
pub(super) fn with_caller<T>(progress: &(dyn Fn(usize, usize) + Sync), act: impl FnOnce(&Caller<'_>) -> T) -> T {
    let waits = |held: &str| say(&format!("{held} Even wachten…"));
    act(&Caller { holder: &holder(), waits: &waits, progress })
}

/// `jdejong op pc-12 (proces 345), sinds 27 november 2025 om 14.05 uur`
fn holder() -> String {
    let named = |name: Result<String, whoami::Error>| name.unwrap_or_else(|_| "onbekend".to_owned());
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line is where the clock is read; nothing is made of this"
    )]
    let now = chrono::Local::now();
    let (who, computer, process) = (named(whoami::username()), named(whoami::hostname()), std::process::id());
    let (day, time) = (dutch::date(now.date_naive()), now.format("%H.%M"));
    format!("{who} op {computer} (proces {process}), sinds {day} om {time} uur")
}
