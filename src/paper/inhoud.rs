//! The index of a run: which documents were made, per meeting. Of many meetings the older years have pages of their own.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

mod desk;

use super::{Readers, View};
use crate::dutch;
use crate::link;
use crate::model::{BodyId, Region};
pub use desk::Listed;
use desk::Vergadering;

/// What its file is called.
pub const STEM: &str = "index";

/// So many meetings fit on a page that a browser shows at once: with thirty documents each, six thousand links.
const ON_A_PAGE: usize = 200;

/// So many days that are to come fit in a glance.
const PLANNED: usize = 8;

/// A document of a meeting: that of one is mostly that of others as well.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// What it is called.
    pub title: String,
    /// Its file name in the meeting's folder.
    pub name: String,
    /// For whom it is.
    pub readers: Readers,
    /// The party that it is for, by its name.
    pub whom: Option<String>,
}

/// A page of the index: the first has the newest years, each of the others one older year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    from: i32,
    to: i32,
    first: bool,
}

impl Page {
    /// Its file name without extension.
    #[must_use]
    pub fn stem(&self) -> String {
        if self.first { STEM.to_owned() } else { format!("index-{}", self.from) }
    }

    /// Whether it is the one to begin with.
    #[must_use]
    pub const fn is_first(&self) -> bool {
        self.first
    }

    fn has(&self, meeting: &Listed) -> bool {
        (self.from..=self.to).contains(&meeting.date.year())
    }
}

/// The pages of an index with meetings of these days, the newest first; one at least.
#[must_use]
pub fn pages(days: impl Iterator<Item = NaiveDate>) -> Vec<Page> {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for day in days {
        *years.entry(day.year()).or_default() += 1;
    }
    let (mut first, mut room) = (Page { from: i32::MIN, to: i32::MAX, first: true }, ON_A_PAGE);
    if years.values().sum::<usize>() <= room {
        return vec![first];
    }
    let mut older = Vec::new();
    for (year, meetings) in years.into_iter().rev() {
        if first.from == i32::MIN || older.is_empty() && meetings <= room {
            first.from = year;
            room = room.saturating_sub(meetings);
        } else {
            older.push(Page { from: year, to: year, first: false });
        }
    }
    older.insert(0, first);
    older
}

/// The index page.
#[derive(Debug, Serialize)]
pub struct Inhoud<'a> {
    regio: &'a str,
    convenant: &'a str,
    datum: String,
    openbaar: bool,
    voorbeeld: Option<&'a str>,
    /// Of a page of one year.
    jaar: Option<String>,
    vergaderingen: Vec<Vergadering>,
    /// The first days on which bodies agreed to meet and for which there is no meeting yet.
    gepland: Vec<Gepland<'a>>,
    /// The pages of older years.
    eerder: Vec<Stuk>,
    overzichten: Vec<Stuk>,
}

/// A day on which a body agreed to meet.
#[derive(Debug, Serialize)]
struct Gepland<'a> {
    overleg: &'a str,
    datum: String,
}

#[derive(Debug, Serialize)]
struct Stuk {
    titel: String,
    adres: String,
    /// The title names another address.
    anders_genoemd: bool,
}

impl Stuk {
    fn new(titel: String, adres: String) -> Self {
        Self { anders_genoemd: link::misleads(&titel, &adres), titel, adres }
    }
}

/// What there is to list in one format, whatever the page.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The meetings, in their order.
    pub listed: Vec<&'a Listed>,
    /// What the names of the documents end in.
    pub ending: &'a str,
    /// The documents about the region: titles and file names.
    pub overviews: Vec<(String, String)>,
    /// All pages.
    pub pages: &'a [Page],
}

/// The meetings with what opens the years before one that is open.
fn folded<'l>(meetings: impl Iterator<Item = (&'l Listed, Vergadering)>, open: i32) -> Vec<Vergadering> {
    let mut last = None;
    let in_years = meetings.map(|(meeting, mut view)| {
        let year = Some(meeting.date.year()).filter(|_| meeting.last_day.year() < open);
        view.ouder = year.is_some();
        view.opent_jaar = year.filter(|_| year != last).map(|year| year.to_string());
        last = year.or(last);
        view
    });
    in_years.collect()
}

/// The days on which bodies agreed to meet that are still to come, the first of them.
fn planned(region: &Region, today: NaiveDate) -> Vec<Gepland<'_>> {
    let of_body = |body| region.planned_days(body).map(move |day| (day, body));
    let mut all: Vec<(NaiveDate, BodyId)> = region.body_ids().flat_map(of_body).collect();
    all.retain(|(day, _)| *day >= today);
    all.sort_by_key(|(day, _)| *day);
    all.truncate(PLANNED);
    all.into_iter().map(|(day, body)| Gepland { overleg: region[body].name_on(day), datum: dutch::date(day) }).collect()
}

/// Composes a page of the index; the newest meeting comes first.
#[must_use]
pub fn compose<'a>(region: &'a Region, today: NaiveDate, page: &Page, contents: &Contents<'_>) -> View<'a> {
    let paper = |titel: &str, adres| Stuk::new(dutch::capital(titel), adres);
    // the next one comes first, then the newest
    let next = contents.listed.iter().filter(|meeting| meeting.is_coming(today)).min_by_key(|meeting| meeting.date);
    let is_next = |meeting: &Listed| next.is_some_and(|next| std::ptr::eq(*next, meeting));
    let mut here: Vec<&Listed> = contents.listed.iter().rev().copied().filter(|meeting| page.has(meeting)).collect();
    here.sort_by_key(|meeting| !is_next(meeting));
    // where nothing is of this year, the newest year is open
    let open = here.iter().map(|meeting| meeting.last_day.year()).max().unwrap_or_default().min(today.year());
    let views = here.into_iter().map(|meeting| (meeting, meeting.view(contents.ending, is_next(meeting))));
    let vergaderingen = folded(views.filter(|(_, view)| !view.is_empty()), open);
    let year = |page: &Page| Stuk::new(page.from.to_string(), page.stem() + contents.ending);
    let (overviews, pages) = if page.first { (&contents.overviews[..], contents.pages) } else { (&[][..], &[][..]) };
    let jaar = (!page.first).then(|| page.from.to_string());
    let of_year = jaar.as_ref().map(|year| format!(", {year}")).unwrap_or_default();
    let title = format!("Stukken {}{of_year}", region.covenant.region);
    View {
        template: "inhoud",
        stem: page.stem(),
        label: "Stukken".to_owned(),
        title,
        data: Box::new(Inhoud {
            regio: &region.covenant.region,
            convenant: &region.covenant.name,
            datum: dutch::date(today),
            openbaar: region.public,
            voorbeeld: region.covenant.example.as_deref(),
            jaar,
            vergaderingen,
            gepland: if page.first { planned(region, today) } else { Vec::new() },
            eerder: pages.iter().filter(|page| !page.first).map(year).collect(),
            overzichten: overviews.iter().map(|(title, name)| paper(title, name.clone())).collect(),
        }),
        ..View::default()
    }
}
