//! What is to be done for a consultation on a day.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar;
use crate::dutch;
use crate::model::{Term, Unit};

/// So long before the closing of a consultation those who did not answer are reminded.
const REMIND_BEFORE: Term = Term { count: 3, unit: Unit::WorkingDays };

/// What a step is called, the most urgent last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Over,
    Complete,
    Wait,
    Remind,
    AskRest,
    Call,
    Ask,
}

/// A step.
#[derive(Debug, Clone, Serialize)]
pub struct Stap {
    #[serde(skip)]
    pub kind: Kind,
    wat: &'static str,
    /// Until this day there is only to wait.
    #[serde(skip)]
    pub from: Option<NaiveDate>,
    vanaf: Option<String>,
    /// Who has to do it, where others have something else to do.
    pub wie: Option<String>,
}

/// What is known of those who are asked.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what is asked of each")]
pub struct Known {
    pub today: NaiveDate,
    pub due: NaiveDate,
    pub over: bool,
    /// The day of the last question.
    pub asked: Option<NaiveDate>,
    pub answered: bool,
    /// Somebody did not answer all that was asked.
    pub silent: bool,
    pub stale: bool,
    /// Somebody was not asked all.
    pub unasked: bool,
}

impl Stap {
    /// What is to be done.
    pub fn of(known: &Known) -> Self {
        let from = known.asked.map(|asked| remind_from(asked, known.due)).filter(|day| known.today < *day);
        let kind = match known {
            _ if known.over => Kind::Over,
            _ if !known.silent && !known.stale && !known.unasked => Kind::Complete,
            _ if known.asked.is_none() && !known.answered => Kind::Ask,
            _ if known.today > known.due && (known.silent || known.stale) => Kind::Call,
            _ if known.unasked || known.stale => Kind::AskRest,
            _ if from.is_some() => Kind::Wait,
            _ => Kind::Remind,
        };
        let from = from.filter(|_| kind == Kind::Wait);
        Self { kind, wat: word(kind), from, vanaf: from.map(dutch::date), wie: None }
    }

    /// The most urgent of the steps of some, with who has to do it.
    pub fn first(steps: &[(String, Self)]) -> Option<Self> {
        let kind = steps.iter().map(|(_, step)| step.kind).max()?;
        let same: Vec<&(String, Self)> = steps.iter().filter(|(_, step)| step.kind == kind).collect();
        let names: Vec<&str> = same.iter().map(|(name, _)| name.as_str()).collect();
        let from = same.iter().filter_map(|(_, step)| step.from).min();
        let wie = (names.len() < steps.len()).then(|| dutch::list(&names)).flatten();
        Some(Self { kind, wat: word(kind), from, vanaf: from.map(dutch::date), wie })
    }
}

/// By which a template knows it.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Over => "geweest",
        Kind::Complete => "klaar",
        Kind::Wait => "wachten",
        Kind::Remind => "herinneren",
        Kind::AskRest => "aanvullen",
        Kind::Call => "bellen",
        Kind::Ask => "vragen",
    }
}

/// The first day on which a reminder makes sense: when there is little time left, and not on the day of asking.
fn remind_from(asked: NaiveDate, due: NaiveDate) -> NaiveDate {
    let late = calendar::before(due, REMIND_BEFORE);
    if late > asked { late } else { asked.succ_opt().unwrap_or(asked) }
}
