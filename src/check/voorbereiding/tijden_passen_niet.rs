//! The items fit between begin and end.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(there) = at.meeting.length().map(|length| length.num_minutes()) else { return };
    let needed = i64::from(at.meeting.takes_in_all());
    // what was held has held; of an end at the begin another finding speaks
    if needed <= there || there == 0 || !at.is_coming() {
        return;
    }
    let words = |minutes: i64| dutch::minutes(u16::try_from(minutes).unwrap_or(u16::MAX));
    let message = format!(
        "De punten duren samen {}, de vergadering {}: {} te veel.",
        words(needed),
        words(there),
        words(needed - there)
    );
    found
        .at(at.meeting.span, message, "kort punten in, schrap er een, of laat de vergadering later eindigen")
        .key("einde");
}
