//! The meetings before, of which minutes and decision list go with a meeting.

use std::collections::BTreeSet;

use super::super::Dossier;
use crate::model::called;
use crate::model::{MeetingId, Region};

/// The meetings before.
pub(super) struct Earlier {
    /// Those of which papers can be made.
    pub ids: Vec<MeetingId>,
    /// Those with faults, and what to do.
    pub faulty: Vec<(MeetingId, String)>,
}

impl Earlier {
    /// Those that a meeting adopts the minutes of, and that which was before it.
    pub(super) fn of(dossier: &mut Dossier, id: MeetingId) -> Self {
        let mut earlier = Self { ids: Vec::new(), faulty: Vec::new() };
        for other in all(dossier.region(), id, dossier.today) {
            match fault(dossier, other) {
                Some(why) => earlier.faulty.push((other, why)),
                None => earlier.ids.push(other),
            }
        }
        earlier
    }
}

fn all(region: &Region, id: MeetingId, today: chrono::NaiveDate) -> BTreeSet<MeetingId> {
    let items = region[id].items.iter().filter(|item| item.cancelled.is_none());
    let adopted = items.flat_map(|item| &item.adopts).map(|minutes| minutes.value);
    adopted.chain(region.previous(id, today)).filter(|other| *other != id).collect()
}

/// Why no paper of a meeting can be made, and how to mend that.
fn fault(dossier: &mut Dossier, id: MeetingId) -> Option<String> {
    if !dossier.errors_of(dossier.folder_of(id)).is_empty() {
        let of = called::meeting(dossier.region(), id);
        return Some(format!(
            "besluitenlijst en verslag van {of}: daar staan fouten in. Bekijk ze met: beraad controleer"
        ));
    }
    let unread = dossier.fingerprint(id).err();
    let of = called::meeting(dossier.region(), id);
    if let Some(why) = unread {
        return Some(format!("besluitenlijst en verslag van {of}: {why:#}"));
    }
    (!dossier.altered(id).is_empty()).then(|| {
        format!(
            "besluitenlijst en verslag van {of}: het verslag is na de vaststelling veranderd. Bekijk waar met: beraad controleer"
        )
    })
}
