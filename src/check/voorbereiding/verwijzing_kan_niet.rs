//! An item continues what was before it, and adopts minutes that there can be.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::MeetingId;
use crate::model::called;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.items() {
        for before in item.follows.iter().filter(|before| before.value.meeting >= at.id) {
            let when = called::its_own_moment(at.region, before.value.meeting);
            let message = format!(
                "“{}” kan geen vervolg zijn op een punt van {when}: dat is niet eerder dan deze {}.",
                item.title,
                called::kind(at.meeting)
            );
            found.at(before.span, message, "verwijs naar een vergadering die eerder is dan deze").item(index);
        }
        for minutes in &item.adopts {
            if let Some((why, hint)) = not_to_adopt(at, minutes.value) {
                let when = called::its_own_moment(at.region, minutes.value);
                found
                    .at(minutes.span, format!("Het verslag van {when} kan hier niet worden vastgesteld: {why}."), hint)
                    .item(index);
            }
        }
    }
}

/// Why a meeting cannot adopt the minutes of another one, and what to do.
fn not_to_adopt(at: &At<'_>, id: MeetingId) -> Option<(String, &'static str)> {
    let other = &at.region[id];
    if other.cancelled.is_some() {
        return Some((format!("die {} ging niet door", called::kind(other)), "haal de verwijzing weg"));
    }
    if id >= at.id {
        let hint = "verwijs naar een vergadering die eerder is dan deze";
        return Some((format!("die {} is niet eerder dan deze", called::kind(other)), hint));
    }
    let adopted = other.adoption.filter(|adoption| adoption.meeting < at.id)?;
    let hint = "haal de verwijzing weg; wat nog niet klopt, komt in dat verslag als [[correctie]]";
    Some((format!("dat is al gebeurd op {}", dutch::date(adopted.date)), hint))
}
