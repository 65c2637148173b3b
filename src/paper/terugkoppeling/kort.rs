//! A report to one party in three lines: what came of its reservation, of its input, and what it must do now.

mod inbreng;
mod standpunt;

use serde::Serialize;

use self::inbreng::Inbreng;
pub(super) use self::inbreng::is_told_as_it_is;
use self::standpunt::Standpunt;
use super::taken::{self, Taak};
use crate::model::consultation::Asked;
use crate::model::{ItemId, MeetingId};
use crate::paper::Scope;

/// The lines; an empty list is a line that is not there.
#[derive(Debug, Serialize)]
pub(super) struct Kort<'a> {
    standpunten: Vec<Standpunt<'a>>,
    /// It said nothing but yes to all that it was asked: in what words.
    overal: Option<&'static str>,
    #[serde(flatten)]
    inbreng: Inbreng<'a>,
    toegezegd: Vec<Taak<'a>>,
    taken: Vec<Taak<'a>>,
    vast_te_stellen: Vec<Verwijzing<'a>>,
    /// Nothing of the meeting is left for the party to do.
    niets_te_doen: bool,
}

/// An item.
#[derive(Debug, Serialize)]
pub(super) struct Verwijzing<'a> {
    nummer: &'a str,
    titel: &'a str,
}

/// The lines about these items of a meeting.
pub(super) fn of<'a>(scope: &Scope<'a>, id: MeetingId, items: &[ItemId], asked: Asked) -> Kort<'a> {
    let mut kort = Kort {
        overal: standpunt::throughout(scope.region, items, asked.party),
        standpunten: items.iter().flat_map(|at| standpunt::of(scope, *at, asked)).collect(),
        inbreng: inbreng::of(scope.region, id, items, asked.party),
        toegezegd: Vec::new(),
        taken: Vec::new(),
        vast_te_stellen: Vec::new(),
        niets_te_doen: false,
    };
    for &at in items {
        tasks(scope, at, asked, &mut kort);
    }
    kort.overal = kort.overal.filter(|_| kort.standpunten.is_empty());
    // nothing is concluded from what was left out
    let is_whole = !scope.region[id].broken && !scope.region.progress_broken;
    let is_settled = kort.standpunten.iter().all(Standpunt::is_settled);
    kort.niets_te_doen = is_whole && is_settled && kort.taken.is_empty() && kort.vast_te_stellen.is_empty();
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
}
