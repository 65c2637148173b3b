//! `verzend`: what was sent or asked, written down.

mod possible;
mod told;
mod undo;

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};
use chrono::NaiveDate;

use super::arguments::{Arguments, Send, SendKind};
use super::{Status, refuse, say};
use crate::consultation::{self, Asked};
use crate::document::From;
use crate::model::{Item, ItemId, MeetingId, PartyId, Region, Sending, SendingKind, SentItem};
use crate::source::{FileId, Span};
use crate::work::Dossier as Input;
use crate::work::additions::{Addition, Additions, Refusal};
use crate::work::choose::likely::{self, Aim};
use crate::work::choose::{Choice, Choices, Test};
use crate::work::named::party;
use crate::{dutch, edit, fingerprint, visible};

pub fn run(arguments: &Arguments, ask: &Send) -> Result<Status> {
    let (mut input, mut additions) = arguments.open_to_change()?;
    let from =
        if matches!(ask.kind, SendKind::Agenda | SendKind::Nazending) { From::Agenda } else { From::Consultation };
    let today = arguments.today();
    let id = match choose(&input, ask, today, from)? {
        Choice::Meeting(id) => id,
        Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
    };
    let errors = input.errors_of(input.folder_of(id));
    if !errors.is_empty() {
        return Ok(refuse(&input, &errors));
    }
    let done = written_down(&mut input, &mut additions, ask, id, today);
    let key = &input.region()[id].key;
    // who reads what cannot be must know of which meeting that is
    let unnamed = |error| anyhow!("{error:#}\nU noemt geen vergadering; dit gaat over {}.", visible::line(key));
    done.map_err(|error| if ask.meeting.is_some() { error } else { unnamed(error) })
}

fn written_down(
    input: &mut Input,
    additions: &mut Additions,
    ask: &Send,
    id: MeetingId,
    today: NaiveDate,
) -> Result<Status> {
    if ask.ongedaan {
        return undone(input, additions, id, kind(ask.kind), today);
    }
    let files = input.fingerprint(id)?;
    let day = ask.datum.unwrap_or(today);
    let sendings = sendings(input.region(), id, ask, &files, (day, today))?;
    if sendings.is_empty() {
        let place = format!("{}{}", input.prefix(), path(input.region(), id));
        let (place, day) = (visible::line(&place), dutch::date(day));
        say(&format!("Dit stond er al voor {day}, in {place}; er is niets nieuws vastgelegd."));
        return Ok(Status::Done);
    }
    record(input, additions, id, &sendings)
}

fn choose(input: &Input, ask: &Send, today: NaiveDate, from: From) -> Result<Choice> {
    // what is taken away may have any day
    let known = if ask.ongedaan { Cow::Borrowed(input.region()) } else { input.region().known_on(today) };
    let likely = likely(&known, ask, today);
    Choices::new(&known, input.folders(), today).likely(likely).choose(ask.meeting.as_deref(), from)
}

/// The meetings of which something can have been sent that is not written down, or of which that can be taken away.
fn likely<'a>(region: &'a Region, ask: &'a Send, today: NaiveDate) -> Vec<Test<'a>> {
    let who = move |_, asked: &[Asked]| asked.iter().any(|one| is_wanted(region, ask, one));
    let waits = move |id| {
        let asked = consultation::asked(region, id);
        asked.iter().any(|one| is_wanted(region, ask, one) && consultation::waits(region, id, one.party))
    };
    match ask.kind {
        kind if ask.ongedaan => undo::tests(region, self::kind(kind), today),
        SendKind::Agenda => likely::unsent(region, today),
        SendKind::Nazending => likely::late(region, today),
        SendKind::Raadpleging => likely::tests(region, today, Aim::Asking, who, waits),
        SendKind::Herinnering => likely::tests(region, today, Aim::Answering, who, waits),
    }
}

fn record(input: &Input, additions: &mut Additions, id: MeetingId, sendings: &[Sending]) -> Result<Status> {
    let region = input.region();
    let entries: Vec<String> = sendings.iter().map(|sending| edit::sending(region, &region[id], sending)).collect();
    let path = path(region, id);
    let addition = Addition { kind: "verzending", path: &path, head: "", table: "zending", entries: &entries };
    additions.add(&input.folder, &addition).map_err(Refusal::error)?;
    for sending in sendings {
        let place = format!("{}{path}", input.prefix());
        say(&format!("Vastgelegd in {}: {}", visible::line(&place), visible::line(&told::of(region, id, sending))));
    }
    Ok(Status::Done)
}

/// Takes away what was written down last.
fn undone(
    input: &Input,
    additions: &mut Additions,
    id: MeetingId,
    kind: SendingKind,
    today: NaiveDate,
) -> Result<Status> {
    let (region, path) = (input.region(), path(input.region(), id));
    let told = told::of(region, id, undo::last(region, id, kind, today)?);
    additions.take_last(&input.folder, "verzending", &path, "zending")?;
    let place = format!("{}{path}", input.prefix());
    say(&format!("Weggehaald uit {}: {}", visible::line(&place), visible::line(&told)));
    Ok(Status::Done)
}

fn path(region: &Region, id: MeetingId) -> String {
    format!("{}/verzending.toml", region[id].key)
}

/// What is to be written down; none when all of it was, for that day.
fn sendings(
    region: &Region,
    id: MeetingId,
    ask: &Send,
    files: &BTreeMap<String, String>,
    (day, today): (NaiveDate, NaiveDate),
) -> Result<Vec<Sending>> {
    let (meeting, kind) = (&region[id], kind(ask.kind));
    if possible::is_known(region, id, (kind, day), files) {
        return Ok(Vec::new());
    }
    possible::on_day(region, id, (kind, day), today)?;
    if matches!(kind, SendingKind::Consultation | SendingKind::Reminder) {
        return questions(&region.known_on(today), id, ask, kind, day);
    }
    // what was taken off the agenda later stood on it then
    let mut sending = papers(&region.known_on(day), id, (kind, day), files);
    if kind == SendingKind::Agenda && meeting.sendings.iter().any(|sent| (sent.kind, sent.date) == (kind, day)) {
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

const fn kind(word: SendKind) -> SendingKind {
    match word {
        SendKind::Agenda => SendingKind::Agenda,
        SendKind::Nazending => SendingKind::Late,
        SendKind::Raadpleging => SendingKind::Consultation,
        SendKind::Herinnering => SendingKind::Reminder,
    }
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
        treatment: None,
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
fn questions(region: &Region, id: MeetingId, ask: &Send, kind: SendingKind, date: NaiveDate) -> Result<Vec<Sending>> {
    let asked = wanted(region, id, ask)?;
    let fitting = if kind == SendingKind::Reminder { possible::remindable } else { possible::askable };
    let asked = fitting(region, id, &asked, date)?;
    let put: Vec<SentItem> = region[id].proposals().map(|(item, it)| put(item, it)).collect();
    // who is asked after that day is asked to answer soon
    let reply_by = Some(region[id].answers_due(&region.terms)).filter(|due| *due >= date);
    let mut sendings: Vec<Sending> = Vec::new();
    for one in asked {
        let by = one.asker();
        match sendings.iter_mut().find(|sending| sending.on_behalf_of == by) {
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
    SentItem { item, number, fingerprint: None, wording: None, treatment, decisions: Some(decisions) }
}

/// Those who are asked, or those among them who were named.
fn wanted(region: &Region, id: MeetingId, ask: &Send) -> Result<Vec<Asked>> {
    for name in ask.namens.iter().chain(&ask.aan) {
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
fn is_wanted(region: &Region, ask: &Send, one: &Asked) -> bool {
    let is = |party: PartyId, name: &str| region[party].key == name;
    let mine = ask.namens.as_deref().is_none_or(|name| one.asker().is_some_and(|by| is(by, name)));
    mine && (ask.aan.is_empty() || ask.aan.iter().any(|name| is(one.party, name)))
}
