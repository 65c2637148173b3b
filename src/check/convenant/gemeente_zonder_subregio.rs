//! Every municipality belongs to a subregion, where there are any, as long as it exists.

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{PartyId, Period, Region};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    if region.subregions.is_empty() || region.covenant_broken {
        return;
    }
    for id in region.party_ids().filter(|party| region[*party].is_municipality()) {
        let party = &region[id];
        let Some(day) = region.homeless(id, whole.today) else { continue };
        let when = if day == whole.today { String::new() } else { format!(" vanaf {}", dutch::short_date(day)) };
        let message = format!("{} hoort{when} bij geen enkele subregio.", party.name_on(day));
        found.at(party.span, message, hint(region, id));
    }
}

/// What to do: days that are written down apart go before the list.
fn hint(region: &Region, party: PartyId) -> String {
    let key = &region[party].key;
    let mut members = region.subregions.iter().flat_map(|subregion| &subregion.members);
    if members.any(|member| member.party == party && member.period != Period::default()) {
        return format!(
            "kijk bij de wijzigingen van \"{key}\" in de subregio’s van en tot na, zodat de dagen aansluiten"
        );
    }
    format!("zet \"{key}\" bij gemeenten van haar subregio")
}
