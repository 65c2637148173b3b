//! Answers close in time before the meeting.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.region.terms.closing;
    let last = calendar::before(at.meeting.date.value, term);
    let Some(by) = at.meeting.reply_by.filter(|by| by.value > last && !at.meeting.is_written()) else { return };
    let (close, must) = if at.is_coming() { ("sluiten", "moet") } else { ("sloten", "moest") };
    let message = format!(
        "De antwoorden {close} op {}; dat {must} uiterlijk {}, {} voor de vergadering.",
        dutch::date(by.value),
        dutch::date(last),
        dutch::term(term)
    );
    found
        .at(by.span, message, at.in_time(format!("schrijf: reageren_tot = {last}, of haal de sleutel weg")))
        .see(at.meeting.date.span, "de dag van de vergadering");
}
