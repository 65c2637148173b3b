//! What was moved to another meeting is on its agenda.

use crate::check::mend::{in_ledger, is_adopted};
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Item, Meeting, MeetingId, ProgressKind, Subject};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.meeting.items.iter().enumerate() {
        let Some(to) = at.meeting.withdrawn_itself(index).and_then(|cancelled| cancelled.to) else { continue };
        let about = Subject::Item(at.id, index);
        let dropped = at.region.progress_of(about, at.today).any(|it| matches!(it.kind, ProgressKind::Dropped(_)));
        let Some((why, hint)) = not_there(at, index, to).filter(|_| !dropped && !at.region.progress_broken) else { continue };
        let message = format!("“{}” zou naar {} gaan, maar {why}.", item.title, dutch::the_meeting(at.region, to));
        found.at(item.span, message, hint).key("vervallen.naar").item(index);
    }
}

/// Why an item is not on the agenda to which it was moved, and what to do.
fn not_there(at: &At<'_>, index: usize, to: MeetingId) -> Option<(&'static str, String)> {
    let there = &at.region[to];
    let reference = format!("{}#{}", at.meeting.key, at.meeting.items[index].key);
    if there.cancelled.is_some() {
        if is_adopted(at.meeting, at.today) {
            if !at.region.followers(at.item_id(index)).is_empty() {
                return None;
            }
            let dropped = in_ledger(&reference, "vervallen = \"<reden>\"");
            let hint = format!(
                "dit verslag is vastgesteld: agendeer het op een latere vergadering met vervolg_op = [\"{reference}\"], of {dropped}"
            );
            return Some(("die gaat niet door", hint));
        }
        return Some(("die gaat niet door", "noem een andere vergadering bij naar, of haal naar weg".to_owned()));
    }
    if to <= at.id {
        return Some(("die is niet later dan deze", "noem een latere vergadering bij naar".to_owned()));
    }
    let empty = there.items.is_empty() && there.sent().is_none() && !there.is_over(at.today);
    let follows = at.region.followers(at.item_id(index)).iter().any(|later| later.meeting == to);
    if empty || there.broken || follows || adopts_the_same(there, &at.meeting.items[index]) {
        return None;
    }
    let hint = format!("agendeer het daar met vervolg_op = [\"{reference}\"]");
    Some(("het staat daar niet op de agenda", hint))
}

/// Whether minutes that an item would adopt are adopted there.
fn adopts_the_same(there: &Meeting, item: &Item) -> bool {
    let adopts = |minutes: MeetingId| there.items.iter().flat_map(|other| &other.adopts).any(|it| it.value == minutes);
    !item.adopts.is_empty() && item.adopts.iter().all(|minutes| adopts(minutes.value))
}
