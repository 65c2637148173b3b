//! What came or changed after sending is sent too.

use crate::adopted;
use crate::check::{Found, found::More, scope::At};
use crate::dutch;
use crate::model::called;
use crate::model::consultation::{self, Unsent};
use crate::model::{Fact, Sending};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    if meeting.broken {
        return;
    }
    let facts = consultation::unsent_plan(meeting);
    if let Some(first) = facts.first() {
        let before = if at.is_coming() { String::new() } else { format!("voor de {} ", called::kind(meeting)) };
        let now: Vec<String> = facts.iter().map(|fact| called::fact_now(meeting, *fact)).collect();
        let now = dutch::capital(&dutch::list(&now).unwrap_or_default());
        let message = format!("{now}; dat is anders dan {before}is verzonden.");
        see_sent(at, found.at(meeting.span, message, hint(at, None)).key(key(*first)));
    }
    for (index, unsent) in consultation::known_unsent(at.region, at.id) {
        let span = match unsent {
            Unsent::Paper(paper) => meeting.items[index].papers[paper].span,
            _ => meeting.items[index].span,
        };
        see_sent(at, found.at(span, message(at, index, unsent), hint(at, Some(unsent))).item(index));
    }
}

/// What of an item was not sent.
fn message(at: &At<'_>, index: usize, unsent: Unsent) -> String {
    let item = &at.meeting.items[index];
    let (number, title, coming) = (&item.number, &item.title, at.is_coming());
    match unsent {
        Unsent::New => format!("“{title}” staat op de agenda, maar is niet verzonden."),
        Unsent::Changed if coming => format!("Punt {number} (“{title}”) is niet meer zoals het is verzonden."),
        Unsent::Changed => {
            let what = called::kind(at.meeting);
            format!("Punt {number} (“{title}”) is niet meer zoals het voor de {what} is verzonden.")
        }
        Unsent::Withdrawn if coming => {
            format!("Punt {number} (“{title}”) is vervallen; dat is nog niet gemeld aan wie de agenda kreeg.")
        }
        Unsent::Withdrawn => {
            format!(
                "Punt {number} (“{title}”) is vervallen; dat dat is gemeld aan wie de agenda kreeg, is niet vastgelegd."
            )
        }
        Unsent::Paper(paper) => format!("“{}” bij punt {number} is niet verzonden.", item.papers[paper].title),
    }
}

/// Before its last day is over it is sent; afterwards what was sent, or lay on the table, is what the agenda says.
fn hint(at: &At<'_>, unsent: Option<Unsent>) -> String {
    let (key, day) = (&at.meeting.key, at.meeting.last_day());
    if at.is_coming() {
        return format!("leg het eerst vast, en stuur het dan na: beraad verzend nazending {key}");
    }
    let record = format!("leg dat dan vast: beraad verzend nazending {key} --datum {day}");
    if let Some(frozen) = &at.meeting.frozen {
        let retold = unsent.is_none() && consultation::would_retell(at.meeting);
        return laid_down(!retold && adopted::changes(at.region, at.id, frozen).is_empty(), &record);
    }
    match unsent {
        None => format!("zet terug wat is verzonden; is dit toen gemeld, {record}"),
        Some(Unsent::Changed) => {
            format!("zet terug wat er stond; is de nieuwe tekst toen gemeld of lag die op tafel, {record}")
        }
        Some(Unsent::Withdrawn) => format!(
            "is dat toen gemeld, {record}; haal anders vervallen weg, en zet in het verslag wat er met het punt gebeurde"
        ),
        Some(Unsent::New | Unsent::Paper(_)) => {
            format!("is het toen gemeld of lag het op tafel, {record}; haal het anders weg")
        }
    }
}

/// The same where the minutes were laid down, which say what was so: as they did, or not any more.
fn laid_down(says_the_same: bool, record: &str) -> String {
    if says_the_same {
        format!(
            "is dit na de vaststelling veranderd, zet dan terug wat er stond; is het toen gemeld of lag het op tafel, {record}; \
             leg anders met een [[uitzondering]] vast waarom het zo ging"
        )
    } else {
        "zet terug wat er stond: het verslag is vastgesteld; zet wat niet klopt in verslag.toml als [[correctie]] met datum en tekst"
            .to_owned()
    }
}

fn see_sent(at: &At<'_>, more: More<'_>) {
    let sent = at.meeting.sent_last().map(dutch::short_date).unwrap_or_default();
    let recorded = |sending: &&Sending| !sending.items.is_empty() || sending.planned.is_some();
    if let Some(sending) = at.meeting.sendings_of_papers().rfind(recorded) {
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
        Fact::Link => "link",
        Fact::Form => "vorm",
        Fact::Closing => "sluiting",
    }
}
