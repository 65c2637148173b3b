//! What still stands of an item to which was assented: reservations, and the adoption by a college.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::stood::Stood;
use super::{ItemId, Outcome, PartyId, Progress, ProgressKind, Region, Subject, Support, Treated};
use crate::model::consultation;
use crate::source::Span;

/// Reservations on an item that were not lifted.
#[derive(Debug, Default)]
pub struct Reserved {
    /// Those of parties, in the order of the covenant.
    pub of: Vec<Reservation>,
    /// The minutes tell of a reservation, and nobody knows whose.
    pub unnamed: bool,
}

/// The reservation of a party on an item.
#[derive(Debug)]
pub struct Reservation {
    /// Whose.
    pub party: PartyId,
    /// Where it stands: its first answer that says so, else the minutes.
    pub span: Span,
    /// The requested decisions, by their numbers, that it is about.
    pub decisions: Vec<usize>,
    /// The party said something else on the same day, and nobody can say which was the last.
    pub unsure: bool,
    /// The minutes tell a position of the party in words that do not say whether it stands.
    pub unclear: bool,
}

impl Reserved {
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

/// What the words of a college say of what it was to adopt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It decided, for or against.
    Decided,
    /// It did not yet.
    NotYet,
    /// They do not tell.
    Unclear,
}

impl Region {
    /// The reservations on an item that stood on a day: of a party that had one towards a decision to which was assented,
    /// whatever the minutes call the outcome, until it is lifted, the item is dropped, or that decision was decided upon
    /// again.
    #[must_use]
    pub fn reserved(&self, id: ItemId, today: NaiveDate) -> Reserved {
        let Some(treated) = self[id.meeting].treated(id.index) else { return Reserved::default() };
        if !treated.outcomes().any(Outcome::is_assent) || self.is_dropped(id, today) {
            return Reserved::default();
        }
        let all = self.spoke_on(id).into_iter().filter_map(|party| self.reservation(id, treated, party));
        let mut all: Vec<Reservation> = all.collect();
        let unnamed = all.is_empty() && self.reserved_by_somebody(id, treated, today);
        for one in &mut all {
            let is_lifted = |number: usize| {
                let since = self.stood(id, one.party, number).map(|stood| stood.since);
                since.is_some_and(|since| self.lifted_since(id, one.party, number, (since, today)).is_some())
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

    /// The parties that answered before the meeting of an item, or of which its minutes tell a position on it, in the order of
    /// the covenant.
    #[must_use]
    pub fn spoke_on(&self, id: ItemId) -> BTreeSet<PartyId> {
        let answered = self[id.meeting].replies.iter().map(|reply| reply.party);
        let input = self[id.meeting].treated(id.index).into_iter().flat_map(|treated| &treated.input);
        answered.chain(input.filter(|input| input.position.is_some()).map(|input| input.from)).collect()
    }

    /// The college that still had to adopt an item on a day: nobody where nothing was assented to, or it was dropped, or where
    /// the words of what the college did do not tell.
    #[must_use]
    pub fn awaits(&self, id: ItemId, today: NaiveDate) -> Option<PartyId> {
        let verdict = self.adopting(id, today).map(|(_, verdict)| verdict);
        let waits = verdict.is_none_or(|verdict| verdict == Verdict::NotYet);
        self[id].to_be_adopted_by.filter(|_| waits && self.is_to_adopt(id, today))
    }

    /// What the ledger says last of what a college did with an item, where its words do not tell whether it decided.
    #[must_use]
    pub fn unclear(&self, id: ItemId, today: NaiveDate) -> Option<&Progress> {
        let last = self.adopting(id, today).filter(|(_, verdict)| *verdict == Verdict::Unclear);
        last.filter(|_| self.is_to_adopt(id, today)).map(|(entry, _)| entry)
    }

    /// What the ledger says last of what a college did with an item.
    fn adopting(&self, id: ItemId, today: NaiveDate) -> Option<(&Progress, Verdict)> {
        let said = |entry: &Progress| match entry.kind {
            ProgressKind::Adopted { verdict, .. } => Some(verdict),
            _ => None,
        };
        self.ledger(id, today).filter_map(|entry| Some((entry, said(entry)?))).last()
    }

    /// Whether an item was assented to, and not dropped.
    fn is_to_adopt(&self, id: ItemId, today: NaiveDate) -> bool {
        let outcome = self[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
        outcome.is_some_and(Outcome::is_assent) && !self.is_dropped(id, today)
    }

    fn ledger(&self, id: ItemId, today: NaiveDate) -> impl Iterator<Item = &Progress> {
        self.progress_of(Subject::Item(id.meeting, id.index), today)
    }

    fn is_dropped(&self, id: ItemId, today: NaiveDate) -> bool {
        self.ledger(id, today).any(|entry| matches!(entry.kind, ProgressKind::Dropped(_)))
    }

    /// The reservation of a party towards decisions to which was assented.
    fn reservation(&self, id: ItemId, treated: &Treated, party: PartyId) -> Option<Reservation> {
        let assented = |number: &usize| treated.outcome_of(*number).is_some_and(Outcome::is_assent);
        let numbers = (1..=self[id].requested.len()).filter(assented);
        let stood = numbers.filter_map(|number| Some((number, self.stood(id, party, number)?)));
        let reserved = stood.filter(|(_, stood)| stood.support == Support::Reserved);
        let (decisions, stood): (Vec<usize>, Vec<Stood>) = reserved.unzip();
        let first = stood.first()?;
        let answer = first.answer.filter(|answer| answer.support == Support::Reserved);
        let span = answer.map(|answer| answer.span).or_else(|| first.input.map(|input| input.span))?;
        let (unsure, unclear) = (stood.iter().any(|one| one.unsure), stood.iter().any(|one| one.unclear));
        Some(Reservation { party, span, decisions, unsure, unclear })
    }

    /// Whether a decision was asked again, in the same words, and was decided upon there: who has a reservation then, says
    /// it there. Other decisions that follow on it leave it as it is, and so does what was only discussed or advised.
    #[must_use]
    pub fn was_decided_again(&self, id: ItemId, number: usize, today: NaiveDate) -> bool {
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
