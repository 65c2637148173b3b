//! Where an item that was not dealt with comes back.

use serde::Serialize;

use crate::document::Scope;
use crate::dutch;
use crate::model::{ItemId, MeetingId, Outcome};

/// A meeting on which it stands again.
#[derive(Debug, Clone, Serialize)]
pub struct Terugkomst {
    het_overleg: String,
    datum: String,
    schriftelijk: bool,
    /// That meeting is still to come.
    pub komt: bool,
}

/// The later meetings to which an item was taken, when it was withdrawn, deferred or not reached.
pub fn of(scope: &Scope, id: ItemId) -> Vec<Terugkomst> {
    let region = scope.region;
    let outcome = region[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
    let open = matches!(outcome, Some(Outcome::Deferred | Outcome::Withdrawn | Outcome::NotTreated));
    let sent_on = region[id].cancelled.as_ref().and_then(|cancelled| cancelled.to);
    if !open && region[id].cancelled.is_none() {
        return Vec::new();
    }
    let follows = |meeting: &MeetingId| {
        let mut items = region[*meeting].items.iter().filter(|item| item.cancelled.is_none());
        items.any(|item| item.follows.iter().any(|it| it.value == id))
    };
    let back = region.meeting_ids().filter(|meeting| sent_on == Some(*meeting) || follows(meeting));
    let back = back.filter(|meeting| *meeting != id.meeting && region[*meeting].cancelled.is_none());
    back.map(|meeting| Terugkomst {
        het_overleg: dutch::the(region.body_of(meeting).name_on(region[meeting].date.value)),
        datum: dutch::date(region[meeting].date.value),
        schriftelijk: region[meeting].is_written(),
        komt: !region[meeting].is_over(scope.today),
    })
    .collect()
}
