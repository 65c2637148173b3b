//! Reservations that were lifted: at the table, as the minutes say, or afterwards, as the ledger does.

use chrono::NaiveDate;

use super::{Answer, Input, ItemId, Outcome, PartyId, Progress, ProgressKind, Region, Reply, Subject, Support};

/// A reservation that was lifted.
#[derive(Debug, Clone, Copy)]
pub struct Lift<'a> {
    /// Whose it was.
    pub by: PartyId,
    /// On which day.
    pub date: NaiveDate,
    /// Towards which requested decision; nothing when towards all of the item.
    pub decision: Option<u16>,
    /// The entry of the ledger that says so; nothing where the minutes do.
    pub entry: Option<&'a Progress>,
}

/// What an entry of the ledger that lifts a reservation is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifting {
    /// There was one, and it was not lifted before.
    Counts,
    /// There never was one, as far as answers and minutes say.
    Never,
    /// It was made on a later day.
    BeforeMade(NaiveDate),
    /// It was lifted already, on a day.
    Again(NaiveDate),
}

impl Region {
    /// The reservations on an item that were lifted until a day, the first first: each once, and none that never was.
    #[must_use]
    pub fn lifts(&self, id: ItemId, today: NaiveDate) -> Vec<Lift<'_>> {
        let over = self[id.meeting].last_day();
        let mut all: Vec<Lift> = Vec::new();
        let mut entries = self.progress_of(Subject::Item(id.meeting, id.index), today).peekable();
        while let Some(entry) = entries.next_if(|entry| entry.date <= over) {
            all.extend(Self::lift(id, entry).filter(|lift| self.worth(id, lift, &all) == Lifting::Counts));
        }
        if over <= today {
            let at_table = self.at_table_lifted(id);
            all.extend(at_table.into_iter().map(|by| Lift { by, date: over, decision: None, entry: None }));
        }
        for entry in entries {
            all.extend(Self::lift(id, entry).filter(|lift| self.worth(id, lift, &all) == Lifting::Counts));
        }
        all
    }

    /// What an entry of the ledger is worth that lifts a reservation on an item; nothing of another.
    #[must_use]
    pub fn lifting(&self, id: ItemId, entry: &Progress) -> Option<Lifting> {
        let lift = Self::lift(id, entry)?;
        let before = self.lifts(id, entry.date);
        let of_before = |one: &Lift| one.entry.is_none_or(|one| !std::ptr::eq(one, entry));
        let before: Vec<Lift> = before.into_iter().take_while(of_before).collect();
        Some(self.worth(id, &lift, &before))
    }

    /// When the reservation of an answer on a requested decision was lifted, by its party or by what that was merged into: on the day
    /// of the answer or later, for who has one again after that has it.
    #[must_use]
    pub fn lifted(&self, id: ItemId, reply: &Reply, number: usize, today: NaiveDate) -> Option<NaiveDate> {
        self.lifted_since(id, reply.party, number, (reply.date, today))
    }

    /// When the ledger says that the reservation of a party on a requested decision was lifted, between two days.
    #[must_use]
    pub fn lifted_since(
        &self,
        id: ItemId,
        party: PartyId,
        number: usize,
        (since, today): (NaiveDate, NaiveDate),
    ) -> Option<NaiveDate> {
        let entries = self.progress_of(Subject::Item(id.meeting, id.index), today);
        let mut entries = entries.filter(|entry| entry.date >= since);
        let lifts = |entry: &&Progress| match entry.kind {
            ProgressKind::ReservationLifted { by, decision } => {
                self.is_of(party, by, entry.date) && decision.is_none_or(|it| usize::from(it) == number)
            }
            _ => false,
        };
        entries.find(lifts).map(|entry| entry.date)
    }

    fn lift(id: ItemId, entry: &Progress) -> Option<Lift<'_>> {
        let ProgressKind::ReservationLifted { by, decision } = entry.kind else { return None };
        (entry.about == Subject::Item(id.meeting, id.index)).then_some(Lift {
            by,
            date: entry.date,
            decision,
            entry: Some(entry),
        })
    }

    /// What a lift is worth beside those before it.
    fn worth(&self, id: ItemId, lift: &Lift, before: &[Lift]) -> Lifting {
        let numbers = match lift.decision {
            Some(number) => usize::from(number)..=usize::from(number),
            None => 1..=self[id].requested.len().max(1),
        };
        let mut worth = Lifting::Never;
        for number in numbers {
            let made = self.made(id, lift.by, lift.date, number);
            let Some(last) = made.iter().filter(|made| **made <= lift.date).max() else {
                if let (Lifting::Never, Some(first)) = (worth, made.first()) {
                    worth = Lifting::BeforeMade(*first);
                }
                continue;
            };
            let same = |one: &&Lift| {
                self.is_of(one.by, lift.by, lift.date) && one.decision.is_none_or(|it| usize::from(it) == number)
            };
            match before.iter().filter(same).find(|one| one.date >= *last) {
                Some(one) => worth = Lifting::Again(one.date),
                None => return Lifting::Counts,
            }
        }
        worth
    }

    /// The days on which a party, or one that was merged into it by a day, made a reservation on a requested decision.
    fn made(&self, id: ItemId, by: PartyId, day: NaiveDate, number: usize) -> Vec<NaiveDate> {
        let over = self[id.meeting].last_day();
        let replies = self[id.meeting].replies.iter().filter(|reply| self.is_of(reply.party, by, day));
        let reserved = replies.filter(|reply| {
            let mut said = reply.items.iter().filter(|said| said.item == id.index).flat_map(|said| &said.answers);
            let about = |answer: &Answer| usize::from(answer.number) == number;
            said.any(|answer| about(answer) && answer.support == Support::Reserved)
        });
        let mut all: Vec<NaiveDate> = reserved.map(|reply| reply.date).collect();
        let input = self[id.meeting].treated(id.index).into_iter().flat_map(|treated| &treated.input);
        // of a position in other words it may be one
        let may_be = |input: &&Input| {
            let plain = !input.lifts && input.is_about(number);
            plain && input.position.is_some() && matches!(input.stance, None | Some(Support::Reserved))
        };
        let said = input.filter(may_be).any(|input| self.is_of(input.from, by, day));
        all.extend((said || self.is_of_nobody_known(id, number)).then_some(over));
        all.sort_unstable();
        all
    }

    /// Whether the minutes tell of a reservation on a requested decision, and nobody is known that had one on the item.
    fn is_of_nobody_known(&self, id: ItemId, number: usize) -> bool {
        let treated = self[id.meeting].treated(id.index);
        let outcome = treated.and_then(|treated| treated.outcome_of(number).or(treated.outcome));
        let had_one = |party: PartyId| {
            let mut numbers = 1..=self[id].requested.len();
            numbers.any(|number| {
                let said = [self.answered_before(id, party, number), self.stood(id, party, number)];
                said.iter().flatten().any(|stood| stood.support == Support::Reserved)
            })
        };
        outcome == Some(Outcome::AssentedReserved) && !self.spoke_on(id).into_iter().any(had_one)
    }

    /// Who had a reservation on what was assented to, that still stood, and assented without one at the table.
    fn at_table_lifted(&self, id: ItemId) -> Vec<PartyId> {
        let treated = self[id.meeting].treated(id.index);
        let assented = |number: usize| treated.and_then(|it| it.outcome_of(number)).is_some_and(Outcome::is_assent);
        let over = self[id.meeting].last_day();
        let gave_up = |party: &PartyId| {
            let mut numbers = (1..=self[id].requested.len()).filter(|number| assented(*number));
            numbers.any(|number| {
                let before = self.answered_before(id, *party, number);
                let before = before.filter(|before| before.support == Support::Reserved && !before.unsure);
                let stood = self.stood(id, *party, number).filter(|stood| stood.input.is_some());
                stood.is_some_and(|stood| stood.support == Support::Yes)
                    && before.is_some_and(|it| self.lifted_since(id, *party, number, (it.since, over)).is_none())
            })
        };
        self.spoke_on(id).into_iter().filter(gave_up).collect()
    }
}
