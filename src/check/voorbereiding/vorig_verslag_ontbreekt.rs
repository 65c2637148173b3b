//! The minutes of the previous meeting are on the agenda of the next.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::Meeting;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_coming() || !at.is_own() || at.meeting.is_written() || at.meeting.broken || at.meeting.items.is_empty() {
        return;
    }
    let region = at.region;
    let held = |other: &Meeting| {
        other.body == at.meeting.body && other.cancelled.is_none() && other.is_over(at.today)
    };
    let Some((id, previous)) = region
        .meeting_ids()
        .map(|id| (id, &region[id]))
        .rfind(|(other_id, other)| *other_id < at.id && held(other))
    else {
        return;
    };
    let planned = || region.meetings.iter().flat_map(|meeting| &meeting.items).flat_map(|item| &item.adopts);
    let first_since = region.next_meetings(id).find(|other| !other.is_over(at.today));
    let mine = first_since.is_some_and(|first| first.key == at.meeting.key);
    if mine && previous.adoption.is_none() && !planned().any(|adopted| adopted.value == id) {
        let message = format!("Het verslag van {} staat niet op de agenda.", dutch::date(previous.date.value));
        let hint = format!("zet er een agendapunt bij met verslag_van = [\"{}\"]", previous.key);
        found.at(at.meeting.span, message, hint);
    }
}
