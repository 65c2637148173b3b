//! A reservation is lifted, or what it is about is dealt with again.

use crate::check::Found;
use crate::check::mend::in_ledger;
use crate::check::scope::{At, numbered};
use crate::dutch;
use crate::model::ItemId;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        let reserved = at.region.reserved(at.item_id(treated.item), at.today).of;
        if reserved.is_empty() || at.later().any(|later| later.broken) {
            continue;
        }
        let planned = planned(at, treated.item);
        for one in reserved {
            // an answer is about decisions, and an item may ask more
            let of = if one.decisions.len() < item.asked().count() {
                format!("{} van ", numbered(&one.decisions))
            } else {
                String::new()
            };
            let message =
                format!("Het voorbehoud van {} bij {of}“{}” is niet vervallen.", at.name(one.party), item.title);
            let lifted = format!("voorbehoud_vervallen = \"{}\"", at.region[one.party].key);
            let written = in_ledger(&format!("{}#{}", at.meeting.key, item.key), &lifted);
            let part = if one.decisions.len() > 1 { "; vervalt het bij één besluit, zet er dan het nummer bij: besluit = 1" } else { "" };
            let hint = format!("{planned}is het opgelost? {}{part}", dutch::capital(&written));
            found.at(one.answer.span, message, hint).see(treated.span, "hier is ingestemd").item(treated.item);
        }
    }
}

/// Where what follows on an item still comes: it stands until it was dealt with there.
fn planned(at: &At<'_>, item: usize) -> String {
    let region = at.region;
    let comes = |later: &ItemId| {
        region[*later].cancelled.is_none() && !region[later.meeting].is_over(at.today)
    };
    let next = region.sequels(at.item_id(item)).into_iter().find(comes);
    next.map_or_else(String::new, |later| {
        let (number, there) = (&region[later].number, dutch::meeting(region, later.meeting));
        format!("een vervolg staat op de agenda van {there}, punt {number}; ")
    })
}
