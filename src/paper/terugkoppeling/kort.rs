//! A report to one party in three lines: what came of its reservation, of its input, and what it must do now.

mod inbreng;
mod standpunt;

use serde::Serialize;

use self::inbreng::Inbreng;
use self::standpunt::Standpunt;
use super::taken::{self, Taak};
use super::terugkomst::{self, Terugkomst};
use crate::dutch;
use crate::model::consultation::{self, Asked};
use crate::model::{ItemId, MeetingId, Outcome, PartyId, Region};
use crate::paper::Scope;

/// The lines; an empty list is a line that is not there.
#[derive(Debug, Serialize)]
pub(super) struct Kort<'a> {
    standpunten: Vec<Standpunt<'a>>,
    #[serde(flatten)]
    inbreng: Inbreng<'a>,
    toegezegd: Vec<Taak<'a>>,
    taken: Vec<Taak<'a>>,
    vast_te_stellen: Vec<Verwijzing<'a>>,
    terug: Vec<Terug<'a>>,
}

/// An item.
#[derive(Debug, Serialize)]
pub(super) struct Verwijzing<'a> {
    nummer: &'a str,
    titel: &'a str,
}

/// An item that comes back, and where.
#[derive(Debug, Serialize)]
pub(super) struct Terug<'a> {
    nummer: &'a str,
    /// The numbers of the requested decisions on which the party said more than yes or that were put off, where not all were.
    besluit: Option<String>,
    besluiten: Option<String>,
    titel: &'a str,
    waar: Vec<Terugkomst<'a>>,
}

/// The lines about these items of a meeting.
pub(super) fn of<'a>(scope: &Scope<'a>, id: MeetingId, items: &[ItemId], asked: Asked) -> Kort<'a> {
    let mut kort = Kort {
        standpunten: items.iter().flat_map(|at| standpunt::of(scope, *at, asked)).collect(),
        inbreng: inbreng::of(scope.region, id, items, asked.party),
        toegezegd: Vec::new(),
        taken: Vec::new(),
        vast_te_stellen: Vec::new(),
        terug: Vec::new(),
    };
    for &at in items {
        tasks(scope, at, asked, &mut kort);
    }
    kort
}

/// What is to be done, and what was promised.
fn tasks<'a>(scope: &Scope<'a>, at: ItemId, asked: Asked, kort: &mut Kort<'a>) {
    let region = scope.region;
    let (nummer, titel) = (region[at].number.as_str(), region[at].title.as_str());
    for task in region[at.meeting].treated(at.index).iter().flat_map(|it| taken::of(scope, at.meeting, asked.party, it))
    {
        if task.promised {
            kort.toegezegd.push(task);
        } else if task.own && task.open {
            kort.taken.push(task);
        }
    }
    if region.awaits(at, scope.today) == Some(asked.party) {
        kort.vast_te_stellen.push(Verwijzing { nummer, titel });
    }
    let waar = terugkomst::of(scope, at, asked.party);
    if !waar.is_empty() {
        let (besluit, besluiten) = decisions(region, at, asked.party);
        kort.terug.push(Terug { nummer, besluit, besluiten, titel, waar });
    }
}

/// The requested decisions of an item that what follows matters for, by their numbers, where they are not all: one, or more.
fn decisions(region: &Region, at: ItemId, party: PartyId) -> (Option<String>, Option<String>) {
    let treated = region[at.meeting].treated(at.index);
    let put_off = |number| treated.and_then(|it| it.outcome_of(number)).is_some_and(Outcome::is_put_off);
    let matters = |number: &usize| put_off(*number) || consultation::said_more_of(region, at, party, *number);
    let all = region[at].requested.len();
    let numbers: Vec<String> = (1..=all).filter(matters).map(|number| number.to_string()).collect();
    let named = dutch::list(&numbers).filter(|_| numbers.len() < all);
    if numbers.len() > 1 { (None, named) } else { (named, None) }
}
