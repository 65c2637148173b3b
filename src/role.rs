//! Roles: what a part of a paper is. Its template says it in braces, as Pandoc and kramdown do; no text of a user can.
//!
//! `### Gevraagd {.gevraagd}` gives a heading, and what stands under it, a role; `{.feiten}` on a line of its own gives one
//! to the block below it; `**Ingestemd**{.voor}` to bold words; `# Agenda {.soort} Beraad` to the words of a title that
//! stand before it. A template may so call a part what it likes. No paper shows a role: Markdown drops it, and the tree of
//! a paper ([`crate::render::tree`]) has it as the kind of a part.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::model::Support;

mod syntax;

pub(crate) use syntax::{Marked, lines, next};
pub use syntax::{Written, marked, without, written};

/// A role, by the name that a template writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
pub enum Role {
    /// The words of a title that say what kind of document it is.
    #[strum(serialize = "soort")]
    Kind,
    /// What is asked of the meeting.
    #[strum(serialize = "gevraagd")]
    Requested,
    /// What was agreed.
    #[strum(serialize = "afgesproken")]
    Agreed,
    /// What somebody says at the table.
    #[strum(serialize = "zegt")]
    Said,
    /// What it is about, in a note of a few lines.
    #[strum(serialize = "feit")]
    About,
    /// The papers of an item.
    #[strum(serialize = "stukken")]
    Papers,
    /// Any other block under a label.
    #[strum(serialize = "blok")]
    Block,
    /// What is older than most look for: under a heading of the second level that opens it.
    #[strum(serialize = "ouder")]
    Older,
    /// A notice that a paper is not for everybody.
    #[strum(serialize = "intern")]
    Internal,
    /// A notice that a paper is not settled yet.
    #[strum(serialize = "concept")]
    Draft,
    /// Any other notice.
    #[strum(serialize = "melding")]
    Notice,
    /// A list of facts, each a bold word with a colon and what is so.
    #[strum(serialize = "feiten")]
    Facts,
    /// A table of which the first column has numbers.
    #[strum(serialize = "genummerd")]
    Numbered,
    /// A field of a form that may stay empty.
    #[strum(serialize = "mag-leeg")]
    Optional,
    /// The choice *yes* of a form.
    #[strum(serialize = "ja")]
    Yes,
    /// The choice *yes, with a reservation*.
    #[strum(serialize = "voorbehoud")]
    Reserved,
    /// The choice *no*.
    #[strum(serialize = "nee")]
    No,
    /// The choice *more time*.
    #[strum(serialize = "meer-tijd")]
    MoreTime,
    /// A list of the texts that a form shows on a screen alone, each after its name in a code span.
    #[strum(serialize = "scherm")]
    Screen,
    /// A list of the words that all papers share, each after its name in a code span.
    #[strum(serialize = "woorden")]
    Words,
    /// A word for support, or for what goes well.
    #[strum(serialize = "voor")]
    For,
    /// A word for support in part.
    #[strum(serialize = "deels")]
    Partly,
    /// A word for a no, or for what is late.
    #[strum(serialize = "tegen")]
    Against,
    /// A word for what nobody knows yet.
    #[strum(serialize = "open")]
    Open,
}

impl Role {
    /// The answer that a choice of a form gives.
    #[must_use]
    pub const fn support(self) -> Option<Support> {
        match self {
            Self::Yes => Some(Support::Yes),
            Self::Reserved => Some(Support::Reserved),
            Self::No => Some(Support::No),
            Self::MoreTime => Some(Support::MoreTime),
            _ => None,
        }
    }

    /// Whether a heading of this role opens a block.
    #[must_use]
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Requested | Self::Agreed | Self::Said | Self::About | Self::Papers | Self::Block)
    }
}
