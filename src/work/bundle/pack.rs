//! All that goes in a bundle, before anything of it is written.

use std::collections::BTreeSet;

use super::super::search::Search;
use super::super::{Dossier, Stop};
use super::earlier::Earlier;
use super::told::{Absent, lacking};
use super::{Made, tidy};
use crate::dossier::load;
use crate::model::MeetingId;
use crate::paper::bundel::{self, Contents, Record};
use crate::paper::{Beside, Document, Missing, Scope, nothing_to_do};
use crate::publish::leak::Origin;
use crate::render::Format;
use crate::render::template::Templates;
use crate::work::produce::{self, Output, Papers, Setting};
use crate::write::{Outcome, Tidied, Writer};

/// The link back from a page in a folder of a meeting.
const HOME: (&str, &str) = ("Alle stukken", "../index.html");
/// The same beside the page of contents.
const BESIDE: (&str, &str) = ("Alle stukken", "index.html");

/// What became of it.
pub(super) enum Packed {
    /// There is no agenda that may be seen, and why.
    Nothing(String),
    /// All of it.
    Whole(Set),
}

/// All of it.
pub(super) struct Set {
    /// Pages, by their paths from the folder of the bundle.
    pages: Vec<(String, Output)>,
    /// Papers of the dossier, by their paths from its folder.
    papers: Vec<String>,
    /// The paths of the pages that are made of such papers.
    of_papers: BTreeSet<String>,
    lacking: Vec<String>,
    faulty: bool,
}

/// Renders all of it.
pub(super) fn pack(dossier: &Dossier, id: MeetingId, earlier: &Earlier) -> Result<Packed, Stop> {
    let templates = dossier.templates(&[])?;
    let making = Making { dossier, templates: &templates };
    let (actions, no_actions) = making.actions(id)?;
    let overviews: Vec<String> = actions.iter().map(|output| output.stem.clone()).collect();
    let own = making.meeting(id, Beside { meetings: &earlier.ids, overviews: &overviews })?;
    if !own.outputs.iter().any(|output| output.name() == "agenda.html") {
        return Ok(Packed::Nothing(own.left_out.into_iter().next().map_or_else(String::new, |missing| missing.0)));
    }
    let mut contents = Contents {
        documents: own.outputs.iter().map(Output::name).collect(),
        actions: actions.as_ref().map(Output::name),
        nothing_to_do: actions.is_none() && no_actions.is_none(),
        without: earlier.faulty.iter().map(|(id, _)| *id).collect(),
        ..Contents::default()
    };
    let (mut pages, mut absent) = (Vec::new(), Absent { faulty: &earlier.faulty, unmade: Vec::new(), no_actions });
    let shown = |other: &&MeetingId| !dossier.region()[**other].withheld;
    for other in earlier.ids.iter().filter(shown) {
        let made = making.records(*other)?;
        if made.outputs.is_empty() {
            contents.without.push(*other);
        }
        // why there is no decision list is why there are no minutes, or is of more use
        absent.unmade.extend(made.left_out.into_iter().next_back().filter(|_| made.outputs.is_empty()));
        let record = |output: &Output| Record { of: *other, label: output.title.clone(), name: output.name() };
        contents.records.extend(made.outputs.iter().map(record));
        pages.extend(made.outputs.into_iter().map(|output| making.placed(*other, output)));
    }
    let index = making.index(id, &contents, &own)?;
    let faulty = !earlier.faulty.is_empty() || !dossier.all_errors().is_empty();
    let lacking = lacking(dossier.region(), id, dossier.today, &absent);
    pages.extend(own.outputs.into_iter().chain(own.pages).map(|output| making.placed(id, output)));
    pages.extend(actions.into_iter().chain([index]).map(|output| (output.name(), output)));
    let of_papers = own.page_names.values().map(|name| format!("{}/{name}", dossier.folder_of(id))).collect();
    let papers = own.papers.iter().map(|path| format!("{}/{path}", dossier.folder_of(id))).collect();
    Ok(Packed::Whole(Set { pages, papers, of_papers, lacking, faulty }))
}

/// What it is made with.
struct Making<'a> {
    dossier: &'a Dossier,
    templates: &'a Templates,
}

impl Making<'_> {
    /// What there is to read before a meeting.
    fn meeting(&self, id: MeetingId, beside: Beside<'_>) -> Result<Papers, Stop> {
        let setting = Setting { only: Some(&["agenda", "oplegger"]), home: Some(HOME), beside, ..Setting::default() };
        let of = (self.dossier.folder.root.as_path(), self.dossier.region(), id);
        Ok(produce::meeting_with_papers(of, self.dossier.today, self.templates, &[Format::Html], setting)?)
    }

    /// What an earlier one came to.
    fn records(&self, id: MeetingId) -> Result<Papers, Stop> {
        let setting = Setting { only: Some(&["besluitenlijst", "verslag"]), home: Some(HOME), ..Setting::default() };
        let (region, today) = (self.dossier.region(), self.dossier.today);
        let mut made = produce::meeting(region, id, today, self.templates, &[Format::Html], setting)?;
        made.outputs.sort_by_key(Output::name);
        Ok(made)
    }

    /// The action list of the body, or why there is none; one that tells of nothing is not made.
    fn actions(&self, id: MeetingId) -> Result<(Option<Output>, Option<Missing>), Stop> {
        if !self.dossier.all_errors().is_empty() {
            let why = "de actielijst: in het dossier staan fouten. Bekijk ze met: beraad controleer";
            return Ok((None, Some(Missing(why.to_owned()))));
        }
        let region = self.dossier.region();
        let scope = Scope { body: Some(region[id].body), ..Scope::new(region, self.dossier.today, None) };
        let Some(document) = Document::named("acties") else { return Ok((None, None)) };
        let setting = Setting { home: Some(BESIDE), ..Setting::default() };
        match document.compose(&scope) {
            Err(missing) => Ok((None, Some(missing))),
            Ok(_) if nothing_to_do(&scope) => Ok((None, None)),
            Ok(mut views) => {
                // in a bundle there is no other
                for view in &mut views {
                    document.name.clone_into(&mut view.stem);
                }
                let made = views.first().map(|view| produce::page(view, self.templates, region, setting));
                Ok((made.transpose()?, None))
            }
        }
    }

    /// The page of contents.
    fn index(&self, id: MeetingId, contents: &Contents, own: &Papers) -> Result<Output, Stop> {
        let region = self.dossier.region();
        let scope = Scope::new(region, self.dossier.today, Some(id));
        let pages = own.page_addresses(&region[id].key);
        let setting = Setting { pages: Some(&pages), ..Setting::default() };
        Ok(produce::page(&bundel::compose(&scope, id, contents), self.templates, region, setting)?)
    }

    /// A page in the folder of its meeting.
    fn placed(&self, id: MeetingId, output: Output) -> (String, Output) {
        (format!("{}/{}", self.dossier.folder_of(id), output.name()), output)
    }
}

impl Set {
    /// Reads all of it once more, before anything is written; gives what there is to know of the papers.
    pub(super) fn searched(&self, dossier: &Dossier, folder: &str, search: &Search) -> Result<Vec<String>, Stop> {
        for (path, output) in &self.pages {
            let origin = if self.of_papers.contains(path) { Origin::Copied } else { Origin::Made };
            search.may_write(&format!("{folder}/{path}"), &output.bytes, origin);
        }
        for paper in &self.papers {
            search.may_copy(&format!("{folder}/{paper}"), &mut load::paper(&dossier.folder.root, paper)?)?;
        }
        search.refuse(&dossier.folder.sources)?;
        Ok(search.remarks())
    }

    /// Writes all of it in the folder of this name, and where nothing there was edited the zip file.
    pub(super) fn write(
        self,
        dossier: &Dossier,
        writer: &Writer,
        folder: &str,
        tidied: &mut Tidied,
    ) -> Result<Made, Stop> {
        let (mut files, mut written, mut edited) = (BTreeSet::new(), 0, Vec::new());
        let mut count = |path: String, outcome: Outcome| {
            written += usize::from(outcome == Outcome::Written);
            edited.extend((outcome == Outcome::Edited).then(|| path.clone()));
            files.insert(path);
        };
        for (path, output) in self.pages {
            let path = format!("{folder}/{path}");
            let outcome = writer.document(&path, output.format, output.bytes)?;
            count(path, outcome);
        }
        for paper in self.papers {
            let path = format!("{folder}/{paper}");
            let outcome = writer.copy(&path, &mut load::paper(&dossier.folder.root, &paper)?)?;
            count(path, outcome);
        }
        let zip = edited.is_empty().then(|| format!("{folder}.zip"));
        let all = files.iter().cloned().chain(zip.clone()).collect();
        *tidied = tidy(writer, folder, &all);
        let (folder, count) = (folder.to_owned(), files.len());
        let zip = match zip {
            Some(path) if writer.archive(&path, &files)? == Outcome::Edited => {
                edited.push(path);
                None
            }
            zip => zip,
        };
        writer.finish()?;
        Ok(Made {
            folder,
            zip,
            files: count,
            written,
            edited,
            lacking: self.lacking,
            others: Vec::new(),
            orphans: Vec::new(),
            faulty: self.faulty,
            remarks: Vec::new(),
        })
    }
}
