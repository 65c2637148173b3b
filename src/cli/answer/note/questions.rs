//! The questions of `reactie nieuw`, answered on the terminal, as the options that would say the same.

use std::io::{self, BufRead};
use std::sync::Arc;

use anyhow::{Context, Result};

use super::of_items;
use crate::cli::{ask, say};
use crate::dutch;
use crate::model::reply::{Filled as _, Holds};
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
    let known = |known: &mut Option<Arc<str>>, words: &str| -> Result<()> {
        if known.is_none() {
            *known = question(words)?.map(Arc::from);
        }
        Ok(())
    };
    known(&mut answer.whole.by, "Wie antwoordt (functie)?")?;
    let party = region.parties.iter().find(|party| party.key == answer.party);
    // other parties have no alderman, and an alderman needs no other
    let governs = answer.whole.by.as_deref().is_some_and(reply::governs);
    if party.is_none_or(Party::is_municipality) && !governs {
        known(&mut answer.whole.agreed_with, "Afgestemd met welke wethouder (functie)?")?;
    }
    known(&mut answer.whole.noted_by, "Wie schrijft dit op (functie)?")?;
    for (_, item) in region[id].proposals() {
        about(item, &mut answer, region[id].is_written())?;
    }
    known(&mut answer.whole.general, "\nInbreng op de hele agenda (leeg: geen)?")?;
    Ok(answer)
}

fn about(item: &Item, answer: &mut Request, written: bool) -> Result<()> {
    let key = &item.key;
    say(&format!("\n{}. {}", item.number, visible::line(&item.title)));
    for (number, asked) in item.asked() {
        say(&format!("   Gevraagd {number}. {}", visible::line(&asked.value)));
        let Some(support) = support()? else { continue };
        let reason = if support.asks_why() { question("   Waarom?")? } else { None };
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        answer.decisions.push(Decision { item: key.clone(), number, support, reason });
    }
    let remarks = remarks(written)?;
    answer.remarks.extend(remarks.texts().next().is_some().then(|| (key.clone(), remarks.clone())));
    Ok(())
}

/// What is said of an item as a whole; a tick is about a text, and not asked without.
fn remarks(written: bool) -> Result<Remarks> {
    let mut remarks = Remarks::default();
    for (field, told) in of_items::all() {
        let words = format!("   {}", told.question[usize::from(written)]);
        if field.holds() != Holds::Tick {
            question(&words)?.into_iter().for_each(|text| remarks.put(field, &text));
        } else if remarks.texts().next().is_some()
            && question(&words)?.is_some_and(|word| word.to_lowercase().starts_with('j'))
        {
            remarks.tick(field);
        }
    }
    Ok(remarks)
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
