//! What a party answered to a text that was changed since: it is told when it is asked anew.

use serde::Serialize;

use crate::model::consultation::{self, Why, Words};
use crate::model::{Answer, ItemId, MeetingId, PartyId, Region};
use crate::paper::words;
use crate::paper::words::Woord;
use crate::word::Word;

/// An answer to a text that was changed.
#[derive(Debug, Serialize)]
pub(super) struct Verouderd<'a> {
    nummer: &'a str,
    /// The decision that took the place of what was asked; nothing when none did.
    nr: Option<usize>,
    antwoord: Woord,
    /// The text of the decision was changed.
    andere_tekst: bool,
    /// What was to be done with the item, where that was changed; and what is now.
    toen: Option<&'static str>,
    nu: &'static str,
    /// Nobody knows which of the two it was.
    misschien_nu: bool,
    /// What was asked, where nothing took its place.
    tekst: Option<&'a str>,
}

/// What a party answered to texts that were changed since, in the order of the items.
pub(super) fn stale(region: &Region, id: MeetingId, party: PartyId) -> Vec<Verouderd<'_>> {
    region[id].proposals().flat_map(|(index, _)| on(region, ItemId { meeting: id, index }, party)).collect()
}

fn on<'a>(region: &'a Region, at: ItemId, party: PartyId) -> Vec<Verouderd<'a>> {
    let item = &region[at];
    let told = |nr: Option<usize>, answer: &'a Answer| Verouderd {
        nummer: &item.number,
        nr,
        antwoord: words::answer(answer, item),
        andere_tekst: nr.is_some_and(|nr| !consultation::same_text(&item.requested[nr - 1], &answer.text)),
        toen: answer.other_treatment(item).map(Word::word),
        misschien_nu: answer.may_be_to_now(item),
        nu: item.treatment.word(),
        tekst: nr.is_none().then_some(&*answer.text),
    };
    let stale = item.asked().filter_map(|(nr, _)| {
        let newest = consultation::newest(region, at, party, nr).filter(|it| it.stale)?;
        Some(told(Some(nr), newest.answer))
    });
    let dropped = consultation::apart_on(region, at, party).into_iter().filter_map(|one| match (one.why, one.said) {
        (Why::NotAsked, Words::Answer(answer, _)) => Some(told(None, answer)),
        _ => None,
    });
    stale.chain(dropped).collect()
}
