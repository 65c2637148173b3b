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
use crate::model::{MeetingId, PartyId, Region};
use crate::produce::{self, Setting};
use crate::read::nearest;
use crate::render::Format;
use crate::render::template::{BUILT_IN, TemplateFault, Templates};
use crate::show;
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
    report(&input, check.formaat, &findings)?;
    if check.formaat == ReportFormat::Tekst {
        first_due(arguments, check, &input)?;
    }
    let stops = |finding: &Finding| match finding.fault.severity {
        Severity::Error => true,
        Severity::Warning => check.streng,
        Severity::Advice => false,
    };
    Ok(if findings.iter().any(stops) { Status::Findings } else { Status::Done })
}

/// Reads the papers of the coming meetings that were sent, so that what has changed since shows.
fn read_sent(input: &mut Input, today: NaiveDate) {
    let coming = |id: &MeetingId| {
        let meeting = &input.region()[*id];
        !meeting.is_over(today) && consultation::is_recorded(meeting)
    };
    let sent: Vec<MeetingId> = input.region().meeting_ids().filter(coming).collect();
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

/// Says of each coming meeting, or of the chosen ones, what is to be done first.
fn first_due(arguments: &Arguments, check: &Check, input: &Input) -> Result<()> {
    let (region, today) = (input.region(), arguments.today());
    let chosen = Choices::new(region, input.folders(), today).all(&check.meetings)?;
    let mut ids: Vec<MeetingId> = chosen
        .into_iter()
        .filter_map(|choice| if let Choice::Meeting(id) = choice { Some(id) } else { None })
        .collect();
    ids.sort_unstable();
    let known = region.known_on(today);
    let lines: Vec<String> = ids.iter().filter_map(|id| due(&known, *id, today)).collect();
    if !lines.is_empty() {
        say(&format!("Wat het eerst moet gebeuren:\n{}", lines.join("\n")));
    }
    let lines: Vec<String> = ids.into_iter().filter_map(|id| awaited(&known, id)).collect();
    if !lines.is_empty() {
        say(&format!("Antwoorden die niet meetellen, want de datum moet nog komen:\n{}", lines.join("\n")));
    }
    Ok(())
}

/// Whose answers to a meeting have a day that is still to come; of a day after the meeting a rule speaks.
fn awaited(region: &Region, id: MeetingId) -> Option<String> {
    let meeting = &region[id];
    let in_time = meeting.awaited.iter().filter(|(_, day)| *day <= meeting.last_day());
    let name = |(party, day): &(PartyId, NaiveDate)| {
        format!("{} ({})", visible::line(&region[*party].name), dutch::short_date(*day))
    };
    let all = dutch::list(&in_time.map(name).collect::<Vec<_>>())?;
    Some(format!("- {}, {}: {all}", visible::line(&region.body_of(id).name), dutch::moment(meeting)))
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
    Some(format!("- {name}, {}: {what}, {when}", dutch::moment(&region[id])))
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
