//! The first page: what comes next, what was decided last, and what this is about.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::register::{self, Besluit};
use super::{Scope, address};
use crate::dutch;
use crate::model::called;
use crate::model::{BodyId, MeetingId};
use crate::paper::head::{days, times};
use crate::paper::{Field, Fields, View};

/// The page.
#[derive(Debug, Serialize)]
struct Start<'a> {
    regio: &'a str,
    stand: String,
    voorbeeld: Option<&'a str>,
    over: Option<Field>,
    overleggen: Vec<Overleg<'a>>,
    /// The meeting in which they were decided.
    besluiten_van: Option<String>,
    besluiten: Vec<Besluit<'a>>,
}

/// A body that makes something public, with its meetings that are to come.
#[derive(Debug, Serialize)]
struct Overleg<'a> {
    naam: &'a str,
    vergaderingen: Vec<Komend<'a>>,
    gepland: Vec<String>,
}

/// A meeting that is to come.
#[derive(Debug, Serialize)]
pub(super) struct Komend<'a> {
    datum: String,
    tijd: Option<String>,
    plaats: Option<&'a str>,
    /// The days of a written round.
    ronde: Option<String>,
    vervallen: bool,
    /// It is made up, in a dossier that is not.
    voorbeeld: bool,
    /// Everybody may see its agenda.
    agenda: bool,
    adres: String,
}

/// Composes the page.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> View<'a> {
    let (region, today, mut fields) = (scope.region, scope.today, Fields::default());
    let covenant = &region.covenant;
    let besluiten = register::latest(scope, &mut fields);
    let data = Start {
        regio: &covenant.region,
        stand: dutch::date(today),
        voorbeeld: covenant.example.as_deref(),
        over: fields.maybe(region.site.about.as_ref().map(|about| about.value.as_str())),
        overleggen: bodies(scope),
        besluiten_van: besluiten.first().map(Besluit::moment),
        besluiten,
    };
    View { template: "site-start", fields: fields.0, data: Box::new(data), ..View::default() }
}

/// The bodies, those with the highest place first.
fn bodies<'a>(scope: &Scope<'a>) -> Vec<Overleg<'a>> {
    let region = scope.region;
    let mut coming: BTreeMap<BodyId, Vec<MeetingId>> = BTreeMap::new();
    for id in scope.meetings.iter().filter(|id| region[**id].last_day() >= scope.today) {
        coming.entry(region[*id].body).or_default().push(*id);
    }
    let body = |id: BodyId| {
        let mut ids = coming.get(&id).cloned().unwrap_or_default();
        ids.sort_by_key(|id| (region[*id].date.value, *id));
        let planned: Vec<NaiveDate> = region.planned_days(id).filter(|day| *day >= scope.today).take(4).collect();
        Overleg {
            naam: region[id].name_on(scope.today),
            vergaderingen: ids.into_iter().map(|id| meeting(scope, id)).collect(),
            gepland: planned.into_iter().map(dutch::date).collect(),
        }
    };
    region.shown_bodies().map(body).collect()
}

/// A meeting in a list.
pub(super) fn meeting<'a>(scope: &Scope<'a>, id: MeetingId) -> Komend<'a> {
    let (region, meeting) = (scope.region, &scope.region[id]);
    Komend {
        datum: dutch::capital(&(days(meeting) + &called::apart_by_time(region, id))),
        tijd: times(meeting, meeting.begin, meeting.end),
        plaats: meeting.room(),
        ronde: meeting.is_written().then(|| dutch::round_days(meeting.date.value, meeting.last_day())),
        vervallen: meeting.cancelled.is_some(),
        voorbeeld: meeting.example.is_some(),
        agenda: meeting.released.agenda.is_open(),
        adres: address(region, id),
    }
}
