//! For whom papers are. A row of the table of documents says it, and each paper carries it.

use std::fmt;

use crate::model::{MeetingId, Region};

/// Who reads a paper that is not for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Readers {
    /// All who sit in the body.
    Members,
    /// The chair and the secretary. What nobody said is for members is not for them.
    #[default]
    Desk,
    /// One party.
    Party,
}

/// The form of a document for the chair and the secretary: a paper of its own beside that for the members.
pub struct Inside {
    /// What its command says of it.
    pub help: &'static str,
    /// What the name of its file has behind that of the document.
    pub ending: &'static str,
    /// Whether something of a meeting stands in it that the members do not see.
    pub fits: fn(&Region, MeetingId) -> bool,
}

impl fmt::Debug for Inside {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Inside").field("ending", &self.ending).finish_non_exhaustive()
    }
}
