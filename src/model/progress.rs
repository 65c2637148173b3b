//! `voortgang.toml`: what came afterwards of what was agreed.

use chrono::NaiveDate;

use super::standing::Verdict;
use super::{MeetingId, PartyId};
use crate::source::{Span, Spanned};

/// What an entry of the ledger is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An action, by its number.
    Action(MeetingId, u16),
    /// A commitment, by its number.
    Commitment(MeetingId, u16),
    /// An item, by its place in the meeting.
    Item(MeetingId, usize),
}

impl Subject {
    /// The meeting that it comes from.
    #[must_use]
    pub const fn meeting(self) -> MeetingId {
        match self {
            Self::Action(meeting, _) | Self::Commitment(meeting, _) | Self::Item(meeting, _) => meeting,
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgressKind {
    /// `afgerond`
    Done,
    /// `afgerond = false`: it was not done after all.
    Reopened,
    /// `uiterlijk`: a new date.
    Postponed(NaiveDate),
    /// `vervallen`, with the reason.
    Dropped(Spanned<String>),
    /// `voorbehoud_vervallen`: a party lifted its reservation.
    ReservationLifted {
        /// Whose it was.
        by: PartyId,
        /// Towards which requested decision, from 1; nothing when towards all of the item.
        decision: Option<u16>,
    },
    /// `vastgesteld`: the college adopted it.
    Adopted {
        /// Which college.
        college: PartyId,
        /// In its own words.
        outcome: Spanned<String>,
        /// What they say of it.
        verdict: Verdict,
        /// The case number.
        case_number: Option<String>,
    },
    /// Only an explanation.
    Note,
}

/// An entry of the ledger (`[[voortgang]]`).
#[derive(Debug, Clone)]
pub struct Progress {
    /// What it is about.
    pub about: Subject,
    /// When.
    pub date: NaiveDate,
    /// What happened.
    pub kind: ProgressKind,
    /// Markdown.
    pub explanation: Option<Spanned<String>>,
    /// Where it stands.
    pub span: Span,
}

impl Progress {
    /// The college that this is about, and what that wrote of what it was to adopt; nothing of another entry.
    #[must_use]
    pub fn adopted(&self) -> Option<(PartyId, &str)> {
        match &self.kind {
            ProgressKind::Adopted { college, outcome, .. } => Some((*college, outcome)),
            _ => None,
        }
    }
}
