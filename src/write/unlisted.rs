//! Files in the folders of meetings of which nobody knows whose they are: the list that would tell is gone or damaged.

use std::collections::BTreeSet;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

use anyhow::Result;
use chrono::NaiveDate;

use super::manifest::Manifest;
use super::present::entries;
use crate::visible;

/// So long is the date with which the folder of a meeting begins.
const DATE: usize = 10;

/// The files that stand on no list, in all folders of meetings: of one that is gone no document may be left.
pub(super) fn files(folder: &Path, manifest: &Manifest) -> Result<BTreeSet<String>> {
    let ours = manifest.folders();
    let mut open: Vec<_> = entries(folder)?.iter().map(found).collect();
    open.retain(|(name, _, is_folder)| *is_folder && is_of_meeting(name, &ours));
    let mut unlisted = BTreeSet::new();
    while let Some((path, place, is_folder)) = open.pop() {
        if is_folder {
            let within = entries(&place)?;
            open.extend(within.iter().map(found).map(|(name, place, kind)| (format!("{path}/{name}"), place, kind)));
        } else if !manifest.files.contains(&path) {
            unlisted.insert(path);
        }
    }
    Ok(unlisted)
}

/// The name, the place, and whether it is a folder; a link is none.
fn found(entry: &DirEntry) -> (String, PathBuf, bool) {
    let name = entry.file_name().into_string().unwrap_or_else(|name| visible::path(Path::new(&name)));
    (name, entry.path(), entry.file_type().is_ok_and(|kind| kind.is_dir()))
}

/// Whether a folder is that of a meeting, now or before: one of ours, or one that begins with a date.
pub(super) fn is_of_meeting(name: &str, ours: &BTreeSet<String>) -> bool {
    ours.contains(name) || begins_with_date(name)
}

fn begins_with_date(name: &str) -> bool {
    name.get(..DATE).is_some_and(|date| date.parse::<NaiveDate>().is_ok())
}
