//! Nothing was sent, answered or written up on a day that is still to come.

use chrono::{Days, NaiveDate};

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{Dated, Meeting};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let hint = "kijk de datum na; tot die dag telt dit in geen enkel stuk mee";
    for id in whole.region.meeting_ids() {
        let meeting = &whole.region[id];
        // what is dated before the meeting waits for its day
        for one in meeting.awaited.iter().filter(|one| one.date > meeting.last_day()) {
            let mut key = "datum";
            let what = match one.what {
                // minutes that were adopted are there, and what is far ahead is a slip
                Dated::Minutes if meeting.frozen.is_none() && is_slip(whole, meeting, one.date) => {
                    key = "opgesteld";
                    match meeting.adoption {
                        Some(it) => format!("Dit verslag, dat is vastgesteld op {},", dutch::date(it.date)),
                        None => "Dit verslag".to_owned(),
                    }
                }
                Dated::Reply(party) => format!("Dit antwoord van {}", whole.region[party].name_on(meeting.date.value)),
                Dated::Sending(_) => "Deze zending".to_owned(),
                _ => continue,
            };
            let message = format!("{what} is van {}; dat moet nog komen.", dutch::date(one.date));
            found.at(one.span, message, hint).key(key).within(Some(id), None);
        }
    }
}

/// Whether minutes of a meeting that has been cannot be of this day, which is still to come.
fn is_slip(whole: &Whole<'_>, meeting: &Meeting, day: NaiveDate) -> bool {
    let is_far = whole.today.checked_add_days(Days::new(31)).is_some_and(|far| day > far);
    meeting.is_over(whole.today) && (is_far || meeting.adoption.is_some())
}
