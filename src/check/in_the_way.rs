//! What rules find that stands in the way of papers; of it no paper may be made.

use chrono::NaiveDate;

use super::scope::At;
use super::shown::Whole;
use super::{Found, Run, about_public, exceptions, openbaarheid, rule};
use crate::finding::{Finding, Severity};
use crate::model::public::Moment;
use crate::model::{MeetingId, Region};
use crate::source::Sources;

/// What stands in the way of publishing on a day: the errors that the rules of *openbaarheid* find in what is public
/// then, without what an exception silenced.
#[must_use]
pub fn unpublishable(region: &Region, sources: &Sources, today: NaiveDate) -> Vec<Finding> {
    let mut found = Found::default();
    about_public(openbaarheid::RULES, &Whole::new(region, today, Moment::On(today), sources), &mut found);
    found.cases.retain(|case| case.finding.fault.severity == Severity::Error);
    unsilenced(found, region, sources, today)
}

/// What stands in the way of papers that tell of a meeting: its minutes were changed after their adoption. Without what an
/// exception silenced.
#[must_use]
pub fn altered(region: &Region, sources: &Sources, id: MeetingId, today: NaiveDate) -> Vec<Finding> {
    let mut found = Found::default();
    about_meeting("vastgesteld-verslag-veranderd", &At::new(region, id, today), &mut found);
    unsilenced(found, region, sources, today)
}

fn about_meeting(name: &str, at: &At<'_>, found: &mut Found) {
    if let Some((rule, Run::Meeting(run))) = rule(name).map(|rule| (rule, rule.run)) {
        found.of(rule);
        found.of_meeting(at.id);
        run(at, found);
    }
}

fn unsilenced(mut found: Found, region: &Region, sources: &Sources, today: NaiveDate) -> Vec<Finding> {
    if found.cases.is_empty() {
        // nearly always, and every meeting is asked
        return Vec::new();
    }
    found.narrow(sources);
    exceptions::apply(region, today, found.cases).0.findings
}
