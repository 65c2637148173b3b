//! `controleer`: everything that is to be said of a dossier on a day.

mod templates;

use anyhow::Result;

use super::Dossier;
use super::choose::Choice;
use crate::check::{self, Checked};
use crate::finding::{self, Finding};
use crate::model::MeetingId;
use crate::model::consultation;
use crate::show::Remark;

/// What is asked for.
pub struct Request<'a> {
    /// The meetings, as a person names them; all without names.
    pub meetings: &'a [String],
    /// Only findings of these names or families; all without names.
    pub only: &'a [String],
    /// No findings of these names or families.
    pub without: &'a [String],
}

/// What is to be said of a dossier.
pub struct Report {
    /// The findings that were asked for, in order.
    pub findings: Vec<Finding>,
    /// The meetings that were asked for, by date.
    pub meetings: Vec<MeetingId>,
    /// What of them does not count yet, because its day is still to come.
    pub awaited: Vec<(MeetingId, Remark)>,
}

/// Looks at everything.
///
/// # Errors
///
/// When there is no meeting of a name.
pub fn check(dossier: &mut Dossier, ask: &Request<'_>) -> Result<Report> {
    read_sent(dossier);
    let checked = rules(dossier);
    let choices = dossier.choices().all(ask.meetings)?;
    let mut findings = dossier.resolved.findings.clone();
    findings.extend(templates::findings(dossier));
    findings.extend(checked.findings);
    findings.retain(|finding| ask.wants(finding));
    if !ask.meetings.is_empty() {
        findings = of_meetings(dossier, &findings, &choices);
    }
    finding::sort(&mut findings);
    let id = |choice| if let Choice::Meeting(id) = choice { Some(id) } else { None };
    let mut meetings: Vec<MeetingId> = choices.into_iter().filter_map(id).collect();
    meetings.sort_unstable();
    let known = dossier.region().known_on(dossier.today);
    let awaited = meetings.iter().filter_map(|id| Some((*id, check::awaited(&known, *id)?))).collect();
    Ok(Report { findings, meetings, awaited })
}

/// What the rules find, and what exceptions silenced.
pub fn rules(dossier: &Dossier) -> Checked<'_> {
    check::check(dossier.region(), &dossier.folder.sources, dossier.today)
}

impl Request<'_> {
    fn wants(&self, finding: &Finding) -> bool {
        let named =
            |names: &[String]| names.iter().any(|name| name == finding.fault.name || name == finding.fault.family);
        (self.only.is_empty() || named(self.only)) && !named(self.without)
    }
}

/// Reads the papers of the meetings that were sent, so that what has changed since shows: of those to come, and of those whose
/// minutes were not adopted, for all papers of years are too much to read each time.
pub fn read_sent(dossier: &mut Dossier) {
    let (region, today) = (dossier.region(), dossier.today);
    let is_read = |id: &MeetingId| {
        let meeting = &region[*id];
        (!meeting.is_over(today) || meeting.adoption.is_none_or(|adoption| today < adoption.date))
            && consultation::is_recorded(meeting)
    };
    let sent: Vec<MeetingId> = region.meeting_ids().filter(is_read).collect();
    for id in sent {
        // of a paper that cannot be read another finding speaks
        let _ = dossier.fingerprint(id);
    }
}

fn of_meetings(dossier: &Dossier, findings: &[Finding], choices: &[Choice]) -> Vec<Finding> {
    let folders = choices.iter().map(|choice| choice.folder(dossier.region()));
    let of = |folder| findings.iter().filter(move |finding| touches(dossier, finding, folder)).cloned();
    folders.flat_map(of).collect()
}

/// Whether a finding is about the region as a whole or about this meeting.
fn touches(dossier: &Dossier, finding: &Finding, folder: &str) -> bool {
    let path = dossier.folder.sources.path(finding.span.file);
    path.split_once('/').is_none_or(|(place, _)| place == folder || place == "templates")
}
