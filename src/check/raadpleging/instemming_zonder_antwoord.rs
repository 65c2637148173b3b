//! In a written round nobody assents by silence.

use crate::check::Found;
use crate::check::scope::{At, Decisions, decisions};
use crate::model::consultation::{self, Stand};
use crate::model::{Answer, Item, Outcome, PartyId, Treated};

/// What a party left open of that to which was assented, by items.
#[derive(Debug, Default, PartialEq, Eq)]
struct Open {
    /// It said nothing.
    silent: Vec<Decisions>,
    /// It answered another text.
    stale: Vec<Decisions>,
}

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // on its last day who has not answered still can
    if !at.meeting.is_written() || at.is_coming() || at.meeting.broken {
        return;
    }
    // who left the same open together: it is one thing to mend
    let mut left: Vec<(Open, Vec<PartyId>)> = Vec::new();
    // of who was not asked another rule speaks
    let asked = at.asked.iter().map(|asked| asked.party);
    for party in asked.filter(|party| consultation::was_consulted(at.meeting, *party)) {
        let open = open(at, party);
        match left.iter_mut().find(|(known, _)| *known == open) {
            Some((_, parties)) => parties.push(party),
            None => left.push((open, vec![party])),
        }
    }
    for (open, parties) in left.into_iter().filter(|(open, _)| *open != Open::default()) {
        report(at, &open, &parties, found);
    }
}

fn report(at: &At<'_>, open: &Open, parties: &[PartyId], found: &mut Found) {
    let mut items: Vec<usize> = open.silent.iter().chain(&open.stale).map(|(item, _)| *item).collect();
    items.sort_unstable();
    items.dedup();
    let Some(treated) = items.first().and_then(|item| at.meeting.treated(*item)) else { return };
    let adopts = |item: &usize| {
        at.meeting.treated(*item).is_some_and(|treated| treated.adopts_something(&at.meeting.items[*item]))
    };
    let done = match items.iter().filter(|item| adopts(item)).count() {
        0 => "ingestemd",
        all if all == items.len() => "vastgesteld",
        _ => "ingestemd of vastgesteld",
    };
    let (has, answered) = if parties.len() == 1 { ("heeft", "antwoordde") } else { ("hebben", "antwoordden") };
    let is_any = |is: &dyn Fn(&Answer, &Item) -> bool| is_any_stale(at, &open.stale, parties, is);
    let question = if is_any(&Answer::may_be_to_now) {
        "vraag (of misschien op deze)"
    } else if is_any(&|answer, item| answer.other_treatment(item).is_some()) {
        "vraag"
    } else {
        "tekst"
    };
    let said = |all: &[Decisions]| Some(decisions(at.meeting, all)).filter(|words| !words.is_empty());
    let what = match (said(&open.silent), said(&open.stale)) {
        (Some(silent), None) => format!("{has} voor de sluiting niet geantwoord op {silent}"),
        (silent, stale) => {
            let silent = silent.map(|silent| format!("{has} voor de sluiting niet geantwoord op {silent} en "));
            format!(
                "{}{answered} op een andere {question} bij {}",
                silent.unwrap_or_default(),
                stale.unwrap_or_default()
            )
        }
    };
    let message = format!("Hier staat dat is {done}, maar {} {what}.", at.names(parties));
    let hint = "geen antwoord is geen steun: leg vast wat er wel is gezegd (beraad reactie nieuw, of [[punt.inbreng]] met standpunt), \
                of schrijf een uitkomst die klopt";
    let more = found.at(treated.span, message, at.in_minutes(hint)).key("uitkomst");
    if let [item] = items.as_slice() {
        more.item(*item);
    }
}

/// Whether a party answered one of these decisions so.
fn is_any_stale(at: &At<'_>, all: &[Decisions], parties: &[PartyId], is: &dyn Fn(&Answer, &Item) -> bool) -> bool {
    let mut each = parties.iter().flat_map(|party| all.iter().map(move |(item, numbers)| (*party, *item, numbers)));
    each.any(|(party, item, numbers)| {
        let of = |number: &usize| consultation::newest(at.region, at.item_id(item), party, *number);
        let mut newest = numbers.iter().filter_map(of);
        newest.any(|newest| is(newest.answer, &at.meeting.items[item]))
    })
}

/// The decisions to which was assented, on which a party said nothing before the closing, or something of another text.
fn open(at: &At<'_>, party: PartyId) -> Open {
    let mut open = Open::default();
    // what a party said otherwise stands in the minutes
    let told = |treated: &Treated, number: usize| {
        let mut own = treated.input.iter().filter(|input| input.from == party && input.position.is_some());
        own.any(|input| input.is_about(number))
    };
    for (treated, item) in at.treated() {
        let of = |wanted: Stand| -> Vec<usize> {
            // as the decision list tells it: what came after the closing was no part of the round
            let id = at.item_id(treated.item);
            let is = |number: &usize| consultation::standing(at.region, id, party, *number).0 == wanted;
            assented(treated, item).filter(|number| !told(treated, *number)).filter(is).collect()
        };
        let add = |all: &mut Vec<Decisions>, numbers: Vec<usize>| {
            if !numbers.is_empty() {
                all.push((treated.item, numbers));
            }
        };
        add(&mut open.silent, of(Stand::Silent));
        add(&mut open.stale, of(Stand::Stale));
    }
    open
}

/// The requested decisions to which, as the minutes say, all assented.
fn assented<'a>(treated: &'a Treated, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
    let assents = [Outcome::Assented, Outcome::AssentedChanged, Outcome::AssentedReserved];
    let is_assent = move |outcome: Outcome| assents.contains(&outcome) || outcome.is_adoption();
    let is_assented = move |number: &usize| treated.outcome_of(*number).is_some_and(is_assent);
    item.asked().map(|(number, _)| number).filter(is_assented)
}
