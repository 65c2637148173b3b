//! What an item says beside explanation and papers, as one fingerprint.
//!
//! Not in it is what may move without anybody being told another thing: numbers, which are frozen, and with them of what an
//! item is a part; times, which follow from the durations of others; references to earlier meetings, which come as these become known.

use crate::fingerprint;
use crate::model::{Actor, Alternate, ItemId, Region};
use crate::word::Word as _;

/// What is in a fingerprint: more came in later, and what was recorded before stays what it is.
#[derive(Clone, Copy)]
enum Extent {
    /// All that agenda and cover note say of an item, and of one that was withdrawn to which meeting it goes.
    Whole,
    /// The same without that meeting, as it was recorded until that was in it.
    Placeless,
    /// Title, treatment, requested decisions and notes alone, as it was recorded at first.
    First,
}

const EXTENTS: [Extent; 3] = [Extent::Whole, Extent::Placeless, Extent::First];

/// The fingerprint of what an item says beside explanation and papers: all that the agenda and its cover note print of it, and
/// of one that was withdrawn when and why, and to which meeting it goes.
#[must_use]
pub fn wording(region: &Region, id: ItemId) -> String {
    words(region, id, true, Extent::Whole)
}

/// Whether an item says what a fingerprint is of, as far as that goes.
pub(super) fn is_worded(region: &Region, id: ItemId, sent: &str) -> bool {
    EXTENTS.iter().any(|extent| words(region, id, true, *extent) == sent)
}

/// The same, if it had not been withdrawn.
pub(super) fn was_worded(region: &Region, id: ItemId, sent: &str) -> bool {
    EXTENTS.iter().any(|extent| words(region, id, false, *extent) == sent)
}

fn withdrawn(region: &Region, id: ItemId, extent: Extent) -> Option<String> {
    let cancelled = region[id].cancelled.as_ref()?;
    let said = format!("vervallen {} {}", cancelled.date, *cancelled.reason);
    // that it goes nowhere is said as well: of what was recorded before, nobody knows where it went
    let to = cancelled.to.map_or("niets", |to| region[to].key.as_str());
    Some(if matches!(extent, Extent::Whole) { format!("{said}\nnaar {to}") } else { said })
}

/// The same, with what is said of its withdrawal where that is asked.
fn words(region: &Region, id: ItemId, with_withdrawal: bool, extent: Extent) -> String {
    let item = &region[id];
    let notes = [&item.finance, &item.remarks, &item.communication, &item.sequel];
    let notes = notes.into_iter().map(|note| note.as_ref().map_or("", |note| note.as_str()));
    let requested = item.requested.iter().map(|asked| asked.value.as_str());
    let own = [item.title.value.as_str(), item.treatment.word()];
    let more = match extent {
        Extent::Whole | Extent::Placeless => about(region, id).to_vec(),
        Extent::First => Vec::new(),
    };
    let said = of_cover_note(region, id);
    let withdrawn = Some(()).filter(|()| with_withdrawal).and_then(|()| withdrawn(region, id, extent));
    fingerprint::texts(
        own.into_iter()
            .chain(more)
            .chain(notes)
            .chain(requested)
            .chain(said.iter().map(String::as_str))
            .chain(withdrawn.as_deref()),
    )
}

/// What is not always there and mostly stands in a cover note alone, each behind its name: an item without it keeps its
/// fingerprint.
fn of_cover_note(region: &Region, id: ItemId) -> Vec<String> {
    let item = &region[id];
    let texts = [
        ("argumenten", &item.arguments),
        ("juridisch", &item.legal),
        ("portefeuillehouder", &item.alderman),
        ("zaaknummer", &item.case_number),
    ];
    let texts = texts.into_iter().filter_map(|(name, text)| Some(format!("{name}\n{}", text.as_ref()?.as_str())));
    let contact = item.contact.as_ref().and_then(|contact| match &contact.value {
        Alternate::Person(person) => Some(region[*person].key.as_str()),
        Alternate::Function(function) => Some(function.as_str()),
        Alternate::Unknown => None,
    });
    let list = item.action_list.then(|| "actielijst".to_owned());
    texts.chain(contact.map(|who| format!("contact\n{who}"))).chain(list).collect()
}

/// Who brings it in and wrote it, how it is dealt with, for whom: by keys, so that a new name of a party changes nothing.
fn about(region: &Region, id: ItemId) -> [&str; 6] {
    let item = &region[id];
    let flag = |is: bool, word| if is { word } else { "" };
    let (party, body) = match item.submitter {
        Some(Actor::Party(party)) => (region[party].key.as_str(), ""),
        Some(Actor::Body(body)) => ("", region[body].key.as_str()),
        None => ("", ""),
    };
    [
        flag(item.formality, "hamerstuk"),
        flag(item.closed, "besloten"),
        party,
        body,
        item.author.as_ref().map_or("", |author| author.as_str()),
        item.to_be_adopted_by.map_or("", |college| region[college].key.as_str()),
    ]
}
