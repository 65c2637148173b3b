//! `controleer` and `uitleg`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use super::MEETING_LONG;

/// `controleer`
#[derive(Debug, Args)]
pub struct Check {
    /// The meetings.
    #[arg(value_name = "VERGADERING", help = "Alleen wat deze vergaderingen raakt", long_help = MEETING_LONG)]
    pub meetings: Vec<String>,
    /// De vorm van de bevindingen: voor mensen, voor programma's, of als aantekeningen in GitHub Actions
    #[arg(short, long, value_name = "VORM", default_value = "tekst", hide_default_value = true)]
    pub formaat: ReportFormat,
    /// Telt een waarschuwing als een fout
    #[arg(long)]
    pub streng: bool,
    /// Alleen deze families of regels; beraad uitleg noemt ze alle
    #[arg(long, value_name = "NAAM", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    pub alleen: Vec<String>,
    /// Zonder deze families of regels; beraad uitleg noemt ze alle
    #[arg(long, value_name = "NAAM", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    pub zonder: Vec<String>,
    /// Toont wat uitzonderingen laten vervallen, met de redenen
    #[arg(long)]
    pub uitzonderingen: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// Voor mensen: de regel met de plaats gemarkeerd
    Tekst,
    /// Voor programma's
    Json,
    /// Aantekeningen bij de regels in GitHub Actions
    Github,
}

/// `uitleg`
#[derive(Debug, Args)]
pub struct Explain {
    /// De naam van een bevinding; zonder naam een overzicht
    #[arg(value_name = "NAAM")]
    pub name: Option<String>,
    /// Schrijft alle bladzijden als Markdown in een map
    #[arg(long, value_name = "MAP", conflicts_with = "name")]
    pub naar: Option<PathBuf>,
    /// Ook over bestanden heen schrijven die u zelf hebt veranderd
    #[arg(long, requires = "naar")]
    pub overschrijf: bool,
}

/// Every family and every fault.
fn rule_names() -> PossibleValuesParser {
    let faults = crate::show::faults();
    let mut names: Vec<&str> = faults.iter().map(|fault| fault.family).collect();
    names.dedup();
    names.extend(faults.iter().map(|fault| fault.name));
    PossibleValuesParser::new(names)
}
