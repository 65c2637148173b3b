//! What was deferred comes back.

use crate::check::Found;
use crate::check::mend::in_ledger;
use crate::check::scope::{At, numbered};
use crate::dutch;
use crate::model::called;
use crate::model::{Item, ItemId, Meeting, Outcome, ProgressKind, Subject, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.region.progress_broken {
        return;
    }
    // the next agenda shows it once it was sent, or the day has come
    let settled = |later: &&Meeting| later.sent().is_some_and(|sent| sent <= at.today) || later.date.value < at.today;
    // what was put off at a table comes back at one: a written round has its own few items
    let Some(next) = at.tables_since().find(settled) else { return };
    // of minutes that were not adopted another rule speaks
    for (treated, item) in at.treated().filter(|(_, item)| item.adopts.is_empty()) {
        let Some((what, one)) = deferred(treated, item) else { continue };
        let followers: Vec<ItemId> = at.followers(treated.item).collect();
        let follows = followers.iter().any(|later| at.region[*later].cancelled.is_none());
        let back = follows || at.later().any(|later| later.broken);
        let about = Subject::Item(at.id, treated.item);
        let dropped = at.region.progress_of(about, at.today).any(|it| matches!(it.kind, ProgressKind::Dropped(_)));
        if back || dropped {
            continue;
        }
        let (is, stands) = if one { ("is", "staat") } else { ("zijn", "staan") };
        let next_day = dutch::date(next.date.value);
        let message = match followers.last() {
            Some(last) => {
                let there = called::its_own_moment(at.region, last.meeting);
                format!("{what} {is} aangehouden, en het vervolg op de agenda van {there} is vervallen.")
            }
            None => format!("{what} {is} aangehouden en {stands} niet op de agenda van {next_day}."),
        };
        let about = format!("{}#{}", at.meeting.key, item.key);
        let dropped = in_ledger(&about, "vervallen = \"<reden>\"");
        let hint = format!("agendeer het met vervolg_op = [\"{about}\"], of {dropped}");
        found
            .at(treated.span, message, hint)
            .key("uitkomst")
            .see(next.span, "hier had het terug kunnen komen")
            .item(treated.item);
    }
}

/// What was put off, and whether that is one thing: the item, or some of what it asked.
fn deferred(treated: &Treated, item: &Item) -> Option<(String, bool)> {
    if treated.outcome == Some(Outcome::Deferred) {
        return Some((format!("“{}”", item.title), true));
    }
    let is_deferred = |(_, outcome): &&(u16, Outcome)| *outcome == Outcome::Deferred;
    let deferred = treated.exceptions.iter().filter(is_deferred).map(|(number, _)| usize::from(*number));
    // of a number that is not asked another rule speaks
    let numbers: Vec<usize> = deferred.filter(|number| *number <= item.requested.len()).collect();
    let what = || format!("{} van “{}”", dutch::capital(&numbered(&numbers)), item.title);
    (!numbers.is_empty()).then(|| (what(), numbers.len() == 1))
}
