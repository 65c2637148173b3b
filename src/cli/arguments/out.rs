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

    /// Hoeveel MB aan stukken met een mail meegaat; 0: geen [anders: 20]
    ///
    /// Bij een mail (eml) gaan de stukken mee waar de pagina naar verwijst, tot samen zo veel MB. Wat niet past, noemt de mail.
    #[arg(long, value_name = "MB", value_parser = megabytes)]
    pub(in crate::cli) bijlagen: Option<u64>,

    /// Ook over een bestand heen schrijven dat u zelf hebt veranderd
    #[arg(long)]
    pub(in crate::cli) overschrijf: bool,
}

/// So many MB of papers go along with a mail unless somebody says otherwise: most mail servers take that.
const ALONG: u64 = 20;

impl Out {
    /// How many bytes of papers go along with a mail.
    pub(in crate::cli) fn along(&self) -> u64 {
        self.bijlagen.unwrap_or(ALONG) * 1_000_000
    }

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

/// A number of MB; the error in Dutch.
fn megabytes(text: &str) -> std::result::Result<u64, String> {
    let most = text.parse().ok().filter(|most| *most <= 1000);
    most.ok_or_else(|| "dit is geen aantal MB van 0 tot en met 1000; schrijf bijvoorbeeld 10".to_owned())
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
