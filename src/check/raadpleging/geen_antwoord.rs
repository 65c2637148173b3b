//! Silence is never support: who did not answer is asked again.

use crate::check::{Found, scope::At};
use crate::consultation::{Stand, questions_to, stands};
use crate::dutch;
use crate::model::PartyId;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // before the closing date there is still time, after the meeting it is too late; a written round says in its minutes
    // what it made of silence, and then another rule speaks
    let over = if at.meeting.is_written() { at.minutes().is_some() } else { !at.is_coming() };
    if at.today <= at.answers_due() || over || at.meeting.broken {
        return;
    }
    for party in at.asked.iter().map(|asked| asked.party) {
        let Some(asked) = questions_to(at.meeting, party).next() else { continue };
        let items = silent(at, party);
        if items.is_empty() {
            continue;
        }
        let numbers: Vec<&str> = items.iter().map(|item| at.meeting.items[*item].number.as_str()).collect();
        let numbers = dutch::list(&numbers).unwrap_or_default();
        let points = if items.len() == 1 { "punt" } else { "de punten" };
        let message = format!("{} heeft niet geantwoord op {points} {numbers}.", at.name(party));
        let hint = if at.is_coming() {
            format!("bel of mail {}; geen antwoord is geen steun", at.name(party))
        } else {
            "de ronde is gesloten en geen antwoord is geen steun: schrijf in het verslag niet dat iedereen instemde".to_owned()
        };
        let more = found.at(asked.span, message, hint);
        if let [item] = items[..] {
            more.item(item);
        }
    }
}

/// The items with a requested decision that the party was asked about and never answered.
fn silent(at: &At<'_>, party: PartyId) -> Vec<usize> {
    let silent = |index: &usize| stands(at.region, at.item_id(*index), party).contains(&Stand::Silent);
    at.requests().map(|(index, _)| index).filter(silent).collect()
}
