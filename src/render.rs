//! From a template's text to a paper: Markdown, or a typed tree that writers walk.
//!
//! A template makes *template text*: Markdown in which every one-line text of the user was escaped ([`escape`]) and
//! every Markdown field of the user is one placeholder, [`OPEN`], the index of the field, [`CLOSE`]. A field never
//! makes structure: it is parsed on its own, cleaned ([`field`]) and put where its placeholder stands, both in the
//! Markdown ([`markdown`]) and in the tree ([`tree`]). The tree says what each part is; a page ([`html`]) is written from
//! it, and so is whatever comes.

pub mod escape;
pub mod field;
pub mod html;
pub mod letter;
pub mod mail;
pub mod markdown;
mod outline;
mod sheet;
pub mod template;
pub mod terminal;
pub mod tree;
pub mod words;

use std::path::Path;

use strum::VariantArray;

pub use sheet::{About, Sheet};

/// The file formats of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
pub enum Format {
    /// Markdown, for people and other programs.
    Markdown,
    /// A page that stands on its own, for screen and print.
    Html,
    /// A mail that waits to be sent, with the page attached.
    Mail,
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// What there is to know of it.
    #[must_use]
    pub const fn about(self) -> &'static About {
        match self {
            Self::Markdown => &markdown::ABOUT,
            Self::Html => &html::ABOUT,
            Self::Mail => &mail::ABOUT,
        }
    }

    /// The extension of a file of this format, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        self.about().endings[0]
    }

    /// The format that a name promises.
    #[must_use]
    pub fn of_name(name: &Path) -> Option<Self> {
        let ending = name.extension()?.to_str()?.to_lowercase();
        Self::ALL.iter().copied().find(|format| format.about().endings.contains(&&*ending))
    }
}

/// Opens the placeholder of a field. No text of a user holds it.
pub const OPEN: char = '\u{E000}';

/// Closes the placeholder of a field.
pub const CLOSE: char = '\u{E001}';

/// The parts of a line: plain text, and the index of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'t> {
    Text(&'t str),
    Field(usize),
}

/// Splits a text at its placeholders; what only looks like a placeholder stays text.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((index, after)) = placeholder(rest) {
            rest = after;
            return Some(Part::Field(index));
        }
        let skip = if rest.starts_with(OPEN) { OPEN.len_utf8() } else { 0 };
        let end = rest[skip..].find(OPEN).map_or(rest.len(), |at| at + skip);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Part::Text(text))
    })
}

/// The index of the placeholder that opens the text, and what follows it.
fn placeholder(text: &str) -> Option<(usize, &str)> {
    let (index, after) = text.strip_prefix(OPEN)?.split_once(CLOSE)?;
    Some((index.parse().ok()?, after))
}

/// The index of the field, when the text is one placeholder and nothing else.
fn lone(text: &str) -> Option<usize> {
    placeholder(text.trim()).filter(|(_, after)| after.is_empty()).map(|(index, _)| index)
}
