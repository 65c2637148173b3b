//! What was agreed with a change, or in part, is written down.

use crate::check::{Found, scope::At};
use crate::model::Treatment;
use crate::model::agreed::Open;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // of an outcome that does not fit another rule speaks
    for (treated, item) in at.treated().filter(|(_, item)| at.is_own() && item.treatment == Treatment::Assent) {
        let Some(open) = treated.leaves_open(item) else { continue };
        let what = match open {
            Open::Change => "is ingestemd met een wijziging; wat er toen is afgesproken, staat er niet",
            Open::Part => "is deels ingestemd; met welk deel, staat er niet",
        };
        let hint = match open {
            Open::Change => "schrijf de gewijzigde tekst: afspraken = [\"…\"]",
            Open::Part => {
                "schrijf wat wel is afgesproken: afspraken = [\"…\"]; of welk besluit anders liep: besluit = [{ nr = …, uitkomst = \"…\" }]"
            }
        };
        found.at(treated.span, format!("Bij “{}” {what}.", item.title), at.in_minutes(hint)).key("uitkomst").item(treated.item);
    }
}
