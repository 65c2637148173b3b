//! What several documents say: the meeting in the head, an item of the agenda, its papers, the next meetings.

mod adviezen;
mod stukken;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use self::adviezen::{Advies, advice};
pub(super) use self::stukken::{Stuk, papers};
use super::agenda::PuntAnnotatie;
pub(super) use super::head::{Vergadering, head, head_of_agenda, head_of_minutes, head_of_question};
use super::head::{days, times};
use super::record::{self, Actielijst, Verslag};
use super::{Field, Fields, Missing, Scope};
use crate::dutch;
use crate::model::called;
use crate::model::earlier::Discussed;
use crate::model::{Actor, Cancelled, Dated, Item, ItemId, Meeting, MeetingId, PartyId, Region, Shown};
use crate::word::Word as _;

/// What was withdrawn, why, and where it went.
#[derive(Debug, Serialize)]
pub(super) struct Vervallen<'a> {
    datum: String,
    /// The same for a table.
    datum_kort: String,
    /// Not in public of what is closed.
    reden: Option<&'a str>,
    /// `de vergadering van donderdag 11 december 2025`
    naar: Option<String>,
}

/// An item as the agenda, the cover note and the consultation show it.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Punt<'a> {
    nummer: &'a str,
    titel: &'a str,
    subpunt: bool,
    besloten: bool,
    /// For the public: it says something else than was sent.
    gewijzigd: bool,
    hamerstuk: bool,
    behandeling: Option<&'static str>,
    behandeling_hoofdletter: Option<String>,
    tijd: Option<String>,
    duur: Option<String>,
    indiener: Option<&'a str>,
    opsteller: Option<&'a str>,
    besproken_in: Vec<Eerder<'a>>,
    adviezen: Vec<Advies<'a>>,
    vervolg_op: Vec<Eerder<'a>>,
    vervallen: Option<Vervallen<'a>>,
    gevraagd: Vec<&'a str>,
    toelichting: Option<Field>,
    vast_te_stellen_door: Option<&'a str>,
    /// The minutes or decision lists that it adopts.
    verslagen: Vec<Verslag<'a>>,
    actielijst: Option<Actielijst>,
    stukken: Vec<Stuk<'a>>,
    pub annotatie: Option<PuntAnnotatie<'a>>,
}

/// An earlier item.
#[derive(Debug, Serialize)]
pub(super) struct Eerder<'a> {
    /// `het AO Breed Participatie op donderdag 11 september 2025`
    vergadering: String,
    /// Its day, or that of the closing of a written round, and of another body its name: `donderdag 11 september 2025`.
    moment: String,
    nummer: &'a str,
    /// Else it was on the agenda, and nobody knows yet what came of it.
    besproken: bool,
    /// What was advised there is told, and with it where.
    met_advies: bool,
}

/// A later meeting of the same body.
#[derive(Debug, Serialize)]
pub(super) struct Volgende<'a> {
    datum: String,
    datum_hoofdletter: String,
    tijd: Option<String>,
    plaats: Option<&'a str>,
    /// The body agreed to meet then, and there is no folder for it yet.
    gepland: bool,
}

/// The meeting of the scope; documents about a meeting need one.
pub(super) fn meeting_of(scope: &Scope) -> Result<MeetingId, Missing> {
    scope.meeting.ok_or_else(|| Missing("Voor dit stuk is een vergadering nodig.".to_owned()))
}

/// The title of a paper about a meeting: `Agenda Regionaal Beraad, donderdag 9 oktober 2025`.
pub(super) fn title(kind: &str, region: &Region, id: MeetingId) -> String {
    format!("{kind} {}", called::titled(region, id))
}

/// What was withdrawn from a meeting, and where it goes now, as far as is known on a day.
pub(super) fn withdrawn<'a>(region: &Region, from: MeetingId, it: &'a Cancelled, day: NaiveDate) -> Vervallen<'a> {
    let to = it.goes_to(region, day).map(|to| called::going_to(region, from, to));
    Vervallen { naar: to, ..withdrawn_to(it) }
}

/// The same in papers of what was, as known on a day.
pub(super) fn withdrawn_then<'a>(region: &Region, cancelled: &'a Cancelled, day: NaiveDate) -> Vervallen<'a> {
    let to = called::went_to(region, cancelled, day);
    Vervallen { naar: to, ..withdrawn_to(cancelled) }
}

/// The same as the agenda tells it, before the meeting and after it.
fn withdrawn_on<'a>(region: &Region, from: MeetingId, cancelled: &'a Cancelled, today: NaiveDate) -> Vervallen<'a> {
    let there = &region[from];
    if there.is_over(today) {
        withdrawn_then(region, cancelled, there.last_day())
    } else {
        withdrawn(region, from, cancelled, today)
    }
}

fn withdrawn_to(cancelled: &Cancelled) -> Vervallen<'_> {
    let reden = Some(cancelled.reason.as_str()).filter(|reason| !reason.is_empty());
    let (day, naar) = (cancelled.date, None);
    Vervallen { datum: dutch::date(day), datum_kort: dutch::brief_date(day), reden, naar }
}

/// An item of the agenda, without notes for the chair.
pub(super) fn item<'a>(scope: &Scope<'a>, id: ItemId, fields: &mut Fields<'a>) -> Punt<'a> {
    let region = scope.region;
    let item = &region[id];
    let treatment = item.is_whole().then(|| item.treatment.word());
    let adviezen = advice(scope, id);
    let discussed = |it: ItemId| match region.discussed(it, scope.today) {
        Discussed::Yes => {
            let met_advies = adviezen.iter().any(|(told, _)| *told == it);
            Some(Eerder { besproken: true, met_advies, ..before(region, id, it) })
        }
        Discussed::Listed => Some(before(region, id, it)),
        Discussed::Unknown | Discussed::No(_) => None,
    };
    let held = |it: &ItemId| region[it.meeting].cancelled.is_none();
    // a written round is at no time of a day
    let at_table = !region[id.meeting].is_written();
    Punt {
        nummer: &item.number,
        titel: &item.title,
        subpunt: item.parent.is_some(),
        besloten: region[id.meeting].is_closed(id.index),
        gewijzigd: item.shown == Shown::Changed,
        hamerstuk: item.formality,
        behandeling: treatment,
        behandeling_hoofdletter: treatment.map(dutch::capital),
        tijd: region[id.meeting].start_of(item).filter(|_| item.cancelled.is_none() && at_table).map(dutch::time),
        duur: lasts(item).filter(|minutes| *minutes > 0 && at_table).map(dutch::minutes),
        indiener: item.submitter.map(|by| region.actor_on(by, region[id.meeting].date.value)),
        opsteller: item.author.as_ref().map(|author| author.as_str()),
        besproken_in: item.discussed_in.iter().filter_map(|it| discussed(it.value)).collect(),
        adviezen: adviezen.into_iter().map(|(_, told)| told).collect(),
        vervolg_op: item.follows.iter().map(|it| it.value).filter(held).map(|it| before(region, id, it)).collect(),
        vervallen: item.cancelled.as_ref().map(|cancelled| withdrawn_on(region, id.meeting, cancelled, scope.today)),
        gevraagd: item.requested.iter().map(|asked| asked.value.as_str()).collect(),
        toelichting: fields.maybe(item.explanation.as_ref().map(|text| &text.value)),
        vast_te_stellen_door: item.to_be_adopted_by.map(|college| region.called(id.meeting, college)),
        verslagen: record::adopted(scope, id),
        actielijst: record::action_list(scope, id),
        stukken: papers(scope, item),
        annotatie: None,
    }
}

/// How long an item takes: from its begin until its end where these are known, so that both are told alike.
fn lasts(item: &Item) -> Option<u16> {
    let Some((begin, end)) = item.start.zip(item.end) else { return item.duration };
    let minutes = (end - begin).num_minutes();
    u16::try_from(minutes.rem_euclid(24 * 60)).ok()
}

/// An earlier item, in a paper about a later one.
fn before(region: &Region, later: ItemId, id: ItemId) -> Eerder<'_> {
    Eerder {
        vergadering: called::meeting_on(region, id.meeting),
        moment: called::seen_from(region, later.meeting, id.meeting),
        nummer: &region[id].number,
        besproken: false,
        met_advies: false,
    }
}

/// The next meetings of the body, four at most, with the days for which there is no folder yet; a written round is none. Of a
/// meeting that is over nobody knows which were planned then.
pub(super) fn next<'a>(scope: &Scope<'a>, id: MeetingId) -> Vec<Volgende<'a>> {
    let (region, here) = (scope.region, &scope.region[id]);
    if here.is_over(scope.today) {
        return Vec::new();
    }
    let meetings = region.next_meetings(id).filter(|next| !next.is_written());
    let planned = region.planned_days(here.body).filter(|day| *day > here.last_day());
    let mut all: Vec<(NaiveDate, Volgende)> = meetings.map(|next| (next.date.value, next_with_folder(next))).collect();
    all.extend(planned.map(|day| (day, next_planned(day))));
    all.sort_by_key(|(day, _)| *day);
    all.into_iter().map(|(_, next)| next).take(4).collect()
}

fn next_with_folder(meeting: &Meeting) -> Volgende<'_> {
    Volgende {
        datum: days(meeting),
        datum_hoofdletter: dutch::capital(&days(meeting)),
        tijd: times(meeting, meeting.begin, meeting.end),
        plaats: meeting.room(),
        gepland: false,
    }
}

fn next_planned<'a>(day: NaiveDate) -> Volgende<'a> {
    let datum = dutch::date(day);
    Volgende { datum_hoofdletter: dutch::capital(&datum), datum, tijd: None, plaats: None, gepland: true }
}

/// Whether these are the numbers from 1 on, so that a list gives each its own.
pub(super) fn is_whole(numbers: &[usize]) -> bool {
    numbers.iter().copied().eq(1..=numbers.len())
}

/// The names that parties had at a meeting as a list: `a, b en c`.
pub(super) fn names(region: &Region, at: MeetingId, parties: &[PartyId]) -> Option<String> {
    names_on(region, parties, region[at].date.value)
}

/// The names that parties had on a day as a list: `a, b en c`.
pub(super) fn names_on(region: &Region, parties: &[PartyId], day: NaiveDate) -> Option<String> {
    let names: Vec<&str> = parties.iter().map(|&party| region[party].name_on(day)).collect();
    dutch::list(&names)
}

/// The names that parties and bodies had on a day as a list: `a, b en c`.
pub(super) fn actors_on(region: &Region, actors: &[Actor], day: NaiveDate) -> Option<String> {
    let names: Vec<&str> = actors.iter().map(|actor| region.actor_on(*actor, day)).collect();
    dutch::list(&names)
}

/// Names on a day; and those of the meeting where these were named, where one is not there any more.
type NowAndThen = (Option<String>, Option<String>);

/// The names of those who are there on a day for these of a meeting.
pub(super) fn actors_now(region: &Region, id: MeetingId, actors: &[Actor], day: NaiveDate) -> NowAndThen {
    let successor = |actor: &Actor| match actor {
        Actor::Party(party) => region.party_on(*party, day).filter(|now| now != party).map(Actor::Party),
        Actor::Body(_) => None,
    };
    let is_other = actors.iter().any(|actor| successor(actor).is_some());
    let first = if is_other { actors } else { &[] };
    let mut now: Vec<Actor> = Vec::new();
    for actor in actors.iter().map(|actor| successor(actor).unwrap_or(*actor)) {
        if !now.contains(&actor) {
            now.push(actor);
        }
    }
    (actors_on(region, &now, day), actors_on(region, first, region[id].last_day()))
}

/// The same of parties.
pub(super) fn names_now(region: &Region, id: MeetingId, parties: &[PartyId], day: NaiveDate) -> NowAndThen {
    let actors: Vec<Actor> = parties.iter().copied().map(Actor::Party).collect();
    actors_now(region, id, &actors, day)
}

/// Whose answers, of these parties, have a day that is still to come, with that day.
pub(super) fn answers_to_come(region: &Region, id: MeetingId, parties: &[PartyId]) -> Option<String> {
    let all = region[id].awaited.iter().filter_map(|one| match one.what {
        Dated::Reply(party) if parties.contains(&party) => {
            Some(format!("{} ({})", region.called(id, party), dutch::short_date(one.date)))
        }
        _ => None,
    });
    dutch::list(&all.collect::<Vec<_>>())
}

/// Requested decisions by their numbers: `besluit 2`, `de besluiten 2 en 3`.
pub(super) fn decisions(numbers: &[usize]) -> Option<String> {
    let all: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let word = if all.len() == 1 { "besluit" } else { "de besluiten" };
    dutch::list(&all).map(|list| format!("{word} {list}"))
}

/// The numbers of items as a list: `4, 4a en 5`.
pub(super) fn numbers(meeting: &Meeting, items: &[usize]) -> Option<String> {
    let items: BTreeSet<usize> = items.iter().copied().collect();
    let numbers: Vec<&str> = items.iter().filter_map(|&item| Some(meeting.items.get(item)?.number.as_str())).collect();
    dutch::list(&numbers)
}
