//! How a paper comes out.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::render::Format;
use crate::visible;

/// How a document comes out.
#[derive(Debug, Args)]
pub struct Out {
    /// De vorm: md (Markdown), html of eml (een mail die klaarstaat, met de pagina als bijlage)
    ///
    /// Zonder deze optie volgt de vorm uit de naam van het bestand bij -o; anders is het md.
    #[arg(short = 'f', long = "formaat", value_name = "FORMAAT")]
    pub format: Option<OutFormat>,

    /// Het bestand of de map om in te schrijven
    ///
    /// Bij een map volgt de naam uit de vergadering. Zonder deze optie komt het stuk op het scherm.
    #[arg(short = 'o', long = "uitvoer", value_name = "BESTAND|MAP")]
    pub output: Option<PathBuf>,

    /// Ook over een bestand heen schrijven dat u zelf hebt veranderd
    #[arg(long)]
    pub overschrijf: bool,
}

/// Endings of a name, and the form that each stands for.
const ENDINGS: [(&str, OutFormat); 6] = [
    ("md", OutFormat::Md),
    ("markdown", OutFormat::Md),
    ("txt", OutFormat::Md),
    ("html", OutFormat::Html),
    ("htm", OutFormat::Html),
    ("eml", OutFormat::Eml),
];

impl Out {
    /// Whether a form was asked for, by name or by the ending of a file.
    pub fn names_form(&self) -> bool {
        let named = self.output.as_deref().filter(|path| !path.is_dir());
        self.format.is_some() || named.and_then(Path::extension).is_some()
    }

    /// The form that was asked for, by name or by the ending of a file.
    ///
    /// # Errors
    ///
    /// When the ending is that of another form, or of one that does not exist: the file would not open.
    pub fn format(&self) -> Result<Format> {
        let named = self.output.as_deref().filter(|path| !path.is_dir());
        let ending = named.and_then(Path::extension).map(|ending| visible::path(Path::new(ending)).to_lowercase());
        let by_name = match &ending {
            None => None,
            Some(ending) => Some(
                ENDINGS.iter().find(|(known, _)| known == ending).map(|(_, format)| *format).with_context(|| {
                    format!(
                        "Een bestand dat op .{ending} eindigt, maakt beraad niet.\n\
                     Kies .md, .html of .eml. Van een pagina (.html) maakt uw browser een pdf: kies daar Afdrukken."
                    )
                })?,
            ),
        };
        match (self.format, by_name) {
            (Some(asked), Some(named)) if asked != named => {
                bail!("Bij -f vraagt u een andere vorm dan de naam bij -o belooft (.{}).", ending.unwrap_or_default())
            }
            (asked, named) => Ok(asked.or(named).map_or(Format::Markdown, Into::into)),
        }
    }
}

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OutFormat {
    /// Markdown
    #[value(help = "Markdown: platte tekst")]
    Md,
    /// HTML
    #[value(help = "HTML: een pagina voor de browser")]
    Html,
    /// A mail.
    #[value(help = "Een mail die klaarstaat, met de pagina als bijlage")]
    Eml,
}

impl From<OutFormat> for Format {
    fn from(format: OutFormat) -> Self {
        match format {
            OutFormat::Md => Self::Markdown,
            OutFormat::Html => Self::Html,
            OutFormat::Eml => Self::Mail,
        }
    }
}

/// The public view.
#[derive(Debug, Clone, Copy, Args)]
pub struct Public {
    /// Alleen wat openbaar is
    ///
    /// Laat alles weg wat besloten of intern is, en alles wat het convenant bij openbaarheid niet noemt.
    #[arg(long)]
    pub openbaar: bool,
}
