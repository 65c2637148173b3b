//! The number of an answer is that of its text.

use std::collections::BTreeMap;

use crate::check::{Found, scope::At, scope::list};
use crate::model::consultation::{newest, replies_of, rivals, same_text};
use crate::model::{Answer, AnswerItem, Item, PartyId, Reply};

/// How the number of an answer does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Misfit {
    /// Its text is asked nowhere, nor its number.
    Beyond,
    /// Its text is that of another decision: what it is counted as.
    Of(usize),
    /// The same, where that decision has an answer already that says the same.
    Taken(usize),
    /// The same, where that says something else: which of both is meant, nobody knows.
    Rival(usize),
}

/// An answer whose number does not fit, with the reply that it came with.
type Case<'a> = (&'a Reply, &'a Answer, Misfit);

/// One finding an item: a decision that was put in between changes the numbers of all answers to those behind it.
pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let mut items: BTreeMap<usize, Vec<Case>> = BTreeMap::new();
    for reply in at.meeting.replies.iter().filter(|_| !at.meeting.broken) {
        for said in &reply.items {
            let answers = said.answers.iter();
            let wrong = answers.filter_map(|answer| Some((reply, answer, misfit(at, reply.party, said, answer)?)));
            items.entry(said.item).or_default().extend(wrong);
        }
    }
    for (item, cases) in items {
        let (message, hint) = match cases.as_slice() {
            [] => continue,
            [(reply, answer, misfit)] => alone(at, item, reply.party, answer, *misfit),
            several => together(at, item, several),
        };
        found.at(cases[0].1.span, message, hint).key("nr").item(item);
    }
}

/// What is wrong with the number. Of a text that is asked nowhere, under a number that is, another rule speaks.
fn misfit(at: &At<'_>, party: PartyId, said: &AnswerItem, answer: &Answer) -> Option<Misfit> {
    let item = &at.meeting.items[said.item];
    let number = usize::from(answer.number);
    let Some(place) = place(item, answer) else {
        // an item that asks for nothing any more says so itself, and after the meeting nothing can be mended
        let beyond = number > item.requested.len() && !item.requested.is_empty() && at.is_coming();
        return (beyond && is_newest(at, party, said)).then_some(Misfit::Beyond);
    };
    if place == number {
        return None;
    }
    let counting = newest(at.region, at.item_id(said.item), party, place)?;
    if std::ptr::eq(counting.answer, answer) {
        return Some(Misfit::Of(place));
    }
    // else a newer answer has taken its place
    let rivals = || rivals(at.region, at.item_id(said.item), party, answer);
    std::ptr::eq(counting.item, said)
        .then(|| if rivals().is_empty() { Misfit::Taken(place) } else { Misfit::Rival(place) })
}

/// Whether the party said nothing later of the item.
fn is_newest(at: &At<'_>, party: PartyId, said: &AnswerItem) -> bool {
    let replies = replies_of(at.meeting, party);
    let mut all = replies.iter().rev().flat_map(|reply| reply.items.iter().filter(|other| other.item == said.item));
    all.next().is_some_and(|newest| std::ptr::eq(newest, said))
}

fn alone(at: &At<'_>, item: usize, party: PartyId, answer: &Answer, misfit: Misfit) -> (String, String) {
    let (name, number, point) = (at.name(party), answer.number, &at.meeting.items[item].number);
    let is_of = |place| {
        format!("Dit antwoord van {name} heeft nr {number}; de tekst is die van besluit {place} van punt {point}.")
    };
    match misfit {
        Misfit::Beyond => (
            format!("{name} antwoordt op besluit {number} van punt {point}; dat wordt niet gevraagd."),
            format!("dit antwoord telt niet en blijft staan{}", at.ask_again(party)),
        ),
        Misfit::Of(place) => {
            (is_of(place), format!("de tekst telt: dit is het antwoord op besluit {place}{}", at.ask_again(party)))
        }
        Misfit::Taken(place) => (
            is_of(place),
            format!("het telt niet: op besluit {place} staat hier al een antwoord{}", at.ask_again(party)),
        ),
        Misfit::Rival(place) => (
            is_of(place),
            format!(
                "op besluit {place} staat hier ook een ander antwoord: welk van beide geldt, is niet bekend{}",
                at.ask_again(party)
            ),
        ),
    }
}

fn together(at: &At<'_>, item: usize, cases: &[Case<'_>]) -> (String, String) {
    let mut parties: Vec<(PartyId, Vec<String>)> = Vec::new();
    for (reply, answer, misfit) in cases {
        let number = answer.number;
        let told = match misfit {
            Misfit::Beyond => format!("nr {number} wordt niet gevraagd"),
            Misfit::Of(place) => format!("nr {number} is besluit {place}"),
            Misfit::Taken(place) => format!("nr {number} is besluit {place}, waarop al een antwoord staat"),
            Misfit::Rival(place) => {
                format!("nr {number} is besluit {place}, waarop ook een ander antwoord staat")
            }
        };
        match parties.iter_mut().find(|(party, _)| *party == reply.party) {
            Some((_, all)) => all.push(told),
            None => parties.push((reply.party, vec![told])),
        }
    }
    let told: Vec<String> = parties.iter().map(|(party, all)| format!("{} ({})", at.name(*party), list(all))).collect();
    let point = &at.meeting.items[item].number;
    let message = format!("Bij punt {point} passen nummers van antwoorden niet bij hun tekst: {}.", told.join("; "));
    let hint = "de tekst telt, niet het nummer, en een antwoord blijft staan zoals het kwam".to_owned();
    let ask_again =
        "; is er iets anders bedoeld, vraag dan opnieuw en leg dat antwoord erbij vast: beraad reactie nieuw";
    let hint = if at.is_coming() { format!("{hint}{ask_again} {}", at.meeting.key) } else { hint };
    (message, hint)
}

/// The number that the text of an answer has now: its own, or another.
fn place(item: &Item, answer: &Answer) -> Option<usize> {
    let is_asked = |number: &usize| item.requested.get(number - 1).is_some_and(|asked| same_text(asked, &answer.text));
    Some(usize::from(answer.number)).filter(is_asked).or_else(|| (1..=item.requested.len()).find(is_asked))
}
