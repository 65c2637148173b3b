//! The command line as clap sees it: raw, nothing looked up.

mod check;
mod command;
mod consult;
mod out;
mod papers;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser};

use crate::render::Format;
use crate::work::choose::day;

pub use check::{Check, Explain, ReportFormat};
pub use command::Command;
pub use consult::{Answer, NewAnswer, ReadAnswers, Send};
pub use out::{Out, Public};
pub use papers::Paper;

/// Groups of commands in the help.
const INPUT: &str = "Dossier";

/// beraad maakt de stukken van een Regionaal Beraad
///
/// beraad leest een map met TOML-bestanden (een dossier) en maakt daarvan agenda's, opleggers, raadplegingen, verslagen,
/// besluitenlijsten en overzichten. Het wijst elke fout in een bestand aan en zegt hoe u haar herstelt.
#[derive(Debug, Parser)]
#[command(
    name = "beraad",
    version,
    max_term_width = 100,
    after_long_help = "\
Voorbeelden:
  beraad maak --naar uit              alle stukken van alle vergaderingen, met een inhoudsopgave
  beraad agenda volgende              de agenda van de volgende vergadering, op het scherm
  beraad agenda 2025-10-09 -o uit/    een bestand in een map; de naam volgt uit de vergadering
  beraad controleer                   kijken of er fouten in de bestanden staan"
)]
pub struct Arguments {
    /// De map van het dossier
    ///
    /// Zonder deze optie: de dichtstbijzijnde map, vanaf hier naar boven, met een convenant.toml of met een map agendas
    /// waar die in staat.
    #[arg(long, global = true, value_name = "MAP", help_heading = INPUT)]
    pub dossier: Option<PathBuf>,

    /// Vandaag, bijvoorbeeld 2025-10-09
    ///
    /// Bepaalt welke vergadering de volgende is en welke acties te laat zijn. Zonder deze optie: de datum van vandaag.
    #[arg(long, global = true, value_name = "DATUM", value_parser = date, help_heading = INPUT)]
    pub vandaag: Option<NaiveDate>,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const MEETING: &str = "De vergadering: map, deel van de map, datum, volgende of laatste";
const MEETING_LONG: &str = "De vergadering: de naam van de map, een deel daarvan dat maar op één map past, de datum \
(2025-10-09 of 9-10-2025), volgende of laatste. Zonder naam kiest beraad de vergadering die het meest voor de hand ligt.";

/// `maak`
#[derive(Debug, Args)]
pub struct Make {
    /// The meetings.
    #[arg(value_name = "VERGADERING", help = "De vergaderingen; zonder namen alle", long_help = MEETING_LONG)]
    pub meetings: Vec<String>,
    /// De vorm; zonder deze optie alle vormen waarin maak stukken maakt
    #[arg(short = 'f', long = "formaat", value_name = "FORMAAT")]
    pub format: Option<Format>,
    /// De map om in te schrijven
    #[arg(long, value_name = "MAP")]
    pub naar: PathBuf,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// Ook over bestanden heen schrijven die u zelf hebt veranderd
    #[arg(long)]
    pub overschrijf: bool,
}

/// `vastleggen`
#[derive(Debug, Args)]
pub struct Freeze {
    /// The meetings.
    #[arg(value_name = "VERGADERING", help = "De vergaderingen waarvan het verslag is vastgesteld; zonder namen alle", long_help = MEETING_LONG)]
    pub meetings: Vec<String>,
}

/// `sjablonen`
#[derive(Debug, Args)]
pub struct TemplatesOut {
    /// De map om in te schrijven
    #[arg(value_name = "MAP")]
    pub folder: PathBuf,
    /// Ook over bestanden heen schrijven die u zelf hebt veranderd
    #[arg(long)]
    pub overschrijf: bool,
}

/// `schema`
#[derive(Debug, Args)]
pub struct Schemas {
    /// De soort bestand
    #[arg(value_name = "SOORT", value_parser = PossibleValuesParser::new(crate::dossier::format::KINDS.map(|kind| kind.name)))]
    pub kind: Option<String>,
    /// De map om alle schema's in te schrijven
    #[arg(long, value_name = "MAP", conflicts_with = "kind", required_unless_present = "kind")]
    pub naar: Option<PathBuf>,
    /// Ook over bestanden heen schrijven die u zelf hebt veranderd
    #[arg(long, requires = "naar")]
    pub overschrijf: bool,
}

/// `handleiding`
#[derive(Debug, Args)]
pub struct Manual {
    /// De map om alle pagina's in te schrijven
    #[arg(long, value_name = "MAP")]
    pub naar: Option<PathBuf>,
    /// Ook over bestanden heen schrijven die u zelf hebt veranderd
    #[arg(long, requires = "naar")]
    pub overschrijf: bool,
}

/// A day as `2025-10-09` or `9-10-2025`.
///
/// # Errors
///
/// In Dutch, when it is neither.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    day(text).ok_or_else(|| "dit is geen datum; schrijf bijvoorbeeld 2025-10-09".to_owned())
}

/// A time of the day: `14:30` or `14.30`.
///
/// # Errors
///
/// In Dutch, when it is neither.
pub fn time(text: &str) -> Result<NaiveTime, String> {
    let parsed = ["%H:%M", "%H.%M"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok());
    parsed.ok_or_else(|| "dit is geen tijd; schrijf bijvoorbeeld 14:30".to_owned())
}
