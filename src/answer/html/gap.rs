//! What stands between two words of a page.

/// What must come before the next word.
#[derive(Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Blank,
    Cell,
    Line,
    Paragraph,
}
