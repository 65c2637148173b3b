//! Parties, seats and representations in time: who there is on a day, and who then speaks for whom.
//!
//! Both ends of a period count. A party that ended goes on in the one that it was merged into.

use chrono::NaiveDate;

use super::{
    Body, BodyId, MeetingId, Party, PartyId, Period, PersonId, Region, Representation, Role, Seat, SeatHolder, SeatId,
    SubregionId,
};
use crate::source::Span;

/// Who chaired a body before.
#[derive(Debug, Clone)]
pub struct FormerChair {
    /// The party.
    pub party: PartyId,
    /// Its last day as the chair.
    pub until: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

impl Period {
    /// The days in both.
    #[must_use]
    pub fn within(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let until = [self.until, other.until].into_iter().flatten().min();
        self.overlaps(other).then_some(Self { from, until })
    }

    /// The first day that falls in none of these periods.
    #[must_use]
    pub fn outside(self, periods: &[Self]) -> Option<NaiveDate> {
        let mut sorted = periods.to_vec();
        sorted.sort_by_key(|period| period.from);
        let mut day = self.from.unwrap_or(NaiveDate::MIN);
        for period in &sorted {
            if period.holds(day) {
                day = period.until?.succ_opt()?;
            }
        }
        self.until.is_none_or(|until| day <= until).then_some(day)
    }
}

impl Party {
    /// Whether it exists on a day.
    #[must_use]
    pub fn exists(&self, day: NaiveDate) -> bool {
        self.period.holds(day)
    }

    /// Whether it ended before a day.
    #[must_use]
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.period.until.is_some_and(|until| until < day)
    }
}

impl Body {
    /// The party that the covenant names as its chair for a day.
    #[must_use]
    pub fn named_chair(&self, day: NaiveDate) -> Option<PartyId> {
        self.former_chair(day).map(|one| one.party).or(self.chair)
    }

    /// Who chaired on a day, when that is no longer the chair of now.
    #[must_use]
    pub fn former_chair(&self, day: NaiveDate) -> Option<&FormerChair> {
        self.former_chairs.iter().filter(|one| day <= one.until).min_by_key(|one| one.until)
    }
}

impl Region {
    /// What a party is on a day: itself, or after its end what it was merged into.
    #[must_use]
    pub fn party_on(&self, party: PartyId, day: NaiveDate) -> Option<PartyId> {
        let mut now = party;
        // in a circle there is nobody in the end
        for _ in &self.parties {
            if !self[now].has_ended(day) {
                break;
            }
            now = self[now].merged_into?;
        }
        self[now].exists(day).then_some(now)
    }

    /// The party that chairs a body on a day.
    #[must_use]
    pub fn chair_on(&self, body: BodyId, day: NaiveDate) -> Option<PartyId> {
        self.party_on(self[body].named_chair(day)?, day)
    }

    /// The municipality that keeps the money on a day.
    #[must_use]
    pub fn centre_on(&self, day: NaiveDate) -> Option<PartyId> {
        self.party_on(self.covenant.centre?, day)
    }

    /// When a municipality belongs to a subregion.
    #[must_use]
    pub fn belongs(&self, subregion: SubregionId, party: PartyId) -> Vec<Period> {
        let mine = self[subregion].members.iter().filter(|member| member.party == party);
        mine.filter_map(|member| member.period.within(self[party].period)).collect()
    }

    /// The subregion to which a municipality belongs on a day.
    #[must_use]
    pub fn home_on(&self, party: PartyId, day: NaiveDate) -> Option<SubregionId> {
        let mut all = (0..self.subregions.len()).map(SubregionId);
        all.find(|id| self.belongs(*id, party).iter().any(|period| period.holds(day)))
    }

    /// The first day, from one on, on which a municipality that exists belongs to no subregion.
    #[must_use]
    pub fn homeless(&self, party: PartyId, from: NaiveDate) -> Option<NaiveDate> {
        let homes: Vec<Period> =
            (0..self.subregions.len()).flat_map(|at| self.belongs(SubregionId(at), party)).collect();
        self[party].period.within(Period { from: Some(from), until: None })?.outside(&homes)
    }

    /// The municipalities of a subregion on a day.
    #[must_use]
    pub fn members_on(&self, subregion: SubregionId, day: NaiveDate) -> Vec<PartyId> {
        let there = self[subregion].members.iter().filter(|it| it.period.holds(day) && self[it.party].exists(day));
        there.map(|member| member.party).collect()
    }

    /// The seats of a body on a day, without those of parties that do not exist then.
    pub fn seats_on(&self, body: BodyId, day: NaiveDate) -> impl Iterator<Item = (SeatId, &Seat)> {
        let seats = self.seats.iter().enumerate().map(|(index, seat)| (SeatId(index), seat));
        seats.filter(move |(_, seat)| seat.body == body && seat.period.holds(day) && self.is_held(seat, day))
    }

    fn is_held(&self, seat: &Seat, day: NaiveDate) -> bool {
        if let SeatHolder::Party(party) = seat.holder { self[party].exists(day) } else { true }
    }

    /// Who speaks for whom in a body on a day, without those of parties that do not exist then.
    pub fn representations_on(&self, body: BodyId, day: NaiveDate) -> impl Iterator<Item = &Representation> {
        let on_day = move |spoken: &&Representation| spoken.body == body && spoken.period.holds(day);
        self.representations.iter().filter(on_day).filter(move |spoken| self[spoken.by].exists(day))
    }

    /// Who answers the questions of a party about what it is asked for a meeting, and gets its answers: whom the arrangement
    /// names by which somebody asks on its behalf, or the secretary where no party asks.
    #[must_use]
    pub fn contact_for(&self, meeting: MeetingId, party: PartyId, by: Option<PartyId>) -> Option<PersonId> {
        let (body, day) = (self[meeting].body, self[meeting].date.value);
        match by {
            Some(by) => {
                let covers =
                    |spoken: &&Representation| spoken.by == by && self.represented_on(spoken, day).contains(&party);
                self.representations_on(body, day).find(covers)?.contact
            }
            None => self.seats_on(body, day).find(|(_, seat)| seat.role == Role::Secretary)?.1.person,
        }
    }

    /// Whether a party is a member of a body on a day, in a seat of its own: it speaks itself there.
    #[must_use]
    pub fn sits(&self, body: BodyId, party: PartyId, day: NaiveDate) -> bool {
        let mut seats = self.seats_on(body, day);
        seats.any(|(_, seat)| seat.role == Role::Member && seat.holder == SeatHolder::Party(party))
    }

    /// For whom is spoken on a day: the municipalities that then belong to the subregion, or the parties named, without
    /// those that sit there themselves.
    #[must_use]
    pub fn represented_on(&self, spoken: &Representation, day: NaiveDate) -> Vec<PartyId> {
        let named = || spoken.parties.iter().copied().filter(|party| self[*party].exists(day)).collect();
        let mut parties = spoken.subregion.map_or_else(named, |subregion| self.members_on(subregion, day));
        parties.retain(|party| *party != spoken.by && !self.sits(spoken.body, *party, day));
        parties
    }

    /// When is spoken for a party, apart from whether the speaker is there.
    #[must_use]
    pub fn spoken_for(&self, spoken: &Representation, party: PartyId) -> Vec<Period> {
        let named = || spoken.parties.iter().filter(|named| **named == party).map(|it| self[*it].period).collect();
        let periods: Vec<Period> = spoken.subregion.map_or_else(named, |subregion| self.belongs(subregion, party));
        let other = periods.into_iter().filter(|_| party != spoken.by);
        other.filter_map(|period| period.within(spoken.period)).collect()
    }

    /// Who speaks for a party in a body on a day; nobody when it speaks for itself.
    #[must_use]
    pub fn speaker_for(&self, body: BodyId, party: PartyId, day: NaiveDate) -> Option<PartyId> {
        let speaks = |spoken: &&Representation| self.spoken_for(spoken, party).iter().any(|period| period.holds(day));
        let spoken = self.representations_on(body, day).find(speaks).filter(|_| !self.sits(body, party, day));
        spoken.map(|spoken| spoken.by)
    }

    /// Who speaks when the speaker cannot, on a day.
    #[must_use]
    pub fn substitute_on(&self, spoken: &Representation, day: NaiveDate) -> Option<PartyId> {
        spoken.substitute.filter(|party| self[*party].exists(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: u32, until: u32) -> Period {
        let day = |day| (day > 0).then(|| NaiveDate::from_ymd_opt(2026, 1, day)).flatten();
        Period { from: day(from), until: day(until) }
    }

    fn outside(whole: Period, periods: &[Period]) -> Option<u32> {
        use chrono::Datelike;
        whole.outside(periods).map(|day| if day == NaiveDate::MIN { 0 } else { day.day() })
    }

    #[test]
    fn the_first_day_outside_is_found_in_any_order() {
        assert_eq!(outside(period(1, 9), &[]), Some(1));
        assert_eq!(outside(period(0, 9), &[period(2, 9)]), Some(0));
        assert_eq!(outside(period(1, 9), &[period(5, 9), period(1, 4)]), None);
        assert_eq!(outside(period(1, 9), &[period(6, 9), period(1, 4)]), Some(5));
        assert_eq!(outside(period(1, 9), &[period(1, 8)]), Some(9));
        assert_eq!(outside(period(1, 0), &[period(0, 0)]), None);
        assert_eq!(outside(period(1, 0), &[period(0, 5), period(2, 3), period(6, 20)]), Some(21));
    }

    #[test]
    fn both_ends_of_a_period_count() {
        assert_eq!(period(1, 5).within(period(5, 9)), Some(period(5, 5)));
        assert_eq!(period(1, 4).within(period(5, 9)), None);
        assert_eq!(period(0, 4).within(period(0, 0)), Some(period(0, 4)));
    }
}
