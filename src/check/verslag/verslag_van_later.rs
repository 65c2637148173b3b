//! Minutes are of a meeting that has been held.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.meeting.minutes.as_ref().filter(|_| at.day() > at.today) else { return };
    let message = format!("Dit verslag gaat over {}, en dat is nog niet geweest.", dutch::date(at.day()));
    let hint = "kijk de datum van de vergadering na, of wacht met het verslag";
    found.at(minutes.span, message, hint).see(at.meeting.date.span, "de dag van de vergadering");
}
