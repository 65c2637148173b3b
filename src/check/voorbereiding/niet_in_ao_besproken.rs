//! A proposal is first discussed in the preparing body.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    // what is adopted as minutes is the body's own
    for (index, item) in at.requests().filter(|(_, item)| item.adopts.is_empty()) {
        // with an item its parts are discussed
        let whole = item.parent.map(|parent| &at.meeting.items[parent]);
        let mut discussed = whole.into_iter().chain([item]).flat_map(|item| &item.discussed_in);
        let discussed = discussed.any(|before| at.region[before.value.meeting].body == preparing);
        if discussed || at.meeting.broken {
            continue;
        }
        let name = dutch::the(at.region[preparing].name_on(at.meeting.date.value));
        let message = format!("“{}” is niet eerst besproken in {name}.", item.title);
        let write = "schrijf: besproken_in = [\"<vergadering>#<agendapunt>\"]";
        let hint = if at.is_coming() {
            format!("bespreek het daar, en {write}")
        } else {
            format!("is het daar wel besproken, {write}; zo niet, leg dan met een [[uitzondering]] vast waarom")
        };
        found.at(item.span, message, hint).item(index);
    }
}
