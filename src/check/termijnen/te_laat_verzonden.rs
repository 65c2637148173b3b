//! Papers are sent in time.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::SendingKind;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.region.terms.sending;
    let last = calendar::before(at.day(), term);
    if !at.is_own() {
        return;
    }
    let sent = at.meeting.sendings.iter().filter(|sending| sending.kind == SendingKind::Agenda);
    let due = format!("uiterlijk {}, {} voor de vergadering", dutch::date(last), dutch::term(term));
    match sent.min_by_key(|sending| sending.date) {
        Some(first) if first.date > last => {
            let message = format!("De stukken zijn verzonden op {}; dat moest {due}.", dutch::date(first.date));
            let hint = "bespreek met de voorzitter of de vergadering door kan gaan, of leg vast waarom: [[uitzondering]]";
            found.at(first.span, message, hint).key("datum").see(at.meeting.date.span, "de dag van de vergadering");
        }
        None if at.today > last && at.is_coming() && !at.meeting.broken => {
            let message = format!("De stukken zijn nog niet verzonden; dat moest {due}.");
            let hint = "verzend ze, en leg het vast in verzending.toml";
            found.at(at.meeting.date.span, message, hint);
        }
        _ => {}
    }
}
