//! What the user silenced, with the reason.

use chrono::NaiveDate;

use super::{ItemId, MeetingId, Region};
use crate::source::Span;

/// A finding that the user silenced (`[[uitzondering]]`).
#[derive(Debug, Clone)]
pub struct Exception {
    /// The name of the rule.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Only for this item.
    pub item: Option<String>,
    /// Until this day, that day included.
    pub until: Option<NaiveDate>,
    /// The meeting in whose folder it stands; nothing in the files of the region as a whole.
    pub meeting: Option<MeetingId>,
    /// Where it stands.
    pub span: Span,
}

/// What an exception may be for.
#[derive(Debug, Clone, Copy)]
pub struct Silenceable<'a> {
    /// The name of the rule.
    pub rule: &'a str,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
    /// The item that it is about.
    pub item: Option<ItemId>,
    /// Where it stands.
    pub span: Span,
}

impl Exception {
    /// Whether this counts on a day for something. An exception counts for the meeting in whose folder it stands; in a file of the
    /// region as a whole, for what stands in that file.
    #[must_use]
    pub fn silences(&self, region: &Region, it: Silenceable<'_>, today: NaiveDate) -> bool {
        let item = it.item.map(|item| region[item].key.as_str());
        self.until.is_none_or(|until| today <= until)
            && self.rule == it.rule
            && self.item.as_deref().is_none_or(|wanted| item == Some(wanted))
            && match self.meeting {
                Some(meeting) => it.meeting == Some(meeting),
                None => it.span.file == self.span.file,
            }
    }
}
