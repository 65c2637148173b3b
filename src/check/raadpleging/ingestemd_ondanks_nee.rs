//! Who said no, or asked for more time, is not passed over in silence when the minutes say that was assented.

use crate::check::Found;
use crate::check::scope::{self, At, list, numbered};
use crate::model::consultation::{self, Stand};
use crate::model::{Item, Outcome, PartyId, Support, Treated};
use crate::word::Word as _;

/// Parties that said the same of the same decisions of an item.
struct Objection {
    support: Support,
    numbers: Vec<usize>,
    parties: Vec<PartyId>,
}

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken {
        return;
    }
    for (treated, item) in at.treated() {
        let all = objections(at, treated, item);
        let Some(first) = all.first() else { continue };
        let same = all.iter().all(|one| one.numbers == first.numbers);
        let about = if same { first.numbers.clone() } else { (1..=item.requested.len()).collect() };
        let said: Vec<String> = all.iter().map(|one| said(at, one, same)).collect();
        let what = scope::decisions(at.meeting, &[(treated.item, about)]);
        let done = if treated.adopts_something(item) { "vastgesteld" } else { done(treated, &all) };
        let message = format!("Bij {what} staat dat is {done}, maar {}.", list(&said));
        let hint = format!(
            "schrijf een uitkomst die klopt, of leg vast hoe het ging: [[punt.inbreng]] met van = \"{}\" en standpunt",
            at.region[first.parties[0]].key
        );
        found.at(treated.span, message, at.in_minutes(hint)).key("uitkomst").item(treated.item);
    }
}

/// What the minutes say of the decisions to which was objected, where they say the same of all.
fn done(treated: &Treated, all: &[Objection]) -> &'static str {
    let numbers = all.iter().flat_map(|one| &one.numbers);
    let mut outcomes = numbers.filter_map(|number| treated.outcome_of(*number));
    match outcomes.next() {
        Some(first) if outcomes.all(|outcome| outcome == first) => first.word(),
        _ => "ingestemd",
    }
}

/// What parties said, and of which decisions where they do not all speak of the same.
fn said(at: &At<'_>, one: &Objection, same: bool) -> String {
    let verb = match (one.support, one.parties.len()) {
        (Support::MoreTime, 1) => "vroeg meer tijd",
        (Support::MoreTime, _) => "vroegen meer tijd",
        (_, 1) => "antwoordde nee",
        _ => "antwoordden nee",
    };
    let about = if same { String::new() } else { format!(" bij {}", numbered(&one.numbers)) };
    format!("{} {verb}{about}", at.names(&one.parties))
}

/// Who did not agree to decisions to which was assented, while the minutes say nothing of it.
fn objections(at: &At<'_>, treated: &Treated, item: &Item) -> Vec<Objection> {
    let id = at.item_id(treated.item);
    let whole = |number: &usize| {
        matches!(
            treated.outcome_of(*number),
            Some(Outcome::Assented | Outcome::AssentedChanged | Outcome::AssentedReserved)
        ) || treated.adopts_something(item)
    };
    let assented = (1..=item.requested.len()).filter(whole);
    let stands: Vec<(usize, Vec<(PartyId, Stand)>)> =
        assented.map(|number| (number, consultation::all_stands(at.region, id, number))).collect();
    let told = |party: PartyId, number: usize| {
        let mut own = treated.input.iter().filter(|input| input.from == party && input.is_about(number));
        own.any(|input| input.position.is_some() || input.text.is_some())
    };
    let mut all: Vec<Objection> = Vec::new();
    for support in [Support::No, Support::MoreTime] {
        for party in at.asked.iter().map(|asked| asked.party) {
            let so = stands.iter().filter(|(_, stands)| stands.contains(&(party, Stand::Answered(support))));
            let so = so.filter(|(number, _)| !told(party, *number));
            let numbers: Vec<usize> = so.map(|(number, _)| *number).collect();
            match all.iter_mut().find(|one| one.support == support && one.numbers == numbers) {
                _ if numbers.is_empty() => {}
                Some(known) => known.parties.push(party),
                None => all.push(Objection { support, numbers, parties: vec![party] }),
            }
        }
    }
    all
}
