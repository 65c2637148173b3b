//! `controleer`: everything that is to be said of a dossier on a day.

use anyhow::Result;
use chrono::NaiveDate;

use super::Dossier;
use super::choose::Choice;
use crate::check::{self, Checked};
use crate::document::{DOCUMENTS, Scope};
use crate::finding::{self, Finding, dossier as faults};
use crate::model::consultation;
use crate::model::{MeetingId, Region};
use crate::produce::{self, Setting};
use crate::read::nearest;
use crate::render::Format;
use crate::render::template::{BUILT_IN, TemplateFault, Templates};
use crate::show::Remark;
use crate::source::{FileId, Span};
use crate::visible;

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
    findings.extend(template_findings(dossier));
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

/// What is wrong with the dossier's own templates: a name that no document has, and the first fault in their texts. Some
/// show only when they are used, so every document is made, as a mail too.
fn template_findings(dossier: &Dossier) -> Vec<Finding> {
    let own = &dossier.folder.templates;
    if own.is_empty() {
        return Vec::new();
    }
    let mut findings: Vec<Finding> =
        own.iter().filter_map(|(file, name)| unused_template(dossier, *file, name)).collect();
    findings.extend(template_fault(dossier));
    findings
}

fn template_fault(dossier: &Dossier) -> Option<Finding> {
    const FORMATS: [Format; 1] = [Format::Markdown];
    let templates = match dossier.templates(&[]) {
        Ok(templates) => templates,
        Err(fault) => return Some(dossier.template_finding(&fault)),
    };
    let (region, today) = (dossier.region(), dossier.today);
    let made = |id| {
        produce::meeting(region, id, today, &templates, &FORMATS, Setting::default())?;
        letters(region, id, today, &templates)
    };
    let fault = (0..region.meetings.len())
        .find_map(|at| made(MeetingId(at)).err())
        .or_else(|| produce::overviews(region, today, &templates, &FORMATS, Setting::default(), |_| Ok(())).err());
    fault.map(|fault| dossier.template_finding(&fault))
}

/// The letters of the mails of a meeting, which no other format needs.
fn letters(region: &Region, id: MeetingId, today: NaiveDate, templates: &Templates) -> Result<(), TemplateFault> {
    let scope = Scope::new(region, today, Some(id));
    let views = DOCUMENTS.iter().filter_map(|document| document.compose(&scope).ok()).flatten();
    for view in views {
        templates.letter(&view)?;
    }
    Ok(())
}

/// A template whose name is none of ours, and which no other of the dossier names.
fn unused_template(dossier: &Dossier, file: FileId, name: &str) -> Option<Finding> {
    let sources = &dossier.folder.sources;
    let built_in = || BUILT_IN.iter().map(|(name, _)| *name);
    let mut others = dossier.folder.templates.iter().filter(|(other, _)| *other != file);
    let mut named = || others.any(|(other, _)| sources.text(*other).is_some_and(|text| text.contains(name)));
    if built_in().any(|known| known == name) || named() {
        return None;
    }
    let message = format!("Geen stuk gebruikt het sjabloon {}.", visible::line(name));
    let hint = nearest(name, built_in()).map_or_else(
        || "beraad sjablonen MAP zet alle sjablonen neer, met hun namen".to_owned(),
        |near| format!("bedoelde u {near}?"),
    );
    Some(Finding::new(&faults::UNKNOWN_FILE, Span::whole(file), message).hint(hint))
}
