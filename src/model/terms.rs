//! `[termijnen]`: how long before a meeting, or after it, something has to be done.

/// What a number of days counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `dagen`: calendar days.
    Days,
    /// `werkdagen`: no weekends, no public holidays.
    WorkingDays,
}

/// A number of days, 0 to 366.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

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

impl Default for Terms {
    fn default() -> Self {
        let days = |count| Term { count, unit: Unit::Days };
        let working = |count| Term { count, unit: Unit::WorkingDays };
        Self { supply: days(28), sending: days(14), reaction: working(5), closing: working(3), draft: working(10) }
    }
}
