//! Whether a folder is as a run left it: then the same run would write nothing.
//!
//! What we wrote is known by its bytes, not by the time of a file: a time can be set, and is kept by whoever copies.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use super::manifest::{Audience, Entry, LastRun, Manifest, State};
use super::present::{self, Depth};
use super::{LIST, Writer};
use crate::fingerprint::bytes_of;

impl Writer {
    /// The last run in this folder, when it made its files from what has this mark and all that is on the list is as it was
    /// then; nothing when another run would look at more than that.
    #[must_use]
    pub fn left_by(&self, from: &str) -> Option<LastRun> {
        let folder = self.hold.folder();
        let list = folder.join(LIST).symlink_metadata().ok().filter(Metadata::is_file)?;
        let manifest = Manifest::read(folder).ok().filter(|it| it.state == State::Whole)?;
        let run = manifest.run.clone().filter(|run| run.from == from)?;
        self.outside_public_folders().ok().filter(|()| !list.permissions().readonly())?;
        let all: Vec<(String, &Entry)> = manifest.files.iter().collect();
        let is_ours = all.iter().all(|(_, entry)| entry.audience == Audience::Internal);
        let is_left = is_ours && are_folders(folder, &all) && are_there(folder, &all);
        let mut others = false;
        let is_known = |path: &str| manifest.files.contains(path);
        present::documents(folder, Depth::Meetings, is_known, |_, _| others = true).ok()?;
        (is_left && !others).then_some(run)
    }
}

/// Whether no folder of ours is a link.
fn are_folders(root: &Path, all: &[(String, &Entry)]) -> bool {
    let folders: BTreeSet<&Path> = all.iter().flat_map(|(path, _)| Path::new(path).ancestors().skip(1)).collect();
    let is_folder = |folder: &Path| root.join(folder).symlink_metadata().is_ok_and(|meta| meta.is_dir());
    folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()).all(is_folder)
}

/// Whether all these files are there, with the bytes that we wrote; looked at on all cores.
fn are_there(root: &Path, all: &[(String, &Entry)]) -> bool {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let parts = all.chunks(all.len().div_ceil(cores).max(1));
    thread::scope(|scope| {
        let looks: Vec<_> = parts
            .map(|part| scope.spawn(|| part.iter().all(|(path, entry)| is_there(&root.join(path), entry))))
            .collect();
        looks.into_iter().all(|look| look.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

fn is_there(place: &Path, entry: &Entry) -> bool {
    let is_plain = fs::symlink_metadata(place).is_ok_and(|meta| meta.is_file());
    is_plain && File::open(place).and_then(bytes_of).is_ok_and(|print| entry.is_alone(&print))
}
