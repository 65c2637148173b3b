//! What was written down, in a line.

use crate::dutch;
use crate::model::called;
use crate::model::consultation;
use crate::model::{Fact, Meeting, MeetingId, Region, Sending, SendingKind};

/// A sending of a meeting that is written down now: what it held, to whom it went, when, and what day, time and place are now.
pub(super) fn of(region: &Region, id: MeetingId, sending: &Sending) -> String {
    let meeting = &region[id];
    let facts = news(meeting, sending).into_iter().map(|fact| called::fact_now(meeting, fact));
    let parts: Vec<String> = std::iter::once(held(region, id, sending)).chain(facts).collect();
    parts.join("; ")
}

/// The same of one that was written down before: what it told of day, time and place may be otherwise now.
pub(super) fn was(region: &Region, id: MeetingId, sending: &Sending) -> String {
    let meeting = &region[id];
    let facts: Vec<&str> = news(meeting, sending).into_iter().map(|fact| called::fact(meeting, fact).0).collect();
    let about = dutch::list(&facts).map(|facts| format!("; daarin stond iets nieuws over {facts}"));
    held(region, id, sending) + &about.unwrap_or_default()
}

fn held(region: &Region, id: MeetingId, sending: &Sending) -> String {
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
        SendingKind::Late => format!("nazending{}, {day}", late(&region[id], sending)),
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

/// What a late sending told of day, time and place that no sending had told before.
fn news(meeting: &Meeting, sending: &Sending) -> Vec<Fact> {
    let Some(told) = sending.planned.as_ref().filter(|_| sending.kind == SendingKind::Late) else { return Vec::new() };
    let earlier = meeting.sendings_of_papers().take_while(|one| one.span != sending.span);
    let before = earlier.filter_map(|one| one.planned.as_ref()).last();
    before.map(|before| consultation::differing(before, told)).unwrap_or_default()
}
