//! `schema`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use clap::builder::PossibleValuesParser;

use super::arguments::{Arguments, OVERWRITE};
use super::files::files_out;
use super::{Run, Status, print};
use crate::dossier::format::{self, KINDS};
use crate::dossier::schema::schema;
use crate::work::apart::Written;

/// Geeft de JSON Schema's van de bestanden
///
/// Met een JSON Schema vult een editor sleutels aan en wijst hij fouten aan tijdens het typen.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Voorbeelden:
  beraad schema vergadering
  beraad schema --naar schema/")]
pub(super) struct Schemas {
    /// De soort bestand
    #[arg(value_name = "SOORT", value_parser = PossibleValuesParser::new(KINDS.map(|kind| kind.name)))]
    kind: Option<String>,
    /// De map om alle schema's in te schrijven
    #[arg(long, value_name = "MAP", conflicts_with = "kind", required_unless_present = "kind")]
    naar: Option<PathBuf>,
    #[arg(long, requires = "naar", help = OVERWRITE)]
    overschrijf: bool,
}

impl Run for Schemas {
    /// Prints one schema or writes all.
    fn run(&self, _: &Arguments) -> Result<Status> {
        if let Some(kind) = self.kind.as_deref().and_then(format::kind) {
            return print(schema(kind).as_bytes());
        }
        let folder = self.naar.as_deref().unwrap_or_else(|| Path::new("."));
        let files = KINDS.iter().map(|kind| (format!("{}.schema.json", kind.name), schema(kind).into_bytes()));
        files_out(folder, self.overschrijf, Written::Files, files)
    }
}
