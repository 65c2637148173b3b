//! Dossiers as large as asked.

use std::fs;
use std::path::{Path, PathBuf};

use beraad::dossier::load::{Folder, load};
use chrono::{Days, NaiveDate};

/// `agendas/`, with as many meetings as asked: the held meeting of the Regionaal Beraad, week after week, or day after day when
/// there are so many that weeks would run out of years.
pub(crate) fn dossier(meetings: u64) -> (tempfile::TempDir, Folder) {
    let folder = tempfile::tempdir().expect("a place for files");
    let from = Path::new("agendas");
    fs::copy(from.join("convenant.toml"), folder.path().join("convenant.toml")).expect("the covenant");
    for entry in fs::read_dir(from).expect("agendas").flatten().filter(|entry| entry.path().is_dir()) {
        copy(&entry.path(), &folder.path().join(entry.file_name()), "", "");
    }
    let first = NaiveDate::from_ymd_opt(2026, 1, 8).expect("a day that exists");
    for week in 0..meetings.saturating_sub(4) {
        let step = if meetings > 5000 { 6 } else { 7 };
        let date = (first + Days::new(step * week)).to_string();
        let name = format!("{date}-regionaal-beraad");
        copy(
            &from.join("2025-10-09-regionaal-beraad"),
            &folder.path().join(&name),
            "2025-10-09-regionaal-beraad",
            &name,
        );
        let file = folder.path().join(&name).join("vergadering.toml");
        let text =
            fs::read_to_string(&file).expect("a meeting").replace("datum    = 2025-10-09", &format!("datum = {date}"));
        fs::write(file, text.replace("datum = 2025-10-09", &format!("datum = {date}"))).expect("a meeting");
    }
    let dossier = load(folder.path()).expect("a dossier");
    (folder, dossier)
}

/// Copies a folder, with one name changed in its TOML files.
fn copy(from: &Path, to: &Path, old: &str, new: &str) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, target): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target, old, new);
        } else if path.extension().is_some_and(|extension| extension == "toml") && !old.is_empty() {
            fs::write(target, fs::read_to_string(path).expect("a text").replace(old, new)).expect("a file");
        } else {
            fs::copy(path, target).expect("a file");
        }
    }
}
