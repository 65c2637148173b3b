//! What was known on a day: papers and rules speak of their own day.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Meeting, MeetingId, PartyId, Region, SendingKind};
use crate::source::Span;

/// Something of a meeting that is dated after the day of a view, and is not in it.
#[derive(Debug, Clone, Copy)]
pub struct Awaited {
    /// What.
    pub what: Dated,
    /// Its day.
    pub date: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

/// What has a day of its own on which it happened. What is planned, as a meeting or a closing day, is known before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dated {
    /// An answer of a party.
    Reply(PartyId),
    /// A sending.
    Sending(SendingKind),
    /// That an item, by its place in the meeting, was taken off the agenda.
    Withdrawal(usize),
    /// That the meeting was called off.
    Cancellation,
    /// The minutes: what they say, with the adoption of others.
    Minutes,
    /// A correction of the minutes.
    Correction,
    /// That the text of the minutes was laid down as it was adopted.
    Frozen,
    /// What the ledger says.
    Progress,
}

impl Region {
    /// The region as it was known on a day: without what happened after it.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Cow<'_, Self> {
        if self.is_known_on(day) {
            return Cow::Borrowed(self);
        }
        let mut known = self.clone();
        known.forget_after(day);
        Cow::Owned(known)
    }

    /// Forgets what happened after a day; what it was is left in [`Meeting::awaited`].
    pub fn forget_after(&mut self, day: NaiveDate) {
        let unwritten: Vec<MeetingId> = self.meeting_ids().filter(|id| self[*id].is_written_up_after(day)).collect();
        // what was laid down holds, whatever is typed in the minutes that adopted it
        for meeting in self.meetings.iter_mut().filter(|meeting| meeting.frozen.is_none()) {
            meeting.adoption = meeting.adoption.filter(|adoption| !unwritten.contains(&adoption.meeting));
        }
        for meeting in self.meetings.iter_mut().filter(|meeting| !meeting.is_known_on(day)) {
            meeting.forget_after(day);
        }
        self.meetings.iter_mut().for_each(Meeting::stand_as_sent);
        for entry in self.progress.extract_if(.., |entry| entry.date > day) {
            let (what, meeting) = (Dated::Progress, entry.about.meeting());
            self.meetings[meeting.0].awaited.push(Awaited { what, date: entry.date, span: entry.span });
        }
        self.call_as_on(day);
    }

    fn is_known_on(&self, day: NaiveDate) -> bool {
        self.meetings.iter().all(|meeting| meeting.is_known_on(day) && !meeting.was_called_off_otherwise())
            && self.progress.iter().all(|entry| entry.date <= day)
            && !self.is_renamed_after(day)
    }
}

impl Meeting {
    /// All of it that has a day of its own on which it happened.
    fn dated(&self) -> impl Iterator<Item = Awaited> {
        let one = |what, date, span| Awaited { what, date, span };
        let replies = self.replies.iter().map(move |it| one(Dated::Reply(it.party), it.date, it.span));
        let sendings = self.sendings.iter().map(move |it| one(Dated::Sending(it.kind), it.date, it.span));
        let called_off = self.cancelled.iter().map(move |it| one(Dated::Cancellation, it.date, it.reason.span));
        let items = self.items.iter().enumerate();
        let withdrawn = items.filter_map(move |(at, item)| {
            let cancelled = item.cancelled.as_ref()?;
            Some(one(Dated::Withdrawal(at), cancelled.date, cancelled.reason.span))
        });
        let minutes = self.minutes.iter().map(move |it| one(Dated::Minutes, it.drawn_up, it.span));
        let corrections = self.minutes.iter().flat_map(|minutes| &minutes.corrections);
        let corrections = corrections.map(move |it| one(Dated::Correction, it.date, it.text.span));
        let frozen = self.frozen.iter().map(move |it| one(Dated::Frozen, it.date, it.span));
        let planned = called_off.chain(withdrawn);
        replies.chain(sendings).chain(planned).chain(minutes).chain(corrections).chain(frozen)
    }

    fn is_known_on(&self, day: NaiveDate) -> bool {
        self.adoption.is_none_or(|adoption| adoption.date <= day) && self.dated().all(|one| one.date <= day)
    }

    fn is_written_up_after(&self, day: NaiveDate) -> bool {
        self.minutes.as_ref().is_some_and(|minutes| minutes.drawn_up > day)
    }

    fn forget_after(&mut self, day: NaiveDate) {
        let later: Vec<Awaited> = self.dated().filter(|one| one.date > day).collect();
        self.awaited.extend(later);
        self.sendings.retain(|sending| sending.date <= day);
        self.replies.retain(|reply| reply.date <= day);
        self.cancelled = self.cancelled.take().filter(|cancelled| cancelled.date <= day);
        for item in &mut self.items {
            item.cancelled = item.cancelled.take().filter(|cancelled| cancelled.date <= day);
        }
        self.set_starts();
        self.minutes = self.minutes.take().filter(|minutes| minutes.drawn_up <= day);
        if let Some(minutes) = &mut self.minutes {
            minutes.corrections.retain(|correction| correction.date <= day);
        }
        self.adoption = self.adoption.filter(|adoption| adoption.date <= day);
        self.frozen = self.frozen.take().filter(|frozen| frozen.date <= day);
        self.abbreviations = self.abbreviations.take().filter(|_| self.frozen.is_some());
        self.call_as_recorded();
    }
}
