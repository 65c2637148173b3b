//! A municipality belongs to one subregion.

use crate::check::{Found, scope::Whole};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for party in whole.region.party_ids() {
        let mut home = whole.region.subregions.iter().filter(|subregion| subregion.members.contains(&party));
        let Some(first) = home.next() else { continue };
        for second in home {
            let name = &whole.region[party].name;
            let message = format!("{name} hoort bij twee subregio's: {} en {}.", first.name, second.name);
            let more = found.at(second.span, message, format!("haal {name} uit een van beide"));
            more.key("gemeenten").words(&whole.region[party].key).see(first.span, "hier staat de gemeente ook");
        }
    }
}
