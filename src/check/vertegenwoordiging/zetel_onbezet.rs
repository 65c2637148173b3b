//! A seat that ended has a next holder.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Role, Seat, SeatHolder};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.covenant_broken {
        return;
    }
    let day = at.meeting.date.value;
    let ended = |seat: &&Seat| seat.body == at.meeting.body && seat.period.until.is_some_and(|until| until < day);
    for seat in at.region.seats.iter().filter(ended) {
        let until = seat.period.until.unwrap_or(day);
        // who comes after may have a seat of another name
        let follows = |other: &Seat| other.holder == seat.holder && other.period.from > Some(until);
        let taken = at.seats().any(|(_, other)| other.key == seat.key || follows(other));
        let newer = |other: &Seat| other.key == seat.key && other.body == seat.body && other.period.until > Some(until);
        if taken || at.region.seats.iter().any(newer) || !still_needed(at, seat) {
            continue;
        }
        let message = format!(
            "De zetel van {} ({}) is op {} van niemand.",
            at.region.organisation(seat, day),
            seat.function,
            dutch::date(day)
        );
        let hint = format!(
            "zet in convenant.toml wie de zetel sinds {} heeft; is zij opgeheven, leg dat dan vast met een [[uitzondering]]",
            dutch::short_date(until.succ_opt().unwrap_or(until))
        );
        found.at(at.meeting.date.span, message, hint).see(seat.span, "deze zetel is afgelopen");
    }
}

/// An adviser may go. A party that is gone needs no seat; for who speaks for others another rule says it.
fn still_needed(at: &At<'_>, seat: &Seat) -> bool {
    if seat.role == Role::Adviser {
        return false;
    }
    let SeatHolder::Party(party) = seat.holder else { return true };
    let day = at.meeting.date.value;
    at.region[party].exists(day)
        && at.region.speaker_for(at.meeting.body, party, day).is_none()
        && at.region.representations_on(at.meeting.body, day).all(|spoken| spoken.by != party)
}
