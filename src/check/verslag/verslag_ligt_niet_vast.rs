//! Adopted minutes are written down, so that a later change shows.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.minutes().filter(|_| at.meeting.frozen.is_none() && !at.meeting.broken) else { return };
    let Some(adoption) = at.meeting.adoption.filter(|adoption| adoption.date <= at.today) else { return };
    let message =
        format!("Dit verslag is vastgesteld op {}, maar de tekst ligt nog niet vast.", dutch::date(adoption.date));
    let hint = format!("leg de tekst vast met: beraad vastleggen {}", at.meeting.key);
    found.at(minutes.span, message, hint).see(at.region[adoption.meeting].span, "deze vergadering stelde het vast");
}
