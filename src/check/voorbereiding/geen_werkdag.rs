//! Meetings and last days are on working days.

use chrono::NaiveDate;

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    if !at.is_coming() || !at.is_own() {
        return;
    }
    let hint = "kies een werkdag; is het zo bedoeld, leg dat dan vast met een [[uitzondering]]";
    let mut days = vec![(
        meeting.date.value,
        if meeting.is_written() { "Het begin van de ronde" } else { "De vergadering" },
        "datum",
    )];
    days.extend(meeting.until.map(|last| (last, "De laatste dag", "laatste_dag")));
    days.extend(meeting.closes.filter(|_| meeting.is_written()).map(|last| (last.value, "De sluiting", "sluiting")));
    days.extend(meeting.reply_by.map(|by| (by.value, "De laatste dag om te antwoorden", "reageren_tot")));
    for (day, what, key) in days {
        if let Some(why) = free(day) {
            found.at(meeting.span, format!("{what} is op {}: {why}.", dutch::date(day)), hint).key(key);
        }
    }
}

/// Why nobody works on a day.
fn free(day: NaiveDate) -> Option<&'static str> {
    calendar::holiday(day).or_else(|| (!calendar::is_working_day(day)).then_some("in het weekend"))
}
