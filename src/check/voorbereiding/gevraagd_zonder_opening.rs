//! A requested decision says what the body does: in te stemmen met, kennis te nemen van, af te spreken.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::opening;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.items().filter(|_| at.is_own()) {
        for requested in item.requested.iter().filter(|requested| !opening::says_what_is_done(requested)) {
            let message = "Dit zegt niet wat het overleg doet.".to_owned();
            let hint = format!("begin met {}", dutch::any_of(&opening::usual()));
            found.at(requested.span, message, at.in_time(&hint)).item(index);
        }
    }
}
