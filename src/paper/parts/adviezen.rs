//! What was advised on an item before.

use serde::Serialize;

use crate::model::called;
use crate::model::{Advice, ItemId, MeetingId};
use crate::paper::Scope;
use crate::word::Word as _;

/// What a body advised that discussed it before.
#[derive(Debug, Serialize)]
pub(super) struct Advies<'a> {
    /// `het AO Breed Participatie op donderdag 11 september 2025`
    vergadering: String,
    /// `positief`
    woord: &'static str,
    aandachtspunten: Vec<&'a str>,
}

/// What was advised on an item by then, as it was known when it was sent: what is written down later changes no agenda.
pub(super) fn advice<'a>(scope: &Scope<'a>, id: ItemId) -> Vec<(ItemId, Advies<'a>)> {
    let region = scope.region;
    let sent = region[id.meeting].first_sent(id.index).map(|sending| sending.date);
    let day = sent.unwrap_or(scope.today).min(scope.today);
    let was_written = |at: MeetingId| region[at].minutes.as_ref().is_some_and(|minutes| minutes.drawn_up <= day);
    let told = region.advice_of(id, day).filter(|(at, _)| was_written(at.meeting));
    told.map(|(at, advice): (ItemId, &'a Advice)| {
        let points = advice.points.iter();
        let aandachtspunten = points.map(|point| point.value.trim_end_matches(['.', ';', ' '])).collect();
        let vergadering = called::meeting_on(region, at.meeting);
        (at, Advies { vergadering, woord: advice.verdict.word(), aandachtspunten })
    })
    .collect()
}
