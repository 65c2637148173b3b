//! `controleer`.

use anyhow::Result;
use chrono::NaiveDate;

use super::arguments::{Arguments, Check, ReportFormat};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::{Status, print, print_coloured, say, template_finding, templates as load_templates};
use crate::check::{self, Checked};
use crate::consultation;
use crate::document::{DOCUMENTS, Scope};
use crate::dutch;
use crate::finding::{self, Finding, Severity, dossier};
use crate::model::due::Step;
use crate::model::{MeetingId, Region};
use crate::produce::{self, Setting};
use crate::read::nearest;
use crate::render::Format;
use crate::render::template::{BUILT_IN, TemplateFault, Templates};
use crate::show::{self, Remark};
use crate::source::{FileId, Span};
use crate::visible;

/// Prints every finding, or those that were asked for.
pub fn run(arguments: &Arguments, check: &Check) -> Result<Status> {
    let mut input = arguments.input()?;
    read_sent(&mut input, arguments.today());
    let checked = check::check(input.region(), &input.dossier.sources, arguments.today());
    if check.uitzonderingen {
        return exceptions(&input, &checked);
    }
    let mut findings = input.resolved.findings.clone();
    findings.extend(template_findings(&input, arguments.today()));
    findings.extend(checked.findings);
    findings.retain(|finding| is_wanted(finding, check));
    if !check.meetings.is_empty() {
        keep_meetings(arguments, check, &input, &mut findings)?;
    }
    finding::sort(&mut findings);
    let ids = chosen(arguments, check, &input)?;
    let known = input.region().known_on(arguments.today());
    let awaited: Vec<(MeetingId, Remark)> =
        ids.iter().filter_map(|id| Some((*id, check::awaited(&known, *id)?))).collect();
    report(&input, check.formaat, &findings, &awaited)?;
    if check.formaat == ReportFormat::Tekst {
        first_due(&known, &ids, arguments.today());
        say_awaited(&known, &awaited);
    }
    let stops = |finding: &Finding| match finding.fault.severity {
        Severity::Error => true,
        Severity::Warning => check.streng,
        Severity::Advice => false,
    };
    Ok(if findings.iter().any(stops) { Status::Findings } else { Status::Done })
}

/// Reads the papers of the meetings that were sent, so that what has changed since shows: of those to come, and of those whose
/// minutes were not adopted, for all papers of years are too much to read each time.
fn read_sent(input: &mut Input, today: NaiveDate) {
    let is_read = |id: &MeetingId| {
        let meeting = &input.region()[*id];
        (!meeting.is_over(today) || meeting.adoption.is_none_or(|adoption| today < adoption.date))
            && consultation::is_recorded(meeting)
    };
    let sent: Vec<MeetingId> = input.region().meeting_ids().filter(is_read).collect();
    for id in sent {
        // of a paper that cannot be read another finding speaks
        let _ = input.fingerprint(id);
    }
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

/// The meetings that were chosen, or all, by date.
fn chosen(arguments: &Arguments, check: &Check, input: &Input) -> Result<Vec<MeetingId>> {
    let chosen = Choices::new(input.region(), input.folders(), arguments.today()).all(&check.meetings)?;
    let mut ids: Vec<MeetingId> = chosen
        .into_iter()
        .filter_map(|choice| if let Choice::Meeting(id) = choice { Some(id) } else { None })
        .collect();
    ids.sort_unstable();
    Ok(ids)
}

/// Says of each coming meeting of these what is to be done first.
fn first_due(region: &Region, ids: &[MeetingId], today: NaiveDate) {
    let lines: Vec<String> = ids.iter().filter_map(|id| due(region, *id, today)).collect();
    if !lines.is_empty() {
        say(&format!("Wat het eerst moet gebeuren:\n{}", lines.join("\n")));
    }
}

/// Says what does not count yet.
fn say_awaited(region: &Region, awaited: &[(MeetingId, Remark)]) {
    let line = |(id, (_, what)): &(MeetingId, Remark)| {
        let name = visible::line(&region.body_of(*id).name);
        format!("- {name}, {}: {}", dutch::own_moment(region, *id), visible::line(what))
    };
    if !awaited.is_empty() {
        let lines: Vec<String> = awaited.iter().map(line).collect();
        say(&format!("Wat nog niet meetelt, want de datum moet nog komen:\n{}", lines.join("\n")));
    }
}

fn due(region: &Region, id: MeetingId, today: NaiveDate) -> Option<String> {
    let (step, day) = region.first_due(id, today)?;
    let what = match step {
        Step::Supply => "punten en stukken bij de secretaris",
        Step::Send => "agenda en stukken verzenden",
        Step::Ask => "de raadpleging uitzetten",
        Step::Answer => "antwoorden op de raadpleging",
        Step::Meet if region[id].is_written() => "de sluiting",
        Step::Meet => "de vergadering zelf",
    };
    let when = match step {
        Step::Meet => dutch::date(day),
        _ if day < today => format!("dat moest uiterlijk {}", dutch::date(day)),
        _ => format!("uiterlijk {}", dutch::date(day)),
    };
    let name = visible::line(&region.body_of(id).name).into_owned();
    Some(format!("- {name}, {}: {what}, {when}", dutch::own_moment(region, id)))
}

fn report(input: &Input, format: ReportFormat, findings: &[Finding], awaited: &[(MeetingId, Remark)]) -> Result<()> {
    let (sources, prefix) = (&input.dossier.sources, input.prefix());
    let remark = |(id, (span, what)): &(MeetingId, Remark)| {
        let of = dutch::meeting(input.region(), *id);
        (*span, format!("Van {of} telt nog niet mee, want de datum moet nog komen: {what}."))
    };
    let awaited: Vec<Remark> = awaited.iter().map(remark).collect();
    match format {
        ReportFormat::Json => print(show::json(findings, &awaited, sources, &prefix).as_bytes()).map(drop),
        ReportFormat::Github => print(show::github(findings, &awaited, sources, &prefix).as_bytes()).map(drop),
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

/// What is wrong with the dossier's own templates: a name that no document has, and the first fault in their texts. Some
/// show only when they are used, so every document is made, as a mail too.
fn template_findings(input: &Input, today: NaiveDate) -> Vec<Finding> {
    let own = &input.dossier.templates;
    if own.is_empty() {
        return Vec::new();
    }
    let mut findings: Vec<Finding> =
        own.iter().filter_map(|(file, name)| unused_template(input, *file, name)).collect();
    findings.extend(template_fault(input, today));
    findings
}

fn template_fault(input: &Input, today: NaiveDate) -> Option<Finding> {
    const FORMATS: [Format; 1] = [Format::Markdown];
    let templates = match load_templates(&input.dossier, &[]) {
        Ok(templates) => templates,
        Err(finding) => return Some(*finding),
    };
    let region = input.region();
    let made = |id| {
        produce::meeting(region, id, today, &templates, &FORMATS, Setting::default())?;
        letters(region, id, today, &templates)
    };
    let fault = (0..region.meetings.len())
        .find_map(|at| made(MeetingId(at)).err())
        .or_else(|| produce::overviews(region, today, &templates, &FORMATS, Setting::default(), |_| Ok(())).err());
    fault.map(|fault| template_finding(&input.dossier, &fault))
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
fn unused_template(input: &Input, file: FileId, name: &str) -> Option<Finding> {
    let sources = &input.dossier.sources;
    let built_in = || BUILT_IN.iter().map(|(name, _)| *name);
    let mut others = input.dossier.templates.iter().filter(|(other, _)| *other != file);
    let mut named = || others.any(|(other, _)| sources.text(*other).is_some_and(|text| text.contains(name)));
    if built_in().any(|known| known == name) || named() {
        return None;
    }
    let message = format!("Geen stuk gebruikt het sjabloon {}.", visible::line(name));
    let hint = nearest(name, built_in()).map_or_else(
        || "beraad sjablonen MAP zet alle sjablonen neer, met hun namen".to_owned(),
        |near| format!("bedoelde u {near}?"),
    );
    Some(Finding::new(&dossier::UNKNOWN_FILE, Span::whole(file), message).hint(hint))
}

/// Whether a finding is about the region as a whole or about this meeting.
fn touches(input: &Input, finding: &Finding, folder: &str) -> bool {
    let path = input.dossier.sources.path(finding.span.file);
    path.split_once('/').is_none_or(|(place, _)| place == folder || place == "templates")
}
