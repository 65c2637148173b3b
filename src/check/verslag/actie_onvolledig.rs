//! An action has an owner and a date.

use crate::check::mend::{in_ledger, is_adopted};
use crate::check::{Found, scope::At, scope::list};
use crate::model::{Subject, queries::Standing};
use crate::source::Span;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    for (treated, _) in at.treated() {
        for action in &treated.actions {
            let about = Subject::Action(at.id, action.number);
            let what = What { kind: "actie", number: action.number, who: "wie = [\"…\"]", does: "wie haar doet" };
            let missing = (action.who.is_empty(), due(at, about, action.due));
            report(at, found, about, &what, missing, (action.span, treated.item));
        }
        for commitment in &treated.commitments {
            let about = Subject::Commitment(at.id, commitment.number);
            let what =
                What { kind: "toezegging", number: commitment.number, who: "wie = \"…\"", does: "wie haar deed" };
            let missing = (commitment.who.is_none(), due(at, about, commitment.due));
            report(at, found, about, &what, missing, (commitment.span, treated.item));
        }
    }
}

/// Whether no date is known, not even from the ledger.
fn due(at: &At<'_>, about: Subject, agreed: Option<chrono::NaiveDate>) -> bool {
    at.region.track(about, agreed, at.today).due.is_none()
}

/// What is told of: an action or a commitment.
struct What {
    kind: &'static str,
    number: u16,
    /// How to write whose it is.
    who: &'static str,
    /// Whose it is, in words.
    does: &'static str,
}

fn report(at: &At<'_>, found: &mut Found, about: Subject, what: &What, (who, due): (bool, bool), place: (Span, usize)) {
    // what is done needs nobody any more
    let open = matches!(at.region.track(about, None, at.today).standing, Standing::Open);
    if !open || !(who || due) || at.meeting.broken {
        return;
    }
    let chosen = |all: [&'static str; 2]| -> Vec<&str> {
        all.into_iter().zip([who, due]).filter_map(|(words, missing)| missing.then_some(words)).collect()
    };
    let (kind, number) = (what.kind, what.number);
    let message = format!("Bij {kind} {number} staat niet {}.", list(&chosen([what.does, "wanneer zij klaar is"])));
    let hint = if who || !is_adopted(at.meeting, at.today) {
        at.in_minutes(format!("zet erbij: {}", list(&chosen([what.who, "uiterlijk = <datum>"]))))
    } else {
        in_ledger(&format!("{}#{kind}-{number}", at.meeting.key), "uiterlijk = <datum>")
    };
    found.at(place.0, message, hint).item(place.1);
}
