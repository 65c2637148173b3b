//! Whether a meeting still comes, and on the day on which it was to be.

use chrono::NaiveDate;

use super::Meeting;

impl Meeting {
    /// Whether it was moved to an earlier day: until when answers could come was told otherwise before.
    #[must_use]
    pub fn was_brought_forward(&self) -> bool {
        self.reply_by.is_none() && self.moved_from.iter().any(|day| *day > self.date.value)
    }

    /// The day for which it was planned on another: as was told last by then, else the first to come of those from which it was
    /// moved. When it was moved nobody wrote down.
    #[must_use]
    pub fn planned_on(&self, day: NaiveDate) -> NaiveDate {
        let told =
            self.sendings.iter().filter(|sending| sending.date <= day).filter_map(|sending| sending.planned.as_ref());
        let told = told.map(|planned| planned.date).next_back();
        let first = || self.moved_from.iter().copied().find(|from| *from > day);
        told.or_else(first).unwrap_or(self.date.value)
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
