//! What was agreed earlier on the subject of an item and is still to be done.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::called;
use crate::model::queries::{Standing, Tracked};
use crate::model::{Actor, ItemId, Region, Subject};
use crate::paper::parts;

/// An action or a commitment.
#[derive(Debug, Serialize)]
pub(super) struct NogOpen<'a> {
    #[serde(skip)]
    due: Option<NaiveDate>,
    soort: &'static str,
    nr: u16,
    /// `donderdag 9 oktober 2025`
    vergadering: String,
    wie: Option<String>,
    aan: Option<String>,
    uiterlijk: Option<String>,
    te_laat: bool,
    wat: &'a str,
}

/// What is still to be done of all items that this one goes on with, the first due first.
pub(super) fn nog_open(region: &Region, id: ItemId, today: NaiveDate) -> Vec<NogOpen<'_>> {
    let mut all: Vec<NogOpen> = before(region, id).into_iter().flat_map(|it| of_item(region, id, it, today)).collect();
    all.sort_by_key(|one| (one.due.is_none(), one.due));
    all
}

/// The items that an item goes on with, however far back.
fn before(region: &Region, id: ItemId) -> BTreeSet<ItemId> {
    let earlier = |id: ItemId| region[id].follows.iter().chain(&region[id].discussed_in).map(|it| it.value);
    let mut seen = BTreeSet::new();
    let mut open: Vec<ItemId> = earlier(id).collect();
    while let Some(one) = open.pop() {
        if one != id && seen.insert(one) {
            open.extend(earlier(one));
        }
    }
    seen
}

fn of_item(region: &Region, later: ItemId, id: ItemId, today: NaiveDate) -> Vec<NogOpen<'_>> {
    let meeting = &region[id.meeting];
    let Some(treated) = meeting.treated(id.index).filter(|_| meeting.last_day() <= today) else { return Vec::new() };
    let names = |actors: &[Actor]| parts::actors_now(region, id.meeting, actors, today).0;
    let open =
        |subject, due| Some(region.track(subject, due, today)).filter(|it| matches!(it.standing, Standing::Open));
    let one = |soort, nr, wat, tracked: Tracked| NogOpen {
        due: tracked.due,
        soort,
        nr,
        vergadering: called::seen_from(region, later.meeting, id.meeting),
        wie: None,
        aan: None,
        uiterlijk: tracked.due.map(dutch::short_date),
        te_laat: tracked.is_late(today),
        wat,
    };
    let actions = treated.actions.iter().filter_map(|action| {
        let tracked = open(Subject::Action(id.meeting, action.number), action.due)?;
        Some(NogOpen { wie: names(&action.who), ..one("actie", action.number, &action.what, tracked) })
    });
    let promises = treated.commitments.iter().filter_map(|promise| {
        let tracked = open(Subject::Commitment(id.meeting, promise.number), promise.due)?;
        let (wie, aan) = (names(promise.who.as_slice()), names(&promise.to));
        Some(NogOpen { wie, aan, ..one("toezegging", promise.number, &promise.what, tracked) })
    });
    actions.chain(promises).collect()
}
