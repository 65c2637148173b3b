//! What a party answered to a text that was changed since: it is told when it is asked anew.

use serde::Serialize;

use crate::consultation::{self, Stand, Why, Words};
use crate::document::words;
use crate::model::{ItemId, MeetingId, PartyId, Region};

/// An answer to a text that was changed.
#[derive(Debug, Serialize)]
pub struct Verouderd<'a> {
    nummer: &'a str,
    /// The decision that took the place of what was asked; nothing when none did.
    nr: Option<usize>,
    antwoord: &'static str,
    /// What was asked, where nothing took its place.
    tekst: Option<&'a str>,
}

/// What a party answered to texts that were changed since, in the order of the items.
pub fn stale(region: &Region, id: MeetingId, party: PartyId) -> Vec<Verouderd<'_>> {
    region[id].proposals().flat_map(|(index, _)| on(region, ItemId { meeting: id, index }, party)).collect()
}

fn on(region: &Region, at: ItemId, party: PartyId) -> Vec<Verouderd<'_>> {
    let item = &region[at];
    let told = |support| words::stand(Stand::Answered(support), item.treatment);
    let stale = item.asked().filter_map(|(nr, _)| {
        let newest = consultation::newest(region, at, party, nr).filter(|it| it.stale)?;
        let antwoord = told(newest.answer.support);
        Some(Verouderd { nummer: &item.number, nr: Some(nr), antwoord, tekst: None })
    });
    let dropped = consultation::apart_on(region, at, party).into_iter().filter_map(|one| match (one.why, one.said) {
        (Why::NotAsked, Words::Answer(answer, _)) => {
            let antwoord = told(answer.support);
            Some(Verouderd { nummer: &item.number, nr: None, antwoord, tekst: Some(&*answer.text) })
        }
        _ => None,
    });
    stale.chain(dropped).collect()
}
