//! Which papers lie in a meeting's folder. Links that lead out of the dossier are seen and not followed.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use super::folder;
use crate::dossier::faults;
use crate::finding::Fault;
use crate::limits::{FOLDER_DEPTH, FOLDER_FILES};
use crate::{fingerprint, system, visible};

/// Why not all papers of a meeting are known.
pub(super) struct Trouble {
    pub fault: &'static Fault,
    pub message: String,
    pub hint: &'static str,
}

/// What stands at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperState {
    /// A file in the dossier, with its bytes.
    Present(u64),
    /// A link to a file in the dossier: its true path from the dossier's folder, with `/`.
    Linked(String),
    /// A link that leads out of the dossier, or nowhere.
    Outside,
}

/// Whether a link leads out of the dossier, of which this is the folder without links.
pub(super) fn leaves(true_root: Option<&Path>, path: &Path) -> bool {
    true_root.is_some_and(|root| path.canonicalize().is_ok_and(|target| !target.starts_with(root)))
}

/// Adds the file or everything below the folder, by paths from the dossier's folder with `/`. `count` is how many files
/// of the meeting there were before; gives why what else is there is not known.
pub(super) fn collect(
    root: &Path,
    relative: &str,
    found: &mut BTreeMap<String, PaperState>,
    count: &mut usize,
) -> Option<Trouble> {
    let true_root = root.canonicalize().ok()?;
    let mut open = vec![(relative.to_owned(), 0)];
    while let Some((path, depth)) = open.pop() {
        *count += 1;
        if let Some(excess) = FOLDER_FILES.exceeded(*count).or_else(|| FOLDER_DEPTH.exceeded(depth)) {
            let hint = "zet in deze map alleen de stukken van deze vergadering";
            return Some(Trouble { fault: &faults::TOO_MUCH, message: excess, hint });
        }
        let place = root.join(&path);
        let meta = match fs::symlink_metadata(&place) {
            Ok(meta) => meta,
            Err(error) => return Some(unreadable(&path, &error)),
        };
        if meta.is_symlink() {
            let target = place.canonicalize().ok().filter(|target| target.is_file());
            let inside = target.as_deref().and_then(|target| with_slashes(target.strip_prefix(&true_root).ok()?));
            found.insert(path, inside.map_or(PaperState::Outside, PaperState::Linked));
        } else if meta.is_file() {
            found.insert(path, PaperState::Present(meta.len()));
        } else if meta.is_dir() {
            match folder::list(&place) {
                Ok(listing) => {
                    open.extend(listing.names.into_iter().map(|(name, _)| (format!("{path}/{name}"), depth + 1)));
                }
                Err(error) => return Some(unreadable(&path, &error)),
            }
        }
    }
    None
}

fn unreadable(path: &str, error: &io::Error) -> Trouble {
    let message = format!("{} is niet te lezen. {}", visible::line(path), system::why(error));
    Trouble { fault: &faults::UNREADABLE, message, hint: "kijk de rechten na" }
}

/// A relative path with `/` on every system; nothing when a part of it is no text.
fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// The fingerprint of the bytes of a file.
pub(super) fn bytes(path: &Path) -> Option<String> {
    fs::File::open(path).and_then(fingerprint::bytes_of).ok()
}

/// The fingerprint of a file. Of a text its line ends do not count.
pub(super) fn fingerprint(path: &Path) -> Option<String> {
    fs::File::open(path).and_then(fingerprint::file).ok()
}
