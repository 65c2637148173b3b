//! What a public run made earlier in its folder: made anew, or taken away when it may not stand there any more.

use std::collections::BTreeSet;

use anyhow::Result;
use chrono::NaiveDate;

use crate::document::inhoud;
use crate::model::{MeetingId, Region};
use crate::produce;
use crate::render::Format;
use crate::write::{Tidied, Writer};

/// The names of all files of a run: these meetings, the documents about the region, and the index.
pub fn names(region: &Region, meetings: &[MeetingId], today: NaiveDate, formats: &[Format]) -> BTreeSet<String> {
    let of_meeting = |id: &MeetingId| {
        let folder = region[*id].key.clone();
        produce::names(region, *id, today, formats).into_iter().map(move |name| format!("{folder}/{name}"))
    };
    let mut names: BTreeSet<String> = meetings.iter().flat_map(of_meeting).collect();
    names.extend(produce::overview_names(region, today, formats));
    if !region.publishes_nothing() {
        let pages = inhoud::pages(meetings.iter().map(|id| region[*id].date.value));
        for format in formats {
            names.extend(pages.iter().map(|page| format!("{}.{}", page.stem(), format.extension())));
        }
    }
    names
}

/// Takes away what is not among these names, save what lies in the folder of a meeting with faults: nobody knows what of
/// it may be public.
pub fn take_away(writer: &Writer, names: &BTreeSet<String>, blocked: &BTreeSet<String>) -> Result<Tidied> {
    let folder = |path: &str| path.split_once('/').map_or("", |(folder, _)| folder).to_owned();
    writer.tidy(names, |path| blocked.contains(&folder(path)))
}
