//! Where a party did not simply agree, a line per stance, and what came of it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::document::{Scope, results, words};
use crate::dutch;
use crate::model::consultation::{self, Asked};
use crate::model::{ItemId, Outcome, Support};
use crate::word::Word;

/// A stance on an item.
#[derive(Debug, Serialize)]
pub struct Standpunt<'a> {
    antwoord: &'static str,
    /// It was about an earlier text, or to another question: to what.
    eerdere: Option<&'static str>,
    nummer: &'a str,
    titel: &'a str,
    /// The numbers of the requested decisions, where there are more.
    besluit: Option<String>,
    besluiten: Option<String>,
    uitkomst: Option<&'static str>,
    vervallen: bool,
    /// The days on which the minutes of the item were corrected.
    correcties: Option<String>,
    /// The day on which the reservation was lifted; or it still stands.
    voorbehoud_vervallen: Option<String>,
    voorbehoud_staat: bool,
}

/// What a party said of decisions: its support, whether that counts no more, in what words, and to what.
type Stance = (Support, bool, &'static str, &'static str);

/// The stances of a party on an item that are told: all but a plain yes, and every one to an earlier question.
pub fn of<'a>(scope: &Scope<'a>, at: ItemId, asked: Asked) -> Vec<Standpunt<'a>> {
    let (region, item) = (scope.region, &scope.region[at]);
    let decisions = consultation::decisions_of(region, at, asked.party);
    let said = |number: &usize| -> Option<Stance> {
        let it = consultation::newest(region, at, asked.party, *number)?;
        Some((it.answer.support, it.stale, words::answer(it.answer, item), words::question(it.answer, item)))
    };
    let mut stances: Vec<Stance> = decisions.iter().filter_map(said).collect();
    stances.retain(|(support, stale, ..)| *stale || *support != Support::Yes);
    stances.sort_by_key(|(support, stale, word, question)| (*stale, *support, *word, *question));
    stances.dedup();
    let all = stances.into_iter().flat_map(|stance| {
        let numbers: Vec<usize> = decisions.iter().filter(|number| said(number) == Some(stance)).copied().collect();
        let parts = by_fate(scope, at, asked, &numbers);
        parts.into_iter().map(move |(fate, numbers)| told(scope, at, stance, fate, &numbers))
    });
    all.collect()
}

fn told<'a>(
    scope: &Scope<'a>,
    at: ItemId,
    (support, stale, antwoord, eerdere): Stance,
    (outcome, stands, lifted): Fate,
    numbers: &[usize],
) -> Standpunt<'a> {
    let region = scope.region;
    let item = &region[at];
    let reserved = support == Support::Reserved && !stale;
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let named = dutch::list(&texts).filter(|_| numbers.len() < item.requested.len());
    let (besluit, besluiten) = if numbers.len() > 1 { (None, named) } else { (named, None) };
    Standpunt {
        antwoord,
        eerdere: stale.then_some(eerdere),
        nummer: &item.number,
        titel: &item.title,
        besluit,
        besluiten,
        uitkomst: outcome.map(Word::word),
        correcties: results::corrected(region, at, scope.today),
        vervallen: results::is_withdrawn(region, at),
        voorbehoud_staat: reserved && stands,
        voorbehoud_vervallen: lifted.filter(|_| reserved).map(dutch::date),
    }
}

/// What came of a decision, whether a reservation of the party on it still stands, and the day on which it was lifted.
type Fate = (Option<Outcome>, bool, Option<NaiveDate>);

/// These decisions of an item by what came of them.
fn by_fate(scope: &Scope, at: ItemId, asked: Asked, numbers: &[usize]) -> Vec<(Fate, Vec<usize>)> {
    let treated = scope.region[at.meeting].treated(at.index);
    let reserved = scope.region.reserved(at, scope.today);
    let mut all: Vec<(Fate, Vec<usize>)> = Vec::new();
    for &number in numbers {
        let outcome = treated.and_then(|treated| treated.outcome_of(number));
        let newest = consultation::newest(scope.region, at, asked.party, number);
        let reserved_then = newest.filter(|it| it.answer.support == Support::Reserved && !it.stale);
        let lifted = reserved_then.and_then(|newest| scope.region.lifted(at, newest.reply, number, scope.today));
        let fate = (outcome, reserved.is_of(asked.party, number), lifted);
        match all.iter_mut().find(|(known, _)| *known == fate) {
            Some((_, numbers)) => numbers.push(number),
            None => all.push((fate, vec![number])),
        }
    }
    all
}
