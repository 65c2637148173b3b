//! Who answered what in a written round, for its minutes and decision list.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Scope, parts, words};
use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{Item, ItemId, PartyId, Region, Support};
use crate::paper::words::Woord;

/// Who answered what on a requested decision.
#[derive(Debug, Serialize)]
pub(super) struct Beantwoord<'a> {
    nr: usize,
    /// Not all decisions before it are told: in a numbered list it would get another number.
    los: bool,
    /// It is one of several.
    van_meer: bool,
    tekst: &'a str,
    groepen: Vec<Groep<'a>>,
}

/// The parties that gave the same answer.
#[derive(Debug, Serialize)]
pub(super) struct Groep<'a> {
    antwoord: Woord,
    /// What was answered, where it was to an earlier text.
    eerder: Option<Woord>,
    /// To what that was: an earlier text, or another question.
    eerdere: Option<&'static str>,
    /// When the reservation was lifted, before the closing.
    vervallen: Option<String>,
    partijen: String,
    redenen: Vec<Reden<'a>>,
}

/// Why a party answered as it did, in its own words.
#[derive(Debug, Serialize)]
pub(super) struct Reden<'a> {
    van: &'a str,
    tekst: &'a str,
}

/// Who answered what before a written round closed, or until now while it runs; `full` with why. At a
/// table that is for the minutes themselves to say.
pub(super) fn answers<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item, full: bool) -> Vec<Beantwoord<'a>> {
    let region = scope.region;
    let meeting = &region[id.meeting];
    // what parties answer is never public
    if region.public || !meeting.is_written() || !item.is_proposal() {
        return Vec::new();
    }
    let numbers = consultation::decisions(region, id);
    let (los, van_meer) = (!parts::is_whole(&numbers), numbers.len() > 1);
    let decisions = numbers.into_iter().map(|number| {
        let asked = &item.requested[number - 1];
        let known: Vec<(PartyId, Answered)> = consultation::asked(region, id.meeting)
            .into_iter()
            .map(|one| (one.party, answered(scope, id, one.party, number)))
            .collect();
        let all: BTreeSet<Answered> = known.iter().map(|(_, answered)| *answered).collect();
        let group = |answered: Answered| {
            let same = known.iter().filter(|(_, its)| *its == answered);
            let parties: Vec<PartyId> = same.map(|(party, _)| *party).collect();
            let partijen = parts::names_on(region, &parties, meeting.date.value)?;
            let word = |stand| words::stand_on(stand, item.treatment, answered.closed);
            let (eerder, eerdere) = answered.earlier.map(|(_, word, question)| (word, question)).unzip();
            let redenen = if full { reasons(region, id, number, &parties) } else { Vec::new() };
            let vervallen = answered.lifted.map(dutch::date);
            Some(Groep { antwoord: word(answered.stand), eerder, eerdere, vervallen, partijen, redenen })
        };
        Beantwoord { nr: number, los, van_meer, tekst: asked, groepen: all.into_iter().filter_map(group).collect() }
    });
    decisions.collect()
}

/// Who did not simply say yes.
pub(super) fn without_a_plain_yes(answers: Vec<Beantwoord<'_>>) -> Vec<Beantwoord<'_>> {
    let mut left = answers;
    left.iter_mut().for_each(|one| one.groepen.retain(|group| group.eerder.is_some() || !group.antwoord.is_yes()));
    left.retain(|one| !one.groepen.is_empty());
    left
}

/// What a party answered, by the places of the words for it, so that groups come in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Answered {
    stand: Stand,
    /// Of an answer to an earlier question: what it was, its words, and to what it was.
    earlier: Option<(Support, Woord, &'static str)>,
    lifted: Option<NaiveDate>,
    /// Of who did not answer: that is too late now.
    closed: bool,
}

fn answered(scope: &Scope, id: ItemId, party: PartyId, number: usize) -> Answered {
    let region = scope.region;
    let (stand, newest) = consultation::standing(region, id, party, number);
    let earlier = newest.as_ref().filter(|newest| newest.stale).map(|newest| {
        let (answer, item) = (newest.answer, &region[id]);
        (answer.support, words::answer(answer, item), words::question(answer, item))
    });
    let reserved = newest.filter(|_| stand == Stand::Answered(Support::Reserved));
    let silent = matches!(stand, Stand::Silent | Stand::NotAsked);
    Answered {
        closed: silent && consultation::is_closed_on(&region[id.meeting], scope.today),
        stand,
        earlier,
        lifted: reserved.and_then(|newest| region.lifted(id, newest.reply, number, region[id.meeting].last_day())),
    }
}

/// Why these parties answered as they did.
fn reasons<'a>(region: &'a Region, id: ItemId, number: usize, parties: &[PartyId]) -> Vec<Reden<'a>> {
    let day = region[id.meeting].date.value;
    let told = consultation::reasons(region, id, number).filter(|(party, _)| parties.contains(party));
    told.map(|(party, tekst)| Reden { van: region[party].name_on(day), tekst }).collect()
}
