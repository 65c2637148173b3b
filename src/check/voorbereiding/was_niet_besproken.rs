//! What is said to have been discussed, was.

use crate::check::{Found, scope::At, scope::missed};
use crate::model::called;
use crate::model::earlier::Discussed;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.items() {
        for before in &item.discussed_in {
            let there = &at.region[before.value.meeting];
            let when = called::on_moment(there) + &called::apart_by_time(at.region, before.value.meeting);
            let (message, hint) = if before.value.meeting >= at.id {
                let hint = "verwijs naar een vergadering die eerder is dan deze";
                (
                    format!(
                        "“{}” kan niet eerst besproken zijn {when}: dat is niet eerder dan deze {}.",
                        item.title,
                        called::kind(at.meeting)
                    ),
                    hint,
                )
            } else if let Discussed::No(why) = at.region.discussed(before.value, at.today) {
                let hint = "haal de verwijzing weg, of noem de vergadering waar het wel is besproken";
                (format!("“{}” is {when} niet besproken: {}.", item.title, missed(why, there)), hint)
            } else {
                continue;
            };
            found.at(before.span, message, hint).item(index);
        }
    }
}
