//! `bundel`: all that is handed out for one meeting, in a folder and in a zip file: agenda, cover notes, papers, what the
//! meeting before came to, and the action list, with a page of contents.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use super::apart::{Written, refuse_dossier};
use super::search::Search;
use super::{Caller, Dossier, Stop, publish};
use crate::finding::Finding;
use crate::model::public::Moment;
use crate::model::{MeetingId, Region};
use crate::paper::From;
use crate::work::produce;
use crate::write::{Audience, Tidied, Writer};
use earlier::Earlier;
use pack::{Packed, pack};

mod earlier;
mod pack;
mod told;

/// What is asked for.
pub struct Request<'a> {
    /// The meeting, as a person names it.
    pub meeting: Option<&'a str>,
    /// The folder in which folder and zip file come.
    pub to: &'a Path,
    /// What everybody may see.
    pub public: bool,
    /// Also over files that were edited by hand.
    pub overwrite: bool,
}

/// How it ended, when it was not stopped.
pub enum End {
    /// It was made.
    Made(Made),
    /// Nothing of it is public, and why.
    Nothing(String),
    /// Not public, because of what stands in it.
    Leaks(Vec<Finding>),
}

/// What was made, by paths from the folder.
pub struct Made {
    /// The folder.
    pub folder: String,
    /// The zip file; nothing where files were edited by hand: it would hold others.
    pub zip: Option<String>,
    /// How many files are in it.
    pub files: usize,
    /// How many were written.
    pub written: usize,
    /// Files that were edited by hand and stayed.
    pub edited: Vec<String>,
    /// What is not in it, and why or until when.
    pub lacking: Vec<String>,
    /// Public bundles of other meetings beside it, made earlier: nobody looked at those now.
    pub others: Vec<String>,
    /// Those of meetings that are not in the dossier: nobody can make them anew.
    pub orphans: Vec<String>,
    /// Something is not in it because of faults.
    pub faulty: bool,
    /// What was not read of papers that are public now, and what they tell of who made them.
    pub remarks: Vec<String>,
}

/// Makes it. `tidied` becomes what was made earlier and is no part of it now, however this ends.
///
/// # Errors
///
/// When the dossier has errors in what it is made from, there is no such meeting, or the folder cannot take it.
pub fn bundle(dossier: &mut Dossier, ask: &Request<'_>, caller: &Caller<'_>, tidied: &mut Tidied) -> Result<End, Stop> {
    let search = ask.public.then(|| Search::of(dossier.region(), dossier.today));
    dossier.resolved.region.forget_after(dossier.today);
    refuse_dossier(ask.to, Written::Files, "--naar uit")?;
    let choice = dossier.choices().choose(ask.meeting, From::Agenda)?;
    let folder = named(choice.folder(dossier.region()), ask.public);
    let writer = writer(dossier, ask, caller)?;
    let mut end = dossier.meeting(choice).and_then(|id| made(dossier, search, &writer, (&folder, id), tidied));
    if let Ok(End::Made(made)) = &mut end
        && ask.public
    {
        let is_there =
            |name: &String| dossier.region().meeting_ids().any(|id| named(dossier.folder_of(id), true) == *name);
        (made.others, made.orphans) = others(&writer, &folder).into_iter().partition(is_there);
    }
    if ask.public && !matches!(end, Ok(End::Made(_))) {
        // nothing says any more that what was made public earlier may still be seen
        *tidied = tidy(&writer, &folder, &BTreeSet::new());
        writer.finish()?;
    }
    end
}

/// Other public bundles that were made in its folder.
fn others(writer: &Writer, folder: &str) -> Vec<String> {
    let first = |path: String| path.split('/').next().unwrap_or_default().to_owned();
    let all: BTreeSet<String> = writer.folders().into_iter().map(first).collect();
    all.into_iter().filter(|name| name.starts_with(&named("", true)) && name != folder).collect()
}

/// What folder and zip file are called: those for everybody otherwise, for they must not be taken for each other.
fn named(meeting: &str, public: bool) -> String {
    format!("bundel-{}{meeting}", if public { "openbaar-" } else { "" })
}

fn writer(dossier: &Dossier, ask: &Request<'_>, caller: &Caller<'_>) -> Result<Writer> {
    let audience = if ask.public { Audience::Public } else { Audience::Internal };
    let is_file = |path: &str| dossier.folder.root.join(path).is_file();
    let is_of_dossier = |path: &str| {
        let within = path.split_once('/').map_or(path, |(_, within)| within);
        produce::papers_of(path).iter().chain(&produce::papers_of(within)).any(|paper| is_file(paper))
    };
    caller.writer(ask.to, ask.overwrite)?.tracked(audience, is_of_dossier)
}

/// Takes away what was made earlier of this bundle, and is not among these files.
fn tidy(writer: &Writer, folder: &str, files: &BTreeSet<String>) -> Tidied {
    let is_of_it = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest == ".zip" || rest.starts_with('/'));
    let mut tidied = writer.tidy(files, |path| !is_of_it(path));
    tidied.unknown.retain(|path| is_of_it(path));
    tidied
}

fn made(
    dossier: &mut Dossier,
    mut search: Option<Search>,
    writer: &Writer,
    (folder, id): (&str, MeetingId),
    tidied: &mut Tidied,
) -> Result<End, Stop> {
    dossier.refuse_errors(id)?;
    dossier.fingerprint(id)?;
    let earlier = Earlier::of(dossier, id);
    dossier.mark_altered();
    if let Some(why) = publish::never(dossier.region(), None, search.is_some().then_some(id))? {
        return Ok(End::Nothing(why));
    }
    if search.is_some() {
        let all = publish::leaks(dossier);
        let leaks = publish::within(dossier, &all, &[id]);
        if !leaks.is_empty() {
            return Ok(End::Leaks(leaks));
        }
        let hidden = publish::folders(dossier, &all);
        let public = dossier.region().public_view_without(Moment::On(dossier.today), &hidden);
        dossier.resolved.region = public;
        search = search.map(|search| search.without(dossier.region()));
    }
    dossier.resolved.region.forget_internal();
    without_withdrawn(&mut dossier.resolved.region, id);
    match pack(dossier, id, &earlier)? {
        Packed::Nothing(why) => Ok(End::Nothing(why)),
        Packed::Whole(set) => {
            let remarks = search.map_or(Ok(Vec::new()), |search| set.searched(dossier, folder, &search))?;
            Ok(End::Made(Made { remarks, ..set.write(dossier, writer, folder, tidied)? }))
        }
    }
}

/// The agenda shows no papers of what was withdrawn, so they are not handed out.
fn without_withdrawn(region: &mut Region, id: MeetingId) {
    let withdrawn = region.meetings[id.0].items.iter_mut().filter(|item| item.cancelled.is_some());
    withdrawn.for_each(|item| item.papers = Vec::new());
}
