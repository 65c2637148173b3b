//! Which papers lie in a meeting's folder. Links that lead out of the dossier are seen and not followed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::fingerprint;
use crate::limits::{FOLDER_DEPTH, FOLDER_FILES};

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperState {
    /// A file in the dossier.
    Present,
    /// A link that leads out of the dossier, or nowhere.
    Outside,
}

/// Whether a link leads out of the dossier.
pub fn leaves(root: &Path, path: &Path) -> bool {
    let Ok(true_root) = root.canonicalize() else { return false };
    path.canonicalize().is_ok_and(|target| !target.starts_with(true_root))
}

/// Adds the file or everything below the folder, by paths from the dossier's folder with `/`. `count` is how many files
/// of the meeting there were before; gives what there is more of than is taken in.
pub fn collect(
    root: &Path,
    relative: &str,
    found: &mut BTreeMap<String, PaperState>,
    count: &mut usize,
) -> Option<String> {
    let true_root = root.canonicalize().ok()?;
    let mut open = vec![(relative.to_owned(), 0)];
    while let Some((path, depth)) = open.pop() {
        *count += 1;
        if let Some(excess) = FOLDER_FILES.exceeded(*count).or_else(|| FOLDER_DEPTH.exceeded(depth)) {
            return Some(excess);
        }
        let place = root.join(&path);
        let Ok(meta) = fs::symlink_metadata(&place) else { continue };
        if meta.is_symlink() {
            let inside = place.canonicalize().is_ok_and(|target| target.starts_with(&true_root) && target.is_file());
            found.insert(path, if inside { PaperState::Present } else { PaperState::Outside });
        } else if meta.is_file() {
            found.insert(path, PaperState::Present);
        } else if meta.is_dir() {
            let entries = fs::read_dir(&place).into_iter().flatten().flatten();
            let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
            open.extend(names.map(|name| (format!("{path}/{name}"), depth + 1)));
        }
    }
    None
}

/// The fingerprint of a file. Of a text its line ends do not count.
pub fn fingerprint(path: &Path) -> Option<String> {
    fs::File::open(path).and_then(fingerprint::file).ok()
}
