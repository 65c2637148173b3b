//! Exceptions with a reason, and what they silence.

use chrono::NaiveDate;

use super::Checked;
use super::found::Case;
use crate::finding::Finding;
use crate::model::{Exception, Region};

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
        let silences = |exception: &Exception| in_force(exception, today) && fits(region, exception, &case);
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

fn in_force(exception: &Exception, today: NaiveDate) -> bool {
    exception.until.is_none_or(|until| today <= until)
}

/// An exception counts for the meeting in whose folder it stands; in a file of the region as a whole, for what is found
/// in that file.
fn fits(region: &Region, exception: &Exception, case: &Case) -> bool {
    let item = case.meeting.zip(case.item).map(|(meeting, item)| region[meeting].items[item].key.as_str());
    exception.rule == case.finding.fault.name
        && exception.item.as_deref().is_none_or(|wanted| item == Some(wanted))
        && match exception.meeting {
            Some(meeting) => case.meeting == Some(meeting),
            None => case.finding.span.file == exception.span.file,
        }
}
