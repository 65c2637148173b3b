//! The preparing body discusses a proposal before it is sent.

use chrono::NaiveDate;

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Item, SendingKind};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    let sent = at.meeting.sendings.iter().filter(|sending| sending.kind == SendingKind::Agenda);
    let sent = sent.min_by_key(|sending| sending.date);
    let planned = calendar::before(at.day(), at.region.terms.sending);
    let last = sent.map_or(planned, |sending| sending.date);
    if sent.is_none() && !at.is_coming() {
        return;
    }
    for (index, item) in at.items() {
        // a meeting after this one is no preparation at all; of that another rule speaks
        let before = item.discussed_in.iter().filter(|it| at.region[it.value.meeting].body == preparing);
        let before = before.filter(|it| it.value.meeting < at.id);
        let days = before.map(|it| (at.region[it.value.meeting].date.value, it.span));
        // once was in time is enough
        let Some((day, span)) = days.min_by_key(|(day, _)| *day).filter(|(day, _)| *day > last) else { continue };
        let Some(sending) = sent else {
            let message = format!(
                "“{}” is op {} aan de orde in {}, maar de stukken moeten uiterlijk op {} weg.",
                item.title,
                dutch::short_date(day),
                dutch::the(at.region[preparing].name_on(at.meeting.date.value)),
                dutch::short_date(last)
            );
            let hint = "bespreek het eerder, of verplaats het naar een latere vergadering";
            found.at(span, message, hint).see(at.meeting.date.span, "de dag van deze vergadering").item(index);
            continue;
        };
        let hint = "verplaats het naar een latere vergadering, of leg met een [[uitzondering]] vast waarom het zo gaat";
        let more = found.at(span, after(at, item, day, sending.date), at.in_time(hint));
        more.see(sending.span, "hier zijn de stukken verzonden").item(index);
    }
}

fn after(at: &At<'_>, item: &Item, day: NaiveDate, sent: NaiveDate) -> String {
    let (day, verb) = (dutch::short_date(day), if day < at.today { "is" } else { "wordt" });
    let sent = dutch::short_date(sent);
    format!("“{}” {verb} op {day} besproken, maar de stukken waren op {sent} al verzonden.", item.title)
}
