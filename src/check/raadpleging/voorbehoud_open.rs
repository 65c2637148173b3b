//! A reservation is lifted, or comes back on an agenda.

use crate::check::{Found, scope::At};
use crate::consultation::newest;
use crate::model::{Item, Outcome, PartyId};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        // where nothing was assented to, there is nothing to reserve
        if !treated.outcome.is_some_and(Outcome::is_assent) || came_back(at, treated.item) {
            continue;
        }
        for party in at.region.reservations(at.item_id(treated.item), at.today) {
            let message =
                format!("Het voorbehoud van {} bij “{}” is niet vervallen.", at.name(party), item.title);
            let hint = format!(
                "is het opgelost? Schrijf dan in voortgang.toml: over = \"{}#{}\", voorbehoud_vervallen = \"{}\"",
                at.meeting.key, item.key, at.region[party].key
            );
            let place = place(at, treated.item, party).unwrap_or(treated.span);
            found.at(place, message, hint).see(treated.span, "hier is ingestemd").item(treated.item);
        }
    }
}

fn place(at: &At<'_>, item: usize, party: PartyId) -> Option<crate::source::Span> {
    let numbers = 1..=at.meeting.items[item].requested.len();
    let answers = numbers.filter_map(|number| newest(at.region, at.item_id(item), party, number));
    let mut reserved = answers.filter(|it| it.answer.support == crate::model::Support::Reserved);
    reserved.next().map(|newest| newest.answer.span)
}

fn came_back(at: &At<'_>, item: usize) -> bool {
    let id = at.item_id(item);
    let follows = |other: &Item| other.follows.iter().any(|follows| follows.value == id);
    at.later().any(|later| later.broken || later.items.iter().any(follows))
}
