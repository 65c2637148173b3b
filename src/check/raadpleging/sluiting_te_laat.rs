//! Answers close in time before the meeting, or before the round does.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let (meeting, term) = (at.meeting, at.terms().closing);
    let last =
        if meeting.is_written() { meeting.last_day_of_file() } else { calendar::before(meeting.date.value, term) };
    let Some(by) = meeting.reply_by.filter(|by| by.value > last) else { return };
    let (close, must) = if at.is_coming() { ("sluiten", "moet") } else { ("sloten", "moest") };
    let (day, last_day) = (dutch::date(by.value), dutch::date(last));
    let (message, place) = if meeting.is_written() {
        (format!("De antwoorden {close} op {day}, na de sluiting van de ronde op {last_day}."), "de sluiting")
    } else {
        let term = dutch::term(term);
        let message =
            format!("De antwoorden {close} op {day}; dat {must} uiterlijk {last_day}, {term} voor de vergadering.");
        (message, "de dag van de vergadering")
    };
    let hint = at.in_time(format!("schrijf: reageren_tot = {last}, of haal de sleutel weg"));
    let there = if meeting.is_written() { meeting.last_day_span() } else { meeting.date.span };
    found.at(by.span, message, hint).see(there, place);
}
