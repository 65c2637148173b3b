//! What a meeting is called: by its day, and a written round by its last.

mod fact;

use chrono::NaiveDate;

pub use fact::{fact, fact_now, form};

use super::{Cancelled, Form, Meeting, MeetingId, Region};
use crate::dutch::{brief_date, date, short_date, the, times};

/// `donderdag 9 oktober 2025`, or `schriftelijke ronde tot en met maandag 15 december 2025`.
#[must_use]
pub fn moment(meeting: &Meeting) -> String {
    if meeting.is_written() { round(&date(meeting.last_day())) } else { date(meeting.date.value) }
}

/// The same without weekday: `9 oktober 2025`, or `schriftelijke ronde tot en met 15 december 2025`.
fn short_moment(meeting: &Meeting) -> String {
    if meeting.is_written() { round(&short_date(meeting.last_day())) } else { short_date(meeting.date.value) }
}

/// Which meeting of its body, for a table: `9 okt. 2025`.
#[must_use]
pub fn brief_moment(meeting: &Meeting) -> String {
    if meeting.is_written() { round(&brief_date(meeting.last_day())) } else { brief_date(meeting.date.value) }
}

fn round(last: &str) -> String {
    format!("schriftelijke ronde tot en met {last}")
}

/// What the body of a meeting was called then, without the name of the region where that tells it from no other body.
#[must_use]
pub fn body_in_short(region: &Region, id: MeetingId) -> &str {
    let day = region[id].date.value;
    let name = region.body_of(id).name_on(day);
    let short = name.strip_suffix(region.covenant.region.as_str()).map(str::trim_end).filter(|it| !it.is_empty());
    let is_other = |short: &str| region.bodies.iter().any(|body| body.name_on(day) == short);
    short.filter(|short| name.len() > short.len() + region.covenant.region.len() && !is_other(short)).unwrap_or(name)
}

/// Behind *van*: `donderdag 9 oktober 2025`, or `de schriftelijke ronde tot en met maandag 15 december 2025`, with the time where
/// another meeting of its body is on that day.
#[must_use]
pub fn its_own_moment(region: &Region, id: MeetingId) -> String {
    let article = if region[id].is_written() { "de " } else { "" };
    format!("{article}{}{}", moment(&region[id]), apart_by_time(region, id))
}

/// Behind *van*, without weekday or time.
#[must_use]
pub fn its_short_moment(meeting: &Meeting) -> String {
    let article = if meeting.is_written() { "de " } else { "" };
    format!("{article}{}", short_moment(meeting))
}

/// Behind *van*, in a paper of another meeting: its moment, and of another body its name too.
#[must_use]
pub fn seen_from(region: &Region, from: MeetingId, id: MeetingId) -> String {
    if region[from].body == region[id].body { its_own_moment(region, id) } else { meeting(region, id) }
}

/// Behind *naar*, in a paper of another meeting: as [`the_meeting`] says, and of another body by its name.
#[must_use]
pub fn going_to(region: &Region, from: MeetingId, to: MeetingId) -> String {
    if region[from].body == region[to].body { the_meeting(region, to) } else { meeting(region, to) }
}

/// The same in a paper of record, of an item that was withdrawn: as the record of adopted minutes holds it, else by the body and the
/// day as these were known then, of a round that on which it opens, wherever it is moved.
#[must_use]
pub fn went_to(region: &Region, cancelled: &Cancelled, day: NaiveDate) -> Option<String> {
    let to = cancelled.went_to(region, day)?;
    if let Some(called) = &cancelled.called {
        return Some(called.clone());
    }
    let known = cancelled.known?;
    let (body, planned) = (the(region.body_of(to).name_on(known.named_on)), date(known.day));
    let first = known.first.map(|first| format!(" (eerst {})", short_date(first))).unwrap_or_default();
    Some(if known.written {
        format!("de schriftelijke ronde van {body} vanaf {planned}{first}")
    } else {
        format!("{body} van {planned}{first}")
    })
}

/// `de vergadering van donderdag 9 oktober 2025`, or `de schriftelijke ronde tot en met maandag 15 december 2025`.
#[must_use]
pub fn the_meeting(region: &Region, id: MeetingId) -> String {
    let what = if region[id].is_written() { "" } else { "de vergadering van " };
    format!("{what}{}", its_own_moment(region, id))
}

/// The moment of a meeting as nobody takes for that of another of its body: with the time, where that alone tells them apart.
#[must_use]
pub fn own_moment(region: &Region, id: MeetingId) -> String {
    moment(&region[id]) + &apart_by_time(region, id)
}

/// What papers about a meeting end their titles with: `Regionaal Beraad, donderdag 9 oktober 2025`.
#[must_use]
pub fn titled(region: &Region, id: MeetingId) -> String {
    format!("{}, {}", region.meets_as(id), own_moment(region, id))
}

/// `, 19.00 uur`, where another meeting of the body is on the same day: only the time tells them apart.
#[must_use]
pub fn apart_by_time(region: &Region, id: MeetingId) -> String {
    let own = &region[id];
    let same = |other: &Meeting| other.date.value == own.date.value && other.body == own.body && !other.is_written();
    let is_same = |other: MeetingId| other != id && same(&region[other]);
    let time = times(own.begin, None).filter(|_| !own.is_written() && region.meeting_ids().any(is_same));
    time.map(|time| format!(", {time}")).unwrap_or_default()
}

/// Behind *besproken in*: `het Regionaal Beraad op donderdag 9 oktober 2025`, or as [`meeting`] says.
#[must_use]
pub fn meeting_on(region: &Region, id: MeetingId) -> String {
    let (own, day) = (&region[id], date(region[id].date.value));
    if own.is_written() {
        return meeting(region, id);
    }
    format!("{} op {day}{}", the(region.meets_as(id)), apart_by_time(region, id))
}

/// Behind *niet*, *ook* or a verb: `op 9 oktober 2025`, or `in de schriftelijke ronde tot en met 15 december 2025`.
#[must_use]
pub fn on_moment(meeting: &Meeting) -> String {
    format!("{} {}", if meeting.is_written() { "in de" } else { "op" }, moment(meeting))
}

/// The same without weekday.
#[must_use]
pub fn on_short_moment(meeting: &Meeting) -> String {
    format!("{} {}", if meeting.is_written() { "in de" } else { "op" }, short_moment(meeting))
}

/// What it is: `vergadering` or `ronde`.
#[must_use]
pub fn kind(meeting: &Meeting) -> &'static str {
    if meeting.is_written() { "ronde" } else { "vergadering" }
}

/// `het Regionaal Beraad van donderdag 9 oktober 2025`, or `de schriftelijke ronde van het Regionaal Beraad tot en met
/// maandag 15 december 2025`.
#[must_use]
pub fn meeting(region: &Region, id: MeetingId) -> String {
    let meeting = &region[id];
    let body = the(region.meets_as(id));
    if meeting.is_written() {
        return format!("de schriftelijke ronde van {body} tot en met {}", date(meeting.last_day()));
    }
    format!("{body} van {}{}", date(meeting.date.value), apart_by_time(region, id))
}

impl Meeting {
    /// Where people come together; nowhere for a written round or a meeting that is wholly online.
    #[must_use]
    pub fn room(&self) -> Option<&str> {
        let is_somewhere = !matches!(self.form, Form::Online | Form::Written);
        self.place.as_deref().filter(|_| is_somewhere).map(String::as_str)
    }
}

/// The words with which the anchors of a page itself begin: a number of an item, a heading, its text, its search.
const OWN_ANCHORS: [&str; 4] = ["punt-", "deel-", "hoofdinhoud", "zoekveld"];

impl Region {
    /// The keys of the items of a meeting by their numbers, as anchors: a link to one outlives a new order of the agenda. Of an
    /// item that this view does not show there is none.
    #[must_use]
    pub fn anchors(&self, id: MeetingId) -> Vec<(&str, &str)> {
        let is_free = |key: &str| !key.is_empty() && !OWN_ANCHORS.iter().any(|own| key.starts_with(own));
        let items = self[id].items.iter().filter(|item| item.is_whole() && is_free(&item.key));
        items.map(|item| (item.number.as_str(), item.key.as_str())).collect()
    }
}
