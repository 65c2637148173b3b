//! What can still be done: what was sent for a meeting that is over, and minutes that were adopted, stay as they are.

use chrono::NaiveDate;

use super::scope::At;
use crate::calendar;
use crate::model::Meeting;
use crate::model::called;
use crate::source::Span;

/// What to do with minutes that were adopted.
const ADOPTED: &str = "dit verslag is vastgesteld en verandert niet meer: zet wat niet klopt of ontbreekt erbij als [[correctie]], \
                       en leg met een [[uitzondering]] vast waarom dit zo blijft";

/// Whether the minutes of a meeting were adopted, so that they do not change any more.
pub(super) fn is_adopted(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.frozen.is_some() || meeting.adoption.is_some_and(|adoption| adoption.date <= today)
}

/// Whether a place stands in minutes that were adopted.
pub(super) fn is_in_adopted(meeting: &Meeting, span: Span, today: NaiveDate) -> bool {
    meeting.minutes.as_ref().is_some_and(|minutes| minutes.span.file == span.file) && is_adopted(meeting, today)
}

/// What to do about something in the minutes of a meeting.
pub(super) fn in_minutes(meeting: &Meeting, today: NaiveDate, hint: impl Into<String>) -> String {
    if is_adopted(meeting, today) { ADOPTED.to_owned() } else { hint.into() }
}

/// What to write in the ledger.
pub(super) fn in_ledger(about: &str, what: &str) -> String {
    format!("schrijf in voortgang.toml: over = \"{about}\", datum = <datum> en {what}")
}

impl At<'_> {
    /// What to do about something that was planned or sent, as long as the meeting is still to come.
    pub(super) fn in_time(&self, hint: impl Into<String>) -> String {
        if self.is_coming() {
            return hint.into();
        }
        let over = if self.meeting.is_written() { "gesloten" } else { "geweest" };
        format!("de {} is {over}: leg met een [[uitzondering]] vast waarom het zo ging", called::kind(self.meeting))
    }

    /// What to do about too little time to answer what was sent on a day, as long as the meeting is still to come.
    pub(super) fn with_more_time(&self, sent: NaiveDate) -> String {
        let (meeting, terms) = (self.meeting, self.terms());
        let needed = calendar::after(sent, terms.reaction);
        let last = if meeting.is_written() {
            meeting.last_day_of_file()
        } else {
            calendar::before(meeting.date.value, terms.closing)
        };
        let hint = if needed <= last {
            format!("geef langer de tijd: reageren_tot = {needed}")
        } else if meeting.is_written() {
            let also = meeting.reply_by.map(|_| format!(" en reageren_tot = {needed}")).unwrap_or_default();
            format!("laat de ronde langer lopen: sluiting = {needed}{also}")
        } else {
            "daarvoor is de vergadering te dichtbij: verplaats haar of houd het punt aan, of leg met een [[uitzondering]] \
             vast waarom het zo gaat"
                .to_owned()
        };
        self.in_time(hint)
    }

    /// What to do about something in the minutes.
    pub(super) fn in_minutes(&self, hint: impl Into<String>) -> String {
        in_minutes(self.meeting, self.today, hint)
    }
}
