//! `uitleg`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use super::arguments::{Arguments, OVERWRITE};
use super::files::files_out;
use super::{Run, Status, print};
use crate::dossier::read::nearest;
use crate::work::apart::Written;
use crate::{show, visible};

/// Legt een bevinding uit
///
/// Zegt wat een bevinding betekent, waarom de regel er is, en hoe het wel moet, met een voorbeeld. Zonder naam geeft het
/// een overzicht van alle bevindingen, per familie.
#[derive(Debug, Args)]
#[command(
    alias = "explain",
    after_long_help = "\
Voorbeelden:
  beraad uitleg
  beraad uitleg niet-in-ao-besproken
  beraad uitleg --naar regels/"
)]
pub(super) struct Explain {
    /// De naam van een bevinding; zonder naam een overzicht
    #[arg(value_name = "NAAM")]
    name: Option<String>,
    /// Schrijft alle bladzijden als Markdown in een map
    #[arg(long, value_name = "MAP", conflicts_with = "name")]
    naar: Option<PathBuf>,
    #[arg(long, requires = "naar", help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Explain {
    /// Prints the page of a finding, or the catalogue; or writes all pages.
    fn run(&self, _: &Arguments) -> Result<Status> {
        if let Some(folder) = &self.naar {
            return files_out(
                folder,
                self.overschrijf,
                Written::Files,
                show::pages().into_iter().map(|(name, text)| (name, text.into_bytes())),
            );
        }
        let Some(name) = &self.name else { return print(show::catalogue().as_bytes()) };
        let Some(text) = show::page(name) else {
            let faults = show::faults();
            let near = nearest(name, faults.iter().map(|fault| fault.name));
            let hint =
                near.map_or("Bekijk ze alle met: beraad uitleg".to_owned(), |near| format!("Bedoelde u {near}?"));
            bail!("Er is geen bevinding met de naam “{}”.\n{hint}", visible::line(name));
        };
        print(text.as_bytes())
    }
}
