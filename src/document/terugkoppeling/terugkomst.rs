//! Where an item that was not dealt with comes back, and what came of it there.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::{Scope, words};
use crate::dutch;
use crate::model::{ItemId, MeetingId, Outcome, PartyId, Region};

/// A meeting on which it stands again.
#[derive(Debug, Clone, Serialize)]
pub struct Terugkomst {
    /// `het Regionaal Beraad van donderdag 11 december 2025`
    vergadering: String,
    /// That meeting is still to come.
    pub komt: bool,
    /// An item of that meeting follows on it.
    geagendeerd: bool,
    /// What came of it there.
    uitkomst: Option<String>,
}

/// The later meetings to which an item was taken, when it was withdrawn, deferred or not reached, or when the party had a
/// reservation that is dealt with there.
pub fn of(scope: &Scope, id: ItemId, party: PartyId) -> Vec<Terugkomst> {
    let region = scope.region;
    let outcome = region[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
    let sent_on = region[id].cancelled.as_ref().and_then(|cancelled| cancelled.to);
    let open = outcome.is_some_and(Outcome::is_put_off) || region.had_reservation(id, party);
    if !open && region[id].cancelled.is_none() {
        return Vec::new();
    }
    let followers = region.followers(id).iter().filter(|later| region[**later].cancelled.is_none());
    let mut back: BTreeMap<MeetingId, Vec<usize>> = sent_on.into_iter().map(|meeting| (meeting, Vec::new())).collect();
    followers.for_each(|later| back.entry(later.meeting).or_default().push(later.index));
    let back = back.into_iter().filter(|(meeting, _)| *meeting != id.meeting && region[*meeting].cancelled.is_none());
    back.map(|(meeting, items)| Terugkomst {
        vergadering: dutch::meeting(region, meeting),
        komt: !region[meeting].is_over(scope.today),
        geagendeerd: !items.is_empty(),
        uitkomst: outcomes(region, meeting, &items),
    })
    .collect()
}

fn outcomes(region: &Region, meeting: MeetingId, items: &[usize]) -> Option<String> {
    let outcomes = items.iter().filter_map(|index| region[meeting].treated(*index)?.outcome);
    let mut names: Vec<String> = outcomes.map(|outcome| dutch::small(words::outcome(outcome))).collect();
    names.dedup();
    dutch::list(&names)
}
