//! What came or changed after sending is sent too.

use crate::check::{Found, found::More, scope::At};
use crate::consultation::{self, Unsent};
use crate::dutch;
use crate::model::{Fact, Sending};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken {
        return;
    }
    if at.is_coming() {
        before(at, found);
    } else {
        afterwards(at, found);
    }
}

/// What those who got the agenda do not know yet.
fn before(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    let hint = format!("stuur het na, en leg het vast: beraad verzend nazending {}", meeting.key);
    for fact in consultation::unsent_plan(meeting) {
        let message = format!("{}; dat is anders dan is verzonden.", dutch::capital(&dutch::fact_now(meeting, fact)));
        see_sent(at, found.at(meeting.span, message, hint.clone()).key(key(fact)));
    }
    if !consultation::is_recorded(meeting) {
        return;
    }
    for (index, unsent) in consultation::unsent(at.region, at.id) {
        let item = &meeting.items[index];
        let (span, message) = match unsent {
            Unsent::New => (item.span, format!("“{}” staat op de agenda, maar is niet verzonden.", item.title)),
            Unsent::Changed => {
                (item.span, format!("Punt {} (“{}”) is niet meer zoals het is verzonden.", item.number, item.title))
            }
            Unsent::Withdrawn => (
                item.span,
                format!("Punt {} (“{}”) is vervallen; dat is nog niet gemeld aan wie de agenda kreeg.", item.number, item.title),
            ),
            Unsent::Paper(paper) => {
                let paper = &item.papers[paper];
                (paper.span, format!("“{}” bij punt {} is niet verzonden.", paper.title, item.number))
            }
        };
        see_sent(at, found.at(span, message, hint.clone()).item(index));
    }
}

/// What lay on the table is what was sent. What was added there, was not.
fn afterwards(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    let hint = format!(
        "zet terug wat er stond; lag de nieuwe tekst op tafel, leg dat dan vast: beraad verzend nazending {} --datum {}",
        meeting.key,
        meeting.last_day()
    );
    for index in consultation::changed(at.region, at.id) {
        let item = &meeting.items[index];
        let message = format!(
            "Punt {} (“{}”) is niet meer zoals het voor de {} is verzonden.",
            item.number,
            item.title,
            dutch::kind(meeting)
        );
        see_sent(at, found.at(item.span, message, hint.clone()).item(index));
    }
}

fn see_sent(at: &At<'_>, more: More<'_>) {
    let sent = at.meeting.sent_last().map(dutch::short_date).unwrap_or_default();
    let recorded = |sending: &&Sending| !sending.items.is_empty() || sending.planned.is_some();
    if let Some(sending) = consultation::of_papers(at.meeting).rfind(recorded) {
        more.see(sending.span, format!("dit is het laatst verzonden, tot en met {sent}"));
    }
}

/// The key in the file.
const fn key(fact: Fact) -> &'static str {
    match fact {
        Fact::Day => "datum",
        Fact::LastDay => "laatste_dag",
        Fact::Begin => "begin",
        Fact::End => "einde",
        Fact::Place => "locatie",
        Fact::Form => "vorm",
        Fact::Closing => "sluiting",
    }
}
