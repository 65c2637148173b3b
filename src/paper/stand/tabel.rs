//! How parties stand, in tables: requested decisions against parties.

use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{ItemId, MeetingId, PartyId};
use crate::paper::standpunten::{self, Known};
use crate::paper::words::Woord;
use crate::paper::{Scope, words};

/// More columns than this do not fit on a page.
const COLUMNS: usize = 5;

/// A table with at most [`COLUMNS`] parties.
#[derive(Debug, Serialize)]
pub(super) struct Tabel<'a> {
    partijen: Vec<&'a str>,
    rijen: Vec<Rij>,
}

/// A requested decision, or an item about which only input is asked.
#[derive(Debug, Serialize)]
pub(super) struct Rij {
    /// Nothing of the agenda as a whole.
    besluit: Option<String>,
    cellen: Vec<Cel>,
}

/// How one party stands.
#[expect(clippy::struct_excessive_bools, reason = "independent marks, most of them false")]
#[derive(Debug, Serialize)]
pub(super) struct Cel {
    antwoord: Option<Woord>,
    /// What was answered, where it was to an earlier text.
    eerder: Option<Woord>,
    /// To what that was: an earlier text, or another question.
    eerdere: Option<&'static str>,
    /// It answered otherwise too on that day, and nobody knows what it said last.
    onzeker: bool,
    /// It did not answer, and what it was asked is not what is asked now.
    anders_gevraagd: bool,
    /// The day on which the reservation was lifted.
    vervallen_op: Option<String>,
    stukken: Option<&'static str>,
    inbreng: bool,
    benoemen: bool,
}

/// The tables of some parties; of those that were not to be asked only what they said.
pub(super) fn of<'a>(scope: &Scope<'a>, id: MeetingId, parties: &[PartyId], own: &[PartyId]) -> Vec<Tabel<'a>> {
    parties.chunks(COLUMNS).map(|some| table(scope, id, some, own)).filter(|it| !it.rijen.is_empty()).collect()
}

fn table<'a>(scope: &Scope<'a>, id: MeetingId, parties: &[PartyId], own: &[PartyId]) -> Tabel<'a> {
    let region = scope.region;
    let mut rijen = Vec::new();
    for (index, item) in region[id].proposals() {
        let at = ItemId { meeting: id, index };
        let decisions = consultation::decisions(region, at);
        let numbers = if decisions.is_empty() { vec![0] } else { decisions };
        for number in numbers {
            let cellen: Vec<Cel> = parties.iter().map(|party| cell(scope, at, *party, number, own)).collect();
            if number == 0 && cellen.iter().all(|cell| !cell.inbreng) {
                continue;
            }
            let besluit = match number {
                0 => format!("{}. {}", item.number, item.title),
                number => format!("{}, besluit {number}: {}", item.number, item.requested[number - 1].value),
            };
            rijen.push(Rij { besluit: Some(besluit), cellen });
        }
    }
    let cellen: Vec<Cel> = parties.iter().map(|party| whole(scope, id, *party)).collect();
    if cellen.iter().any(|cell| cell.inbreng) {
        rijen.push(Rij { besluit: None, cellen });
    }
    Tabel { partijen: parties.iter().map(|party| region.called(id, *party)).collect(), rijen }
}

/// `number` is 0 for an item about which only input is asked; input is shown with the first decision.
fn cell(scope: &Scope, at: ItemId, party: PartyId, number: usize, own: &[PartyId]) -> Cel {
    let region = scope.region;
    let Known { stand, newest, lifted } = standpunten::known(region, at, party, number, scope.today);
    let one_of = newest.filter(|_| stand == Stand::Unordered).map(|newest| words::answer(newest.answer, &region[at]));
    let over = consultation::is_closed_on(&region[at.meeting], scope.today);
    let word = one_of.unwrap_or_else(|| words::stand_on(stand, region[at].treatment, over));
    let stale = newest.filter(|newest| newest.stale);
    let input = consultation::input(&region[at.meeting], party, at.index).filter(|_| number <= 1);
    Cel {
        antwoord: Some(word)
            .filter(|_| number > 0 && (newest.is_some() || !own.contains(&party) && region[at].asks(number))),
        eerder: stale.map(|newest| words::answer(newest.answer, &region[at])),
        eerdere: stale.map(|newest| words::question(newest.answer, &region[at])),
        onzeker: stand == Stand::Unordered,
        anders_gevraagd: stand == Stand::Silent
            && consultation::was_asked_otherwise(&region[at.meeting], party, at.index, number),
        vervallen_op: lifted.map(dutch::brief_date),
        stukken: newest.filter(|newest| !newest.stale).and_then(|newest| words::seen(newest.seen)),
        inbreng: input.is_some(),
        benoemen: input.is_some_and(|(_, name_it)| name_it),
    }
}

/// The input of a party on the agenda as a whole.
fn whole(scope: &Scope, id: MeetingId, party: PartyId) -> Cel {
    let inbreng = consultation::general(&scope.region[id], party).is_some();
    let (antwoord, eerder, eerdere, stukken) = (None, None, None, None);
    Cel {
        antwoord,
        eerder,
        eerdere,
        onzeker: false,
        anders_gevraagd: false,
        vervallen_op: None,
        stukken,
        inbreng,
        benoemen: false,
    }
}
