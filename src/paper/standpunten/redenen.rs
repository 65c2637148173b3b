//! Why a party will want to speak of an item.

use chrono::NaiveDate;

use super::{Known, known};
use crate::dutch;
use crate::model::consultation::{self, Stand, Why, Words};
use crate::model::{Answer, ItemId, PartyId, Region, Support};
use crate::paper::words;

/// The stances for which somebody speaks.
const SPEAKS: [Support; 3] = [Support::No, Support::Reserved, Support::MoreTime];

/// Why a party will want to speak of an item, in the words of the format: *indiener*, a stance, *inbreng*. Where a party
/// does not say the same of all decisions, of which.
pub(crate) fn redenen(region: &Region, at: ItemId, party: PartyId, submits: bool, today: NaiveDate) -> Option<String> {
    let named = consultation::input(&region[at.meeting], party, at.index).is_some_and(|(_, name_it)| name_it);
    let mut reasons: Vec<String> = submits.then(|| words::SUBMITTER.to_owned()).into_iter().collect();
    reasons.extend(stances(region, at, party, today));
    for reason in dropped(region, at, party) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.extend(named.then(|| words::INPUT.to_owned()));
    reasons.extend(before(region, at, party));
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// What a party says of the decisions, those of which it says the same together.
fn stances(region: &Region, at: ItemId, party: PartyId, today: NaiveDate) -> Vec<String> {
    let numbers = consultation::decisions_of(region, at, party);
    let said = |number: usize| {
        let Known { stand, newest, lifted } = known(region, at, party, number, today);
        newest.filter(|_| lifted.is_none()).map(|newest| (newest.answer, stand))
    };
    let mut told: Vec<(String, Vec<usize>)> = Vec::new();
    for &number in &numbers {
        // beside another of one day a yes is told too
        let speaks =
            |(answer, stand): &(&Answer, Stand)| SPEAKS.contains(&answer.support) || *stand == Stand::Unordered;
        let Some((answer, stand)) = said(number).filter(speaks) else { continue };
        let word = told_of(region, at, answer, (stand == Stand::Stale).then_some(words::EARLIER));
        match told.iter_mut().find(|(known, _)| *known == word) {
            Some((_, numbers)) => numbers.push(number),
            None => told.push((word, vec![number])),
        }
    }
    let told = told.into_iter().filter_map(|(word, those)| {
        let which = dutch::list(&those.iter().map(ToString::to_string).collect::<Vec<_>>())?;
        Some(if those.len() == numbers.len() { word } else { format!("besluit {which}: {word}") })
    });
    told.collect()
}

/// What it said of a decision that is asked no more, or later of another text.
fn dropped(region: &Region, at: ItemId, party: PartyId) -> Vec<String> {
    let all = consultation::apart_on(region, at, party).into_iter();
    let told = all.filter_map(|one| {
        let Words::Answer(answer, nr) = one.said else { return None };
        let other = match one.why {
            Why::NotAsked | Why::Withdrawn => words::EARLIER,
            Why::OtherText => words::OTHER,
            Why::Unordered if consultation::differs_in_reason(region, at, party, answer) => return None,
            Why::Unordered => "",
            _ => return None,
        };
        let other = Some(other).filter(|other| !other.is_empty());
        // of answers without order a yes tells that the other may not be the last
        let is_told = other.is_none() || SPEAKS.contains(&answer.support);
        let word = is_told.then(|| told_of(region, at, answer, other))?;
        let word = if other.is_some() { word } else { format!("op dezelfde dag ook {word}") };
        let several = region[at].requested.len() > 1;
        Some(nr.filter(|_| several).map_or_else(|| word.clone(), |nr| format!("besluit {nr}: {word}")))
    });
    told.collect()
}

/// What was said last by those who were merged into it before the meeting.
fn before(region: &Region, at: ItemId, party: PartyId) -> Option<String> {
    let gone = consultation::gone_into(region, at.meeting, party);
    let all: Vec<String> = gone.into_iter().filter_map(|gone| predecessor(region, at, gone)).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn predecessor(region: &Region, at: ItemId, gone: PartyId) -> Option<String> {
    let mut last: Vec<(&Answer, Option<usize>)> = Vec::new();
    for one in consultation::apart_on(region, at, gone) {
        let (Words::Answer(answer, number), Why::Gone(_)) = (one.said, one.why) else { continue };
        last.retain(|(earlier, _)| !consultation::same_text(&earlier.text, &answer.text));
        last.push((answer, number));
    }
    let several = region[at].requested.len() > 1;
    let told = last.into_iter().filter(|(answer, _)| SPEAKS.contains(&answer.support)).map(|(answer, number)| {
        let other = number.is_none() || answer.other_treatment(&region[at]).is_some();
        let word = told_of(region, at, answer, other.then_some(words::EARLIER));
        number.filter(|_| several).map_or_else(|| word.clone(), |number| format!("besluit {number}: {word}"))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("voorheen {}: {}", region.called(at.meeting, gone), told.join(", ")))
}

/// An answer in the words in which it was asked, and to what it was where that is not the question of now.
fn told_of(region: &Region, at: ItemId, answer: &Answer, other: Option<&str>) -> String {
    let item = &region[at];
    let word = dutch::small(words::answer(answer, item).woord);
    other.map_or_else(|| word.clone(), |other| format!("{word} {other} {}", words::question(answer, item)))
}
