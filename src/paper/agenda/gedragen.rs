//! Who supports what is requested, as the annotated agenda tells it: those who answered the same together.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Notes;
use crate::dutch;
use crate::model::consultation::{self, Newest, Stand};
use crate::model::{Item, ItemId, PartyId, Support};
use crate::paper::standpunten::{self, Known};
use crate::paper::words::Woord;
use crate::paper::{parts, words};

/// What is known of the support for a requested decision.
#[derive(Debug, Serialize)]
pub(crate) struct Gedragen<'a> {
    nr: usize,
    /// Not all decisions before it are told: in a numbered list it would get another number.
    los: bool,
    tekst: &'a str,
    antwoorden: Vec<Groep<'a>>,
}

/// The parties that gave the same answer; one that gave a reason, or whose papers changed, stands alone.
#[derive(Debug, Serialize)]
pub(super) struct Groep<'a> {
    antwoord: Woord,
    partijen: String,
    /// What was answered, where it was to an earlier text.
    eerder: Option<Woord>,
    /// To what that was: an earlier text, or another question.
    eerdere: Option<&'static str>,
    /// They answered otherwise too on that day, and nobody knows what they said last.
    onzeker: bool,
    reden: Option<&'a str>,
    /// The day on which the reservation was lifted.
    vervallen_op: Option<String>,
    /// The explanation and papers that it was given with are not those of now.
    stukken: Option<&'static str>,
}

impl<'a> Notes<'a> {
    /// Whether somebody answered on a decision of an item.
    pub(super) fn is_answered(&self, at: ItemId) -> bool {
        let numbers = consultation::decisions(self.region, at);
        let is_said = |party: PartyId, number: usize| {
            standpunten::known(self.region, at, party, number, self.today).newest.is_some()
        };
        self.heard.iter().any(|&party| numbers.iter().any(|&number| is_said(party, number)))
    }

    pub(crate) fn support(&self, at: ItemId, item: &'a Item) -> Vec<Gedragen<'a>> {
        if self.heard.is_empty() {
            return Vec::new();
        }
        let numbers = consultation::decisions(self.region, at);
        let los = !parts::is_whole(&numbers);
        numbers
            .into_iter()
            .map(|number| Gedragen {
                nr: number,
                los,
                tekst: &item.requested[number - 1],
                antwoorden: self.answers(at, number),
            })
            .collect()
    }

    /// How a party stands, once for each of its answers of which nobody knows which is the last.
    fn each_rival(&self, at: ItemId, one: &(PartyId, Known<'a>)) -> Vec<(PartyId, Known<'a>)> {
        let (party, known) = *one;
        let Some(newest) = known.newest else { return Vec::new() };
        let all = consultation::rivals(self.region, at, party, newest.answer).into_iter();
        all.map(|answer| (party, Known { newest: Some(Newest { answer, ..newest }), ..known })).collect()
    }

    fn answers(&self, at: ItemId, number: usize) -> Vec<Groep<'a>> {
        let known =
            self.heard.iter().map(|&party| (party, standpunten::known(self.region, at, party, number, self.today)));
        // who was not asked what nobody is asked, is not late on it
        let known: Vec<(PartyId, Known)> =
            known.filter(|(_, its)| its.newest.is_some() || self.region[at].asks(number)).collect();
        let item = &self.region[at];
        let group = |&stand: &Stand| {
            let those: Vec<&(PartyId, Known)> = known.iter().filter(|(_, its)| its.stand == stand).collect();
            if stand == Stand::Unordered {
                let one_of = |one: &Known| Some(words::answer(one.newest?.answer, item));
                let told: Vec<(PartyId, Known)> = those.iter().flat_map(|one| self.each_rival(at, one)).collect();
                let all: BTreeSet<_> = told.iter().filter_map(|(_, its)| one_of(its)).collect();
                let of = |word| {
                    let those: Vec<_> = told.iter().filter(|(_, its)| one_of(its) == Some(word)).collect();
                    self.group(&those, word, None).into_iter().map(|group| Groep { onzeker: true, ..group })
                };
                return all.into_iter().flat_map(of).collect::<Vec<_>>();
            }
            if stand != Stand::Stale {
                let closed = consultation::is_closed_on(self.meeting, self.today);
                let word = words::stand_on(stand, item.treatment, closed);
                return self.group(&those, word, None).into_iter().collect();
            }
            let antwoord = words::stand(stand, item.treatment);
            // those that answered the same to the same question together
            let earlier = |one: &Known| {
                let answer = one.newest.filter(|newest| newest.stale)?.answer;
                Some((answer.support, words::answer(answer, item), words::question(answer, item)))
            };
            let all: BTreeSet<_> = those.iter().filter_map(|(_, its)| earlier(its)).collect();
            let of = |said: (Support, Woord, &'static str)| {
                let those: Vec<_> = those.iter().filter(|(_, its)| earlier(its) == Some(said)).copied().collect();
                self.group(&those, antwoord, Some((said.1, said.2)))
            };
            all.into_iter().flat_map(of).collect()
        };
        let stands: BTreeSet<Stand> = known.iter().map(|(_, its)| its.stand).collect();
        stands.iter().flat_map(group).collect()
    }

    /// The parties with one stand: together, but for those of which there is more to say.
    fn group(
        &self,
        those: &[&(PartyId, Known<'a>)],
        antwoord: Woord,
        earlier: Option<(Woord, &'static str)>,
    ) -> Vec<Groep<'a>> {
        let (eerder, eerdere) = earlier.unzip();
        let mut together = Vec::new();
        let mut alone = Vec::new();
        for (party, Known { newest, lifted, .. }) in those {
            let reden = newest.and_then(|newest| newest.answer.reason.as_deref());
            let stukken = newest.filter(|newest| !newest.stale).and_then(|newest| words::seen(newest.seen));
            if reden.is_none() && stukken.is_none() && lifted.is_none() {
                together.push(*party);
            } else {
                let (partijen, vervallen_op) = (self.name(*party).to_owned(), lifted.map(dutch::date));
                alone.push(Groep { antwoord, partijen, eerder, eerdere, onzeker: false, reden, vervallen_op, stukken });
            }
        }
        let together = parts::names(self.region, self.id, &together);
        let (reden, vervallen_op, stukken) = (None, None, None);
        let together = together.map(|partijen| Groep {
            antwoord,
            partijen,
            eerder,
            eerdere,
            onzeker: false,
            reden,
            vervallen_op,
            stukken,
        });
        together.into_iter().chain(alone).collect()
    }
}
