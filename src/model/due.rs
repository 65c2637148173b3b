//! What is to be done first before a meeting, and by when.

use chrono::NaiveDate;

use super::{BodyKind, MeetingId, PartyId, Region, SendingKind};
use crate::calendar;
use crate::model::consultation;

/// Something that is done before a meeting, in the order in which it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Items and papers reach the secretary.
    Supply,
    /// The agenda is sent.
    Send,
    /// Parties are asked.
    Ask,
    /// Their answers come.
    Answer,
    /// The meeting itself.
    Meet,
}

impl Region {
    /// The first thing that is still to be done before a meeting, and its last day; nothing of one that is over, does not
    /// take place or is somebody else's.
    #[must_use]
    pub fn first_due(&self, id: MeetingId, today: NaiveDate) -> Option<(Step, NaiveDate)> {
        let (meeting, terms) = (&self[id], self.terms_of(&self[id]));
        if meeting.is_over(today) || meeting.cancelled.is_some() || self.body_of(id).kind == BodyKind::External {
            return None;
        }
        let before = |term| calendar::before(meeting.date.value, term);
        if meeting.sent().is_none() {
            let supply = before(terms.supply);
            let first = if today <= supply && !meeting.is_written() {
                (Step::Supply, supply)
            } else {
                (Step::Send, before(terms.sending))
            };
            // not later than when the round begins
            let closes = calendar::before(meeting.last_day(), terms.sending).min(meeting.date.value);
            return Some(if meeting.is_written() { (Step::Send, closes) } else { first });
        }
        let due = meeting.answers_due(self);
        let asked = consultation::asked(self, id);
        let questions = || meeting.sendings_of(SendingKind::Consultation);
        let is_asked = consultation::asks(meeting) != consultation::Asks::Nothing;
        if is_asked && asked.iter().any(|one| !questions().any(|sending| sending.to.contains(&one.party))) {
            return Some((Step::Ask, calendar::before(due, terms.reaction)));
        }
        let waiting: Vec<PartyId> = asked.iter().map(|one| one.party).collect();
        let waiting: Vec<PartyId> = waiting.into_iter().filter(|party| consultation::waits(self, id, *party)).collect();
        if !waiting.is_empty() {
            return Some((Step::Answer, consultation::due_of_all(self, meeting, &waiting)));
        }
        Some((Step::Meet, meeting.last_day()))
    }
}
