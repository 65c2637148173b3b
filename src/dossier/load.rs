//! Folder to texts: the only place that reads files.
//!
//! Takes care of byte-order marks, line ends, encodings, sizes and links. A file that cannot be used gives a finding,
//! never a crash; only a folder that cannot be read at all is an error of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};

use crate::dossier::faults;
use crate::dossier::format::{self, Kind};
use crate::finding::Finding;
use crate::limits::{ANSWER, DOSSIER};
use crate::source::{FileId, Sources, Span};
use crate::system::failed;
use crate::visible;
use folder::What;
use meeting::looks_like_meeting;

mod around;
mod enclosed;
mod folder;
mod meeting;
mod papers;
mod picture;
mod print;
mod templates;
mod text;

pub use around::{ReadFrom, read_from};
pub use enclosed::{Enclosed, MARKDOWN, paper_text, without_markdown};
pub use papers::PaperState;
pub use picture::{Picture, SVG};
pub use print::print;

/// A dossier as it stands on disk.
#[derive(Debug, Default)]
pub struct Folder {
    /// Its folder.
    pub root: PathBuf,
    /// The texts.
    pub sources: Sources,
    /// What each file is, in the order of their paths.
    pub files: Vec<File>,
    /// Own templates: the file's name and its text.
    pub templates: Vec<(FileId, String)>,
    /// Every file below a meeting's folder that is not one of [`Folder::files`].
    pub papers: BTreeMap<String, PaperState>,
    /// Those of them that are Markdown.
    pub enclosed: BTreeMap<String, Enclosed>,
    /// Folders of meetings that hold more than is taken in: what is not among [`Folder::papers`] may still be there.
    pub overfull: BTreeSet<String>,
    /// Folders that look like those of meetings and hold none that can be read.
    pub broken: Vec<String>,
    /// Its folder without links.
    real: Option<PathBuf>,
    /// Bytes of text that may still be read.
    room: usize,
    /// Pictures beside the covenant, one of which may be the logo.
    pub pictures: BTreeMap<String, Picture>,
    /// What was wrong with the files as such.
    pub findings: Vec<Finding>,
}

/// A file of the dossier.
#[derive(Debug)]
pub struct File {
    /// Its text.
    pub id: FileId,
    /// Its kind.
    pub kind: &'static Kind,
    /// The meeting's folder that it is in.
    pub folder: Option<Arc<str>>,
    /// Its name without `.toml`.
    pub stem: Box<str>,
    /// Whether its bytes were text.
    pub readable: bool,
}

/// Reads a dossier.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn load(root: &Path) -> Result<Folder> {
    load_up_to(root, DOSSIER.most())
}

/// Reads a dossier whose texts have at most so many bytes together; what is more gives findings.
///
/// # Errors
///
/// As [`load`].
pub fn load_up_to(root: &Path, most: usize) -> Result<Folder> {
    let sources = Sources::of(root, text::again);
    let real = root.canonicalize().ok();
    let mut dossier = Folder { root: root.to_owned(), real, sources, room: most, ..Folder::default() };
    let listing = folder::list(root).map_err(|error| failed(root, "is niet te lezen", &error))?;
    for (name, what) in dossier.named("", listing, |what| what == What::Folder) {
        let path = root.join(&name);
        if what == What::Folder && !is_toml(&name) {
            dossier.folder(&name, &path)?;
        } else if what == What::Nothing && looks_like_meeting(&name) {
            dossier.unreadable(format!("{name}/"), "Deze koppeling wijst naar niets.".to_owned());
            dossier.broken.push(name);
        } else if let Some(picture) = picture::read(&dossier, &name) {
            dossier.pictures.insert(name, picture);
        } else {
            dossier.toml(None, &name, &path, &["convenant", "personen", "voortgang"]);
        }
    }
    Ok(dossier)
}

/// Whether this folder is a dossier.
#[must_use]
pub fn is_dossier(folder: &Path) -> bool {
    folder.join("convenant.toml").is_file()
}

/// The folder of own templates.
pub const TEMPLATES: &str = "templates";

/// A file that was meant to make this folder a dossier: `Convenant.toml`, `convenant.toml.txt`.
#[must_use]
pub fn almost_dossier(folder: &Path) -> Option<String> {
    let names = folder::list(folder).ok()?.names.into_iter().map(|(name, _)| name);
    let almost = |name: &String| format!("{}.", name.to_lowercase()).starts_with("convenant.toml.");
    names.filter(almost).find(|name| name != "convenant.toml")
}

/// A paper, to copy it. The path comes from a resolved model, so it stays in the dossier.
///
/// # Errors
///
/// When it cannot be read.
pub fn paper(root: &Path, path: &str) -> Result<fs::File> {
    fs::File::open(root.join(path)).with_context(|| format!("Het bestand {} is niet te lezen.", visible::line(path)))
}

/// The bytes of an answer that came back, from anywhere; at most 32 MB.
///
/// # Errors
///
/// When it cannot be read, is no plain file, or is larger.
pub fn answer(path: &Path) -> Result<Vec<u8>> {
    let shown = visible::path(path);
    let meta = path.metadata().with_context(|| format!("Het bestand {shown} is niet te lezen."))?;
    anyhow::ensure!(meta.is_file(), "{shown} is geen gewoon bestand.");
    let excess = ANSWER.exceeded(usize::try_from(meta.len()).unwrap_or(usize::MAX));
    anyhow::ensure!(excess.is_none(), "Het bestand {shown} is te groot. {}", excess.unwrap_or_default());
    fs::read(path).with_context(|| format!("Het bestand {shown} is niet te lezen."))
}

/// The files that somebody means by a name: that one, those of a folder, or those that fit a pattern with `*` or `?`, which
/// the command lines of Windows do not fill in. Sorted by name; hidden files are not meant.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn answers(named: &Path) -> Result<Vec<PathBuf>> {
    let pattern = named.to_str().filter(|name| name.contains(['*', '?', '['])).filter(|_| !named.exists());
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let found: Vec<PathBuf> = match pattern.map(|pattern| glob::glob_with(pattern, options)) {
        Some(Ok(paths)) => paths.filter_map(Result::ok).collect(),
        None if named.is_dir() => {
            let read = || fs::read_dir(named)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
            read().with_context(|| format!("De map {} is niet te lezen.", visible::path(named)))?
        }
        Some(Err(_)) | None => return Ok(vec![named.to_owned()]),
    };
    let is_hidden = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
        name.starts_with('.') || matches!(name.as_str(), "desktop.ini" | "thumbs.db")
    };
    let mut files: Vec<PathBuf> = found.into_iter().filter(|path| !path.is_dir() && !is_hidden(path)).collect();
    files.sort();
    Ok(files)
}

/// A text of the dossier as it stands on disk, byte-order mark and line ends included; nothing when it is not there.
///
/// # Errors
///
/// When it is there and cannot be read.
pub fn existing(root: &Path, path: &str) -> Result<Option<String>> {
    let is_plain = root.join(path).metadata().map_or(true, |meta| meta.is_file());
    anyhow::ensure!(is_plain, "{} is geen gewoon bestand.", visible::line(path));
    match fs::read_to_string(root.join(path)) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("Het bestand {} is niet te lezen.", visible::line(path))),
    }
}

/// A text as [`load`] would read it from disk, with room for so many bytes; else what is wrong with it, in Dutch.
///
/// # Errors
///
/// When it would not be read whole.
pub fn as_read(bytes: Vec<u8>, room: usize) -> Result<String, String> {
    match text::decoded(bytes, room) {
        (text, None) => Ok(text),
        (_, Some(fault)) => Err(fault.message),
    }
}

/// The fingerprints of the papers of a meeting, by path from its folder; a file that cannot be read has none.
#[must_use]
pub fn fingerprints(dossier: &Folder, folder: &str) -> BTreeMap<String, String> {
    let prefix = format!("{folder}/");
    let from_here = dossier.papers.range(prefix.clone()..);
    let mine = from_here.map_while(|(path, state)| Some((path, path.strip_prefix(&prefix)?, state)));
    mine.filter(|(_, _, state)| **state != PaperState::Outside)
        .filter_map(|(path, name, _)| Some((name.to_owned(), papers::fingerprint(&dossier.root.join(path))?)))
        .collect()
}

impl Folder {
    fn toml(&mut self, folder: Option<&str>, name: &str, path: &Path, known: &[&str]) {
        let relative = folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
        let Some(stem) = name.strip_suffix(".toml") else { return self.misspelt(&relative, name, known) };
        match known.iter().find(|known| **known == stem).and_then(|known| format::kind(known)) {
            Some(kind) => self.add(folder, &relative, stem, path, kind),
            None => self.unknown(relative, stem, known),
        }
    }

    fn unknown(&mut self, relative: String, stem: &str, known: &[&str]) {
        let hint = hidden_ending(&relative).unwrap_or_else(|| {
            crate::dossier::read::nearest(stem, known.iter().copied()).map_or_else(
                || match known {
                    [] => "geef het een andere naam of zet het ergens anders".to_owned(),
                    known => format!("hier kunnen staan: {}", known.join(".toml, ") + ".toml"),
                },
                |near| format!("bedoelde u {near}.toml?"),
            )
        });
        let message = format!("Het bestand {relative} hoort niet bij een dossier en wordt niet gelezen.");
        let id = self.sources.add(relative, String::new());
        self.findings.push(Finding::new(&faults::UNKNOWN_FILE, Span::whole(id), message).hint(hint));
    }

    fn add(&mut self, folder: Option<&str>, relative: &str, stem: &str, path: &Path, kind: &'static Kind) {
        let (id, readable) = self.text(relative, path);
        // the files of a folder come one after the other
        let last = self.files.last().and_then(|file| file.folder.clone());
        let folder = folder.map(|folder| last.filter(|last| **last == *folder).unwrap_or_else(|| folder.into()));
        self.files.push(File { id, kind, folder, stem: stem.into(), readable });
        if readable {
            self.sources.let_go(id);
        }
    }

    /// Reads a text; a fault gives a finding and what could be read.
    fn text(&mut self, relative: &str, path: &Path) -> (FileId, bool) {
        let (read, fault) =
            if papers::leaves(self.real.as_deref(), path) { text::outside() } else { text::read(path, self.room) };
        self.room = self.room.saturating_sub(read.len());
        let id = self.sources.add(relative.to_owned(), read);
        let readable = fault.is_none();
        if let Some(fault) = fault {
            let span = Span::new(id, &(fault.at..fault.at));
            self.findings.push(Finding::new(fault.fault, span, fault.message).hint(fault.hint));
        }
        (id, readable)
    }

    /// By how many bytes its texts may grow.
    #[must_use]
    pub const fn room(&self) -> usize {
        self.room
    }
}

/// Windows adds `.txt` to a name and does not show it.
fn hidden_ending(name: &str) -> Option<String> {
    let ending = name.to_lowercase().rsplit_once(".toml.")?.1.to_owned();
    let show = "Windows laat dat deel pas zien met Beeld, Bestandsnaamextensies";
    Some(format!("haal .{ending} van de naam, zodat die op .toml eindigt; {show}"))
}

fn is_toml(name: &str) -> bool {
    has_extension(name, "toml")
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}
