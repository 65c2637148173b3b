//! Who says no, or has a reservation, says why.

use crate::check::{Found, scope::At, scope::decisions};
use crate::model::Support;
use crate::model::consultation::newest;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // after the meeting no answer counts any more that could bring the reason
    if !at.is_coming() {
        return;
    }
    for party in at.region.party_ids().filter(|_| !at.meeting.replies.is_empty()) {
        for (index, item) in at.requests() {
            for number in 1..=item.requested.len() {
                let Some(newest) = newest(at.region, at.item_id(index), party, number) else { continue };
                let word = match newest.answer.support {
                    Support::No => "nee",
                    Support::Reserved => "onder voorbehoud",
                    Support::Yes | Support::MoreTime => continue,
                };
                if newest.answer.reason.is_none() && !newest.stale {
                    let message = format!("{} antwoordt “{word}” zonder reden.", at.name(party));
                    let about = decisions(at.meeting, &[(index, vec![number])]);
                    let record = at.record_answer(party);
                    let hint = format!("vraag waarom, en leg het antwoord met de reden erbij vast ({about}): {record}");
                    found.at(newest.answer.span, message, hint).item(index);
                }
            }
        }
    }
}
