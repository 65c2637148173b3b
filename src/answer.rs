//! The consultation form and back: what came back, a file or a mail, to a reply that fits the region.
//!
//! An answer goes four steps: [`open`] makes texts of the bytes (a mail has a body and attachments); [`toml`] and
//! [`text`] read one text to what was [`Returned`]; [`read`] says which of them counts; [`accept`] holds that against the
//! region. Meeting, party and item
//! are known by the [`mark`]s in the form, never by the words around them, and nothing is guessed: what is not clear is
//! a finding that says what to ask.

pub mod accept;
mod alike;
mod beside;
mod bytes;
mod choices;
pub mod faults;
mod html;
mod known;
mod lines;
mod mail;
pub mod mark;
pub mod open;
pub mod read;
pub mod text;
pub mod toml;

use chrono::{NaiveDate, NaiveTime};

pub use choices::{Choices, Clash};
pub use known::{Known, Sent, earlier};
pub use mark::Mark;

pub use crate::model::reply::GOVERNING;
use crate::model::reply::{Filled as _, Whole};
use crate::model::{Channel, Remarks, Support, Treatment};
use crate::source::{Span, Spanned};

/// An answer as it came back, not yet held against the region.
#[derive(Debug, Clone)]
pub struct Returned {
    /// The folder of the meeting.
    pub meeting: Spanned<String>,
    /// The key of the party.
    pub party: Spanned<String>,
    /// The day that the answer itself names.
    pub date: Option<NaiveDate>,
    /// The time of that day, when the answer itself names it.
    pub time: Option<NaiveTime>,
    /// How it came in.
    pub channel: Channel,
    /// What was said of it as a whole.
    pub whole: Whole,
    /// Per item.
    pub items: Vec<ReturnedItem>,
    /// It was read from a file that holds answers as the dossier does.
    pub saved: bool,
    /// It is one that somebody stored before, with a day of its own, and no form that was filled in.
    pub stored: bool,
    /// Where it stands.
    pub span: Span,
}

impl Returned {
    /// Whether there is anything in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.general.is_none() && self.items.iter().all(ReturnedItem::is_empty)
    }
}

/// What came back on one item.
#[derive(Debug, Clone)]
pub struct ReturnedItem {
    /// The key of the item.
    pub key: Spanned<String>,
    /// What was said of it as a whole.
    pub remarks: Remarks,
    /// The answers that were given.
    pub answers: Vec<ReturnedAnswer>,
}

impl ReturnedItem {
    /// Of which nothing is known yet.
    #[must_use]
    pub fn new(key: Spanned<String>) -> Self {
        Self { key, remarks: Remarks::default(), answers: Vec::new() }
    }

    /// Whether nothing was said of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.remarks.texts().next().is_none() && self.answers.is_empty()
    }
}

/// What came back on one requested decision.
#[derive(Debug, Clone)]
pub struct ReturnedAnswer {
    /// From 1.
    pub number: u16,
    /// What was asked.
    pub asked: Asked,
    /// What was to be done with the item when it was asked, where the answer says so.
    pub treatment: Option<Treatment>,
    /// Whether it is supported.
    pub support: Support,
    /// Why.
    pub reason: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// What an answer says of the question.
#[derive(Debug, Clone)]
pub enum Asked {
    /// The words themselves, in the answer.
    Words(String),
    /// The fingerprint of the words; and the words, where they stand in the form unchanged.
    Print(String, Option<String>),
    /// Whatever is asked now: somebody said it who has the question before them.
    Now,
}
