//! How parties stood when a meeting was over: what its minutes say of them, else what they answered before it.

use chrono::NaiveDate;

use super::{Answer, Input, ItemId, PartyId, Region, Support};
use crate::model::consultation;

/// How a party stood towards a requested decision when the meeting was over.
#[derive(Debug, Clone, Copy)]
pub struct Stood<'a> {
    /// What it said last.
    pub support: Support,
    /// Since when: the day of its answer, or of the meeting.
    pub since: NaiveDate,
    /// What it answered before the meeting.
    pub answer: Option<&'a Answer>,
    /// What the minutes say of it, where that is what counts.
    pub input: Option<&'a Input>,
    /// It is one of answers of which nobody can say which the party gave last.
    pub unsure: bool,
    /// The minutes tell a position of it in words that do not say how it stands: it may stand otherwise.
    pub unclear: bool,
}

impl Region {
    /// How a party stood towards a requested decision when the meeting was over, as far as is known. A position in the
    /// minutes is of the decisions that it names. One that names none is of the whole item: it holds for all that was asked
    /// of it. Where the party had answered that to a part, it may be of that part, and so it is of that part alone; only who
    /// assents, assents to all. A position in words that leave doubt, or more that differ, say nothing new.
    #[must_use]
    pub fn stood(&self, id: ItemId, party: PartyId, number: usize) -> Option<Stood<'_>> {
        let written = self.answered_before(id, party, number);
        let reserved = written.is_some_and(|it| it.support == Support::Reserved);
        let Some((input, stance)) = self.position(id, party, number, reserved).filter(|_| self[id].asks(number)) else {
            let told = self.positions_on(id, party, number).any(|input| reserved || !input.lifts);
            let unclear = told && self[id].asks(number);
            return written.map(|written| Stood { unclear, ..written });
        };
        let same = |before: Option<Stood>| before.is_some_and(|before| before.support == stance);
        let repeats = (1..=self[id].requested.len()).any(|one| same(self.answered_before(id, party, one)));
        let of_part = input.decisions.is_none() && stance != Support::Yes && repeats && !same(written);
        // who asks for more time takes no reservation back
        let keeps = stance == Support::MoreTime && reserved;
        if of_part || keeps {
            return written;
        }
        let (answer, since) = (written.and_then(|written| written.answer), self[id.meeting].last_day());
        Some(Stood { support: stance, since, answer, input: Some(input), unsure: false, unclear: false })
    }

    /// What a party answered before a meeting to what was asked there. Of answers of which nobody can say which was the last it
    /// is a reservation, where that is among them: it may stand.
    #[must_use]
    pub fn answered_before(&self, id: ItemId, party: PartyId, number: usize) -> Option<Stood<'_>> {
        let newest = consultation::newest(self, id, party, number).filter(|newest| !newest.stale)?;
        let all = consultation::unordered(self, id, party).into_iter();
        let rivals = all.filter(consultation::Unordered::is_of_support).find(|one| one.holds(newest.answer));
        let is_reserved = |answer: &Answer| answer.support == Support::Reserved;
        let reserved = rivals.as_ref().and_then(|one| one.answers.iter().rfind(|(_, answer)| is_reserved(answer)));
        let (reply, answer) = reserved.copied().unwrap_or((newest.reply, newest.answer));
        let (support, since, unsure) = (answer.support, reply.date, rivals.is_some());
        Some(Stood { support, since, answer: Some(answer), input: None, unsure, unclear: false })
    }

    /// The position of a party on a requested decision in the minutes, and what it says: nothing where its words leave doubt, or where
    /// there are more that differ. Who had a reservation, and has it no more, assents.
    fn position(&self, id: ItemId, party: PartyId, number: usize, reserved: bool) -> Option<(&Input, Support)> {
        let says = |input: &Input| input.stance.or((reserved && input.lifts).then_some(Support::Yes));
        let mut own = self.positions_on(id, party, number);
        let first = own.next()?;
        let stance = says(first)?;
        own.all(|other| says(other) == Some(stance)).then_some((first, stance))
    }

    /// Those of them that are about a requested decision.
    pub fn positions_on(&self, id: ItemId, party: PartyId, number: usize) -> impl Iterator<Item = &Input> {
        self.positions(id, party).filter(move |input| input.is_about(number))
    }

    /// The positions of a party on an item in the minutes.
    pub fn positions(&self, id: ItemId, party: PartyId) -> impl Iterator<Item = &Input> {
        let input = self[id.meeting].treated(id.index).into_iter().flat_map(|treated| &treated.input);
        input.filter(move |input| input.from == party && input.position.is_some())
    }
}
