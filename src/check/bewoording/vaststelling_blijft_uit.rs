//! After the assent the college adopts.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Outcome, ProgressKind, Subject};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    // the college has time until the body meets again
    if !at.met_again() || at.region.progress_broken {
        return;
    }
    for (treated, item) in at.treated() {
        let Some(college) = item.adopted_by.filter(|_| treated.outcome.is_some_and(Outcome::is_assent)) else {
            continue;
        };
        let about = Subject::Item(at.id, treated.item);
        let adopted = |kind: &ProgressKind| matches!(kind, ProgressKind::Adopted { .. } | ProgressKind::Dropped(_));
        if at.region.progress_of(about, at.today).any(|entry| adopted(&entry.kind)) {
            continue;
        }
        let college = at.region.party_on(college, at.today).unwrap_or(college);
        let message = format!(
            "Het college van {} heeft “{}” sinds {} niet vastgesteld, voor zover bekend.",
            at.name(college),
            item.title,
            dutch::date(at.meeting.date.value)
        );
        let hint = format!(
            "vraag het na, en schrijf in voortgang.toml: over = \"{}#{}\", vastgesteld = {{ college = \"{}\", uitkomst = \"vastgesteld\" }}",
            at.meeting.key, item.key, at.region[college].key
        );
        found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
    }
}
