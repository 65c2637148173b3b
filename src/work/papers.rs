//! One kind of document: `agenda`, `oplegger`, `raadpleging`, `verslag`, `besluitenlijst`, `acties`, `samenstelling`.

use std::path::Path;

use anyhow::{Context, Result};
use chrono::NaiveDate;

use super::choose::likely;
use super::mailing::{self, Mailed, Records};
use super::named::{body, party};
use super::search::Search;
use super::{Dossier, Stop, publish};
use crate::finding::Finding;
use crate::link;
use crate::model::called;
use crate::model::public::Moment;
use crate::model::{MeetingId, Region};
use crate::paper::{Asking, Document, From, Scope, View};
use crate::publish::leak::Origin;
use crate::render::Format;
use crate::work::produce::{self, Setting};

/// What is asked for.
pub struct Request<'a> {
    /// The kind of document.
    pub document: &'static Document,
    /// The meeting, as a person names it.
    pub meeting: Option<&'a str>,
    /// Of one item, or to one party, by its key.
    pub only: Option<&'a str>,
    /// The party that asks or speaks, by its key.
    pub on_behalf_of: Option<&'a str>,
    /// The form for the chair and the secretary.
    pub inside: bool,
    /// What everybody may see.
    pub public: bool,
    /// About one body, by its key.
    pub body: Option<&'a str>,
    /// Who is asked.
    pub asking: Asking,
    /// The format.
    pub format: Format,
    /// The folder in which it will stand: links to papers lead from there.
    pub beside: Option<&'a Path>,
    /// How many bytes of papers go along with a mail.
    pub along: u64,
}

/// What came of it.
pub enum Report {
    /// Documents, each with the name of a file and what stands in it; and what is to be said of mails.
    Made(Vec<(String, Vec<u8>)>, Vec<String>),
    /// There is nothing to make it from, and why.
    Nothing(String),
    /// Not public, because of what stands in it.
    Leaks(Vec<Finding>),
}

/// Makes a document, or one per item or party.
///
/// # Errors
///
/// When the dossier has errors in what it is made from, or there is no such meeting, party or body.
pub fn papers(dossier: &mut Dossier, ask: &Request<'_>) -> Result<Report, Stop> {
    let today = dossier.today;
    let search = ask.public.then(|| Search::of(dossier.region(), today));
    dossier.resolved.region.forget_after(today);
    let meeting = meeting(dossier, ask)?;
    Stop::unless_none(errors(dossier, ask, meeting))?;
    if let Some(id) = meeting {
        dossier.fingerprint(id)?;
        if matches!(ask.document.from, From::Minutes | From::Feedback) {
            Stop::unless_none(dossier.altered(id))?;
        }
    }
    if ask.document.from == From::Meetings {
        dossier.mark_altered();
    }
    if !ask.public {
        let is_mail = ask.format == Format::Mail && ask.document.from == From::Agenda;
        let records = meeting.filter(|_| is_mail).map(|id| Records::of(dossier, id)).unwrap_or_default();
        return compose(dossier, dossier.region(), ask, meeting, &records);
    }
    if let Some(why) = publish::never(dossier.region(), ask.body, meeting)? {
        return Ok(Report::Nothing(why));
    }
    let all_leaks = publish::leaks(dossier);
    let leaks = publish::within(dossier, &all_leaks, meeting.as_slice());
    if !leaks.is_empty() {
        return Ok(Report::Leaks(leaks));
    }
    let public = dossier.region().public_view_without(Moment::On(today), &publish::folders(dossier, &all_leaks));
    let report = compose(dossier, &public, ask, meeting, &Records::default())?;
    if let (Some(search), Report::Made(made, _)) = (search.map(|search| search.without(&public)), &report) {
        for (name, bytes) in made {
            search.may_write(name, bytes, Origin::Made);
        }
        search.refuse(&dossier.folder.sources)?;
    }
    Ok(report)
}

fn meeting(dossier: &Dossier, ask: &Request<'_>) -> Result<Option<MeetingId>, Stop> {
    if ask.document.from.is_overview() {
        return Ok(None);
    }
    let whom = (ask.only, ask.on_behalf_of);
    let likely = likely::paper(dossier.region(), dossier.today, ask.document, ask.asking, whom);
    let choice = dossier.choices().likely(likely).choose(ask.meeting, ask.document.from)?;
    dossier.meeting(choice).map(Some)
}

fn errors(dossier: &Dossier, ask: &Request<'_>, meeting: Option<MeetingId>) -> Vec<Finding> {
    match (ask.document.from, meeting) {
        (_, Some(id)) => dossier.errors_of(dossier.folder_of(id)),
        (From::Region, None) => dossier.errors_of_region(),
        (_, None) => dossier.all_errors(),
    }
}

fn compose(
    dossier: &Dossier,
    region: &Region,
    ask: &Request<'_>,
    meeting: Option<MeetingId>,
    records: &Records,
) -> Result<Report, Stop> {
    let body = ask.body.map(|name| body(region, name)).transpose()?;
    let base = link_base(dossier, ask, meeting)?;
    let (only, inside, asking, link_base) = (ask.only, ask.inside, ask.asking, base.as_deref());
    let on_behalf_of = ask.on_behalf_of.map(|name| party(region, name)).transpose()?;
    let scope = Scope::new(region, dossier.today, meeting);
    let scope = Scope { only, inside, on_behalf_of, body, asking, link_base, beside: records.beside(), ..scope };
    if let Some(why) = meeting.and_then(|id| too_late_to_ask(region, id, ask, dossier.today)) {
        return Ok(Report::Nothing(why));
    }
    let views = match ask.document.compose(&scope) {
        Ok(views) => views,
        Err(missing) => return Ok(Report::Nothing(missing.0)),
    };
    // papers that are text go along with a mail as pages
    let paper = (ask.format == Format::Mail).then_some("bijlage");
    let names: Vec<&str> = [ask.document.name].into_iter().chain(paper).chain(records.documents()).collect();
    let templates = dossier.templates(&names)?;
    let root = dossier.folder.root.as_path();
    let (mut made, mut told) = (Vec::new(), Vec::new());
    for view in &views {
        let is_mail = ask.format == Format::Mail;
        let mailed =
            if is_mail { mailing::along(root, &scope, view, &templates, ask.along)? } else { Mailed::default() };
        let setting = Setting { pages: Some(&mailed.pages), along: Some(&mailed.along), ..Setting::default() };
        let bytes = produce::render(view, &templates, ask.format, region, setting)?;
        made.push((name(view, region, meeting, ask.format), bytes));
        told.push(mailed.along.told);
    }
    let notes = if ask.format == Format::Mail { mailing::notes(&views, &told, ask.public) } else { Vec::new() };
    Ok(Report::Made(made, notes))
}

/// Why no mail asks anybody for an answer that does not count any more. The form itself can still be seen, and what comes back
/// late is still read.
fn too_late_to_ask(region: &Region, id: MeetingId, ask: &Request<'_>, today: NaiveDate) -> Option<String> {
    // a reminder says itself that there is none
    let is_question = ask.format == Format::Mail && ask.document.is_form && ask.asking != Asking::Reminder;
    let why = if region[id].is_written() { "die ronde is gesloten" } else { "die vergadering is geweest" };
    let is_over = region[id].is_over(today) && region[id].cancelled.is_none();
    (is_question && is_over).then(|| {
        let of = called::meeting(region, id);
        format!("Er gaat geen mail meer met een raadpleging voor {of}: {why}, en een antwoord telt niet meer.")
    })
}

/// `2025-10-09-regionaal-beraad-agenda.html`
fn name(view: &View<'_>, region: &Region, meeting: Option<MeetingId>, format: Format) -> String {
    let meeting = meeting.map(|id| format!("{}-", region[id].key)).unwrap_or_default();
    format!("{meeting}{}.{}", view.stem, format.extension())
}

/// From the folder that is written to back to the meeting's folder, so that links to papers work on the spot.
fn link_base(dossier: &Dossier, ask: &Request<'_>, meeting: Option<MeetingId>) -> Result<Option<String>> {
    let (Some(folder), Some(id)) = (ask.beside, meeting) else { return Ok(None) };
    // neither a public paper nor one that is sent tells where the dossier is
    if ask.public || ask.format == Format::Mail {
        return Ok(None);
    }
    let absolute = |path: &Path| std::path::absolute(path).context("De huidige map is niet te lezen.");
    let from = absolute(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    let to = absolute(&dossier.folder.root)?.join(dossier.folder_of(id));
    let (from, to): (Vec<_>, Vec<_>) = (normal(&from), normal(&to));
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..].iter().map(|part| link::url(&part.to_string_lossy()));
    let parts: Vec<String> = up.chain(down).collect();
    Ok(Some(if parts.is_empty() { String::new() } else { parts.join("/") + "/" }))
}

/// The parts of an absolute path, with `..` taken away.
fn normal(path: &Path) -> Vec<std::ffi::OsString> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(parts.pop()),
            other => parts.push(other.as_os_str().to_owned()),
        }
    }
    parts
}
