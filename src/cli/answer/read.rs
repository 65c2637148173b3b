//! `reactie lees`.

use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;

use super::super::arguments::{Arguments, MEETINGS_LONG, date};
use super::super::{Run, Status, ended};
use super::tell;
use crate::work::Additions;
use crate::work::take_in::{Request, take_in};

/// Neemt over wat terugkwam: bewaarde formulieren, mails en teksten
///
/// Leest bewaarde formulieren (.toml), ingevulde formulieren in Markdown, mails (.eml, .msg) en teksten van mails (.txt), en
/// voegt de antwoorden toe aan raadpleging/PARTIJ.toml. Wat niet duidelijk is, neemt beraad niet over: het zegt wat u
/// moet navragen. Hetzelfde bestand nog eens lezen verandert niets.
#[derive(Debug, Args)]
#[command(
    alias = "read",
    after_long_help = "\
Voorbeelden:
  beraad reactie lees kaag-en-braassem.toml
  beraad reactie lees postvak/*.eml
  beraad reactie lees antwoord.txt --door \"beleidsadviseur\" --afgestemd-met \"wethouder Participatie\"
  beraad reactie lees *.toml --proef          alleen kijken, niets opslaan"
)]
pub(in crate::cli) struct Read {
    /// De bestanden die terugkwamen
    #[arg(value_name = "BESTAND", required = true)]
    files: Vec<PathBuf>,
    #[arg(long, value_name = "VERGADERING", help = "Alleen antwoorden voor deze vergadering", long_help = MEETINGS_LONG)]
    vergadering: Option<String>,
    /// De dag van het antwoord, als die er niet in staat, niet klopt, of niet die van de mail is
    #[arg(long, value_name = "DATUM", value_parser = date)]
    datum: Option<NaiveDate>,
    /// De functie van wie antwoordde, als die er niet in staat
    #[arg(long, value_name = "FUNCTIE")]
    door: Option<String>,
    /// De wethouder met wie is afgestemd, als die er niet in staat
    #[arg(long, value_name = "FUNCTIE")]
    afgestemd_met: Option<String>,
    /// Alleen kijken, niets opslaan
    #[arg(long)]
    proef: bool,
}

impl Run for Read {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let (mut dossier, additions) =
            if self.proef { (arguments.open(None)?, Additions::default()) } else { arguments.open_to_change()? };
        let request = Request {
            files: &self.files,
            meeting: self.vergadering.as_deref(),
            by: self.door.as_deref(),
            agreed_with: self.afgestemd_met.as_deref(),
            date: self.datum,
        };
        let (report, done) = take_in(&mut dossier, additions, &request);
        let status = tell(&dossier, &report);
        ended(&dossier, done, |()| Ok(status))
    }
}
