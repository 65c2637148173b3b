//! Whether a meeting still comes, and on the day on which it was to be.

use chrono::NaiveDate;

use super::Meeting;

impl Meeting {
    /// Whether it was moved to an earlier day: until when answers could come was told otherwise before.
    #[must_use]
    pub fn was_brought_forward(&self) -> bool {
        self.reply_by.is_none() && self.moved_from.iter().any(|day| *day > self.date.value)
    }

    /// The day for which it was planned first, as its folder says, which keeps its name: so papers of before name it.
    #[must_use]
    pub fn first_planned(&self) -> NaiveDate {
        let day = self.key.get(..10).and_then(|day| day.parse().ok());
        day.unwrap_or(self.date.value)
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
