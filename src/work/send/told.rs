//! What was written down, in a line.

use crate::consultation;
use crate::dutch;
use crate::model::{Meeting, MeetingId, Region, Sending, SendingKind};

/// A sending of a meeting: what it held, to whom it went, and when.
pub(super) fn of(region: &Region, id: MeetingId, sending: &Sending) -> String {
    let day = dutch::date(sending.date);
    let names: Vec<&str> = sending.to.iter().map(|party| region[*party].name.as_str()).collect();
    let by = sending.on_behalf_of.map_or("de secretaris", |party| region[party].name.as_str());
    let to = dutch::list(&names).unwrap_or_default();
    match sending.kind {
        SendingKind::Agenda if sending.items.is_empty() && sending.papers.is_empty() => {
            format!("voor welke dag, tijd en plaats de agenda is verzonden, {day}")
        }
        SendingKind::Agenda => {
            let (items, papers) = (counted(sending.items.len(), "punt", "punten"), papers(sending));
            format!("agenda met {items} en {papers}, {day}")
        }
        SendingKind::Late => format!("nazending{}, {day}{}", late(&region[id], sending), plan(&region[id], sending)),
        SendingKind::Consultation => format!("raadpleging door {by} aan {to}, {day}"),
        SendingKind::Reminder => format!("herinnering door {by} aan {to}, {day}"),
    }
}

fn counted(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn papers(sending: &Sending) -> String {
    counted(sending.papers.len(), "stuk", "stukken")
}

/// The items and papers of a late sending; nothing of one that told of the meeting alone.
fn late(meeting: &Meeting, sending: &Sending) -> String {
    if sending.items.is_empty() && sending.papers.is_empty() && sending.planned.is_some() {
        return String::new();
    }
    let withdrawn = sending.items.iter().filter(|sent| meeting.items[sent.item].cancelled.is_some()).count();
    let withdrawn = if withdrawn == 0 { String::new() } else { format!(" (waarvan {withdrawn} vervallen)") };
    format!(" van {}{withdrawn} en {}", counted(sending.items.len(), "punt", "punten"), papers(sending))
}

/// What it told of day, time and place, as these are now.
fn plan(meeting: &Meeting, sending: &Sending) -> String {
    let Some(told) = &sending.planned else { return String::new() };
    let earlier = consultation::of_papers(meeting).take_while(|one| one.span != sending.span);
    let before = earlier.filter_map(|one| one.planned.as_ref()).last();
    let facts = before.map(|before| consultation::differing(before, told)).unwrap_or_default();
    let facts: Vec<String> = facts.into_iter().map(|fact| dutch::fact_now(meeting, fact)).collect();
    if facts.is_empty() { String::new() } else { format!("; {}", facts.join("; ")) }
}
