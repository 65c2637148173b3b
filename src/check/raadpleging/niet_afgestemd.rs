//! The answer of a municipality is that of an alderman, not of a desk.

use crate::check::{Found, scope::At};
use crate::model::Reply;
use crate::model::consultation;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // other parties have no alderman to ask
    let municipal = at.meeting.replies.iter().filter(|reply| at.region[reply.party].is_municipality());
    for reply in municipal.filter(|reply| !reply.is_governed() && counts(at, reply)) {
        let message = format!("Bij dit antwoord van {} staat niet met wie het is afgestemd.", at.name(reply.party));
        found.at(reply.span, message, "vraag het na, en zet bij dit antwoord: afgestemd_met = \"wethouder …\"");
    }
}

/// Whether it says something that no later answer of the party took the place of.
fn counts(at: &At<'_>, reply: &Reply) -> bool {
    let is_this = |other: &Reply| std::ptr::eq(other, reply);
    let party = reply.party;
    let on_item = |item: usize| {
        let mut numbers = 1..=at.meeting.items[item].requested.len();
        let newest = |number| consultation::newest(at.region, at.item_id(item), party, number);
        numbers.any(|number| newest(number).is_some_and(|newest| is_this(newest.reply)))
            || consultation::newest_input(at.meeting, party, item).is_some_and(|(other, ..)| is_this(other))
    };
    let last = consultation::replies_of(at.meeting, party).last().is_some_and(|last| is_this(last));
    last || consultation::newest_general(at.meeting, party).is_some_and(|(other, _)| is_this(other))
        || reply.items.iter().any(|said| on_item(said.item))
}
