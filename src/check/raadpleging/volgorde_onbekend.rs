//! Of two answers on one day it is known which is the newest.

use crate::check::{Found, scope::At};
use crate::model::consultation::{is_late, without_order};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let parties = at.region.party_ids().filter(|_| !at.meeting.replies.is_empty());
    let found_all = parties.flat_map(|party| without_order(at.meeting, party));
    // of what came after the meeting none counts
    for (earlier, later, answer) in found_all.filter(|(_, later, _)| !is_late(at.meeting, later)) {
        let message = format!(
            "{} antwoordde op {} twee keer verschillend; welk antwoord het nieuwste is, staat er niet.",
            at.name(later.party),
            dutch::date(later.date)
        );
        let hint = if earlier.time.is_some() && later.time.is_some() {
            "geef wat het laatst kwam een latere tijd, zo nodig met seconden: tijd = 15:00:30; nu telt dit"
        } else {
            "zet bij beide antwoorden hoe laat het kwam: tijd = 15:00:00; nu telt dit"
        };
        found.at(answer.span, message, hint).see(earlier.span, "het andere antwoord");
    }
}
