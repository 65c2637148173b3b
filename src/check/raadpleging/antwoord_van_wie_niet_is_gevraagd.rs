//! Only who is represented answers, or who is at the table.

use crate::check::unspoken::{is_homeless, unspoken};
use crate::check::{Found, scope::At};
use crate::model::PartyId;
use crate::model::called;
use crate::model::consultation;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let mut told: Vec<PartyId> = Vec::new();
    if at.region.covenant_broken {
        return;
    }
    let unspoken = unspoken(at);
    for reply in &at.meeting.replies {
        let belongs = consultation::may_answer(at.region, at.id, reply.party);
        // of a party that does not exist then another rule speaks
        let exists = at.region[reply.party].exists(at.meeting.date.value);
        // and of who belongs to no subregion any more, or for whom nobody speaks
        let lost = at.region.home_on(reply.party, at.meeting.date.value).is_none() && is_homeless(at, reply.party);
        if belongs || !exists || lost || unspoken.contains(&reply.party) || told.contains(&reply.party) {
            continue;
        }
        told.push(reply.party);
        let message = format!(
            "{} heeft {} geen zetel en wordt door niemand vertegenwoordigd.",
            at.name(reply.party),
            called::on_moment(at.meeting)
        );
        let hint = "kijk [[zetel]] en [[vertegenwoordiging]] in convenant.toml na, of leg met een [[uitzondering]] vast waarom het antwoord er staat";
        found.at(reply.span, message, hint);
    }
}
