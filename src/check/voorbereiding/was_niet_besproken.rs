//! What is said to have been discussed, was.

use crate::check::{Found, scope::At, scope::missed};
use crate::dutch;
use crate::model::earlier::Discussed;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.items() {
        for before in &item.discussed_in {
            let there = &at.region[before.value.meeting];
            let when = dutch::date(there.date.value);
            let (message, hint) = if before.value.meeting >= at.id {
                let hint = "verwijs naar een vergadering die eerder is dan deze";
                (format!("“{}” kan niet eerst besproken zijn op {when}: dat is niet eerder dan deze vergadering.", item.title), hint)
            } else if let Discussed::No(why) = at.region.discussed(before.value, at.today) {
                let hint = "haal de verwijzing weg, of noem de vergadering waar het wel is besproken";
                (format!("“{}” is op {when} niet besproken: {}.", item.title, missed(why)), hint)
            } else {
                continue;
            };
            found.at(before.span, message, hint).item(index);
        }
    }
}
