//! `verzending.toml`: what was sent.

use chrono::{NaiveDate, NaiveTime};

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{Form, Meeting, PartyId, Treatment};
use crate::source::Span;

/// What a sending was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum SendingKind {
    #[strum(serialize = "agenda")]
    Agenda,
    /// `nazending`: late papers.
    #[strum(serialize = "nazending")]
    Late,
    #[strum(serialize = "raadpleging")]
    Consultation,
    #[strum(serialize = "herinnering")]
    Reminder,
}

/// One sending (`[[zending]]`).
#[derive(Debug, Clone)]
pub struct Sending {
    /// When.
    pub date: NaiveDate,
    /// What for.
    pub kind: SendingKind,
    /// The items with their frozen numbers.
    pub items: Vec<SentItem>,
    /// Papers, by path, with their fingerprints.
    pub papers: Vec<(String, Option<String>)>,
    /// On whose behalf was asked.
    pub on_behalf_of: Option<PartyId>,
    /// Who was asked.
    pub to: Vec<PartyId>,
    /// Until when who was asked could answer, as they were told; nothing when they were asked to answer soon.
    pub reply_by: Option<NaiveDate>,
    /// When and where the meeting would be, as it was sent.
    pub planned: Option<Planned>,
    /// Where it stands.
    pub span: Span,
}

/// When, where and how a meeting would be, as an agenda says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The day; of more the first.
    pub date: NaiveDate,
    /// The last day of a meeting of several days.
    pub until: Option<NaiveDate>,
    /// From when.
    pub begin: Option<NaiveTime>,
    /// Until when.
    pub end: Option<NaiveTime>,
    /// Where, by its fingerprint: what was taken out of a file is not to stand in another.
    pub place: Option<String>,
    /// Where one takes part from elsewhere, by the fingerprint of that address.
    pub online_at: Option<String>,
    /// How.
    pub form: Form,
    /// The last day of a written procedure.
    pub closes: Option<NaiveDate>,
}

/// What an agenda says of its meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// The day; of more the first.
    Day,
    /// The last day of a meeting of several days.
    LastDay,
    /// From when.
    Begin,
    /// Until when.
    End,
    /// Where.
    Place,
    /// Where one takes part from elsewhere.
    Link,
    /// How.
    Form,
    /// The last day of a written procedure.
    Closing,
}

/// An item as it was sent.
#[derive(Debug, Clone)]
pub struct SentItem {
    /// Its place in [`super::Meeting::items`].
    pub item: usize,
    /// The number that is frozen.
    pub number: String,
    /// The fingerprint of explanation and papers.
    pub fingerprint: Option<String>,
    /// The fingerprint of what it says beside these.
    pub wording: Option<String>,
    /// The fingerprint of the minutes that it adopts.
    pub record: Option<String>,
    /// Of a question: what was to be done with the item.
    pub treatment: Option<Treatment>,
    /// Of an item that was withdrawn: the day of the meeting to which it was to go then.
    pub to_day: Option<NaiveDate>,
    /// Of a question: the marks of the requested decisions that were put, in their order.
    pub decisions: Option<Vec<String>>,
}

impl SendingKind {
    /// Whether it goes to all, with agenda or papers; the others go to who is asked.
    #[must_use]
    pub const fn is_of_papers(self) -> bool {
        matches!(self, Self::Agenda | Self::Late)
    }
}

impl Sending {
    /// What it says of an item.
    #[must_use]
    pub fn of(&self, item: usize) -> Option<&SentItem> {
        self.items.iter().find(|sent| sent.item == item)
    }

    /// Whether an item went with it: an agenda that does not say what stood on it held everything.
    #[must_use]
    pub fn held(&self, item: usize) -> bool {
        self.items.is_empty() && self.kind == SendingKind::Agenda || self.of(item).is_some()
    }
}

impl Meeting {
    /// The sendings of a kind, by their day.
    #[must_use]
    pub fn sendings_of(&self, kind: SendingKind) -> impl DoubleEndedIterator<Item = &Sending> {
        self.sendings.iter().filter(move |sending| sending.kind == kind)
    }

    /// The sendings of agenda and papers, by their day.
    #[must_use]
    pub fn sendings_of_papers(&self) -> impl DoubleEndedIterator<Item = &Sending> {
        self.sendings.iter().filter(|sending| sending.kind.is_of_papers())
    }

    /// The day on which the agenda was sent first.
    #[must_use]
    pub fn sent(&self) -> Option<NaiveDate> {
        self.sendings_of(SendingKind::Agenda).next().map(|sending| sending.date)
    }

    /// The day of the last sending of agenda or late papers.
    #[must_use]
    pub fn sent_last(&self) -> Option<NaiveDate> {
        self.sendings_of_papers().next_back().map(|sending| sending.date)
    }

    /// The first sending of agenda or papers that held an item.
    #[must_use]
    pub fn first_sent(&self, item: usize) -> Option<&Sending> {
        self.sendings_of_papers().find(|sending| sending.held(item))
    }
}
