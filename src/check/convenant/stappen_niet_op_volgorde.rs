//! Nomination, decision of the college, authorisation, signature: in that order.

use chrono::NaiveDate;

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::Signing;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for party in &whole.region.parties {
        if let Some(((early, early_day), (late, late_day))) = out_of_order(&party.signing) {
            let message = format!(
                "Bij {} staat {late} op {}, vóór {early} op {}.",
                party.name,
                dutch::short_date(late_day),
                dutch::short_date(early_day)
            );
            let hint = "kijk de datums na; de volgorde is voordracht, collegebesluit, machtiging, getekend";
            found.at(party.span, message, hint);
        }
    }
}

type Step = (&'static str, NaiveDate);

/// The first two steps of which the later one was taken earlier.
fn out_of_order(signing: &Signing) -> Option<(Step, Step)> {
    let steps = [
        ("de voordracht", signing.nominated),
        ("het collegebesluit", signing.decided),
        ("de machtiging", signing.authorised),
        ("de ondertekening", signing.signed),
    ];
    let taken: Vec<Step> = steps.into_iter().filter_map(|(name, day)| Some((name, day?))).collect();
    taken.windows(2).find(|pair| pair[1].1 < pair[0].1).map(|pair| (pair[0], pair[1]))
}
