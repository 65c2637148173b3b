//! The texts of a dossier that a public page shows.

use crate::model::{ItemId, MeetingId, Region};
use crate::source::Span;

/// A text that will be public.
#[derive(Debug)]
pub struct Public {
    /// The text.
    pub text: String,
    /// Where it stands, or the item that it is part of.
    pub span: Span,
    /// The item that it is about.
    pub item: Option<ItemId>,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
}

/// Every text that stands in the public view.
pub fn all(region: &Region) -> Vec<Public> {
    let view = region.public_view();
    let mut texts = Vec::new();
    for meeting in view.shown_meetings() {
        agenda(&view, meeting, &mut texts);
        minutes(&view, meeting, &mut texts);
    }
    let signals = view.signals.iter().flat_map(|signal| {
        let answer = signal.answer.iter().map(|(_, text)| text.clone());
        std::iter::once(signal.text.clone()).chain(answer).map(|text| (text, signal.span))
    });
    let progress = view.progress.iter().filter_map(|entry| Some((entry.explanation.clone()?, entry.span)));
    let functions = view.seats.iter().map(|seat| (seat.function.clone(), seat.span));
    let loose = signals.chain(progress).chain(functions);
    texts.extend(loose.map(|(text, span)| Public { text, span, item: None, meeting: None }));
    texts
}

fn agenda(view: &Region, meeting: MeetingId, texts: &mut Vec<Public>) {
    for (index, item) in view[meeting].items.iter().enumerate().filter(|(_, item)| !item.is_stub()) {
        let about = Some(ItemId { meeting, index });
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
        let fields = fields.into_iter().flatten().map(|text| (text.clone(), item.span));
        let requested = item.requested.iter().map(|text| (text.value.clone(), text.span));
        let papers = item.papers.iter().map(|paper| (paper.title.clone(), paper.span));
        let all = fields.chain(requested).chain(papers);
        texts.extend(all.map(|(text, span)| Public { text, span, item: about, meeting: Some(meeting) }));
    }
}

fn minutes(view: &Region, meeting: MeetingId, texts: &mut Vec<Public>) {
    for treated in view[meeting].minutes.iter().flat_map(|minutes| &minutes.items) {
        let about = Some(ItemId { meeting, index: treated.item });
        let discussed = treated.discussed.iter().map(|text| (text.clone(), treated.span));
        let agreed = treated.agreed.iter().flatten().map(|text| (text.value.clone(), text.span));
        let input = treated.input.iter().flat_map(|input| {
            let said = [&input.text, &input.position, &input.not_named];
            said.into_iter().flatten().map(|text| (text.clone(), input.span))
        });
        let actions = treated.actions.iter().map(|action| (action.what.clone(), action.span));
        let commitments = treated.commitments.iter().map(|it| (it.what.clone(), it.span));
        let all = discussed.chain(agreed).chain(input).chain(actions).chain(commitments);
        texts.extend(all.map(|(text, span)| Public { text, span, item: about, meeting: Some(meeting) }));
    }
}
