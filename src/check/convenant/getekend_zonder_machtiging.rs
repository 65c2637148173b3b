//! Nobody signs for a municipality without a decision of its college and an authorisation of its mayor.

use crate::check::{Found, scope::list, shown::Whole};
use crate::dutch;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for party in whole.region.parties.iter().filter(|party| party.is_municipality()) {
        let Some(signed) = party.signing.signed else { continue };
        let steps = [("collegebesluit", party.signing.decided), ("machtiging", party.signing.authorised)];
        let missing: Vec<&str> = steps.iter().filter(|(_, day)| day.is_none()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            let signs = if signed > whole.today { "tekent" } else { "tekende" };
            let (name, day) = (party.name_on(signed), dutch::short_date(signed));
            let message = format!("{name} {signs} op {day} zonder {}.", list(&missing));
            let hint = format!(
                "zet er {} bij",
                list(&missing.iter().map(|name| format!("{name} = <datum>")).collect::<Vec<_>>())
            );
            found.at(party.span, message, hint).key("ondertekening.getekend");
        }
    }
}
