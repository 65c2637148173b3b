//! What was deferred comes back.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Item, Meeting, Outcome, ProgressKind, Subject, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    // the next agenda shows it once it was sent, or the day has come
    let settled = |later: &&Meeting| later.sent().is_some_and(|sent| sent <= at.today) || later.date.value < at.today;
    // what was put off at a table comes back at one: a written round has its own few items
    let Some(next) = at.later().filter(|later| !later.is_written()).find(settled) else { return };
    // of minutes that were not adopted another rule speaks
    let deferred = |(treated, item): &(&Treated, &Item)| treated.outcome == Some(Outcome::Deferred) && item.adopts.is_empty();
    for (treated, item) in at.treated().filter(deferred) {
        let id = at.item_id(treated.item);
        let follows = |other: &Item| other.cancelled.is_none() && other.follows.iter().any(|follows| follows.value == id);
        let back = at.later().any(|later| later.broken || later.items.iter().any(follows));
        let about = Subject::Item(at.id, treated.item);
        let dropped = at.region.progress_of(about, at.today).any(|it| matches!(it.kind, ProgressKind::Dropped(_)));
        if back || dropped {
            continue;
        }
        let message =
            format!("“{}” is aangehouden en staat niet op de agenda van {}.", item.title, dutch::date(next.date.value));
        let hint = format!(
            "agendeer het met vervolg_op = [\"{0}#{1}\"], of schrijf in voortgang.toml: over = \"{0}#{1}\", vervallen = \"reden\"",
            at.meeting.key, item.key
        );
        found.at(treated.span, message, hint).key("uitkomst").see(next.span, "hier had het terug kunnen komen").item(treated.item);
    }
}
