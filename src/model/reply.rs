//! `raadpleging/<party>.toml`: what a represented party answered. Append-only; the newest answer counts.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::PartyId;
use crate::source::Span;

/// How an answer came in (`kanaal`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// `formulier`
    Form,
    /// `e-mail`
    Email,
    /// `telefoon`
    Phone,
    /// `gesprek`
    Talk,
}

impl Channel {
    /// All, in the order of the words of the format.
    pub const ALL: [Self; 4] = [Self::Form, Self::Email, Self::Phone, Self::Talk];
}

/// Whether a requested decision is supported (`gedragen`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// `ja`
    Yes,
    /// `onder voorbehoud`
    Reserved,
    /// `nee`
    No,
    /// `meer tijd`
    MoreTime,
}

impl Support {
    /// All, in the order of the words of the format.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Reserved, Self::No, Self::MoreTime];
}

/// One answer of one party (`[[reactie]]`). The answers to a meeting share their texts: most parties say the same.
#[derive(Debug, Clone)]
pub struct Reply {
    /// Whose.
    pub party: PartyId,
    /// When.
    pub date: NaiveDate,
    /// At what time of that day, as far as it is known: of more answers on one day it says which is the newest.
    pub time: Option<NaiveTime>,
    /// The function of who answered.
    pub by: Arc<str>,
    /// The alderman who was consulted.
    pub agreed_with: Option<Arc<str>>,
    /// How it came in.
    pub channel: Channel,
    /// Who wrote it down.
    pub noted_by: Option<Arc<str>>,
    /// Input on the agenda as a whole, Markdown.
    pub general: Option<Arc<str>>,
    /// What was written beside the questions of the form, word for word. It is kept, and stands in the state of the
    /// consultation alone.
    pub accompanying: Option<Arc<str>>,
    /// Per item.
    pub items: Vec<AnswerItem>,
    /// Where it stands.
    pub span: Span,
}

/// What was answered on one item (`[[reactie.punt]]`).
#[derive(Debug, Clone)]
pub struct AnswerItem {
    /// The item's place in the meeting.
    pub item: usize,
    /// Input, Markdown.
    pub input: Option<Arc<str>>,
    /// It must be named at the table.
    pub name_it: bool,
    /// The fingerprint of explanation and papers that were seen.
    pub fingerprint: Option<Arc<str>>,
    /// Per requested decision.
    pub answers: Vec<Answer>,
    /// Where it stands.
    pub span: Span,
}

/// The answer on one requested decision (`[[reactie.punt.besluit]]`).
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its number in the item when it was answered, from 1; which decision it is about, its text says.
    pub number: u16,
    /// The text as it was asked.
    pub text: Arc<str>,
    /// Whether it is supported.
    pub support: Support,
    /// Why, with *onder voorbehoud* and *nee*.
    pub reason: Option<Arc<str>>,
    /// Where it stands.
    pub span: Span,
}
