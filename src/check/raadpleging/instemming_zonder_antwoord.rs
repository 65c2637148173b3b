//! In a written round nobody assents by silence.

use crate::check::{Found, scope::At};
use crate::consultation::{self, Stand};
use crate::dutch;
use crate::model::{Item, Outcome, PartyId, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.meeting.is_written() || at.meeting.broken {
        return;
    }
    // who is silent on the same items together: it is one thing to mend
    let mut silent: Vec<(Vec<PartyId>, Vec<&Treated>)> = Vec::new();
    for (treated, item) in at.treated() {
        let parties = without_answer(at, treated, item);
        match silent.iter_mut().find(|(known, _)| *known == parties) {
            Some((_, items)) => items.push(treated),
            None => silent.push((parties, vec![treated])),
        }
    }
    for (parties, items) in silent.into_iter().filter(|(parties, _)| !parties.is_empty()) {
        report(at, &parties, &items, found);
    }
}

fn report(at: &At<'_>, parties: &[PartyId], items: &[&Treated], found: &mut Found) {
    let numbers: Vec<&str> = items.iter().map(|treated| at.meeting.items[treated.item].number.as_str()).collect();
    let message = format!(
        "Hier staat dat is ingestemd, maar {} {} voor de sluiting niet geantwoord op {} {}.",
        at.names(parties),
        if parties.len() == 1 { "heeft" } else { "hebben" },
        if numbers.len() == 1 { "punt" } else { "de punten" },
        dutch::list(&numbers).unwrap_or_default()
    );
    let hint = "geen antwoord is geen steun: leg vast wat er wel is gezegd (beraad reactie nieuw, of [[punt.inbreng]] met standpunt), \
                of schrijf een uitkomst die klopt";
    let more = found.at(items[0].span, message, hint).key("uitkomst");
    if let [one] = items {
        more.item(one.item);
    }
}

/// The parties that were asked and said nothing before the closing, or something of another text, of a decision to which was
/// assented.
fn without_answer(at: &At<'_>, treated: &Treated, item: &Item) -> Vec<PartyId> {
    let assented: Vec<usize> = item.asked().map(|(number, _)| number).filter(|number| is_assented(treated, *number)).collect();
    // as the decision list tells it: what came after the closing was no part of the round
    let stands: Vec<(PartyId, Stand)> = assented
        .iter()
        .flat_map(|number| consultation::all_stands(at.region, at.item_id(treated.item), *number))
        .collect();
    let answered = |party: PartyId| {
        let mut own = stands.iter().filter(|(one, _)| *one == party);
        own.all(|(_, stand)| matches!(stand, Stand::Answered(_) | Stand::NotAsked))
    };
    // what a party said otherwise stands in the minutes; of who was not asked another rule speaks
    let told = |party: PartyId| treated.input.iter().any(|input| input.from == party && input.position.is_some());
    let asked = at.asked.iter().map(|asked| asked.party);
    let asked = asked.filter(|party| consultation::was_consulted(at.meeting, *party));
    asked.filter(|party| !answered(*party) && !told(*party)).collect()
}

/// Whether the minutes say that all assented to a requested decision.
fn is_assented(treated: &Treated, number: usize) -> bool {
    matches!(treated.outcome_of(number), Some(Outcome::Assented | Outcome::AssentedChanged | Outcome::AssentedReserved))
}
