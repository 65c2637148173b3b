//! Minutes are adopted by a later meeting.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // where it was written down that they were adopted, another rule speaks
    let open = at.meeting.adoption.is_none() && at.meeting.frozen.is_none();
    let Some(minutes) = at.minutes().filter(|_| open && at.is_own()) else { return };
    // a meeting of which the minutes are still to be written says nothing yet
    let mut met = at.tables_since().filter(|later| later.is_over(at.today));
    let Some(next) = met.find(|later| later.minutes.is_some()) else { return };
    let planned = at.later().any(|later| {
        !later.is_over(at.today)
            && later.items.iter().any(|item| item.adopts.iter().any(|adopted| adopted.value == at.id))
    });
    if !planned {
        let message = format!("Dit verslag is niet vastgesteld; op {} had dat gekund.", dutch::date(next.date.value));
        let hint = format!("zet het op de volgende agenda: verslag_van = [\"{}\"]", at.meeting.key);
        found.at(minutes.span, message, hint).see(next.span, "deze vergadering stelde het niet vast");
    }
}
