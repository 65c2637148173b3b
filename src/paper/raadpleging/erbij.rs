//! What a party was not asked.

use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{ItemId, MeetingId, PartyId, Region};

/// Decisions of an item that a party was not asked.
#[derive(Debug, Serialize)]
pub(in crate::paper) struct Erbij<'a> {
    nummer: &'a str,
    meer: bool,
    nrs: String,
}

/// Of the items of which a party was not asked something: those of which it was asked nothing, and the decisions of the others.
pub(super) fn not_asked<'a>(
    region: &'a Region,
    id: MeetingId,
    party: PartyId,
    items: &[usize],
) -> (Vec<usize>, Vec<Erbij<'a>>) {
    let (mut whole, mut some) = (Vec::new(), Vec::new());
    for index in items {
        let at = ItemId { meeting: id, index: *index };
        let numbers = consultation::decisions_of(region, at, party);
        let stands = consultation::stands(region, at, party);
        let open =
            numbers.iter().zip(&stands).filter(|(_, stand)| **stand == Stand::NotAsked).map(|(nr, _)| nr.to_string());
        let open: Vec<String> = open.collect();
        if open.len() == numbers.len() {
            whole.push(*index);
        } else {
            some.push(Erbij {
                nummer: &region[at].number,
                meer: open.len() > 1,
                nrs: dutch::list(&open).unwrap_or_default(),
            });
        }
    }
    (whole, some)
}
