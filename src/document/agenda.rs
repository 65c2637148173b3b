//! The agenda, and with notes for the chair: who speaks when, what each party supports, and which input to expect.

use serde::Serialize;

use super::parts::{self, Punt, Vergadering, Volgende};
use super::{Data, Field, Fields, Missing, Scope, View, release, words};
use crate::consultation::{self, Asked, Newest, Stand};
use crate::model::{Actor, Item, ItemId, Meeting, MeetingId, PartyId, Region, Shown};

/// The agenda.
#[derive(Debug, Serialize)]
pub struct Agenda<'a> {
    vergadering: Vergadering<'a>,
    annotatie: Option<Annotatie<'a>>,
    punten: Vec<Punt<'a>>,
    volgende: Vec<Volgende<'a>>,
}

/// Notes on the meeting as a whole.
#[derive(Debug, Serialize)]
pub struct Annotatie<'a> {
    spreekt: Vec<Spreekt<'a>>,
    inbreng: Vec<Inbreng<'a>>,
}

/// Who speaks for whom.
#[derive(Debug, Serialize)]
pub struct Spreekt<'a> {
    wie: &'a str,
    namens: String,
}

/// Notes on an item.
#[derive(Debug, Serialize)]
pub struct PuntAnnotatie<'a> {
    sprekers: Vec<Spreker<'a>>,
    gedragen: Vec<Gedragen<'a>>,
    inbreng: Vec<Inbreng<'a>>,
    intern: Option<Field>,
}

/// Someone who will want to speak on an item.
#[derive(Debug, Serialize)]
pub struct Spreker<'a> {
    wie: &'a str,
    indiener: bool,
    ook_zelf: bool,
    namens: Option<String>,
}

/// What is known of the support for a requested decision.
#[derive(Debug, Serialize)]
pub struct Gedragen<'a> {
    tekst: &'a str,
    antwoorden: Vec<Groep<'a>>,
}

/// The parties that gave the same answer; one that gave a reason, or whose papers changed, stands alone.
#[derive(Debug, Serialize)]
pub struct Groep<'a> {
    antwoord: &'static str,
    partijen: String,
    reden: Option<&'a str>,
    gewijzigd: bool,
}

/// Input to expect.
#[derive(Debug, Serialize)]
pub struct Inbreng<'a> {
    van: &'a str,
    pub(super) benoemen: bool,
    tekst: Field,
}

/// Composes the agenda.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = release::open_agenda(scope, "De agenda")?;
    let region = scope.region;
    if scope.annotated && region.public {
        return Err(Missing(format!("De agenda met annotatie van {} is niet openbaar.", parts::named(region, id))));
    }
    let mut fields = Fields::default();
    let notes = scope.annotated.then(|| Notes::new(region, id));
    let shown = region[id].items.iter().enumerate().filter(|(_, item)| item.shown != Shown::Nothing);
    let punten = shown.map(|(index, item)| {
        let at = ItemId { meeting: id, index };
        let mut punt = parts::item(scope, at, &mut fields);
        punt.annotatie = notes.as_ref().map(|notes| notes.on(at, item, &mut fields));
        punt
    });
    let agenda = Agenda {
        vergadering: parts::head_of_agenda(scope, id),
        punten: punten.collect(),
        annotatie: notes.as_ref().map(|notes| notes.whole(&mut fields)),
        volgende: parts::next(region, id),
    };
    let stem = if scope.annotated { "agenda-annotatie" } else { "agenda" };
    Ok(vec![View {
        template: "agenda",
        stem: stem.to_owned(),
        title: parts::title("Agenda", region, id),
        mark: if scope.annotated { Some("intern") } else { release::agenda_mark(scope, id) },
        fields: fields.0,
        data: Data::Agenda(agenda),
    }])
}

/// What the notes are made from.
pub(super) struct Notes<'a> {
    region: &'a Region,
    meeting: &'a Meeting,
    asked: Vec<Asked>,
    /// Those who were asked and those who answered of their own accord.
    heard: Vec<PartyId>,
}

impl<'a> Notes<'a> {
    fn new(region: &'a Region, id: MeetingId) -> Self {
        let meeting = &region[id];
        let asked = consultation::asked(region, id);
        let is_asked = |party| asked.iter().any(|asked| asked.party == party);
        let answered = |party| meeting.replies.iter().any(|reply| reply.party == party);
        let heard = region.party_ids().filter(|&party| is_asked(party) || answered(party)).collect();
        Self { region, meeting, asked, heard }
    }

    fn name(&self, party: PartyId) -> &'a str {
        &self.region[party].name
    }

    /// Who speaks for a party: itself, or another.
    fn speaker(&self, party: PartyId) -> PartyId {
        self.asked.iter().find(|asked| asked.party == party).and_then(|asked| asked.speaker).unwrap_or(party)
    }

    /// Input on the agenda as a whole.
    pub(super) fn general(&self, fields: &mut Fields<'a>) -> Vec<Inbreng<'a>> {
        let inbreng = self.heard.iter().filter_map(|&party| {
            let tekst = fields.add(consultation::general(self.meeting, party)?);
            Some(Inbreng { van: self.name(party), benoemen: false, tekst })
        });
        inbreng.collect()
    }

    fn whole(&self, fields: &mut Fields<'a>) -> Annotatie<'a> {
        let day = self.meeting.date.value;
        let spreekt = self.region.representations_on(self.meeting.body, day).filter_map(|spoken| {
            let represented = self.region.represented_on(spoken, day);
            Some(Spreekt { wie: self.name(spoken.by), namens: parts::names(self.region, &represented)? })
        });
        Annotatie { spreekt: spreekt.collect(), inbreng: self.general(fields) }
    }

    /// The same, of some parties alone.
    pub(super) fn of(region: &'a Region, id: MeetingId, heard: Vec<PartyId>) -> Self {
        Self { heard, ..Self::new(region, id) }
    }

    fn on(&self, at: ItemId, item: &'a Item, fields: &mut Fields<'a>) -> PuntAnnotatie<'a> {
        let mut notes = PuntAnnotatie {
            sprekers: Vec::new(),
            gedragen: Vec::new(),
            inbreng: Vec::new(),
            intern: fields.maybe(item.internal.as_deref()),
        };
        if item.is_proposal() {
            notes.sprekers = self.speakers(at, item);
            notes.gedragen = self.support(at, item);
            notes.inbreng = self.input(at, fields);
        }
        notes
    }

    /// Who will want to speak: the submitter first, then those with input, for themselves or for others.
    fn speakers(&self, at: ItemId, item: &'a Item) -> Vec<Spreker<'a>> {
        let has_input = |party: &PartyId| consultation::input(self.meeting, *party, at.index).is_some();
        let with_input: Vec<PartyId> = self.heard.iter().copied().filter(has_input).collect();
        let mut speakers: Vec<Spreker> = Vec::new();
        for speaker in self.region.party_ids() {
            let (own, others): (Vec<PartyId>, Vec<PartyId>) = with_input
                .iter()
                .filter(|&&party| self.speaker(party) == speaker)
                .partition(|&&party| party == speaker);
            let wie = self.name(speaker);
            let indiener = item.submitter == Some(Actor::Party(speaker));
            if indiener || !own.is_empty() || !others.is_empty() {
                let (ook_zelf, namens) = (indiener || !own.is_empty(), parts::names(self.region, &others));
                speakers.push(Spreker { wie, indiener, ook_zelf, namens });
            }
        }
        if let Some(Actor::Body(body)) = item.submitter {
            speakers.push(Spreker { wie: &self.region[body].name, indiener: true, ook_zelf: true, namens: None });
        }
        speakers.sort_by_key(|speaker| !speaker.indiener);
        speakers
    }

    pub(super) fn support(&self, at: ItemId, item: &'a Item) -> Vec<Gedragen<'a>> {
        if self.heard.is_empty() {
            return Vec::new();
        }
        let requested = item.requested.iter().zip(1..);
        requested.map(|(asked, number)| Gedragen { tekst: asked, antwoorden: self.answers(at, number) }).collect()
    }

    fn answers(&self, at: ItemId, number: usize) -> Vec<Groep<'a>> {
        let newest = self.heard.iter().map(|&party| (party, consultation::newest(self.region, at, party, number)));
        let newest: Vec<(PartyId, Option<Newest>)> = newest.collect();
        words::STANDS.iter().flat_map(|&(stand, antwoord)| self.group(&newest, stand, antwoord)).collect()
    }

    /// The parties with one stand: together, but for those of which there is more to say.
    fn group(&self, newest: &[(PartyId, Option<Newest<'a>>)], stand: Stand, antwoord: &'static str) -> Vec<Groep<'a>> {
        let mut together = Vec::new();
        let mut alone = Vec::new();
        for (party, newest) in newest.iter().filter(|(_, newest)| consultation::stand(newest.as_ref()) == stand) {
            let reden = newest.and_then(|newest| newest.answer.reason.as_deref());
            let gewijzigd = newest.is_some_and(|newest| newest.changed && !newest.stale);
            if reden.is_none() && !gewijzigd {
                together.push(*party);
            } else {
                alone.push(Groep { antwoord, partijen: self.name(*party).to_owned(), reden, gewijzigd });
            }
        }
        let together = parts::names(self.region, &together);
        let together = together.map(|partijen| Groep { antwoord, partijen, reden: None, gewijzigd: false });
        together.into_iter().chain(alone).collect()
    }

    pub(super) fn input(&self, at: ItemId, fields: &mut Fields<'a>) -> Vec<Inbreng<'a>> {
        let given = self.heard.iter().filter_map(|&party| {
            let (text, benoemen) = consultation::input(self.meeting, party, at.index)?;
            Some(Inbreng { van: self.name(party), benoemen, tekst: fields.add(text) })
        });
        let mut given: Vec<Inbreng> = given.collect();
        given.sort_by_key(|input| !input.benoemen);
        given
    }
}
