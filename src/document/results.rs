//! What minutes and decision list share: what came of each item, actions and commitments.

use chrono::NaiveDate;
use serde::Serialize;

use super::answered::{self, Beantwoord};
use super::parts::{self, Vervallen};
use super::{Field, Fields, Missing, Scope, words};
use crate::dutch;
use crate::model::{
    Input, Item, ItemId, Meeting, MeetingId, Minutes, Outcome, PartyId, ProgressKind, Region, Shown, Subject, Treated,
};

/// Whether and when minutes or list were or will be adopted.
#[derive(Debug, Serialize)]
pub struct Vaststelling {
    datum: String,
    pub gedaan: bool,
    gewijzigd: bool,
}

/// An item with what came of it.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
pub struct Uitslag<'a> {
    nummer: &'a str,
    titel: &'a str,
    subpunt: bool,
    besloten: bool,
    hamerstuk: bool,
    procedure: bool,
    vervallen: Option<Vervallen<'a>>,
    uitkomst: Option<&'static str>,
    besproken: Option<Field>,
    intern: Option<Field>,
    gevraagd: Vec<&'a str>,
    afgesproken: Vec<Afspraak<'a>>,
    inbreng: Vec<Inbreng<'a>>,
    /// Of a written round, inside.
    pub antwoorden: Vec<Beantwoord<'a>>,
    vast_te_stellen_door: Option<&'a str>,
    vervolg: Vec<Vervolg<'a>>,
    correcties: Vec<Correctie>,
    acties: Vec<Actie<'a>>,
    toezeggingen: Vec<Toezegging<'a>>,
}

/// What was agreed; `uitkomst` where it went otherwise than the item.
#[derive(Debug, Serialize)]
pub struct Afspraak<'a> {
    tekst: &'a str,
    uitkomst: Option<&'static str>,
}

/// What a party brought in.
#[derive(Debug, Serialize)]
pub struct Inbreng<'a> {
    van: &'a str,
    vertegenwoordigd: bool,
    standpunt: Option<&'a str>,
    tekst: Option<Field>,
}

/// What the ledger says came of it: a college adopted it, or a reservation was lifted.
#[derive(Debug, Serialize)]
pub struct Vervolg<'a> {
    datum: String,
    /// It is the college of who is told.
    eigen: bool,
    college: Option<&'a str>,
    uitkomst: Option<&'a str>,
    zaaknummer: Option<&'a str>,
    voorbehoud_van: Option<&'a str>,
    toelichting: Option<Field>,
}

/// A correction, beside the text.
#[derive(Debug, Serialize)]
pub struct Correctie {
    datum: String,
    tekst: Field,
}

/// An action as it was agreed.
#[derive(Debug, Serialize)]
pub struct Actie<'a> {
    nr: u16,
    wat: &'a str,
    wie: Option<String>,
    uiterlijk: Option<String>,
}

/// A commitment as it was made.
#[derive(Debug, Serialize)]
pub struct Toezegging<'a> {
    nr: u16,
    wat: &'a str,
    wie: Option<&'a str>,
    aan: Option<String>,
    uiterlijk: Option<String>,
}

/// The minutes of the scope's meeting.
pub fn minutes_of<'a>(scope: &Scope<'a>) -> Result<(MeetingId, &'a Minutes), Missing> {
    let id = parts::meeting_of(scope)?;
    let of = parts::named(scope.region, id);
    let minutes = scope.region[id].minutes.as_ref();
    let none = || match scope.region[id].cancelled {
        Some(_) => Missing(format!("Er is geen verslag van {of}: die vergadering gaat niet door.")),
        None => Missing(format!("Er is nog geen verslag van {of}.")),
    };
    minutes.map(|minutes| (id, minutes)).ok_or_else(none)
}

/// Whether and when the minutes were or will be adopted.
pub fn adoption(region: &Region, id: MeetingId, today: NaiveDate) -> Option<Vaststelling> {
    let done = region[id].adoption.filter(|adoption| adoption.date <= today);
    let day = done.map(|adoption| adoption.date).or_else(|| region.adoption_planned(id, today))?;
    let gewijzigd = done.is_some_and(|adoption| adoption.changed);
    Some(Vaststelling { datum: dutch::date(day), gedaan: done.is_some(), gewijzigd })
}

/// Every item of the agenda with what came of it, as it was known at the end of the meeting; `full` with what was said and its actions beside it.
pub fn items<'a>(scope: &Scope<'a>, id: MeetingId, full: bool, fields: &mut Fields<'a>) -> Vec<Uitslag<'a>> {
    let items = scope.region[id].items.iter().enumerate();
    items
        .filter(|(_, item)| item.shown != Shown::Nothing)
        .map(|(index, item)| {
            let mut result = result(scope.region, ItemId { meeting: id, index }, item, fields);
            if let Some(treated) = scope.region[id].treated(index).filter(|_| full) {
                result.besproken = fields.maybe(treated.discussed.as_deref());
                result.intern = fields.maybe(treated.internal.as_deref());
                (result.acties, result.toezeggingen) =
                    (actions(scope.region, id, treated), commitments(scope.region, id, treated));
            }
            result
        })
        .collect()
}

fn result<'a>(region: &'a Region, id: ItemId, item: &'a Item, fields: &mut Fields<'a>) -> Uitslag<'a> {
    let treated = region[id.meeting].treated(id.index);
    let day = region[id.meeting].last_day();
    // what was taken off the agenda after the meeting stood on it
    let cancelled = item.cancelled.as_ref().filter(|cancelled| cancelled.date <= day);
    let outcome = treated.and_then(|treated| treated.outcome);
    let assented = outcome.is_some_and(Outcome::is_assent);
    let afgesproken: Vec<Afspraak> = treated.map(|treated| agreed(item, treated)).unwrap_or_default();
    let unanswered = afgesproken.is_empty() && outcome == Some(Outcome::NotAssented);
    Uitslag {
        nummer: &item.number,
        titel: &item.title,
        subpunt: item.parent.is_some(),
        besloten: item.closed,
        hamerstuk: item.formality,
        procedure: item.treatment == crate::model::Treatment::Procedure,
        vervallen: cancelled.map(|cancelled| parts::withdrawn(region, cancelled)),
        uitkomst: outcome.map(words::outcome),
        besproken: None,
        intern: None,
        gevraagd: item.requested.iter().filter(|_| unanswered).map(|asked| asked.value.as_str()).collect(),
        afgesproken,
        inbreng: treated.map(|treated| input(region, &region[id.meeting], treated, fields)).unwrap_or_default(),
        antwoorden: answered::answers(region, id, item),
        vast_te_stellen_door: item.adopted_by.filter(|_| assented).map(|by| region[by].name_on(day)),
        vervolg: Vec::new(),
        correcties: corrections(&region[id.meeting], Some(id.index), fields),
        acties: Vec::new(),
        toezeggingen: Vec::new(),
    }
}

/// What was agreed: the text of the minutes, or else the requested decisions as asked, with those that went otherwise.
fn agreed<'a>(item: &'a Item, treated: &'a Treated) -> Vec<Afspraak<'a>> {
    let exception = |number: u16| treated.exceptions.iter().find(|(nr, _)| *nr == number).map(|(_, outcome)| *outcome);
    let asked = || (1..).zip(&item.requested).map(|(number, asked)| (exception(number), asked.value.as_str()));
    let entry =
        |(outcome, tekst): (Option<Outcome>, &'a str)| Afspraak { tekst, uitkomst: outcome.map(words::outcome) };
    if let Some(agreed) = &treated.agreed {
        let otherwise = asked().filter(|(exception, _)| exception.is_some());
        return agreed.iter().map(|text| (None, text.as_str())).chain(otherwise).map(entry).collect();
    }
    if treated.outcome.is_some_and(Outcome::is_assent) {
        return asked().map(entry).collect();
    }
    let whole = treated.outcome;
    let all = asked().filter(|_| !treated.exceptions.is_empty());
    all.map(|(exception, text)| (exception.or(whole), text)).map(entry).collect()
}

fn input<'a>(region: &'a Region, meeting: &Meeting, treated: &'a Treated, fields: &mut Fields<'a>) -> Vec<Inbreng<'a>> {
    let told = treated.input.iter().filter(|input| input.text.is_some() || input.position.is_some());
    told.map(|input: &Input| Inbreng {
        van: region[input.from].name_on(meeting.date.value),
        vertegenwoordigd: region.speaker_for(meeting.body, input.from, meeting.date.value).is_some(),
        standpunt: input.position.as_deref().map(String::as_str),
        tekst: fields.maybe(input.text.as_deref()),
    })
    .collect()
}

/// Whether an item was taken off the agenda before the meeting was over.
pub fn is_withdrawn(region: &Region, id: ItemId) -> bool {
    region[id].cancelled.as_ref().is_some_and(|cancelled| cancelled.date <= region[id.meeting].last_day())
}

/// Whether a college still has to adopt what was assented to.
pub fn waits_for_adoption(scope: &Scope, id: ItemId) -> bool {
    let outcome = scope.region[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
    let mut entries = scope.region.progress_of(Subject::Item(id.meeting, id.index), scope.today);
    outcome.is_some_and(Outcome::is_assent) && !entries.any(|it| matches!(it.kind, ProgressKind::Adopted { .. }))
}

/// Adds what the ledger says came of each item until today, as one party may know it: not for minutes, which say what
/// was known that day.
pub fn with_sequel<'a>(
    scope: &Scope<'a>,
    id: MeetingId,
    to: PartyId,
    results: &mut [Uitslag<'a>],
    fields: &mut Fields<'a>,
) {
    let shown = scope.region[id].items.iter().enumerate().filter(|(_, item)| item.shown != Shown::Nothing);
    for ((index, _), result) in shown.zip(results) {
        result.vervolg = sequel(scope, ItemId { meeting: id, index }, to, fields);
        if result.vervolg.iter().any(|entry| entry.college.is_some()) {
            result.vast_te_stellen_door = None;
        }
    }
}

/// What became of an item; the reservation of another party is not told.
fn sequel<'a>(scope: &Scope<'a>, id: ItemId, to: PartyId, fields: &mut Fields<'a>) -> Vec<Vervolg<'a>> {
    let region = scope.region;
    let entries = region.progress_of(Subject::Item(id.meeting, id.index), scope.today);
    let name = |party: PartyId| region[party].name.as_str();
    let told = entries.filter_map(|entry| {
        let mut told = Vervolg {
            datum: dutch::date(entry.date),
            eigen: false,
            college: None,
            uitkomst: None,
            zaaknummer: None,
            voorbehoud_van: None,
            toelichting: None,
        };
        match &entry.kind {
            ProgressKind::Adopted { college, outcome, case_number } => {
                told.college = Some(name(*college));
                told.eigen = region.is_of(to, *college, entry.date);
                told.uitkomst = Some(outcome);
                told.zaaknummer = case_number.as_deref();
            }
            ProgressKind::ReservationLifted(by) if region.is_of(to, *by, entry.date) => {
                told.voorbehoud_van = Some(name(*by));
            }
            _ => return None,
        }
        told.toelichting = fields.maybe(entry.explanation.as_deref());
        Some(told)
    });
    told.collect()
}

/// The corrections on an item, or those on the minutes as a whole.
pub fn corrections<'a>(meeting: &'a Meeting, item: Option<usize>, fields: &mut Fields<'a>) -> Vec<Correctie> {
    let all = meeting.minutes.iter().flat_map(|minutes| &minutes.corrections);
    let on_item = all.filter(|correction| correction.item == item);
    on_item
        .map(|correction| Correctie {
            datum: dutch::capital(&dutch::date(correction.date)),
            tekst: fields.add(&correction.text),
        })
        .collect()
}

/// The actions of an item.
pub fn actions<'a>(region: &Region, id: MeetingId, treated: &'a Treated) -> Vec<Actie<'a>> {
    let day = region[id].last_day();
    let rows = treated.actions.iter().map(|one| Actie {
        nr: one.number,
        wat: &one.what,
        wie: parts::actors_on(region, &one.who, day),
        uiterlijk: one.due.map(dutch::date),
    });
    rows.collect()
}

/// The commitments of an item.
pub fn commitments<'a>(region: &'a Region, id: MeetingId, treated: &'a Treated) -> Vec<Toezegging<'a>> {
    let day = region[id].last_day();
    let rows = treated.commitments.iter().map(|one| Toezegging {
        nr: one.number,
        wat: &one.what,
        wie: one.who.map(|who| region.actor_on(who, day)),
        aan: parts::actors_on(region, &one.to, day),
        uiterlijk: one.due.map(dutch::date),
    });
    rows.collect()
}
