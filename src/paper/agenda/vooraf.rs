//! What the chair wants to know of the meeting as a whole: whether the time will do, and who answered.

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Asks, Stand};
use crate::model::{ItemId, Meeting, MeetingId, PartyId, Region};
use crate::paper::parts;

/// How the time of the items fits in that of the meeting.
#[derive(Debug, Serialize)]
pub(super) struct Speling {
    over: Option<String>,
    tekort: Option<String>,
    /// The items of which nobody says how long they take.
    onbekend: Option<String>,
}

pub(super) fn speling(meeting: &Meeting) -> Option<Speling> {
    if meeting.is_written() || meeting.cancelled.is_some() {
        return None;
    }
    let left = meeting.length()?.num_minutes() - i64::from(meeting.takes_in_all());
    let is_unknown = |index: &usize| meeting.items[*index].parent.is_none() && meeting.takes(*index).open;
    let unknown: Vec<usize> = (0..meeting.items.len()).filter(is_unknown).collect();
    if unknown.len() == meeting.items.len() {
        return None;
    }
    let minutes = |number: i64| u16::try_from(number).ok().filter(|number| *number > 0).map(dutch::minutes);
    let (over, tekort) = (minutes(left), minutes(-left));
    Some(Speling { over, tekort, onbekend: parts::numbers(meeting, &unknown) })
}

/// Who speaks for whom.
#[derive(Debug, Serialize)]
pub(super) struct Spreekt<'a> {
    wie: &'a str,
    namens: String,
}

pub(super) fn spreekt(region: &Region, id: MeetingId) -> Vec<Spreekt<'_>> {
    let day = region[id].date.value;
    let all = region.representations_on(region[id].body, day).filter_map(|spoken| {
        let namens = parts::names(region, id, &region.represented_on(spoken, day))?;
        Some(Spreekt { wie: region.called(id, spoken.by), namens })
    });
    all.collect()
}

/// Who answered of those who are asked.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Antwoorden {
    aantal: usize,
    van: usize,
    /// Who did not answer, and who was not asked.
    stil: Option<String>,
    niet_gevraagd: Option<String>,
    gesloten: bool,
    /// Nothing was asked of any of them.
    niemand_gevraagd: bool,
    /// The meeting is over; and all were asked.
    voorbij: bool,
    zijn_gevraagd: bool,
}

pub(super) fn antwoorden(region: &Region, id: MeetingId, today: NaiveDate) -> Option<Antwoorden> {
    let meeting = &region[id];
    let asked = consultation::asked(region, id).into_iter().map(|asked| asked.party);
    let asked: Vec<PartyId> = asked.chain(consultation::asked_besides(region, id)).collect();
    if asked.is_empty() || consultation::asks(meeting) == Asks::Nothing {
        return None;
    }
    let (said, rest): (Vec<PartyId>, Vec<PartyId>) =
        asked.iter().partition(|party| !consultation::in_time(meeting, **party).is_empty());
    let (not_asked, silent): (Vec<PartyId>, Vec<PartyId>) =
        rest.iter().partition(|party| was_not_asked(region, id, **party));
    Some(Antwoorden {
        aantal: said.len(),
        van: asked.len(),
        stil: parts::names(region, id, &silent),
        niet_gevraagd: parts::names(region, id, &not_asked),
        gesloten: consultation::is_closed_on(meeting, today),
        niemand_gevraagd: not_asked.len() == asked.len(),
        voorbij: meeting.is_over(today),
        zijn_gevraagd: not_asked.is_empty() && asked.iter().all(|party| consultation::was_consulted(meeting, *party)),
    })
}

/// Whether a party was asked nothing of what is decided.
fn was_not_asked(region: &Region, id: MeetingId, party: PartyId) -> bool {
    let items = region[id].proposals().map(|(index, _)| ItemId { meeting: id, index });
    let stands: Vec<Stand> = items.flat_map(|item| consultation::stands(region, item, party)).collect();
    !stands.is_empty() && stands.iter().all(|stand| *stand == Stand::NotAsked)
}
