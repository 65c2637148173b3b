//! The items of which a party needs no more than one line: it said the same of all of it, and it went as it was asked.

use serde::Serialize;

use super::terugkomst::{self, Terugkomst};
use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{ItemId, Outcome, PartyId, Region, Subject, Support};
use crate::paper::words::Woord;
use crate::paper::{Scope, results, words};
use crate::word::Word;

/// Items of which a party said the same.
#[derive(Debug, Serialize)]
pub(super) struct Overig<'a> {
    /// What it said of all that was asked; nothing where nothing was.
    antwoord: Option<Woord>,
    /// They were withdrawn, and it said nothing of them.
    vervallen: bool,
    punten: Vec<Genoemd<'a>>,
}

/// An item in a line.
#[derive(Debug, Serialize)]
pub(super) struct Genoemd<'a> {
    nummer: &'a str,
    titel: &'a str,
    uitkomst: Option<&'static str>,
    /// When it was withdrawn, and why.
    vervallen_op: Option<String>,
    reden: Option<&'a str>,
    /// The numbers of the decisions of which something came later, where it is not of all.
    verder_besluit: Option<String>,
    verder_besluiten: Option<String>,
    /// Where it comes back.
    opnieuw: Vec<Terugkomst<'a>>,
}

impl Overig<'_> {
    /// Whether an answer is told in the same words: only of who answered it matters that it was an advice.
    fn is_told_as(&self, answer: Option<Woord>) -> bool {
        !self.vervallen && self.antwoord.map(|one| one.woord) == answer.map(|one| one.woord)
    }
}

/// Those items of a meeting together of which the party said the same.
pub(super) fn groups<'a>(scope: &Scope<'a>, items: &[ItemId], party: PartyId) -> Vec<Overig<'a>> {
    let region = scope.region;
    let mut all: Vec<Overig<'a>> = Vec::new();
    let said = |at: &ItemId| stand(region, *at, party).map(|stand| words::stand(stand, region[*at].treatment));
    let mut sorted: Vec<&ItemId> = items.iter().collect();
    // first those that were asked about
    sorted.sort_by_key(|at| stand(region, **at, party).map_or((true, None), |stand| (false, Some(stand))));
    let (withdrawn, sorted): (Vec<&ItemId>, Vec<&ItemId>) =
        sorted.into_iter().partition(|at| results::is_withdrawn(region, **at));
    for at in sorted {
        let (antwoord, item) = (said(at), named(scope, *at, party));
        match all.iter_mut().find(|group| group.is_told_as(antwoord)) {
            Some(group) => group.punten.push(item),
            None => all.push(Overig { antwoord, vervallen: false, punten: vec![item] }),
        }
    }
    if !withdrawn.is_empty() {
        let punten = withdrawn.into_iter().map(|at| named(scope, *at, party)).collect();
        all.push(Overig { antwoord: None, vervallen: true, punten });
    }
    all
}

fn named<'a>(scope: &Scope<'a>, at: ItemId, party: PartyId) -> Genoemd<'a> {
    let region = scope.region;
    let outcome = region[at.meeting].treated(at.index).and_then(|treated| treated.outcome);
    let cancelled = region[at].cancelled.as_ref();
    let (verder_besluit, verder_besluiten) = terugkomst::decisions(region, at, party);
    Genoemd {
        nummer: &region[at].number,
        titel: &region[at].title,
        uitkomst: outcome.map(Word::word),
        vervallen_op: cancelled.map(|it| dutch::date(it.date)),
        reden: cancelled.map(|it| it.reason.as_str()).filter(|reason| !reason.is_empty()),
        verder_besluit,
        verder_besluiten,
        opnieuw: terugkomst::of(scope, at, party),
    }
}

/// The items of which one line tells a party enough, and those that get a section: so does one of which a part does, as
/// parts stand under their item.
pub(super) fn apart(scope: &Scope, items: &[ItemId], party: PartyId) -> (Vec<ItemId>, Vec<ItemId>) {
    let (mut short, mut whole): (Vec<ItemId>, Vec<ItemId>) =
        items.iter().copied().partition(|at| fits(scope, *at, party));
    let parent = |at: &ItemId| scope.region[*at].parent.map(|index| ItemId { meeting: at.meeting, index });
    let parents: Vec<ItemId> = whole.iter().filter_map(parent).collect();
    short.retain(|at| !parents.contains(at));
    whole.extend(parents);
    (short, whole)
}

/// Whether one line tells a party enough of an item.
fn fits(scope: &Scope, at: ItemId, party: PartyId) -> bool {
    let region = scope.region;
    let reasons = (1..=region[at].requested.len()).filter_map(|nr| consultation::newest(region, at, party, nr));
    let said_more = reasons.into_iter().any(|newest| newest.answer.reason.is_some())
        || consultation::input(&region[at.meeting], party, at.index).is_some()
        || !consultation::apart_on(region, at, party).is_empty();
    let stands = consultation::stands(region, at, party);
    let quiet = [Stand::Answered(Support::Yes), Stand::Silent, Stand::NotAsked];
    let answered = region[at.meeting].replies.iter().filter(|reply| reply.party == party);
    let answered = answered.flat_map(|reply| &reply.items).any(|said| said.item == at.index);
    let simple = stands.iter().all(|stand| quiet.contains(stand) && *stand == stands[0]);
    let corrected = region[at.meeting].minutes.iter().flat_map(|minutes| &minutes.corrections);
    let mut corrected = corrected.into_iter().filter(|correction| correction.date <= scope.today);
    let corrected = corrected.any(|correction| correction.item == Some(at.index));
    let subject = Subject::Item(at.meeting, at.index);
    let went_on = region.progress_of(subject, scope.today).next().is_some() || region.awaits(at, scope.today).is_some();
    let told_apart = answered && results::is_withdrawn(region, at);
    simple && !told_apart && !said_more && !corrected && !went_on && is_as_asked(scope, at, party)
}

/// Whether an item went as it was asked, with nothing in its minutes about the party.
fn is_as_asked(scope: &Scope, at: ItemId, party: PartyId) -> bool {
    let Some(treated) = scope.region[at.meeting].treated(at.index) else { return true };
    let plain = match treated.outcome {
        Some(Outcome::Assented) => treated.exceptions.is_empty() && treated.is_in_words_asked(&scope.region[at]),
        Some(Outcome::Noted | Outcome::Discussed | Outcome::Advised) | None => treated.exceptions.is_empty(),
        Some(_) => false,
    };
    plain && !super::is_about(scope, at, party)
}

/// What a party said of all that was asked; nothing where nothing was.
fn stand(region: &Region, at: ItemId, party: PartyId) -> Option<Stand> {
    consultation::stands(region, at, party).first().copied()
}
