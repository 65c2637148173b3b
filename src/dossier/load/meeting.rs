//! A meeting's folder, and what can be wrong with it as such: a meeting is never left out without a word.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use super::folder::{self, Listing, What};
use super::papers::{self, Trouble};
use super::{Folder, is_toml};
use crate::dossier::{faults, format};
use crate::finding::Finding;
use crate::source::Span;
use crate::{system, visible};

/// The files of a meeting, beside the answers.
const OF_MEETING: [&str; 4] = ["vergadering", "verslag", "verzending", "vaststelling"];

impl Folder {
    pub(super) fn folder(&mut self, name: &str, path: &Path) -> Result<()> {
        if name == super::TEMPLATES {
            self.own_templates(path);
            return Ok(());
        }
        if name.starts_with('.') || !(looks_like_meeting(name) || has_meeting(path)) {
            return Ok(());
        }
        let before = self.files.len();
        let (mut count, mut trouble) = (0, None);
        let listed = self.list(name, path, |_| false);
        if self.overfull.contains(name) {
            self.broken.push(name.to_owned());
            return Ok(());
        }
        for (file, what) in &listed {
            let place = path.join(file);
            let relative = format!("{name}/{file}");
            if file == "raadpleging" {
                self.replies(name, *what, &place)?;
            } else if is_toml(file) {
                self.toml(Some(name), file, &place, &OF_MEETING);
            } else {
                self.misspelt(&relative, file, &OF_MEETING);
                let found = &mut self.papers;
                trouble = trouble.or_else(|| papers::collect(&self.root, &relative, found, &mut count));
            }
        }
        self.incomplete(name, before, trouble);
        self.enclosed(name);
        if !listed.iter().any(|(file, _)| file == "vergadering.toml") {
            self.without_meeting(name, before);
        }
        Ok(())
    }

    /// A folder that looks like a meeting's and holds none.
    fn without_meeting(&mut self, name: &str, before: usize) {
        let message = format!("In de map {name} ontbreekt vergadering.toml.");
        let hint = "maak het bestand, of geef de map een andere naam";
        let first = self.files.get(before).map(|file| file.id);
        let id = first.unwrap_or_else(|| self.sources.add(format!("{name}/"), String::new()));
        self.findings.push(Finding::new(&faults::FOLDER_DISAGREES, Span::whole(id), message).hint(hint));
        // without the meeting there is nothing that these files could be about
        self.files.truncate(before);
        self.broken.push(name.to_owned());
    }

    /// What a folder holds; one that cannot be read is a finding.
    pub(super) fn list(&mut self, name: &str, path: &Path, matters: impl Fn(What) -> bool) -> Vec<(String, What)> {
        match folder::list(path) {
            Ok(listing) => self.named(name, listing, matters),
            Err(error) => {
                self.unreadable(format!("{name}/"), format!("Deze map is niet te lezen. {}", system::why(&error)));
                self.overfull.insert(name.to_owned());
                Vec::new()
            }
        }
    }

    /// The names that are text. Another is an error where something may be left out by it.
    pub(super) fn named(
        &mut self,
        folder: &str,
        listing: Listing,
        matters: impl Fn(What) -> bool,
    ) -> Vec<(String, What)> {
        for (name, what) in listing.unreadable {
            let name = visible::path(Path::new(&name));
            let relative = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if matters(what) {
                self.unreadable(relative + "/", "De naam hiervan is geen leesbare tekst.".to_owned());
            } else {
                self.unknown(relative, "", &[]);
            }
        }
        listing.names
    }

    pub(super) fn unreadable(&mut self, relative: String, message: String) {
        let id = self.sources.add(relative, String::new());
        let hint = "kijk de naam en de rechten na";
        self.findings.push(Finding::new(&faults::UNREADABLE, Span::whole(id), message).hint(hint));
    }

    /// Not all that a meeting's folder holds is known.
    fn incomplete(&mut self, name: &str, before: usize, trouble: Option<Trouble>) {
        let Some(trouble) = trouble else { return };
        self.overfull.insert(name.to_owned());
        let files = self.files.get(before..).unwrap_or_default();
        let file = files.iter().find(|file| file.kind.name == "vergadering").or(files.first());
        let id = file.map_or_else(|| self.sources.add(format!("{name}/"), String::new()), |file| file.id);
        self.findings.push(Finding::new(trouble.fault, Span::whole(id), trouble.message).hint(trouble.hint));
    }

    fn replies(&mut self, folder: &str, what: What, path: &Path) -> Result<()> {
        let kind = format::kind("raadpleging").context("de soort raadpleging bestaat")?;
        let relative = format!("{folder}/raadpleging");
        if what != What::Folder {
            self.unreadable(relative, "Dit is geen map met antwoorden.".to_owned());
            return Ok(());
        }
        for (name, _) in self.list(&relative, path, |_| true) {
            let place = format!("{relative}/{name}");
            if let Some(stem) = name.strip_suffix(".toml") {
                self.add(Some(folder), &place, stem, &path.join(&name), kind);
            } else if !name.starts_with('.') {
                self.unknown(place, "", &[]);
            }
        }
        Ok(())
    }

    /// A name that is one of ours but for its capitals, or for an ending that the computer does not show.
    pub(super) fn misspelt(&mut self, relative: &str, name: &str, known: &[&str]) {
        let lower = name.to_lowercase();
        match lower.strip_suffix(".toml").or_else(|| Some(lower.split_once(".toml.")?.0)) {
            Some(stem) => self.unknown(relative.to_owned(), stem, known),
            None if lower == "raadpleging" => self.unknown(relative.to_owned(), "", &[]),
            None => {}
        }
    }
}

/// Whether a folder holds a meeting, be it under a name that cannot be followed.
pub(super) fn has_meeting(folder: &Path) -> bool {
    !matches!(folder.join("vergadering.toml").symlink_metadata(), Err(error) if error.kind() == ErrorKind::NotFound)
}

/// A name that starts with a date: probably a meeting, even when its file is missing.
pub(super) fn looks_like_meeting(name: &str) -> bool {
    name.get(..11).is_some_and(|start| {
        start
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7 | 10) { byte == b'-' } else { byte.is_ascii_digit() })
    })
}
