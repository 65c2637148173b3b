//! Late papers leave time to answer.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Item, Sending, SendingKind};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.terms().reaction;
    if at.asked.is_empty() {
        return;
    }
    // that an item was withdrawn, or a procedure changed, nobody answers
    let asks = |sending: &&Sending| {
        let mut items = sending.items.iter().map(|sent| &at.meeting.items[sent.item]);
        sending.items.is_empty() && (sending.planned.is_none() || !sending.papers.is_empty())
            || items.any(Item::is_proposal)
    };
    for late in at.meeting.sendings_of(SendingKind::Late).filter(asks) {
        if calendar::after(late.date, term) > at.answers_due() {
            let (leaves, can) = if at.is_coming() { ("laat", "kan") } else { ("liet", "kon") };
            let message = format!(
                "Deze nazending {leaves} minder dan {} om te antwoorden: antwoorden {can} tot en met {}.",
                dutch::term(term),
                dutch::date(at.answers_due())
            );
            found.at(late.span, message, at.with_more_time(late.date)).key("datum");
        }
    }
}
