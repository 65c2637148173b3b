//! The minutes of the previous meeting are on the agenda of the next.

use crate::check::{Found, scope::At};
use crate::model::called;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_coming() || !at.is_own() || at.meeting.is_written() || at.meeting.broken || at.meeting.items.is_empty() {
        return;
    }
    let region = at.region;
    // the agenda of a written round is for its own few items, so the minutes wait for the next meeting
    let mut coming = region.meetings.iter().filter(|other| other.body == at.meeting.body && other.cancelled.is_none());
    let first = coming.find(|other| !other.is_over(at.today) && !other.is_written());
    if first.is_none_or(|first| first.key != at.meeting.key) {
        return;
    }
    for (id, previous) in region.previous(at.id, at.today).into_iter().map(|id| (id, &region[id])) {
        let mut planned = region.meetings.iter().flat_map(|meeting| &meeting.items).flat_map(|item| &item.adopts);
        if previous.adoption.is_none() && !planned.any(|adopted| adopted.value == id) {
            let message = format!("Het verslag van {} staat niet op de agenda.", called::its_own_moment(region, id));
            let hint = format!("zet er een agendapunt bij met verslag_van = [\"{}\"]", previous.key);
            found.at(at.meeting.span, message, hint);
        }
    }
}
