//! Documents from files to text: composes, renders, and gives whole meetings to whoever writes them.
//!
//! A meeting is given only when all of it was rendered. Meetings are rendered beside each other on all cores and let go
//! at once, so memory does not grow with their number.

mod enclosed;
mod names;
mod page;
mod sent;
mod setting;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::NaiveDate;

use crate::model::{MeetingId, PaperPlace, Region};
use crate::paper::{DOCUMENTS, Document, From, Missing, Readers, Scope, View};
use crate::render::template::{TemplateFault, Templates};
use crate::render::{Format, Sheet};

pub use enclosed::{Pages, papers_of};
pub(super) use enclosed::{apart, has_page};
pub use names::{names, overview_names};
pub use page::page;
pub use sent::forms;
pub use setting::Setting;

/// A rendered document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// What it is called in lists of documents.
    pub title: String,
    /// For whom it is.
    pub readers: Readers,
    /// The party that it is for, by its name.
    pub whom: Option<String>,
    /// Its file name without extension.
    pub stem: String,
    /// Its format.
    pub format: Format,
    /// What stands in the file.
    pub bytes: Vec<u8>,
}

impl Output {
    /// Its file name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.stem, self.format.extension())
    }
}

/// Everything that was made of one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers {
    /// The meeting.
    pub meeting: MeetingId,
    /// The documents, in the order of a meeting's life.
    pub outputs: Vec<Output>,
    /// Files of the dossier that the documents link to, by path from the meeting's folder.
    pub papers: BTreeSet<String>,
    /// The pages that were made of such files.
    pub pages: Vec<Output>,
    /// Their names, by the paths of the files.
    pub page_names: BTreeMap<String, String>,
    /// What could not be made, and why.
    pub left_out: Vec<Missing>,
}

/// Renders one view in one format.
///
/// # Errors
///
/// When the template does not fit the view.
pub fn render(
    view: &View<'_>,
    templates: &Templates,
    format: Format,
    region: &Region,
    setting: Setting<'_>,
) -> Result<Vec<u8>, TemplateFault> {
    let text = templates.render(view)?;
    let around = setting.around(view);
    (format.about().write)(&Sheet {
        home: setting.home,
        pages: setting.pages,
        around: around.as_ref(),
        along: setting.along,
        ..Sheet::new(&text, view, region, templates)
    })
}

/// Renders one view in these formats, and gives each with what it is called.
fn in_all<E: std::convert::From<TemplateFault>>(
    (view, title): (&View<'_>, &str),
    templates: &Templates,
    formats: &[Format],
    region: &Region,
    setting: Setting<'_>,
    give: &mut impl FnMut(Output) -> Result<(), E>,
) -> Result<(), E> {
    let text = templates.render(view)?;
    let around = setting.around(view);
    let (home, pages, around) = (setting.home, setting.pages, around.as_ref());
    let paper = Sheet { home, pages, around, ..Sheet::new(&text, view, region, templates) };
    for format in formats {
        let bytes = (format.about().write)(&paper)?;
        let (title, whom, stem) = (title.to_owned(), view.whom.clone(), view.stem.clone());
        give(Output { title, readers: view.readers, whom, stem, format: *format, bytes })?;
    }
    Ok(())
}

/// Every document of one meeting in every format asked.
///
/// # Errors
///
/// When a template does not fit.
pub fn meeting(
    region: &Region,
    id: MeetingId,
    today: NaiveDate,
    templates: &Templates,
    formats: &[Format],
    setting: Setting<'_>,
) -> Result<Papers, TemplateFault> {
    let (papers, outputs, pages) = (linked(region, id), Vec::new(), Vec::new());
    let page_names = BTreeMap::new();
    let mut papers = Papers { meeting: id, outputs, papers, pages, page_names, left_out: Vec::new() };
    for (document, scope) in documents(region, id, today, setting) {
        papers.add(document, &scope, templates, formats, setting)?;
    }
    Ok(papers)
}

/// The same with the papers of the dossier in this folder: those that are Markdown become pages, to which the others link.
///
/// # Errors
///
/// As [`meeting`].
pub fn meeting_with_papers(
    (root, region, id): (&Path, &Region, MeetingId),
    today: NaiveDate,
    templates: &Templates,
    formats: &[Format],
    setting: Setting<'_>,
) -> Result<Papers, TemplateFault> {
    let pages = if formats.contains(&Format::Html) { Pages::of(region, id) } else { Pages::default() };
    let mut by_address = pages.by_address();
    by_address.extend(records(region, id));
    by_address.extend(setting.beside.overviews.iter().map(|stem| (format!("../{stem}.md"), format!("../{stem}.html"))));
    let mut papers = meeting(region, id, today, templates, formats, Setting { pages: Some(&by_address), ..setting })?;
    let has_agenda = papers.outputs.iter().any(|output| output.name() == "agenda.html");
    papers.pages = pages.render((root, region, id), templates, has_agenda, setting.site)?;
    papers.page_names = pages.0;
    Ok(papers)
}

/// The addresses of the minutes and decision lists that its items adopt, and those of their pages.
fn records(region: &Region, id: MeetingId) -> impl Iterator<Item = (String, String)> {
    let adopted = region[id].items.iter().flat_map(|item| &item.adopts);
    adopted.flat_map(|minutes| {
        let stems = ["besluitenlijst", "verslag"].map(|stem| format!("../{}/{stem}", region[minutes.value].key));
        stems.map(|stem| (format!("{stem}.md"), format!("{stem}.html")))
    })
}

/// The documents about the region as a whole, those that are wanted of what they are made from.
fn overviews_of(wanted: impl Fn(From) -> bool) -> impl Iterator<Item = &'static Document> {
    DOCUMENTS.iter().filter(move |document| document.from.is_overview() && wanted(document.from))
}

/// The documents that a meeting has, and what each is made from.
fn documents<'a>(
    region: &'a Region,
    id: MeetingId,
    today: NaiveDate,
    setting: Setting<'a>,
) -> impl Iterator<Item = (&'static Document, Scope<'a>)> {
    let scope = Scope { beside: setting.beside, ..Scope::new(region, today, Some(id)) };
    let wanted = move |document: &&Document| setting.only.is_none_or(|only| only.contains(&document.name));
    let fits = move |document: &&Document| match document.from {
        From::Region | From::Meetings => false,
        // a body in which nobody speaks for another lacks nothing
        From::Consultation | From::Speech | From::Feedback => !region.public && document.from.fits(region, id),
        From::Agenda | From::Minutes => true,
    };
    DOCUMENTS.iter().filter(wanted).filter(fits).flat_map(move |document| {
        let has_more = |region: &Region| !region.public && setting.only.is_none();
        let inside = document.inside.as_ref().filter(|inside| has_more(region) && (inside.fits)(region, id));
        let ways = if inside.is_some() { &[false, true][..] } else { &[false] };
        ways.iter().map(move |inside| (document, Scope { inside: *inside, ..scope }))
    })
}

/// Gives the documents about the region as a whole that are `wanted`, in every format asked, one by one: those of a large dossier are large.
///
/// # Errors
///
/// When a template does not fit; and those of who takes them.
pub fn overviews<E: std::convert::From<TemplateFault>>(
    region: &Region,
    today: NaiveDate,
    templates: &Templates,
    formats: &[Format],
    setting: Setting<'_>,
    wanted: impl Fn(From) -> bool,
    mut give: impl FnMut(Output) -> Result<(), E>,
) -> Result<(), E> {
    let scope = Scope::new(region, today, None);
    for document in overviews_of(wanted) {
        for view in document.compose(&scope).into_iter().flatten() {
            in_all((&view, document.title), templates, formats, region, setting, &mut give)?;
        }
    }
    Ok(())
}

impl Papers {
    fn add(
        &mut self,
        document: &Document,
        scope: &Scope<'_>,
        templates: &Templates,
        formats: &[Format],
        setting: Setting<'_>,
    ) -> Result<(), TemplateFault> {
        match document.compose(scope) {
            Err(missing) => self.left_out.push(missing),
            Ok(views) => {
                for view in &views {
                    let mut give = |output| -> Result<(), TemplateFault> {
                        self.outputs.push(output);
                        Ok(())
                    };
                    in_all((view, &view.label), templates, formats, scope.region, setting, &mut give)?;
                }
            }
        }
        Ok(())
    }
}

/// The files that a meeting's agenda links to.
pub(super) fn linked(region: &Region, id: MeetingId) -> BTreeSet<String> {
    let papers = region[id].items.iter().flat_map(|item| &item.papers);
    let files = papers.filter_map(|paper| match &paper.place {
        PaperPlace::File(path) => Some(path.clone()),
        _ => None,
    });
    files.collect()
}

/// Renders many meetings on all cores and gives each to `take`, in no fixed order.
///
/// # Errors
///
/// The first error of a template or of `take`, by the order of the meetings.
pub fn meetings<E: Send + std::convert::From<TemplateFault>>(
    ids: &[MeetingId],
    make: impl Fn(MeetingId) -> Result<Papers, TemplateFault> + Sync,
    take: impl Fn(Papers) -> Result<(), E> + Sync,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let work = || loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some(id) = ids.get(at) else { return Ok(()) };
        let outcome = make(*id).map_err(E::from).and_then(&take);
        if let Err(error) = outcome {
            next.store(ids.len(), Ordering::Relaxed);
            return Err((at, error));
        }
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(ids.len());
    let mut errors: Vec<(usize, E)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = others.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        others.chain([own]).filter_map(Result::err).collect()
    });
    errors.sort_by_key(|(at, _)| *at);
    errors.into_iter().next().map_or(Ok(()), |(_, error)| Err(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_another_thread_stops_the_run() {
        let main = thread::current().id();
        let make = |meeting| {
            if thread::current().id() == main {
                // the others come first
                thread::sleep(std::time::Duration::from_millis(200));
            } else {
                std::panic::panic_any("here");
            }
            Ok(Papers {
                meeting,
                outputs: Vec::new(),
                papers: BTreeSet::new(),
                pages: Vec::new(),
                page_names: BTreeMap::new(),
                left_out: Vec::new(),
            })
        };
        let ids: Vec<MeetingId> = (0..8).map(MeetingId).collect();
        let outcome = std::panic::catch_unwind(|| meetings(&ids, make, |_| Ok::<(), TemplateFault>(())));
        let is_alone = thread::available_parallelism().map_or(1, NonZero::get) == 1;
        assert_eq!(outcome.is_ok(), is_alone);
    }
}
