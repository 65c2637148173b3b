//! Answers that say something else than their boxes, or about what is no longer asked.

use super::Check;
use crate::answer::{ReturnedAnswer, faults};
use crate::dutch;
use crate::model::called;
use crate::model::{ItemId, MeetingId, Support};
use crate::source::Span;

/// What people write where they have no reason.
const NO_REASON: [&str; 9] =
    ["geen", "nvt", "n.v.t", "niet van toepassing", "-", "x", "geen reden", "geen opmerkingen", "/"];

impl Check<'_, '_> {
    /// An answer to a meeting that will not be held is kept, and nobody waits for it.
    pub(super) fn cancelled(&mut self, meeting: MeetingId) {
        let today = self.today;
        let Some(cancelled) = self.region[meeting].cancelled.as_ref().filter(|it| it.date <= today) else { return };
        let message = format!(
            "{} is vervallen, sinds {}.",
            dutch::capital(&called::the_meeting(self.region, meeting)),
            dutch::date(cancelled.date)
        );
        let hint = "het antwoord is bewaard; meld de gemeente dat het niet doorgaat";
        self.report(&faults::CANCELLED, self.returned.meeting.span, message, hint);
    }

    /// An answer to an item that was withdrawn is kept with the others.
    pub(super) fn withdrawn(&mut self, id: ItemId, span: Span) {
        let item = &self.region[id];
        let Some(cancelled) = item.cancelled.as_ref().filter(|it| it.date <= self.today) else { return };
        let message = format!("Punt {} is vervallen, sinds {}.", item.number, dutch::date(cancelled.date));
        let hint = "het antwoord is bewaard, en staat in geen spreeknotitie; de andere antwoorden tellen gewoon";
        self.report(&faults::WITHDRAWN, span, message, hint);
    }

    /// Why somebody answered so. Who agrees and gives a reason may mean a reservation, as who writes behind the box.
    pub(super) fn reason<'r>(&mut self, id: ItemId, answer: &'r ReturnedAnswer) -> Option<&'r str> {
        let reason = answer.reason.as_deref()?;
        if answer.support != Support::Yes {
            return Some(reason);
        }
        let bare = reason.trim_end_matches(['.', '!', ' ']).to_lowercase();
        if NO_REASON.contains(&bare.as_str()) {
            return None;
        }
        let message = format!(
            "Bij punt {}, besluit {} staat gedragen, en een reden: {reason}",
            self.region[id].number, answer.number
        );
        self.report(&faults::UNCLEAR, answer.span, message, "vraag of dit een voorbehoud is, of inbreng");
        Some(reason)
    }
}
