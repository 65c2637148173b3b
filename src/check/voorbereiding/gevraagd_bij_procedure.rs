//! What is decided is put to those who are asked: an item of procedure is not.

use crate::check::{Found, scope::At};
use crate::model::Treatment;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken || !at.is_own() || !at.is_coming() || at.asked.is_empty() {
        return;
    }
    let procedure = at.items().filter(|(_, item)| item.treatment == Treatment::Procedure && item.adopts.is_empty());
    for (index, item) in procedure {
        for (_, requested) in item.asked().filter(|(_, text)| !is_own_business(text)) {
            let message = "Dit wordt gevraagd bij een punt van procedure; in de raadpleging staat het daarom niet.";
            let hint =
                "zet er een behandeling bij die wel wordt voorgelegd, bijvoorbeeld behandeling = \"ter instemming\"";
            found.at(requested.span, message, at.in_time(hint)).item(index);
        }
    }
}

/// Agenda and minutes a meeting adopts itself.
fn is_own_business(text: &str) -> bool {
    let text = text.to_lowercase();
    ["agenda", "verslag", "besluitenlijst", "notulen"].iter().any(|word| text.contains(word))
        && ["vast te stellen", "goed te keuren"].iter().any(|words| text.contains(words))
}
