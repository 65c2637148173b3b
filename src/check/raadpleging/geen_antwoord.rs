//! Silence is never support: who did not answer is asked again.

use crate::check::Found;
use crate::check::scope::{At, Decisions, decisions};
use crate::model::consultation::{Stand, due_of, is_after, questions_to, standing};
use crate::model::{Item, PartyId};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // before the closing date there is still time, after the meeting it is too late; a written round says in its minutes
    // what it made of silence, and then another rule speaks
    let over = if at.meeting.is_written() { at.minutes().is_some() } else { !at.is_coming() };
    if over || at.meeting.broken {
        return;
    }
    let is_due = |party: &PartyId| at.today > due_of(at.region, at.meeting, *party);
    for party in at.asked.iter().map(|asked| asked.party).filter(is_due) {
        let Some(asked) = questions_to(at.meeting, party).next() else { continue };
        let open = silent(at, party);
        if open.is_empty() {
            continue;
        }
        let message = format!("{} heeft niet geantwoord op {}.", at.name(party), decisions(at.meeting, &open));
        let hint = if is_after(at.meeting, (at.today, None)) {
            "de ronde is gesloten en geen antwoord is geen steun: schrijf in het verslag niet dat iedereen instemde"
                .to_owned()
        } else {
            format!("bel of mail {}; geen antwoord is geen steun", at.name(party))
        };
        let more = found.at(asked.span, message, hint);
        if let [(item, _)] = open.as_slice() {
            more.item(*item);
        }
    }
}

/// The requested decisions that the party was asked about and never answered, by their items.
fn silent(at: &At<'_>, party: PartyId) -> Vec<Decisions> {
    let is_silent = |item, number| standing(at.region, item, party, number).0 == Stand::Silent;
    let of_item = |(index, item): (usize, &Item)| {
        let numbers = item.asked().map(|(number, _)| number);
        (index, numbers.filter(|number| is_silent(at.item_id(index), *number)).collect())
    };
    at.requests().map(of_item).filter(|(_, numbers): &Decisions| !numbers.is_empty()).collect()
}
