//! What became of a party's answer: what it said, who sat at the table for it, and what came of it until today.

mod gezegd;
mod kort;
mod overig;
mod tafel;
mod taken;
mod terugkomst;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use self::gezegd::Gezegd;
use self::kort::Kort;
use self::overig::Overig;
use self::tafel::Tafel;
use self::taken::Taak;
use self::terugkomst::Terugkomst;
use super::apart::{Telling, TeltNiet};
use super::parts::{self, Vergadering};
use super::results::{self, Correctie, Uitslag};
use super::{Addressees, Field, Fields, Missing, Scope, View, release};
use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Apart, Asked, Why};
use crate::model::{ItemId, MeetingId, PartyId, Region, Treatment};

/// The report to one party.
#[derive(Debug, Serialize)]
pub(super) struct Terugkoppeling<'a> {
    vergadering: Vergadering<'a>,
    /// `Het Regionaal Beraad`
    wie: String,
    aan: &'a str,
    /// What the party was merged into since.
    aan_nu: Option<&'a str>,
    tafel: Option<Tafel<'a>>,
    /// Who can be asked about it.
    vragen_aan: Option<&'a str>,
    concept: bool,
    /// It was asked.
    gevraagd: bool,
    antwoord_op: Option<String>,
    /// When it answered after the meeting, or after the closing of the round.
    antwoord_erna: Option<String>,
    /// Until when the party was told what came of it.
    stand: String,
    kort: Kort<'a>,
    /// What those answered that were merged into the party before the meeting, and who they were.
    voorgangers: Option<String>,
    meer_voorgangers: bool,
    van_voorgangers: Vec<TeltNiet<'a>>,
    algemeen: Option<Field>,
    /// The days on which the party gave other input on it before.
    algemeen_eerder: Option<String>,
    /// What does not count of what it said of the agenda as a whole, and of items of which it is not told.
    telt_niet: Vec<TeltNiet<'a>>,
    /// The numbers of the items at which something of it does not count.
    telt_niet_bij: Option<String>,
    /// Those on the minutes as a whole.
    correcties: Vec<Correctie<'a>>,
    punten: Vec<Terug<'a>>,
    overig: Vec<Overig<'a>>,
}

/// One item.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Terug<'a> {
    uitslag: Uitslag<'a>,
    u_zei: Vec<Gezegd<'a>>,
    uw_inbreng: Option<Field>,
    benoemen: bool,
    /// The days on which the party gave other input before.
    eerdere_inbreng: Option<String>,
    telt_niet: Vec<TeltNiet<'a>>,
    in_verslag: Vec<InVerslag>,
    /// That is its input, in its own words.
    zo_in_verslag: bool,
    niet_benoemd: Option<&'a str>,
    /// The seat of who would speak was empty at this item.
    zetel_leeg: bool,
    /// The college that still has to adopt it is the party's own.
    eigen_college: bool,
    opnieuw: Vec<Terugkomst<'a>>,
    /// The requested decisions on which that follows, where they are not all: one, or more.
    verder_besluit: Option<String>,
    verder_besluiten: Option<String>,
    acties: bool,
    toezeggingen: bool,
    taken: Vec<Taak<'a>>,
}

/// What the minutes tell of the party.
#[derive(Debug, Serialize)]
pub(super) struct InVerslag {
    standpunt: Option<String>,
    /// The requested decisions that it is about: `besluit 2`.
    besluit: Option<String>,
    tekst: Option<Field>,
}

/// Composes a report for every party that was asked, or for the one that was named.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let region = scope.region;
    let id = parts::meeting_of(scope)?;
    release::of_answers(scope, id, "terugkoppeling")?;
    let cancelled = region[id].cancelled.is_some();
    if !cancelled {
        results::minutes_of(scope)?;
        release::has_been(scope, id, "terugkoppeling")?;
    }
    let answered = |one: &Asked| region[id].replies.iter().any(|reply| reply.party == one.party);
    let told = consultation::told(region, id).into_iter();
    let told = told.filter(|one| scope.on_behalf_of.is_none_or(|by| one.asker() == Some(by)));
    let asked = told.filter(|one| !cancelled || answered(one));
    let wanted = asked.filter(|one| scope.only.is_none_or(|only| region[one.party].key == only));
    let views: Vec<View> = wanted.map(|one| report(scope, id, one)).collect();
    if views.is_empty() {
        if let Some(missing) = gezegd::goes_to_another(scope, id) {
            return Err(missing);
        }
        return Err(Missing(format!("Voor {} is er niemand om aan terug te koppelen.", called::meeting(region, id))));
    }
    Ok(views)
}

fn report<'a>(scope: &Scope<'a>, id: MeetingId, asked: Asked) -> View<'a> {
    let region = scope.region;
    let mut fields = Fields::default();
    let shown = shown(scope, id, asked.party);
    let (short, whole) = overig::apart(scope, &shown, asked.party);
    let punten = items(scope, id, asked, &whole, &mut fields);
    let days = |late: bool| {
        let replies = region[id].replies.iter().filter(|reply| reply.party == asked.party);
        let days = replies.filter(|reply| consultation::is_late(&region[id], reply) == late).map(|reply| reply.date);
        let days: BTreeSet<NaiveDate> = days.collect();
        dutch::list(&days.into_iter().map(dutch::date).collect::<Vec<_>>())
    };
    let is_rest = |one: &Apart| one.item.is_none_or(|item| !shown.iter().any(|at| at.index == item));
    let before = consultation::gone_into(region, id, asked.party);
    let all_of = Telling { region, today: scope.today, named: true, numbered: true };
    let now = region.party_on(asked.party, scope.today).unwrap_or(asked.party);
    let questions_to = asked.asker().map(|asker| region.party_on(asker, scope.today).unwrap_or(asker));
    let data = Terugkoppeling {
        vergadering: parts::head_of_minutes(region, id),
        wie: dutch::capital(&dutch::the(called::body_in_short(region, id))),
        aan: region.called(id, asked.party),
        aan_nu: (now != asked.party).then(|| region[now].name_on(scope.today)),
        // who would speak, did not
        tafel: tafel::of(region, id, asked).filter(|_| region[id].cancelled.is_none()),
        vragen_aan: questions_to.filter(|asker| *asker != now).map(|asker| region[asker].name_on(scope.today)),
        concept: region[id].cancelled.is_none()
            && !results::adoption(region, id, scope.today).is_some_and(|adoption| adoption.gedaan),
        gevraagd: consultation::was_consulted(&region[id], asked.party),
        antwoord_op: days(false),
        antwoord_erna: days(true),
        stand: dutch::date(scope.today),
        kort: kort::of(scope, id, &shown, asked),
        voorgangers: parts::names(region, id, &before),
        meer_voorgangers: before.len() > 1,
        van_voorgangers: all_of.whole(id, &before, &mut fields),
        algemeen: fields.maybe(consultation::general(&region[id], asked.party)),
        algemeen_eerder: gezegd::replaced_input(&consultation::apart(region, id, asked.party), None),
        telt_niet: Telling { named: false, ..all_of }.on(id, &[asked.party], is_rest, &mut fields),
        telt_niet_bij: parts::numbers(&region[id], &with_apart(region, &shown, asked.party)),
        correcties: results::corrections_until(&region[id], None, scope.today, &mut fields),
        punten,
        overig: overig::groups(scope, &short, asked.party),
    };
    let whom = region.called(id, asked.party);
    View {
        template: "terugkoppeling",
        stem: format!("terugkoppeling-{}", region[asked.party].key),
        title: parts::title(&format!("Terugkoppeling {whom},"), region, id),
        label: "Terugkoppeling".to_owned(),
        whom: Some(whom.to_owned()),
        fields: fields.0,
        addressees: Addressees::Party(now, region.contact_for(id, asked.party, asked.by)),
        data: Box::new(data),
        ..View::default()
    }
}

/// The items that a party is told of: of procedure only where its minutes are about the party, and what was withdrawn only
/// when it answered or was asked about it.
fn shown(scope: &Scope, id: MeetingId, party: PartyId) -> Vec<ItemId> {
    let region = scope.region;
    let replies = || region[id].replies.iter().filter(|reply| reply.party == party);
    let answered = |index| replies().any(|reply| reply.items.iter().any(|said| said.item == index));
    let all = (0..region[id].items.len()).map(|index| ItemId { meeting: id, index });
    all.filter(|at| match region[*at].treatment {
        Treatment::Procedure => is_about(scope, *at, party),
        _ if results::is_withdrawn(region, *at) => answered(at.index) || was_asked(region, *at, party),
        _ => true,
    })
    .collect()
}

/// Whether a party was asked about an item before it was withdrawn.
fn was_asked(region: &Region, at: ItemId, party: PartyId) -> bool {
    let meeting = &region[at.meeting];
    let withdrawn = region[at].cancelled.as_ref().map(|cancelled| cancelled.date);
    let mut questions = consultation::questions_to(meeting, party);
    questions.any(|sending| withdrawn.is_none_or(|day| sending.date <= day))
        && consultation::was_asked(meeting, party, at.index)
}

/// Whether the minutes of an item say something of a party, or what it is to do or was promised.
fn is_about(scope: &Scope, at: ItemId, party: PartyId) -> bool {
    let Some(treated) = scope.region[at.meeting].treated(at.index) else { return false };
    let tasks = taken::of(scope, at.meeting, party, treated);
    tasks.iter().any(|task| task.own || task.promised) || treated.input.iter().any(|input| input.from == party)
}

fn items<'a>(
    scope: &Scope<'a>,
    id: MeetingId,
    asked: Asked,
    whole: &[ItemId],
    fields: &mut Fields<'a>,
) -> Vec<Terug<'a>> {
    let mut results = results::items(scope, id, false, fields);
    results::with_sequel(scope, id, asked.party, &mut results, fields);
    let with_place = results.into_iter().enumerate().map(|(index, result)| (ItemId { meeting: id, index }, result));
    let wanted = with_place.filter(|(at, _)| whole.contains(at));
    wanted.map(|(at, uitslag)| item(scope, at, asked, uitslag, fields)).collect()
}

fn item<'a>(
    scope: &Scope<'a>,
    at: ItemId,
    asked: Asked,
    mut uitslag: Uitslag<'a>,
    fields: &mut Fields<'a>,
) -> Terug<'a> {
    // what others answered is not for one party
    uitslag.antwoorden.clear();
    let (region, party) = (scope.region, asked.party);
    let input = consultation::input(&region[at.meeting], party, at.index);
    let treated = region[at.meeting].treated(at.index);
    let own: Vec<_> = treated.into_iter().flat_map(|treated| &treated.input).filter(|it| it.from == party).collect();
    let told = own.iter().filter(|input| results::is_told(input));
    let in_verslag = told.map(|input| InVerslag {
        standpunt: input
            .position
            .as_deref()
            .map(|position| if input.decisions.is_some() { position.clone() } else { dutch::capital(position) }),
        besluit: input.decisions.as_deref().and_then(parts::decisions),
        tekst: fields.maybe(input.text.as_deref()),
    });
    let in_verslag = in_verslag.collect();
    let (verder_besluit, verder_besluiten) = terugkomst::decisions(region, at, party);
    // nobody is late with an answer on what was withdrawn
    let answered = region[at.meeting].replies.iter().filter(|reply| reply.party == party);
    let answered = answered.flat_map(|reply| &reply.items).any(|said| said.item == at.index);
    let was_left = results::is_withdrawn(region, at) && !answered;
    Terug {
        uitslag,
        u_zei: if was_left { Vec::new() } else { gezegd::of(region, at, party) },
        uw_inbreng: fields.maybe(input.map(|(text, _)| text)),
        benoemen: input.is_some_and(|(_, name_it)| name_it),
        eerdere_inbreng: gezegd::replaced_input(&consultation::apart_on(region, at, party), Some(at.index)),
        telt_niet: Telling { region, today: scope.today, named: false, numbered: false }.on_item(
            at,
            &[party],
            // of what was withdrawn it is told above
            |one| one.why != Why::Withdrawn,
            fields,
        ),
        in_verslag,
        zo_in_verslag: kort::is_told_as_it_is(region, at, party),
        niet_benoemd: own.iter().find_map(|input| input.not_named.as_deref()).map(String::as_str),
        zetel_leeg: tafel::was_empty(region, at.meeting, asked, at.index),
        eigen_college: region[at].to_be_adopted_by.is_some_and(|college| {
            region.is_of(college, party, scope.today) || region.is_of(party, college, scope.today)
        }),
        opnieuw: terugkomst::of(scope, at, party),
        verder_besluit,
        verder_besluiten,
        acties: treated.is_some_and(|treated| !treated.actions.is_empty()),
        toezeggingen: treated.is_some_and(|treated| !treated.commitments.is_empty()),
        taken: treated.map(|treated| taken::of(scope, at.meeting, party, treated)).unwrap_or_default(),
    }
}

/// The items, as places in their meeting, at which something that a party said does not count.
fn with_apart(region: &Region, items: &[ItemId], party: PartyId) -> Vec<usize> {
    let counts_not = |at: &&ItemId| {
        let all = consultation::apart_on(region, **at, party);
        let told_there = |one: &&Apart| super::apart::is_told_with_rivals(region, at.meeting, one);
        let mut apart = all.iter().filter(|one| !told_there(one));
        apart.any(|one| !matches!(one.why, Why::Replaced | Why::Withdrawn))
    };
    items.iter().filter(counts_not).map(|at| at.index).collect()
}
