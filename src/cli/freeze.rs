//! `vastleggen`.

use anyhow::Result;
use clap::Args;

use super::arguments::{Arguments, MEETINGS_LONG};
use super::{Run, Status, ended, say};
use crate::model::called;
use crate::work::freeze::freeze;
use crate::{dutch, visible};

/// Legt de tekst van vastgestelde verslagen vast
///
/// Een verslag is vastgesteld als het verslag van een latere vergadering dat zegt. Dan schrijft deze opdracht in
/// vaststelling.toml hoe het luidt, in vingerafdrukken. Verandert de tekst daarna, dan wijst beraad controleer dat aan;
/// wat nog niet klopt, komt ernaast als correctie.
#[derive(Debug, Args)]
#[command(
    alias = "freeze",
    after_long_help = "\
Voorbeelden:
  beraad vastleggen                      alle verslagen die zijn vastgesteld en nog niet vastliggen
  beraad vastleggen 2025-10-09"
)]
pub(super) struct Freeze {
    #[arg(value_name = "VERGADERING", help = "De vergaderingen waarvan het verslag is vastgesteld; zonder namen alle", long_help = MEETINGS_LONG)]
    meetings: Vec<String>,
}

impl Run for Freeze {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let (dossier, mut additions) = arguments.open_to_change()?;
        let mut frozen = Vec::new();
        let done = freeze(&dossier, &mut additions, &self.meetings, &mut frozen);
        for it in &frozen {
            let (of, day) = (called::its_own_moment(dossier.region(), it.meeting), dutch::date(it.adoption.date));
            say(&format!("Vastgelegd in {}: het verslag van {of}, vastgesteld op {day}", visible::line(&it.path)));
        }
        ended(&dossier, done, |()| {
            if frozen.is_empty() {
                say("Er is niets nieuws om vast te leggen: van elk vastgesteld verslag ligt de tekst al vast.");
            }
            Ok(Status::Done)
        })
    }
}
