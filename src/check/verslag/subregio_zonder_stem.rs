//! Where something is assented to, somebody speaks for every subregion.

use chrono::NaiveDate;

use crate::check::Found;
use crate::check::scope::{At, list, numbered};
use crate::model::{Attendance, Item, Outcome, PartyId, Presence, Representation, SeatHolder, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken || at.meeting.is_written() {
        return;
    }
    let day = at.meeting.date.value;
    for (treated, item) in at.treated() {
        let Some(assent) = assent(treated, item) else { continue };
        let spoken = at.region.representations_on(at.meeting.body, day);
        let unheard = spoken.filter(|spoken| is_unheard(at, spoken, treated.item));
        let whose: Vec<String> = unheard.map(|spoken| whose(at, spoken, day)).collect();
        if !whose.is_empty() {
            let (what, hint) = told(item, &assent);
            let message = format!("Bij {what} is ingestemd, maar niemand sprak voor {}.", list(&whose));
            found.at(treated.span, message, at.in_minutes(hint)).key("uitkomst").item(treated.item);
        }
    }
}

/// For whom is spoken.
fn whose(at: &At<'_>, spoken: &Representation, day: NaiveDate) -> String {
    spoken.subregion.map_or_else(
        || at.names(&at.region.represented_on(spoken, day)),
        |subregion| format!("de subregio {}", at.region[subregion].name),
    )
}

/// To which requested decisions was assented without a reservation, under which the assent of others is awaited; none of
/// them where the minutes speak of the item as a whole.
fn assent(treated: &Treated, item: &Item) -> Option<Vec<usize>> {
    let is_assent =
        |outcome: Option<Outcome>| outcome.is_some_and(|it| it.is_assent() && it != Outcome::AssentedReserved);
    if treated.exceptions.is_empty() {
        return is_assent(treated.outcome).then(Vec::new);
    }
    let numbers = item.asked().map(|(number, _)| number);
    let assented: Vec<usize> = numbers.filter(|number| is_assent(treated.outcome_of(*number))).collect();
    (!assented.is_empty()).then_some(assented)
}

/// To what was assented, and what to do.
fn told(item: &Item, assented: &[usize]) -> (String, String) {
    let reserved = "uitkomst = \"ingestemd onder voorbehoud\"";
    let hint = "leg vast hoe die partijen alsnog instemmen: ";
    if assented.is_empty() {
        return (format!("“{}”", item.title), format!("{hint}{reserved}"));
    }
    let numbers: Vec<String> = assented.iter().map(|number| format!("nr = {number}")).collect();
    (
        format!("{} van “{}”", numbered(assented), item.title),
        format!("{hint}[[punt.besluit]] met {} en {reserved}", list(&numbers)),
    )
}

/// Whether nobody was there to speak: not the one who does, nor on a seat of its own the one who does so then.
fn is_unheard(at: &At<'_>, spoken: &Representation, item: usize) -> bool {
    let substitute = at.region.substitute_on(spoken, at.meeting.date.value);
    let has_seat = |party: &PartyId| at.seat_of(*party).is_some();
    is_empty(at, spoken.by, item) && substitute.filter(has_seat).is_none_or(|party| is_empty(at, party, item))
}

/// Whether nobody sat on the seats of a party at an item, as far as the minutes say.
fn is_empty(at: &At<'_>, party: PartyId, item: usize) -> bool {
    let holds = |row: &&Attendance| at.region[row.seat].holder == SeatHolder::Party(party);
    let away =
        |row: &Attendance| matches!(row.presence, Presence::Excused | Presence::Absent) || row.not_at.contains(&item);
    let mut rows = at.minutes().into_iter().flat_map(|minutes| &minutes.attendance).filter(holds).peekable();
    rows.peek().is_some() && rows.all(away)
}
