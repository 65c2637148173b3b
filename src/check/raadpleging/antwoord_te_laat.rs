//! Answers come before the closing date.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let due = at.answers_due();
    // who has spoken at the table has been heard
    for reply in at.meeting.replies.iter().filter(|reply| reply.date > due && at.is_coming()) {
        let message = format!(
            "Het antwoord van {} is van {}, na de sluiting op {}.",
            at.name(reply.party),
            dutch::date(reply.date),
            dutch::date(due)
        );
        found.at(reply.span, message, "kijk of wie het woord voert het antwoord nog kan meenemen").key("datum");
    }
}
