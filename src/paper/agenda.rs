//! The agenda, and with notes for the chair: who speaks when, what each party supports, and which input to expect.

mod eerder;
mod gedragen;
mod genodigd;
mod overzicht;
mod ronde;
mod sinds;
mod vooraf;

use chrono::NaiveDate;
use serde::Serialize;

use self::eerder::NogOpen;
use self::gedragen::Gedragen;
use self::genodigd::Uitnodiging;
use self::overzicht::Overzicht;
use self::sinds::Sinds;
use self::vooraf::{Antwoorden, Speling, Spreekt};
use super::apart::{Telling, TeltNiet};
use super::parts::{self, Punt, Vergadering, Volgende};
use super::{Addressees, Field, Fields, Missing, Scope, View, release, standpunten};
use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Asked};
use crate::model::{Actor, Item, ItemId, Mailing, Meeting, MeetingId, PartyId, Region, SeatHolder, Shown};

/// The agenda.
#[derive(Debug, Serialize)]
pub(super) struct Agenda<'a> {
    vergadering: Vergadering<'a>,
    uitnodiging: Uitnodiging<'a>,
    overzicht: Option<Overzicht<'a>>,
    sinds: Option<Sinds>,
    /// Until when is answered in a written procedure, and whether that day is over.
    antwoord_tot: Option<String>,
    alsnog: bool,
    annotatie: Option<Annotatie<'a>>,
    punten: Vec<Punt<'a>>,
    volgende: Vec<Volgende<'a>>,
}

/// Notes on the meeting as a whole.
#[derive(Debug, Serialize)]
pub(super) struct Annotatie<'a> {
    speling: Option<Speling>,
    antwoorden: Option<Antwoorden>,
    /// What was agreed earlier and is not done, on subjects that are not on this agenda.
    nog_open: Vec<NogOpen<'a>>,
    spreekt: Vec<Spreekt<'a>>,
    inbreng: Vec<Inbreng<'a>>,
    /// What does not count.
    telt_niet: Vec<TeltNiet<'a>>,
    /// Whose answers have a day that is still to come.
    dag_moet_komen: Option<String>,
}

/// Notes on an item.
#[derive(Debug, Serialize)]
pub(super) struct PuntAnnotatie<'a> {
    sprekers: Vec<Spreker<'a>>,
    gedragen: Vec<Gedragen<'a>>,
    /// Nobody answered on it, though others answered on other items.
    niemand: bool,
    gesloten: bool,
    inbreng: Vec<Inbreng<'a>>,
    telt_niet: Vec<TeltNiet<'a>>,
    /// What was agreed earlier and is not done.
    nog_open: Vec<NogOpen<'a>>,
    intern: Option<Field>,
}

/// Someone who will want to speak on an item, and why: for itself, for others.
#[derive(Debug, Serialize)]
pub(super) struct Spreker<'a> {
    wie: &'a str,
    zelf: Option<String>,
    namens: Vec<Namens<'a>>,
}

/// For whom somebody speaks, and why.
#[derive(Debug, Serialize)]
pub(super) struct Namens<'a> {
    wie: &'a str,
    waarom: String,
}

/// Input to expect.
#[derive(Debug, Serialize)]
pub(super) struct Inbreng<'a> {
    van: &'a str,
    pub(super) benoemen: bool,
    /// It is a question.
    vraagt: bool,
    tekst: Field,
}

/// Composes the agenda.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = release::open_agenda(scope, "De agenda")?;
    let region = scope.region;
    if scope.inside && region.public {
        return Err(Missing(format!("De geannoteerde agenda van {} is niet openbaar.", called::meeting(region, id))));
    }
    let (mut fields, notes) = (Fields::default(), scope.inside.then(|| Notes::new(region, id, scope.today)));
    let on_agenda = |item: &Item| item.shown != Shown::Nothing && item.on_agenda;
    let shown = || region[id].items.iter().enumerate().filter(|(_, item)| on_agenda(item));
    let punten = shown().map(|(index, item)| {
        let at = ItemId { meeting: id, index };
        let mut punt = parts::item(scope, at, &mut fields);
        punt.annotatie = notes.as_ref().map(|notes| notes.on(at, item, &mut fields));
        punt
    });
    let due = ronde::answered_until(scope, id);
    let agenda = Agenda {
        alsnog: due.is_some_and(|due| due < scope.today),
        antwoord_tot: due.map(dutch::date),
        vergadering: parts::head_of_agenda(scope, id),
        uitnodiging: genodigd::uitnodiging(scope, id),
        overzicht: overzicht::overzicht(region, id, shown().map(|(index, _)| index)),
        sinds: sinds::sinds(scope, id, shown().map(|(index, _)| index)),
        punten: punten.collect(),
        annotatie: notes.as_ref().map(|notes| notes.whole(&mut fields)),
        volgende: parts::next(scope, id),
    };
    let label = if scope.inside { "Geannoteerde agenda" } else { "Agenda" };
    Ok(vec![View {
        template: "agenda",
        stem: "agenda".to_owned(),
        label: label.to_owned(),
        title: parts::title(label, region, id),
        fields: fields.0,
        addressees: Addressees::of_table(scope.inside, Mailing::Agenda),
        data: Box::new(agenda),
        ..View::default()
    }])
}

/// What the notes are made from.
pub(super) struct Notes<'a> {
    region: &'a Region,
    id: MeetingId,
    meeting: &'a Meeting,
    asked: Vec<Asked>,
    /// Those who were asked and those who answered of their own accord.
    heard: Vec<PartyId>,
    /// Those who answered and are not there on the day of the meeting.
    gone: Vec<PartyId>,
    today: NaiveDate,
}

impl<'a> Notes<'a> {
    fn new(region: &'a Region, id: MeetingId, today: NaiveDate) -> Self {
        let meeting = &region[id];
        let asked = consultation::asked(region, id);
        let is_asked = |party| asked.iter().any(|asked| asked.party == party);
        let answered = |party| meeting.replies.iter().any(|reply| reply.party == party);
        let gone = consultation::gone(region, id);
        let heard = region.party_ids().filter(|&party| is_asked(party) || answered(party) && !gone.contains(&party));
        Self { region, id, meeting, heard: heard.collect(), asked, gone, today }
    }

    fn name(&self, party: PartyId) -> &'a str {
        self.region.called(self.id, party)
    }

    /// Who speaks for a party: itself, or another.
    fn speaker(&self, party: PartyId) -> PartyId {
        self.asked.iter().find(|asked| asked.party == party).and_then(|asked| asked.speaker).unwrap_or(party)
    }

    /// Input on the agenda as a whole.
    pub(super) fn general(&self, fields: &mut Fields<'a>) -> Vec<Inbreng<'a>> {
        let inbreng = self.heard.iter().filter_map(|&party| {
            let text = consultation::general(self.meeting, party)?;
            Some(Inbreng { van: self.name(party), benoemen: false, vraagt: asks(text), tekst: fields.add(text) })
        });
        inbreng.collect()
    }

    fn whole(&self, fields: &mut Fields<'a>) -> Annotatie<'a> {
        Annotatie {
            speling: vooraf::speling(self.meeting),
            antwoorden: vooraf::antwoorden(self.region, self.id, self.today),
            nog_open: eerder::overig(self.region, self.id, self.today),
            spreekt: vooraf::spreekt(self.region, self.id),
            inbreng: self.general(fields),
            telt_niet: self.apart(None, fields),
            dag_moet_komen: parts::answers_to_come(self.region, self.id, &self.told()),
        }
    }

    /// What does not count of what was said of an item, or of the agenda as a whole.
    fn apart(&self, item: Option<usize>, fields: &mut Fields<'a>) -> Vec<TeltNiet<'a>> {
        let telling = Telling { region: self.region, today: self.today, named: true, numbered: false };
        match item {
            Some(index) => telling.on_item(ItemId { meeting: self.id, index }, &self.told(), |_| true, fields),
            None => telling.on(self.id, &self.told(), |one| one.item.is_none(), fields),
        }
    }

    /// Of whom is told what does not count.
    pub(super) fn told(&self) -> Vec<PartyId> {
        let is_told = |party: &PartyId| self.heard.contains(party) || self.gone.contains(party);
        self.region.party_ids().filter(is_told).collect()
    }

    /// Whose answers they are made from.
    pub(super) fn heard(&self) -> &[PartyId] {
        &self.heard
    }

    /// The same, of some parties alone.
    pub(super) fn of(region: &'a Region, id: MeetingId, today: NaiveDate, heard: Vec<PartyId>) -> Self {
        Self { gone: consultation::gone_to(region, id, &heard), heard, ..Self::new(region, id, today) }
    }

    fn on(&self, at: ItemId, item: &'a Item, fields: &mut Fields<'a>) -> PuntAnnotatie<'a> {
        let mut notes = PuntAnnotatie {
            sprekers: Vec::new(),
            gedragen: Vec::new(),
            niemand: false,
            gesloten: consultation::is_closed_on(self.meeting, self.today),
            inbreng: Vec::new(),
            telt_niet: self.apart(Some(at.index), fields),
            nog_open: eerder::nog_open(self.region, at, self.today),
            intern: fields.maybe(item.internal.as_deref()),
        };
        if item.is_proposal() {
            // in a written procedure nobody speaks
            notes.sprekers = if self.meeting.is_written() { Vec::new() } else { self.speakers(at, item) };
            if self.is_answered(at) {
                notes.gedragen = self.support(at, item);
            } else {
                // of a meeting to which nobody answered its head says so
                let said = |party: &PartyId| !consultation::in_time(self.meeting, *party).is_empty();
                notes.niemand = !item.requested.is_empty() && self.heard.iter().any(said);
            }
            notes.inbreng = self.input(at, fields);
        }
        notes
    }

    /// Who will want to speak: who introduces it first, then everybody with something else than a plain yes, for itself or
    /// for others. Nobody without a seat speaks.
    fn speakers(&self, at: ItemId, item: &'a Item) -> Vec<Spreker<'a>> {
        let submits = |party| item.submitter == Some(Actor::Party(party));
        // who goes on for a party that is not there any more may have to speak for what that said
        let goes_on = |party| !consultation::gone_into(self.region, self.id, party).is_empty();
        let speaks = |party: &PartyId| submits(*party) || self.heard.contains(party) || goes_on(*party);
        let reasons = self.region.party_ids().filter(speaks);
        let reasons = reasons.filter_map(|party| {
            Some((party, standpunten::redenen(self.region, at, party, submits(party), self.today)?))
        });
        let mut speakers: Vec<(PartyId, bool, Spreker)> = Vec::new();
        for (party, waarom) in reasons {
            let by = self.speaker(party);
            if !self.has_seat(by) {
                continue;
            }
            let at = speakers.iter().position(|(known, ..)| *known == by).unwrap_or_else(|| {
                speakers.push((by, false, Spreker { wie: self.name(by), zelf: None, namens: Vec::new() }));
                speakers.len() - 1
            });
            let (_, introduces, speaker) = &mut speakers[at];
            *introduces |= submits(party);
            if party == by {
                speaker.zelf = Some(waarom);
            } else {
                speaker.namens.push(Namens { wie: self.name(party), waarom });
            }
        }
        speakers.sort_by_key(|(party, introduces, _)| (!introduces, *party));
        speakers.into_iter().map(|(.., speaker)| speaker).collect()
    }

    /// Whether somebody sits there for a party.
    fn has_seat(&self, party: PartyId) -> bool {
        let mut seats = self.region.seats_on(self.meeting.body, self.meeting.date.value);
        seats.any(|(_, seat)| seat.holder == SeatHolder::Party(party))
    }

    pub(super) fn input(&self, at: ItemId, fields: &mut Fields<'a>) -> Vec<Inbreng<'a>> {
        let given = self.heard.iter().filter_map(|&party| {
            let (text, benoemen) = consultation::input(self.meeting, party, at.index)?;
            Some(Inbreng { van: self.name(party), benoemen, vraagt: asks(text), tekst: fields.add(text) })
        });
        let mut given: Vec<Inbreng> = given.collect();
        given.sort_by_key(|input| !input.benoemen);
        given
    }
}

/// Whether a text is a question: only then is it said that somebody asks.
fn asks(text: &str) -> bool {
    text.trim_end().ends_with('?')
}
