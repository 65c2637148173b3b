//! `verzend`: what was sent or asked, written down.

mod possible;
mod told;
mod undo;

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;

use super::additions::{Addition, Additions, Refusal};
use super::choose::likely::{self, Aim};
use super::choose::{Choice, Test};
use super::named::party;
use super::{Dossier, Stop, record};
use crate::dossier::edit;
use crate::model::consultation::{self, Asked};
use crate::model::{Item, ItemId, MeetingId, PartyId, Region, Sending, SendingKind, SentItem};
use crate::paper::From;
use crate::source::{FileId, Span};
use crate::{fingerprint, visible};

/// What is asked for.
pub struct Request<'a> {
    /// What was sent.
    pub kind: SendingKind,
    /// The meeting, as a person names it.
    pub meeting: Option<&'a str>,
    /// The party that asked, by its key.
    pub on_behalf_of: Option<&'a str>,
    /// To whom, by their keys; all without.
    pub to: &'a [String],
    /// The day; today without.
    pub date: Option<NaiveDate>,
    /// Takes away what was written down last.
    pub undo: bool,
}

/// What became of it.
pub struct Report {
    /// The file, from here.
    pub path: String,
    /// What was done.
    pub done: Done,
}

/// What was done.
pub enum Done {
    /// These sendings were written down; each in a line of Dutch.
    Recorded(Vec<String>),
    /// Nothing: all of it was written down before, for this day.
    Nothing(NaiveDate),
    /// This sending was taken away.
    Undone(String),
}

/// Writes down what was sent, or takes away what was written down last.
///
/// # Errors
///
/// When the meeting has errors, or what is said cannot have been sent.
pub fn send(dossier: &mut Dossier, additions: &mut Additions, ask: &Request<'_>) -> Result<Report, Stop> {
    let id = dossier.meeting(choose(dossier, ask)?)?;
    dossier.refuse_errors(id)?;
    let done = written_down(dossier, additions, ask, id);
    let key = &dossier.region()[id].key;
    // who reads what cannot be must know of which meeting that is
    let unnamed = |error| anyhow!("{error:#}\nU noemt geen vergadering; dit gaat over {}.", visible::line(key));
    done.map_err(|error| Stop::Program(if ask.meeting.is_some() { error } else { unnamed(error) }))
}

fn written_down(dossier: &mut Dossier, additions: &mut Additions, ask: &Request<'_>, id: MeetingId) -> Result<Report> {
    if ask.undo {
        return undone(dossier, additions, id, ask.kind);
    }
    let files = dossier.fingerprint(id)?;
    let today = dossier.today;
    let day = ask.date.unwrap_or(today);
    let sendings = sendings(dossier.region(), id, ask, &files, (day, today))?;
    if sendings.is_empty() {
        return Ok(report(dossier, id, Done::Nothing(day)));
    }
    record(dossier, additions, id, &sendings)
}

fn choose(dossier: &Dossier, ask: &Request<'_>) -> Result<Choice> {
    let about_papers = ask.kind.is_of_papers();
    let from = if about_papers { From::Agenda } else { From::Consultation };
    // what is taken away may have any day
    let known = if ask.undo { Cow::Borrowed(dossier.region()) } else { dossier.region().known_on(dossier.today) };
    dossier.choices_of(&known).likely(likely(&known, ask, dossier.today)).choose(ask.meeting, from)
}

/// The meetings of which something can have been sent that is not written down, or of which that can be taken away.
fn likely<'a>(region: &'a Region, ask: &'a Request<'a>, today: NaiveDate) -> Vec<Test<'a>> {
    let who = move |_, asked: &[Asked]| asked.iter().any(|one| is_wanted(region, ask, one));
    let waits = move |id| {
        let asked = consultation::asked(region, id);
        asked.iter().any(|one| is_wanted(region, ask, one) && consultation::waits(region, id, one.party))
    };
    match ask.kind {
        kind if ask.undo => undo::tests(region, kind, today),
        SendingKind::Agenda => likely::unsent(region, today),
        SendingKind::Late => likely::late(region, today),
        SendingKind::Consultation => likely::tests(region, today, Aim::Asking, who, waits),
        SendingKind::Reminder => likely::tests(region, today, Aim::Answering, who, waits),
    }
}

fn record(dossier: &Dossier, additions: &mut Additions, id: MeetingId, sendings: &[Sending]) -> Result<Report> {
    let region = dossier.region();
    let entries: Vec<String> = sendings.iter().map(|sending| edit::sending(region, &region[id], sending)).collect();
    let path = path(region, id);
    let addition = Addition { kind: "verzending", path: &path, head: "", table: "zending", entries: &entries };
    additions.add(&dossier.folder, &addition).map_err(Refusal::error)?;
    let lines = sendings.iter().map(|sending| told::of(region, id, sending)).collect();
    Ok(report(dossier, id, Done::Recorded(lines)))
}

/// Takes away what was written down last.
fn undone(dossier: &Dossier, additions: &mut Additions, id: MeetingId, kind: SendingKind) -> Result<Report> {
    let (region, path) = (dossier.region(), path(dossier.region(), id));
    let line = told::was(region, id, undo::last(region, id, kind, dossier.today)?);
    additions.take_last(&dossier.folder, "verzending", &path, "zending")?;
    Ok(report(dossier, id, Done::Undone(line)))
}

fn report(dossier: &Dossier, id: MeetingId, done: Done) -> Report {
    Report { path: format!("{}{}", dossier.prefix(), path(dossier.region(), id)), done }
}

fn path(region: &Region, id: MeetingId) -> String {
    format!("{}/verzending.toml", region[id].key)
}

/// What is to be written down; none when all of it was, for that day.
fn sendings(
    region: &Region,
    id: MeetingId,
    ask: &Request<'_>,
    files: &BTreeMap<String, String>,
    (day, today): (NaiveDate, NaiveDate),
) -> Result<Vec<Sending>> {
    let (meeting, kind) = (&region[id], ask.kind);
    if possible::is_known(region, id, (kind, day), files) {
        return Ok(Vec::new());
    }
    possible::on_day(region, id, (kind, day), today)?;
    if !kind.is_of_papers() {
        return questions(&region.known_on(today), id, ask, kind, day);
    }
    // what was taken off the agenda later stood on it then
    let mut sending = papers(&region.known_on(day), id, (kind, day), files);
    if kind == SendingKind::Agenda && meeting.sendings_of(kind).any(|sent| sent.date == day) {
        // what is known to have been sent, that day or later, is not recorded as something else
        let unknown = consultation::without_wording(meeting);
        sending.items.retain(|sent| unknown.contains(&sent.item));
        sending.papers.clear();
    }
    if sending.items.is_empty() && sending.papers.is_empty() && sending.planned.is_none() {
        bail!("{}", possible::nothing_new(meeting));
    }
    Ok(vec![sending])
}

/// Agenda and papers, or of a late sending what is new or was changed.
fn papers(
    region: &Region,
    id: MeetingId,
    (kind, date): (SendingKind, NaiveDate),
    files: &BTreeMap<String, String>,
) -> Sending {
    let (meeting, late) = (&region[id], kind == SendingKind::Late);
    let unsent = consultation::unsent(region, id);
    let goes = |at: usize| !late || unsent.iter().any(|(item, _)| *item == at);
    let items = meeting.items.iter().enumerate().filter(|(at, _)| goes(*at));
    let items = items.map(|(index, it)| SentItem {
        item: index,
        number: it.number.clone(),
        fingerprint: it.fingerprint.clone(),
        wording: Some(consultation::wording(region, ItemId { meeting: id, index })),
        record: record::fingerprint(region, ItemId { meeting: id, index }),
        treatment: None,
        to_day: it.cancelled.as_ref().and_then(|cancelled| cancelled.to).map(|to| region[to].date.value),
        decisions: None,
    });
    let paths = if late { consultation::unsent_files(meeting, files) } else { meeting.files().cloned().collect() };
    let papers = paths.into_iter().map(|path| (path.clone(), files.get(&path).cloned())).collect();
    let moved = !late || !consultation::unsent_plan(meeting).is_empty();
    let planned = moved.then(|| consultation::planned(meeting));
    let span = Span::whole(FileId(0));
    Sending {
        date,
        kind,
        items: items.collect(),
        papers,
        on_behalf_of: None,
        to: Vec::new(),
        reply_by: None,
        planned,
        span,
    }
}

/// Per party that asks, whom it asked; a reminder goes to those who have something left to answer. None when all of it
/// was written down for that day.
fn questions(
    region: &Region,
    id: MeetingId,
    ask: &Request<'_>,
    kind: SendingKind,
    date: NaiveDate,
) -> Result<Vec<Sending>> {
    let asked = wanted(region, id, ask)?;
    let fitting = if kind == SendingKind::Reminder { possible::remindable } else { possible::askable };
    let asked = fitting(region, id, &asked, date)?;
    let put: Vec<SentItem> = region[id].proposals().map(|(item, it)| put(item, it)).collect();
    let mut sendings: Vec<Sending> = Vec::new();
    for one in asked {
        // who is asked after that day is asked to answer soon
        let until = consultation::asked_until(region, &region[id], one.party, date);
        let (by, reply_by) = (one.asker(), Some(until).filter(|due| *due >= date));
        match sendings.iter_mut().find(|sending| (sending.on_behalf_of, sending.reply_by) == (by, reply_by)) {
            Some(sending) => sending.to.push(one.party),
            None => sendings.push(Sending {
                date,
                kind,
                items: put.clone(),
                papers: Vec::new(),
                on_behalf_of: by,
                to: vec![one.party],
                reply_by,
                planned: None,
                span: Span::whole(FileId(0)),
            }),
        }
    }
    Ok(sendings)
}

/// An item as it is put to parties.
fn put(item: usize, it: &Item) -> SentItem {
    let decisions = it.asked().map(|(_, text)| fingerprint::words(text)).collect();
    let (number, treatment) = (it.number.clone(), Some(it.treatment));
    SentItem {
        item,
        number,
        fingerprint: None,
        wording: None,
        record: None,
        treatment,
        to_day: None,
        decisions: Some(decisions),
    }
}

/// Those who are asked, or those among them who were named.
fn wanted(region: &Region, id: MeetingId, ask: &Request<'_>) -> Result<Vec<Asked>> {
    for name in ask.on_behalf_of.into_iter().chain(ask.to.iter().map(String::as_str)) {
        party(region, name)?;
    }
    let mut asked = consultation::asked(region, id);
    asked.retain(|one| is_wanted(region, ask, one));
    if asked.is_empty() {
        bail!("Er is niemand aan wie dit gevraagd kan worden.");
    }
    Ok(asked)
}

/// Whether somebody who is asked is among those who were named.
fn is_wanted(region: &Region, ask: &Request<'_>, one: &Asked) -> bool {
    let is = |party: PartyId, name: &str| region[party].key == name;
    let mine = ask.on_behalf_of.is_none_or(|name| one.asker().is_some_and(|by| is(by, name)));
    mine && (ask.to.is_empty() || ask.to.iter().any(|name| is(one.party, name)))
}
