//! Answers come before the closing date.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation::{came_after_due, due_of, is_late};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // who has spoken at the table has been heard; in a written round nobody speaks
    let matters = at.is_coming() || at.meeting.is_written();
    for reply in at.meeting.replies.iter().filter(|reply| came_after_due(at.region, at.meeting, reply) && matters) {
        let message = format!(
            "Het antwoord van {} is van {}, na de sluiting op {}.",
            at.name(reply.party),
            dutch::date(reply.date),
            dutch::date(due_of(at.region, at.meeting, reply.party))
        );
        let hint = match (at.meeting.is_written(), is_late(at.meeting, reply)) {
            (true, true) => "de ronde was gesloten; overleg met de voorzitter wat dit antwoord nog doet",
            (true, false) => "de ronde liep nog: het antwoord telt mee",
            (false, true) => "de vergadering was geweest: het antwoord telt niet mee",
            (false, false) => "kijk of wie het woord voert het antwoord nog kan meenemen",
        };
        found.at(reply.span, message, hint).key("datum");
    }
}
