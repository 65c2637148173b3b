//! `reactie nieuw`: an answer by telephone or in a talk, from options or from questions on the terminal.

use std::io::{self, IsTerminal};

use anyhow::{Context, Result, bail};

use super::arguments::{Arguments, NewAnswer};
use super::{Status, answers, ended};
use crate::model::{Remarks, Support};
use crate::visible;
use crate::word::Word as _;
use crate::work::note::{Asked, Decision, Request, asked, meeting, note};
use questions::questions;

mod questions;

pub(super) fn run(arguments: &Arguments, ask: &NewAnswer) -> Result<Status> {
    let request = request(ask)?;
    let given = !ask.besluit.is_empty() || ask.akkoord || !ask.inbreng.is_empty() || ask.algemeen.is_some();
    if given {
        return take(arguments, &request, None);
    }
    if !io::stdin().is_terminal() && !ask.vragen {
        bail!("Noem de antwoorden met --besluit, --akkoord of --inbreng, of laat beraad vragen stellen met --vragen.");
    }
    // nobody waits for a person who types
    let dossier = arguments.open(None)?;
    let choice = meeting(&dossier, &request)?;
    ended(&dossier, dossier.meeting(choice), |id| {
        let known = dossier.region().known_on(request.day(dossier.today));
        take(arguments, &questions(&known, id, &request)?, Some(&asked(&known, id)))
    })
}

fn take(arguments: &Arguments, ask: &Request, answered: Option<&[Asked]>) -> Result<Status> {
    let (mut dossier, additions) = arguments.open_to_change()?;
    let report = note(&mut dossier, additions, ask, answered);
    ended(&dossier, report, |report| Ok(answers::tell(&dossier, &report)))
}

/// What the options say.
fn request(ask: &NewAnswer) -> Result<Request> {
    let said = |text: &String| {
        decision(text)
            .with_context(|| format!("“{}” is geen antwoord. Schrijf bijvoorbeeld: jaarplan.1=ja", visible::line(text)))
    };
    let input = |text: &String| {
        let (item, words) = text.split_once('=').context("Schrijf inbreng als: jaarplan=De tekst van de inbreng.")?;
        Ok((item.to_owned(), Remarks { input: Some(words.trim().into()), ..Remarks::default() }))
    };
    let named = |item: &String| Ok((item.clone(), Remarks { name_it: true, ..Remarks::default() }));
    Ok(Request {
        meeting: ask.meeting.clone(),
        party: ask.partij.clone(),
        date: ask.datum,
        time: ask.tijd,
        by: ask.door.clone(),
        agreed_with: ask.afgestemd_met.clone(),
        channel: ask.kanaal,
        noted_by: ask.genoteerd_door.clone(),
        all: ask.akkoord,
        decisions: ask.besluit.iter().map(said).collect::<Result<_>>()?,
        remarks: ask.inbreng.iter().map(input).chain(ask.benoemen.iter().map(named)).collect::<Result<_>>()?,
        general: ask.algemeen.clone(),
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
