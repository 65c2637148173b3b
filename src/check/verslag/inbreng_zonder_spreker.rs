//! What minutes say that a party brought in was said by somebody who sat there.

use crate::check::{Found, scope::At};
use crate::model::{Guest, ItemId, Minutes, PartyId};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.meeting.minutes.as_ref().filter(|_| !at.meeting.is_written()) else { return };
    if at.meeting.broken {
        return;
    }
    for (treated, item) in at.treated() {
        let id = at.item_id(treated.item);
        // what was not named at the table was said by nobody
        let said = treated.input.iter().filter(|input| input.text.is_some() || input.position.is_some());
        for input in said.filter(|input| was_missing(at, minutes, id, input.from)) {
            let name = at.name(input.from);
            let message = format!(
                "Bij “{}” staat inbreng van {name}, maar daar zat niemand die voor {name} kon spreken.",
                item.title
            );
            let hint = "kijk de aanwezigheid na (status, door, niet_bij); las een ander het voor, of kwam het op papier, \
                        zeg dat dan in de tekst en leg het met een [[uitzondering]] vast";
            found.at(input.span, message, at.in_minutes(hint)).key("van").item(treated.item);
        }
    }
}

/// Whether nobody was at an item who could speak for a party; a guest speaks for its own organisation.
fn was_missing(at: &At<'_>, minutes: &Minutes, id: ItemId, party: PartyId) -> bool {
    let is_guest = |guest: &Guest| {
        let there = guest.at.is_empty() || guest.at.contains(&id.index);
        there && guest.organisation.as_deref().is_some_and(|organisation| organisation == at.name(party))
    };
    at.region.had_no_voice(id, party) && !minutes.guests.iter().any(is_guest)
}
