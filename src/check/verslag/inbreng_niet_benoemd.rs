//! Input that had to be named was named.

use crate::check::{Found, scope::At};
use crate::model::consultation;
use crate::model::{Item, Outcome, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // what was not treated could not be said
    let silent = |outcome| matches!(outcome, Some(Outcome::NotTreated | Outcome::Withdrawn));
    if at.meeting.broken {
        return;
    }
    let could = |(treated, item): &(&Treated, &Item)| !silent(treated.outcome) && item.cancelled.is_none();
    for (treated, item) in at.treated().filter(could) {
        for party in at.asked.iter().map(|asked| asked.party) {
            let asked = consultation::input(at.meeting, party, treated.item).is_some_and(|(_, name_it)| name_it);
            if !asked || treated.input.iter().any(|input| input.from == party) {
                continue;
            }
            let message = format!(
                "{} vroeg om haar inbreng bij “{}” te benoemen; die staat hier niet.",
                at.name(party),
                item.title
            );
            let hint = format!(
                "zet er bij: [[punt.inbreng]] met van = \"{}\" en tekst, of niet_benoemd = \"waarom niet\"",
                at.region[party].key
            );
            let reply = consultation::newest_input(at.meeting, party, treated.item).map(|(reply, ..)| reply);
            let mut said = reply.into_iter().flat_map(|reply| &reply.items);
            let place = said.find(|said| said.item == treated.item && said.remarks.input.is_some());
            let more = found.at(treated.span, message, at.in_minutes(hint)).item(treated.item);
            if let Some(place) = place {
                more.see(place.span, "dit is de inbreng");
            }
        }
    }
}
