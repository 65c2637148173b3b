//! Papers: files that must be there, and addresses that may stand in a page.

pub(super) mod names;

use super::Resolver;
use crate::dossier::faults;
use crate::dossier::load::{Enclosed, PaperState};
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::model::{Paper, PaperPlace};
use crate::paper::{DOCUMENTS, inhoud};
use crate::render::Format;
use crate::source::{FileId, Spanned};

impl Resolver<'_> {
    pub(super) fn papers(&mut self, folder: &str, item: &Entry) -> Vec<Paper> {
        let closed = item.flag("besloten");
        let papers = item.tables("stuk").iter();
        papers
            .filter_map(|entry| {
                let place = self.paper_place(folder, entry)?;
                let closed = closed || entry.flag("besloten");
                let linked_to = self.linked_to(folder, &place);
                let size = self.size(folder, &place);
                let text = self.text(folder, &place);
                let (number, title) = (String::new(), entry.placed("titel")?);
                Some(Paper { number, title, place, closed, size, linked_to, text, span: entry.span })
            })
            .collect()
    }

    fn paper_place(&mut self, folder: &str, entry: &Entry) -> Option<PaperPlace> {
        if let Some(path) = entry.text("bestand") {
            return self.inside(folder, path).map(PaperPlace::File);
        }
        if let Some(address) = entry.text("adres") {
            return self.address(address).map(PaperPlace::Address);
        }
        if let Some(date) = entry.date("volgt") {
            return Some(PaperPlace::Follows(date));
        }
        entry.flag("mondeling").then_some(PaperPlace::Oral)
    }

    /// The file that a link in the meeting's folder stands for.
    fn linked_to(&self, folder: &str, place: &PaperPlace) -> Option<String> {
        let PaperPlace::File(path) = place else { return None };
        match self.dossier.papers.get(&format!("{folder}/{path}"))? {
            PaperState::Linked(to) => Some(to.clone()),
            PaperState::Present(_) | PaperState::Outside => None,
        }
    }

    /// The text of a paper that becomes a page. Where it cannot, that is said.
    fn text(&mut self, folder: &str, place: &PaperPlace) -> Option<FileId> {
        let PaperPlace::File(path) = place else { return None };
        match self.dossier.enclosed.get(&format!("{folder}/{path}"))? {
            Enclosed::Text(file) => Some(*file),
            Enclosed::Unfit(why) => {
                self.report(why.clone());
                None
            }
        }
    }

    /// The bytes of a file, or of that which a link stands for.
    fn size(&self, folder: &str, place: &PaperPlace) -> Option<u64> {
        let PaperPlace::File(path) = place else { return None };
        let papers = &self.dossier.papers;
        let state = match papers.get(&format!("{folder}/{path}"))? {
            PaperState::Linked(to) => papers.get(to)?,
            state => state,
        };
        if let PaperState::Present(bytes) = state { Some(*bytes) } else { None }
    }

    /// A path of a file in the meeting's folder, as `a/b.md`.
    fn inside(&mut self, folder: &str, path: Spanned<&str>) -> Option<String> {
        let parts: Vec<&str> = path.value.split('/').filter(|part| *part != ".").collect();
        if path.value.contains(['\\', '\t']) || names::is_drive(path.value) {
            self.report(names::windows_path(folder, path));
            return None;
        }
        if leaves(&parts) {
            let message = format!("Het pad {} wijst buiten de map van de vergadering.", path.value);
            let hint = format!("zet het stuk in {folder}/stukken en schrijf: \"stukken/…\"");
            self.report(Finding::new(&faults::OUTSIDE, path.span, message).hint(hint));
            return None;
        }
        if let Some(name) = parts.first().filter(|name| is_taken(name)) {
            let message = format!("{name} is de naam van een bestand dat beraad zelf in die map maakt.");
            let hint = format!("zet het stuk in {folder}/stukken, of geef het een andere naam");
            self.report(Finding::new(&faults::TAKEN_NAME, path.span, message).hint(hint));
            return None;
        }
        let relative = self.name_on_disk(folder, parts.join("/"));
        self.unsafe_name(folder, &relative, path.span);
        match self.dossier.papers.get(&format!("{folder}/{relative}")) {
            Some(PaperState::Present(_)) => Some(relative),
            // what a link stands for is a paper too, not a file of the dossier itself
            Some(PaperState::Linked(to)) if self.dossier.papers.contains_key(to) => Some(relative),
            Some(PaperState::Linked(to)) => {
                let message = format!("De koppeling {} wijst naar {to}. Dat is geen stuk.", path.value);
                let hint = "zet het stuk zelf in de map van de vergadering";
                self.report(Finding::new(&faults::OUTSIDE, path.span, message).hint(hint));
                None
            }
            Some(PaperState::Outside) => {
                let message = format!("De koppeling {} wijst buiten het dossier.", path.value);
                let hint = "zet het bestand zelf in de map van de vergadering";
                self.report(Finding::new(&faults::OUTSIDE, path.span, message).hint(hint));
                None
            }
            // it may be among the files that were not looked at
            None if self.dossier.overfull.contains(folder) => None,
            None => {
                self.missing(folder, &relative, path);
                None
            }
        }
    }

    fn missing(&mut self, folder: &str, relative: &str, path: Spanned<&str>) {
        let hint = self.near(relative, self.papers_of(folder)).map_or_else(
            || format!("zet het bestand in de map {folder}, of schrijf: volgt = <datum>"),
            |near| format!("bedoelde u {near}?"),
        );
        let message = format!("Het bestand {} is er niet.", path.value);
        self.report(Finding::new(&faults::MISSING_PAPER, path.span, message).hint(hint));
    }

    pub(super) fn address(&mut self, address: Spanned<&str>) -> Option<String> {
        let rest = address.value.strip_prefix("https://").or_else(|| address.value.strip_prefix("http://"));
        let strange = |character: char| character.is_whitespace() || matches!(character, '<' | '>' | '"' | '\\' | '`');
        if rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(strange)) {
            return Some(address.value.to_owned());
        }
        let message = "Dit is geen internetadres dat in een stuk kan staan.";
        let hint = "schrijf een adres dat met https:// begint, zonder spaties; een eigen bestand hoort bij bestand = …";
        self.report(Finding::new(&faults::UNSAFE_ADDRESS, address.span, message).hint(hint));
        None
    }
}

/// Whether a document or a list of ours may get this name, on a disk that does not tell capitals from small letters too.
#[must_use]
pub fn is_taken(name: &str) -> bool {
    let name = name.to_lowercase();
    let stem = Format::ALL.iter().find_map(|format| name.strip_suffix(format.extension())?.strip_suffix('.'));
    let is_of = |stem| stem == inhoud::STEM || DOCUMENTS.iter().any(|document| document.may_be_called(stem));
    name.starts_with(".beraad") || stem.is_some_and(is_of)
}

/// Empty parts stand for an absolute path or a doubled slash.
fn leaves(parts: &[&str]) -> bool {
    parts.is_empty() || parts.iter().any(|part| part.is_empty() || *part == "..")
}
