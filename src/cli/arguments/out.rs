//! How a paper comes out.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::render::Format;
use crate::{dutch, visible};

// a doc comment would become that of the command
#[derive(Debug, Args)]
pub(in crate::cli) struct Out {
    #[arg(short = 'f', long = "formaat", value_name = "FORMAAT", hide_possible_values = true, help = help(),
        long_help = help() + ".\n\nZonder deze optie volgt de vorm uit de naam van het bestand bij -o; anders is het md.")]
    pub(in crate::cli) format: Option<Format>,

    /// Het bestand of de map om in te schrijven
    ///
    /// Bij een map volgt de naam uit de vergadering. Zonder deze optie komt het stuk op het scherm.
    #[arg(short = 'o', long = "uitvoer", value_name = "BESTAND|MAP")]
    pub(in crate::cli) output: Option<PathBuf>,

    /// Ook over een bestand heen schrijven dat u zelf hebt veranderd
    #[arg(long)]
    pub(in crate::cli) overschrijf: bool,
}

impl Out {
    /// Whether a form was asked for, by name or by the ending of a file.
    pub(in crate::cli) fn names_form(&self) -> bool {
        let named = self.output.as_deref().filter(|path| !path.is_dir());
        self.format.is_some() || named.and_then(Path::extension).is_some()
    }

    /// The form that was asked for, by name or by the ending of a file.
    ///
    /// # Errors
    ///
    /// When the ending is that of another form, or of one that does not exist: the file would not open.
    pub(in crate::cli) fn format(&self) -> Result<Format> {
        let named = self.output.as_deref().filter(|path| !path.is_dir());
        let ending = named.and_then(Path::extension).map(|ending| visible::path(Path::new(ending)).to_lowercase());
        let by_name = match (&ending, named.and_then(Format::of_name)) {
            (Some(ending), None) => {
                let known = Format::ALL.iter().map(|format| format!(".{}", format.extension()));
                bail!(
                    "Een bestand dat op .{ending} eindigt, maakt beraad niet.\n\
                     Kies {}. Van een pagina (.html) maakt uw browser een pdf: kies daar Afdrukken.",
                    dutch::any_of(&known.collect::<Vec<_>>())
                )
            }
            (_, by_name) => by_name,
        };
        match (self.format, by_name) {
            (Some(asked), Some(named)) if asked != named => {
                bail!("Bij -f vraagt u een andere vorm dan de naam bij -o belooft (.{}).", ending.unwrap_or_default())
            }
            (asked, named) => Ok(asked.or(named).unwrap_or(Format::Markdown)),
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.extension()).help(self.about().called))
    }
}

/// `De vorm: md (Markdown), html (een pagina) of eml (een mail)`
fn help() -> String {
    let formats = Format::ALL.iter().map(|format| format!("{} ({})", format.extension(), format.about().called));
    format!("De vorm: {}", dutch::any_of(&formats.collect::<Vec<_>>()))
}

// what everybody may see; a doc comment would become that of the command
#[derive(Debug, Clone, Copy, Args)]
pub(in crate::cli) struct Public {
    /// Alleen wat openbaar is
    ///
    /// Laat alles weg wat besloten of intern is, en alles wat het convenant bij openbaarheid niet noemt.
    #[arg(long)]
    pub(in crate::cli) openbaar: bool,
}
