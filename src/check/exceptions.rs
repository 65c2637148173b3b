//! Exceptions with a reason, and what they silence.

use chrono::NaiveDate;

use super::Checked;
use super::found::Case;
use crate::finding::Finding;
use crate::model::{Exception, ItemId, Region, Silenceable};

/// A finding that an exception silenced.
#[derive(Debug)]
pub struct Silenced<'a> {
    /// The exception.
    pub exception: &'a Exception,
    /// The finding.
    pub finding: Finding,
}

/// The exceptions that silenced nothing on a day.
#[derive(Debug)]
pub(super) struct Idle<'a> {
    /// These.
    pub exceptions: &'a [&'a Exception],
    /// Something faulty was left out: what an exception was for may be there.
    pub incomplete: bool,
    /// Today.
    pub today: NaiveDate,
}

/// Divides what was found by the exceptions; the second list is of those that silenced nothing.
pub(super) fn apply(region: &Region, today: NaiveDate, cases: Vec<Case>) -> (Checked<'_>, Vec<&Exception>) {
    let mut checked = Checked::default();
    let mut used = vec![false; region.exceptions.len()];
    for case in cases {
        let item = case.meeting.zip(case.item).map(|(meeting, index)| ItemId { meeting, index });
        let (rule, meeting, span) = (case.finding.fault.name, case.meeting, case.finding.span);
        let found = Silenceable { rule, meeting, item, span };
        let silences = |exception: &Exception| exception.silences(region, found, today);
        match region.exceptions.iter().position(silences) {
            Some(at) => {
                used[at] = true;
                checked.silenced.push(Silenced { exception: &region.exceptions[at], finding: case.finding });
            }
            None => checked.findings.push(case.finding),
        }
    }
    let idle = region.exceptions.iter().zip(used).filter(|(_, used)| !used).map(|(exception, _)| exception);
    (checked, idle.collect())
}
