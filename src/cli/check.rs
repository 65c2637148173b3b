//! `controleer`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::arguments::{Arguments, MEETINGS_LONG};
use super::{Run, Status, print, print_coloured, say};
use crate::check::{self, Checked};
use crate::finding::{Finding, Severity};
use crate::model::called;
use crate::model::due::Step;
use crate::model::{MeetingId, Region};
use crate::show::{self, Remark};
use crate::work::Dossier;
use crate::work::check::{self as work, Report, Request};
use crate::{dutch, visible};

/// Controleert de bestanden en wijst fouten aan
#[derive(Debug, Args)]
#[command(
    alias = "check",
    after_long_help = "\
Voorbeelden:
  beraad controleer
  beraad controleer volgende             alleen wat de volgende vergadering raakt
  beraad controleer --alleen termijnen   alleen één familie of regel
  beraad controleer && beraad maak --naar uit"
)]
pub(super) struct Check {
    #[arg(value_name = "VERGADERING", help = "Alleen wat deze vergaderingen raakt", long_help = MEETINGS_LONG)]
    meetings: Vec<String>,
    /// De vorm van de bevindingen: voor mensen, voor programma's, of voor een dienst die bij elke wijziging controleert
    #[arg(short, long, value_name = "VORM", default_value = "tekst", hide_default_value = true)]
    formaat: ReportFormat,
    /// Telt een waarschuwing als een fout
    #[arg(long)]
    streng: bool,
    /// Alleen deze families of regels; beraad uitleg noemt ze alle
    #[arg(long, value_name = "NAAM", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    alleen: Vec<String>,
    /// Zonder deze families of regels; beraad uitleg noemt ze alle
    #[arg(long, value_name = "NAAM", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    zonder: Vec<String>,
    /// Toont wat uitzonderingen laten vervallen, met de redenen
    #[arg(long)]
    uitzonderingen: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// Voor mensen: de regel met de plaats gemarkeerd
    Tekst,
    /// Voor programma's
    Json,
    /// Aantekeningen bij de regels in GitHub Actions
    Github,
    /// Een verslag van Code Quality in GitLab
    Gitlab,
    /// Een verslag van tests, met een test per bestand
    Junit,
    /// SARIF 2.1.0, voor editors en voor code scanning
    Sarif,
}

/// Every family and every fault.
fn rule_names() -> PossibleValuesParser {
    let faults = show::faults();
    let mut names: Vec<&str> = faults.iter().map(|fault| fault.family).collect();
    names.dedup();
    names.extend(faults.iter().map(|fault| fault.name));
    PossibleValuesParser::new(names)
}

impl Run for Check {
    /// Prints every finding, or those that were asked for.
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let mut dossier = arguments.open(None)?;
        if self.uitzonderingen {
            work::read_sent(&mut dossier);
            return exceptions(&dossier, &work::rules(&dossier));
        }
        let ask = Request { meetings: &self.meetings, only: &self.alleen, without: &self.zonder };
        let report = work::check(&mut dossier, &ask)?;
        print_report(&dossier, self.formaat, &report)?;
        if self.formaat == ReportFormat::Tekst {
            let known = dossier.region().known_on(dossier.today);
            first_due(&known, &report.meetings, dossier.today);
            say_awaited(&known, &report.awaited);
        }
        let stops = |finding: &Finding| match finding.fault.severity {
            Severity::Error => true,
            Severity::Warning => self.streng,
            Severity::Advice => false,
        };
        Ok(if report.findings.iter().any(stops) { Status::Findings } else { Status::Done })
    }
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
        format!("- {name}, {}: {}", called::own_moment(region, *id), visible::line(what))
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
    Some(format!("- {name}, {}: {what}, {when}", called::own_moment(region, id)))
}

fn print_report(dossier: &Dossier, format: ReportFormat, report: &Report) -> Result<()> {
    let (sources, prefix, findings) = (&dossier.folder.sources, dossier.prefix(), &report.findings);
    let remark = |(id, (span, what)): &(MeetingId, Remark)| {
        let of = called::meeting(dossier.region(), *id);
        (*span, format!("Van {of} telt nog niet mee, want de datum moet nog komen: {what}."))
    };
    let awaited: Vec<Remark> = report.awaited.iter().map(remark).collect();
    let shown = match format {
        ReportFormat::Json => show::json,
        ReportFormat::Github => show::github,
        ReportFormat::Gitlab => show::gitlab,
        ReportFormat::Junit => show::junit,
        ReportFormat::Sarif => show::sarif,
        ReportFormat::Tekst => return print_text(dossier, findings),
    };
    print(shown(findings, &awaited, sources, &prefix).as_bytes()).map(drop)
}

fn print_text(dossier: &Dossier, findings: &[Finding]) -> Result<()> {
    print_coloured(&show::text(findings, &dossier.folder.sources, &dossier.prefix(), true))?;
    if let Some(first) = findings.iter().find(|finding| check::rule(finding.fault.name).is_some()) {
        say(&format!("Wat een bevinding betekent, zegt bijvoorbeeld: beraad uitleg {}", first.fault.name));
    }
    Ok(())
}

/// What exceptions silenced, each after its reason.
fn exceptions(dossier: &Dossier, checked: &Checked) -> Result<Status> {
    let (sources, prefix) = (&dossier.folder.sources, dossier.prefix());
    print(show::silenced(&checked.silenced, sources, &prefix).as_bytes())
}
