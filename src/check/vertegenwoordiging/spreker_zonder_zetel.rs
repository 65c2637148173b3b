//! Who speaks for others has a seat on the day.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::SeatHolder;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let region = at.region;
    // a body without seats in the dossier does not keep them there
    let keeps_seats = region.seats.iter().any(|seat| seat.body == at.meeting.body);
    if !keeps_seats || region.covenant_broken {
        return;
    }
    let day = at.meeting.date.value;
    for spoken in region.representations_on(at.meeting.body, day) {
        if at.seat_of(spoken.by).is_some() {
            continue;
        }
        let name = at.name(spoken.by);
        // who takes the minutes there, or advises, speaks for nobody
        let as_member =
            if at.seats().any(|(_, seat)| seat.holder == SeatHolder::Party(spoken.by)) { " als lid" } else { "" };
        let message = format!("{name} spreekt voor anderen, maar heeft op {} geen zetel{as_member}.", dutch::date(day));
        let hint = format!("zet in convenant.toml een [[zetel]] voor {name} die op die dag loopt");
        let mut more = found.at(at.meeting.date.span, message, hint).see(spoken.span, "hier spreekt deze partij");
        let mine = |seat: &&crate::model::Seat| {
            seat.body == at.meeting.body && seat.holder == SeatHolder::Party(spoken.by) && !seat.period.holds(day)
        };
        for seat in region.seats.iter().filter(mine) {
            more = more.see(seat.span, "deze zetel loopt niet op die dag");
        }
    }
}
