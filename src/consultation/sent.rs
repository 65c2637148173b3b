//! What of an agenda is not, or not any more, as it was sent.

use std::collections::BTreeMap;

use super::of_papers;
use crate::fingerprint;
use crate::model::{Cancelled, Item, Meeting, PaperPlace, Sending, SendingKind, SentItem, Treatment};

/// What of an item was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsent {
    /// The item itself.
    New,
    /// What it says now.
    Changed,
    /// That it was withdrawn.
    Withdrawn,
    /// Papers, by their places.
    Paper(usize),
}

/// The fingerprint of what an item says beside explanation and papers: title, treatment, what is requested, and the
/// texts of the cover note, and of one that was withdrawn when and why.
#[must_use]
pub fn wording(item: &Item) -> String {
    let withdrawn =
        item.cancelled.as_ref().map(|cancelled| format!("vervallen {} {}", cancelled.date, *cancelled.reason));
    words(item, withdrawn.as_deref())
}

/// The same, with what is said of its withdrawal.
fn words(item: &Item, withdrawn: Option<&str>) -> String {
    let notes = [&item.finance, &item.remarks, &item.communication, &item.sequel];
    let notes = notes.into_iter().map(|note| note.as_ref().map_or("", |note| note.as_str()));
    let requested = item.requested.iter().map(|asked| asked.value.as_str());
    // never the names in the code: they may change
    let treatment = match item.treatment {
        Treatment::Procedure => "procedure",
        Treatment::Information => "ter kennisname",
        Treatment::Discussion => "ter bespreking",
        Treatment::Advice => "ter advisering",
        Treatment::Assent => "ter instemming",
    };
    let own = [item.title.value.as_str(), treatment];
    fingerprint::texts(own.into_iter().chain(notes).chain(requested).chain(withdrawn))
}

/// Whether a sending says which items it held: without one, nobody knows what was sent.
#[must_use]
pub fn is_recorded(meeting: &Meeting) -> bool {
    let mut agendas = meeting.sendings.iter().filter(|sending| sending.kind == SendingKind::Agenda);
    agendas.any(|sending| !sending.items.is_empty())
}

/// Where an agenda differs from what was sent, by item; nothing of what was withdrawn before it was sent. Whether an
/// explanation or a file was changed is known where the papers were read.
#[must_use]
pub fn unsent(meeting: &Meeting) -> Vec<(usize, Unsent)> {
    let mut all = Vec::new();
    for (at, item) in meeting.items.iter().enumerate() {
        if let Some(cancelled) = &item.cancelled {
            all.extend(is_news(meeting, at, cancelled).then_some((at, Unsent::Withdrawn)));
            continue;
        }
        let Some(sent) = last(meeting, at) else {
            all.push((at, Unsent::New));
            continue;
        };
        let before = all.len();
        all.extend(new_papers(meeting, item).map(|paper| (at, Unsent::Paper(paper))));
        if all.len() == before && is_changed(item, sent) {
            all.push((at, Unsent::Changed));
        }
    }
    all
}

/// Whether something of an agenda is not as it was sent, as far as it was recorded what was.
#[must_use]
pub fn is_unsent(meeting: &Meeting) -> bool {
    is_recorded(meeting) && !unsent(meeting).is_empty()
}

/// Whether an item that was sent is not as it was sent: it says something else, or has other papers. That it was withdrawn
/// is no change.
#[must_use]
pub fn was_changed(meeting: &Meeting, at: usize) -> bool {
    let item = &meeting.items[at];
    let said_otherwise = |sent: &SentItem| {
        let sent = sent.wording.as_deref();
        sent.is_some_and(|sent| sent != wording(item) && sent != words(item, None))
    };
    last(meeting, at).is_some_and(|sent| match &item.cancelled {
        None => is_changed(item, sent),
        Some(_) => said_otherwise(sent),
    })
}

/// Whether those who got the agenda with an item do not know that it was withdrawn: as far as the sending says what it
/// held, else by its day.
fn is_news(meeting: &Meeting, at: usize, cancelled: &Cancelled) -> bool {
    let held = |sending: &&Sending| {
        let is_whole = sending.items.is_empty() && sending.kind == SendingKind::Agenda;
        is_whole || sending.items.iter().any(|sent| sent.item == at)
    };
    let Some(sending) = of_papers(meeting).rfind(held) else { return false };
    let sent = sending.items.iter().find(|sent| sent.item == at).and_then(|sent| sent.wording.as_deref());
    sent.map_or(sending.date < cancelled.date, |sent| sent != wording(&meeting.items[at]))
}

/// An item as it was sent last.
fn last(meeting: &Meeting, item: usize) -> Option<&SentItem> {
    // what was asked says nothing of the papers
    of_papers(meeting).flat_map(|sending| &sending.items).rfind(|sent| sent.item == item)
}

/// Whether an item is not as it was sent; a fingerprint that is not known says nothing.
fn is_changed(item: &Item, sent: &SentItem) -> bool {
    let other =
        |seen: &Option<String>, now: Option<&str>| seen.as_deref().zip(now).is_some_and(|(seen, now)| seen != now);
    other(&sent.fingerprint, item.fingerprint.as_deref()) || other(&sent.wording, Some(&wording(item)))
}

/// The files of an item that stand in no sending, where sendings say which they held.
fn new_papers<'a>(meeting: &'a Meeting, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
    let sent = || meeting.sendings.iter().flat_map(|sending| &sending.papers);
    let recorded = sent().next().is_some();
    let is_new = move |path: &String| recorded && sent().all(|(known, _)| known != path);
    let papers = item.papers.iter().enumerate();
    papers.filter(move |(_, paper)| matches!(&paper.place, PaperPlace::File(path) if is_new(path))).map(|(at, _)| at)
}

/// The files of the agenda that were not sent, or have changed since, by path.
#[must_use]
pub fn unsent_files(meeting: &Meeting, files: &BTreeMap<String, String>) -> Vec<String> {
    let sent = || meeting.sendings.iter().flat_map(|sending| &sending.papers).rev();
    let is_unsent = |path: &&String| {
        let before = sent().find(|(known, _)| known == *path);
        before.is_none_or(|(_, seen)| seen.is_some() && seen.as_ref() != files.get(*path))
    };
    meeting.files().filter(is_unsent).cloned().collect()
}

impl Meeting {
    /// The files of its papers, each once.
    pub fn files(&self) -> impl Iterator<Item = &String> {
        let items = self.items.iter().filter(|item| item.cancelled.is_none());
        let papers = items.flat_map(|item| &item.papers).filter_map(|paper| match &paper.place {
            PaperPlace::File(path) => Some(path),
            _ => None,
        });
        let mut seen = std::collections::BTreeSet::new();
        papers.filter(move |path| seen.insert(*path))
    }
}
