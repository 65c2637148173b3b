//! Of every seat it is said whether it was filled.

use crate::check::{Found, scope::At, scope::list};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.minutes() else { return };
    if at.meeting.broken || at.region.covenant_broken || at.meeting.is_written() || !at.is_own() {
        return;
    }
    let told = |id| minutes.attendance.iter().any(|attendance| attendance.seat == id);
    let missing: Vec<&str> = at.seats().filter(|(id, _)| !told(*id)).map(|(_, seat)| seat.key.as_str()).collect();
    if !missing.is_empty() {
        let message = format!("Van {} staat niet of de zetel bezet was.", list(&missing));
        found.at(minutes.span, message, "zet er een [[aanwezigheid]] voor bij, ook bij afwezigheid");
    }
}
