//! Nomination, decision of the college, authorisation, signature: in that order.

use chrono::NaiveDate;

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::Signing;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for party in &whole.region.parties {
        if let Some(((_, early, early_day), (key, late, late_day))) = out_of_order(&party.signing) {
            let message = format!(
                "Bij {} staat {late} op {}, vóór {early} op {}.",
                party.name_on(whole.today),
                dutch::short_date(late_day),
                dutch::short_date(early_day)
            );
            let hint = "kijk de datums na; de volgorde is voordracht, collegebesluit, machtiging, getekend";
            found.at(party.span, message, hint).key(key);
        }
    }
}

/// The key, what is said of it, the day.
type Step = (&'static str, &'static str, NaiveDate);

/// The first two steps of which the later one was taken earlier.
fn out_of_order(signing: &Signing) -> Option<(Step, Step)> {
    let steps = [
        ("ondertekening.voordracht", "de voordracht", signing.nominated),
        ("ondertekening.collegebesluit", "het collegebesluit", signing.decided),
        ("ondertekening.machtiging", "de machtiging", signing.authorised),
        ("ondertekening.getekend", "de ondertekening", signing.signed),
    ];
    let taken: Vec<Step> = steps.into_iter().filter_map(|(key, name, day)| Some((key, name, day?))).collect();
    taken.windows(2).find(|pair| pair[1].2 < pair[0].2).map(|pair| (pair[0], pair[1]))
}
