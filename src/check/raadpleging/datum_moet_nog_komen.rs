//! Nothing was sent or answered on a day that is still to come.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::Dated;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let hint = "kijk de datum na; tot die dag telt dit in geen enkel stuk mee";
    for id in whole.region.meeting_ids() {
        let meeting = &whole.region[id];
        // what is dated before the meeting waits for its day
        for one in meeting.awaited.iter().filter(|one| one.date > meeting.open_until()) {
            let what = match one.what {
                Dated::Reply(party) => format!("Dit antwoord van {}", whole.region[party].name_on(meeting.date.value)),
                Dated::Sending(_) => "Deze zending".to_owned(),
                _ => continue,
            };
            let message = format!("{what} is van {}; dat moet nog komen.", dutch::date(one.date));
            found.at(one.span, message, hint).key("datum").within(Some(id), None);
        }
    }
}
