//! What still stands of an item to which was assented: reservations, and the adoption by a college.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    Answer, ItemId, MeetingId, Outcome, PartyId, Progress, ProgressKind, Region, Reply, Subject, Support, Treated,
};
use crate::model::consultation;

/// Reservations on an item that were not lifted.
#[derive(Debug, Default)]
pub struct Reserved<'a> {
    /// Those of parties, in the order of the covenant.
    pub of: Vec<Reservation<'a>>,
    /// The minutes tell of a reservation, and nobody knows whose.
    pub unnamed: bool,
}

/// The reservation of a party on an item.
#[derive(Debug)]
pub struct Reservation<'a> {
    /// Whose.
    pub party: PartyId,
    /// Its first answer that says so.
    pub answer: &'a Answer,
    /// The requested decisions, by their numbers, that it is about.
    pub decisions: Vec<usize>,
}

impl Reserved<'_> {
    /// Whether none stands.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of.is_empty() && !self.unnamed
    }

    /// Whether that of a party on a requested decision stands.
    #[must_use]
    pub fn is_of(&self, party: PartyId, number: usize) -> bool {
        self.of.iter().any(|one| one.party == party && one.decisions.contains(&number))
    }
}

/// What the words of a college hold when it decided, for or against.
const DECIDED: [&str; 15] = [
    "besloten",
    "conform",
    "stelt vast",
    "stelde vast",
    "geweigerd",
    "weigert",
    "vastgesteld",
    "ingestemd",
    "stemt in",
    "akkoord",
    "goedgekeurd",
    "aangenomen",
    "afgewezen",
    "afgekeurd",
    "verworpen",
];

/// What they hold when it did not yet, whatever else they say.
const PUT_OFF: [&str; 8] =
    ["aangehouden", "uitgesteld", "verdaagd", "doorgeschoven", "nog niet", "wordt", "later", "teruggestuurd"];

impl ProgressKind {
    /// Whether a college decided on what it was to adopt, for or against, as far as its own words say so: of other words nobody
    /// knows it, and it may still have to.
    #[must_use]
    pub fn is_decision(&self) -> bool {
        let Self::Adopted { outcome, .. } = self else { return false };
        let words = outcome.to_lowercase();
        let any = |of: &[&str]| of.iter().any(|word| words.contains(word));
        any(&DECIDED) && !any(&PUT_OFF)
    }
}

impl Region {
    /// The reservations on an item that stood on a day: of a party that had one towards a decision to which was assented,
    /// whatever the minutes call the outcome, until it is lifted, the item is dropped, or that decision was decided upon
    /// again.
    #[must_use]
    pub fn reserved(&self, id: ItemId, today: NaiveDate) -> Reserved<'_> {
        let Some(treated) = self[id.meeting].treated(id.index) else { return Reserved::default() };
        if !treated.outcomes().any(Outcome::is_assent) || self.is_dropped(id, today) {
            return Reserved::default();
        }
        let parties = self.answered(id.meeting).into_iter();
        let all = parties.filter_map(|party| self.reservation(id, treated, party));
        let mut all: Vec<Reservation> = all.collect();
        let unnamed = all.is_empty() && self.reserved_by_somebody(id, treated, today);
        for one in &mut all {
            let is_lifted = |number: usize| {
                let newest = consultation::newest(self, id, one.party, number);
                newest.is_some_and(|newest| self.lifted(id, newest.reply, number, today).is_some())
            };
            one.decisions.retain(|number| !is_lifted(*number) && !self.was_decided_again(id, *number, today));
        }
        all.retain(|one| !one.decisions.is_empty());
        Reserved { of: all, unnamed }
    }

    /// Whether the minutes tell of a reservation on something that was not decided upon again.
    fn reserved_by_somebody(&self, id: ItemId, treated: &Treated, today: NaiveDate) -> bool {
        let reserved = |number: &usize| treated.outcome_of(*number) == Some(Outcome::AssentedReserved);
        let numbers: Vec<usize> = (1..=self[id].requested.len()).filter(reserved).collect();
        let is_lifted = |number: usize| {
            self.ledger(id, today).any(|entry| match entry.kind {
                ProgressKind::ReservationLifted { decision, .. } => decision.is_none_or(|it| usize::from(it) == number),
                _ => false,
            })
        };
        if numbers.is_empty() {
            let again = || self.later(id, today).any(|(_, later)| later.outcome.is_some_and(Outcome::is_decided));
            return treated.outcomes().any(|outcome| outcome == Outcome::AssentedReserved) && !again() && !is_lifted(0);
        }
        numbers.into_iter().any(|number| !is_lifted(number) && !self.was_decided_again(id, number, today))
    }

    /// The parties that answered before a meeting, in the order of the covenant.
    fn answered(&self, id: MeetingId) -> BTreeSet<PartyId> {
        self[id].replies.iter().map(|reply| reply.party).collect()
    }

    /// When the reservation of an answer on a requested decision was lifted, by its party or by what that was merged into: on the day
    /// of the answer or later, for who has one again after that has it.
    #[must_use]
    pub fn lifted(&self, id: ItemId, reply: &Reply, number: usize, today: NaiveDate) -> Option<NaiveDate> {
        let mut entries = self.ledger(id, today).filter(|entry| entry.date >= reply.date);
        let lifts = |entry: &&Progress| match entry.kind {
            ProgressKind::ReservationLifted { by, decision } => {
                self.is_of(reply.party, by, entry.date) && decision.is_none_or(|it| usize::from(it) == number)
            }
            _ => false,
        };
        entries.find(lifts).map(|entry| entry.date)
    }

    /// The day of the first answer in which a party, or one that was merged into it by a day, had a reservation on an item.
    #[must_use]
    pub fn first_reserved(&self, id: ItemId, by: PartyId, day: NaiveDate, decision: Option<u16>) -> Option<NaiveDate> {
        let about = |answer: &Answer| decision.is_none_or(|number| answer.number == number);
        let replies = self[id.meeting].replies.iter().filter(|reply| self.is_of(reply.party, by, day));
        let reserved = replies.filter(|reply| {
            let mut said = reply.items.iter().filter(|said| said.item == id.index).flat_map(|said| &said.answers);
            said.any(|answer| about(answer) && answer.support == Support::Reserved)
        });
        reserved.map(|reply| reply.date).min()
    }

    /// Whether a party, or one that was merged into it, had a reservation on an item, as far as its answers and the minutes say.
    #[must_use]
    pub fn had_reservation(&self, id: ItemId, by: PartyId, day: NaiveDate, decision: Option<u16>) -> bool {
        let answered = self.first_reserved(id, by, day, decision).is_some();
        let treated = self[id.meeting].treated(id.index);
        let reserved = |outcome: Outcome| outcome == Outcome::AssentedReserved;
        let noted = treated.is_some_and(|treated| {
            let of_party =
                treated.input.iter().any(|input| self.is_of(input.from, by, day) && input.position.is_some());
            let outcomes = (1..=self[id].requested.len()).filter_map(|number| treated.outcome_of(number));
            of_party || treated.outcome.into_iter().chain(outcomes).any(reserved)
        });
        answered || noted
    }

    /// The college that still had to adopt an item on a day: nobody where nothing was assented to, or it was dropped.
    #[must_use]
    pub fn awaits(&self, id: ItemId, today: NaiveDate) -> Option<PartyId> {
        let outcome = self[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
        let last = self.ledger(id, today).filter(|entry| matches!(entry.kind, ProgressKind::Adopted { .. })).last();
        let decided = last.is_some_and(|entry| entry.kind.is_decision());
        let waits = outcome.is_some_and(Outcome::is_assent) && !decided && !self.is_dropped(id, today);
        self[id].adopted_by.filter(|_| waits)
    }

    fn ledger(&self, id: ItemId, today: NaiveDate) -> impl Iterator<Item = &Progress> {
        self.progress_of(Subject::Item(id.meeting, id.index), today)
    }

    fn is_dropped(&self, id: ItemId, today: NaiveDate) -> bool {
        self.ledger(id, today).any(|entry| matches!(entry.kind, ProgressKind::Dropped(_)))
    }

    /// The reservation of a party towards decisions to which was assented.
    fn reservation<'a>(&'a self, id: ItemId, treated: &Treated, party: PartyId) -> Option<Reservation<'a>> {
        let assented = |number: &usize| treated.outcome_of(*number).is_some_and(Outcome::is_assent);
        let numbers = (1..=self[id].requested.len()).filter(assented);
        let answers = numbers.filter_map(|number| Some((number, consultation::newest(self, id, party, number)?)));
        let reserved = answers.filter(|(_, it)| !it.stale && it.answer.support == Support::Reserved);
        let (decisions, answers): (Vec<usize>, Vec<&Answer>) =
            reserved.map(|(number, newest)| (number, newest.answer)).unzip();
        Some(Reservation { party, answer: answers.first()?, decisions })
    }

    /// Whether a decision was asked again, in the same words, and was decided upon there: who has a reservation then, says
    /// it there. Other decisions that follow on it leave it as it is, and so does what was only discussed or advised.
    fn was_decided_again(&self, id: ItemId, number: usize, today: NaiveDate) -> bool {
        let text = &self[id].requested[number - 1];
        self.later(id, today).any(|(later, treated)| {
            let asked = (1..).zip(&self[later].requested).filter(|(_, asked)| consultation::same_text(asked, text));
            asked.into_iter().any(|(number, _)| treated.outcome_of(number).is_some_and(Outcome::is_decided))
        })
    }

    /// The items that followed on this one until a day, and on those, with what came of them.
    fn later(&self, id: ItemId, today: NaiveDate) -> impl Iterator<Item = (ItemId, &Treated)> {
        let over = self.sequels(id).into_iter().filter(move |later| self[later.meeting].last_day() <= today);
        over.filter_map(|later| Some((later, self[later.meeting].treated(later.index)?)))
    }
}
