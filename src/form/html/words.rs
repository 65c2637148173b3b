//! What is read of a page.

use super::super::lines::BOXES;

/// The words of a page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(in super::super) struct Words {
    /// The lines that a reader sees.
    pub text: String,
    /// What is in it and is not shown.
    pub hidden: String,
    /// What is in the text of which nobody can say that it is shown.
    pub doubtful: String,
    /// The text without that.
    pub sure: Option<String>,
}

/// Words that say something: programs fill up a line with signs that nobody sees.
pub(super) fn said(words: String) -> String {
    let is_box = |c| matches!(c, '[' | ']' | '✓' | '✔' | '√') || BOXES.iter().any(|(glyph, _)| *glyph == c);
    Some(words).filter(|words| words.contains(|c: char| c.is_alphanumeric() || is_box(c))).unwrap_or_default()
}
