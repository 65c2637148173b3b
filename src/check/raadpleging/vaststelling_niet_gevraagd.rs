//! In a written round nothing is adopted about which nobody was asked.

use crate::check::{Found, scope::At};
use crate::model::Item;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.meeting.is_written() || !at.is_own() || at.meeting.broken || at.asked.is_empty() {
        return;
    }
    let told = |index: usize| at.minutes().and_then(|_| at.meeting.treated(index));
    for (index, item) in at.items().filter(|(_, item)| !item.asks_anything()) {
        match told(index) {
            Some(treated) if treated.adopts_something(item) => {
                let message =
                    "Hier staat dat er iets is vastgesteld, maar in deze ronde is daarover niemand iets gevraagd.";
                let hint = "haal de uitkomst weg, en stel het vast in een vergadering, of in een ronde waarin het wordt gevraagd";
                found.at(treated.span, message, at.in_minutes(hint)).key("uitkomst").item(index);
            }
            None if !item.adopts.is_empty() => coming(at, index, item, found),
            _ => {}
        }
    }
}

/// The question can still be asked.
fn coming(at: &At<'_>, index: usize, item: &Item, found: &mut Found) {
    let message =
        "In een schriftelijke ronde stelt dit punt een verslag vast, maar daarover wordt niemand iets gevraagd.";
    let hint = "zet erbij wat u vraagt: behandeling = \"ter instemming\" en gevraagd = [\"In te stemmen met het verslag.\"]; of \
                stel het vast in een vergadering";
    found.at(item.span, message, at.in_time(hint)).key("verslag_van").item(index);
}
