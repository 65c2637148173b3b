//! What was to be done is done, in time.

use chrono::NaiveDate;

use crate::check::{Found, mend::in_ledger, scope::At};
use crate::dutch;
use crate::model::{Subject, queries::Standing};
use crate::source::Span;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, _) in at.treated() {
        for action in &treated.actions {
            let about = (Subject::Action(at.id, action.number), format!("actie-{}", action.number));
            report(at, found, about, action.due, action.span, treated.item);
        }
        for commitment in &treated.commitments {
            let about = (Subject::Commitment(at.id, commitment.number), format!("toezegging-{}", commitment.number));
            report(at, found, about, commitment.due, commitment.span, treated.item);
        }
    }
}

fn report(at: &At<'_>, found: &mut Found, about: (Subject, String), due: Option<NaiveDate>, span: Span, item: usize) {
    let (about, name) = about;
    let tracked = at.region.track(about, due, at.today);
    let Some(due) = tracked.due.filter(|due| *due < at.today) else { return };
    if matches!(tracked.standing, Standing::Open) {
        let message = format!("{} moest klaar zijn op {}.", dutch::capital(&name.replace('-', " ")), dutch::date(due));
        let about = format!("{}#{name}", at.meeting.key);
        let hint = in_ledger(&about, "afgerond = true, of een nieuwe dag: uiterlijk = <datum>");
        found.at(span, message, hint).key("uiterlijk").item(item);
    }
}
