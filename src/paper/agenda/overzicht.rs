//! The agenda at a glance: a line per item, with the time that it takes.

use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Unsent};
use crate::model::{Item, ItemId, Meeting, MeetingId, Region, SendingKind};
use crate::word::Word as _;

/// The lines, and which columns hold something.
#[derive(Debug, Serialize)]
pub(super) struct Overzicht<'a> {
    rijen: Vec<Rij<'a>>,
    met_behandeling: bool,
    met_tijd: bool,
    met_indiener: bool,
}

/// An item.
#[derive(Debug, Serialize)]
struct Rij<'a> {
    nummer: &'a str,
    titel: &'a str,
    besloten: bool,
    hamerstuk: bool,
    behandeling: Option<&'static str>,
    tijd: Option<String>,
    /// Where nobody says when it begins: how long it takes.
    duur: Option<String>,
    indiener: Option<&'a str>,
    vervallen: bool,
    /// How it came after the agenda was sent: `nieuw`, `gewijzigd` or `nagezonden`.
    sinds: Option<&'static str>,
}

/// One line alone says no more than its item.
const FEW: usize = 2;

/// The overview of the items that an agenda shows.
pub(super) fn overzicht(region: &Region, id: MeetingId, shown: impl Iterator<Item = usize>) -> Option<Overzicht<'_>> {
    let unsent = if region.public { Vec::new() } else { consultation::known_unsent(region, id) };
    let rijen: Vec<Rij> = shown.map(|index| rij(region, ItemId { meeting: id, index }, &unsent)).collect();
    let any = |has: fn(&Rij) -> bool| rijen.iter().any(has);
    let (met_behandeling, met_indiener) = (any(|rij| rij.behandeling.is_some()), any(|rij| rij.indiener.is_some()));
    let met_tijd = any(|rij| rij.tijd.is_some() || rij.duur.is_some());
    (rijen.len() >= FEW).then_some(Overzicht { rijen, met_behandeling, met_tijd, met_indiener })
}

fn rij<'a>(region: &'a Region, id: ItemId, unsent: &[(usize, Unsent)]) -> Rij<'a> {
    let (item, meeting) = (&region[id], &region[id.meeting]);
    let vervallen = item.cancelled.is_some();
    let tijd = slot(meeting, item).filter(|_| !vervallen && !meeting.is_written());
    let duur = item.duration.filter(|minutes| *minutes > 0 && !vervallen && !meeting.is_written() && tijd.is_none());
    Rij {
        nummer: &item.number,
        titel: &item.title,
        besloten: meeting.is_closed(id.index) && !region.public,
        hamerstuk: item.formality,
        behandeling: item.is_whole().then(|| item.treatment.word()),
        tijd,
        duur: duur.map(dutch::minutes),
        indiener: item.submitter.map(|by| region.actor_on(by, meeting.date.value)),
        vervallen,
        sinds: since(region, id, unsent).filter(|_| !vervallen),
    }
}

/// From when until when, or from when alone; nobody plans an item for when the meeting is over.
fn slot(meeting: &Meeting, item: &Item) -> Option<String> {
    let begin = meeting.start_of(item)?;
    let end = item.end.filter(|end| meeting.lasts_until(*end));
    Some(end.map_or_else(|| dutch::time(begin), |end| dutch::slot(begin, end)))
}

fn since(region: &Region, id: ItemId, unsent: &[(usize, Unsent)]) -> Option<&'static str> {
    let mut own = unsent.iter().filter(|(at, _)| *at == id.index).map(|(_, what)| *what);
    match own.next() {
        Some(Unsent::New) => Some("nieuw"),
        Some(_) => Some("gewijzigd"),
        None => {
            let mut late = region[id.meeting].sendings_of(SendingKind::Late);
            late.any(|sending| sending.of(id.index).is_some()).then_some("nagezonden")
        }
    }
}
