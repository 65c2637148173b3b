//! Answers come before the closing date.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let due = at.answers_due();
    // who has spoken at the table has been heard; in a written round nobody speaks
    let matters = at.is_coming() || at.meeting.is_written();
    let hint = if at.meeting.is_written() {
        "de ronde was gesloten; overleg met de voorzitter wat dit antwoord nog doet"
    } else {
        "kijk of wie het woord voert het antwoord nog kan meenemen"
    };
    for reply in at.meeting.replies.iter().filter(|reply| reply.date > due && matters) {
        let message = format!(
            "Het antwoord van {} is van {}, na de sluiting op {}.",
            at.name(reply.party),
            dutch::date(reply.date),
            dutch::date(due)
        );
        found.at(reply.span, message, hint).key("datum");
    }
}
