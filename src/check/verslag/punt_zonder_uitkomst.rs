//! Every item comes to something.

use crate::check::{Found, scope::At, scope::list};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(minutes) = at.minutes().filter(|_| at.is_own() && !at.meeting.broken) else { return };
    let mut forgotten = Vec::new();
    // an item that only holds its parts together comes to nothing itself
    let has_parts = |index: usize| at.meeting.items.iter().any(|other| other.parent == Some(index));
    let proposals = at.meeting.proposals();
    for (index, item) in proposals.filter(|(index, item)| !item.requested.is_empty() || !has_parts(*index)) {
        match at.meeting.treated(index) {
            Some(treated) if treated.outcome.is_none() => {
                let message = format!("“{}” heeft geen uitkomst.", item.title);
                found.at(treated.span, message, at.in_minutes("zet er uitkomst = \"…\" bij")).item(index);
            }
            Some(_) => {}
            None => forgotten.push((index, format!("{} ({})", item.number, item.title))),
        }
    }
    let numbers: Vec<&str> = forgotten.iter().map(|(_, item)| item.as_str()).collect();
    if !numbers.is_empty() {
        let points = if numbers.len() == 1 { "punt" } else { "de punten" };
        let message = format!("In het verslag staat niets over {points} {}.", list(&numbers));
        let hint = "zet er een [[punt]] voor bij; is het niet behandeld, schrijf dan: uitkomst = \"niet behandeld\"";
        found.at(minutes.span, message, at.in_minutes(hint));
    }
}
