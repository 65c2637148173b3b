//! Who was there, for minutes and decision list.

use serde::Serialize;

use super::{parts, words};
use crate::model::{
    Attendance, Guest, ItemId, Meeting, MeetingId, Minutes, PartyId, Presence, Region, Role, SeatHolder, SeatId,
};

/// Who sat in a seat.
#[derive(Debug, Serialize)]
pub struct Zetel<'a> {
    organisatie: &'a str,
    functie: &'a str,
    rol: Option<&'static str>,
    aanwezig: &'static str,
    vervanger: Option<Vervanger<'a>>,
    niet_bij: Option<String>,
}

/// Who came instead.
#[derive(Debug, Serialize)]
pub struct Vervanger<'a> {
    pub functie: Option<&'a str>,
    pub partij: Option<&'a str>,
}

/// A guest.
#[derive(Debug, Serialize)]
pub struct Gast<'a> {
    functie: &'a str,
    organisatie: Option<&'a str>,
    bij: Option<String>,
}

/// Who sat where.
pub fn seats<'a>(region: &'a Region, id: MeetingId, minutes: &'a Minutes) -> Vec<Zetel<'a>> {
    let chair = region.chaired(id).map(|row| row.seat);
    minutes.attendance.iter().map(|row| seat(region, &region[id], row, chair)).collect()
}

fn seat<'a>(region: &'a Region, meeting: &Meeting, row: &'a Attendance, chair: Option<SeatId>) -> Zetel<'a> {
    let seat = &region[row.seat];
    let role = match seat.role {
        _ if chair == Some(row.seat) => Some("voorzitter"),
        Role::Member => None,
        Role::Secretary => Some("secretaris"),
        Role::Adviser => Some("adviseur"),
    };
    Zetel {
        organisatie: region.organisation(seat, meeting.date.value),
        functie: &seat.function,
        rol: role.filter(|role| !seat.function.to_lowercase().contains(role)),
        aanwezig: words::presence(row.presence),
        vervanger: row.replaced_by.as_deref().map(|deputy| Vervanger {
            functie: deputy.function.as_deref().map(String::as_str),
            partij: deputy.party.map(|party| region[party].name_on(meeting.date.value)),
        }),
        niet_bij: parts::numbers(meeting, &row.not_at),
    }
}

/// The guests.
pub fn guests<'a>(meeting: &Meeting, minutes: &'a Minutes) -> Vec<Gast<'a>> {
    let guest = |guest: &'a Guest| Gast {
        functie: &guest.function,
        organisatie: guest.organisation.as_deref().map(String::as_str),
        bij: parts::numbers(meeting, &guest.at),
    };
    minutes.guests.iter().map(guest).collect()
}

/// Whether somebody can have spoken for a party at an item: who speaks for it, or who stands in, was not away.
pub fn was_spoken_for(region: &Region, id: ItemId, party: PartyId) -> bool {
    let meeting = &region[id.meeting];
    let Some(speaker) = region.speaker_for(meeting.body, party, meeting.date.value) else { return false };
    let substitute = || substitute(region, id.meeting, party);
    !was_away(region, id, speaker) || substitute().is_some_and(|party| sat_itself(region, id, party))
}

/// Whether the minutes say that nobody sat at an item in the seats of a party.
fn was_away(region: &Region, id: ItemId, party: PartyId) -> bool {
    let rows = region[id.meeting].minutes.iter().flat_map(|minutes| &minutes.attendance);
    let mut own = rows.filter(|row| region[row.seat].holder == SeatHolder::Party(party)).peekable();
    let is_empty = |row: &Attendance| !is_filled(row) || row.not_at.contains(&id.index);
    own.peek().is_some() && own.all(is_empty)
}

/// Whether somebody sat there.
pub const fn is_filled(row: &Attendance) -> bool {
    matches!(row.presence, Presence::Present | Presence::Replaced)
}

/// Who stands in for the speaker of a party.
pub fn substitute(region: &Region, id: MeetingId, party: PartyId) -> Option<PartyId> {
    let (body, day) = (region[id].body, region[id].date.value);
    let mut spoken = region.representations_on(body, day);
    let spoken = spoken.find(|spoken| region.represented_on(spoken, day).contains(&party))?;
    region.substitute_on(spoken, day)
}

/// Whether a party sat at the table itself at an item: on a seat of its own, or on that of another.
pub fn sat_itself(region: &Region, id: ItemId, party: PartyId) -> bool {
    let rows = region[id.meeting].minutes.iter().flat_map(|minutes| &minutes.attendance);
    let own = |row: &Attendance| region[row.seat].holder == SeatHolder::Party(party);
    let mut there = rows.filter(|row| !row.not_at.contains(&id.index));
    there.any(|row| match (row.presence, row.replaced_by.as_deref().and_then(|deputy| deputy.party)) {
        (Presence::Replaced, Some(by)) => by == party,
        (Presence::Present | Presence::Replaced, _) => own(row),
        (Presence::Excused | Presence::Absent, _) => false,
    })
}
