//! What there is to know of a document, and what one paper says.

use crate::model::called;
use crate::model::consultation::{self, Asked};
use crate::model::{BodyId, MeetingId, PartyId, Region};
use chrono::NaiveDate;
use std::fmt;

use super::beside::Beside;
use super::readers::{Inside, Readers};
use super::{DOCUMENTS, Templates, View, brief, release};

/// A kind of document.
#[derive(Debug)]
pub struct Document {
    /// Its name: the command, and the template without `.md`.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What its command does, one line for the help.
    pub command: &'static str,
    /// The English word for its command, where that is another.
    pub english: Option<&'static str>,
    /// Its command as it may be typed, for the help.
    pub examples: &'static [&'static str],
    /// For whom it is.
    pub readers: Readers,
    /// Its form for the chair and the secretary, where that is a paper of its own.
    pub inside: Option<Inside>,
    /// What may be chosen.
    pub choices: &'static [Choice],
    /// What it is made from.
    pub from: From,
    /// It is filled in and comes back: nothing in it may be taken for a mark, and it has no way back to other papers.
    pub is_form: bool,
    /// Its templates: the names of their files and their texts. The first is that of the document itself.
    pub templates: Templates,
    pub(super) compose: for<'a> fn(&Scope<'a>) -> Result<Vec<View<'a>>, Missing>,
}

/// The documents at whose foot the abbreviations in them are explained. A form is not among them: whatever stands below it
/// would be read as something that was written there. Nor is what is read aloud from one page.
const EXPLAINED: [&str; 5] = ["agenda", "oplegger", "verslag", "besluitenlijst", "terugkoppeling"];

/// What may be chosen of a document: an option of its command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Of one item.
    Item,
    /// To one party.
    To,
    /// For one party, also under the word by which that is chosen elsewhere.
    For,
    /// For those for whom a party speaks.
    OnBehalf,
    /// What is still needed.
    Needed,
    /// A reminder instead, to all who have something left to answer.
    Reminder,
    /// Of one body.
    Body,
    /// As it was or will be on a day.
    On,
    /// What everybody may see.
    Public,
}

/// What a document is made from, which decides the meetings that it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A meeting with an agenda.
    Agenda,
    /// A meeting of a body in which parties speak for others, or a written procedure.
    Consultation,
    /// A meeting at which parties speak for others: no written procedure.
    Speech,
    /// A meeting with minutes.
    Minutes,
    /// A meeting with minutes, or one that was called off after somebody answered, of a body in which parties speak for others.
    Feedback,
    /// The region as a whole, no meeting.
    Region,
    /// All meetings together.
    Meetings,
}

impl Document {
    /// The document with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        DOCUMENTS.iter().find(|document| document.name == name)
    }

    /// The document that is filled in and comes back.
    #[must_use]
    pub fn form() -> Option<&'static Self> {
        DOCUMENTS.iter().find(|document| document.is_form)
    }

    /// Whether something may be chosen of it.
    #[must_use]
    pub fn has(&self, choice: Choice) -> bool {
        self.choices.contains(&choice)
    }

    /// Whether its file in the folder of a meeting may have this name: its own, one of the names that begin with that, where
    /// there is one per item or party, or that of its form for the chair.
    #[must_use]
    pub fn may_be_called(&self, stem: &str) -> bool {
        let Some(more) = stem.strip_prefix(self.name).filter(|_| self.from != From::Region) else { return false };
        let is_one_of_many = [Choice::Item, Choice::To, Choice::For].into_iter().any(|choice| self.has(choice));
        let is_inside = || self.inside.as_ref().is_some_and(|inside| more == inside.ending);
        more.is_empty() || is_one_of_many && more.starts_with('-') || is_inside()
    }

    /// Composes the views: one, or one per item or party.
    ///
    /// # Errors
    ///
    /// When there is nothing to make it from, or it may not be made: [`Missing`] says which, in Dutch.
    pub fn compose<'a>(&self, scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
        if self.from.is_overview() && scope.region.publishes_nothing() {
            return Err(release::nothing());
        }
        let mut views = (self.compose)(scope)?;
        let inside = self.inside.as_ref().filter(|_| scope.inside);
        // adopted minutes say what abbreviations stood for then
        let minutes = scope.meeting.filter(|_| self.from == From::Minutes);
        let now = &scope.region.covenant.abbreviations;
        let abbreviations = minutes.map_or(now.as_slice(), |id| scope.region.abbreviations_in(id));
        for view in &mut views {
            view.readers = self.readers;
            if let Some(inside) = inside {
                view.readers = Readers::Desk;
                view.stem += inside.ending;
            }
            brief::address(scope, view);
            view.anchors =
                scope.meeting.filter(|_| !self.is_form).map(|id| scope.region.anchors(id)).unwrap_or_default();
            if EXPLAINED.contains(&self.name) {
                view.abbreviations = abbreviations;
            }
        }
        Ok(views)
    }
}

impl From {
    /// Whether it is about no one meeting.
    #[must_use]
    pub const fn is_overview(self) -> bool {
        matches!(self, Self::Region | Self::Meetings)
    }

    /// Whether a document of this sort can be of use for a meeting.
    #[must_use]
    pub fn fits(self, region: &Region, id: MeetingId) -> bool {
        let meeting = &region[id];
        match self {
            Self::Agenda | Self::Region | Self::Meetings => !meeting.withheld,
            Self::Minutes => meeting.minutes.is_some(),
            Self::Feedback => {
                let has_come_of_it = meeting.minutes.is_some() || meeting.is_cancelled_with_answers();
                has_come_of_it && Self::Consultation.fits(region, id)
            }
            Self::Speech => !meeting.is_written() && Self::Consultation.fits(region, id),
            Self::Consultation => {
                meeting.is_written() || region.representations.iter().any(|one| one.body == meeting.body)
            }
        }
    }
}

/// What a document is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The region.
    pub region: &'a Region,
    /// Today.
    pub today: NaiveDate,
    /// The meeting; none for documents about the region.
    pub meeting: Option<MeetingId>,
    /// One item (its key or number) of the cover notes, or one party (its key) of the consultation.
    pub only: Option<&'a str>,
    /// The form for the chair and the secretary.
    pub inside: bool,
    /// A party that speaks for others: only for whom it speaks.
    pub on_behalf_of: Option<PartyId>,
    /// One body, for documents about the region.
    pub body: Option<BodyId>,
    /// What is asked again in a consultation.
    pub asking: Asking,
    /// What stands before the relative path of a paper, URL-encoded.
    pub link_base: Option<&'a str>,
    /// What is made in the same run.
    pub beside: Beside<'a>,
}

/// What a consultation asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asking {
    /// Everything of everybody.
    #[default]
    All,
    /// Only where an answer is missing or stale.
    Needed,
    /// The same, as a reminder.
    Reminder,
}

impl<'a> Scope<'a> {
    /// A document about the region, or about a meeting, as it is made without any choice.
    #[must_use]
    pub const fn new(region: &'a Region, today: NaiveDate, meeting: Option<MeetingId>) -> Self {
        let (only, on_behalf_of, inside, body, asking, link_base) = (None, None, false, None, Asking::All, None);
        Self { region, today, meeting, only, inside, on_behalf_of, body, asking, link_base, beside: Beside::NOTHING }
    }

    /// Who is asked before a meeting: all, or those for whom the chosen party speaks.
    pub(super) fn asked(&self, id: MeetingId) -> Result<Vec<Asked>, Missing> {
        let mut asked = consultation::asked(self.region, id);
        let Some(party) = self.on_behalf_of else { return Ok(asked) };
        asked.retain(|one| one.asker() == Some(party));
        if asked.is_empty() {
            let (meeting, name) = (called::meeting(self.region, id), &self.region[party].name);
            return Err(Missing(format!("In {meeting} spreekt {name} niet namens een ander.")));
        }
        Ok(asked)
    }
}

/// Why a document cannot be made: one Dutch sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub String);

impl fmt::Display for Missing {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Missing {}
