//! What came of an item after its meeting, as the ledger says.

use serde::Serialize;

use super::Uitslag;
use crate::dutch;
use crate::model::lifting::Lifting;
use crate::model::{ItemId, MeetingId, PartyId, ProgressKind, Shown, Subject};
use crate::paper::{Field, Fields, Scope};

/// What the ledger says came of it: a college handled it, a reservation was lifted, or it was dropped.
#[derive(Debug, Serialize)]
pub(super) struct Vervolg<'a> {
    datum: String,
    /// It is the college of who is told.
    eigen: bool,
    college: Option<&'a str>,
    uitkomst: Option<&'a str>,
    /// These words do not tell whether it decided.
    onduidelijk: bool,
    zaaknummer: Option<&'a str>,
    /// Towards which decision, of an item that asks more.
    voorbehoud_bij: Option<u16>,
    /// Why the item was dropped afterwards.
    reden: Option<&'a str>,
    toelichting: Option<Field>,
}

/// Adds what the ledger says came of each item until today, as one party may know it, and leaves out what was corrected
/// after it: not for minutes, which say what was known that day.
pub(crate) fn with_sequel<'a>(
    scope: &Scope<'a>,
    id: MeetingId,
    to: PartyId,
    results: &mut [Uitslag<'a>],
    fields: &mut Fields<'a>,
) {
    let shown = scope.region[id].items.iter().enumerate().filter(|(_, item)| item.shown != Shown::Nothing);
    for ((index, _), result) in shown.zip(results) {
        result.vervolg = sequel(scope, ItemId { meeting: id, index }, to, fields);
        result.correcties.retain(|correction| correction.day <= scope.today);
        let awaits = scope.region.awaits(ItemId { meeting: id, index }, scope.today);
        let college = awaits.map(|college| scope.region.party_on(college, scope.today).unwrap_or(college));
        result.vast_te_stellen_door = college.map(|college| scope.region[college].name_on(scope.today));
    }
}

/// What became of an item; the reservation of another party is not told.
fn sequel<'a>(scope: &Scope<'a>, id: ItemId, to: PartyId, fields: &mut Fields<'a>) -> Vec<Vervolg<'a>> {
    let region = scope.region;
    let entries = region.progress_of(Subject::Item(id.meeting, id.index), scope.today);
    let unclear = region.unclear(id, scope.today);
    let told = entries.filter_map(|entry| {
        let mut told = Vervolg {
            datum: dutch::date(entry.date),
            eigen: false,
            college: None,
            uitkomst: None,
            onduidelijk: false,
            zaaknummer: None,
            voorbehoud_bij: None,
            reden: None,
            toelichting: None,
        };
        match &entry.kind {
            ProgressKind::Adopted { college, outcome, case_number, .. } => {
                told.college = Some(region[*college].name_on(entry.date));
                told.eigen = region.is_of(to, *college, entry.date);
                told.uitkomst = Some(outcome);
                told.onduidelijk = unclear.is_some_and(|one| std::ptr::eq(one, entry));
                told.zaaknummer = case_number.as_deref();
            }
            ProgressKind::ReservationLifted { by, decision }
                if region.is_of(to, *by, entry.date) && region.lifting(id, entry) == Some(Lifting::Counts) =>
            {
                told.voorbehoud_bij = decision.filter(|_| region[id].requested.len() > 1);
            }
            ProgressKind::Dropped(reason) => told.reden = Some(reason),
            _ => return None,
        }
        told.toelichting = fields.maybe(entry.explanation.as_deref());
        Some(told)
    });
    told.collect()
}
