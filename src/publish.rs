//! What a public site has for other programs: calendars, feeds, data. All of it is written from the public view alone, and
//! the same view gives the same bytes: every moment in it comes from the dossier, never from a clock. And the last look at
//! all that is made public ([`leak`]).
//!
//! Where nothing is said of a vocabulary, `docs/open-data.md` says what each name means.

mod calendar;
mod csv;
mod data;
mod feed;
pub mod leak;
mod map;
mod ori;

use chrono::NaiveDate;

use crate::model::{MeetingId, Region};
use crate::paper::site::Scope;

/// The day of what was made known on a day that nobody knows.
const UNKNOWN: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it stands, from the folder of the site.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, text: String) -> Self {
        Self { path: path.into(), bytes: text.into_bytes() }
    }
}

/// The paths of all files about the region as a whole.
#[must_use]
pub fn names(region: &Region) -> Vec<String> {
    let calendars = region.shown_bodies().map(|body| calendar::name(region, Some(body)));
    let mut names: Vec<String> = calendars.chain([calendar::name(region, None)]).collect();
    names.extend([csv::NAME, data::INDEX, data::INDEX_SCHEMA, data::MEETING_SCHEMA, map::ROBOTS].map(str::to_owned));
    if region.site.address.is_some() {
        names.extend([feed::AGENDAS, feed::DECISIONS, map::SITEMAP].map(str::to_owned));
    }
    names
}

/// The names of the files of a meeting, in its folder.
#[must_use]
pub fn names_of_meeting(region: &Region) -> Vec<&'static str> {
    let mut names = vec![data::NAME];
    names.extend(ori::is_possible(region).then_some(ori::NAME));
    names
}

/// Writes all files about the region as a whole, one by one. `pages` are the addresses of the pages, from the folder of the site.
///
/// # Errors
///
/// Those of who takes them.
pub fn files<E>(scope: &Scope<'_>, pages: &[String], mut give: impl FnMut(File) -> Result<(), E>) -> Result<(), E> {
    let region = scope.region;
    for body in region.shown_bodies().map(Some).chain([None]) {
        give(File::new(calendar::name(region, body), calendar::of(scope, body)))?;
    }
    give(File::new(csv::NAME, csv::of(scope)))?;
    give(File::new(data::INDEX, data::index(scope)))?;
    give(File::new(data::INDEX_SCHEMA, data::INDEX_SCHEMA_TEXT.to_owned()))?;
    give(File::new(data::MEETING_SCHEMA, data::MEETING_SCHEMA_TEXT.to_owned()))?;
    give(File::new(map::ROBOTS, map::robots(region)))?;
    if let Some(address) = &region.site.address {
        give(File::new(feed::AGENDAS, feed::agendas(scope, &address.value)))?;
        give(File::new(feed::DECISIONS, feed::decisions(scope, &address.value)))?;
        give(File::new(map::SITEMAP, map::sitemap(&address.value, pages)))?;
    }
    Ok(())
}

/// Writes the files of a meeting, one by one.
///
/// # Errors
///
/// Those of who takes them.
pub fn files_of_meeting<E>(
    scope: &Scope<'_>,
    id: MeetingId,
    mut give: impl FnMut(File) -> Result<(), E>,
) -> Result<(), E> {
    let folder = &scope.region[id].key;
    give(File::new(format!("{folder}/{}", data::NAME), data::meeting(scope, id)))?;
    match ori::of(scope, id) {
        Some(objects) => give(File::new(format!("{folder}/{}", ori::NAME), objects)),
        None => Ok(()),
    }
}

/// The day on which something about a meeting was last made known, as far as the dossier says: sent, moved, called off, adopted.
fn changed(region: &Region, id: MeetingId) -> Option<NaiveDate> {
    let meeting = &region[id];
    let sent = meeting.sendings.iter().map(|sending| sending.date);
    let cancelled = meeting.cancelled.as_ref().map(|cancelled| cancelled.date);
    sent.chain(cancelled).chain(meeting.adoption.map(|adoption| adoption.date)).max()
}

/// Whether a meeting is made up.
fn is_example(region: &Region, id: MeetingId) -> bool {
    region[id].example.is_some() || region.covenant.example.is_some()
}
