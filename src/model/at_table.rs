//! Who sat at the table, as the minutes say, and for whom others spoke there.

use super::{Attendance, ItemId, MeetingId, PartyId, Presence, Region, Role, SeatHolder};

/// Whether a party sat at the table, as far as the minutes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtTable {
    /// Somebody sat in a seat of it.
    There,
    /// They say of every seat of it that it was empty.
    Away,
    /// They do not say.
    Unknown,
}

impl Attendance {
    /// Whether somebody sat there.
    #[must_use]
    pub const fn is_filled(&self) -> bool {
        matches!(self.presence, Presence::Present | Presence::Replaced)
    }
}

impl Region {
    /// Whether a party sat at the table itself at an item: on a seat of its own, or on that of another.
    #[must_use]
    pub fn sat_itself(&self, id: ItemId, party: PartyId) -> bool {
        let rows = self[id.meeting].minutes.iter().flat_map(|minutes| &minutes.attendance);
        let own = |row: &Attendance| self[row.seat].holder == SeatHolder::Party(party);
        let mut there = rows.filter(|row| !row.not_at.contains(&id.index));
        there.any(|row| match (row.presence, row.replaced_by.as_deref().and_then(|deputy| deputy.party)) {
            (Presence::Replaced, Some(by)) => by == party,
            (Presence::Present | Presence::Replaced, _) => own(row),
            (Presence::Excused | Presence::Absent, _) => false,
        })
    }

    /// The rows of the seats in which a party is a member.
    pub fn rows_of(&self, id: MeetingId, party: PartyId) -> impl Iterator<Item = &Attendance> {
        let all = self[id].minutes.iter().flat_map(|minutes| &minutes.attendance);
        all.filter(move |row| self[row.seat].role == Role::Member && self[row.seat].holder == SeatHolder::Party(party))
    }

    /// Whether a party sat at the table in a meeting, or at one of its items.
    #[must_use]
    pub fn at_table(&self, id: MeetingId, party: PartyId, item: Option<usize>) -> AtTable {
        let told = self.rows_of(id, party).count();
        let at_it = |row: &Attendance| item.is_none_or(|item| !row.not_at.contains(&item));
        if self.rows_of(id, party).any(|row| row.is_filled() && at_it(row)) {
            return AtTable::There;
        }
        let own = |holder: &SeatHolder| *holder == SeatHolder::Party(party);
        let seats = self.seats_on(self[id].body, self[id].date.value);
        let all = seats.filter(|(_, seat)| seat.role == Role::Member && own(&seat.holder)).count();
        if told > 0 && all <= told { AtTable::Away } else { AtTable::Unknown }
    }

    /// Whether another spoke for a party at an item: in a written round everybody answers itself, who sat at the table spoke
    /// itself, and else the minutes say that who speaks for it, or who stands in, was there.
    #[must_use]
    pub fn was_spoken_for(&self, id: ItemId, party: PartyId) -> bool {
        let meeting = &self[id.meeting];
        if meeting.is_written() || self.sat_itself(id, party) {
            return false;
        }
        if self.was_replaced_by_another(id, party) {
            return true;
        }
        let Some(speaker) = self.speaker_for(meeting.body, party, meeting.date.value) else { return false };
        let substitute = || self.substitute_for(id.meeting, party);
        self.at_table(id.meeting, speaker, Some(id.index)) == AtTable::There
            || substitute().is_some_and(|party| self.sat_itself(id, party))
    }

    /// Whether the minutes say that nobody sat at an item who could speak for a party: in its own seats, or in those of who
    /// speaks for it or stands in.
    #[must_use]
    pub fn had_no_voice(&self, id: ItemId, party: PartyId) -> bool {
        let (body, day) = (self[id.meeting].body, self[id.meeting].date.value);
        let speaker = self.speaker_for(body, party, day).unwrap_or(party);
        let was_away = self.at_table(id.meeting, speaker, Some(id.index)) == AtTable::Away;
        was_away && !self.sat_itself(id, party) && !self.was_spoken_for(id, party)
    }

    /// Whether somebody of another party sat at an item in the seat of a party.
    fn was_replaced_by_another(&self, id: ItemId, party: PartyId) -> bool {
        let mut there = self.rows_of(id.meeting, party).filter(|row| !row.not_at.contains(&id.index));
        there.any(|row| {
            let by = row.replaced_by.as_deref().and_then(|deputy| deputy.party);
            row.presence == Presence::Replaced && by.is_some_and(|by| by != party)
        })
    }

    /// Who stands in for the speaker of a party.
    #[must_use]
    pub fn substitute_for(&self, id: MeetingId, party: PartyId) -> Option<PartyId> {
        let (body, day) = (self[id].body, self[id].date.value);
        let mut spoken = self.representations_on(body, day);
        let spoken = spoken.find(|spoken| self.represented_on(spoken, day).contains(&party))?;
        self.substitute_on(spoken, day)
    }
}
