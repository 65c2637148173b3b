//! Calendars to subscribe to (RFC 5545): one per body, and one of all.
//!
//! A meeting keeps its UID, whatever day it is moved to. How often it was changed (SEQUENCE) and when (DTSTAMP) follow from what
//! the dossier says was sent, moved and called off.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate, NaiveTime};

use crate::dutch;
use crate::model::called;
use crate::model::{BodyId, Meeting, MeetingId, Region};
use crate::paper::site::{Scope, address};

use super::{UNKNOWN, changed, is_example};

/// A line is no longer than so many bytes; what is longer goes on below it (RFC 5545, 3.1).
const LINE: usize = 75;

/// When summer and winter time begin in the Netherlands, since 1996.
const ZONE: [&str; 17] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The name of the calendar of a body, or of all.
pub(super) fn name(region: &Region, body: Option<BodyId>) -> String {
    // a key with a fault may be anything
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let named = |body: BodyId| format!("kalender-{}.ics", region[body].key.chars().map(plain).collect::<String>());
    body.map_or_else(|| "kalender.ics".to_owned(), named)
}

/// The calendar of a body, or of all.
pub(super) fn of(scope: &Scope<'_>, body: Option<BodyId>) -> String {
    let (region, mut out) = (scope.region, Lines::default());
    let name = body.map_or(region.covenant.region.as_str(), |body| region[body].name_on(scope.today));
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//beraad//beraad//NL", "CALSCALE:GREGORIAN"] {
        out.add(line);
    }
    out.text("X-WR-CALNAME", name);
    for line in ZONE {
        out.add(line);
    }
    let is_of = |other: BodyId| body.is_none_or(|body| body == other);
    for id in scope.meetings.iter().copied().filter(|id| is_of(region[*id].body)) {
        event(scope, id, &mut out);
    }
    for other in region.shown_bodies().filter(|other| is_of(*other)) {
        region
            .planned_days(other)
            .filter(|day| *day >= scope.today)
            .for_each(|day| planned(region, other, day, &mut out));
    }
    out.add("END:VCALENDAR");
    out.0
}

fn event(scope: &Scope<'_>, id: MeetingId, out: &mut Lines) {
    let (region, meeting) = (scope.region, &scope.region[id]);
    out.add("BEGIN:VEVENT");
    out.text("UID", &uid(region, &meeting.key));
    stamp(changed(region, id), out);
    let changes = meeting.moved_from.len() + usize::from(meeting.cancelled.is_some()) + meeting.sendings.len();
    out.add(&format!("SEQUENCE:{changes}"));
    when(meeting, out);
    let round = if meeting.is_written() { "Schriftelijke ronde " } else { "" };
    let example = if is_example(region, id) { " (voorbeeld)" } else { "" };
    out.text("SUMMARY", &format!("{round}{}{example}", region.meets_as(id)));
    if let Some(place) = meeting.room() {
        out.text("LOCATION", place);
    }
    out.text("DESCRIPTION", &dutch::capital(&called::meeting(region, id)));
    if let Some(base) = &region.site.address {
        out.text_as_is("URL", &format!("{}{}", base.value, address(region, id)));
    }
    out.add(match (&meeting.cancelled, meeting.released.agenda.is_open()) {
        (Some(_), _) => "STATUS:CANCELLED",
        (None, true) => "STATUS:CONFIRMED",
        // its agenda was not sent
        (None, false) => "STATUS:TENTATIVE",
    });
    out.add("END:VEVENT");
}

/// A day on which a body agreed to meet. Its UID is that which its meeting will have.
fn planned(region: &Region, body: BodyId, day: NaiveDate, out: &mut Lines) {
    out.add("BEGIN:VEVENT");
    out.text("UID", &uid(region, &format!("{day}-{}", region[body].key)));
    stamp(None, out);
    out.add("SEQUENCE:0");
    all_day(day, day, out);
    out.text("SUMMARY", region[body].name_on(day));
    out.add("STATUS:TENTATIVE");
    out.add("END:VEVENT");
}

fn uid(region: &Region, key: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric();
    let words = region.covenant.region.to_lowercase();
    let words: Vec<&str> = words.split(|c| !is_plain(c)).filter(|word| !word.is_empty()).collect();
    format!("{key}@{}.beraad", words.join("-"))
}

fn stamp(day: Option<NaiveDate>, out: &mut Lines) {
    out.add(&format!("DTSTAMP:{}T000000Z", day.unwrap_or(UNKNOWN).format("%Y%m%d")));
}

/// When it begins and ends; without a time, its days.
fn when(meeting: &Meeting, out: &mut Lines) {
    let (first, last) = (meeting.date.value, meeting.last_day());
    let Some(begin) = meeting.begin.filter(|_| !meeting.is_written()) else { return all_day(first, last, out) };
    out.add(&at("DTSTART", first, begin));
    if let Some(end) = meeting.end.filter(|end| last > first || *end > begin) {
        out.add(&at("DTEND", last, end));
    }
}

fn at(name: &str, day: NaiveDate, time: NaiveTime) -> String {
    format!("{name};TZID=Europe/Amsterdam:{}T{}00", day.format("%Y%m%d"), time.format("%H%M"))
}

/// The end is the day after the last.
fn all_day(first: NaiveDate, last: NaiveDate, out: &mut Lines) {
    out.add(&format!("DTSTART;VALUE=DATE:{}", first.format("%Y%m%d")));
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    out.add(&format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")));
}

/// The lines of a calendar, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A text, in which nothing ends the line or the value.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\n' => line.push_str("\\n"),
                ',' | ';' | '\\' => drop(write!(line, "\\{c}")),
                c if c.is_control() => line.push(' '),
                c => line.push(c),
            }
        }
        self.add(&line);
    }

    /// An address, which has no such signs.
    fn text_as_is(&mut self, name: &str, text: &str) {
        self.add(&format!("{name}:{}", text.replace(char::is_control, "")));
    }
}
