//! Of every seat it is said whether it was filled, and by whom.

use crate::check::{Found, scope::At, scope::list};
use crate::model::{Attendance, Presence, Seat};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.minutes() else { return };
    if at.meeting.broken || at.region.covenant_broken || at.meeting.is_written() || !at.is_own() {
        return;
    }
    let told = |id| minutes.attendance.iter().any(|attendance| attendance.seat == id);
    let missing = at.seats().filter(|(id, _)| !told(*id));
    let missing: Vec<(String, &str)> = missing.map(|(_, seat)| (holder(at, seat), seat.key.as_str())).collect();
    if !missing.is_empty() {
        let (names, keys): (Vec<String>, Vec<&str>) = missing.into_iter().unzip();
        let message = match &names[..] {
            [one] => format!("Van de zetel van {one} staat niet of die bezet was."),
            _ => format!("Van de zetels van {} staat niet of die bezet waren.", list(&names)),
        };
        let hint = format!("zet er een [[aanwezigheid]] voor bij, ook bij afwezigheid: zetel = {}", quoted(&keys));
        found.at(minutes.span, message, at.in_minutes(hint));
    }
    let nobody =
        |row: &&Attendance| row.replaced_by.as_deref().is_none_or(|by| by.party.is_none() && by.function.is_none());
    for row in minutes.attendance.iter().filter(|row| row.presence == Presence::Replaced).filter(nobody) {
        let seat = holder(at, &at.region[row.seat]);
        let message = format!("Op de zetel van {seat} zat een vervanger; er staat niet wie.");
        let hint = "zet erbij: door = { functie = \"…\" }, met partij als de vervanger van een andere partij was";
        found.at(row.span, message, at.in_minutes(hint));
    }
}

/// Whose seat it is, with the function that tells two seats of one party apart.
fn holder(at: &At<'_>, seat: &Seat) -> String {
    format!("{} ({})", at.region.organisation(seat, at.meeting.date.value), seat.function)
}

/// `"a", "b" en "c"`
fn quoted(keys: &[&str]) -> String {
    list(&keys.iter().map(|key| format!("\"{key}\"")).collect::<Vec<_>>())
}
