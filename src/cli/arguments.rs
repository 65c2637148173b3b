//! The command line as clap sees it: raw, nothing looked up.

mod check;
mod papers;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

pub use check::{Check, Explain, ReportFormat};
pub use papers::{Actions, Agenda, Composition, Consultation, CoverNote, MeetingPaper, Out, OutFormat, Public};

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

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Maakt alle stukken van de gekozen vergaderingen
    ///
    /// Maakt van elke gekozen vergadering alle stukken die er te maken zijn, met een inhoudsopgave, en zet de stukken uit
    /// het dossier ernaast. Een bestand dat u zelf hebt veranderd, blijft staan.
    #[command(
        alias = "build",
        after_long_help = "\
Voorbeelden:
  beraad maak --naar uit                  alle vergaderingen, Markdown en HTML
  beraad maak volgende -f html --naar uit  alleen de volgende vergadering, alleen HTML
  beraad maak --openbaar --naar site       alleen wat openbaar is"
    )]
    Maak(Make),

    /// Maakt de agenda van een vergadering
    #[command(after_long_help = "\
Voorbeelden:
  beraad agenda                          de volgende vergadering, op het scherm
  beraad agenda 2025-10-09 -f html -o uit/
  beraad agenda laatste --annotatie      met spreekvolgorde, inbreng en interne tekst, voor de voorzitter")]
    Agenda(Agenda),

    /// Maakt per agendapunt een oplegger
    #[command(
        alias = "cover",
        after_long_help = "\
Voorbeelden:
  beraad oplegger volgende -f html -o uit/
  beraad oplegger 2025-10-09 --punt meerjarenagenda"
    )]
    Oplegger(CoverNote),

    /// Maakt per vertegenwoordigde partij een raadpleging
    #[command(
        alias = "consult",
        after_long_help = "\
Voorbeelden:
  beraad raadpleging volgende -f html -o uit/
  beraad raadpleging --aan kaag-en-braassem -f html -o formulier.html"
    )]
    Raadpleging(Consultation),

    /// Maakt het verslag van een vergadering
    #[command(
        alias = "minutes",
        after_long_help = "\
Voorbeelden:
  beraad verslag laatste
  beraad verslag 2025-10-09 -f html -o uit/"
    )]
    Verslag(MeetingPaper),

    /// Maakt de besluitenlijst van een vergadering
    #[command(
        alias = "decisions",
        after_long_help = "\
Voorbeelden:
  beraad besluitenlijst laatste
  beraad besluitenlijst laatste --openbaar -f html -o besluitenlijst.html"
    )]
    Besluitenlijst(MeetingPaper),

    /// Maakt de lijst van openstaande acties en toezeggingen
    #[command(
        alias = "actions",
        after_long_help = "\
Voorbeelden:
  beraad acties
  beraad acties --overleg regionaal-beraad -f html -o acties.html"
    )]
    Acties(Actions),

    /// Maakt het overzicht van wie er zitting heeft en wie namens wie spreekt
    #[command(
        alias = "composition",
        after_long_help = "\
Voorbeelden:
  beraad samenstelling
  beraad samenstelling --op 2025-12-11 -f html -o samenstelling.html"
    )]
    Samenstelling(Composition),

    /// Controleert de bestanden en wijst fouten aan
    #[command(
        alias = "check",
        after_long_help = "\
Voorbeelden:
  beraad controleer
  beraad controleer volgende             alleen wat de volgende vergadering raakt
  beraad controleer --alleen termijnen   alleen één familie of regel
  beraad controleer && beraad maak --naar uit"
    )]
    Controleer(Check),

    /// Legt een bevinding uit
    ///
    /// Zegt wat een bevinding betekent, waarom de regel er is, en hoe het wel moet, met een voorbeeld. Zonder naam geeft het
    /// een overzicht van alle bevindingen, per familie.
    #[command(
        alias = "explain",
        after_long_help = "\
Voorbeelden:
  beraad uitleg
  beraad uitleg niet-in-ao-besproken
  beraad uitleg --naar regels/"
    )]
    Uitleg(Explain),

    /// Zet de ingebouwde sjablonen in een map
    ///
    /// Zet de sjablonen van de stukken in een map. Leg een sjabloon dat u verandert in de map templates van uw dossier;
    /// dan gebruikt beraad het in plaats van het eigen sjabloon.
    #[command(
        alias = "templates",
        after_long_help = "\
Voorbeelden:
  beraad sjablonen sjablonen/"
    )]
    Sjablonen(TemplatesOut),

    /// Geeft de JSON Schema's van de bestanden
    ///
    /// Met een JSON Schema vult een editor sleutels aan en wijst hij fouten aan tijdens het typen.
    #[command(after_long_help = "\
Voorbeelden:
  beraad schema vergadering
  beraad schema --naar schema/")]
    Schema(Schemas),

    /// Geeft een script waarmee uw terminal opdrachten aanvult
    #[command(
        alias = "completions",
        after_long_help = "\
Voorbeelden:
  beraad aanvullen bash > ~/.local/share/bash-completion/completions/beraad
  beraad aanvullen powershell >> $PROFILE"
    )]
    Aanvullen {
        /// De soort terminal
        #[arg(value_name = "TERMINAL", value_parser = clap::value_parser!(Shell), ignore_case = true)]
        shell: Shell,
    },

    /// Geeft de handleiding als man-pagina's
    #[command(
        alias = "man",
        after_long_help = "\
Voorbeelden:
  beraad handleiding | man -l -
  beraad handleiding --naar man/"
    )]
    Handleiding(Manual),
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
    /// De vorm: md of html; zonder deze optie allebei
    #[arg(short = 'f', long = "formaat", value_name = "FORMAAT")]
    pub format: Option<OutFormat>,
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
    #[arg(value_name = "SOORT", value_parser = PossibleValuesParser::new(crate::format::KINDS.map(|kind| kind.name)))]
    pub kind: Option<String>,
    /// De map om alle schema's in te schrijven
    #[arg(long, value_name = "MAP", conflicts_with = "kind", required_unless_present = "kind")]
    pub naar: Option<PathBuf>,
}

/// `handleiding`
#[derive(Debug, Args)]
pub struct Manual {
    /// De map om alle pagina's in te schrijven
    #[arg(long, value_name = "MAP")]
    pub naar: Option<PathBuf>,
}

/// A day as `2025-10-09` or `9-10-2025`.
///
/// # Errors
///
/// In Dutch, when it is neither.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    let parsed = ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    parsed.ok_or_else(|| "dit is geen datum; schrijf bijvoorbeeld 2025-10-09".to_owned())
}
