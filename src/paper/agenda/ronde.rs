//! How a written procedure is answered.

use chrono::NaiveDate;

use crate::model::MeetingId;
use crate::model::consultation;
use crate::paper::Scope;

/// The day until which members answer a written procedure with their forms, while it is open and something is asked.
pub(super) fn answered_until(scope: &Scope, id: MeetingId) -> Option<NaiveDate> {
    let (region, meeting) = (scope.region, &scope.region[id]);
    let is_open = meeting.is_written() && meeting.cancelled.is_none() && !meeting.is_over(scope.today);
    let is_asked = || meeting.proposals().next().is_some() && !consultation::asked(region, id).is_empty();
    (is_open && !region.public && is_asked()).then(|| meeting.answers_due(region))
}
