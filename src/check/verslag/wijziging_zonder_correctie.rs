//! Minutes that were adopted with changes say which.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::Outcome;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let changed = |outcome| matches!(outcome, Some(Outcome::AdoptedChanged | Outcome::AssentedChanged));
    for (treated, item) in at.treated().filter(|(treated, _)| changed(treated.outcome)) {
        for other in item.adopts.iter().map(|minutes| &at.region[minutes.value]) {
            let Some(minutes) = other.minutes.as_ref().filter(|minutes| minutes.corrections.is_empty() && !other.broken) else {
                continue;
            };
            let day = dutch::date(other.date.value);
            let message = format!("Het verslag van {day} is gewijzigd vastgesteld, maar daar staat niet wat er is gewijzigd.");
            let hint = format!("zet in {}/verslag.toml: [[correctie]] met datum = {} en tekst", other.key, at.meeting.last_day());
            found.at(treated.span, message, hint).key("uitkomst").see(minutes.span, "dat verslag").item(treated.item);
        }
    }
}
