//! `vaststelling.toml`: the text of adopted minutes, by fingerprints.

use chrono::NaiveDate;

use super::{Abbreviation, Meeting, MeetingId, Region};
use crate::source::Span;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// A part of minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Part {
    #[strum(serialize = "kop")]
    Head,
    #[strum(serialize = "vergadering")]
    Meeting,
    #[strum(serialize = "aanwezigheid")]
    Attendance,
    #[strum(serialize = "personen")]
    Persons,
    #[strum(serialize = "begrippen")]
    Abbreviations,
    #[strum(serialize = "titel")]
    Title,
    #[strum(serialize = "punt")]
    Item,
    #[strum(serialize = "uitkomst")]
    Outcome,
    #[strum(serialize = "besproken")]
    Discussed,
    #[strum(serialize = "afspraken")]
    Agreed,
    #[strum(serialize = "inbreng")]
    Input,
    #[strum(serialize = "actie")]
    Actions,
    #[strum(serialize = "toezegging")]
    Commitments,
    #[strum(serialize = "antwoorden")]
    Answers,
    #[strum(serialize = "redenen")]
    Reasons,
}

/// The text of adopted minutes, by fingerprints (`[[vaststelling]]`).
#[derive(Debug, Clone)]
pub struct Frozen {
    /// When they were adopted.
    pub date: NaiveDate,
    /// By which meeting.
    pub by: MeetingId,
    /// Whether that was with changes, where it was written down.
    pub changed: Option<bool>,
    /// Part by part.
    pub parts: Vec<FrozenPart>,
    /// Where it stands.
    pub span: Span,
}

/// A part of adopted minutes.
#[derive(Debug, Clone)]
pub struct FrozenPart {
    /// The item (place in the meeting) that it is about.
    pub item: Option<usize>,
    /// Which part.
    pub part: Part,
    /// The fingerprint of its text.
    pub fingerprint: String,
    /// The fingerprint of its text with the names of then, where names stand in it and they were written down.
    pub names: Option<String>,
    /// What the meeting was called to which the item went.
    pub to: Option<String>,
    /// A mark for each of its words, unless there are too many.
    pub words: Option<String>,
}

impl Meeting {
    /// Calls the meetings to which items went as the record of the adopted minutes does.
    pub fn call_as_recorded(&mut self) {
        let parts = self.frozen.iter().flat_map(|frozen| &frozen.parts).filter(|it| it.part == Part::Item);
        let called: Vec<_> = parts.filter_map(|it| Some((it.item?, it.to.clone()?))).collect();
        for item in &mut self.items {
            item.cancelled.iter_mut().for_each(|cancelled| cancelled.called = None);
        }
        for (at, called) in called {
            self.items[at].cancelled.iter_mut().for_each(|cancelled| cancelled.called = Some(called.clone()));
        }
    }
}

impl Region {
    /// What abbreviations stand for in the minutes of a meeting: as it was when they were adopted, where that was written down.
    #[must_use]
    pub fn abbreviations_in(&self, id: MeetingId) -> &[Abbreviation] {
        self[id].abbreviations.as_deref().unwrap_or(&self.covenant.abbreviations)
    }
}
