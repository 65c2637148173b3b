//! The Markdown texts of a view, which templates see as placeholders.

use serde::{Serialize, Serializer};

/// The place of a Markdown text in [`View::fields`](super::View::fields); a template sees a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field(pub u32);

impl Field {
    /// Opens a placeholder.
    pub const OPEN: char = '\u{E000}';
    /// Closes a placeholder.
    pub const CLOSE: char = '\u{E001}';
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{}{}{}", Self::OPEN, self.0, Self::CLOSE))
    }
}

/// Collects the Markdown texts of a view while it is composed.
#[derive(Debug, Default)]
pub(crate) struct Fields<'a>(pub(super) Vec<&'a str>);

impl<'a> Fields<'a> {
    /// Adds a text and gives its place.
    pub(super) fn add(&mut self, text: &'a str) -> Field {
        self.0.push(text);
        Field(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// Adds a text that may not be there.
    pub(super) fn maybe(&mut self, text: Option<&'a (impl AsRef<str> + ?Sized)>) -> Option<Field> {
        text.map(|text| self.add(text.as_ref()))
    }
}
