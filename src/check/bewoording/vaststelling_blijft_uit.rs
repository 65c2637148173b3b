//! After the assent the college adopts.

use crate::check::{Found, mend::in_ledger, scope::At};
use crate::dutch;
use crate::model::ProgressKind;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    unclear(at, found);
    // the college has time until the body meets again
    if !at.met_again() || at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        let Some(college) = at.region.awaits(at.item_id(treated.item), at.today) else { continue };
        let college = at.region.party_on(college, at.today).unwrap_or(college);
        let message = format!(
            "Het college van {} heeft “{}” sinds {} niet vastgesteld, voor zover bekend.",
            at.region[college].name_on(at.today),
            item.title,
            dutch::date(at.meeting.last_day())
        );
        let what = format!("vastgesteld = {{ college = \"{}\", uitkomst = \"vastgesteld\" }}", at.region[college].key);
        let hint = format!("vraag het na, en {}", in_ledger(&format!("{}#{}", at.meeting.key, item.key), &what));
        found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
    }
}

/// Words of a college that do not tell whether it decided: nobody can say whether it still has to.
fn unclear(at: &At<'_>, found: &mut Found) {
    for (treated, item) in at.treated() {
        let Some(entry) = at.region.unclear(at.item_id(treated.item), at.today) else { continue };
        let ProgressKind::Adopted { college, outcome, .. } = &entry.kind else { continue };
        let message = format!(
            "“{}”: of het college van {} over “{}” heeft besloten, zeggen deze woorden niet.",
            outcome.as_str(),
            at.region[*college].name_on(entry.date),
            item.title
        );
        let hint = "schrijf het met een woord als vastgesteld, conform besloten, afgewezen of aangehouden; wat er nog meer was, kan in toelichting";
        found.at(outcome.span, message, hint).item(treated.item);
    }
}
