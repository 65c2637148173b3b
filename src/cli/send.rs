//! `verzend`.

use anyhow::Result;
use chrono::NaiveDate;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::arguments::{Arguments, MEETING, MEETING_LONG, date};
use super::{Run, Status, ended, say};
use crate::model::SendingKind;
use crate::word::Word as _;
use crate::work::send::{Done, Request, send};
use crate::{dutch, visible};

/// Legt vast wat er is verzonden of gevraagd, en aan wie
///
/// Schrijft een zending in verzending.toml. Na de zending van de agenda liggen de nummers van de punten vast. beraad
/// verstuurt zelf niets: u verstuurt, en legt het hiermee vast. Wat niet kan, wordt niet vastgelegd: na de vergadering, op een
/// dag die nog komt, twee keer hetzelfde. Een vergissing haalt u weg met --ongedaan.
#[derive(Debug, Args)]
#[command(
    alias = "send",
    after_long_help = "\
Voorbeelden:
  beraad verzend agenda 2025-10-09
  beraad verzend raadpleging volgende --namens alphen-aan-den-rijn
  beraad verzend herinnering volgende --namens alphen-aan-den-rijn --aan nieuwkoop
  beraad verzend nazending volgende                      wat er sinds de laatste zending bij kwam of veranderde
  beraad verzend agenda 2025-10-09 --datum 2025-09-25    achteraf
  beraad verzend nazending volgende --ongedaan"
)]
pub(super) struct Send {
    /// Wat er is verzonden
    #[arg(value_name = "SOORT")]
    kind: SendingKind,
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    meeting: Option<String>,
    /// De partij die vraagt; zonder deze optie ieder die namens een ander spreekt
    #[arg(long, value_name = "PARTIJ")]
    namens: Option<String>,
    /// Alleen aan deze partijen
    #[arg(long, value_name = "PARTIJ", value_delimiter = ',')]
    aan: Vec<String>,
    /// De dag van de zending; zonder deze optie vandaag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    datum: Option<NaiveDate>,
    /// Haalt de laatst vastgelegde zending van deze soort weg uit verzending.toml
    #[arg(long, conflicts_with_all = ["namens", "aan", "datum"])]
    ongedaan: bool,
}

impl Run for Send {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let (mut dossier, mut additions) = arguments.open_to_change()?;
        let request = Request {
            kind: self.kind,
            meeting: self.meeting.as_deref(),
            on_behalf_of: self.namens.as_deref(),
            to: &self.aan,
            date: self.datum,
            undo: self.ongedaan,
        };
        let report = send(&mut dossier, &mut additions, &request);
        ended(&dossier, report, |report| {
            let place = visible::line(&report.path);
            match report.done {
                Done::Recorded(lines) => {
                    for line in &lines {
                        say(&format!("Vastgelegd in {place}: {}", visible::line(line)));
                    }
                }
                Done::Nothing(day) => {
                    say(&format!(
                        "Dit stond er al voor {}, in {place}; er is niets nieuws vastgelegd.",
                        dutch::date(day)
                    ));
                }
                Done::Undone(line) => say(&format!("Weggehaald uit {place}: {}", visible::line(&line))),
            }
            Ok(Status::Done)
        })
    }
}

impl ValueEnum for SendingKind {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Agenda => "De agenda met de stukken; de nummers liggen daarna vast",
            Self::Late => "Punten en stukken die later kwamen of zijn veranderd",
            Self::Consultation => "De vraag aan wie vertegenwoordigd wordt",
            Self::Reminder => "Een herinnering aan wie nog niet antwoordde",
        };
        Some(PossibleValue::new(self.word()).help(help))
    }
}
