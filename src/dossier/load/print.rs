//! The fingerprint of a dossier as it was read: of all that papers are made from.

use std::path::Path;

use super::{File, Folder, PaperState, Picture, papers};
use crate::fingerprint::{self, Growing};

/// The parts of a fingerprint, of which it counts where one ends and the next begins.
#[derive(Default)]
struct Parts(Growing);

impl Parts {
    fn add(&mut self, part: impl AsRef<[u8]>) {
        self.0.add(&(part.as_ref().len() as u64).to_le_bytes());
        self.0.add(part.as_ref());
    }

    fn all<T: AsRef<[u8]>>(&mut self, parts: impl ExactSizeIterator<Item = T>) {
        self.0.add(&(parts.len() as u64).to_le_bytes());
        parts.for_each(|part| self.add(part));
    }
}

/// The fingerprint of all that was read of a dossier, and of the papers in it as they are now; nothing when one cannot be
/// read.
#[must_use]
pub fn print(dossier: &Folder) -> Option<String> {
    // a field more is a part more
    let Folder {
        root,
        sources,
        files,
        templates,
        papers,
        enclosed,
        overfull,
        broken,
        real: _,
        room: _,
        pictures,
        findings,
    } = dossier;
    let mut parts = Parts::default();
    parts.all(sources.prints().map(|(path, print)| format!("{print:016x} {path}")));
    parts.all(files.iter().map(of_file));
    parts.all(templates.iter().map(|(id, name)| format!("{} {name}", id.0)));
    parts.all(papers.iter().map(|(path, state)| of_paper(root, path, state)).collect::<Option<Vec<_>>>()?.iter());
    parts.all(enclosed.iter().map(|(path, read)| format!("{path} {read:?}")));
    parts.all(overfull.iter());
    parts.all(broken.iter());
    parts.all(pictures.iter().map(of_picture));
    parts.all(findings.iter().map(|finding| format!("{finding:?}")));
    Some(parts.0.digits())
}

fn of_file(file: &File) -> String {
    let File { id, kind, folder, stem, readable } = file;
    format!("{} {} {folder:?} {stem:?} {readable}", id.0, kind.name)
}

fn of_paper(root: &Path, path: &str, state: &PaperState) -> Option<String> {
    let bytes = || papers::bytes(&root.join(path));
    Some(match state {
        PaperState::Present(_) => format!("{} {path}", bytes()?),
        PaperState::Linked(to) => format!("{} {path:?} {to:?}", bytes()?),
        PaperState::Outside => format!("outside {path}"),
    })
}

fn of_picture((name, picture): (&String, &Picture)) -> String {
    match picture {
        Picture::Read(kind, bytes) => format!("{} {kind} {name}", fingerprint::bytes(bytes)),
        Picture::Unfit | Picture::Outside => format!("{picture:?} {name}"),
    }
}
