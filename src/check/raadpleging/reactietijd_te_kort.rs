//! Who is asked has the agreed time to answer.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{PartyId, SendingKind};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.region.terms.reaction;
    let mut before: Vec<PartyId> = Vec::new();
    for asked in at.meeting.sendings.iter().filter(|it| it.kind == SendingKind::Consultation) {
        // who is asked a second time had time already
        let first: Vec<PartyId> = asked.to.iter().copied().filter(|party| !before.contains(party)).collect();
        before.extend(&first);
        if !first.is_empty() && calendar::after(asked.date, term) > at.answers_due() {
            let message = format!(
                "{} {} korter dan {} om te antwoorden: van {} tot en met {}.",
                at.names(&first),
                match (first.len(), at.is_coming()) {
                    (1, true) => "heeft",
                    (_, true) => "hebben",
                    (1, false) => "had",
                    (_, false) => "hadden",
                },
                dutch::term(term),
                dutch::date(asked.date),
                dutch::date(at.answers_due())
            );
            found.at(asked.span, message, at.with_more_time(asked.date)).key("datum");
        }
    }
}
