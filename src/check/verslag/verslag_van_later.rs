//! Minutes are of a meeting that has been held.

use crate::check::{Found, scope::Whole};
use crate::dutch;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for id in whole.region.meeting_ids() {
        let meeting = &whole.region[id];
        let Some(minutes) = &meeting.minutes else { continue };
        let day = meeting.last_day();
        let (message, hint) = if let Some(cancelled) = &meeting.cancelled {
            let since = dutch::short_date(cancelled.date);
            let hint = "haal het verslag weg, of haal vervallen weg als er toch is vergaderd";
            (format!("Dit verslag gaat over een vergadering die op {since} is vervallen."), hint)
        } else if day > whole.today {
            let hint = "kijk de datum van de vergadering na, of wacht met het verslag";
            (format!("Dit verslag gaat over {}, en dat is nog niet geweest.", dutch::date(day)), hint)
        } else if minutes.drawn_up < meeting.date.value {
            let hint = "kijk de dag bij opgesteld na, en de datum van de vergadering";
            let (drawn_up, held) = (dutch::short_date(minutes.drawn_up), dutch::short_date(meeting.date.value));
            let began = if meeting.is_written() { "de ronde begon" } else { "de vergadering was" };
            let message = format!("Dit verslag is opgesteld op {drawn_up}; {began} pas op {held}.");
            let more = found.at(minutes.span, message, hint).key("opgesteld").within(Some(id), None);
            more.see(meeting.date.span, "de dag van de vergadering");
            continue;
        } else {
            continue;
        };
        let more = found.at(minutes.span, message, hint).within(Some(id), None);
        more.see(meeting.date.span, "de dag van de vergadering");
    }
}
