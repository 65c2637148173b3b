//! A meeting opens, sets its agenda, asks round and closes.

use crate::check::{Found, scope::At, scope::list};
use crate::model::BodyKind;

/// What must be there, and words of which one stands in the title of the item that does it.
const FIXED: [(&str, &[&str]); 4] = [
    ("de opening", &["opening"]),
    ("het vaststellen van de agenda", &["agenda"]),
    ("de rondvraag", &["rondvraag", "wat verder ter tafel komt", "w.v.t.t.k"]),
    ("de sluiting", &["sluiting"]),
];

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let formal = matches!(at.body().kind, BodyKind::Executive | BodyKind::Staff);
    // an agenda without items is still being made
    if !formal || at.meeting.is_written() || !at.is_coming() || at.meeting.broken || at.meeting.items.is_empty() {
        return;
    }
    let titles: Vec<String> = at.items().map(|(_, item)| item.title.to_lowercase()).collect();
    let there = |words: &[&str]| titles.iter().any(|title| words.iter().any(|word| title.contains(word)));
    let missing: Vec<&str> = FIXED.iter().filter(|(_, words)| !there(words)).map(|(what, _)| *what).collect();
    if !missing.is_empty() {
        let message =
            format!("Op de agenda {} {}.", if missing.len() == 1 { "ontbreekt" } else { "ontbreken" }, list(&missing));
        found.at(at.meeting.span, message, "zet er een agendapunt voor bij, behandeling = \"procedure\"");
    }
}
