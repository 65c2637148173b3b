//! Arguments of the commands that make one kind of document.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::{MEETING, MEETING_LONG, date};
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

/// `agenda`
#[derive(Debug, Args)]
pub struct Agenda {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Met tijden, spreekvolgorde, verwachte inbreng en interne tekst, voor de voorzitter
    #[arg(long, conflicts_with = "openbaar")]
    pub annotatie: bool,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `oplegger`
#[derive(Debug, Args)]
pub struct CoverNote {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Alleen dit agendapunt: de naam (id) of het nummer
    #[arg(long, value_name = "PUNT")]
    pub punt: Option<String>,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `raadpleging`
#[derive(Debug, Args)]
pub struct Consultation {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Alleen voor deze partij
    #[arg(long, value_name = "PARTIJ")]
    pub aan: Option<String>,
    /// Alleen voor wie deze partij spreekt
    #[arg(long, value_name = "PARTIJ")]
    pub namens: Option<String>,
    /// Alleen wat nog nodig is: besluiten waarop niet is geantwoord, of die na het antwoord zijn veranderd
    #[arg(long)]
    pub alleen_nodig: bool,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `verslag` and `besluitenlijst`
#[derive(Debug, Args)]
pub struct MeetingPaper {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `acties`
#[derive(Debug, Args)]
pub struct Actions {
    /// Alleen van dit overleg
    #[arg(long, value_name = "OVERLEG")]
    pub overleg: Option<String>,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `samenstelling`
#[derive(Debug, Args)]
pub struct Composition {
    /// De samenstelling op deze dag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub op: Option<NaiveDate>,
    /// Alleen van dit overleg
    #[arg(long, value_name = "OVERLEG")]
    pub overleg: Option<String>,
    /// The public view.
    #[command(flatten)]
    pub public: Public,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `stand`
#[derive(Debug, Args)]
pub struct State {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Maakt in plaats daarvan een herinnering (een mail, of de vorm bij -f) voor ieder die nog iets moet antwoorden
    #[arg(long)]
    pub herinnering: bool,
    /// Alleen van wie deze partij vertegenwoordigt
    #[arg(long, value_name = "PARTIJ")]
    pub namens: Option<String>,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `spreeknotitie`
#[derive(Debug, Args)]
pub struct SpeakingNote {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Alleen voor deze partij
    #[arg(long, alias = "namens", value_name = "PARTIJ")]
    pub voor: Option<String>,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}

/// `terugkoppeling`
#[derive(Debug, Args)]
pub struct Feedback {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// Alleen voor deze partij
    #[arg(long, value_name = "PARTIJ")]
    pub aan: Option<String>,
    /// Alleen voor wie deze partij spreekt
    #[arg(long, value_name = "PARTIJ")]
    pub namens: Option<String>,
    /// How it comes out.
    #[command(flatten)]
    pub out: Out,
}
