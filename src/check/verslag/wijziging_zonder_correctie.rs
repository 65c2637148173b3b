//! Minutes that were adopted with changes say which.

use crate::check::{Found, scope::{At, list}};
use crate::dutch;
use crate::model::{Meeting, Outcome};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let changed = |outcome| matches!(outcome, Some(Outcome::AdoptedChanged | Outcome::AssentedChanged));
    for (treated, item) in at.treated().filter(|(treated, _)| changed(treated.outcome)) {
        let adopted: Vec<&Meeting> = item.adopts.iter().map(|minutes| &at.region[minutes.value]).collect();
        // of more minutes one may have changed and another not
        let told = |other: &&Meeting| other.broken || other.minutes.as_ref().is_none_or(|it| !it.corrections.is_empty());
        if adopted.is_empty() || adopted.iter().any(told) {
            continue;
        }
        let days: Vec<String> = adopted.iter().map(|other| dutch::its_moment(other)).collect();
        let files: Vec<String> = adopted.iter().map(|other| format!("{}/verslag.toml", other.key)).collect();
        let message = if let [day] = &days[..] {
            format!("Het verslag van {day} is gewijzigd vastgesteld, maar daar staat niet wat er is gewijzigd.")
        } else {
            format!("De verslagen van {} zijn gewijzigd vastgesteld, maar nergens staat wat er is gewijzigd.", list(&days))
        };
        let hint = format!("zet in {}: [[correctie]] met datum = {} en tekst", files.join(" of "), at.meeting.last_day());
        let mut more = found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
        for minutes in adopted.iter().filter_map(|other| other.minutes.as_ref()) {
            more = more.see(minutes.span, "dat verslag");
        }
    }
}
