//! An action has an owner and a date.

use crate::check::{Found, scope::At, scope::list};
use crate::model::{Subject, queries::Standing};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, _) in at.treated() {
        for action in &treated.actions {
            let about = Subject::Action(at.id, action.number);
            let missing = [("wie", action.who.is_empty()), ("uiterlijk", due(at, about, action.due))];
            report(at, found, about, &format!("Actie {}", action.number), missing, action.span, treated.item);
        }
        for commitment in &treated.commitments {
            let about = Subject::Commitment(at.id, commitment.number);
            let missing = [("wie", commitment.who.is_none()), ("uiterlijk", due(at, about, commitment.due))];
            let what = format!("Toezegging {}", commitment.number);
            report(at, found, about, &what, missing, commitment.span, treated.item);
        }
    }
}

/// Whether no date is known, not even from the ledger.
fn due(at: &At<'_>, about: Subject, agreed: Option<chrono::NaiveDate>) -> bool {
    at.region.track(about, agreed, at.today).due.is_none()
}

fn report(
    at: &At<'_>,
    found: &mut Found,
    about: Subject,
    what: &str,
    missing: [(&'static str, bool); 2],
    span: crate::source::Span,
    item: usize,
) {
    let missing: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect();
    // what is done needs nobody any more
    let open = matches!(at.region.track(about, None, at.today).standing, Standing::Open);
    if open && !missing.is_empty() && !at.meeting.broken {
        let message = format!("{what} mist {}.", list(&missing));
        let hint = "een actie zonder eigenaar en datum blijft liggen: zet erbij wie het doet en wanneer het klaar is";
        found.at(span, message, hint).item(item);
    }
}
