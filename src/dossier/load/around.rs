//! Whether a folder is one of those that a dossier is read from.

use std::path::{Component, Path, PathBuf};

use super::meeting::has_meeting;
use super::{TEMPLATES, is_dossier, looks_like_meeting};

/// A folder that a dossier is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFrom {
    /// Its own folder.
    Root,
    /// That of its templates, or one in it.
    Templates,
    /// That of a meeting, or one in it.
    Meeting,
    /// One that is not there, and would be read as that of a meeting.
    Coming,
    /// One, or one in it, with the name of a file.
    File,
}

/// Which folder of a dossier this is, links followed, be it there already or not; nothing when no dossier is read from it.
#[must_use]
pub fn read_from(folder: &Path) -> Option<ReadFrom> {
    let folder = real(folder)?;
    let root = folder.ancestors().find(|above| is_dossier(above))?;
    let Some(first) = folder.strip_prefix(root).ok()?.iter().next() else { return Some(ReadFrom::Root) };
    let (name, path) = (first.to_str()?, root.join(first));
    match name {
        // whatever is named like one of its files is read, or told as misspelt
        _ if name.to_lowercase().contains(".toml") => Some(ReadFrom::File),
        TEMPLATES => Some(ReadFrom::Templates),
        _ if name.starts_with('.') => None,
        _ if has_meeting(&path) || path.exists() && looks_like_meeting(name) => Some(ReadFrom::Meeting),
        _ => looks_like_meeting(name).then_some(ReadFrom::Coming),
    }
}

/// Where a folder lies when links are followed as far as it is there.
fn real(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let (above, real) = folder.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)))?;
    let all = folder.strip_prefix(above).ok()?.components().fold(real, |mut real, part| {
        match part {
            Component::ParentDir => drop(real.pop()),
            part => real.push(part),
        }
        real
    });
    Some(all)
}
