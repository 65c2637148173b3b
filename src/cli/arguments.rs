//! What several commands share of what is said to them, and what is said to all.

mod out;

use std::path::PathBuf;

use anyhow::Result;
use chrono::{NaiveDate, NaiveTime};
use clap::Parser;

use super::Command;
use super::caller::with_caller;
use super::folder;
use crate::work::choose::day;
use crate::work::{Additions, Dossier};

pub(super) use out::{Out, Public};

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
    dossier: Option<PathBuf>,

    /// Vandaag, bijvoorbeeld 2025-10-09
    ///
    /// Bepaalt welke vergadering de volgende is en welke acties te laat zijn. Zonder deze optie: de datum van vandaag.
    #[arg(long, global = true, value_name = "DATUM", value_parser = date, help_heading = INPUT)]
    vandaag: Option<NaiveDate>,

    #[command(subcommand)]
    pub(super) command: Command,
}

/// What the argument that names a meeting is, in a line and in more.
pub(super) const MEETING: &str = "De vergadering: map, deel van de map, datum, volgende of laatste";
pub(super) const MEETING_LONG: &str = "De vergadering: de naam van de map, een deel daarvan dat maar op één map past, de datum \
(2025-10-09 of 9-10-2025), volgende of laatste. Zonder naam kiest beraad de vergadering die het meest voor de hand ligt.";
/// The same of meetings of which none is chosen without a name.
pub(super) const MEETINGS_LONG: &str = "De naam van de map, een deel daarvan dat maar op één map past, de datum (2025-10-09 of \
9-10-2025), volgende of laatste. Zonder naam: alle vergaderingen.";

/// What `--overschrijf` does where several files are written.
pub(super) const OVERWRITE: &str = "Ook over bestanden heen schrijven die u zelf hebt veranderd";

impl Arguments {
    pub(super) fn today(&self) -> NaiveDate {
        #[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read, once")]
        self.vandaag.unwrap_or_else(|| chrono::Local::now().date_naive())
    }

    /// The folder of the dossier.
    pub(super) fn folder(&self) -> Result<PathBuf> {
        folder::of(self.dossier.as_deref())
    }

    /// Opens the dossier as it is on a day, today without one.
    pub(super) fn open(&self, day: Option<NaiveDate>) -> Result<Dossier> {
        Dossier::open(&self.folder()?, day.unwrap_or_else(|| self.today()))
    }

    /// For a command that changes the dossier.
    pub(super) fn open_to_change(&self) -> Result<(Dossier, Additions)> {
        let folder = self.folder()?;
        with_caller(&|_, _| {}, |caller| Dossier::open_to_change(&folder, self.today(), caller))
    }
}

/// A day as `2025-10-09` or `9-10-2025`; the error in Dutch.
pub(super) fn date(text: &str) -> std::result::Result<NaiveDate, String> {
    day(text).ok_or_else(|| "dit is geen datum; schrijf bijvoorbeeld 2025-10-09".to_owned())
}

/// A time of the day: `14:30` or `14.30`; the error in Dutch.
pub(super) fn time(text: &str) -> std::result::Result<NaiveTime, String> {
    let parsed = ["%H:%M", "%H.%M"].iter().find_map(|format| NaiveTime::parse_from_str(text, format).ok());
    parsed.ok_or_else(|| "dit is geen tijd; schrijf bijvoorbeeld 14:30".to_owned())
}
