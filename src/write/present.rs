//! What stands in a folder already: documents of ours, known by their stamps, whatever the list says.

use std::fs::{self, DirEntry, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::Result;

use super::manifest::Audience;
use super::stamp::{TAIL, audience};
use crate::render::Format;
use crate::system::failed;

/// How far below a folder is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// In the folder itself.
    Here,
    /// One level down too, where meetings are.
    Meetings,
    /// All the way, save in hidden folders: all of it is published.
    All,
}

/// Gives the documents in a folder and below it, with for whom they are, save those at known paths. There may be hundreds of
/// thousands.
pub(super) fn documents(
    folder: &Path,
    depth: Depth,
    is_known: impl Fn(&str) -> bool,
    mut give: impl FnMut(&str, Audience),
) -> Result<()> {
    let mut open = vec![(folder.to_owned(), String::new())];
    while let Some((folder, before)) = open.pop() {
        for entry in entries(&folder)? {
            let Ok(name) = entry.file_name().into_string() else { continue };
            if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let path = format!("{before}{name}");
                if let Some(audience) = Some(&path).filter(|path| !is_known(path)).and_then(|_| document(&entry)) {
                    give(&path, audience);
                }
            } else if depth == Depth::All && !name.starts_with('.') || depth == Depth::Meetings && before.is_empty() {
                open.push((entry.path(), format!("{before}{name}/")));
            }
        }
    }
    Ok(())
}

pub(super) fn entries(folder: &Path) -> Result<Vec<DirEntry>> {
    let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::read_dir(shown) {
        Ok(entries) => Ok(entries.filter_map(Result::ok).collect()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Vec::new()),
        Err(error) => Err(failed(shown, "is niet te lezen", &error)),
    }
}

/// For whom it is, when it is a document.
fn document(entry: &DirEntry) -> Option<Audience> {
    let name = entry.file_name().into_string().ok()?;
    let ending = Path::new(&name).extension()?.to_str()?.to_ascii_lowercase();
    // a pipe would keep us waiting
    let mut marked = Format::ALL.iter().filter(|format| format.about().holds_mark);
    if !marked.any(|format| format.extension() == ending) || !entry.file_type().ok()?.is_file() {
        return None;
    }
    audience(&tail(&entry.path()).ok()?)
}

fn tail(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut end = Vec::new();
    file.take(TAIL).read_to_end(&mut end)?;
    Ok(end)
}
