//! What follows from a meeting is not of before it.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::{ItemId, Progress, ProgressKind, Region, Subject};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for entry in &whole.region.progress {
        let Subject::Item(meeting, index) = entry.about else { continue };
        let id = ItemId { meeting, index };
        let message = adopted(whole.region, id, entry).or_else(|| lifted(whole.region, id, entry));
        let Some(message) = message else { continue };
        let hint = "kijk de datum na; klopt die, leg dan met een [[uitzondering]] vast hoe het ging";
        found.at(entry.span, message, hint).key("datum").within(Some(meeting), Some(id));
    }
}

/// A college that adopted before the meeting could assent.
fn adopted(region: &Region, id: ItemId, entry: &Progress) -> Option<String> {
    let ProgressKind::Adopted { college, .. } = entry.kind else { return None };
    let meeting = &region[id.meeting];
    let college = region[college].name_on(entry.date);
    let (day, over) = (dutch::short_date(entry.date), dutch::short_date(meeting.last_day()));
    let ended = if meeting.is_written() { "de schriftelijke ronde sloot" } else { "de vergadering was" };
    let message = format!("Het college van {college} nam op {day} een besluit over dit punt; {ended} pas op {over}.");
    (entry.date < meeting.last_day()).then_some(message)
}

/// A reservation that was lifted before it was made.
fn lifted(region: &Region, id: ItemId, entry: &Progress) -> Option<String> {
    let ProgressKind::ReservationLifted { by, decision } = entry.kind else { return None };
    if !region.had_reservation(id, by, entry.date, decision) && !region[id.meeting].broken {
        let (name, day) = (region[by].name_on(entry.date), dutch::short_date(entry.date));
        return Some(format!("Het voorbehoud van {name} vervalt op {day}, en er staat nergens dat het er was."));
    }
    let first = region.first_reserved(id, by, entry.date, decision).filter(|first| entry.date < *first)?;
    let (name, day, made) = (region[by].name_on(entry.date), dutch::short_date(entry.date), dutch::short_date(first));
    Some(format!("Het voorbehoud van {name} vervalt op {day}; het is pas gemaakt op {made}."))
}
