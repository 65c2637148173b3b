//! Minutes are of a meeting that has been held.

use chrono::NaiveDate;

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::called;
use crate::model::{Adoption, Meeting};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for id in whole.region.meeting_ids() {
        let meeting = &whole.region[id];
        let Some(minutes) = &meeting.minutes else { continue };
        let day = meeting.last_day();
        let place = if meeting.is_written() { "de sluiting" } else { "de dag van de vergadering" };
        let mut key = None;
        let (message, hint) = if let Some(cancelled) = &meeting.cancelled {
            let (what, since) = (called::kind(meeting), dutch::short_date(cancelled.date));
            let hint = "haal het verslag weg, of haal vervallen weg als zij toch doorging";
            (format!("Dit verslag gaat over een {what} die op {since} is vervallen."), hint)
        } else if day > whole.today {
            let hint = "kijk de datum van de vergadering na, of wacht met het verslag";
            if meeting.is_written() {
                let message =
                    format!("Dit verslag gaat over een schriftelijke ronde die pas sluit op {}.", dutch::date(day));
                (message, "kijk de sluiting na, of wacht met het verslag")
            } else {
                (format!("Dit verslag gaat over {}, en dat is nog niet geweest.", dutch::date(day)), hint)
            }
        } else if minutes.drawn_up < day {
            key = Some("opgesteld");
            let (drawn_up, held) = (dutch::short_date(minutes.drawn_up), dutch::short_date(day));
            let ended = if meeting.is_written() { "de ronde sloot" } else { "de vergadering was" };
            let hint = "kijk de dag bij opgesteld na, en de datum van de vergadering";
            let hint = if meeting.is_written() { "kijk de dag bij opgesteld na, en de sluiting" } else { hint };
            (format!("Dit verslag is opgesteld op {drawn_up}; {ended} pas op {held}."), hint)
        } else if let Some(adopted) = meeting.adoption.filter(|it| is_before(meeting, it, minutes.drawn_up)) {
            key = Some("opgesteld");
            let (drawn_up, on) = (dutch::short_date(minutes.drawn_up), dutch::short_date(adopted.date));
            let hint = "kijk de dag bij opgesteld na, en welke vergadering het vaststelde";
            (format!("Dit verslag is opgesteld op {drawn_up}; het is al op {on} vastgesteld."), hint)
        } else {
            continue;
        };
        let more = found.at(minutes.span, message, hint).value(key).within(Some(id), None);
        more.see(meeting.last_day_span(), place);
    }
}

/// Whether minutes of which the text was not laid down were adopted as they were before the day of which they are.
fn is_before(meeting: &Meeting, adoption: &Adoption, drawn_up: NaiveDate) -> bool {
    meeting.frozen.is_none() && adoption.changed == Some(false) && adoption.date < drawn_up
}
