//! The meeting in the head of a paper.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::parts::{self, Vervallen};
use super::{Scope, release};
use crate::dutch;
use crate::model::called;
use crate::model::consultation;
use crate::model::{BodyKind, Deputy, Fact, Form, Meeting, MeetingId, Presence, Region, SendingKind};

/// The meeting that a paper is about.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(super) struct Vergadering<'a> {
    overleg: &'a str,
    het_overleg: String,
    ambtelijk: bool,
    datum: String,
    tijd: Option<String>,
    /// In minutes that do not say when it began or ended: what was planned.
    tijd_gepland: Option<String>,
    /// Behind the day, where another meeting of the body is on it.
    tijd_erbij: String,
    plaats: Option<&'a str>,
    vorm: &'static str,
    sluiting: Option<String>,
    /// The days of a written round.
    ronde: Option<String>,
    voorzitter: Option<Voorzitter<'a>>,
    verzonden: Option<String>,
    /// Something of an agenda is not as it was sent.
    gewijzigd: bool,
    /// When, where or how it is, where an agenda that was sent said otherwise.
    verzet: Vec<Verzet<'a>>,
    nagezonden: Option<String>,
    /// An agenda of which no sending was recorded.
    concept: bool,
    geweest: bool,
    openbaar: bool,
    voorbeeld: Option<&'a str>,
    vervallen: Option<Vervallen<'a>>,
    /// The other days for which it was planned, and whether these are more than one.
    verplaatst_van: Option<String>,
    vaker_verplaatst: bool,
    /// It is on a day again for which it was planned before.
    teruggezet: bool,
}

impl<'a> Vergadering<'a> {
    /// Why it is an example, where it is one.
    pub(super) const fn example(&self) -> Option<&'a str> {
        self.voorbeeld
    }
}

/// Something that is otherwise than it was sent.
#[derive(Debug, Serialize)]
pub(super) struct Verzet<'a> {
    /// `het begin`
    wat: &'a str,
    /// `14.30 uur`, where it is known.
    nu: Option<String>,
    /// That was told to who got the agenda.
    gemeld: bool,
}

/// Who chairs, or chaired: a function where it is known.
#[derive(Debug, Serialize)]
pub(super) struct Voorzitter<'a> {
    functie: Option<&'a str>,
    partij: &'a str,
}

/// The days on which something was sent to all.
pub(super) fn sent_on(meeting: &Meeting, kind: SendingKind) -> Option<String> {
    let days = meeting.sendings_of(kind).map(|sending| sending.date);
    let days: BTreeSet<NaiveDate> = days.collect();
    dutch::list(&days.into_iter().map(dutch::date).collect::<Vec<_>>())
}

/// The day of a meeting, or the first and the last.
pub(super) fn days(meeting: &Meeting) -> String {
    dutch::days(meeting.date.value, meeting.until.unwrap_or(meeting.date.value))
}

/// When it begins and ends; a written round is at no time of a day.
pub(super) fn times(meeting: &Meeting, begin: Option<NaiveTime>, end: Option<NaiveTime>) -> Option<String> {
    match (meeting.until, begin, end) {
        _ if meeting.is_written() => None,
        (Some(last), Some(begin), Some(end)) => Some(dutch::times_over_days(meeting.date.value, last, begin, end)),
        (Some(_), begin, _) => dutch::times(begin, None),
        (None, begin, end) => dutch::times(begin, end),
    }
}

/// The head of a paper about a meeting, with its planned times.
pub(super) fn head(region: &Region, id: MeetingId) -> Vergadering<'_> {
    let meeting = &region[id];
    let (body, day) = (region.body_of(id), meeting.date.value);
    let moved = meeting.planned_before();
    Vergadering {
        overleg: body.name_on(day),
        het_overleg: dutch::the(body.name_on(day)),
        ambtelijk: body.kind == BodyKind::Staff,
        datum: days(meeting),
        tijd: times(meeting, meeting.begin, meeting.end),
        tijd_gepland: None,
        tijd_erbij: called::apart_by_time(region, id),
        plaats: meeting.place.as_deref().filter(|_| !meeting.is_written()).map(String::as_str),
        vorm: called::form(meeting.form),
        sluiting: meeting.closes.map(|day| dutch::date(day.value)),
        ronde: meeting.is_written().then(|| dutch::round_days(day, meeting.last_day())),
        voorzitter: chair(region, meeting),
        verzonden: sent_on(meeting, SendingKind::Agenda),
        gewijzigd: false,
        verzet: Vec::new(),
        nagezonden: sent_on(meeting, SendingKind::Late),
        concept: false,
        geweest: false,
        openbaar: region.public,
        voorbeeld: meeting.example.as_deref().or(region.covenant.example.as_deref()),
        vervallen: meeting.cancelled.as_ref().map(|cancelled| parts::withdrawn(region, id, cancelled, NaiveDate::MAX)),
        verplaatst_van: dutch::on_days(&moved),
        vaker_verplaatst: moved.len() > 1,
        teruggezet: meeting.was_put_back(),
    }
}

/// The head of a question that asks to answer until a day: a round is open until then to who is asked.
pub(super) fn head_of_question(region: &Region, id: MeetingId, until: NaiveDate) -> Vergadering<'_> {
    let meeting = &region[id];
    let last = meeting.last_day_of_file().max(until);
    let ronde = meeting.is_written().then(|| dutch::round_days(meeting.date.value, last));
    Vergadering { ronde, ..head(region, id) }
}

/// The head of an agenda and of what is made of it: it says whether it is a draft.
pub(super) fn head_of_agenda<'a>(scope: &Scope<'a>, id: MeetingId) -> Vergadering<'a> {
    let concept = release::is_draft(scope.region, id);
    let geweest = scope.region[id].is_over(scope.today);
    let meeting = &scope.region[id];
    // of what will not take place nothing is sent any more
    // that it is online says that it is at no place
    let is_nowhere = |fact: Fact| fact == Fact::Place && meeting.form == Form::Online;
    let is_told = |(fact, told): &(Fact, bool)| (*told || meeting.cancelled.is_none()) && !is_nowhere(*fact);
    let verzet = consultation::moved(meeting).into_iter().filter(is_told).map(|(fact, gemeld)| {
        let (wat, nu) = called::fact(meeting, fact);
        Verzet { wat, nu, gemeld }
    });
    let gewijzigd = is_changed(scope.region, id);
    Vergadering { concept, geweest, gewijzigd, verzet: verzet.collect(), ..head(scope.region, id) }
}

/// Whether something of an agenda is not as it was sent, as far as that was recorded; in the public view, as far as it shows.
fn is_changed(region: &Region, id: MeetingId) -> bool {
    let meeting = &region[id];
    let unsent = if region.public { meeting.unsent } else { consultation::is_unsent(region, id) };
    unsent && meeting.cancelled.is_none()
}

/// The head of a paper about what was said: with the real times, where they were noted, else as planned times; and who
/// chaired it.
pub(super) fn head_of_minutes(region: &Region, id: MeetingId) -> Vergadering<'_> {
    let planned = head(region, id);
    let noted = region[id].minutes.as_ref().map_or((None, None), |minutes| (minutes.begin, minutes.end));
    let told = region[id].told_hours;
    let (tijd, tijd_gepland) = match noted {
        (None, None) => (None, times(&region[id], told.0, told.1)),
        (None, Some(end)) => (Some(dutch::up_to(end)).filter(|_| !region[id].is_written()), None),
        (begin, end) => (times(&region[id], begin, end), None),
    };
    // minutes that were laid down before say what they said
    let form = if region[id].form_untold { Form::InPerson } else { region[id].form };
    // of a digital meeting nobody sat in the room
    let plaats = planned.plaats.filter(|_| form != Form::Online);
    let vorm = if region[id].is_written() { planned.vorm } else { called::form(form) };
    Vergadering { tijd, tijd_gepland, plaats, vorm, voorzitter: chaired(region, id), ..planned }
}

fn chair<'a>(region: &'a Region, meeting: &Meeting) -> Option<Voorzitter<'a>> {
    let day = meeting.date.value;
    let partij = region[region.chair_on(meeting.body, day)?].name_on(day);
    Some(Voorzitter { functie: region.chair_of(meeting.body, day).map(|seat| region[seat].function.as_str()), partij })
}

/// Who chaired a meeting, from the seat of the chair or for who sits there.
fn chaired(region: &Region, id: MeetingId) -> Option<Voorzitter<'_>> {
    let row = region.chaired(id)?;
    let (seat, day) = (&region[row.seat], region[id].date.value);
    let Some(Deputy { party, function }) = row.replaced_by.as_deref().filter(|_| row.presence == Presence::Replaced)
    else {
        let functie = (row.presence == Presence::Present).then_some(seat.function.as_str());
        return Some(Voorzitter { functie, partij: region.organisation(seat, day) });
    };
    let partij = party.map_or_else(|| region.organisation(seat, day), |party| region[party].name_on(day));
    Some(Voorzitter { functie: function.as_deref().map(String::as_str), partij })
}
