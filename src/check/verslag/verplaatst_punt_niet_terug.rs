//! What was moved to another meeting is on its agenda.

use crate::check::mend::in_ledger;
use crate::check::{Found, scope::At};
use crate::model::called;
use crate::model::{Item, Meeting, MeetingId, ProgressKind, Subject};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.meeting.items.iter().enumerate() {
        let Some(to) = at.meeting.withdrawn_itself(index).and_then(|cancelled| cancelled.to) else { continue };
        let about = Subject::Item(at.id, index);
        let dropped = at.region.progress_of(about, at.today).any(|it| matches!(it.kind, ProgressKind::Dropped(_)));
        let Some((why, hint)) = not_there(at, index, to).filter(|_| !dropped && !at.region.progress_broken) else {
            continue;
        };
        let message = format!("“{}” zou naar {} gaan, maar {why}.", item.title, called::the_meeting(at.region, to));
        found.at(item.span, message, hint).key("vervallen.naar").item(index);
    }
}

/// Why an item is not on the agenda to which it was moved, and what to do.
fn not_there(at: &At<'_>, index: usize, to: MeetingId) -> Option<(&'static str, String)> {
    let there = &at.region[to];
    if to <= at.id && there.cancelled.is_none() {
        return Some(("die is niet later dan deze", "noem een latere vergadering bij naar".to_owned()));
    }
    let empty = there.items.is_empty() && there.sent().is_none() && !there.is_over(at.today);
    let back = back(at, index);
    if back == Some(to) || there.cancelled.is_none() && (empty || there.broken || is_on(at, index, to)) {
        return None;
    }
    let why = if there.cancelled.is_some() { "die gaat niet door" } else { "het staat daar niet op de agenda" };
    let reference = format!("{}#{}", at.meeting.key, at.meeting.items[index].key);
    let hint = match back {
        // where it would go was so when the meeting ended, and it came back
        Some(_) if !at.is_coming() => return None,
        Some(back) => format!("noem bij naar de vergadering waar het op de agenda staat: \"{}\"", at.region[back].key),
        None if there.cancelled.is_none() => format!("agendeer het daar met vervolg_op = [\"{reference}\"]"),
        None if at.is_coming() => "noem een andere vergadering bij naar, of haal naar weg".to_owned(),
        None => {
            let dropped = in_ledger(&reference, "vervallen = \"<reden>\"");
            format!("agendeer het op een latere vergadering met vervolg_op = [\"{reference}\"], of {dropped}")
        }
    };
    Some((why, hint))
}

/// The first later meeting that takes place with an item on its agenda.
fn back(at: &At<'_>, index: usize) -> Option<MeetingId> {
    let held = |to: &MeetingId| *to > at.id && at.region[*to].cancelled.is_none();
    at.region.meeting_ids().filter(held).find(|to| is_on(at, index, *to))
}

/// Whether an item is on the agenda of a meeting, also where it follows on what followed on it.
fn is_on(at: &At<'_>, index: usize, to: MeetingId) -> bool {
    let follows = at.region.sequels(at.item_id(index)).iter().any(|later| later.meeting == to);
    follows || adopts_the_same(&at.region[to], &at.meeting.items[index])
}

/// Whether minutes that an item would adopt are adopted there.
fn adopts_the_same(there: &Meeting, item: &Item) -> bool {
    let adopts = |minutes: MeetingId| there.items.iter().flat_map(|other| &other.adopts).any(|it| it.value == minutes);
    !item.adopts.is_empty() && item.adopts.iter().all(|minutes| adopts(minutes.value))
}
