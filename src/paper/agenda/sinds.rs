//! What became of an agenda since it was sent first, item by item: from what was recorded as sent, and from what was not sent yet.

use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Unsent};
use crate::model::{Item, ItemId, Meeting, MeetingId, PaperPlace, SendingKind};
use crate::paper::Scope;

/// The items and papers, each kind as a list in words.
#[derive(Debug, Serialize)]
pub(super) struct Sinds {
    verzonden: String,
    nieuw: Option<String>,
    gewijzigd: Option<String>,
    vervallen: Option<String>,
    nagezonden: Option<String>,
}

/// What is told of the items, in the order of the agenda.
#[derive(Debug, Default)]
struct Told {
    new: Vec<String>,
    changed: Vec<String>,
    withdrawn: Vec<String>,
    late: Vec<String>,
}

/// What was changed of the items that an agenda shows; nothing of one that was not sent, or that is over.
pub(super) fn sinds(scope: &Scope, id: MeetingId, shown: impl Iterator<Item = usize>) -> Option<Sinds> {
    let (region, meeting) = (scope.region, &scope.region[id]);
    if region.public || meeting.cancelled.is_some() || meeting.is_over(scope.today) {
        return None;
    }
    let verzonden = dutch::date(meeting.sent()?);
    let unsent = consultation::known_unsent(region, id);
    let mut told = Told::default();
    for index in shown {
        let own: Vec<Unsent> = unsent.iter().filter(|(at, _)| *at == index).map(|(_, what)| *what).collect();
        told.item(meeting, ItemId { meeting: id, index }, &own);
    }
    let lists = [&told.new, &told.changed, &told.withdrawn, &told.late].map(|list| dutch::list(list));
    let is_any = lists.iter().any(Option::is_some);
    let [nieuw, gewijzigd, vervallen, nagezonden] = lists;
    is_any.then_some(Sinds { verzonden, nieuw, gewijzigd, vervallen, nagezonden })
}

impl Told {
    fn item(&mut self, meeting: &Meeting, at: ItemId, unsent: &[Unsent]) {
        let item = &meeting.items[at.index];
        let name = || called("punt", &item.number, Some(item.title.as_str()).filter(|_| !meeting.is_closed(at.index)));
        let is_late = meeting.sendings_of(SendingKind::Late).any(|sending| sending.of(at.index).is_some());
        let first = meeting.first_sent(at.index);
        let is_withdrawn =
            || item.cancelled.as_ref().is_some_and(|gone| first.is_some_and(|first| first.date <= gone.date));
        if unsent.contains(&Unsent::New) || is_late && first.is_some_and(|first| first.kind == SendingKind::Late) {
            self.new.push(name());
        } else if unsent.contains(&Unsent::Withdrawn) || is_late && is_withdrawn() {
            self.withdrawn.push(name());
        } else {
            let papers = papers(meeting, at.index, unsent);
            let is_changed = unsent.contains(&Unsent::Changed) || is_late && was_changed(meeting, at.index, &papers);
            if is_changed {
                self.changed.push(name());
            }
            // what a sending held of it beside papers, nobody knows
            if is_late && !is_changed {
                self.late.push(name());
            }
            self.late.extend(papers.into_iter().map(|paper| of_paper(meeting, at.index, item, paper)));
        }
    }
}

/// The papers of an item that went out after the agenda, or did not go out yet.
fn papers(meeting: &Meeting, index: usize, unsent: &[Unsent]) -> Vec<usize> {
    let went_late = |path: &str| {
        let named = |(known, _): &(String, Option<String>)| known == path;
        let mut sendings = meeting.sendings.iter().filter(|sending| sending.papers.iter().any(named));
        sendings.next().is_some_and(|first| first.kind == SendingKind::Late)
    };
    let papers = meeting.items[index].papers.iter().enumerate();
    let is_late = |(at, paper): &(usize, &crate::model::Paper)| {
        unsent.contains(&Unsent::Paper(*at)) || matches!(&paper.place, PaperPlace::File(path) if went_late(path))
    };
    papers.filter(is_late).map(|(at, _)| at).collect()
}

/// Whether an item was sent again because it said something else than before. Of its explanation that is certain where no
/// paper came with it.
fn was_changed(meeting: &Meeting, index: usize, new: &[usize]) -> bool {
    let sent: Vec<_> = meeting.sendings_of_papers().filter_map(|sending| sending.of(index)).collect();
    let differ = |one: &Option<String>, other: &Option<String>| one.is_some() && other.is_some() && one != other;
    sent.windows(2).any(|pair| {
        differ(&pair[0].wording, &pair[1].wording)
            || new.is_empty() && differ(&pair[0].fingerprint, &pair[1].fingerprint)
    })
}

fn of_paper(meeting: &Meeting, index: usize, item: &Item, at: usize) -> String {
    let paper = &item.papers[at];
    let is_open = !paper.closed && !meeting.is_closed(index);
    called("stuk", &paper.number, Some(paper.title.as_str()).filter(|_| is_open))
}

/// `punt 4 (Begroting)`; of what is closed the number alone: a letter is read by more people than its attachment.
fn called(kind: &str, number: &str, title: Option<&str>) -> String {
    let title = title.map(|title| format!(" ({title})")).unwrap_or_default();
    format!("{kind} {number}{title}")
}
