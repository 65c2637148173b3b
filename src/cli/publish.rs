//! `publiceer`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::arguments::{Arguments, OVERWRITE};
use super::make::Make;
use super::{Run, Status};

/// Maakt een openbare site van alle vergaderingen
///
/// Maakt van alles wat openbaar is een site die u zo op een webserver kunt zetten: een startpagina, elke vergadering met
/// haar stukken, alle besluiten, het convenant. Wat niet meer openbaar is, haalt de volgende keer weg.
#[derive(Debug, Args)]
#[command(
    alias = "publish",
    after_long_help = "\
Voorbeelden:
  beraad publiceer --naar site"
)]
pub(super) struct Publish {
    /// De map om in te schrijven
    #[arg(long, value_name = "MAP")]
    naar: PathBuf,
    #[arg(long, help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Publish {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        Make::of_site(self.naar.clone(), self.overschrijf).make(arguments, true)
    }
}
