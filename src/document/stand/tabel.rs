//! How parties stand, in tables: requested decisions against parties.

use serde::Serialize;

use crate::consultation::{self, Stand};
use crate::document::{Scope, words};
use crate::model::{ItemId, MeetingId, PartyId};

/// More columns than this do not fit on a page.
const COLUMNS: usize = 5;

/// A table with at most [`COLUMNS`] parties.
#[derive(Debug, Serialize)]
pub struct Tabel<'a> {
    partijen: Vec<&'a str>,
    rijen: Vec<Rij>,
}

/// A requested decision, or an item about which only input is asked.
#[derive(Debug, Serialize)]
pub struct Rij {
    besluit: String,
    cellen: Vec<Cel>,
}

/// How one party stands.
#[derive(Debug, Serialize)]
pub struct Cel {
    antwoord: Option<&'static str>,
    /// What was answered, where it was to an earlier text.
    eerder: Option<&'static str>,
    stukken: Option<&'static str>,
    inbreng: bool,
    benoemen: bool,
}

/// The tables of some parties.
pub fn of<'a>(scope: &Scope<'a>, id: MeetingId, parties: &[PartyId]) -> Vec<Tabel<'a>> {
    parties.chunks(COLUMNS).map(|some| table(scope, id, some)).filter(|it| !it.rijen.is_empty()).collect()
}

fn table<'a>(scope: &Scope<'a>, id: MeetingId, parties: &[PartyId]) -> Tabel<'a> {
    let region = scope.region;
    let mut rijen = Vec::new();
    for (index, item) in region[id].proposals() {
        let at = ItemId { meeting: id, index };
        let decisions = consultation::decisions(region, at);
        let numbers = if decisions.is_empty() { vec![0] } else { decisions };
        for number in numbers {
            let cellen: Vec<Cel> = parties.iter().map(|party| cell(scope, at, *party, number)).collect();
            if number == 0 && cellen.iter().all(|cell| !cell.inbreng) {
                continue;
            }
            let besluit = match number {
                0 => format!("{}. {}", item.number, item.title),
                number => format!("{}, besluit {number}: {}", item.number, item.requested[number - 1].value),
            };
            rijen.push(Rij { besluit, cellen });
        }
    }
    Tabel { partijen: parties.iter().map(|party| region[*party].name.as_str()).collect(), rijen }
}

/// `number` is 0 for an item about which only input is asked; input is shown with the first decision.
fn cell(scope: &Scope, at: ItemId, party: PartyId, number: usize) -> Cel {
    let region = scope.region;
    let (stand, newest) = consultation::standing(region, at, party, number);
    let word = words::stand_on(stand, region[at].treatment, region[at.meeting].is_done(scope.today));
    let input = consultation::input(&region[at.meeting], party, at.index).filter(|_| number <= 1);
    Cel {
        antwoord: Some(word).filter(|_| number > 0 && (newest.is_some() || region[at].asks(number))),
        eerder: newest
            .filter(|newest| newest.stale)
            .map(|newest| words::stand(Stand::Answered(newest.answer.support), region[at].treatment)),
        stukken: newest.filter(|newest| !newest.stale).and_then(|newest| words::seen(newest.seen)),
        inbreng: input.is_some(),
        benoemen: input.is_some_and(|(_, name_it)| name_it),
    }
}
