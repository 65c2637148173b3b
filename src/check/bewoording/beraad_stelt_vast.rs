//! The college of the centrumgemeente adopts; the Beraad assents.

use crate::check::{Found, scope::At};
use crate::model::{Outcome, Treatment};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_administrative() {
        return;
    }
    // its own agenda and minutes a body does adopt itself
    let own = |item: &crate::model::Item| item.treatment == Treatment::Procedure || !item.adopts.is_empty();
    let hint = "schrijf “In te stemmen met …” en “Te vragen aan het college van … om … vast te stellen”";
    for (index, item) in at.items().filter(|(_, item)| !own(item)) {
        for requested in item.requested.iter().filter(|text| text.to_lowercase().starts_with("vast te stellen")) {
            found.at(requested.span, "Het overleg stelt niet vast, het stemt in.", hint).item(index);
        }
    }
    let adopted = |outcome| matches!(outcome, Some(Outcome::Adopted | Outcome::AdoptedChanged));
    for (treated, item) in at.treated().filter(|(treated, item)| !own(item) && adopted(treated.outcome)) {
        let message = format!("“{}” is volgens het verslag vastgesteld; het overleg stemt alleen in.", item.title);
        found.at(treated.span, message, "schrijf: uitkomst = \"ingestemd\"").key("uitkomst").item(treated.item);
    }
}
