//! When, where and how a meeting is, fact by fact.

use crate::dutch::{date, time};
use crate::model::{Fact, Form, Meeting};

/// How a meeting is held.
#[must_use]
pub const fn form(form: Form) -> &'static str {
    match form {
        Form::InPerson => "fysiek",
        Form::Hybrid => "hybride",
        Form::Online => "digitaal",
        Form::Written => "schriftelijk",
    }
}

/// A fact of a meeting, and what it is, where that is known: `het begin`, `14.30 uur`.
#[must_use]
pub fn fact(meeting: &Meeting, fact: Fact) -> (&'static str, Option<String>) {
    match fact {
        Fact::Day => ("de datum", Some(date(meeting.date.value))),
        Fact::LastDay => ("de laatste dag", Some(date(meeting.until.unwrap_or(meeting.date.value)))),
        Fact::Begin => ("het begin", meeting.begin.map(time)),
        Fact::End => ("het einde", meeting.end.map(time)),
        Fact::Place => ("de plaats", meeting.place.as_ref().map(|place| place.value.clone())),
        Fact::Link => ("de link", meeting.online_at.as_ref().map(|at| at.value.clone())),
        Fact::Form => ("de vorm", Some(form(meeting.form).to_owned())),
        Fact::Closing => ("de sluiting", meeting.closes.map(|_| date(meeting.last_day()))),
    }
}

/// What a fact of a meeting is now: `het begin is nu 14.30 uur`.
#[must_use]
pub fn fact_now(meeting: &Meeting, one: Fact) -> String {
    let (what, now) = fact(meeting, one);
    format!("{what} is nu {}", now.as_deref().unwrap_or("niet bekend"))
}
