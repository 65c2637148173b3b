//! `sjablonen`.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use super::arguments::{Arguments, OVERWRITE};
use super::files::files_out;
use super::{Run, Status};
use crate::render::template::BUILT_IN;
use crate::work::apart::Written;

/// Zet de ingebouwde sjablonen in een map
///
/// Zet de sjablonen van de stukken in een map. Leg een sjabloon dat u verandert in de map templates van uw dossier;
/// dan gebruikt beraad het in plaats van het eigen sjabloon.
#[derive(Debug, Args)]
#[command(
    alias = "templates",
    after_long_help = "\
Voorbeelden:
  beraad sjablonen sjablonen/"
)]
pub(super) struct Templates {
    /// De map om in te schrijven
    #[arg(value_name = "MAP")]
    folder: PathBuf,
    #[arg(long, help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Templates {
    /// Writes out the built-in templates.
    fn run(&self, _: &Arguments) -> Result<Status> {
        let files = BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        files_out(&self.folder, self.overschrijf, Written::Templates, files)
    }
}
