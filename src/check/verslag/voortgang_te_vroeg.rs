//! What follows from a meeting is not of before it.

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::lifting::Lifting;
use crate::model::{ItemId, Progress, ProgressKind, Region, Subject};

const LOOK: &str = "kijk de datum na; klopt die, leg dan met een [[uitzondering]] vast hoe het ging";

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    for entry in &whole.region.progress {
        let Subject::Item(meeting, index) = entry.about else { continue };
        let id = ItemId { meeting, index };
        let early = adopted(whole.region, id, entry).map(|message| (message, LOOK));
        let Some((message, hint)) = early.or_else(|| lifted(whole.region, id, entry)) else { continue };
        found.at(entry.span, message, hint).key("datum").within(Some(meeting), Some(id));
    }
}

/// A college that adopted before the meeting could assent.
fn adopted(region: &Region, id: ItemId, entry: &Progress) -> Option<String> {
    let ProgressKind::Adopted { college, .. } = entry.kind else { return None };
    let meeting = &region[id.meeting];
    let college = region[college].name_on(entry.date);
    let (day, over) = (dutch::short_date(entry.date), dutch::short_date(meeting.last_day()));
    let ended = if meeting.is_written() { "de schriftelijke ronde sloot" } else { "de vergadering was" };
    let message = format!("Het college van {college} nam op {day} een besluit over dit punt; {ended} pas op {over}.");
    (entry.date < meeting.last_day()).then_some(message)
}

/// A reservation that was lifted before it was made, or again.
fn lifted(region: &Region, id: ItemId, entry: &Progress) -> Option<(String, &'static str)> {
    let ProgressKind::ReservationLifted { by, .. } = entry.kind else { return None };
    let (name, day) = (region[by].name_on(entry.date), dutch::short_date(entry.date));
    Some(match region.lifting(id, entry)? {
        Lifting::Counts => return None,
        Lifting::Never if region[id.meeting].broken => return None,
        Lifting::Never => {
            let message = format!("Het voorbehoud van {name} vervalt op {day}, en er staat nergens dat het er was.");
            (
                message,
                "kijk na van wie het voorbehoud was en bij welk besluit; zei die partij het aan tafel, dan staat dat in het verslag: standpunt = \"stemt in onder voorbehoud\"",
            )
        }
        Lifting::BeforeMade(first) => {
            let made = dutch::short_date(first);
            (format!("Het voorbehoud van {name} vervalt op {day}; het is pas gemaakt op {made}."), LOOK)
        }
        Lifting::Again(first) => {
            let before = dutch::short_date(first);
            let message = format!("Het voorbehoud van {name} vervalt op {day}; het was al vervallen op {before}.");
            (message, "haal weg wat hier dubbel staat")
        }
    })
}
