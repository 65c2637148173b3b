//! `verzend` and `reactie`.

use crate::model::{Channel, SendingKind};
use crate::word::Word as _;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use clap::builder::PossibleValue;
use clap::{Args, Subcommand, ValueEnum};

use super::{MEETING, MEETING_LONG, date, time};

/// `verzend`
#[derive(Debug, Args)]
pub struct Send {
    /// Wat er is verzonden
    #[arg(value_name = "SOORT")]
    pub kind: SendingKind,
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// De partij die vraagt; zonder deze optie ieder die namens een ander spreekt
    #[arg(long, value_name = "PARTIJ")]
    pub namens: Option<String>,
    /// Alleen aan deze partijen
    #[arg(long, value_name = "PARTIJ", value_delimiter = ',')]
    pub aan: Vec<String>,
    /// De dag van de zending; zonder deze optie vandaag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub datum: Option<NaiveDate>,
    /// Haalt de laatst vastgelegde zending van deze soort weg uit verzending.toml
    #[arg(long, conflicts_with_all = ["namens", "aan", "datum"])]
    pub ongedaan: bool,
}

/// `reactie`
#[derive(Debug, Subcommand)]
pub enum Answer {
    /// Neemt over wat terugkwam: bewaarde formulieren, mails en teksten
    ///
    /// Leest bewaarde formulieren (.toml), ingevulde formulieren in Markdown, mails (.eml, .msg) en teksten van mails (.txt), en
    /// voegt de antwoorden toe aan raadpleging/PARTIJ.toml. Wat niet duidelijk is, neemt beraad niet over: het zegt wat u
    /// moet navragen. Hetzelfde bestand nog eens lezen verandert niets.
    #[command(
        alias = "read",
        after_long_help = "\
Voorbeelden:
  beraad reactie lees kaag-en-braassem.toml
  beraad reactie lees postvak/*.eml
  beraad reactie lees antwoord.txt --door \"beleidsadviseur\" --afgestemd-met \"wethouder Participatie\"
  beraad reactie lees *.toml --proef          alleen kijken, niets opslaan"
    )]
    Lees(ReadAnswers),

    /// Legt een antwoord vast dat per telefoon of in een gesprek is gegeven
    ///
    /// Zonder de opties bij de antwoorden stelt beraad de vragen op het scherm, één voor één.
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
    Nieuw(NewAnswer),
}

/// `reactie lees`
#[derive(Debug, Args)]
pub struct ReadAnswers {
    /// De bestanden die terugkwamen
    #[arg(value_name = "BESTAND", required = true)]
    pub files: Vec<PathBuf>,
    /// The meeting.
    #[arg(long, value_name = "VERGADERING", help = "Alleen antwoorden voor deze vergadering", long_help = MEETING_LONG)]
    pub vergadering: Option<String>,
    /// De dag van het antwoord, als die er niet in staat, niet klopt, of niet die van de mail is
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub datum: Option<NaiveDate>,
    /// De functie van wie antwoordde, als die er niet in staat
    #[arg(long, value_name = "FUNCTIE")]
    pub door: Option<String>,
    /// De wethouder met wie is afgestemd, als die er niet in staat
    #[arg(long, value_name = "FUNCTIE")]
    pub afgestemd_met: Option<String>,
    /// Alleen kijken, niets opslaan
    #[arg(long)]
    pub proef: bool,
}

/// `reactie nieuw`
#[derive(Debug, Clone, Args)]
pub struct NewAnswer {
    /// The meeting.
    #[arg(value_name = "VERGADERING", help = MEETING, long_help = MEETING_LONG)]
    pub meeting: Option<String>,
    /// De partij die antwoordde
    #[arg(long, value_name = "PARTIJ")]
    pub partij: String,
    /// De dag van het antwoord; zonder deze optie vandaag
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub datum: Option<NaiveDate>,
    /// Hoe laat het antwoord kwam; nodig als er op één dag meer antwoorden waren
    #[arg(long, value_name = "TIJD", value_parser = time)]
    pub tijd: Option<NaiveTime>,
    /// De functie van wie antwoordde
    #[arg(long, value_name = "FUNCTIE")]
    pub door: Option<String>,
    /// De wethouder met wie is afgestemd
    #[arg(long, value_name = "FUNCTIE")]
    pub afgestemd_met: Option<String>,
    /// Hoe het antwoord binnenkwam
    #[arg(long, value_name = "KANAAL", default_value = "telefoon")]
    pub kanaal: Channel,
    /// De functie van wie het opschrijft
    #[arg(long, value_name = "FUNCTIE")]
    pub genoteerd_door: Option<String>,
    /// Elk gevraagd besluit wordt gedragen
    #[arg(long, conflicts_with = "besluit")]
    pub akkoord: bool,
    /// Een antwoord: PUNT.NR=ja, onder voorbehoud, nee of meer tijd, met de reden achter een dubbele punt
    #[arg(long, value_name = "PUNT.NR=ANTWOORD")]
    pub besluit: Vec<String>,
    /// Inbreng bij een agendapunt
    #[arg(long, value_name = "PUNT=TEKST")]
    pub inbreng: Vec<String>,
    /// De inbreng bij dit agendapunt moet worden genoemd
    #[arg(long, value_name = "PUNT")]
    pub benoemen: Vec<String>,
    /// Inbreng op de agenda als geheel
    #[arg(long, value_name = "TEKST")]
    pub algemeen: Option<String>,
    /// Stelt de vragen ook als de invoer geen terminal is
    #[arg(long)]
    pub vragen: bool,
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

impl ValueEnum for Channel {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}
