//! `verzend`: what was sent or asked, written down.

use anyhow::{Result, bail};
use chrono::NaiveDate;

use super::additions::{Addition, Refusal};
use super::arguments::{Arguments, Send, SendKind};
use super::choose::{Choice, Choices};
use super::{Status, party, refuse, say};
use crate::consultation;
use crate::document::From;
use crate::model::{Meeting, MeetingId, PaperPlace, PartyId, Region, Sending, SendingKind, SentItem};
use crate::source::{FileId, Span};
use crate::{dutch, edit, visible};

pub fn run(arguments: &Arguments, ask: &Send) -> Result<Status> {
    let (mut input, mut additions) = arguments.locked_input()?;
    let from =
        if matches!(ask.kind, SendKind::Agenda | SendKind::Nazending) { From::Agenda } else { From::Consultation };
    let today = arguments.today();
    let id = match Choices::new(input.region(), input.folders(), today).choose(ask.meeting.as_deref(), from)? {
        Choice::Meeting(id) => id,
        Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
    };
    let errors = input.errors_of(input.folder_of(id));
    if !errors.is_empty() {
        return Ok(refuse(&input, &errors));
    }
    let files = input.fingerprint(id)?;
    let day = ask.datum.unwrap_or(today);
    if day > today {
        bail!("{} moet nog komen. Leg een zending vast op de dag zelf, of daarna.", dutch::capital(&dutch::date(day)));
    }
    let region = input.region();
    let sendings = match ask.kind {
        SendKind::Agenda => vec![papers(&region[id], SendingKind::Agenda, day, &files)],
        SendKind::Nazending => vec![papers(&region[id], SendingKind::Late, day, &files)],
        SendKind::Raadpleging => questions(region, id, ask, SendingKind::Consultation, day)?,
        SendKind::Herinnering => questions(region, id, ask, SendingKind::Reminder, day)?,
    };
    let path = format!("{}/verzending.toml", region[id].key);
    let (mut entries, mut added) = (Vec::new(), Vec::new());
    for sending in sendings.iter().filter(|sending| !is_known(&region[id], sending)) {
        if sending.items.is_empty() && sending.papers.is_empty() && sending.to.is_empty() {
            continue;
        }
        entries.push(edit::sending(region, &region[id], sending));
        added.push(told(region, sending));
    }
    if !entries.is_empty() {
        let addition = Addition { kind: "verzending", path: &path, head: "", table: "zending", entries: &entries };
        additions.add(&input.dossier, &addition).map_err(Refusal::error)?;
    }
    if added.is_empty() {
        say("Er is niets nieuws om vast te leggen: het stond er al, of er is niets veranderd.");
    }
    for line in added {
        let place = format!("{}{path}", input.prefix());
        say(&format!("Vastgelegd in {}: {}", visible::line(&place), visible::line(&line)));
    }
    Ok(Status::Done)
}

/// Agenda and papers, or of a late sending what is new or was changed.
fn papers(
    meeting: &Meeting,
    kind: SendingKind,
    date: NaiveDate,
    files: &std::collections::BTreeMap<String, String>,
) -> Sending {
    let late = kind == SendingKind::Late;
    let sent_items = || meeting.sendings.iter().flat_map(|sending| &sending.items).rev();
    let sent_papers = || meeting.sendings.iter().flat_map(|sending| &sending.papers).rev();
    let new_item = |at: usize| {
        let before = sent_items().find(|sent| sent.item == at);
        before.is_none_or(|sent| sent.fingerprint.is_some() && sent.fingerprint != meeting.items[at].fingerprint)
    };
    let new_paper = |path: &str| {
        let before = sent_papers().find(|(known, _)| known == path);
        before.is_none_or(|(_, seen)| seen.is_some() && seen.as_ref() != files.get(path))
    };
    let items = meeting.items.iter().enumerate().filter(|(at, _)| !late || new_item(*at));
    let items =
        items.map(|(item, it)| SentItem { item, number: it.number.clone(), fingerprint: it.fingerprint.clone() });
    let mut paths: Vec<&String> = meeting
        .items
        .iter()
        .filter(|item| item.cancelled.is_none())
        .flat_map(|item| &item.papers)
        .filter_map(|paper| if let PaperPlace::File(path) = &paper.place { Some(path) } else { None })
        .filter(|path| !late || new_paper(path))
        .collect();
    paths.dedup();
    let papers = paths.into_iter().map(|path| (path.clone(), files.get(path).cloned())).collect();
    let span = Span::whole(FileId(0));
    Sending { date, kind, items: items.collect(), papers, on_behalf_of: None, to: Vec::new(), span }
}

/// Per party that asks, whom it asked; a reminder goes to those who have something left to answer.
fn questions(region: &Region, id: MeetingId, ask: &Send, kind: SendingKind, date: NaiveDate) -> Result<Vec<Sending>> {
    for name in ask.namens.iter().chain(&ask.aan) {
        party(region, name)?;
    }
    let is = |party: PartyId, name: &str| region[party].key == name;
    let mut asked = consultation::asked(region, id);
    asked.retain(|one| {
        let by = one.asker();
        let mine = ask.namens.as_deref().is_none_or(|name| by.is_some_and(|by| is(by, name)));
        let wanted = ask.aan.is_empty() || ask.aan.iter().any(|name| is(one.party, name));
        mine && wanted && (kind != SendingKind::Reminder || consultation::waits(region, id, one.party))
    });
    if asked.is_empty() {
        bail!("Er is niemand aan wie dit gevraagd kan worden.");
    }
    let mut sendings: Vec<Sending> = Vec::new();
    for one in asked {
        let by = one.asker();
        match sendings.iter_mut().find(|sending| sending.on_behalf_of == by) {
            Some(sending) => sending.to.push(one.party),
            None => sendings.push(Sending {
                date,
                kind,
                items: Vec::new(),
                papers: Vec::new(),
                on_behalf_of: by,
                to: vec![one.party],
                span: Span::whole(FileId(0)),
            }),
        }
    }
    Ok(sendings)
}

/// Whether the same was written down for the same day.
fn is_known(meeting: &Meeting, new: &Sending) -> bool {
    let items =
        |sending: &Sending| sending.items.iter().map(|sent| (sent.item, sent.number.clone())).collect::<Vec<_>>();
    meeting.sendings.iter().any(|old| {
        old.date == new.date
            && old.kind == new.kind
            && old.on_behalf_of == new.on_behalf_of
            && old.to == new.to
            && items(old) == items(new)
    })
}

fn told(region: &Region, sending: &Sending) -> String {
    let day = dutch::date(sending.date);
    let names: Vec<&str> = sending.to.iter().map(|party| region[*party].name.as_str()).collect();
    let by = sending.on_behalf_of.map_or("de secretaris", |party| region[party].name.as_str());
    let to = dutch::list(&names).unwrap_or_default();
    let count = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    let papers = count(sending.papers.len(), "stuk", "stukken");
    match sending.kind {
        SendingKind::Agenda => {
            format!("agenda met {} en {papers}, {day}", count(sending.items.len(), "punt", "punten"))
        }
        SendingKind::Late => {
            format!("nazending van {} en {papers}, {day}", count(sending.items.len(), "punt", "punten"))
        }
        SendingKind::Consultation => format!("raadpleging door {by} aan {to}, {day}"),
        SendingKind::Reminder => format!("herinnering door {by} aan {to}, {day}"),
    }
}
