//! A proposal is first discussed in the preparing body.

use crate::check::{Found, scope::At};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    for (index, item) in at.requests() {
        // with an item its parts are discussed
        let whole = item.parent.map(|parent| &at.meeting.items[parent]);
        let mut discussed = whole.into_iter().chain([item]).flat_map(|item| &item.discussed_in);
        let discussed = discussed.any(|before| at.region[before.value.meeting].body == preparing);
        if discussed || at.meeting.broken {
            continue;
        }
        let name = dutch::the(&at.region[preparing].name);
        let message = format!("“{}” is niet eerst besproken in {name}.", item.title);
        let hint = format!(
            "bespreek het daar, en schrijf: besproken_in = [\"<vergadering van {}>#<agendapunt>\"]",
            at.region[preparing].key
        );
        found.at(item.span, message, hint).item(index);
    }
}
