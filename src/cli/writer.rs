//! Whose a lock is, and the writers that hold one.

use std::path::Path;

use anyhow::Result;

use super::say;
use crate::dutch;
use crate::write::Writer;
use crate::write::lock::Lock;

/// A writer for this folder, when nobody else writes there.
pub fn writer(folder: &Path, overwrite: bool) -> Result<Writer> {
    let waiting = |held: &str| say(&format!("{held} Even wachten…"));
    Ok(Writer::new(Lock::take(folder, &holder(), waiting)?, overwrite))
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
