//! `controleer`.

use anyhow::Result;
use chrono::NaiveDate;

use super::arguments::{Arguments, Check, ReportFormat};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::{Status, print, print_coloured, say, template_finding, templates as load_templates};
use crate::check::{self, Checked};
use crate::finding::{self, Finding, Severity};
use crate::model::MeetingId;
use crate::produce::{self, Setting};
use crate::render::Format;
use crate::show;

/// Prints every finding, or those that were asked for.
pub fn run(arguments: &Arguments, check: &Check) -> Result<Status> {
    let input = arguments.input()?;
    let checked = check::check(input.region(), &input.dossier.sources, arguments.today());
    if check.uitzonderingen {
        return exceptions(&input, &checked);
    }
    let mut findings = input.resolved.findings.clone();
    findings.extend(template_fault(&input, arguments.today()));
    findings.extend(checked.findings);
    findings.retain(|finding| is_wanted(finding, check));
    if !check.meetings.is_empty() {
        keep_meetings(arguments, check, &input, &mut findings)?;
    }
    finding::sort(&mut findings);
    report(&input, check.formaat, &findings)?;
    let stops = |finding: &Finding| match finding.fault.severity {
        Severity::Error => true,
        Severity::Warning => check.streng,
        Severity::Advice => false,
    };
    Ok(if findings.iter().any(stops) { Status::Findings } else { Status::Done })
}

/// Whether a finding is among those of `--alleen` and not among those of `--zonder`.
fn is_wanted(finding: &Finding, check: &Check) -> bool {
    let named = |names: &[String]| names.iter().any(|name| name == finding.fault.name || name == finding.fault.family);
    (check.alleen.is_empty() || named(&check.alleen)) && !named(&check.zonder)
}

fn keep_meetings(arguments: &Arguments, check: &Check, input: &Input, findings: &mut Vec<Finding>) -> Result<()> {
    let mut wanted: Vec<Finding> = Vec::new();
    for choice in Choices::new(input.region(), input.folders(), arguments.today()).all(&check.meetings)? {
        let folder = match &choice {
            Choice::Meeting(id) => input.folder_of(*id),
            Choice::Broken(folder) => folder,
        };
        wanted.extend(findings.iter().filter(|finding| touches(input, finding, folder)).cloned());
    }
    *findings = wanted;
    Ok(())
}

fn report(input: &Input, format: ReportFormat, findings: &[Finding]) -> Result<()> {
    let (sources, prefix) = (&input.dossier.sources, input.prefix());
    match format {
        ReportFormat::Json => print(show::json(findings, sources, &prefix).as_bytes()).map(drop),
        ReportFormat::Github => print(show::github(findings, sources, &prefix).as_bytes()).map(drop),
        ReportFormat::Tekst => {
            print_coloured(&show::text(findings, sources, &prefix, true))?;
            if let Some(first) = findings.iter().find(|finding| check::rule(finding.fault.name).is_some()) {
                say(&format!("Wat een bevinding betekent, zegt bijvoorbeeld: beraad uitleg {}", first.fault.name));
            }
            Ok(())
        }
    }
}

/// What exceptions silenced, each after its reason.
fn exceptions(input: &Input, checked: &Checked) -> Result<Status> {
    let (sources, prefix) = (&input.dossier.sources, input.prefix());
    print(show::silenced(&checked.silenced, sources, &prefix).as_bytes())
}

/// The first fault of the dossier's own templates. Some show only when they are used, so every document is made.
fn template_fault(input: &Input, today: NaiveDate) -> Option<Finding> {
    if input.dossier.templates.is_empty() {
        return None;
    }
    let templates = match load_templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return Some(*finding),
    };
    let region = input.region();
    let meetings = (0..region.meetings.len()).map(MeetingId);
    let mut used = meetings
        .map(|id| produce::meeting(region, id, today, &templates, &[Format::Markdown], Setting::default()).map(drop));
    let fault = used
        .find_map(Result::err)
        .or_else(|| produce::overviews(region, today, &templates, &[Format::Markdown], Setting::default()).err());
    fault.map(|fault| template_finding(&input.dossier, &fault))
}

/// Whether a finding is about the region as a whole or about this meeting.
fn touches(input: &Input, finding: &Finding, folder: &str) -> bool {
    let path = input.dossier.sources.path(finding.span.file);
    path.split_once('/').is_none_or(|(place, _)| place == folder || place == "templates")
}
