//! When and where a meeting would be as it was sent, and what of that has changed.

use std::collections::BTreeSet;

use crate::fingerprint;
use crate::model::{Fact, Form, Meeting, Planned};

/// When, where and how a meeting is, as its agenda says it now.
#[must_use]
pub fn planned(meeting: &Meeting) -> Planned {
    Planned {
        date: meeting.date.value,
        until: meeting.until,
        begin: meeting.begin,
        end: meeting.end,
        place: meeting.place.as_ref().map(|place| fingerprint::texts([place.as_str()])),
        online_at: meeting.online_at.as_ref().map(|at| fingerprint::texts([at.as_str()])),
        form: meeting.form,
        // until when somebody may answer, whatever its file says
        closes: meeting.closes.map(|day| if meeting.is_written() { meeting.last_day() } else { day.value }),
    }
}

/// In what a plan differs from one of before, as far as it is of its form: a written round has no hours and no place, a meeting
/// does not close.
#[must_use]
pub fn differing(one: &Planned, other: &Planned) -> Vec<Fact> {
    let written = other.form == Form::Written;
    let is_of_form = |fact: Fact| match fact {
        Fact::LastDay | Fact::Begin | Fact::End | Fact::Place | Fact::Link => !written,
        Fact::Closing => written,
        Fact::Day | Fact::Form => true,
    };
    let facts = [
        (Fact::Day, one.date == other.date),
        (Fact::LastDay, one.until == other.until),
        (Fact::Begin, one.begin == other.begin),
        (Fact::End, one.end == other.end),
        (Fact::Place, one.place == other.place),
        (Fact::Link, one.online_at == other.online_at),
        (Fact::Form, one.form == other.form),
        (Fact::Closing, one.closes == other.closes),
    ];
    facts.into_iter().filter(|(fact, same)| !same && is_of_form(*fact)).map(|(fact, _)| fact).collect()
}

/// What those who got the agenda do not know of its meeting; nothing where no sending says when and where it was.
#[must_use]
pub fn unsent_plan(meeting: &Meeting) -> Vec<Fact> {
    let sent = meeting.sendings_of_papers().filter_map(|sending| sending.planned.as_ref()).next_back();
    sent.map(|sent| differing(sent, &planned(meeting))).unwrap_or_default()
}

/// Whether minutes would say otherwise when it was recorded as sent what of a meeting was not: they tell its days and hours as
/// these were sent.
#[must_use]
pub fn would_retell(meeting: &Meeting) -> bool {
    unsent_plan(meeting).into_iter().any(|fact| !matches!(fact, Fact::Place | Fact::Link | Fact::LastDay))
}

/// What of a meeting is not as a sending said, whichever it was, each with whether that was told since: who was told that a
/// meeting moved, has to know as well that it moved back.
#[must_use]
pub fn moved(meeting: &Meeting) -> Vec<(Fact, bool)> {
    let (now, unsent) = (planned(meeting), unsent_plan(meeting));
    let told = meeting.sendings_of_papers().filter_map(|sending| sending.planned.as_ref());
    let facts: BTreeSet<Fact> = told.flat_map(|told| differing(told, &now)).collect();
    facts.into_iter().map(|fact| (fact, !unsent.contains(&fact))).collect()
}
