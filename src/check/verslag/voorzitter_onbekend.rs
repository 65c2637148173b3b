//! The minutes say who chaired, when it was not the chair.

use crate::check::{Found, scope::At};
use crate::model::{Attendance, Presence, SeatId};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.minutes().filter(|_| !at.meeting.broken && !at.meeting.is_written()) else { return };
    let row_of = |seat: SeatId| minutes.attendance.iter().find(|row| row.seat == seat);
    // where no chair is written down, or whether the chair was there, other rules speak
    let seat = minutes
        .chaired_by
        .map_or_else(|| at.region.chair_of(at.meeting.body, at.meeting.date.value), |it| Some(it.value));
    let Some(row) = seat.and_then(row_of) else { return };
    let seat = &at.region[row.seat];
    let name = format!("de {} van {}", seat.function, at.region.organisation(seat, at.meeting.date.value));
    if let Some(chair) = minutes.chaired_by.filter(|_| is_away(row)) {
        let message = format!("Volgens de aanwezigheid was {name} er niet, en kan dus niet hebben voorgezeten.");
        let hint = "noem de zetel van wie wel voorzat, of kijk de aanwezigheid na";
        found.at(chair.span, message, at.in_minutes(hint)).see(row.span, "de aanwezigheid");
    } else if minutes.chaired_by.is_none() && row.presence != Presence::Present {
        let was = if is_away(row) { "was er niet" } else { "werd vervangen" };
        let message = format!("De voorzitter, {name}, {was}. Wie zat voor?");
        let there = minutes.attendance.iter().filter(|row| !is_away(row));
        let seats: Vec<String> = there.map(|row| format!("\"{}\"", at.region[row.seat].key)).collect();
        let hint = format!("zet bij [verslag] de zetel van wie voorzat: voorzitter = {}", seats.join(" of "));
        found.at(minutes.span, message, at.in_minutes(hint)).see(row.span, "de aanwezigheid");
    }
}

const fn is_away(row: &Attendance) -> bool {
    matches!(row.presence, Presence::Excused | Presence::Absent)
}
