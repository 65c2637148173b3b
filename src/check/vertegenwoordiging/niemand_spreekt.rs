//! On the day of a meeting somebody speaks for every municipality.

use crate::check::unspoken::{has_no_home, unspoken};
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::called;
use crate::model::{PartyId, Representation};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let silent = unspoken(at);
    if silent.is_empty() {
        return;
    }
    let (names, when) = (at.names(&silent), dutch::capital(&called::on_moment(at.meeting)));
    let message = if at.meeting.is_written() {
        format!("{when} vertegenwoordigt niemand {names}.")
    } else {
        format!("{when} spreekt niemand voor {names}.")
    };
    let hint = if silent.iter().all(|party| has_no_home(at, *party)) {
        format!("zet in convenant.toml bij welke subregio {names} op die dag hoort, of wie voor {names} spreekt")
    } else {
        "zet in convenant.toml bij [[vertegenwoordiging]] wie vanaf (van) en tot en met (tot) wanneer spreekt"
            .to_owned()
    };
    let mut more = found.at(at.meeting.date.span, message, hint);
    for (spoken, text) in near(at, &silent) {
        more = more.see(spoken.span, text);
    }
}

/// Who spoke for them on other days, and on which.
fn near<'a>(at: &'a At<'_>, silent: &'a [PartyId]) -> impl Iterator<Item = (&'a Representation, String)> {
    let (region, day) = (at.region, at.meeting.date.value);
    let near = region.representations.iter().filter(|spoken| spoken.body == at.meeting.body);
    let near = near.filter(|spoken| silent.iter().any(|party| !region.spoken_for(spoken, *party).is_empty()));
    near.filter_map(move |spoken| match (spoken.period.until, spoken.period.from) {
        (Some(until), _) if until < day => Some((spoken, format!("loopt tot en met {}", dutch::short_date(until)))),
        (_, Some(from)) if from > day => Some((spoken, format!("begint op {}", dutch::short_date(from)))),
        _ => None,
    })
}
