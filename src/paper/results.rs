//! What minutes and decision list share: what came of each item, actions and commitments.

mod adopted;
mod agreed;
mod decisions;
mod sentences;
mod sequel;
mod told;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use self::adopted::Vastgesteld;
use self::agreed::Afgesproken;
pub(super) use self::decisions::decisions;
use self::sentences::Zin;
use self::sequel::Vervolg;
pub(super) use self::sequel::with_sequel;
pub(super) use self::told::is_told;
pub(super) use self::told::{Gezegd, Inbreng};
use self::told::{discussion, input};
use super::answered::{self, Beantwoord};
use super::parts::{self, Vervallen};
use super::release;
use super::{Field, Fields, Missing, Scope};
use crate::dutch;
use crate::model::{Item, ItemId, Meeting, MeetingId, Minutes, Outcome, Region, Shown, Treated};
use crate::word::Word as _;

/// Whether and when minutes or list were or will be adopted.
#[derive(Debug, Serialize)]
pub(super) struct Vaststelling {
    datum: String,
    /// The day of the next meeting that the minutes name, from which it was moved since.
    eerst: Option<String>,
    /// That day has been, and nobody recorded what came of it.
    voorbij: bool,
    pub gedaan: bool,
    gewijzigd: bool,
}

/// An item with what came of it.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
pub(super) struct Uitslag<'a> {
    nummer: &'a str,
    titel: &'a str,
    subpunt: bool,
    besloten: bool,
    /// This view shows no more than that it is there.
    verborgen: bool,
    hamerstuk: bool,
    procedure: bool,
    vervallen: Option<Vervallen<'a>>,
    uitkomst: Option<String>,
    /// The role of its words.
    kleur: &'static str,
    /// In a written round something was adopted about which nobody was asked.
    niet_gevraagd: bool,
    /// Which of several minutes were changed as they were adopted.
    vastgesteld: Option<Vastgesteld>,
    besproken: Option<Field>,
    intern: Option<Field>,
    /// Who said what.
    bespreking: Vec<Gezegd<'a>>,
    #[serde(flatten)]
    besluiten: Afgesproken<'a>,
    /// What came of it, in sentences.
    zinnen: Vec<Zin<'a>>,
    /// The parts of an item that is nothing but its parts.
    onderdelen: Option<String>,
    inbreng: Vec<Inbreng<'a>>,
    /// Of a written round, inside.
    pub antwoorden: Vec<Beantwoord<'a>>,
    vast_te_stellen_door: Option<&'a str>,
    vervolg: Vec<Vervolg<'a>>,
    correcties: Vec<Correctie<'a>>,
    acties: Vec<Actie<'a>>,
    toezeggingen: Vec<Toezegging<'a>>,
}

/// A correction, beside the text.
#[derive(Debug, Serialize)]
pub(super) struct Correctie<'a> {
    #[serde(skip)]
    day: NaiveDate,
    datum: String,
    /// The number of the item, where it is not told there.
    bij: Option<&'a str>,
    tekst: Field,
}

/// An action as it was agreed.
#[derive(Debug, Serialize)]
pub(super) struct Actie<'a> {
    nr: u16,
    wat: &'a str,
    wie: Option<String>,
    uiterlijk: Option<String>,
    /// The same for a table.
    uiterlijk_kort: Option<String>,
}

/// A commitment as it was made.
#[derive(Debug, Serialize)]
pub(super) struct Toezegging<'a> {
    nr: u16,
    wat: &'a str,
    wie: Option<&'a str>,
    aan: Option<String>,
    uiterlijk: Option<String>,
    /// The same for a table.
    uiterlijk_kort: Option<String>,
}

/// The minutes of the scope's meeting.
pub(super) fn minutes_of<'a>(scope: &Scope<'a>) -> Result<(MeetingId, &'a Minutes), Missing> {
    let id = parts::meeting_of(scope)?;
    let minutes = scope.region[id].minutes.as_ref();
    minutes.map(|minutes| (id, minutes)).ok_or_else(|| Missing(release::no_minutes(scope.region, id)))
}

/// Whether and when the minutes were or will be adopted.
pub(super) fn adoption(region: &Region, id: MeetingId, today: NaiveDate) -> Option<Vaststelling> {
    let done = region[id].adoption.filter(|adoption| adoption.date <= today);
    let day = done.map(|adoption| adoption.date).or_else(|| region.adoption_planned(id, today))?;
    let gewijzigd = done.is_some_and(|adoption| adoption.changed == Some(true));
    let eerst = moved_from(region, id, day).filter(|_| done.is_none()).map(dutch::date);
    let voorbij = done.is_none() && day < today;
    Some(Vaststelling { datum: dutch::date(day), eerst, voorbij, gedaan: done.is_some(), gewijzigd })
}

/// The next day that minutes name, where the meeting of this day was moved from it.
fn moved_from(region: &Region, id: MeetingId, day: NaiveDate) -> Option<NaiveDate> {
    let next = region[id].minutes.as_ref()?.next?;
    let mut there = region.next_meetings(id).filter(|meeting| meeting.last_day() == day);
    there.any(|meeting| meeting.planned_before().contains(&next)).then_some(next)
}

/// Every item of the agenda with what came of it, as it was known at the end of the meeting; `full` with what was said, why,
/// and its actions beside it.
pub(super) fn items<'a>(scope: &Scope<'a>, id: MeetingId, full: bool, fields: &mut Fields<'a>) -> Vec<Uitslag<'a>> {
    let items = scope.region[id].items.iter().enumerate();
    items
        .filter(|(_, item)| item.shown != Shown::Nothing)
        .map(|(index, item)| {
            let mut result = result(scope, ItemId { meeting: id, index }, item, fields);
            result.antwoorden = answered::answers(scope, ItemId { meeting: id, index }, item, full);
            // what went otherwise, and the outcome itself, minutes tell apart
            result.zinnen = sentences(scope.region, ItemId { meeting: id, index });
            result.zinnen.retain(|zin| !zin.is_bare() && !zin.is_otherwise());
            if let Some(treated) = scope.region[id].treated(index).filter(|_| full) {
                result.bespreking = discussion(scope.region, ItemId { meeting: id, index }, treated, fields);
                result.besproken = fields.maybe(treated.discussed.as_deref());
                result.intern = fields.maybe(treated.internal.as_deref().filter(|_| scope.inside));
                (result.acties, result.toezeggingen) =
                    (actions(scope.region, id, treated), commitments(scope.region, id, treated));
            }
            result
        })
        .collect()
}

fn result<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item, fields: &mut Fields<'a>) -> Uitslag<'a> {
    let region = scope.region;
    let treated = region[id.meeting].treated(id.index);
    let day = region[id.meeting].last_day();
    // what was taken off the agenda after the meeting stood on it
    let cancelled = item.cancelled.as_ref().filter(|cancelled| cancelled.date <= day);
    let outcome = treated.and_then(|treated| treated.outcome);
    let assented = outcome.is_some_and(Outcome::is_assent);
    Uitslag {
        nummer: &item.number,
        titel: &item.title,
        subpunt: item.parent.is_some(),
        besloten: item.closed,
        verborgen: !item.is_whole(),
        hamerstuk: item.formality && treated.is_some_and(|treated| treated.went_through(item)),
        procedure: item.treatment == crate::model::Treatment::Procedure,
        vervallen: cancelled.map(|cancelled| parts::withdrawn_then(region, cancelled, day)),
        uitkomst: outcome.map(|outcome| dutch::capital(outcome.word())),
        kleur: outcome.map_or("", super::words::colour),
        niet_gevraagd: region[id.meeting].is_written()
            && !item.asks_anything()
            && treated.is_some_and(|treated| treated.adopts_something(item)),
        vastgesteld: treated.and_then(|treated| adopted::of(region, id, treated)),
        besproken: None,
        intern: None,
        bespreking: Vec::new(),
        zinnen: Vec::new(),
        onderdelen: parts_of(region, id).filter(|_| item.requested.is_empty() && outcome.is_none()),
        besluiten: treated.map(|treated| agreed::of(item, treated)).unwrap_or_default(),
        inbreng: treated.map(|treated| input(region, id, treated, fields)).unwrap_or_default(),
        antwoorden: Vec::new(),
        vast_te_stellen_door: item.to_be_adopted_by.filter(|_| assented).map(|by| region[by].name_on(day)),
        vervolg: Vec::new(),
        correcties: corrections(&region[id.meeting], Some(id.index), fields),
        acties: Vec::new(),
        toezeggingen: Vec::new(),
    }
}

/// What came of an item, sentence by sentence.
fn sentences(region: &Region, id: ItemId) -> Vec<Zin<'_>> {
    let told = region[id.meeting].treated(id.index).map(|treated| sentences::of(region, id, treated));
    told.unwrap_or_else(|| vec![Zin::none()])
}

/// The numbers of the parts of an item.
fn parts_of(region: &Region, id: ItemId) -> Option<String> {
    let meeting = &region[id.meeting];
    let parts = meeting.items.iter().enumerate().filter(|(_, item)| item.parent == Some(id.index));
    parts::numbers(meeting, &parts.map(|(index, _)| index).collect::<Vec<_>>())
}

/// Whether an item was taken off the agenda before the meeting was over.
pub(super) fn is_withdrawn(region: &Region, id: ItemId) -> bool {
    region[id].cancelled.as_ref().is_some_and(|cancelled| cancelled.date <= region[id.meeting].last_day())
}

/// The corrections on an item, or those on the minutes as a whole.
pub(super) fn corrections<'a>(
    meeting: &'a Meeting,
    item: Option<usize>,
    fields: &mut Fields<'a>,
) -> Vec<Correctie<'a>> {
    let all = meeting.minutes.iter().flat_map(|minutes| &minutes.corrections);
    let on_item = all.filter(|correction| correction.item == item);
    on_item
        .map(|correction| Correctie {
            day: correction.date,
            datum: dutch::capital(&dutch::date(correction.date)),
            bij: None,
            tekst: fields.add(&correction.text),
        })
        .collect()
}

/// All corrections, each with the number of its item.
pub(super) fn all_corrections<'a>(meeting: &'a Meeting, fields: &mut Fields<'a>) -> Vec<Correctie<'a>> {
    let mut all = corrections(meeting, None, fields);
    for (index, item) in meeting.items.iter().enumerate() {
        let on_item = corrections(meeting, Some(index), fields).into_iter();
        all.extend(on_item.map(|correction| Correctie { bij: Some(&item.number), ..correction }));
    }
    all.sort_by_key(|correction| correction.day);
    all
}

/// Those of them that are of a day or earlier.
pub(super) fn corrections_until<'a>(
    meeting: &'a Meeting,
    item: Option<usize>,
    day: NaiveDate,
    fields: &mut Fields<'a>,
) -> Vec<Correctie<'a>> {
    let mut known = corrections(meeting, item, fields);
    known.retain(|correction| correction.day <= day);
    known
}

/// The days on which the minutes of an item were corrected, until a day.
pub(super) fn corrected(region: &Region, id: ItemId, today: NaiveDate) -> Option<String> {
    let all = region[id.meeting].minutes.iter().flat_map(|minutes| &minutes.corrections);
    let on_item = all.filter(|correction| correction.item == Some(id.index) && correction.date <= today);
    let days: BTreeSet<NaiveDate> = on_item.map(|correction| correction.date).collect();
    dutch::list(&days.into_iter().map(dutch::short_date).collect::<Vec<_>>())
}

/// The actions of an item.
pub(super) fn actions<'a>(region: &Region, id: MeetingId, treated: &'a Treated) -> Vec<Actie<'a>> {
    let day = region[id].last_day();
    let rows = treated.actions.iter().map(|one| Actie {
        nr: one.number,
        wat: &one.what,
        wie: parts::actors_on(region, &one.who, day),
        uiterlijk: one.due.map(dutch::date),
        uiterlijk_kort: one.due.map(dutch::brief_date),
    });
    rows.collect()
}

/// The commitments of an item.
pub(super) fn commitments<'a>(region: &'a Region, id: MeetingId, treated: &'a Treated) -> Vec<Toezegging<'a>> {
    let day = region[id].last_day();
    let rows = treated.commitments.iter().map(|one| Toezegging {
        nr: one.number,
        wat: &one.what,
        wie: one.who.map(|who| region.actor_on(who, day)),
        aan: parts::actors_on(region, &one.to, day),
        uiterlijk: one.due.map(dutch::date),
        uiterlijk_kort: one.due.map(dutch::brief_date),
    });
    rows.collect()
}
