//! Of every seat it is said whether it was filled, and by whom.

use crate::check::{Found, scope::At, scope::list};
use crate::model::{Attendance, Presence};

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
    let nobody = |row: &&Attendance| row.replaced_by.as_ref().is_none_or(|by| matches!(by, (None, None)));
    for row in minutes.attendance.iter().filter(|row| row.presence == Presence::Replaced).filter(nobody) {
        let message = format!("Op de zetel {} zat een vervanger; er staat niet wie.", at.region[row.seat].key);
        found.at(row.span, message, "zet erbij: door = { functie = \"…\" }, met partij als de vervanger van een andere partij was");
    }
}
