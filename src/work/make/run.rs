//! The making itself: meetings one by one, what is about the region, and the index.
//!
//! The model of a large dossier is what takes most memory. The index of hundreds of thousands of documents comes last, when
//! the meetings were let go.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::Result;
use chrono::NaiveDate;

use super::super::search::Search;
use super::super::{Dossier, Stop};
use super::Made;
use crate::dossier::load;
use crate::model::{MeetingId, Region};
use crate::paper::inhoud::{self, Contents, Listed, Named, Page};
use crate::paper::{Beside, From};
use crate::publish::leak::Origin;
use crate::render::Format;
use crate::render::template::Templates;
use crate::work::produce::{self, Output, Papers, Setting};
use crate::write::{LastRun, Outcome, Writer};

/// The link back from a page beside the index.
const HOME: (&str, &str) = ("Alle stukken", "index.html");

/// After so many meetings their answers are let go.
const AT_A_TIME: usize = 500;

/// A run of `maak`.
pub(super) struct Run<'a> {
    /// The folder of the dossier, for its papers.
    pub root: PathBuf,
    pub region: Region,
    pub templates: &'a Templates,
    pub today: NaiveDate,
    pub formats: &'a [Format],
    /// A site: with the pages that lead to all others, in place of the index.
    pub site: bool,
    pub writer: &'a Writer,
    /// Reads all that is to be made public once more before it is written.
    pub search: Option<&'a Search>,
    /// The mark of all that it is made from, where the same run later may find all as this one leaves it.
    pub from: Option<&'a str>,
    /// Is told how many meetings were made, and of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    pub errors: Errors,
    pub tally: Mutex<Tally>,
    /// The titles and the stems of the overviews of a site, once somebody asked: to know them is to compose them.
    pub overviews: OnceLock<Vec<(String, String)>>,
}

/// Whether there are errors, and so how much is known.
pub(super) struct Errors {
    /// In the files of the region as a whole.
    pub of_region: bool,
    /// Anywhere.
    pub any: bool,
}

impl Errors {
    /// Those of a dossier.
    pub(super) fn of(dossier: &Dossier) -> Self {
        Self { of_region: !dossier.errors_of_region().is_empty(), any: !dossier.all_errors().is_empty() }
    }

    /// Whether they leave an overview to be made: what is gathered from all meetings wants none of them.
    pub(super) fn leave(&self, overview: From) -> bool {
        !self.of_region && (!self.any || overview == From::Region)
    }
}

/// What has been done so far.
#[derive(Default)]
pub(super) struct Tally {
    listed: BTreeMap<MeetingId, Listed>,
    named: BTreeSet<Arc<Named>>,
    outcomes: BTreeMap<Outcome, usize>,
    edited: Vec<String>,
    left_out: BTreeMap<MeetingId, Vec<String>>,
    done: usize,
}

impl Tally {
    /// What is the same for many meetings, once for all of them.
    fn named(&mut self, named: Named) -> Arc<Named> {
        if let Some(known) = self.named.get(&named) {
            return Arc::clone(known);
        }
        let named = Arc::new(named);
        self.named.insert(Arc::clone(&named));
        named
    }
}

impl Tally {
    /// What was left out, and why, by meeting.
    fn left_out(&self) -> Vec<String> {
        let mut left_out: Vec<String> = self.left_out.values().flatten().cloned().collect();
        left_out.dedup();
        left_out
    }
}

impl Run<'_> {
    fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes everything.
    pub(super) fn all(&mut self, chosen: &[MeetingId]) -> Result<(), Stop> {
        // these are made of all answers
        let overviews = self.overviews()?;
        let stems: Vec<String> = overviews.iter().map(|output| output.stem.clone()).collect();
        if self.site {
            self.site_pages(chosen)?;
        }
        for some in chosen.chunks(AT_A_TIME) {
            self.meetings(some, Beside { meetings: chosen, overviews: &stems })?;
            // only the papers of its own meeting are made of an answer
            for id in some {
                self.region.meetings[id.0].replies = Vec::new();
            }
        }
        let pages = inhoud::pages(chosen.iter().map(|id| self.region[*id].date.value));
        // the index knows what it names
        drop(mem::take(&mut self.region.meetings));
        if !self.site {
            self.index(&overviews, &pages)?;
        }
        if self.search.is_some_and(Search::has_found) {
            // who asked for it tells what, and takes away what was written
            return Ok(());
        }
        self.writer.finish_as(self.whole())?;
        Ok(())
    }

    /// This run, when it left nothing as a person edited it.
    fn whole(&self) -> Option<LastRun> {
        let tally = self.tally();
        let from = self.from.filter(|_| tally.edited.is_empty())?.to_owned();
        Some(LastRun { from, files: tally.outcomes.values().sum(), left_out: tally.left_out() })
    }

    fn meetings(&self, some: &[MeetingId], beside: Beside<'_>) -> Result<(), Stop> {
        let home = (!self.site).then_some(("Alle stukken", "../index.html"));
        let setting = Setting { home, beside, ..Setting::default() };
        let overviews = self.overview_titles();
        let make = |id| {
            let of = (self.root.as_path(), &self.region, id);
            let site = self.place(beside.meetings, overviews, Some(id));
            let setting = Setting { site, ..setting };
            let mut papers = produce::meeting_with_papers(of, self.today, self.templates, self.formats, setting)?;
            self.with_own_page(&mut papers, setting)?;
            Ok(papers)
        };
        produce::meetings(some, make, |papers| self.take(papers, beside.meetings.len()))
    }

    /// Writes one meeting.
    fn take(&self, papers: Papers, of: usize) -> Result<(), Stop> {
        let folder = &self.region[papers.meeting].key;
        let mut listed = Vec::new();
        for output in papers.outputs {
            let name = output.name();
            let named = self.document(&format!("{folder}/{name}"), output.format, output.bytes)?;
            let (title, readers, whom) = (output.title, output.readers, output.whom);
            listed.extend(named.then_some(Named { title, name, readers, whom }));
        }
        let mut page_names = papers.page_names;
        for page in papers.pages {
            let name = page.name();
            // what stands in it is of the paper
            let origin = if page_names.values().any(|made| *made == name) { Origin::Copied } else { Origin::Made };
            if !self.page(&format!("{folder}/{name}"), page.format, page.bytes, origin)? {
                page_names.retain(|_, made| *made != name);
            }
        }
        let page_of = |path: &str| page_names.get(path).cloned();
        let documents_of = |documents| Listed::new(&self.region, papers.meeting, self.today, documents, page_of);
        for path in papers.papers {
            let path = format!("{folder}/{path}");
            let mut paper = load::paper(&self.root, &path)?;
            if self.search.map_or(Ok(true), |search| search.may_copy(&path, &mut paper))? {
                let outcome = self.writer.copy(&path, &mut paper)?;
                self.count(&path, outcome);
            }
        }
        self.site_data(papers.meeting)?;
        let mut tally = self.tally();
        let documents = listed.into_iter().map(|named| tally.named(named)).collect();
        tally.listed.insert(papers.meeting, documents_of(documents));
        tally.left_out.insert(papers.meeting, papers.left_out.into_iter().map(|missing| missing.0).collect());
        tally.done += 1;
        (self.progress)(tally.done, of);
        Ok(())
    }

    /// Writes a document; says whether a page may name it. What is somebody else's may hold anything.
    pub(super) fn document(&self, path: &str, format: Format, bytes: Vec<u8>) -> Result<bool> {
        self.page(path, format, bytes, Origin::Made)
    }

    fn page(&self, path: &str, format: Format, bytes: Vec<u8>, origin: Origin) -> Result<bool> {
        if !self.may_write(path, &bytes, origin) {
            return Ok(false);
        }
        let outcome = self.writer.document(path, format, bytes)?;
        self.count(path, outcome);
        Ok(outcome != Outcome::Edited || !self.region.public)
    }

    /// Whether a file tells nothing that it may not.
    pub(super) fn may_write(&self, path: &str, bytes: &[u8], origin: Origin) -> bool {
        self.search.is_none_or(|search| search.may_write(path, bytes, origin))
    }

    pub(super) fn count(&self, path: &str, outcome: Outcome) {
        let mut tally = self.tally();
        *tally.outcomes.entry(outcome).or_default() += 1;
        if outcome == Outcome::Edited {
            tally.edited.push(path.to_owned());
        }
    }

    /// Whether overviews that are made of this can be made.
    pub(super) fn makes(&self, from: From) -> bool {
        !self.errors.of_region && self.errors.leave(from)
    }

    /// The documents about the region as a whole that can be made.
    fn overviews(&self) -> Result<Vec<Output>, Stop> {
        if self.errors.of_region {
            return Ok(Vec::new());
        }
        let titles = self.overview_titles();
        let (home, site) = ((!self.site).then_some(HOME), self.place(&[], titles, None));
        let setting = Setting { home, site, ..Setting::default() };
        let mut kept = Vec::new();
        let wanted = |from| self.errors.leave(from);
        produce::overviews(&self.region, self.today, self.templates, self.formats, setting, wanted, |mut output| {
            if self.document(&output.name(), output.format, mem::take(&mut output.bytes))? {
                kept.push(output);
            }
            Ok::<(), Stop>(())
        })?;
        Ok(kept)
    }

    fn index(&self, overviews: &[Output], pages: &[Page]) -> Result<(), Stop> {
        // whoever counts the files asks for the tally too
        let listed = mem::take(&mut self.tally().listed);
        for format in self.formats {
            let ending = format!(".{}", format.extension());
            let overviews = overviews.iter().filter(|output| output.format == *format);
            let contents = Contents {
                listed: listed.values().collect(),
                ending: &ending,
                overviews: overviews.map(|output| (output.title.clone(), output.name())).collect(),
                pages,
            };
            for page in pages {
                let home = (!page.is_first()).then_some(HOME);
                let view = inhoud::compose(&self.region, self.today, page, &contents);
                let setting = Setting { home, ..Setting::default() };
                let bytes = produce::render(&view, self.templates, *format, &self.region, setting)?;
                self.document(&(page.stem() + &ending), *format, bytes)?;
            }
        }
        Ok(())
    }

    /// What was done and what was left out.
    pub(super) fn close(self) -> Made {
        let tally = self.tally.into_inner().unwrap_or_else(PoisonError::into_inner);
        let count = |outcome| tally.outcomes.get(&outcome).copied().unwrap_or_default();
        let (written, same) = (count(Outcome::Written), count(Outcome::Unchanged));
        Made { written, same, left_out: tally.left_out(), edited: tally.edited, refusal: None, remarks: Vec::new() }
    }
}
