//! What was agreed with a change, or in part, is written down.

use crate::check::{Found, scope::At, scope::numbered};
use crate::model::agreed::Open;
use crate::model::{Item, Outcome, Treated, Treatment};

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
        found
            .at(treated.span, format!("Bij {} {what}.", about(treated, item, open)), at.in_minutes(hint))
            .key("uitkomst")
            .item(treated.item);
    }
}

/// The item, or those of its decisions that are left open where others are not.
fn about(treated: &Treated, item: &Item, open: Open) -> String {
    let wanted = match open {
        Open::Change => Outcome::AssentedChanged,
        Open::Part => Outcome::AssentedPartly,
    };
    let all = 1..=item.requested.len();
    let numbers: Vec<usize> = all.filter(|number| treated.outcome_of(*number) == Some(wanted)).collect();
    if numbers.is_empty() || numbers.len() == item.requested.len() {
        return format!("“{}”", item.title);
    }
    format!("{} van “{}”", numbered(&numbers), item.title)
}
