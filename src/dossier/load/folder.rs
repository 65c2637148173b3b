//! What a folder of the dossier holds.

use std::ffi::OsString;
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

/// What stands under a name, links followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Folder,
    /// A file, be it plain or not.
    File,
    /// A link to nothing, or something that cannot be looked at.
    Nothing,
}

/// The names in a folder, sorted, so that the order of the disk never shows.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub names: Vec<(String, What)>,
    /// Names that are no text: nothing in a dossier can refer to them.
    pub unreadable: Vec<(OsString, What)>,
}

pub(super) fn list(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let what = what(&entry);
        match entry.file_name().into_string() {
            Ok(name) => listing.names.push((name, what)),
            Err(name) => listing.unreadable.push((name, what)),
        }
    }
    listing.names.sort_by(|(a, _), (b, _)| a.cmp(b));
    listing.unreadable.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(listing)
}

fn what(entry: &DirEntry) -> What {
    let kind = entry.file_type();
    let kind = if kind.as_ref().is_ok_and(fs::FileType::is_symlink) {
        fs::metadata(entry.path()).map(|meta| meta.file_type())
    } else {
        kind
    };
    match kind {
        Ok(kind) if kind.is_dir() => What::Folder,
        Ok(_) => What::File,
        Err(_) => What::Nothing,
    }
}
