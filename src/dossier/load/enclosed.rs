//! Papers that are Markdown: their texts become pages.

use std::fs::Metadata;
use std::path::Path;

use super::{Folder, PaperState, text};
use crate::dossier::faults;
use crate::dossier::read::markdown_flaw;
use crate::finding::Finding;
use crate::limits::PAGE;
use crate::source::{FileId, Span};

/// What the names of Markdown files end in.
pub const MARKDOWN: [&str; 2] = ["md", "markdown"];

/// What was read of a paper that is Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enclosed {
    /// Its text, which may become a page.
    Text(FileId),
    /// Why no page can be made of it.
    Unfit(Finding),
}

/// Why no page can be made of a text, and at which byte.
struct Unfit {
    at: usize,
    message: String,
    hint: &'static str,
}

/// The path of a Markdown file without its ending.
#[must_use]
pub fn without_markdown(path: &str) -> Option<&str> {
    let (short, ending) = path.rsplit_once('.')?;
    let is_markdown = MARKDOWN.contains(&ending.to_lowercase().as_str());
    (is_markdown && !short.is_empty() && !short.ends_with('/')).then_some(short)
}

/// The text of a paper, for a page of it; nothing when no page can be made of it.
#[must_use]
pub fn paper_text(root: &Path, path: &str) -> Option<String> {
    let (text, unfit) = read(&root.join(path));
    unfit.is_none().then_some(text)
}

impl Folder {
    /// Reads the Markdown in the folder of a meeting.
    pub(super) fn enclosed(&mut self, name: &str) {
        let prefix = format!("{name}/");
        let from_here = self.papers.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
        let is_text =
            |(path, state): &(&String, &PaperState)| **state != PaperState::Outside && without_markdown(path).is_some();
        let paths: Vec<String> = from_here.filter(is_text).map(|(path, _)| path.clone()).collect();
        for path in paths {
            let (text, unfit) = read(&self.root.join(&path));
            let id = self.sources.add(path.clone(), text);
            let told = unfit.map_or(Enclosed::Text(id), |unfit| Enclosed::Unfit(finding(id, unfit)));
            if told == Enclosed::Text(id) {
                self.sources.let_go(id);
            }
            self.enclosed.insert(path, told);
        }
    }
}

/// What stands in a file, as far as that can be shown, and why no page can be made of it.
fn read(place: &Path) -> (String, Option<Unfit>) {
    let length = place.metadata().ok().filter(Metadata::is_file).map_or(0, |meta| meta.len());
    if let Some(message) = PAGE.exceeded(usize::try_from(length).unwrap_or(usize::MAX)) {
        return (String::new(), Some(Unfit { at: 0, message, hint: "verdeel het stuk, of geef het als pdf mee" }));
    }
    let (text, fault) = text::read(place, usize::MAX);
    let unfit = fault.map(|fault| Unfit { at: fault.at, message: fault.message, hint: fault.hint });
    let unfit = unfit
        .or_else(|| markdown_flaw(&text).map(|flaw| Unfit { at: flaw.at, message: flaw.message, hint: flaw.hint }));
    (text, unfit)
}

fn finding(file: FileId, unfit: Unfit) -> Finding {
    let Unfit { at, message, hint } = unfit;
    let message = format!("Van dit stuk komt geen pagina: het gaat alleen als bestand mee. {message}");
    Finding::new(&faults::NO_PAGE, Span::new(file, &(at..at)), message).hint(hint)
}
