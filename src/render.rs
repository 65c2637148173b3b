//! From a template's text to a paper: Markdown, or a typed tree that writers walk.
//!
//! A template makes *template text*: Markdown in which every one-line text of the user was escaped ([`escape`]) and
//! every Markdown field of the user is one placeholder, [`OPEN`], the index of the field, [`CLOSE`]. A field never
//! makes structure: it is parsed on its own, cleaned ([`field`]) and put where its placeholder stands, both in the
//! Markdown ([`markdown`]) and in the tree ([`tree`]). The tree says what each part is; a page ([`html`]) is written from
//! it, and so is whatever comes.

pub mod escape;
pub mod field;
mod format;
pub mod html;
pub mod letter;
pub mod mail;
pub mod markdown;
mod outline;
pub mod template;
pub mod terminal;
pub mod tree;
pub mod words;

pub use format::{About, Format, Sheet};

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
