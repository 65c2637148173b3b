//! The texts of a dossier that a public page shows.

use crate::model::{Item, ItemId, Meeting, MeetingId, Minutes, ProgressKind, Region, Seat, Treated};
use crate::source::Spanned;

/// A text that will be public.
#[derive(Debug)]
pub struct Public {
    /// The text, and where it stands.
    pub text: Spanned<String>,
    /// The item that it is about.
    pub item: Option<ItemId>,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
}

/// Every text that stands in the public view.
pub fn all(region: &Region) -> Vec<Public> {
    let view = region.public_view();
    let mut texts = Vec::new();
    for id in view.shown_meetings() {
        let meeting = &view[id];
        let mut about = |item: Option<usize>, all: Vec<Spanned<String>>| {
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
    texts.extend(of_region(&view).into_iter().map(|text| Public { text, item: None, meeting: None }));
    texts
}

fn of_region(view: &Region) -> Vec<Spanned<String>> {
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
    let alternates =
        |seat: &Seat| seat.alternates.iter().map(|name| Spanned::new(name.clone(), seat.span)).collect::<Vec<_>>();
    let seats = view.seats.iter().flat_map(|seat| [vec![seat.function.clone()], alternates(seat)].concat());
    signals.chain(progress).cloned().chain(seats).collect()
}

fn of_meeting(meeting: &Meeting) -> Vec<Spanned<String>> {
    let reason = meeting.cancelled.as_ref().map(|cancelled| &cancelled.reason);
    meeting.place.iter().chain(reason).cloned().collect()
}

fn of_item(item: &Item) -> Vec<Spanned<String>> {
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
    fields.into_iter().flatten().chain(&item.requested).chain(papers).cloned().collect()
}

fn of_minutes(minutes: &Minutes) -> Vec<Spanned<String>> {
    let guests = minutes.guests.iter().flat_map(|guest| std::iter::once(&guest.function).chain(&guest.organisation));
    let instead = minutes.attendance.iter().filter_map(|it| it.replaced_by.as_ref()?.1.as_ref());
    let corrections = minutes.corrections.iter().map(|correction| &correction.text);
    guests.chain(instead).chain(corrections).cloned().collect()
}

fn of_treated(treated: &Treated) -> Vec<Spanned<String>> {
    let agreed = treated.agreed.iter().flatten();
    let input =
        treated.input.iter().flat_map(|input| [&input.text, &input.position, &input.not_named].into_iter().flatten());
    let actions = treated.actions.iter().map(|action| &action.what);
    let commitments = treated.commitments.iter().map(|it| &it.what);
    treated.discussed.iter().chain(agreed).chain(input).chain(actions).chain(commitments).cloned().collect()
}
