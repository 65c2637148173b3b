//! `reactie nieuw`: an answer by telephone or in a talk, from options or from questions on the terminal.

use std::io::{self, IsTerminal};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use chrono::{NaiveDate, NaiveTime};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::super::arguments::{Arguments, MEETING, MEETING_LONG, date, time};
use super::super::{Run, Status, ended};
use super::tell;
use crate::model::reply::Whole;
use crate::model::{Channel, Support};
use crate::visible;
use crate::word::Word as _;
use crate::work::note::{Asked, Decision, Request, asked, meeting, note};
use of_items::OfItems;
use questions::questions;

mod of_items;
mod questions;

/// Legt een antwoord vast dat per telefoon of in een gesprek is gegeven
///
/// Zonder de opties bij de antwoorden stelt beraad de vragen op het scherm, één voor één.
#[derive(Debug, Clone, Args)]
#[command(
    alias = "new",
    after_long_help = "\
Voorbeelden:
  beraad reactie nieuw --partij nieuwkoop
  beraad reactie nieuw --partij nieuwkoop --kanaal telefoon --door \"beleidsadviseur\" \\
    --afgestemd-met \"wethouder\" --genoteerd-door \"beleidsadviseur Alphen aan den Rijn\" \\
    --besluit meerjarenagenda.1=ja --besluit \"meerjarenagenda.2=nee: het komt te vroeg\" \\
    --inbreng \"werkcentrum=Let op de bus.\" --benoemen werkcentrum"
)]
pub(in crate::cli) struct Note {
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    meeting: Option<String>,
    /// De partij die antwoordde
    #[arg(long, value_name = "PARTIJ")]
    partij: String,
    /// De dag van het antwoord; zonder deze optie vandaag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    datum: Option<NaiveDate>,
    /// Hoe laat het antwoord kwam; nodig als er op één dag meer antwoorden waren
    #[arg(long, value_name = "TIJD", value_parser = time)]
    tijd: Option<NaiveTime>,
    /// De functie van wie antwoordde
    #[arg(long, value_name = "FUNCTIE")]
    door: Option<String>,
    /// De wethouder met wie is afgestemd
    #[arg(long, value_name = "FUNCTIE")]
    afgestemd_met: Option<String>,
    /// Hoe het antwoord binnenkwam
    #[arg(long, value_name = "KANAAL", default_value = "telefoon")]
    kanaal: Channel,
    /// De functie van wie het opschrijft
    #[arg(long, value_name = "FUNCTIE")]
    genoteerd_door: Option<String>,
    /// Elk gevraagd besluit wordt gedragen
    #[arg(long, conflicts_with = "besluit")]
    akkoord: bool,
    /// Een antwoord: PUNT.NR=ja, onder voorbehoud, nee of meer tijd, met de reden achter een dubbele punt
    #[arg(long, value_name = "PUNT.NR=ANTWOORD")]
    besluit: Vec<String>,
    #[command(flatten)]
    of_items: OfItems,
    /// Inbreng op de agenda als geheel
    #[arg(long, value_name = "TEKST")]
    algemeen: Option<String>,
    /// Stelt de vragen ook als de invoer geen terminal is
    #[arg(long)]
    vragen: bool,
}

impl Run for Note {
    fn run(&self, arguments: &Arguments) -> Result<Status> {
        let request = request(self)?;
        let given =
            !self.besluit.is_empty() || self.akkoord || self.of_items.say_something() || self.algemeen.is_some();
        if given {
            return take(arguments, &request, None);
        }
        if !io::stdin().is_terminal() && !self.vragen {
            bail!(
                "Noem de antwoorden met --besluit, --akkoord of --inbreng, of laat beraad vragen stellen met --vragen."
            );
        }
        // nobody waits for a person who types
        let dossier = arguments.open(None)?;
        let choice = meeting(&dossier, &request)?;
        ended(&dossier, dossier.meeting(choice), |id| {
            let known = dossier.region().known_on(request.day(dossier.today));
            take(arguments, &questions(&known, id, &request)?, Some(&asked(&known, id)))
        })
    }
}

fn take(arguments: &Arguments, ask: &Request, answered: Option<&[Asked]>) -> Result<Status> {
    let (mut dossier, additions) = arguments.open_to_change()?;
    let report = note(&mut dossier, additions, ask, answered);
    ended(&dossier, report, |report| Ok(tell(&dossier, &report)))
}

/// What the options say.
fn request(ask: &Note) -> Result<Request> {
    let said = |text: &String| {
        decision(text)
            .with_context(|| format!("“{}” is geen antwoord. Schrijf bijvoorbeeld: jaarplan.1=ja", visible::line(text)))
    };
    let words = |text: &Option<String>| text.as_deref().map(Arc::from);
    let whole = Whole {
        by: words(&ask.door),
        agreed_with: words(&ask.afgestemd_met),
        noted_by: words(&ask.genoteerd_door),
        general: words(&ask.algemeen),
        accompanying: None,
    };
    Ok(Request {
        meeting: ask.meeting.clone(),
        party: ask.partij.clone(),
        date: ask.datum,
        time: ask.tijd,
        channel: ask.kanaal,
        whole,
        all: ask.akkoord,
        decisions: ask.besluit.iter().map(said).collect::<Result<_>>()?,
        remarks: ask.of_items.remarks()?,
    })
}

/// `jaarplan.2=nee: het komt te vroeg`
fn decision(text: &str) -> Option<Decision> {
    let (place, answer) = text.split_once('=')?;
    let (item, number) = place.rsplit_once('.')?;
    let (word, reason) = answer.split_once(':').map_or((answer, None), |(word, reason)| (word, Some(reason)));
    let support = Support::of(&word.trim().to_lowercase())?;
    let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    Some(Decision { item: item.trim().to_owned(), number: number.trim().parse().ok()?, support, reason })
}

impl ValueEnum for Channel {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}
