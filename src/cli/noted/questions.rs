//! The questions of `reactie nieuw`, answered on the terminal, as the options that would say the same.

use std::io::{self, BufRead};

use anyhow::{Context, Result};

use super::super::arguments::NewAnswer;
use super::super::{ask, say};
use crate::dutch;
use crate::format::GEDRAGEN;
use crate::model::{Item, MeetingId, Party, Region, reply};
use crate::visible;

/// Asks everything, one question at a time; an empty answer leaves a question open.
pub fn questions(region: &Region, id: MeetingId, options: &NewAnswer) -> Result<NewAnswer> {
    let (meeting, body) = (&region[id], region.body_of(id));
    let day = dutch::date(meeting.date.value);
    say(&format!("{}, {day} ({})", visible::line(&body.name), visible::line(&meeting.key)));
    let mut answer = NewAnswer { meeting: Some(meeting.key.clone()), ..options.clone() };
    let known = |known: &mut Option<String>, words: &str| -> Result<()> {
        if known.is_none() {
            *known = question(words)?;
        }
        Ok(())
    };
    known(&mut answer.door, "Wie antwoordt (functie)?")?;
    let party = region.parties.iter().find(|party| party.key == answer.partij);
    // other parties have no alderman, and an alderman needs no other
    let governs = answer.door.as_deref().is_some_and(reply::governs);
    if party.is_none_or(Party::is_municipality) && !governs {
        known(&mut answer.afgestemd_met, "Afgestemd met welke wethouder (functie)?")?;
    }
    known(&mut answer.genoteerd_door, "Wie schrijft dit op (functie)?")?;
    for (_, item) in region[id].proposals() {
        about(item, &mut answer, region[id].is_written())?;
    }
    known(&mut answer.algemeen, "\nInbreng op de hele agenda (leeg: geen)?")?;
    Ok(answer)
}

fn about(item: &Item, answer: &mut NewAnswer, written: bool) -> Result<()> {
    let key = &item.key;
    say(&format!("\n{}. {}", item.number, visible::line(&item.title)));
    for (number, asked) in item.asked() {
        say(&format!("   Gevraagd {number}. {}", visible::line(&asked.value)));
        let Some(word) = support()? else { continue };
        let asks_why = matches!(word, "onder voorbehoud" | "nee");
        let reason = if asks_why { question("   Waarom?")? } else { None };
        answer.besluit.push(format!("{key}.{number}={word}:{}", reason.unwrap_or_default()));
    }
    if let Some(words) = question("   Inbreng (leeg: geen)?")? {
        answer.inbreng.push(format!("{key}={words}"));
        let at = if written {
            "   Moet die in het verslag staan (ja of nee)?"
        } else {
            "   Moet die in de vergadering worden genoemd (ja of nee)?"
        };
        let name_it = question(at)?;
        if name_it.is_some_and(|word| word.to_lowercase().starts_with('j')) {
            answer.benoemen.push(key.clone());
        }
    }
    Ok(())
}

/// One of the words of a file.
fn support() -> Result<Option<&'static str>> {
    loop {
        let Some(given) = question("   ja, voorbehoud, nee of tijd (leeg: nog geen antwoord)?")? else {
            return Ok(None);
        };
        let word = match given.to_lowercase().as_str() {
            "j" => "ja",
            "voorbehoud" | "v" => "onder voorbehoud",
            "n" => "nee",
            "tijd" | "t" => "meer tijd",
            other => GEDRAGEN.iter().find(|word| **word == other).copied().unwrap_or_default(),
        };
        if !word.is_empty() {
            return Ok(Some(word));
        }
        say("   Kies uit: ja, voorbehoud, nee, tijd.");
    }
}

fn question(words: &str) -> Result<Option<String>> {
    ask(&format!("{words} "));
    let line = io::stdin().lock().lines().next().transpose().context("Het antwoord is niet te lezen.")?;
    Ok(line.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()))
}
