//! Whether a meeting still comes, and on the day on which it was to be.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Meeting, PartyId, SendingKind};

impl Meeting {
    /// Whether it was moved to an earlier day: until when answers could come was told otherwise before.
    #[must_use]
    pub fn was_brought_forward(&self) -> bool {
        self.reply_by.is_none() && self.moved_from.iter().any(|day| *day > self.date.value)
    }

    /// The last day of it as its file says: of several the last, of a written round the one on which it is to close.
    #[must_use]
    pub fn last_day_of_file(&self) -> NaiveDate {
        let last = if self.is_written() { self.closes.map(|day| day.value) } else { self.until };
        last.unwrap_or(self.date.value)
    }

    /// The day on which it is over: the last of several, of a written round the last on which somebody may answer. One that closes
    /// earlier than a party was told, last, is open until the day that it was told.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        if self.moved_by_file {
            return self.last_day_of_file();
        }
        let closes = self.last_day_of_file().max(self.told_open.unwrap_or_default());
        if !self.is_written() {
            return closes;
        }
        let mut told: BTreeMap<PartyId, NaiveDate> = BTreeMap::new();
        let questions =
            self.sendings.iter().filter(|it| matches!(it.kind, SendingKind::Consultation | SendingKind::Reminder));
        for question in questions {
            let open = told.values().copied().max().unwrap_or_default().max(closes);
            if let Some(until) = question.reply_by.filter(|_| question.date <= open) {
                told.extend(question.to.iter().map(|party| (*party, until)));
            }
        }
        told.into_values().max().unwrap_or_default().max(closes)
    }

    /// Whether it has been on a day, and nobody may answer any more: a meeting of today is still to come.
    #[must_use]
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.last_day() < today
    }

    /// Whether nothing of it is still to come on a day: it has been, or was called off.
    #[must_use]
    pub fn is_done(&self, today: NaiveDate) -> bool {
        self.is_over(today) || self.cancelled.is_some()
    }

    /// Whether it was called off on a day or before.
    #[must_use]
    pub fn is_cancelled_on(&self, day: NaiveDate) -> bool {
        self.cancelled.as_ref().is_some_and(|cancelled| cancelled.date <= day)
    }

    /// Whether it was called off when somebody had answered already: what was said is told all the same.
    #[must_use]
    pub fn is_cancelled_with_answers(&self) -> bool {
        self.cancelled.is_some() && !self.replies.is_empty()
    }
}
