//! The preparing body discusses a proposal before it is sent.

use chrono::NaiveDate;

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::called;
use crate::model::{Item, Meeting};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    let planned = calendar::before(at.day(), at.terms().sending);
    let sent_at_all = at.meeting.sendings_of_papers().next().is_some();
    for (index, item) in at.items() {
        let sent = at.meeting.first_sent(index);
        // what came after the agenda goes with a sending of its own
        if sent.is_none() && (sent_at_all || !at.is_coming()) {
            continue;
        }
        let last = sent.map_or(planned, |sending| sending.date);
        // a meeting after this one is no preparation at all; of that another rule speaks
        let before = item.discussed_in.iter().filter(|it| at.region[it.value.meeting].body == preparing);
        let before = before.filter(|it| it.value.meeting < at.id);
        // a round that is still open has not discussed it; and once was in time is enough
        let first = before.min_by_key(|it| at.region[it.value.meeting].last_day());
        let first = first.map(|it| (&at.region[it.value.meeting], it.span));
        let Some((there, span)) = first.filter(|(there, _)| there.last_day() > last) else { continue };
        let when = called::on_short_moment(there);
        let Some(sending) = sent else {
            let message = format!(
                "“{}” is {when} aan de orde in {}, maar de stukken moeten uiterlijk op {} weg.",
                item.title,
                dutch::the(at.region[preparing].name_on(at.meeting.date.value)),
                dutch::short_date(last)
            );
            let hint = "bespreek het eerder, of verplaats het naar een latere vergadering";
            found.at(span, message, hint).see(at.meeting.date.span, "de dag van deze vergadering").item(index);
            continue;
        };
        let hint = "verplaats het naar een latere vergadering, of leg met een [[uitzondering]] vast waarom het zo gaat";
        let more = found.at(span, after(at, item, there, sending.date), at.in_time(hint));
        more.see(sending.span, "hier zijn de stukken verzonden").item(index);
    }
}

fn after(at: &At<'_>, item: &Item, there: &Meeting, sent: NaiveDate) -> String {
    let (when, verb) = (called::on_short_moment(there), if there.is_over(at.today) { "is" } else { "wordt" });
    let sent = dutch::short_date(sent);
    format!("“{}” {verb} {when} besproken, maar de stukken waren op {sent} al verzonden.", item.title)
}
