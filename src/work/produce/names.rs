//! What the files of documents are called, without making them.

use chrono::NaiveDate;

use super::{Pages, Setting, documents, linked, overviews_of};
use crate::model::{MeetingId, Region};
use crate::paper::{From, Scope};
use crate::render::Format;

/// The names of the files that [`super::meeting_with_papers`] gives, papers too, without making them.
#[must_use]
pub fn names(region: &Region, id: MeetingId, today: NaiveDate, formats: &[Format]) -> Vec<String> {
    let views =
        documents(region, id, today, Setting::default()).filter_map(|(document, scope)| document.compose(&scope).ok());
    let stems: Vec<String> = views.flatten().map(|view| view.stem).collect();
    let pages = if formats.contains(&Format::Html) { Pages::of(region, id) } else { Pages::default() };
    let files = linked(region, id).into_iter().chain(pages.0.into_values());
    files.chain(stems.iter().flat_map(|stem| named(stem, formats))).collect()
}

/// The names of the files that [`super::overviews`] gives of those that are `wanted`, without making them.
#[must_use]
pub fn overview_names(
    region: &Region,
    today: NaiveDate,
    formats: &[Format],
    wanted: impl Fn(From) -> bool,
) -> Vec<String> {
    let scope = Scope::new(region, today, None);
    let views = overviews_of(wanted).filter_map(|document| document.compose(&scope).ok());
    views.flatten().flat_map(|view| named(&view.stem, formats).collect::<Vec<_>>()).collect()
}

fn named(stem: &str, formats: &[Format]) -> impl Iterator<Item = String> {
    formats.iter().map(move |format| format!("{stem}.{}", format.extension()))
}
