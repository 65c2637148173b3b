//! The speaking note: one page for who speaks for others, per item what can be said at the table.

use serde::Serialize;

use super::agenda::{Inbreng, Notes};
use super::apart::{Telling, TeltNiet};
use super::parts::{self, Punt, Vergadering};
use super::standpunten::{self, Voices, Zin};
use super::{Addressees, Field, Fields, Missing, Scope, View, release};
use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Seen, Speech};
use crate::model::{Actor, Item, ItemId, MeetingId, PartyId, Region, Role, Seat, SeatHolder};

/// The note of one speaker.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Spreeknotitie<'a> {
    vergadering: Vergadering<'a>,
    spreker: &'a str,
    /// Of who sits there for a municipality.
    functie: Option<&'a str>,
    /// For whom the speaker stands in.
    vervangt: Option<&'a str>,
    namens: Option<String>,
    /// Of no item is known how who is hindered stands towards it: that is said once.
    niets_bekend: bool,
    /// Items of which that is not known, where it is of others.
    onbekend: Option<String>,
    /// Items without input, of which all answered who were asked; those of which not.
    zonder: Option<String>,
    nog_zonder: Option<String>,
    stand: String,
    /// Until when answers may come, and whether that is over.
    antwoord_tot: String,
    gesloten: bool,
    /// The meeting is over.
    voorbij: bool,
    algemeen: Vec<Inbreng<'a>>,
    /// What does not count, of the agenda as a whole and of items that are not told of.
    telt_niet: Vec<TeltNiet<'a>>,
    punten: Vec<Spreekpunt<'a>>,
    /// Some item asks for attention.
    let_op: bool,
}

/// What to say and to know of an item.
#[derive(Debug, Serialize)]
pub(super) struct Spreekpunt<'a> {
    #[serde(flatten)]
    punt: Punt<'a>,
    inleider: Option<Inleider<'a>>,
    /// What an item is about that the speaker introduces.
    uitleg: Option<Field>,
    /// Nothing is known of who is hindered.
    onbekend: Option<Onbekend<'a>>,
    zinnen: Vec<Zin<'a>>,
    let_op: bool,
    /// Of whom it must be said that they do not simply agree.
    aandacht: Vec<Zin<'a>>,
    noemen: Vec<Inbreng<'a>>,
    telt_niet: Vec<TeltNiet<'a>>,
    overig: Vec<Inbreng<'a>>,
    /// Who answered before explanation or papers changed, and who answered with earlier ones.
    veranderd_na: Option<String>,
    eerdere_stukken: Option<String>,
}

/// The speaker introduces an item.
#[derive(Debug, Serialize)]
pub(super) struct Inleider<'a> {
    /// For whom.
    namens: Option<&'a str>,
}

/// Of whom, and of which decisions where not of all, is not known how they stand.
#[derive(Debug, Serialize)]
pub(super) struct Onbekend<'a> {
    wie: &'a str,
    besluiten: Option<String>,
}

/// Composes a note for everybody who speaks for others or may have to stand in, or for the one who was named.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    release::for_inside(scope, id, "spreeknotitie")?;
    let named = called::meeting(region, id);
    if region[id].is_written() {
        return Err(Missing(format!("In {named} spreekt niemand: ieder antwoordt zelf.")));
    }
    let speeches = consultation::speeches(region, id);
    if speeches.is_empty() {
        return Err(Missing(format!("In {named} spreekt niemand namens een ander.")));
    }
    let wanted = speeches.iter().filter(|it| scope.only.is_none_or(|only| region[it.by].key == only));
    let notes: Vec<View> = wanted.map(|speech| note(scope, id, speech)).collect();
    if notes.is_empty() {
        let who = scope.only.unwrap_or_default();
        let known = region.parties.iter().find(|party| party.key == who).map_or(who, |party| &party.name);
        return Err(Missing(format!("In {named} spreekt {known} niet namens een ander.")));
    }
    Ok(notes)
}

/// What who sits in the seat of a party is.
fn function(region: &Region, id: MeetingId, party: PartyId) -> Option<&str> {
    let mut seats = region.seats_on(region[id].body, region[id].date.value);
    let own = |seat: &Seat| seat.role == Role::Member && seat.holder == SeatHolder::Party(party);
    seats.find(|(_, seat)| own(seat)).map(|(_, seat)| seat.function.as_str())
}

fn note<'a>(scope: &Scope<'a>, id: MeetingId, speech: &Speech) -> View<'a> {
    let region = scope.region;
    let mut fields = Fields::default();
    let own: Vec<PartyId> = [Some(speech.by), speech.stands_in_for].into_iter().flatten().collect();
    let heard = |party: &PartyId| own.contains(party) || speech.on_behalf_of.contains(party);
    let notes = Notes::of(region, id, scope.today, region.party_ids().filter(heard).collect());
    let voices = Voices { region, today: scope.today, others: &speech.on_behalf_of, own: &own };
    let unknown = unknown(region, id, speech);
    let niets_bekend = nothing_is_known(region, id, speech, &unknown);
    let mut punten = Vec::new();
    let mut quiet = Vec::new();
    for (index, _) in region[id].proposals() {
        let at = ItemId { meeting: id, index };
        let (noemen, overig): (Vec<_>, Vec<_>) =
            notes.input(at, &mut fields).into_iter().partition(|input| input.benoemen);
        let told = |party: &PartyId| !consultation::decisions_of(region, at, *party).is_empty();
        let telling = Telling { region, today: scope.today, named: true, numbered: false };
        let telt_niet = telling.on_item(at, &notes.told(), |_| true, &mut fields);
        let inleider = introduces(region, at, speech);
        let is_empty = noemen.is_empty() && overig.is_empty() && telt_niet.is_empty();
        if !notes.heard().iter().any(told) && is_empty && inleider.is_none() {
            quiet.push(index);
            continue;
        }
        let zinnen = voices.zinnen(at);
        punten.push(Spreekpunt {
            punt: parts::item(scope, at, &mut Fields::default()),
            let_op: zinnen.iter().any(Zin::asks_for_attention) || telt_niet.iter().any(TeltNiet::asks_for_attention),
            aandacht: voices.aandacht(at),
            uitleg: fields
                .maybe(region[at].explanation.as_ref().filter(|_| inleider.is_some()).map(|text| &text.value)),
            inleider,
            onbekend: unknown_on(region, at, speech).filter(|_| !niets_bekend),
            zinnen,
            noemen,
            telt_niet,
            overig,
            veranderd_na: standpunten::gezien(region, at, notes.heard(), Seen::ChangedSince),
            eerdere_stukken: standpunten::gezien(region, at, notes.heard(), Seen::Earlier),
        });
    }
    let due = consultation::due_of_all(region, &region[id], &speech.on_behalf_of);
    let (quiet, open): (Vec<_>, Vec<_>) = quiet.into_iter().partition(|index| is_heard(region, id, speech, *index));
    let speaker = &region[speech.by];
    let vervangt = speech.stands_in_for.map(|party| region.called(id, party));
    let instead = vervangt.map(|other| format!("bij verhindering van {other}"));
    let data = Spreeknotitie {
        vergadering: parts::head(region, id),
        spreker: region.called(id, speech.by),
        functie: function(region, id, speech.by).filter(|_| speaker.is_municipality()),
        vervangt,
        namens: parts::names(region, id, &all_of(speech)),
        niets_bekend,
        onbekend: parts::numbers(&region[id], &unknown).filter(|_| !niets_bekend),
        zonder: parts::numbers(&region[id], &quiet),
        nog_zonder: parts::numbers(&region[id], &open),
        stand: dutch::date(scope.today),
        antwoord_tot: dutch::date(due),
        gesloten: scope.today > due,
        voorbij: region[id].is_over(scope.today),
        algemeen: notes.general(&mut fields),
        telt_niet: Telling { region, today: scope.today, named: true, numbered: true }.on(
            id,
            &notes.told(),
            |one| one.item.is_none_or(|item| is_unspoken(&region[id].items[item])),
            &mut fields,
        ),
        let_op: punten.iter().any(|punt| punt.let_op),
        punten,
    };
    let whom = region.called(id, speech.by);
    View {
        template: "spreeknotitie",
        stem: stem(region, speech),
        title: parts::title(&title(whom, instead.as_deref()), region, id),
        label: instead.map_or_else(|| "Spreeknotitie".to_owned(), |instead| format!("Spreeknotitie {instead}")),
        whom: Some(whom.to_owned()),
        fields: fields.0,
        addressees: Addressees::Speaker { by: speech.by, asker: speech.stands_in_for.unwrap_or(speech.by) },
        data: Box::new(data),
        ..View::default()
    }
}

/// `Spreeknotitie Noordwijk, bij verhindering van Katwijk,`
fn title(whom: &str, instead: Option<&str>) -> String {
    let instead = instead.map(|instead| format!(" {instead},")).unwrap_or_default();
    format!("Spreeknotitie {whom},{instead}")
}

/// The items that ask a decision, of which no answer is known of who is hindered: who stands in cannot guess it.
fn unknown(region: &Region, id: MeetingId, speech: &Speech) -> Vec<usize> {
    let items = region[id].proposals().map(|(index, _)| index);
    items.filter(|&index| unknown_on(region, ItemId { meeting: id, index }, speech).is_some()).collect()
}

/// Whether nothing at all is known of who is hindered: of more than one item, and of no decision of any.
fn nothing_is_known(region: &Region, id: MeetingId, speech: &Speech, unknown: &[usize]) -> bool {
    let mut asking = region[id].proposals().filter(|(_, item)| item.asked().next().is_some());
    let wholly =
        |index| unknown_on(region, ItemId { meeting: id, index }, speech).is_some_and(|it| it.besluiten.is_none());
    // who gave input lets something be said
    let is_silent = |party| consultation::in_time(&region[id], party).is_empty();
    unknown.len() > 1 && speech.stands_in_for.is_some_and(is_silent) && asking.all(|(index, _)| wholly(index))
}

/// The same of one item.
fn unknown_on<'a>(region: &'a Region, at: ItemId, speech: &Speech) -> Option<Onbekend<'a>> {
    let hindered = speech.stands_in_for?;
    let numbers: Vec<usize> = region[at].asked().map(|(number, _)| number).collect();
    let is_unknown = |number: &&usize| consultation::newest(region, at, hindered, **number).is_none();
    let unknown: Vec<String> = numbers.iter().filter(is_unknown).map(ToString::to_string).collect();
    let besluiten = dutch::list(&unknown)?;
    let some = unknown.len() < numbers.len();
    Some(Onbekend { wie: region.called(at.meeting, hindered), besluiten: some.then_some(besluiten) })
}

/// Whether the speaker introduces an item, for itself or for another.
fn introduces<'a>(region: &'a Region, at: ItemId, speech: &Speech) -> Option<Inleider<'a>> {
    let Some(Actor::Party(party)) = region[at].submitter else { return None };
    if party == speech.by {
        return Some(Inleider { namens: None });
    }
    let speaks = speech.on_behalf_of.contains(&party) || speech.stands_in_for == Some(party);
    speaks.then(|| Inleider { namens: Some(region.called(at.meeting, party)) })
}

/// Whether all for whom somebody speaks answered, and were asked of an item as far as that is known.
fn is_heard(region: &Region, id: MeetingId, speech: &Speech, item: usize) -> bool {
    let meeting = &region[id];
    // who stands in for its speaker is asked itself too
    let is_heard = |party: PartyId| {
        let was_consulted = consultation::was_consulted(meeting, party);
        let has_answered = !consultation::in_time(meeting, party).is_empty() || party == speech.by && !was_consulted;
        has_answered && (consultation::was_asked(meeting, party, item) || !was_consulted)
    };
    speech.on_behalf_of.iter().copied().chain([speech.by]).chain(speech.stands_in_for).all(is_heard)
}

/// Whether nothing is asked about an item that is treated all the same.
fn is_unspoken(item: &Item) -> bool {
    item.cancelled.is_none() && !item.is_proposal()
}

/// For whom somebody speaks, itself among them, and who is hindered: its position too is told by who stands in for it.
fn all_of(speech: &Speech) -> Vec<PartyId> {
    let others = speech.on_behalf_of.iter().copied().filter(|party| *party != speech.by);
    std::iter::once(speech.by).chain(speech.stands_in_for).chain(others).collect()
}

/// One may speak for its own subregion and stand in for another.
fn stem(region: &Region, speech: &Speech) -> String {
    let name = format!("spreeknotitie-{}", region[speech.by].key);
    speech.stands_in_for.map_or(name.clone(), |other| format!("{name}-vervangt-{}", region[other].key))
}
