//! Where assent or advice is wanted, it is said to what.

use crate::check::{Found, scope::At};
use crate::model::Treatment;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken || !at.is_own() {
        return;
    }
    for (index, item) in at.items().filter(|(_, item)| item.requested.is_empty()) {
        let has_parts = at.meeting.items.iter().any(|other| other.parent == Some(index));
        let (what, example) = match item.treatment {
            Treatment::Assent => ("ter instemming", "In te stemmen met …"),
            Treatment::Advice => ("ter advisering", "Te adviseren over …"),
            _ => continue,
        };
        // an item that only holds its parts together asks nothing itself
        if !has_parts {
            let message = format!("“{}” is {what}, maar er staat niet wat er wordt gevraagd.", item.title);
            found.at(item.span, message, at.in_time(format!("schrijf: gevraagd = [\"{example}\"]"))).item(index);
        }
    }
}
