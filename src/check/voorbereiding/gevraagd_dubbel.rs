//! Of two decisions of one item that read the same nobody can say which an answer is about.

use crate::check::{Found, scope::At};
use crate::model::consultation::same_text;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() || !at.is_coming() {
        return;
    }
    for (index, item) in at.items() {
        for (place, requested) in item.requested.iter().enumerate() {
            let Some(first) = item.requested[..place].iter().position(|other| same_text(other, requested)) else {
                continue;
            };
            let (first, place) = (first + 1, place + 1);
            let message = format!(
                "Besluit {place} van punt {} luidt hetzelfde als besluit {first}: van een antwoord is dan niet te zien waarop het er een is.",
                item.number
            );
            let hint = "haal er één weg, of geef elk besluit eigen woorden";
            let finding = found.at(requested.span, message, hint);
            finding.see(item.requested[first - 1].span, "dit wordt al gevraagd").item(index);
        }
    }
}
