//! What stands in a folder already: documents of ours, known by their stamps, whatever the list says.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::Result;

use super::manifest::Audience;
use super::stamp::{TAIL, audience};
use crate::system::failed;

const ENDINGS: [&str; 3] = ["md", "html", "eml"];

/// The documents in a folder, and of a folder with meetings also those one level down, with for whom they are.
pub(super) fn documents(folder: &Path, with_meetings: bool) -> Result<BTreeMap<String, Audience>> {
    let mut found = BTreeMap::new();
    for entry in entries(folder)? {
        let Ok(name) = entry.file_name().into_string() else { continue };
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if with_meetings {
                let inner = entries(&entry.path())?.into_iter();
                found.extend(inner.filter_map(|inner| document(&inner, &format!("{name}/"))));
            }
        } else {
            found.extend(document(&entry, ""));
        }
    }
    Ok(found)
}

pub(super) fn entries(folder: &Path) -> Result<Vec<DirEntry>> {
    let shown = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    match fs::read_dir(shown) {
        Ok(entries) => Ok(entries.filter_map(Result::ok).collect()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(Vec::new()),
        Err(error) => Err(failed(shown, "is niet te lezen", &error)),
    }
}

fn document(entry: &DirEntry, before: &str) -> Option<(String, Audience)> {
    let name = entry.file_name().into_string().ok()?;
    let ending = Path::new(&name).extension()?.to_str()?.to_ascii_lowercase();
    // a pipe would keep us waiting
    if !ENDINGS.contains(&ending.as_str()) || !entry.file_type().ok()?.is_file() {
        return None;
    }
    Some((format!("{before}{name}"), audience(&tail(&entry.path()).ok()?)?))
}

fn tail(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut end = Vec::new();
    file.take(TAIL).read_to_end(&mut end)?;
    Ok(end)
}
