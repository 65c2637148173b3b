//! `publiceer`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::arguments::{Arguments, OVERWRITE};
use super::make::Make;
use super::{Run, Status};

mod look;

/// Maakt een openbare site van alle vergaderingen
///
/// Maakt van alles wat openbaar is een site die u zo op een webserver kunt zetten: een startpagina, elke vergadering met
/// haar stukken, alle besluiten, het convenant. Wat niet meer openbaar is, haalt de volgende keer weg.
#[derive(Debug, Args)]
#[command(
    alias = "publish",
    after_long_help = "\
Voorbeelden:
  beraad publiceer --naar site
  beraad publiceer --naar site --controleer   of de site nog is wat het dossier geeft"
)]
pub(super) struct Publish {
    /// De map om in te schrijven
    #[arg(long, value_name = "MAP")]
    naar: PathBuf,
    #[arg(long, help = OVERWRITE)]
    overschrijf: bool,
    /// Schrijft niets, en noemt de bestanden die anders zijn dan het dossier nu geeft
    #[arg(long, conflicts_with = "overschrijf")]
    controleer: bool,
}

impl Run for Publish {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        if self.controleer {
            return look::look(&self.naar, arguments);
        }
        Make::of_site(self.naar.clone(), self.overschrijf).make(arguments, true)
    }
}
