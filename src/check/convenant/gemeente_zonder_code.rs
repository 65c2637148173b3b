//! Municipalities carry their official code, as soon as one of them does.

use crate::check::{Found, shown::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    // a region without any code does not use them
    if region.covenant_broken || region.parties.iter().all(|party| party.code.is_none()) {
        return;
    }
    for party in region.parties.iter().filter(|party| party.is_municipality() && party.code.is_none()) {
        let message = format!("De gemeente {} heeft geen code; andere gemeenten wel.", party.name_on(whole.today));
        found.at(party.span, message, "zoek de code op in het register van gemeenten (TOOI): gm en vier cijfers");
    }
}
