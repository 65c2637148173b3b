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
    let term = at.region.terms.sending;
    let last = calendar::before(at.day(), term);
    // what the body before this meeting was prepared with, was discussed for that one
    let previous = at.region.meetings.iter().take(at.id.0).rfind(|one| one.body == at.meeting.body && one.cancelled.is_none());
    let since = |one: &&Meeting| previous.is_none_or(|previous| one.date.value > previous.date.value);
    let prepares = |one: &&Meeting| one.body == preparing && one.cancelled.is_none();
    let before: Vec<&Meeting> = at.region.meetings.iter().take(at.id.0).filter(prepares).filter(since).collect();
    let Some(first) = before.first().filter(|first| first.date.value > last) else { return };
    // of an item that is to be discussed there another rule speaks
    let mut named = at.items().flat_map(|(_, item)| &item.discussed_in);
    if named.any(|it| at.region[it.value.meeting].body == preparing) {
        return;
    }
    let message = format!(
        "{} is op {}, maar de stukken voor deze vergadering moeten uiterlijk op {} weg, {} ervoor.",
        dutch::capital(&dutch::the(at.region[preparing].name_on(at.meeting.date.value))),
        dutch::date(first.date.value),
        dutch::date(last),
        dutch::term(term)
    );
    let hint = "laat een van beide op een andere dag zijn";
    found.at(at.meeting.date.span, message, hint).see(first.date.span, "de dag van het voorbereidende overleg");
}
