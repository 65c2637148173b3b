//! The preparing body meets before the papers are sent.

use crate::calendar;
use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::Meeting;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    if !at.is_coming() || at.meeting.is_written() || at.meeting.sent().is_some() || at.meeting.broken {
        return;
    }
    let term = at.terms().sending;
    let last = calendar::before(at.day(), term);
    // what the body before this meeting was prepared with, was discussed for that one
    let table = |one: &&Meeting| one.body == at.meeting.body && one.cancelled.is_none() && !one.is_written();
    let previous = at.region.meetings.iter().take(at.id.0).rfind(table);
    let since = |one: &&Meeting| previous.is_none_or(|previous| one.date.value > previous.date.value);
    let prepares = |one: &&Meeting| one.body == preparing && one.cancelled.is_none();
    let before: Vec<&Meeting> = at.region.meetings.iter().take(at.id.0).filter(prepares).filter(since).collect();
    let Some(first) = before.iter().min_by_key(|one| one.last_day()).filter(|first| first.last_day() > last) else {
        return;
    };
    // of an item that is to be discussed there another rule speaks
    let mut named = at.items().flat_map(|(_, item)| &item.discussed_in);
    if named.any(|it| at.region[it.value.meeting].body == preparing) {
        return;
    }
    let message = format!(
        "{} {} op {}, maar de stukken voor deze vergadering moeten uiterlijk op {} weg, {} ervoor.",
        dutch::capital(&dutch::the(at.region[preparing].name_on(at.meeting.date.value))),
        if first.is_written() { "sluit een schriftelijke ronde" } else { "is" },
        dutch::date(first.last_day()),
        dutch::date(last),
        dutch::term(term)
    );
    let hint = "laat een van beide op een andere dag zijn";
    found.at(at.meeting.date.span, message, hint).see(first.last_day_span(), "de dag van het voorbereidende overleg");
}
