//! Names of files as disks have them: with é as one character or as two, with or without capitals, and what Windows refuses.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::Resolver;
use crate::dossier::faults;
use crate::finding::Finding;
use crate::source::{Span, Spanned};

/// Names that Windows keeps for itself, whatever comes behind the first dot.
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// What Windows allows in no name, besides what separates folders.
const REFUSED: [char; 7] = ['<', '>', ':', '"', '|', '?', '*'];

impl Resolver<'_> {
    /// The path as the disk has it: a Mac may write é as two characters where an editor writes one.
    pub(super) fn name_on_disk(&self, folder: &str, relative: String) -> String {
        let there = |path: &str| self.dossier.papers.contains_key(&format!("{folder}/{path}"));
        if relative.is_ascii() || there(&relative) {
            return relative;
        }
        let wanted: String = relative.nfc().collect();
        let found = self.papers_of(folder).find(|path| path.nfc().eq(wanted.chars())).map(str::to_owned);
        found.unwrap_or(relative)
    }

    /// Advises on names that are no name, or another one, on the computer of somebody else.
    pub(super) fn unsafe_name(&mut self, folder: &str, relative: &str, span: Span) {
        let message = if let Some(part) = relative.split('/').find(|part| is_refused(part)) {
            format!("De naam {part} kan niet op Windows.")
        } else if let Some(twin) = self.twin(folder, relative) {
            format!("Naast {relative} staat {twin}: op Windows en een Mac is dat dezelfde naam.")
        } else {
            return;
        };
        let hint = "geef het bestand een andere naam, van letters, cijfers en streepjes";
        self.report(Finding::new(&faults::UNSAFE_NAME, span, message).hint(hint));
    }

    /// Another paper of the meeting whose name differs in capitals, or in how é is written, only.
    fn twin(&mut self, folder: &str, relative: &str) -> Option<String> {
        if self.folded.folder != folder {
            self.folded = Folded { folder: folder.to_owned(), names: fold_all(self.papers_of(folder)) };
        }
        let same = self.folded.names.get(&folded(relative))?;
        same.iter().find(|path| *path != relative).cloned()
    }

    /// The files of a meeting, from its folder.
    pub(super) fn papers_of(&self, folder: &str) -> impl Iterator<Item = &str> {
        let prefix = format!("{folder}/");
        let from = self.dossier.papers.range(prefix.clone()..);
        from.map_while(move |(path, _)| path.strip_prefix(&prefix))
    }
}

/// The names in the folder of one meeting by how all computers take them; made once for all its papers.
#[derive(Debug, Default)]
pub(in crate::dossier::resolve) struct Folded {
    folder: String,
    names: BTreeMap<String, Vec<String>>,
}

fn fold_all<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, Vec<String>> {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in paths {
        names.entry(folded(path)).or_default().push(path.to_owned());
    }
    names.retain(|_, same| same.len() > 1);
    names
}

fn folded(path: &str) -> String {
    if path.is_ascii() { path.to_ascii_lowercase() } else { path.nfc().flat_map(char::to_lowercase).collect() }
}

fn is_refused(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let bare = stem.trim_end_matches(|last: char| last.is_ascii_digit());
    let numbered = matches!(bare, "com" | "lpt");
    let reserved = RESERVED.contains(&bare) && stem.len() == bare.len() + usize::from(numbered);
    reserved || name.ends_with(['.', ' ']) || name.contains(REFUSED)
}

/// `C:`
pub(super) fn is_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// A path as Windows writes it.
pub(super) fn windows_path(folder: &str, path: Spanned<&str>) -> Finding {
    let local = is_drive(path.value) || path.value.starts_with("\\\\");
    let (message, hint) = if local {
        let message = format!("Het pad {} bestaat op één computer.", path.value);
        (message, format!("zet het stuk in {folder}/stukken en schrijf: \"stukken/…\""))
    } else {
        let straight = path.value.replace(['\\', '\t'], "/");
        let hint = if path.value.contains('\t') {
            "schrijf het pad met /".to_owned()
        } else {
            format!("schrijf: \"{straight}\"")
        };
        ("In een pad staat /, geen \\.".to_owned(), hint)
    };
    Finding::new(&faults::OUTSIDE, path.span, message).hint(hint)
}
