//! What is to be done for a consultation on a day.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar;
use crate::calendar::{Term, Unit};
use crate::dutch;

/// So long before the closing of a consultation those who did not answer are reminded.
const REMIND_BEFORE: Term = Term { count: 3, unit: Unit::WorkingDays };

/// What a step is called, the most urgent last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Over,
    Complete,
    Wait,
    Clarify,
    Remind,
    AskRest,
    Call,
    Ask,
}

/// A step.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Stap {
    #[serde(skip)]
    pub kind: Kind,
    wat: &'static str,
    /// Until this day there is only to wait.
    #[serde(skip)]
    pub from: Option<NaiveDate>,
    vanaf: Option<String>,
    /// Who has to do it, where others have something else to do.
    pub wie: Option<String>,
    /// Somebody answered nothing; somebody answered a part, or an earlier text.
    niets: bool,
    deels: bool,
}

/// What is known of those who are asked.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "what is asked of each")]
pub(super) struct Known {
    pub today: NaiveDate,
    pub due: NaiveDate,
    pub over: bool,
    /// The day of the last question.
    pub asked: Option<NaiveDate>,
    /// The day on which all who did not answer all had been reminded.
    pub reminded: Option<NaiveDate>,
    pub answered: bool,
    /// Somebody who was asked answered nothing; somebody answered a part, or an earlier text and was asked anew.
    pub silent: bool,
    pub partly: bool,
    /// Somebody answered an earlier text and was not asked anew.
    pub stale: bool,
    /// Somebody was not asked all.
    pub unasked: bool,
    /// Of somebody nobody knows which of its answers counts.
    pub unordered: bool,
}

impl Stap {
    /// What is to be done.
    pub(super) fn of(known: &Known) -> Self {
        let from = known.asked.map(|asked| remind_from(asked, known.due));
        let reminded = known.reminded.zip(from).is_some_and(|(reminded, from)| reminded >= from);
        let from = from.filter(|day| known.today < *day);
        let waits = known.silent || known.partly;
        let kind = match known {
            _ if known.over => Kind::Over,
            _ if !waits && !known.stale && !known.unasked && !known.unordered => Kind::Complete,
            _ if !waits && !known.stale && !known.unasked => Kind::Clarify,
            _ if known.asked.is_none() && !known.answered => Kind::Ask,
            _ if known.today > known.due && (waits || known.stale) => Kind::Call,
            _ if known.unasked || known.stale => Kind::AskRest,
            _ if (from.is_some() || reminded) && known.unordered => Kind::Clarify,
            _ if from.is_some() || reminded => Kind::Wait,
            _ => Kind::Remind,
        };
        let from = from.filter(|_| kind == Kind::Wait);
        let (niets, deels) = (known.silent, known.partly || known.stale);
        Self { kind, wat: word(kind), from, vanaf: from.map(dutch::date), wie: None, niets, deels }
    }

    /// The most urgent of the steps of some, with who has to do it.
    pub(super) fn first(steps: &[(String, Self)]) -> Option<Self> {
        let kind = steps.iter().map(|(_, step)| step.kind).max()?;
        let same: Vec<&(String, Self)> = steps.iter().filter(|(_, step)| step.kind == kind).collect();
        let names: Vec<&str> = same.iter().map(|(name, _)| name.as_str()).collect();
        let from = same.iter().filter_map(|(_, step)| step.from).min();
        let wie = (names.len() < steps.len()).then(|| dutch::list(&names)).flatten();
        let (niets, deels) = (same.iter().any(|(_, step)| step.niets), same.iter().any(|(_, step)| step.deels));
        Some(Self { kind, wat: word(kind), from, vanaf: from.map(dutch::date), wie, niets, deels })
    }
}

/// By which a template knows it.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Over => "geweest",
        Kind::Complete => "klaar",
        Kind::Wait => "wachten",
        Kind::Clarify => "navragen",
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
