//! Where an item comes back or is followed by others, and what came of those, to the end.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, same_text};
use crate::model::{Cancelled, ItemId, MeetingId, Outcome, PartyId, Region};
use crate::paper::Scope;
use crate::word::Word;

/// A later item, or a meeting to which an item was taken and on which it does not stand.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Terugkomst<'a> {
    /// The item as a whole was put off, so it is the same that stands there.
    terug: bool,
    /// The item there; nothing while it does not stand on that agenda.
    nummer: Option<&'a str>,
    /// Its title, where it is another.
    titel: Option<&'a str>,
    /// `het Regionaal Beraad van donderdag 11 december 2025`
    vergadering: String,
    /// That meeting is still to come.
    komt: bool,
    /// Why it does not come back there, where it would: the meeting is off, or the item was withdrawn from it.
    niet: Option<&'static str>,
    /// What came of it there.
    uitkomst: Option<&'static str>,
    /// What followed on that, by date.
    daarna: Vec<Terugkomst<'a>>,
}

/// The later items that follow on an item of which something was put off, or on which the party said more than yes; and the
/// meeting to which it was taken, where it does not stand.
pub(super) fn of<'a>(scope: &Scope<'a>, id: ItemId, party: PartyId) -> Vec<Terugkomst<'a>> {
    let region = scope.region;
    let treated = region[id.meeting].treated(id.index);
    let cancelled = region[id].cancelled.as_deref().filter(|it| is_known(scope, it));
    let called_off = !takes_place(scope, id.meeting);
    let terug = called_off || cancelled.is_some() || treated.and_then(|it| it.outcome).is_some_and(Outcome::is_put_off);
    let in_part = || treated.is_some_and(|treated| treated.outcomes().any(Outcome::is_put_off));
    if !terug && !in_part() && !consultation::said_more(region, id, party) {
        return Vec::new();
    }
    let next = followers(scope, id);
    let sent_on = cancelled.and_then(|it| it.to).filter(|to| !next.iter().any(|later| later.meeting == *to));
    let promised = sent_on.filter(|to| *to != id.meeting && takes_place(scope, *to));
    let there = promised.map(|meeting| Terugkomst {
        terug,
        nummer: None,
        titel: None,
        vergadering: called::meeting(region, meeting),
        komt: !region[meeting].is_over(scope.today),
        niet: None,
        uitkomst: None,
        daarna: Vec::new(),
    });
    // of what was agreed it is told where it goes on, not where it would
    let off = if terug && next.is_empty() && there.is_none() { off(scope, id, cancelled) } else { None };
    let mut told = next.clone();
    let back = next.into_iter().map(|later| {
        let after = region.sequels(later).into_iter().filter(|it| goes_on(scope, *it) && told.insert(*it));
        let daarna = after.map(|it| step(scope, id, it, false, Vec::new())).collect();
        step(scope, id, later, terug, daarna)
    });
    back.chain(there).chain(off).collect()
}

/// Where an item would come back, and does not: the last of the meetings that it was planned for.
fn off<'a>(scope: &Scope<'a>, id: ItemId, cancelled: Option<&Cancelled>) -> Option<Terugkomst<'a>> {
    let region = scope.region;
    let listed = region.followers(id).iter().filter(|later| later.meeting > id.meeting).map(|later| later.meeting);
    let meeting = listed.chain(cancelled.and_then(|it| it.to).filter(|to| *to != id.meeting)).max()?;
    Some(Terugkomst {
        terug: true,
        nummer: None,
        titel: None,
        vergadering: called::meeting(region, meeting),
        komt: !region[meeting].is_over(scope.today),
        niet: Some(if takes_place(scope, meeting) { "punt" } else { "vergadering" }),
        uitkomst: None,
        daarna: Vec::new(),
    })
}

/// `first` is the item that it all follows on.
fn step<'a>(scope: &Scope<'a>, first: ItemId, id: ItemId, terug: bool, daarna: Vec<Terugkomst<'a>>) -> Terugkomst<'a> {
    let region = scope.region;
    let outcome = region[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
    Terugkomst {
        terug,
        nummer: Some(&region[id].number),
        titel: Some(region[id].title.as_str()).filter(|title| !same_text(title, &region[first].title)),
        vergadering: called::meeting(region, id.meeting),
        komt: !region[id.meeting].is_over(scope.today),
        niet: None,
        uitkomst: outcome.map(Word::word),
        daarna,
    }
}

/// The items that follow on one; where one of those did not go on, what follows on that.
fn followers(scope: &Scope, id: ItemId) -> BTreeSet<ItemId> {
    let region: &Region = scope.region;
    let next = region.followers(id).iter().filter(|later| later.meeting > id.meeting);
    next.flat_map(|&later| if goes_on(scope, later) { BTreeSet::from([later]) } else { followers(scope, later) })
        .collect()
}

/// Whether an item is or was on its agenda, as far as is known on the day.
fn goes_on(scope: &Scope, id: ItemId) -> bool {
    let is_off = scope.region[id].cancelled.as_deref().is_some_and(|it| is_known(scope, it));
    !is_off && takes_place(scope, id.meeting)
}

/// Whether it is known on the day that a meeting takes place.
fn takes_place(scope: &Scope, meeting: MeetingId) -> bool {
    scope.region[meeting].cancelled.as_ref().is_none_or(|it| !is_known(scope, it))
}

fn is_known(scope: &Scope, cancelled: &Cancelled) -> bool {
    cancelled.date <= scope.today
}

/// The requested decisions of an item that what follows matters for, by their numbers, where they are not all: one, or more.
pub(super) fn decisions(region: &Region, at: ItemId, party: PartyId) -> (Option<String>, Option<String>) {
    let treated = region[at.meeting].treated(at.index);
    let put_off = |number| treated.and_then(|it| it.outcome_of(number)).is_some_and(Outcome::is_put_off);
    let matters = |number: &usize| put_off(*number) || consultation::said_more_of(region, at, party, *number);
    let all = region[at].requested.len();
    let numbers: Vec<String> = (1..=all).filter(matters).map(|number| number.to_string()).collect();
    let named = dutch::list(&numbers).filter(|_| numbers.len() < all);
    if numbers.len() > 1 { (None, named) } else { (named, None) }
}
