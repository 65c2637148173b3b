//! `reactie nieuw`: an answer by telephone or in a talk, from options or from questions on the terminal.

use std::io::{self, BufRead, IsTerminal};

use anyhow::{Context, Result, bail};

use super::answers::Taking;
use super::arguments::{Arguments, ChannelWord, NewAnswer};
use super::choose::{Choice, Choices};
use super::{Status, refuse, say};
use crate::document::From;
use crate::form::accept::Circumstances;
use crate::form::{Asked, Returned, ReturnedAnswer, ReturnedItem};
use crate::format::GEDRAGEN;
use crate::model::{Channel, MeetingId, Region, Support};
use crate::source::{FileId, Span, Spanned};
use crate::visible;

pub fn run(arguments: &Arguments, ask: &NewAnswer) -> Result<Status> {
    let mut input = arguments.input()?;
    let today = arguments.today();
    let chosen =
        Choices::new(input.region(), input.folders(), today).choose(ask.meeting.as_deref(), From::Consultation)?;
    let id = match chosen {
        Choice::Meeting(id) => id,
        Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
    };
    input.fingerprint(id);
    let text = format!("{} {}\n", input.region()[id].key, ask.partij);
    let file = input.dossier.sources.add("uw antwoord".to_owned(), text);
    let mut returned = answer(input.region(), id, ask, file)?;
    let given = !ask.besluit.is_empty() || ask.akkoord || !ask.inbreng.is_empty() || ask.algemeen.is_some();
    if !given {
        if !io::stdin().is_terminal() && !ask.vragen {
            bail!(
                "Noem de antwoorden met --besluit, --akkoord of --inbreng, of laat beraad vragen stellen met --vragen."
            );
        }
        questions(input.region(), id, &mut returned)?;
    }
    let known = Circumstances { date: Some(ask.datum.unwrap_or(today)), ..Circumstances::default() };
    let mut taking = Taking::empty(&mut input, arguments);
    taking.one(&returned, known, &format!("antwoord van {}", ask.partij), Vec::new(), file);
    taking.close(false)
}

/// What the options say.
fn answer(region: &Region, id: MeetingId, ask: &NewAnswer, file: FileId) -> Result<Returned> {
    let key = &region[id].key;
    let at = |range: std::ops::Range<usize>| Span::new(file, &range);
    let channel = match ask.kanaal {
        ChannelWord::Telefoon => Channel::Phone,
        ChannelWord::Gesprek => Channel::Talk,
        ChannelWord::EMail => Channel::Email,
        ChannelWord::Formulier => Channel::Form,
    };
    let span = at(0..key.len());
    let mut returned = Returned {
        meeting: Spanned::new(key.clone(), span),
        party: Spanned::new(ask.partij.clone(), at(key.len() + 1..key.len() + 1 + ask.partij.len())),
        date: None,
        by: ask.door.clone(),
        agreed_with: ask.afgestemd_met.clone(),
        channel,
        noted_by: ask.genoteerd_door.clone(),
        general: ask.algemeen.clone(),
        items: Vec::new(),
        span,
    };
    for (_, item) in region[id].proposals().filter(|_| ask.akkoord) {
        for number in (1..).take(item.requested.len()) {
            add(region, id, &mut returned, &item.key, number, Support::Yes, None)?;
        }
    }
    for text in &ask.besluit {
        let (item, number, support, reason) = decision(text).with_context(|| {
            format!("“{}” is geen antwoord. Schrijf bijvoorbeeld: jaarplan.1=ja", visible::line(text))
        })?;
        add(region, id, &mut returned, item, number, support, reason)?;
    }
    for text in &ask.inbreng {
        let (item, words) = text.split_once('=').context("Schrijf inbreng als: jaarplan=De tekst van de inbreng.")?;
        entry(region, id, &mut returned, item)?.input = Some(words.trim().to_owned());
    }
    for item in &ask.benoemen {
        entry(region, id, &mut returned, item)?.name_it = true;
    }
    Ok(returned)
}

/// `jaarplan.2=nee: het komt te vroeg`
fn decision(text: &str) -> Option<(&str, u16, Support, Option<String>)> {
    let (place, answer) = text.split_once('=')?;
    let (item, number) = place.rsplit_once('.')?;
    let (word, reason) = answer.split_once(':').map_or((answer, None), |(word, reason)| (word, Some(reason)));
    let at = GEDRAGEN.iter().position(|known| *known == word.trim().to_lowercase())?;
    let reason = reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    Some((item.trim(), number.trim().parse().ok()?, Support::ALL[at], reason))
}

/// What is noted on an item, by its key or its number.
fn entry<'a>(region: &Region, id: MeetingId, returned: &'a mut Returned, name: &str) -> Result<&'a mut ReturnedItem> {
    let mut items = region[id].proposals().map(|(_, item)| item);
    let item = items.find(|item| item.key == name.trim() || item.number == name.trim());
    let item = item.with_context(|| format!("Over een agendapunt {} wordt niets gevraagd.", visible::line(name)))?;
    let span = returned.span;
    let at = returned.items.iter().position(|known| known.key.value == item.key).unwrap_or_else(|| {
        let (key, seen) = (Spanned::new(item.key.clone(), span), item.fingerprint.clone());
        returned.items.push(ReturnedItem { key, seen, input: None, name_it: false, answers: Vec::new() });
        returned.items.len() - 1
    });
    Ok(&mut returned.items[at])
}

fn add(
    region: &Region,
    id: MeetingId,
    returned: &mut Returned,
    item: &str,
    number: u16,
    support: Support,
    reason: Option<String>,
) -> Result<()> {
    let span = returned.span;
    let answers = &mut entry(region, id, returned, item)?.answers;
    if answers.iter().any(|answer| answer.number == number) {
        bail!("Besluit {number} bij {} is twee keer beantwoord.", visible::line(item));
    }
    answers.push(ReturnedAnswer { number, asked: Asked::Now, support, reason, span });
    Ok(())
}

/// Asks everything, one question at a time; an empty answer leaves a question open.
fn questions(region: &Region, id: MeetingId, returned: &mut Returned) -> Result<()> {
    let mut lines = io::stdin().lock().lines();
    let mut question = |words: &str| -> Result<String> {
        super::ask(&format!("{words} "));
        let line = lines.next().transpose().context("Het antwoord is niet te lezen.")?;
        Ok(line.unwrap_or_default().trim().to_owned())
    };
    let maybe = |text: String| Some(text).filter(|text| !text.is_empty());
    returned.by = returned.by.take().or(maybe(question("Wie antwoordt (functie)?")?));
    returned.agreed_with = returned.agreed_with.take().or(maybe(question("Afgestemd met welke wethouder (functie)?")?));
    returned.noted_by = returned.noted_by.take().or(maybe(question("Wie schrijft dit op (functie)?")?));
    for (_, item) in region[id].proposals() {
        say(&format!("\n{}. {}", item.number, visible::line(&item.title)));
        for (number, asked) in (1..).zip(&item.requested) {
            say(&format!("   Gevraagd {number}. {}", visible::line(&asked.value)));
            let support = loop {
                let given = question("   ja, voorbehoud, nee of tijd (leeg: nog geen antwoord)?")?.to_lowercase();
                match given.as_str() {
                    "" => break None,
                    "ja" | "j" => break Some(Support::Yes),
                    "voorbehoud" | "onder voorbehoud" | "v" => break Some(Support::Reserved),
                    "nee" | "n" => break Some(Support::No),
                    "tijd" | "meer tijd" | "t" => break Some(Support::MoreTime),
                    _ => say("   Kies uit: ja, voorbehoud, nee, tijd."),
                }
            };
            let Some(support) = support else { continue };
            let with_reason = matches!(support, Support::Reserved | Support::No);
            let reason = if with_reason { maybe(question("   Waarom?")?) } else { None };
            add(region, id, returned, &item.key, number, support, reason)?;
        }
        if let Some(input) = maybe(question("   Inbreng (leeg: geen)?")?) {
            let name_it = question("   Moet die in de vergadering worden genoemd (ja of nee)?")?.to_lowercase();
            let entry = entry(region, id, returned, &item.key)?;
            (entry.input, entry.name_it) = (Some(input), name_it.starts_with('j'));
        }
    }
    returned.general = returned.general.take().or(maybe(question("\nInbreng op de hele agenda (leeg: geen)?")?));
    Ok(())
}
