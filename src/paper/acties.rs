//! What is still to be done: actions, commitments, adoptions and reservations of all meetings, with the ledger.

mod behandeld;
mod voorbehouden;

use chrono::NaiveDate;
use serde::Serialize;

use self::behandeld::{Behandeld, handled};
use self::voorbehouden::{Opgelost, lifted, reserved};
use super::{Addressees, Field, Fields, Missing, Scope, View};
use super::{parts, results};
use crate::dutch;
use crate::model::called;
use crate::model::queries::{Standing, Tracked};
use crate::model::{ItemId, Mailing, MeetingId, Region, Subject};
use crate::word::Word as _;

/// The name of its file, which tells of all bodies or of one.
pub(super) const STEM: &str = "acties";

/// The action list.
#[derive(Debug, Serialize)]
pub(super) struct Actielijst<'a> {
    regio: &'a str,
    overleg: Option<&'a str>,
    datum: String,
    voorbeeld: Option<&'a str>,
    openbaar: bool,
    /// The meetings of which the minutes were changed after their adoption.
    veranderd: Option<String>,
    acties: Vec<Taak<'a>>,
    toezeggingen: Vec<Taak<'a>>,
    klaar: Vec<Taak<'a>>,
    vast_te_stellen: Vec<Besluit<'a>>,
    behandeld: Vec<Behandeld<'a>>,
    /// Nothing in a public view: reservations are not public.
    voorbehouden: Option<Vec<Besluit<'a>>>,
    opgelost: Vec<Opgelost<'a>>,
}

/// An action or commitment.
#[derive(Debug, Serialize)]
pub(super) struct Taak<'a> {
    #[serde(skip)]
    order: (Option<NaiveDate>, MeetingId, u16),
    overleg: &'a str,
    vergadering: String,
    correcties: Option<String>,
    soort: &'static str,
    nr: u16,
    wat: &'a str,
    wie: Option<String>,
    /// Who had it, where that one is not there any more.
    wie_eerst: Option<String>,
    aan: Option<String>,
    aan_eerst: Option<String>,
    uiterlijk: Option<String>,
    eerst: Option<String>,
    te_laat: bool,
    afgerond: Option<String>,
    vervallen: Option<String>,
    reden: Option<&'a str>,
    toelichting: Option<Toelichting>,
}

/// The newest explanation in the ledger, and its day.
#[derive(Debug, Serialize)]
pub(super) struct Toelichting {
    datum: String,
    tekst: Field,
}

/// An item to which something still has to happen: a college has to adopt it, or a reservation stands.
#[derive(Debug, Serialize)]
pub(super) struct Besluit<'a> {
    overleg: &'a str,
    vergadering: String,
    nummer: &'a str,
    titel: &'a str,
    correcties: Option<String>,
    uitkomst: Option<String>,
    college: Option<String>,
    college_eerst: Option<String>,
    /// What the college wrote, where its words do not tell whether it decided.
    woorden: Option<&'a str>,
    /// The decisions, of an item that asks more: one, or a list of them.
    bij: Option<String>,
    bij_meer: Option<String>,
    van: Option<String>,
    van_eerst: Option<String>,
    /// They said something else on the same day, and nobody can say which was the last.
    onzeker: bool,
    /// The words of the minutes do not say whether it stands.
    onduidelijk: bool,
    /// The minutes tell of somebody's input on it.
    met_inbreng: bool,
}

/// Whether an action list of the scope tells of nothing at all.
#[must_use]
pub fn nothing_to_do(scope: &Scope<'_>) -> bool {
    let list = whole(scope, &mut Fields::default());
    let tasks = [&list.acties, &list.toezeggingen, &list.klaar];
    let items = [&list.vast_te_stellen].into_iter().chain(&list.voorbehouden);
    let more = list.veranderd.is_some() || !list.behandeld.is_empty() || !list.opgelost.is_empty();
    !more && tasks.iter().all(|it| it.is_empty()) && items.into_iter().all(Vec::is_empty)
}

/// Composes the action list.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let region = scope.region;
    if region.public && meetings(scope).next().is_none() {
        let why = "Er zijn geen openbare acties: op deze dag is geen besluitenlijst en geen verslag openbaar.";
        return Err(Missing(why.to_owned()));
    }
    let mut fields = Fields::default();
    let data = whole(scope, &mut fields);
    let body = data.overleg;
    Ok(vec![View {
        template: "acties",
        stem: scope.body.map_or_else(|| STEM.to_owned(), |body| format!("{STEM}-{}", region[body].key)),
        label: "Acties".to_owned(),
        title: format!("Acties {}, {}", body.unwrap_or(&region.covenant.region), data.datum),
        fields: fields.0,
        addressees: Addressees::Members(Mailing::Minutes),
        data: Box::new(data),
        ..View::default()
    }])
}

/// All that the list tells.
fn whole<'a>(scope: &Scope<'a>, fields: &mut Fields<'a>) -> Actielijst<'a> {
    let region = scope.region;
    let (mut open, mut klaar): (Vec<Taak>, Vec<Taak>) =
        tasks(scope, fields).into_iter().partition(|task| task.afgerond.is_none() && task.vervallen.is_none());
    // What has no date comes last.
    open.sort_by_key(|task| (task.order.0.is_none(), task.order));
    klaar.sort_by_key(|task| (task.order.1, task.order.2));
    let (acties, toezeggingen) = open.into_iter().partition(|task| task.soort == "actie");
    Actielijst {
        regio: &region.covenant.region,
        overleg: scope.body.map(|body| region[body].name.as_str()),
        datum: dutch::date(scope.today),
        voorbeeld: region.covenant.example.as_deref(),
        openbaar: region.public,
        veranderd: altered(scope),
        acties,
        toezeggingen,
        klaar,
        vast_te_stellen: to_adopt(scope),
        behandeld: handled(scope, fields),
        voorbehouden: (!region.public).then(|| reserved(scope)),
        opgelost: lifted(scope),
    }
}

/// The meetings that the list is about: held before or on the day, of the body when there is one.
fn meetings(scope: &Scope) -> impl Iterator<Item = MeetingId> {
    let (region, body, today) = (scope.region, scope.body, scope.today);
    let fits = move |id: &MeetingId| body.is_none_or(|body| region[*id].body == body);
    let shown =
        move |id: &MeetingId| region[*id].released.decisions.is_open() || region[*id].released.minutes.is_open();
    region.meeting_ids().filter(move |id| fits(id) && shown(id) && region[*id].last_day() <= today)
}

/// The meetings of the list of which the minutes are not those that were adopted.
fn altered(scope: &Scope) -> Option<String> {
    let changed = meetings(scope).filter(|id| scope.region[*id].altered);
    dutch::list(&changed.map(|id| called::meeting(scope.region, id)).collect::<Vec<_>>())
}

fn tasks<'a>(scope: &Scope<'a>, fields: &mut Fields<'a>) -> Vec<Taak<'a>> {
    let region = scope.region;
    let mut all = Vec::new();
    for id in meetings(scope) {
        for treated in region[id].minutes.iter().flat_map(|minutes| &minutes.items) {
            let at = ItemId { meeting: id, index: treated.item };
            for action in &treated.actions {
                let tracked = region.track(Subject::Action(id, action.number), action.due, scope.today);
                let task = task(scope, at, &tracked, action.due, fields);
                let (wie, wie_eerst) = parts::actors_now(region, id, &action.who, day_of(scope, &tracked));
                all.push(Taak { wat: &action.what, wie, wie_eerst, ..task("actie", action.number) });
            }
            for promise in &treated.commitments {
                let tracked = region.track(Subject::Commitment(id, promise.number), promise.due, scope.today);
                let task = task(scope, at, &tracked, promise.due, fields);
                let day = day_of(scope, &tracked);
                let (wie, wie_eerst) = parts::actors_now(region, id, promise.who.as_slice(), day);
                let (aan, aan_eerst) = parts::actors_now(region, id, &promise.to, day);
                let task = task("toezegging", promise.number);
                all.push(Taak { wat: &promise.what, wie, wie_eerst, aan, aan_eerst, ..task });
            }
        }
    }
    all
}

/// Whose it is: on the day of the list, or on which it was done or dropped.
const fn day_of(scope: &Scope, tracked: &Tracked) -> NaiveDate {
    match tracked.standing {
        Standing::Open => scope.today,
        Standing::Done(day) | Standing::Dropped(day, _) => day,
    }
}

/// The part of a row that follows from the ledger; the kind and number come last.
fn task<'a>(
    scope: &Scope<'a>,
    at: ItemId,
    tracked: &Tracked<'a>,
    agreed: Option<NaiveDate>,
    fields: &mut Fields<'a>,
) -> impl FnOnce(&'static str, u16) -> Taak<'a> {
    let region = scope.region;
    let (afgerond, vervallen, reden) = match tracked.standing {
        Standing::Open => (None, None, None),
        Standing::Done(day) => (Some(dutch::brief_date(day)), None, None),
        Standing::Dropped(day, reason) => (None, Some(dutch::brief_date(day)), Some(reason)),
    };
    let (due, moved, te_laat) = (tracked.due, tracked.moved, tracked.is_late(scope.today));
    let correcties = results::corrected(region, at, scope.today);
    let toelichting =
        tracked.explanation.map(|(day, text)| Toelichting { datum: dutch::brief_date(day), tekst: fields.add(text) });
    move |soort, nr| Taak {
        order: (due, at.meeting, nr),
        overleg: region.meets_as(at.meeting),
        vergadering: moment(region, at.meeting),
        correcties,
        soort,
        nr,
        wat: "",
        wie: None,
        wie_eerst: None,
        aan: None,
        aan_eerst: None,
        uiterlijk: due.map(dutch::brief_date),
        eerst: agreed.filter(|_| moved).map(dutch::brief_date),
        te_laat,
        afgerond,
        vervallen,
        reden,
        toelichting,
    }
}

/// The items of the minutes.
fn items(scope: &Scope) -> impl Iterator<Item = ItemId> {
    let region = scope.region;
    meetings(scope).flat_map(move |meeting| {
        let treated = region[meeting].minutes.iter().flat_map(|minutes| &minutes.items);
        treated.map(move |treated| ItemId { meeting, index: treated.item })
    })
}

/// What was assented to and still has to be adopted by a college, or of which its words do not tell whether it was.
fn to_adopt<'a>(scope: &Scope<'a>) -> Vec<Besluit<'a>> {
    let region = scope.region;
    let waiting = items(scope).filter_map(|id| {
        let unclear = region.unclear(id, scope.today).and_then(|entry| entry.adopted());
        let college = [unclear.map(|(college, _)| college).or_else(|| region.awaits(id, scope.today))?];
        let (college, college_eerst) = parts::names_now(region, id.meeting, &college, scope.today);
        let woorden = unclear.map(|(_, words)| words.trim());
        Some(Besluit { college, college_eerst, woorden, ..decision(scope, id) })
    });
    waiting.collect()
}

/// Which meeting of its body it was, for a table and the notes to it.
fn moment(region: &Region, id: MeetingId) -> String {
    format!("{}{}", called::brief_moment(&region[id]), called::apart_by_time(region, id))
}

fn decision<'a>(scope: &Scope<'a>, id: ItemId) -> Besluit<'a> {
    let region = scope.region;
    let treated = region[id.meeting].treated(id.index);
    let outcome = treated.and_then(|treated| treated.outcome);
    Besluit {
        overleg: region.meets_as(id.meeting),
        vergadering: moment(region, id.meeting),
        nummer: &region[id].number,
        titel: &region[id].title,
        correcties: results::corrected(region, id, scope.today),
        uitkomst: outcome.map(|outcome| dutch::capital(outcome.word())),
        college: None,
        college_eerst: None,
        woorden: None,
        bij: None,
        bij_meer: None,
        van: None,
        van_eerst: None,
        onzeker: false,
        onduidelijk: false,
        met_inbreng: treated.is_some_and(|treated| !treated.input.is_empty()),
    }
}
