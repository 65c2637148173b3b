//! The preparing body discusses a proposal before it is sent.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::SendingKind;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let Some(preparing) = at.body().preparing else { return };
    for (index, item) in at.items() {
        let sent = at.meeting.sendings.iter().filter(|sending| sending.kind == SendingKind::Agenda);
        let Some(first) = sent.min_by_key(|sending| sending.date) else { continue };
        let before = item.discussed_in.iter().filter(|it| at.region[it.value.meeting].body == preparing);
        let days = before.map(|it| (at.region[it.value.meeting].date.value, it.span));
        // once was in time is enough
        let Some((day, span)) = days.min_by_key(|(day, _)| *day).filter(|(day, _)| *day > first.date) else { continue };
        let message = format!(
            "“{}” is op {} besproken, maar de stukken waren op {} al verzonden.",
            item.title,
            dutch::short_date(day),
            dutch::short_date(first.date)
        );
        let hint = "bespreek een voorstel vóór de verzending, of verplaats het naar een latere vergadering";
        found.at(span, message, hint).see(first.span, "hier zijn de stukken verzonden").item(index);
    }
}
