//! Who is asked has the agreed time to answer.

use chrono::NaiveDate;

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation;
use crate::model::{PartyId, SendingKind};

fn message(at: &At<'_>, parties: &[PartyId], asked: NaiveDate) -> String {
    let (names, alone) = (at.names(parties), parties.len() == 1);
    let due = consultation::due_of_all(at.region, at.meeting, parties);
    let (day, until) = (dutch::date(asked), dutch::date(due));
    if asked > due {
        let verb = if alone { "is" } else { "zijn" };
        return format!("{names} {verb} pas gevraagd op {day}; antwoorden kon tot en met {until}.");
    }
    let verb = match (alone, at.is_coming()) {
        (true, true) => "heeft",
        (false, true) => "hebben",
        (true, false) => "had",
        (false, false) => "hadden",
    };
    let term = dutch::term(at.terms().reaction);
    format!("{names} {verb} korter dan {term} om te antwoorden: van {day} tot en met {until}.")
}

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.terms().reaction;
    let mut before: Vec<PartyId> = Vec::new();
    for asked in at.meeting.sendings_of(SendingKind::Consultation) {
        // who is asked a second time had time already
        let first: Vec<PartyId> = asked.to.iter().copied().filter(|party| !before.contains(party)).collect();
        before.extend(&first);
        // who was told a later day has until then
        let due = consultation::due_of_all(at.region, at.meeting, &first);
        if !first.is_empty() && calendar::after(asked.date, term) > due {
            found.at(asked.span, message(at, &first, asked.date), at.with_more_time(asked.date)).key("datum");
        }
    }
}
