//! The draft minutes are ready in time.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() {
        return;
    }
    let term = at.terms().draft;
    let last = calendar::after(at.meeting.last_day(), term);
    let due = format!("uiterlijk {}, {} na {}", dutch::date(last), dutch::term(term), at.end());
    match &at.meeting.minutes {
        Some(minutes) if minutes.drawn_up > last => {
            let message = format!("Het conceptverslag is van {}; dat moest {due}.", dutch::date(minutes.drawn_up));
            let hint = "leg met een [[uitzondering]] vast waarom het later werd";
            let (day, what) = at.end_day();
            found.at(minutes.span, message, hint).key("opgesteld").see(day, what);
        }
        // once the body met again without, a term of days is no longer the matter
        None if at.today > last && !at.meeting.broken && !at.met_again() => {
            let message = format!("Het conceptverslag is er nog niet; dat moest {due}.");
            found.at(at.meeting.date.span, message, "maak verslag.toml in de map van de vergadering");
        }
        _ => {}
    }
}
