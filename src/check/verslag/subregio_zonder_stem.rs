//! Where something is assented to, somebody speaks for every subregion.

use crate::check::{Found, scope::At};
use crate::model::{Outcome, PartyId, Presence};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken || at.meeting.is_written() {
        return;
    }
    for (treated, item) in at.treated().filter(|(treated, _)| treated.outcome.is_some_and(Outcome::is_assent)) {
        let day = at.meeting.date.value;
        for spoken in at.region.representations_on(at.meeting.body, day) {
            if !is_empty(at, spoken.by, treated.item) {
                continue;
            }
            let whose = spoken.subregion.map_or_else(
                || at.names(&at.region.represented_on(spoken, day)),
                |subregion| format!("de subregio {}", at.region[subregion].name),
            );
            let message = format!("Bij “{}” is ingestemd, maar niemand sprak voor {whose}.", item.title);
            let hint = "leg vast hoe die partijen alsnog instemmen: uitkomst = \"ingestemd onder voorbehoud\"";
            // under a reservation their assent is awaited
            if treated.outcome != Some(Outcome::AssentedReserved) {
                found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
            }
        }
    }
}

/// Whether nobody sat on the seat of a party at an item, as far as the minutes say.
fn is_empty(at: &At<'_>, party: PartyId, item: usize) -> bool {
    let seat = at.seat_of(party);
    let attendance = at.minutes().into_iter().flat_map(|minutes| &minutes.attendance);
    attendance.filter(|attendance| Some(attendance.seat) == seat).any(|attendance| {
        matches!(attendance.presence, Presence::Excused | Presence::Absent) || attendance.not_at.contains(&item)
    })
}
