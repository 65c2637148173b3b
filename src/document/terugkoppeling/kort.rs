//! A report to one party in three lines: what came of its reservation, of its input, and what it must do now.

use serde::Serialize;

use super::taken::{self, Taak};
use super::terugkomst::{self, Terugkomst};
use crate::consultation::{self, Asked, Stand};
use crate::document::{Scope, results, words};
use crate::dutch;
use crate::model::{ItemId, Outcome, ProgressKind, Region, Subject, Support};

/// The lines; an empty list is a line that is not there.
#[derive(Debug, Default, Serialize)]
pub struct Kort<'a> {
    standpunten: Vec<Standpunt<'a>>,
    /// Items whose minutes tell the party's input, and those whose minutes do not tell it apart.
    inbreng_verteld: Option<String>,
    inbreng_niet_verteld: Option<String>,
    inbreng_niet_benoemd: Vec<NietBenoemd<'a>>,
    toegezegd: Vec<Taak<'a>>,
    taken: Vec<Taak<'a>>,
    vast_te_stellen: Vec<Verwijzing<'a>>,
    terug: Vec<Terug<'a>>,
}

/// Where a party did not simply agree.
#[derive(Debug, Serialize)]
pub struct Standpunt<'a> {
    antwoord: &'static str,
    nummer: &'a str,
    titel: &'a str,
    uitkomst: Option<String>,
    vervallen: bool,
    /// The day on which the reservation was lifted; or it still stands.
    voorbehoud_vervallen: Option<String>,
    voorbehoud_staat: bool,
}

/// Input that was not named, and why.
#[derive(Debug, Serialize)]
pub struct NietBenoemd<'a> {
    nummer: &'a str,
    reden: &'a str,
}

/// An item.
#[derive(Debug, Serialize)]
pub struct Verwijzing<'a> {
    nummer: &'a str,
    titel: &'a str,
}

/// An item that comes back, and where.
#[derive(Debug, Serialize)]
pub struct Terug<'a> {
    nummer: &'a str,
    titel: &'a str,
    waar: Vec<Terugkomst>,
}

/// The lines about these items of a meeting.
pub fn of<'a>(scope: &Scope<'a>, items: &[ItemId], asked: Asked) -> Kort<'a> {
    let region = scope.region;
    let mut kort = Kort::default();
    let (mut told, mut untold) = (Vec::new(), Vec::new());
    for &at in items {
        kort.standpunten.extend(stances(scope, at, asked));
        let input = consultation::input(&region[at.meeting], asked.party, at.index);
        if input.is_some() && !results::is_withdrawn(region, at) {
            match fate(region, at, asked) {
                Fate::Told => told.push(region[at].number.as_str()),
                Fate::Untold => untold.push(region[at].number.as_str()),
                Fate::NotNamed(reden) => {
                    kort.inbreng_niet_benoemd.push(NietBenoemd { nummer: &region[at].number, reden });
                }
            }
        }
        tasks(scope, at, asked, &mut kort);
    }
    kort.inbreng_verteld = dutch::list(&told);
    kort.inbreng_niet_verteld = dutch::list(&untold);
    kort
}

/// What the minutes say of a party's input.
enum Fate<'a> {
    Told,
    Untold,
    NotNamed(&'a str),
}

fn fate(region: &Region, at: ItemId, asked: Asked) -> Fate<'_> {
    let all = region[at.meeting].treated(at.index).into_iter().flat_map(|treated| &treated.input);
    let mut fate = Fate::Untold;
    for input in all.filter(|input| input.from == asked.party) {
        match (&input.text, &input.not_named) {
            (Some(_), _) => return Fate::Told,
            (None, Some(reason)) => fate = Fate::NotNamed(reason),
            (None, None) => {}
        }
    }
    fate
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
    if region[at].adopted_by == Some(asked.party) && results::waits_for_adoption(scope, at) {
        kort.vast_te_stellen.push(Verwijzing { nummer, titel });
    }
    let waar: Vec<Terugkomst> = terugkomst::of(scope, at).into_iter().filter(|back| back.komt).collect();
    if !waar.is_empty() {
        kort.terug.push(Terug { nummer, titel, waar });
    }
}

/// Where the party did not simply agree on an item, a line per stance.
fn stances<'a>(scope: &Scope<'a>, at: ItemId, asked: Asked) -> Vec<Standpunt<'a>> {
    let region = scope.region;
    let decisions = consultation::decisions_of(region, at, asked.party);
    let stands = consultation::stands(region, at, asked.party);
    let told = [Support::Reserved, Support::No, Support::MoreTime].map(Stand::Answered);
    let stance = |stand: Stand| {
        let of = |(number, its): (&usize, &Stand)| (*its == stand).then_some(*number);
        let numbers: Vec<usize> = decisions.iter().zip(&stands).filter_map(of).collect();
        (!numbers.is_empty()).then(|| {
            let outcomes = outcomes(region, at, &numbers);
            let lifted = (stand == Stand::Answered(Support::Reserved)).then(|| lifted(scope, at, asked)).flatten();
            let reserved = outcomes.contains(&Outcome::AssentedReserved);
            let names: Vec<String> = outcomes.iter().map(|it| dutch::small(words::outcome(*it))).collect();
            Standpunt {
                antwoord: words::stand(stand, region[at].treatment),
                nummer: &region[at].number,
                titel: &region[at].title,
                uitkomst: dutch::list(&names),
                vervallen: results::is_withdrawn(region, at),
                voorbehoud_staat: reserved && lifted.is_none() && stand == Stand::Answered(Support::Reserved),
                voorbehoud_vervallen: lifted,
            }
        })
    };
    told.into_iter().filter_map(stance).collect()
}

/// What came of these decisions of an item, each outcome once.
fn outcomes(region: &Region, at: ItemId, numbers: &[usize]) -> Vec<Outcome> {
    let Some(treated) = region[at.meeting].treated(at.index) else { return Vec::new() };
    let mut all: Vec<Outcome> = Vec::new();
    for number in numbers {
        let own = treated.exceptions.iter().find(|(nr, _)| usize::from(*nr) == *number).map(|(_, outcome)| *outcome);
        all.extend(own.or(treated.outcome).filter(|outcome| !all.contains(outcome)));
    }
    all
}

/// When the reservation of a party was lifted, by itself or by what it was merged into.
fn lifted(scope: &Scope, at: ItemId, asked: Asked) -> Option<String> {
    let mut entries = scope.region.progress_of(Subject::Item(at.meeting, at.index), scope.today);
    let entry = entries.find(|entry| match entry.kind {
        ProgressKind::ReservationLifted(by) => scope.region.is_of(asked.party, by, entry.date),
        _ => false,
    });
    entry.map(|entry| dutch::date(entry.date))
}
