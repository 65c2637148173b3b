//! On the day of a meeting somebody speaks for every municipality.

use crate::check::{Found, scope::At, scope::list};
use crate::dutch;
use crate::model::PartyId;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let region = at.region;
    let represents = region.representations.iter().any(|spoken| spoken.body == at.meeting.body);
    if !represents || region.covenant_broken {
        return;
    }
    let day = at.meeting.date.value;
    let silent: Vec<PartyId> = region
        .party_ids()
        .filter(|party| region[*party].is_municipality() && region[*party].exists(day))
        .filter(|party| region.speaker_for(at.meeting.body, *party, day).is_none() && at.seat_of(*party).is_none())
        // who speaks for others and has no seat is told so by another rule
        .filter(|party| region.representations_on(at.meeting.body, day).all(|spoken| spoken.by != *party))
        .filter(|party| !has_gone(at, *party) && !has_no_home(at, *party))
        .collect();
    if silent.is_empty() {
        return;
    }
    let names: Vec<&str> = silent.iter().map(|party| at.name(*party)).collect();
    let message = format!("Op {} spreekt niemand voor {}.", dutch::date(day), list(&names));
    let hint = "zet in convenant.toml bij [[vertegenwoordiging]] wie vanaf (van) en tot en met (tot) wanneer spreekt";
    let mut more = found.at(at.meeting.date.span, message, hint);
    let near = region.representations.iter().filter(|spoken| spoken.body == at.meeting.body);
    for spoken in near.filter(|spoken| silent.iter().any(|party| !region.spoken_for(spoken, *party).is_empty())) {
        let text = match (spoken.period.until, spoken.period.from) {
            (Some(until), _) if until < day => format!("loopt tot en met {}", dutch::short_date(until)),
            (_, Some(from)) if from > day => format!("begint op {}", dutch::short_date(from)),
            _ => continue,
        };
        more = more.see(spoken.span, text);
    }
}

/// Whether it belongs to no subregion, so that nobody can speak for it: another rule says so, as long as that is so.
fn has_no_home(at: &At<'_>, party: PartyId) -> bool {
    let (region, day) = (at.region, at.meeting.date.value);
    let by_subregion = region.representations_on(at.meeting.body, day).any(|spoken| spoken.subregion.is_some());
    by_subregion && region.home_on(party, day).is_none() && region.homeless(party, at.today).is_some()
}

/// Whether the one who would speak for it does not exist on the day: another rule says so.
fn has_gone(at: &At<'_>, party: PartyId) -> bool {
    let (region, day) = (at.region, at.meeting.date.value);
    let gone = region.representations.iter().filter(|it| it.body == at.meeting.body && !region[it.by].exists(day));
    gone.into_iter().any(|spoken| region.spoken_for(spoken, party).iter().any(|period| period.holds(day)))
}
