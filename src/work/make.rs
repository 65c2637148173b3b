//! `maak`: every document of the chosen meetings, with an index and the papers beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use anyhow::Result;

use super::apart::{Written, refuse_dossier};
use super::search::Search;
use super::{Caller, Dossier, Stop, publish};
use crate::finding::{self, Finding};
use crate::model::{MeetingId, Region};
use crate::render::Format;
use crate::show;
use crate::work::produce::{self, Pages};
use crate::write::{Audience, Change, Tidied, Writer, holds_public};
use chosen::{Chosen, chosen};
use opening::Opening;
use run::{Errors, Run};

pub use left::{left, mark};

mod chosen;
mod left;
mod opening;
mod run;
mod site;
mod stale;

/// What is asked for.
pub struct Request<'a> {
    /// The meetings, as a person names them; all without names.
    pub meetings: &'a [String],
    /// The formats.
    pub formats: &'a [Format],
    /// The folder to write in.
    pub to: &'a Path,
    /// What everybody may see.
    pub public: bool,
    /// A site: with the pages that lead to all others, in place of the index.
    pub site: bool,
    /// What is done to the files there.
    pub way: Way,
    /// The [`mark`] of what is asked and of what it is made from.
    pub from: Option<&'a str>,
}

/// What is done to the files of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// They are written, save those that were edited by hand.
    Write,
    /// Those too.
    Overwrite,
    /// Nothing: it is only looked what would be written.
    Look,
}

/// What became of a run, however it ended.
#[derive(Default)]
pub struct Report {
    /// What a public run made earlier and is made no longer.
    pub tidied: Tidied,
    /// What would be done, by path, where the run only looked.
    pub changes: BTreeMap<String, Change>,
    /// Folders of meetings with faults, whose earlier public documents stand there still.
    pub remaining: Vec<String>,
    /// Items that are not shown, because what they say now was not sent.
    pub unsent: Vec<Unsent>,
    /// A public run stopped, and what was made public earlier stands there still.
    pub standing: bool,
    /// What stood there is gone, and why.
    pub gone: Option<Gone>,
    /// The dossier keeps something from everybody, so what was made earlier may show it.
    hides: bool,
}

/// Why what was made public is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// It could not be made anew: something of it may be public no longer.
    Unmade,
    /// What was to be written would have told what may not be known. There may have been nothing.
    Leaking,
}

impl Report {
    /// What a run that stopped took away after what it took away before.
    fn stopped(&mut self, tidied: Tidied) {
        self.gone = self.gone.or((!tidied.removed.is_empty()).then_some(Gone::Unmade));
        self.tidied.removed.extend(tidied.removed);
        // the last look at them counts
        let Tidied { edited, unknown, stuck, .. } = tidied;
        (self.tidied.edited, self.tidied.unknown, self.tidied.stuck) = (edited, unknown, stuck);
    }
}

/// An item that is not shown.
pub struct Unsent {
    /// Its number.
    pub number: String,
    /// Its meeting, in words.
    pub of: String,
    /// The folder of that.
    pub folder: String,
}

/// How a run ended that was not stopped.
pub enum End {
    /// Documents were made.
    Made(Made),
    /// Nothing is public: because no body makes anything so, or because of what stands in a text of all.
    NothingPublic {
        /// It stands in a text that every paper may have.
        everywhere: bool,
        /// What stands in the way.
        blocked: Vec<Finding>,
    },
}

/// What was made.
pub struct Made {
    /// How many files were written.
    pub written: usize,
    /// How many were right already.
    pub same: usize,
    /// Files that were edited by hand and stayed, from the folder.
    pub edited: Vec<String>,
    /// What could not be made, and why.
    pub left_out: Vec<String>,
    /// What stands in the way of the papers of other meetings, in words.
    pub refusal: Option<String>,
    /// What was not read of papers that are public now, and what they tell of who made them.
    pub remarks: Vec<String>,
}

/// Makes everything. `report` becomes what was found in the folder, however this ends.
///
/// # Errors
///
/// When nothing can be made for errors of the dossier or of a template, or the folder cannot take it.
pub fn make(dossier: &mut Dossier, ask: &Request<'_>, caller: &Caller<'_>, report: &mut Report) -> Result<End, Stop> {
    let today = dossier.today;
    // what is not known yet is no more for everybody than the rest
    let search = ask.public.then(|| Search::of(dossier.region(), today));
    dossier.resolved.region.forget_after(today);
    refuse_dossier(ask.to, Written::Files, "--naar uit")?;
    // a name that was mistyped is no reason to take anything away
    dossier.choices().all(ask.meetings)?;
    let writer = writer(dossier, ask, caller).inspect_err(|_| report.standing = ask.public && holds_public(ask.to))?;
    let outcome = match anew(dossier, ask, caller, &writer, (search, report)) {
        Err(why) if ask.public => Err(stopped(&writer, why, report)),
        outcome => outcome,
    };
    report.changes = writer.changes();
    outcome
}

/// The same, where it is known to whom the folder belongs.
fn anew(
    dossier: &mut Dossier,
    ask: &Request<'_>,
    caller: &Caller<'_>,
    writer: &Writer,
    (mut search, report): (Option<Search>, &mut Report),
) -> Result<End, Stop> {
    report.hides = ask.public && publish::hides(dossier);
    let Chosen { meetings: mut chosen, mut blocked, faulty } = chosen(dossier, ask, writer)?;
    for id in &chosen {
        dossier.fingerprint(*id)?;
    }
    dossier.mark_altered();
    let altered: Vec<MeetingId> = chosen.iter().copied().filter(|id| dossier.region()[*id].altered).collect();
    blocked.extend(altered.iter().flat_map(|id| dossier.altered(*id)));
    report.hides |= !altered.is_empty();
    if ask.public {
        let opened = Opening { formats: ask.formats, site: ask.site, faulty }.run(dossier, &mut chosen, writer, report);
        blocked.extend(opened.leaks);
        if opened.everywhere || dossier.region().publishes_nothing() {
            writer.finish()?;
            return Ok(End::NothingPublic { everywhere: opened.everywhere, blocked: sorted(blocked) });
        }
        search = search.map(|search| search.without(dossier.region()));
    } else {
        chosen.retain(|id| !altered.contains(id));
        report.tidied = without_pages(dossier.region(), &chosen, ask.formats, writer);
        if chosen.is_empty() {
            Stop::unless_none(sorted(blocked.clone()))?;
        }
    }
    let made = all(dossier, ask, caller, (writer, search.as_ref()), (&chosen, &sorted(blocked)));
    if search.is_some_and(|search| search.has_found()) {
        (report.gone, report.hides) = (Some(Gone::Leaking), true);
    }
    made
}

/// Takes away the pages of papers of which none can be made any more: they would say what the papers said before.
fn without_pages(region: &Region, chosen: &[MeetingId], formats: &[Format], writer: &Writer) -> Tidied {
    let chosen = chosen.iter().filter(|_| formats.contains(&Format::Html));
    let of = |id: &MeetingId| {
        let folder = &region[*id].key;
        Pages::gone(region, *id).into_iter().map(|name| format!("{folder}/{name}")).collect::<Vec<_>>()
    };
    writer.withdraw(chosen.flat_map(of))
}

/// Makes what was chosen, when the templates allow.
fn all(
    dossier: &mut Dossier,
    ask: &Request<'_>,
    caller: &Caller<'_>,
    (writer, search): (&Writer, Option<&Search>),
    (chosen, blocked): (&[MeetingId], &[Finding]),
) -> Result<End, Stop> {
    let templates = dossier.templates(&[])?;
    // the texts that it shows are let go
    let refusal = (!blocked.is_empty()).then(|| show::text(blocked, &dossier.folder.sources, &dossier.prefix(), true));
    let errors = Errors::of(dossier);
    let (root, today) = (dossier.folder.root.clone(), dossier.today);
    let region = if search.is_some() { dossier.let_go_but_texts() } else { dossier.let_go() };
    let (formats, progress, tally) = (ask.formats, caller.progress, Mutex::default());
    // what stands in the way is said each time anew
    let from = ask.from.filter(|_| blocked.is_empty());
    let site = ask.site;
    let mut run = Run {
        root,
        region,
        templates: &templates,
        today,
        formats,
        site,
        writer,
        search,
        from,
        progress,
        errors,
        tally,
        overviews: OnceLock::new(),
    };
    run.all(chosen)?;
    search.map_or(Ok(()), |search| search.refuse(&dossier.folder.sources))?;
    let remarks = search.map(Search::remarks).unwrap_or_default();
    Ok(End::Made(Made { refusal, remarks, ..run.close() }))
}

/// Nothing says any more that what was made public earlier may still be seen, whatever stopped the run: it goes, or where
/// nothing is hidden it is told that it stands there.
fn stopped(writer: &Writer, why: Stop, report: &mut Report) -> Stop {
    // the index and what is about the region tell of what went already
    let is_told = !report.tidied.removed.is_empty();
    if report.hides || is_told {
        let hides = report.hides;
        report.stopped(writer.tidy(&BTreeSet::new(), |path| !hides && path.contains('/')));
    }
    report.standing = writer.has_made_beside(&report.tidied.stuck);
    writer.finish().map_or_else(Stop::Program, |()| why)
}

fn writer(dossier: &Dossier, ask: &Request<'_>, caller: &Caller<'_>) -> Result<Writer> {
    let audience = if ask.public { Audience::Public } else { Audience::Internal };
    let is_file = |path: &str| dossier.folder.root.join(path).is_file();
    let is_of_dossier = |path: &str| produce::papers_of(path).iter().any(|paper| is_file(paper));
    let writer = match ask.way {
        Way::Look => Writer::that_looks(ask.to),
        way => caller.writer(ask.to, way == Way::Overwrite)?,
    };
    writer.tracked(audience, is_of_dossier)
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    finding::sort(&mut findings);
    findings
}
