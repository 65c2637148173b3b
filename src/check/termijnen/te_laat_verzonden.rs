//! Papers are sent in time.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::SendingKind;
use crate::model::called;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let term = at.terms().sending;
    let last = calendar::before(at.day(), term);
    if !at.is_own() {
        return;
    }
    let due = format!("uiterlijk {}, {} voor {}", dutch::date(last), dutch::term(term), at.end());
    match at.meeting.sendings_of(SendingKind::Agenda).next() {
        Some(first) if first.date > last => {
            let message = format!("De stukken zijn verzonden op {}; dat moest {due}.", dutch::date(first.date));
            let hint = format!(
                "bespreek met de voorzitter of de {} door kan gaan, of leg vast waarom: [[uitzondering]]",
                called::kind(at.meeting)
            );
            let (day, what) = at.end_day();
            found.at(first.span, message, at.in_time(hint)).key("datum").see(day, what);
        }
        // of civil servants nobody asks afterwards what they got
        None if at.today > last && !at.meeting.broken && (at.is_coming() || at.is_executive()) => {
            let key = &at.meeting.key;
            let (message, hint) = if at.is_coming() {
                let message = format!("De stukken zijn nog niet verzonden; dat moest {due}.");
                (message, format!("verzend ze, en leg het vast: beraad verzend agenda {key}"))
            } else {
                let asks_some = !at.asked.is_empty() && at.meeting.proposals().next().is_some();
                let unasked = asks_some && at.meeting.sendings_of(SendingKind::Consultation).next().is_none();
                let also = if unasked { ", en ook niet dat er is geraadpleegd" } else { "" };
                let what = called::kind(at.meeting);
                let message = format!("Er staat niet dat de stukken voor deze {what} zijn verzonden{also}.");
                let record = format!("leg alsnog vast wanneer: beraad verzend agenda {key} --datum DATUM");
                (message, format!("{record}; of leg vast waarom niet: [[uitzondering]]"))
            };
            found.at(at.meeting.date.span, message, hint);
        }
        _ => {}
    }
}
