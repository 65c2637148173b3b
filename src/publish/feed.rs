//! Feeds (Atom, RFC 4287): agendas that were sent, and lists of what was decided.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::model::called;
use crate::model::{MeetingId, SendingKind};
use crate::paper::site::{Scope, address, came_to};

use super::is_example;

pub(super) const AGENDAS: &str = "agendas.atom";
pub(super) const DECISIONS: &str = "besluiten.atom";

/// So many entries, the newest: a reader of feeds keeps the others itself.
const NEWEST: usize = 50;

/// A meeting in a feed.
struct Entry {
    id: MeetingId,
    title: String,
    day: NaiveDate,
}

/// The agendas that everybody may see.
pub(super) fn agendas(scope: &Scope<'_>, base: &str) -> String {
    let region = scope.region;
    let open = scope.meetings.iter().copied().filter(|id| region[*id].released.agenda.is_open());
    let entries = open.map(|id| {
        let sent = region[id].sendings.iter().filter(|sending| sending.kind != SendingKind::Consultation);
        let day = sent.map(|sending| sending.date).chain(region[id].cancelled.as_ref().map(|it| it.date)).max();
        let title = format!("Agenda van {}", called::meeting(region, id));
        Entry { id, title, day: day.unwrap_or(region[id].date.value) }
    });
    feed(scope, base, (AGENDAS, "Agenda’s"), entries.collect())
}

/// What meetings came to.
pub(super) fn decisions(scope: &Scope<'_>, base: &str) -> String {
    let region = scope.region;
    let entries = scope.meetings.iter().copied().filter(|id| came_to(scope, *id)).map(|id| {
        let name = region.body_of(id).decision_list_on(region[id].date.value);
        let day = region[id].adoption.map_or(region[id].last_day(), |adoption| adoption.date);
        Entry { id, title: format!("{name} van {}", called::meeting(region, id)), day }
    });
    feed(scope, base, (DECISIONS, "Besluiten"), entries.collect())
}

fn feed(scope: &Scope<'_>, base: &str, (name, title): (&str, &str), mut entries: Vec<Entry>) -> String {
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.day, entry.id)));
    entries.truncate(NEWEST);
    let region = &scope.region.covenant.region;
    // nothing was published yet: the first day that a feed could have
    let updated = entries.first().map_or(super::UNKNOWN, |entry| entry.day);
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n",
    );
    let _ = writeln!(out, "<title>{}</title>", escaped(&format!("{title} {region}")));
    let _ = writeln!(out, "<id>{}</id>", escaped(&format!("{base}{name}")));
    let _ = writeln!(out, "<link rel=\"self\" href=\"{}\"/>", escaped(&format!("{base}{name}")));
    let _ = writeln!(out, "<link rel=\"alternate\" href=\"{}\"/>", escaped(base));
    let _ = writeln!(out, "<updated>{}</updated>", moment(updated));
    let _ = writeln!(out, "<author><name>{}</name></author>", escaped(region));
    for Entry { id, title, day } in entries {
        let address = format!("{base}{}", address(scope.region, id));
        let _ = writeln!(out, "<entry>\n<title>{}</title>", escaped(&title));
        let _ = writeln!(
            out,
            "<id>{0}</id>\n<link href=\"{0}\"/>",
            escaped(&format!("{address}#{}", name.trim_end_matches(".atom")))
        );
        let _ = writeln!(out, "<updated>{}</updated>", moment(day));
        let _ = writeln!(out, "<summary>{}</summary>\n</entry>", escaped(&summary(scope, id)));
    }
    out.push_str("</feed>\n");
    out
}

/// What it is about: the titles of its items.
fn summary(scope: &Scope<'_>, id: MeetingId) -> String {
    let meeting = &scope.region[id];
    let example = if is_example(scope.region, id) { "Dit is een voorbeeld. " } else { "" };
    if meeting.cancelled.is_some() {
        return format!("{example}Deze {} gaat niet door.", called::kind(meeting));
    }
    let shown = meeting.items.iter().filter(|item| item.is_whole() && item.cancelled.is_none());
    let titles: Vec<String> = shown.map(|item| format!("{}. {}", item.number, item.title.value)).collect();
    format!("{example}{}", titles.join("; "))
}

fn moment(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// A text in XML, in which nothing is a tag; signs that XML cannot have are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() && c != '\n' => {}
            c => out.push(c),
        }
    }
    out
}
