//! What still stands of an item to which was assented: reservations, and the adoption by a college.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Answer, ItemId, MeetingId, Outcome, PartyId, Progress, ProgressKind, Region, Subject, Support, Treated};
use crate::consultation;

/// Reservations on an item that were not lifted.
#[derive(Debug, Default)]
pub struct Reserved<'a> {
    /// Whose, each with its first answer that says so.
    pub of: Vec<(PartyId, &'a Answer)>,
    /// The minutes tell of a reservation, and nobody knows whose.
    pub unnamed: bool,
}

impl Reserved<'_> {
    /// Whether none stands.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.of.is_empty() && !self.unnamed
    }

    /// Whether that of a party stands.
    #[must_use]
    pub fn is_of(&self, party: PartyId) -> bool {
        self.of.iter().any(|(one, _)| *one == party)
    }
}

impl Region {
    /// The reservations on an item that stood on a day: of a party that had one towards a decision to which was assented,
    /// whatever the minutes call the outcome, until it is lifted, the item is dropped or was dealt with again.
    #[must_use]
    pub fn reserved(&self, id: ItemId, today: NaiveDate) -> Reserved<'_> {
        let Some(treated) = self[id.meeting].treated(id.index) else { return Reserved::default() };
        if !treated.outcomes().any(Outcome::is_assent)
            || self.is_dropped(id, today)
            || self.was_dealt_with_again(id, today)
        {
            return Reserved::default();
        }
        let all: Vec<_> = self
            .answered(id.meeting)
            .into_iter()
            .filter_map(|party| Some((party, self.reservation(id, treated, party)?)))
            .collect();
        let lifted = self.ledger(id, today).any(|entry| matches!(entry.kind, ProgressKind::ReservationLifted(_)));
        let unnamed =
            all.is_empty() && !lifted && treated.outcomes().any(|outcome| outcome == Outcome::AssentedReserved);
        let of = all.into_iter().filter(|(party, _)| self.lifted(id, *party, today).is_none()).collect();
        Reserved { of, unnamed }
    }

    /// The parties that answered before a meeting, in the order of the covenant.
    fn answered(&self, id: MeetingId) -> BTreeSet<PartyId> {
        self[id].replies.iter().map(|reply| reply.party).collect()
    }

    /// When a party lifted its reservation on an item, by itself or by what it was merged into.
    #[must_use]
    pub fn lifted(&self, id: ItemId, party: PartyId, today: NaiveDate) -> Option<NaiveDate> {
        let mut entries = self.ledger(id, today);
        let lifts = |entry: &&Progress| match entry.kind {
            ProgressKind::ReservationLifted(by) => self.is_of(party, by, entry.date),
            _ => false,
        };
        entries.find(lifts).map(|entry| entry.date)
    }

    /// The college that still had to adopt an item on a day: nobody where nothing was assented to, or it was dropped.
    #[must_use]
    pub fn awaits(&self, id: ItemId, today: NaiveDate) -> Option<PartyId> {
        let outcome = self[id.meeting].treated(id.index).and_then(|treated| treated.outcome);
        let decided = self.ledger(id, today).any(|entry| matches!(entry.kind, ProgressKind::Adopted { .. }));
        let waits = outcome.is_some_and(Outcome::is_assent) && !decided && !self.is_dropped(id, today);
        self[id].adopted_by.filter(|_| waits)
    }

    fn ledger(&self, id: ItemId, today: NaiveDate) -> impl Iterator<Item = &Progress> {
        self.progress_of(Subject::Item(id.meeting, id.index), today)
    }

    fn is_dropped(&self, id: ItemId, today: NaiveDate) -> bool {
        self.ledger(id, today).any(|entry| matches!(entry.kind, ProgressKind::Dropped(_)))
    }

    /// Whether a party had a reservation towards a decision to which was assented.
    #[must_use]
    pub fn had_reservation(&self, id: ItemId, party: PartyId) -> bool {
        let treated = self[id.meeting].treated(id.index);
        treated.is_some_and(|treated| self.reservation(id, treated, party).is_some())
    }

    /// The first answer with a reservation of a party towards a decision to which was assented.
    fn reservation<'a>(&'a self, id: ItemId, treated: &Treated, party: PartyId) -> Option<&'a Answer> {
        let assented = |number: &usize| treated.outcome_of(*number).is_some_and(Outcome::is_assent);
        let numbers = (1..=self[id].requested.len()).filter(assented);
        let mut answers = numbers.filter_map(|number| consultation::newest(self, id, party, number));
        let reserved = answers.find(|newest| !newest.stale && newest.answer.support == Support::Reserved);
        reserved.map(|newest| newest.answer)
    }

    /// Whether a later item that follows on this one came to an outcome: who has a reservation now, says it there.
    fn was_dealt_with_again(&self, id: ItemId, today: NaiveDate) -> bool {
        let later = self.followers(id).iter().filter(|later| later.meeting > id.meeting);
        let over = later.filter(|later| self[later.meeting].last_day() <= today);
        let mut outcomes = over.filter_map(|later| self[later.meeting].treated(later.index)?.outcome);
        outcomes.any(|outcome| !outcome.is_put_off())
    }
}
