//! A reservation is lifted, or comes back on an agenda.

use crate::check::{Found, scope::At};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        let reserved = at.region.reserved(at.item_id(treated.item), at.today).of;
        if reserved.is_empty() || came_back(at, treated.item) {
            continue;
        }
        for (party, answer) in reserved {
            let message = format!("Het voorbehoud van {} bij “{}” is niet vervallen.", at.name(party), item.title);
            let hint = format!(
                "is het opgelost? Schrijf dan in voortgang.toml: over = \"{}#{}\", voorbehoud_vervallen = \"{}\"",
                at.meeting.key, item.key, at.region[party].key
            );
            found.at(answer.span, message, hint).see(treated.span, "hier is ingestemd").item(treated.item);
        }
    }
}

/// Whether it stands on a later agenda: there is nothing to do about it until then.
fn came_back(at: &At<'_>, item: usize) -> bool {
    at.followers(item).next().is_some() || at.later().any(|later| later.broken)
}
