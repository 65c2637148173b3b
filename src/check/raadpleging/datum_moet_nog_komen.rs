//! Nothing was sent or answered on a day that is still to come.

use crate::check::{Found, scope::Whole};
use crate::dutch;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let hint = "kijk de datum na; tot die dag telt dit in geen enkel stuk mee";
    for id in whole.region.meeting_ids() {
        let meeting = &whole.region[id];
        // what is dated before the meeting waits for its day
        let after = whole.today.max(meeting.last_day());
        for reply in meeting.replies.iter().filter(|reply| reply.date > after) {
            let name = &whole.region[reply.party].name;
            let message = format!("Dit antwoord van {name} is van {}; dat moet nog komen.", dutch::date(reply.date));
            found.at(reply.span, message, hint).key("datum").within(Some(id), None);
        }
        for sending in meeting.sendings.iter().filter(|sending| sending.date > after) {
            let message = format!("Deze zending is van {}; dat moet nog komen.", dutch::date(sending.date));
            found.at(sending.span, message, hint).key("datum").within(Some(id), None);
        }
    }
}
