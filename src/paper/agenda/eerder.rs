//! What was agreed earlier on the subject of an item and is still to be done.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::called;
use crate::model::queries::{Standing, Tracked};
use crate::model::{Actor, ItemId, MeetingId, Region, Subject};
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

/// What else is still to be done of what earlier meetings of the same body agreed: on subjects that no item goes on with.
pub(super) fn overig(region: &Region, id: MeetingId, today: NaiveDate) -> Vec<NogOpen<'_>> {
    let index = |index: usize| ItemId { meeting: id, index };
    let held = region[id].items.iter().enumerate().filter(|(_, item)| item.cancelled.is_none());
    let told: BTreeSet<ItemId> = held.flat_map(|(at, _)| before(region, index(at))).collect();
    let earlier =
        region.meeting_ids().take_while(|other| *other != id).filter(|other| region[*other].body == region[id].body);
    let items =
        earlier.flat_map(|meeting| (0..region[meeting].items.len()).map(move |index| ItemId { meeting, index }));
    let rest = items.filter(|it| !told.contains(it)).flat_map(|it| of_item(region, index(0), it, today));
    let mut all: Vec<NogOpen> = rest.collect();
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
