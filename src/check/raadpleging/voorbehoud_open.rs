//! A reservation is lifted, or what it is about is dealt with again.

use crate::check::Found;
use crate::check::mend::in_ledger;
use crate::check::scope::{At, numbered};
use crate::dutch;
use crate::model::called;
use crate::model::standing::Reservation;
use crate::model::{Input, ItemId, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        let mut reserved = at.region.reserved(at.item_id(treated.item), at.today).of;
        // which of its answers counts comes first
        reserved.retain(|one| !one.unsure);
        if reserved.is_empty() || at.later().any(|later| later.broken) {
            continue;
        }
        let planned = planned(at, treated.item);
        for one in reserved {
            // an answer is about decisions, and an item may ask more
            let of = if one.decisions.len() < item.asked().count() {
                format!("{} van ", numbered(&one.decisions))
            } else {
                String::new()
            };
            let about = format!("het voorbehoud van {} bij {of}“{}”", at.name(one.party), item.title);
            if one.unclear {
                unclear(at, (treated, &one), &about, found);
                continue;
            }
            let message = format!("{} is niet vervallen.", dutch::capital(&about));
            let (lifted, part) = in_words(&at.region[one.party].key, &one.decisions, item.requested.len());
            let written = in_ledger(&format!("{}#{}", at.meeting.key, item.key), &lifted);
            let hint = format!("{planned}is het opgelost? {}{part}", dutch::capital(&written));
            found.at(one.span, message, hint).see(treated.span, "hier is ingestemd").item(treated.item);
        }
    }
}

/// A position in words that do not say whether a reservation stands.
fn unclear(at: &At<'_>, (treated, one): (&Treated, &Reservation), about: &str, found: &mut Found) {
    let id = at.item_id(treated.item);
    let said = |input: &Input| input.position.clone();
    let is_of_it = |input: &&Input| one.decisions.iter().any(|number| input.is_about(*number));
    let Some(position) = at.region.positions(id, one.party).filter(is_of_it).find_map(said) else { return };
    let message = format!("“{}”: of {about} nog staat, zeggen deze woorden niet.", position.trim());
    let hint = "schrijf het standpunt met woorden als stemt in, stemt in onder voorbehoud, trekt het voorbehoud in of stemt niet in; wat er nog meer was, kan in tekst";
    found.at(position.span, message, at.in_minutes(hint)).see(one.span, "dit is het voorbehoud").item(treated.item);
}

/// What to write when a reservation of a party is lifted, and what besides: at which of the decisions that an item asks.
fn in_words(party: &str, decisions: &[usize], asked: usize) -> (String, String) {
    let lifted = format!("voorbehoud_vervallen = \"{party}\"");
    match decisions {
        [number] if asked > 1 => (format!("{lifted} en besluit = {number}"), String::new()),
        [number, ..] if decisions.len() < asked => {
            let part = format!("; schrijf het voor elk besluit apart, met het nummer erbij: besluit = {number}");
            (lifted, part)
        }
        [number, _, ..] => {
            (lifted, format!("; vervalt het bij één besluit, zet er dan het nummer bij: besluit = {number}"))
        }
        _ => (lifted, String::new()),
    }
}

/// Where what follows on an item still comes: it stands until it was dealt with there.
fn planned(at: &At<'_>, item: usize) -> String {
    let region = at.region;
    let comes = |later: &ItemId| region[*later].cancelled.is_none() && !region[later.meeting].is_over(at.today);
    let next = region.sequels(at.item_id(item)).into_iter().find(comes);
    next.map_or_else(String::new, |later| {
        let (number, there) = (&region[later].number, called::meeting(region, later.meeting));
        format!("een vervolg staat op de agenda van {there}, punt {number}; ")
    })
}
