//! The texts of a dossier that a public page shows.

use crate::model::{Item, ItemId, Meeting, MeetingId, Minutes, ProgressKind, Region, Treated};
use crate::source::Spanned;

type Text<'a> = &'a Spanned<String>;

/// A text that will be public.
#[derive(Debug)]
pub struct Public<'a> {
    /// The text, and where it stands.
    pub text: Text<'a>,
    /// The item that it is about.
    pub item: Option<ItemId>,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
}

/// Every text that stands in a public view.
pub fn all<'a>(view: &'a Region) -> Vec<Public<'a>> {
    let mut texts = Vec::new();
    for id in view.shown_meetings() {
        let meeting = &view[id];
        let mut about = |item: Option<usize>, all: Vec<Text<'a>>| {
            let item = item.map(|index| ItemId { meeting: id, index });
            texts.extend(all.into_iter().map(|text| Public { text, item, meeting: Some(id) }));
        };
        about(None, of_meeting(meeting));
        for (at, item) in meeting.items.iter().enumerate().filter(|(_, item)| !item.is_stub()) {
            about(Some(at), of_item(item));
        }
        if let Some(minutes) = &meeting.minutes {
            about(None, of_minutes(minutes));
            for treated in &minutes.items {
                about(Some(treated.item), of_treated(treated));
            }
        }
    }
    texts.extend(of_region(view).into_iter().map(|text| Public { text, item: None, meeting: None }));
    texts
}

fn of_region(view: &Region) -> Vec<Text<'_>> {
    let signals = view.signals.iter().flat_map(|signal| {
        let answer = signal.answer.iter().map(|(_, text)| text);
        std::iter::once(&signal.text).chain(answer)
    });
    let progress = view.progress.iter().flat_map(|entry| {
        let told = match &entry.kind {
            ProgressKind::Dropped(reason) => Some(reason),
            ProgressKind::Adopted { outcome, .. } => Some(outcome),
            _ => None,
        };
        told.into_iter().chain(&entry.explanation)
    });
    let seats = view.seats.iter().flat_map(|seat| std::iter::once(&seat.function).chain(&seat.alternates));
    signals.chain(progress).chain(seats).collect()
}

fn of_meeting(meeting: &Meeting) -> Vec<Text<'_>> {
    let reason = meeting.cancelled.as_ref().map(|cancelled| &cancelled.reason);
    meeting.place.iter().chain(reason).collect()
}

fn of_item(item: &Item) -> Vec<Text<'_>> {
    let fields = [
        Some(&item.title),
        item.author.as_ref(),
        item.explanation.as_ref(),
        item.finance.as_ref(),
        item.remarks.as_ref(),
        item.communication.as_ref(),
        item.sequel.as_ref(),
        item.cancelled.as_ref().map(|cancelled| &cancelled.reason),
    ];
    let papers = item.papers.iter().map(|paper| &paper.title);
    fields.into_iter().flatten().chain(&item.requested).chain(papers).collect()
}

fn of_minutes(minutes: &Minutes) -> Vec<Text<'_>> {
    let guests = minutes.guests.iter().flat_map(|guest| std::iter::once(&guest.function).chain(&guest.organisation));
    let instead = minutes.attendance.iter().filter_map(|it| it.replaced_by.as_ref()?.1.as_ref());
    let corrections = minutes.corrections.iter().map(|correction| &correction.text);
    guests.chain(instead).chain(corrections).collect()
}

fn of_treated(treated: &Treated) -> Vec<Text<'_>> {
    let agreed = treated.agreed.iter().flatten();
    let input =
        treated.input.iter().flat_map(|input| [&input.text, &input.position, &input.not_named].into_iter().flatten());
    let actions = treated.actions.iter().map(|action| &action.what);
    let commitments = treated.commitments.iter().map(|it| &it.what);
    treated.discussed.iter().chain(agreed).chain(input).chain(actions).chain(commitments).collect()
}
