//! Minutes that were laid down when they told otherwise of what lies outside them: these stay as they are.

use super::teller::Teller;
use super::words::plain;
use crate::fingerprint;
use crate::model::{Destination, Form, Frozen, ItemId, MeetingId, Part, Region};
use crate::word::Word as _;

/// Lets minutes that were laid down tell of planned hours, and of the meetings to which items went, as their records have it.
pub fn settle(region: &mut Region) {
    for id in region.meeting_ids() {
        let Some(frozen) = region.meetings[id.0].frozen.take() else { continue };
        settle_head(region, id, &frozen);
        settle_hours(region, id, &frozen);
        for index in 0..region[id].items.len() {
            settle_destination(region, ItemId { meeting: id, index }, &frozen);
        }
        region.meetings[id.0].frozen = Some(frozen);
    }
}

/// Records of before know the days of the file alone, or the room of a meeting that was held elsewhere as well, and not how it
/// was held.
fn settle_head(region: &mut Region, id: MeetingId, frozen: &Frozen) {
    let is_sealed = |region: &Region| is_sealed(frozen, Part::Head, &Teller::of(region, id).head());
    for (moved_by_file, form_untold) in [(false, false), (true, false), (false, true), (true, true)] {
        let meeting = &mut region.meetings[id.0];
        (meeting.moved_by_file, meeting.form_untold) = (moved_by_file, form_untold);
        if is_sealed(region) {
            return;
        }
    }
    let meeting = &mut region.meetings[id.0];
    (meeting.moved_by_file, meeting.form_untold) = (false, !tells_form(frozen));
}

/// Whether a record of the head ends with how the meeting was held, as those of before do not.
fn tells_form(frozen: &Frozen) -> bool {
    let words = frozen.parts.iter().find(|part| part.part == Part::Head).and_then(|part| part.words.as_deref());
    let forms = Form::ALL.iter().filter_map(|form| fingerprint::marks(&format!("vorm {}", form.word())));
    words.is_none_or(|words| forms.into_iter().any(|marks| words.ends_with(marks.as_str())))
}

/// Records of before have the hours of the file.
fn settle_hours(region: &mut Region, id: MeetingId, frozen: &Frozen) {
    let (told, of_file) = (region[id].told_hours, (region[id].begin, region[id].end));
    let is_sealed = |region: &Region| {
        let text = region[id].minutes.as_ref().map(|minutes| Teller::of(region, id).meeting(minutes));
        text.is_some_and(|text| is_sealed(frozen, Part::Meeting, &text))
    };
    if told == of_file || is_sealed(region) {
        return;
    }
    region.meetings[id.0].told_hours = of_file;
    if !is_sealed(region) {
        region.meetings[id.0].told_hours = told;
    }
}

/// Whether a record seals a part of the meeting itself, with or without the borders of its fields.
fn is_sealed(frozen: &Frozen, part: Part, text: &str) -> bool {
    let is = |text: &str, sealed: &str| fingerprint::texts([text]) == sealed;
    let mut parts = frozen.parts.iter().filter(|sealed| sealed.item.is_none() && sealed.part == part);
    parts.any(|sealed| is(text, &sealed.fingerprint) || is(&plain(text), &sealed.fingerprint))
}

/// Records of before name the first day of a meeting to which an item went, and its body as on that day; and no record says whether
/// it was to be a round.
fn settle_destination(region: &mut Region, at: ItemId, frozen: &Frozen) {
    let Some((to, now)) = region[at].cancelled.as_ref().and_then(|cancelled| cancelled.to.zip(cancelled.known)) else {
        return;
    };
    let sealed = frozen.parts.iter().find(|part| part.item == Some(at.index) && part.part == Part::Item);
    let Some(sealed) = sealed.and_then(|part| part.names.clone()) else { return };
    let day = region[to].first_planned();
    let first = Destination { day, first: None, named_on: day, written: region[to].is_written() };
    let other = |known: Destination| Destination { written: !known.written, ..known };
    for known in [now, first, other(now), other(first)] {
        place(region, at, known);
        let text = Teller::of(region, at.meeting).with_names().item(at);
        if fingerprint::texts([plain(&text).as_str()]) == sealed {
            return;
        }
    }
    place(region, at, now);
}

fn place(region: &mut Region, at: ItemId, known: Destination) {
    let item = &mut region.meetings[at.meeting.0].items[at.index];
    item.cancelled.iter_mut().for_each(|cancelled| cancelled.known = Some(known));
}
