//! What of an agenda is not, or not any more, as it was sent.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::planned::unsent_plan;
use super::wording::{is_worded, was_worded};
use crate::model::{Cancelled, Item, ItemId, Meeting, MeetingId, PaperPlace, Region, SendingKind, SentItem};

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

/// Whether a sending says which items it held: without one, nobody knows what was sent.
#[must_use]
pub fn is_recorded(meeting: &Meeting) -> bool {
    meeting.sendings_of(SendingKind::Agenda).any(|sending| !sending.items.is_empty())
}

/// The items of an agenda of which no sending says what they said, though it says that of their explanation and papers: so it
/// was recorded at first.
#[must_use]
pub fn without_wording(meeting: &Meeting) -> Vec<usize> {
    let lacks = |sent: &SentItem| sent.fingerprint.is_some() && sent.wording.is_none();
    let items = meeting.items.iter().enumerate().filter(|(_, item)| item.cancelled.is_none());
    items.map(|(at, _)| at).filter(|at| last(meeting, *at).is_some_and(lacks)).collect()
}

/// Whether the sending of an agenda was recorded as it was at first: it does not say what its items said, or when and where
/// the meeting would be.
#[must_use]
pub fn lacks_record(meeting: &Meeting) -> bool {
    let has_plan = meeting.sendings_of_papers().any(|sending| sending.planned.is_some());
    !without_wording(meeting).is_empty() || is_recorded(meeting) && !has_plan
}

/// Where an agenda differs from what was sent, by item; nothing of what was withdrawn before it was sent. Whether an
/// explanation or a file was changed is known where the papers were read.
#[must_use]
pub fn unsent(region: &Region, id: MeetingId) -> Vec<(usize, Unsent)> {
    let meeting = &region[id];
    let mut all = Vec::new();
    for (at, item) in meeting.items.iter().enumerate() {
        let one = ItemId { meeting: id, index: at };
        if let Some(cancelled) = &item.cancelled {
            let what = if is_withdrawn_otherwise(region, one) { Unsent::Changed } else { Unsent::Withdrawn };
            all.extend(is_news(region, one, cancelled).then_some((at, what)));
            continue;
        }
        let Some(sent) = last(meeting, at) else {
            all.push((at, Unsent::New));
            continue;
        };
        all.extend(new_papers(meeting, item).map(|paper| (at, Unsent::Paper(paper))));
        if is_reworded(region, one, sent) || has_other_papers(item, sent) || has_other_record(region, one, sent) {
            all.push((at, Unsent::Changed));
        }
    }
    all
}

/// The same, as far as it was recorded what was sent: where the sending of the agenda does not say what it held, of what a
/// later one holds it is known whether it was changed.
#[must_use]
pub fn known_unsent(region: &Region, id: MeetingId) -> Vec<(usize, Unsent)> {
    let recorded = is_recorded(&region[id]);
    let mut all = unsent(region, id);
    all.retain(|(_, what)| recorded || *what == Unsent::Changed);
    all
}

/// Whether something of an agenda is not as it was sent, as far as it was recorded what was.
#[must_use]
pub fn is_unsent(region: &Region, id: MeetingId) -> bool {
    !known_unsent(region, id).is_empty() || !unsent_plan(&region[id]).is_empty()
}

/// Whether an item that was sent is not as it was sent: it says something else, or its papers are others. That it was withdrawn
/// is no change, nor are papers that were added: of these everybody knows that they were not sent.
#[must_use]
pub fn was_changed(region: &Region, id: ItemId) -> bool {
    let item = &region[id];
    last(&region[id.meeting], id.index).is_some_and(|sent| match &item.cancelled {
        None => is_reworded(region, id, sent) || has_other_papers(item, sent) || has_other_record(region, id, sent),
        Some(_) => is_reworded(region, id, sent) && !sent.wording.iter().any(|sent| was_worded(region, id, sent)),
    })
}

/// Whether those who got the agenda with an item do not know that it was withdrawn: as far as the sending says what it
/// held, else by its day.
fn is_news(region: &Region, id: ItemId, cancelled: &Cancelled) -> bool {
    let Some(sending) = region[id.meeting].sendings_of_papers().rfind(|sending| sending.held(id.index)) else {
        return false;
    };
    let sent = sending.of(id.index).and_then(|sent| sent.wording.as_deref());
    sent.map_or(sending.date < cancelled.date, |sent| !is_worded(region, id, sent))
}

/// Whether it was sent that an item was withdrawn, with another reason or to another meeting.
fn is_withdrawn_otherwise(region: &Region, id: ItemId) -> bool {
    let sending = region[id.meeting].sendings_of_papers().rfind(|sending| sending.held(id.index));
    let since = region[id].cancelled.as_ref().map(|cancelled| cancelled.date);
    sending.is_some_and(|sending| since.is_some_and(|since| since <= sending.date)) && was_changed(region, id)
}

/// An item as it was sent last.
fn last(meeting: &Meeting, item: usize) -> Option<&SentItem> {
    // what was asked says nothing of the papers
    meeting.sendings_of_papers().flat_map(|sending| &sending.items).rfind(|sent| sent.item == item)
}

/// When explanation and papers of an item were sent last, and their fingerprint.
pub(super) fn last_with_papers(meeting: &Meeting, item: usize) -> Option<(NaiveDate, &str)> {
    let sending = meeting.sendings_of_papers().rfind(|sending| sending.of(item).is_some())?;
    Some((sending.date, sending.of(item)?.fingerprint.as_deref()?))
}

/// What was sent of an item, where papers that came since were announced in it: a sending does not say for which day.
pub(super) fn announced(
    meeting: &Meeting,
    item: &Item,
    files: &BTreeMap<String, String>,
    new: &[usize],
) -> Option<String> {
    let at = meeting.items.iter().position(|other| std::ptr::eq(other, item))?;
    let (sent_on, sent) = last_with_papers(meeting, at)?;
    let days = || sent_on.iter_days().take(ANNOUNCED).take_while(|day| *day <= meeting.last_day());
    let mut places = days().map(PaperPlace::Follows).chain([PaperPlace::Oral]);
    places.find_map(|place| {
        let mut then = item.clone();
        for paper in new {
            then.papers[*paper].place = place.clone();
        }
        // of several papers one may have been announced alone
        let mut gone = std::iter::once(None).chain(new.iter().map(Some)).filter(|_| new.len() <= 4);
        gone.find_map(|gone| {
            super::seen(&then, files, gone.map_or(&[], std::slice::from_ref)).filter(|print| print == sent)
        })
    })
}

/// So many days ahead a paper is announced at most.
const ANNOUNCED: usize = 100;

/// Whether an item says something else than was sent; a fingerprint that is not known says nothing.
fn is_reworded(region: &Region, id: ItemId, sent: &SentItem) -> bool {
    sent.wording.as_deref().is_some_and(|sent| !is_worded(region, id, sent))
}

/// Whether explanation and papers, as far as these were sent, are not what was sent.
fn has_other_papers(item: &Item, sent: &SentItem) -> bool {
    let now = item.fingerprint_as_sent.as_ref().or(item.fingerprint.as_ref());
    sent.fingerprint.as_ref().zip(now).is_some_and(|(sent, now)| sent != now)
}

/// Whether the minutes that an item adopts are not those that were sent. Where the meeting adopted them with changes, that is no news.
fn has_other_record(region: &Region, id: ItemId, sent: &SentItem) -> bool {
    let adopted_here = |minutes: MeetingId| region[minutes].adoption.filter(|it| it.meeting == id.meeting);
    let changed_here = |minutes| adopted_here(minutes).is_some_and(|adoption| adoption.changed != Some(false));
    let is_other = sent.record.as_ref().zip(region[id].record.as_ref()).is_some_and(|(sent, now)| sent != now);
    is_other && !region[id].adopts.iter().any(|minutes| changed_here(minutes.value))
}

/// The files of an item that stand in no sending, where sendings say which they held.
pub(super) fn new_papers<'a>(meeting: &'a Meeting, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
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
