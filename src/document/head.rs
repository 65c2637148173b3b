//! The meeting in the head of a paper.

use chrono::NaiveTime;
use serde::Serialize;

use super::parts::{self, Vervallen};
use super::{Scope, release, words};
use crate::dutch;
use crate::model::{BodyKind, Meeting, MeetingId, Region, Role, SeatHolder};

/// The meeting that a paper is about.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub struct Vergadering<'a> {
    overleg: &'a str,
    het_overleg: String,
    ambtelijk: bool,
    datum: String,
    tijd: Option<String>,
    plaats: Option<&'a str>,
    vorm: &'static str,
    sluiting: Option<String>,
    voorzitter: Option<Voorzitter<'a>>,
    verzonden: Option<String>,
    /// An agenda of which no sending was recorded.
    concept: bool,
    geweest: bool,
    openbaar: bool,
    voorbeeld: Option<&'a str>,
    vervallen: Option<Vervallen<'a>>,
    verplaatst_van: Option<String>,
}

/// Who chairs: a function where the seat is known.
#[derive(Debug, Serialize)]
pub struct Voorzitter<'a> {
    functie: Option<&'a str>,
    partij: &'a str,
}

/// The day of a meeting, or the first and the last.
pub fn days(meeting: &Meeting) -> String {
    dutch::days(meeting.date.value, meeting.until.unwrap_or(meeting.date.value))
}

pub fn times(meeting: &Meeting, begin: Option<NaiveTime>, end: Option<NaiveTime>) -> Option<String> {
    match (meeting.until, begin, end) {
        (Some(last), Some(begin), Some(end)) => Some(dutch::times_over_days(meeting.date.value, last, begin, end)),
        (Some(_), begin, _) => dutch::times(begin, None),
        (None, begin, end) => dutch::times(begin, end),
    }
}

/// The head of a paper about a meeting, with its planned times.
pub fn head(region: &Region, id: MeetingId) -> Vergadering<'_> {
    let meeting = &region[id];
    let body = region.body_of(id);
    let moved: Vec<String> = meeting.moved_from.iter().map(|&day| dutch::date(day)).collect();
    Vergadering {
        overleg: &body.name,
        het_overleg: dutch::the(&body.name),
        ambtelijk: body.kind == BodyKind::Official,
        datum: days(meeting),
        tijd: times(meeting, meeting.begin, meeting.end),
        plaats: meeting.place.as_deref().map(String::as_str),
        vorm: words::form(meeting.form),
        sluiting: meeting.closes.map(dutch::date),
        voorzitter: chair(region, meeting),
        verzonden: meeting.sent().map(dutch::date),
        concept: false,
        geweest: false,
        openbaar: region.public,
        voorbeeld: meeting.example.as_deref().or(region.covenant.example.as_deref()),
        vervallen: meeting.cancelled.as_ref().map(|cancelled| parts::withdrawn(region, cancelled)),
        verplaatst_van: dutch::list(&moved),
    }
}

/// The head of an agenda and of what is made of it: it says whether it is a draft.
pub fn head_of_agenda<'a>(scope: &Scope<'a>, id: MeetingId) -> Vergadering<'a> {
    let concept = release::agenda_mark(scope, id).is_some();
    let geweest = scope.region[id].is_over(scope.today);
    Vergadering { concept, geweest, ..head(scope.region, id) }
}

/// The head of a paper about what was said: with the real times, where they were noted.
pub fn head_of_minutes(region: &Region, id: MeetingId) -> Vergadering<'_> {
    let meeting = &region[id];
    let minutes = meeting.minutes.as_ref();
    let begin = minutes.and_then(|minutes| minutes.begin).or(meeting.begin);
    let end = minutes.and_then(|minutes| minutes.end).or(meeting.end);
    Vergadering { tijd: times(meeting, begin, end), ..head(region, id) }
}

fn chair<'a>(region: &'a Region, meeting: &Meeting) -> Option<Voorzitter<'a>> {
    let chair = region.chair_on(meeting.body, meeting.date.value)?;
    let is_chair = |role, holder: &SeatHolder| role == Role::Member && *holder == SeatHolder::Party(chair);
    let mut seats = region.seats_on(meeting.body, meeting.date.value);
    let seat = seats.find(|(_, seat)| is_chair(seat.role, &seat.holder));
    Some(Voorzitter { functie: seat.map(|(_, seat)| seat.function.as_str()), partij: &region[chair].name })
}
