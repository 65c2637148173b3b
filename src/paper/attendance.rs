//! Who was there, for minutes and decision list.

use serde::Serialize;

use super::parts;
use crate::dutch;
use crate::model::{Attendance, Guest, Meeting, MeetingId, Minutes, Region, Role, SeatId};
use crate::word::Word as _;

/// Who sat in a seat.
#[derive(Debug, Serialize)]
pub(super) struct Zetel<'a> {
    organisatie: &'a str,
    functie: &'a str,
    /// Of who holds the seat, where people may read it.
    naam: Option<&'a str>,
    rol: Option<&'static str>,
    /// Whose seat it is chaired.
    voorzitter: bool,
    aanwezig: &'static str,
    #[serde(skip)]
    is_filled: bool,
    vervanger: Option<Vervanger<'a>>,
    niet_bij: Option<String>,
    gekomen: Option<String>,
    vertrokken: Option<String>,
}

/// Who came instead.
#[derive(Debug, Serialize)]
pub(super) struct Vervanger<'a> {
    pub functie: Option<&'a str>,
    pub partij: Option<&'a str>,
}

impl Zetel<'_> {
    /// Whether somebody sat there.
    pub(super) const fn is_filled(&self) -> bool {
        self.is_filled
    }
}

/// A guest.
#[derive(Debug, Serialize)]
pub(super) struct Gast<'a> {
    functie: &'a str,
    organisatie: Option<&'a str>,
    bij: Option<String>,
}

/// Who sat where.
pub(super) fn seats<'a>(region: &'a Region, id: MeetingId, minutes: &'a Minutes) -> Vec<Zetel<'a>> {
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
        naam: region.named(seat),
        voorzitter: chair == Some(row.seat),
        rol: role.filter(|role| !seat.function.to_lowercase().contains(role)),
        aanwezig: row.presence.word(),
        is_filled: row.is_filled(),
        vervanger: row.replaced_by.as_deref().map(|deputy| Vervanger {
            functie: deputy.function.as_deref().map(String::as_str),
            partij: deputy.party.map(|party| region[party].name_on(meeting.date.value)),
        }),
        niet_bij: parts::numbers(meeting, &row.not_at),
        gekomen: row.came.map(dutch::time),
        vertrokken: row.left.map(dutch::up_to),
    }
}

/// The guests.
pub(super) fn guests<'a>(meeting: &Meeting, minutes: &'a Minutes) -> Vec<Gast<'a>> {
    let guest = |guest: &'a Guest| Gast {
        functie: &guest.function,
        organisatie: guest.organisation.as_deref().map(String::as_str),
        bij: parts::numbers(meeting, &guest.at),
    };
    minutes.guests.iter().map(guest).collect()
}
