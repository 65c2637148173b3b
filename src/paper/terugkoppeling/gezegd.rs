//! What a party answered, and what of it took the place of something else that it said.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Apart, Why, Words};
use crate::model::{ItemId, MeetingId, PartyId, Region};
use crate::paper::standpunten::{self, Verschillend};
use crate::paper::words::Woord;
use crate::paper::{Missing, Scope, parts, words};

/// The party's own answer on a requested decision.
#[derive(Debug, Serialize)]
pub(super) struct Gezegd<'a> {
    nr: usize,
    /// Not all decisions before it are told: in a numbered list it would get another number.
    los: bool,
    tekst: &'a str,
    antwoord: Woord,
    reden: Option<&'a str>,
    /// Its answers of one day, where nobody knows which is the last.
    verschillend: Vec<Verschillend<'a>>,
    /// What it said of an earlier text, and that text.
    eerder: Option<Woord>,
    /// To what that was: an earlier text, or another question.
    eerdere: Option<&'static str>,
    eerdere_tekst: Option<&'a str>,
    /// Its day, where it took the place of other answers, and those.
    van: Option<String>,
    vervangt: Vec<Vervangen>,
}

/// An answer in the place of which another came.
#[derive(Debug, Serialize)]
pub(super) struct Vervangen {
    datum: String,
    antwoord: Woord,
}

/// What a party answered to each requested decision of an item.
pub(super) fn of(region: &Region, at: ItemId, party: PartyId) -> Vec<Gezegd<'_>> {
    let numbers = consultation::decisions_of(region, at, party);
    let los = !parts::is_whole(&numbers);
    numbers.into_iter().map(|nr| Gezegd { los, ..said(region, at, party, nr) }).collect()
}

fn said(region: &Region, at: ItemId, party: PartyId, nr: usize) -> Gezegd<'_> {
    let (stand, newest) = consultation::standing(region, at, party, nr);
    let item = &region[at];
    let stale = newest.filter(|newest| newest.stale);
    let vervangt = replaced(region, at, party, nr);
    Gezegd {
        nr,
        los: false,
        tekst: &item.requested[nr - 1].value,
        antwoord: words::stand(stand, item.treatment),
        reden: newest.and_then(|newest| newest.answer.reason.as_deref()),
        verschillend: standpunten::verschillend(region, at, party, nr),
        eerder: stale.map(|newest| words::answer(newest.answer, item)),
        eerdere: stale.map(|newest| words::question(newest.answer, item)),
        eerdere_tekst: stale
            .map(|newest| &*newest.answer.text)
            .filter(|text| !consultation::same_text(text, &item.requested[nr - 1])),
        van: newest.filter(|_| !vervangt.is_empty()).map(|newest| dutch::date(newest.reply.date)),
        vervangt,
    }
}

/// What a party answered to a requested decision before it answered otherwise, the oldest first.
fn replaced(region: &Region, at: ItemId, party: PartyId, nr: usize) -> Vec<Vervangen> {
    let told = |one: Apart| match (one.said, one.why) {
        (Words::Answer(answer, Some(number)), Why::Replaced) if number == nr => {
            Some(Vervangen { datum: dutch::date(one.reply.date), antwoord: words::answer(answer, &region[at]) })
        }
        _ => None,
    };
    consultation::apart_on(region, at, party).into_iter().filter_map(told).collect()
}

/// Why there is nothing to tell to a party that was merged into another before the meeting: that one is told.
pub(super) fn goes_to_another(scope: &Scope, id: MeetingId) -> Option<Missing> {
    let region = scope.region;
    let party = region.party_ids().find(|party| scope.only == Some(region[*party].key.as_str()))?;
    let heir = region.party_on(party, region[id].date.value).filter(|heir| *heir != party)?;
    let is_told = consultation::gone_into(region, id, heir).contains(&party);
    let (name, meeting, heir) = (region.called(id, party), called::meeting(region, id), region.called(id, heir));
    let why = format!("{name} is voor {meeting} opgegaan in {heir}: de terugkoppeling is voor {heir}.");
    is_told.then_some(Missing(why))
}

/// The days on which a party gave input on an item, or on the agenda as a whole, before it gave other input.
pub(super) fn replaced_input(apart: &[Apart], item: Option<usize>) -> Option<String> {
    let is_replaced =
        |one: &&Apart| one.item == item && one.why == Why::Replaced && matches!(one.said, Words::Input(..));
    let days: BTreeSet<NaiveDate> = apart.iter().filter(is_replaced).map(|one| one.reply.date).collect();
    dutch::list(&days.into_iter().map(dutch::date).collect::<Vec<_>>())
}
