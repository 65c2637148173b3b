//! What came of an item that another one refers to.

use chrono::NaiveDate;

use super::{Advice, ItemId, Outcome, Region, Treated};

/// Whether an item was discussed, as far as is known on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discussed {
    /// It was.
    Yes,
    /// It was on the agenda of a meeting that is over, of which there are no minutes yet.
    Listed,
    /// Its meeting is still to come, or its minutes say nothing of it.
    Unknown,
    /// It was not.
    No(Missed),
}

/// Why an item was not discussed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missed {
    /// The meeting did not take place.
    Meeting,
    /// It was taken off the agenda.
    Item,
    /// The minutes say so: it was deferred, withdrawn, or there was no time.
    Outcome(Outcome),
}

impl Treated {
    /// Whether these minutes tell what was said of it.
    #[must_use]
    pub const fn says_something(&self) -> bool {
        self.discussed.is_some() || !self.discussion.is_empty()
    }
}

impl Region {
    /// The advice on an item of each meeting in which it was discussed before, as far as its minutes tell it on a day.
    pub fn advice_of(&self, id: ItemId, today: NaiveDate) -> impl Iterator<Item = (ItemId, &Advice)> {
        let earlier = self[id].discussed_in.iter().map(|it| it.value);
        let told = earlier.filter(move |it| self.discussed(*it, today) == Discussed::Yes);
        told.filter_map(|it| Some((it, self[it.meeting].treated(it.index)?.advice.as_ref()?)))
    }

    /// Whether an item was discussed. Without minutes who refers to it is believed.
    #[must_use]
    pub fn discussed(&self, id: ItemId, today: NaiveDate) -> Discussed {
        let meeting = &self[id.meeting];
        if meeting.cancelled.is_some() {
            return Discussed::No(Missed::Meeting);
        }
        if self[id].cancelled.is_some() {
            return Discussed::No(Missed::Item);
        }
        let Some(_) = meeting.minutes.as_ref().filter(|_| meeting.last_day() <= today) else {
            return if meeting.is_over(today) { Discussed::Listed } else { Discussed::Unknown };
        };
        match meeting.treated(id.index).map(|treated| (treated.outcome, treated.says_something())) {
            Some((Some(missed @ (Outcome::Deferred | Outcome::Withdrawn | Outcome::NotTreated)), _)) => {
                Discussed::No(Missed::Outcome(missed))
            }
            Some((Some(_), _) | (None, true)) => Discussed::Yes,
            Some((None, false)) | None if meeting.broken => Discussed::Yes,
            Some((None, false)) | None => Discussed::Unknown,
        }
    }
}
