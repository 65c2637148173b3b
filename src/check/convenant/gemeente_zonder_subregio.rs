//! Every municipality belongs to a subregion, where there are any.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    if region.subregions.is_empty() || region.covenant_broken {
        return;
    }
    for id in region.party_ids() {
        let party = &region[id];
        let homeless = !region.subregions.iter().any(|subregion| subregion.members.contains(&id));
        if party.is_municipality() && party.exists(whole.today) && homeless {
            let message = format!("{} hoort bij geen enkele subregio.", party.name);
            found.at(party.span, message, format!("zet \"{}\" bij gemeenten van haar subregio", party.key));
        }
    }
}
