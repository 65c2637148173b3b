//! What was known on a day: papers and rules speak of their own day.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Meeting, Region};

impl Region {
    /// The region as it was known on a day: without what was sent or answered after it. What the ledger says has a day of
    /// its own, see [`Region::progress_of`].
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Cow<'_, Self> {
        if self.meetings.iter().all(|meeting| meeting.is_known_on(day)) {
            return Cow::Borrowed(self);
        }
        let mut known = self.clone();
        known.forget_after(day);
        Cow::Owned(known)
    }

    /// Forgets what was sent or answered after a day; of answers is left whose they are, and of which day.
    pub fn forget_after(&mut self, day: NaiveDate) {
        for meeting in self.meetings.iter_mut().filter(|meeting| !meeting.is_known_on(day)) {
            meeting.sendings.retain(|sending| sending.date <= day);
            let later = meeting.replies.iter().filter(|reply| reply.date > day);
            meeting.awaited.extend(later.map(|reply| (reply.party, reply.date)));
            meeting.replies.retain(|reply| reply.date <= day);
        }
    }
}

impl Meeting {
    fn is_known_on(&self, day: NaiveDate) -> bool {
        let mut days = self.sendings.iter().map(|it| it.date).chain(self.replies.iter().map(|it| it.date));
        days.all(|date| date <= day)
    }
}
