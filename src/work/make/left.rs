//! A run that would write nothing: nothing changed of what is asked, nor of what it is made from, nor of what is there.

use anyhow::Result;
use chrono::NaiveDate;

use super::super::Caller;
use super::super::apart::{Written, refuse_dossier};
use super::{Made, Request, Way};
use crate::dossier::load::{self, Folder};
use crate::fingerprint;
use crate::write::LIST;

/// By what this program is told from another, which may say the same otherwise.
const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("BERAAD_MARK"));

/// The mark of a run: of the program, the day, what is asked, and the whole dossier as it was read. Nothing for everybody: a
/// public run looks each time at what may be seen.
#[must_use]
pub fn mark(dossier: &Folder, today: NaiveDate, ask: &Request<'_>) -> Option<String> {
    // where it is written is no part of what is written
    let Request { meetings, formats, to: _, public, site, way, from: _ } = ask;
    let read = if *public { None } else { load::print(dossier) }?;
    let asked = format!("{PROGRAM} {today} {meetings:?} {formats:?} {site} {way:?} {read}");
    Some(fingerprint::bytes(asked.as_bytes()))
}

/// What a run of this mark left, as one more would tell it, when all of it is there still. Nothing when the run has to be done.
///
/// # Errors
///
/// When somebody else writes in the folder.
pub fn left(mark: &str, ask: &Request<'_>, caller: &Caller<'_>) -> Result<Option<Made>> {
    if ask.public || !ask.to.join(LIST).is_file() || refuse_dossier(ask.to, Written::Files, "--naar uit").is_err() {
        return Ok(None);
    }
    let left = caller.writer(ask.to, ask.way == Way::Overwrite)?.left_by(mark);
    let told = left.map(|run| Made {
        same: run.files,
        left_out: run.left_out,
        written: 0,
        edited: Vec::new(),
        refusal: None,
        remarks: Vec::new(),
    });
    Ok(told)
}
