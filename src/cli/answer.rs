//! `reactie`: what came back on a consultation.

use anyhow::Result;
use clap::Subcommand;

use super::arguments::Arguments;
use super::{Run, Status, say, say_coloured};
use crate::show;
use crate::work::Dossier;
use crate::work::take_in::Report;

mod note;
mod read;

/// Neemt antwoorden op een raadpleging over
#[derive(Debug, Subcommand)]
#[command(
    alias = "answer",
    after_long_help = "\
Voorbeelden:
  beraad reactie lees postvak/*.eml
  beraad reactie nieuw --partij nieuwkoop"
)]
pub(super) enum Answer {
    Lees(read::Read),
    Nieuw(note::Note),
}

impl Run for Answer {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        match self {
            Self::Lees(ask) => ask.run(arguments),
            Self::Nieuw(ask) => ask.run(arguments),
        }
    }
}

/// Says what was taken in and what was not.
fn tell(dossier: &Dossier, report: &Report) -> Status {
    if !report.findings.is_empty() {
        say_coloured(show::text(&report.findings, &dossier.folder.sources, "", true).trim_end());
        say("");
    }
    report.said.iter().for_each(|line| say(line));
    if report.trial && !report.said.is_empty() {
        say("Dit was een proef: er is niets opgeslagen.");
    }
    if report.refused > 0 { Status::Findings } else { Status::Done }
}
