//! What a public run made earlier in its folder: made anew, or taken away when it may not stand there any more.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::run::Errors;
use super::site;
use crate::model::{MeetingId, Region};
use crate::paper::inhoud;
use crate::render::Format;
use crate::work::produce;

/// The names of all files of a run: these meetings, the documents about the region that can be made, and the index.
pub(super) fn names(
    region: &Region,
    meetings: &[MeetingId],
    today: NaiveDate,
    (formats, site): (&[Format], bool),
    errors: &Errors,
) -> BTreeSet<String> {
    let mut names = of_meetings(region, meetings.iter().copied(), today, formats);
    names.extend(produce::overview_names(region, today, formats, |from| errors.leave(from)));
    if site {
        names.extend(site::names(region, meetings));
    } else if !region.publishes_nothing() {
        let pages = inhoud::pages(meetings.iter().map(|id| region[*id].date.value));
        for format in formats {
            names.extend(pages.iter().map(|page| format!("{}.{}", page.stem(), format.extension())));
        }
    }
    names
}

/// The names of the files of these meetings.
pub(super) fn of_meetings(
    region: &Region,
    meetings: impl Iterator<Item = MeetingId>,
    today: NaiveDate,
    formats: &[Format],
) -> BTreeSet<String> {
    let of_meeting = |id: MeetingId| {
        let folder = region[id].key.clone();
        produce::names(region, id, today, formats).into_iter().map(move |name| format!("{folder}/{name}"))
    };
    meetings.flat_map(of_meeting).collect()
}
