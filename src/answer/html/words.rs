//! What is read of a page.

/// What a page says.
///
/// # Errors
///
/// When there is more in it than is taken in: a Dutch sentence.
pub(in crate::answer) fn page(html: &str) -> Result<Words, String> {
    let is_tag = |(sign, next): &(u8, u8)| *sign == b'<' && (next.is_ascii_alphabetic() || *next == b'/');
    let tags = html.bytes().zip(html.bytes().skip(1)).filter(is_tag);
    ANSWER_TAGS.exceeded(tags.count()).map_or_else(|| Ok(super::shown(html)), Err)
}

use super::super::lines::BOXES;
use crate::limits::ANSWER_TAGS;

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
