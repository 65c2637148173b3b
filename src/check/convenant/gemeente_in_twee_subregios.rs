//! A municipality belongs to one subregion at a time.

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{PartyId, Period, Region, SubregionId};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for party in region.party_ids() {
        let Some((first, second, days)) = twice(region, party) else { continue };
        let (name, key) = (region[party].name_on(days.from.unwrap_or(whole.today)), &region[party].key);
        let (first, second) = (&region[first], &region[second]);
        let when = days.from.map(|day| format!(" op {}", dutch::short_date(day))).unwrap_or_default();
        let message = format!("{name} hoort{when} bij twee subregio's: {} en {}.", first.name, second.name);
        let hint = format!(
            "haal {name} uit een van beide; verhuist zij, schrijf dan bij de ene een wijziging met tot, bij de andere een met van"
        );
        found.at(second.span, message, hint).key("gemeenten").words(key).see(first.span, "hier staat de gemeente ook");
    }
}

/// Two subregions to which a municipality belongs on the same days.
fn twice(region: &Region, party: PartyId) -> Option<(SubregionId, SubregionId, Period)> {
    let all = (0..region.subregions.len()).map(SubregionId);
    let homes: Vec<_> =
        all.flat_map(|id| region.belongs(id, party).into_iter().map(move |period| (id, period))).collect();
    let pairs = homes.iter().enumerate().flat_map(|(at, second)| homes[..at].iter().map(move |first| (first, second)));
    let mut other = pairs.filter(|(first, second)| first.0 != second.0);
    other.find_map(|(first, second)| Some((first.0, second.0, first.1.within(second.1)?)))
}
