//! Everybody who is represented is asked, in time to answer.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation;
use crate::model::{PartyId, SendingKind};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let asks = at.meeting.proposals().next().is_some();
    let term = at.terms().reaction;
    let latest = calendar::before(at.answers_due(), term);
    let Some(sent) = at.meeting.sendings_of(SendingKind::Agenda).next() else { return };
    if !asks || at.today <= latest.max(sent.date) || at.meeting.broken {
        return;
    }
    let forgotten: Vec<PartyId> = at
        .asked
        .iter()
        .map(|asked| asked.party)
        .filter(|party| {
            let answered = at.meeting.replies.iter().any(|reply| reply.party == *party);
            !consultation::was_consulted(at.meeting, *party) && !answered
        })
        .collect();
    if !forgotten.is_empty() {
        let is = if forgotten.len() == 1 { "is" } else { "zijn" };
        let message = format!("{} {is} niet gevraagd.", at.names(&forgotten));
        let record = format!("beraad verzend raadpleging {}", at.meeting.key);
        let hint = if at.is_coming() {
            format!(
                "stuur de raadpleging alsnog en leg dat vast: {record}; wie na {} wordt gevraagd, heeft minder dan {}",
                dutch::date(latest),
                dutch::term(term)
            )
        } else {
            format!(
                "is het wel gevraagd, leg dan vast wanneer: {record} --datum DATUM; zo niet, waarom: [[uitzondering]]"
            )
        };
        found.at(sent.span, message, hint);
    }
}
