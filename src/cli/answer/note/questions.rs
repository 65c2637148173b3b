//! The questions of `reactie nieuw`, answered on the terminal, as the options that would say the same.

use std::io::{self, BufRead};

use anyhow::{Context, Result};

use crate::cli::{ask, say};
use crate::dutch;
use crate::model::{Item, MeetingId, Party, Region, Remarks, Support, reply};
use crate::visible;
use crate::word::Word as _;
use crate::work::note::{Decision, Request};

/// Asks everything, one question at a time; an empty answer leaves a question open.
pub(super) fn questions(region: &Region, id: MeetingId, options: &Request) -> Result<Request> {
    let (meeting, body) = (&region[id], region.body_of(id));
    let day = dutch::date(meeting.date.value);
    say(&format!("{}, {day} ({})", visible::line(&body.name), visible::line(&meeting.key)));
    let mut answer = Request { meeting: Some(meeting.key.clone()), ..options.clone() };
    let known = |known: &mut Option<String>, words: &str| -> Result<()> {
        if known.is_none() {
            *known = question(words)?;
        }
        Ok(())
    };
    known(&mut answer.by, "Wie antwoordt (functie)?")?;
    let party = region.parties.iter().find(|party| party.key == answer.party);
    // other parties have no alderman, and an alderman needs no other
    let governs = answer.by.as_deref().is_some_and(reply::governs);
    if party.is_none_or(Party::is_municipality) && !governs {
        known(&mut answer.agreed_with, "Afgestemd met welke wethouder (functie)?")?;
    }
    known(&mut answer.noted_by, "Wie schrijft dit op (functie)?")?;
    for (_, item) in region[id].proposals() {
        about(item, &mut answer, region[id].is_written())?;
    }
    known(&mut answer.general, "\nInbreng op de hele agenda (leeg: geen)?")?;
    Ok(answer)
}

fn about(item: &Item, answer: &mut Request, written: bool) -> Result<()> {
    let key = &item.key;
    say(&format!("\n{}. {}", item.number, visible::line(&item.title)));
    for (number, asked) in item.asked() {
        say(&format!("   Gevraagd {number}. {}", visible::line(&asked.value)));
        let Some(support) = support()? else { continue };
        let asks_why = matches!(support, Support::Reserved | Support::No);
        let reason = if asks_why { question("   Waarom?")? } else { None };
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        answer.decisions.push(Decision { item: key.clone(), number, support, reason });
    }
    if let Some(words) = question("   Inbreng (leeg: geen)?")? {
        let at = if written {
            "   Moet die in het verslag staan (ja of nee)?"
        } else {
            "   Moet die in de vergadering worden genoemd (ja of nee)?"
        };
        let name_it = question(at)?;
        let name_it = name_it.is_some_and(|word| word.to_lowercase().starts_with('j'));
        answer.remarks.push((key.clone(), Remarks { input: Some(words.into()), name_it, ..Remarks::default() }));
    }
    Ok(())
}

/// What somebody says of a decision; none when it is left open.
fn support() -> Result<Option<Support>> {
    loop {
        let Some(given) = question("   ja, voorbehoud, nee of tijd (leeg: nog geen antwoord)?")? else {
            return Ok(None);
        };
        let given = given.to_lowercase();
        let word = match given.as_str() {
            "j" => "ja",
            "voorbehoud" | "v" => "onder voorbehoud",
            "n" => "nee",
            "tijd" | "t" => "meer tijd",
            other => other,
        };
        if let Some(support) = Support::of(word) {
            return Ok(Some(support));
        }
        say("   Kies uit: ja, voorbehoud, nee, tijd.");
    }
}

fn question(words: &str) -> Result<Option<String>> {
    ask(&format!("{words} "));
    let line = io::stdin().lock().lines().next().transpose().context("Het antwoord is niet te lezen.")?;
    // half an answer is none
    let line = line.context("De vragen zijn niet allemaal gesteld; er is niets bewaard.")?;
    Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
}
