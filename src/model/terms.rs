//! `[termijnen]`: how long before a meeting, or after it, something has to be done.

use chrono::NaiveDate;

use super::{Meeting, Region};
use crate::calendar::{Term, Unit};

/// `[termijnen]`; the defaults are those of the design.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Items and papers reach the secretary this long before the meeting.
    pub supply: Term,
    /// Papers are sent at least this long before it.
    pub sending: Term,
    /// A represented party has at least this long to answer.
    pub reaction: Term,
    /// Answers close at least this long before the meeting.
    pub closing: Term,
    /// The draft decision list is ready within this time.
    pub draft: Term,
}

/// Terms that held before (`[[eerdere_termijnen]]`): a meeting keeps those of its day, so that later ones make nothing late.
#[derive(Debug, Clone)]
pub struct FormerTerms {
    /// For meetings until and with this day.
    pub until: NaiveDate,
    /// These, all of them.
    pub terms: Terms,
}

impl Region {
    /// The terms on a day.
    #[must_use]
    pub fn terms_on(&self, day: NaiveDate) -> &Terms {
        let former = self.former_terms.iter().filter(|former| day <= former.until).min_by_key(|former| former.until);
        former.map_or(&self.terms, |former| &former.terms)
    }

    /// The terms before and after a meeting: those of its day.
    #[must_use]
    pub fn terms_of(&self, meeting: &Meeting) -> &Terms {
        self.terms_on(meeting.date.value)
    }
}

impl Default for Terms {
    fn default() -> Self {
        let days = |count| Term { count, unit: Unit::Days };
        let working = |count| Term { count, unit: Unit::WorkingDays };
        Self { supply: days(28), sending: days(14), reaction: working(5), closing: working(3), draft: working(10) }
    }
}
