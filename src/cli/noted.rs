//! `reactie nieuw`: an answer by telephone or in a talk, from options or from questions on the terminal.

use std::io::{self, IsTerminal};

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;

use super::answers::Taking;
use super::arguments::{Arguments, ChannelWord, NewAnswer};
use super::choose::likely::{self, Aim};
use super::choose::{Choice, Choices};
use super::input::Input;
use super::{Status, refuse};
use crate::consultation;
use crate::document::From;
use crate::form::accept::Circumstances;
use crate::form::{self, Returned, ReturnedAnswer, ReturnedItem};
use crate::format::GEDRAGEN;
use crate::model::{Channel, Item, MeetingId, Region, Support};
use crate::source::{FileId, Span, Spanned};
use crate::visible;
use questions::questions;

mod questions;

pub fn run(arguments: &Arguments, ask: &NewAnswer) -> Result<Status> {
    let given = !ask.besluit.is_empty() || ask.akkoord || !ask.inbreng.is_empty() || ask.algemeen.is_some();
    if given {
        return take(arguments, ask, None);
    }
    if !io::stdin().is_terminal() && !ask.vragen {
        bail!("Noem de antwoorden met --besluit, --akkoord of --inbreng, of laat beraad vragen stellen met --vragen.");
    }
    // nobody waits for a person who types
    let input = arguments.input()?;
    match meeting(&input, arguments, ask)? {
        Choice::Meeting(id) => {
            let known = input.region().known_on(day(arguments, ask));
            take(arguments, &questions(&known, id, ask)?, Some(asked(&known, id)))
        }
        Choice::Broken(folder) => Ok(refuse(&input, &input.errors_of(&folder))),
    }
}

/// The day on which it was answered: what was taken off the agenda later was asked then.
fn day(arguments: &Arguments, ask: &NewAnswer) -> NaiveDate {
    ask.datum.unwrap_or_else(|| arguments.today())
}

/// Takes in what was answered, unless other questions stand in the dossier than were asked.
fn take(arguments: &Arguments, ask: &NewAnswer, answered: Option<Vec<Asked>>) -> Result<Status> {
    let (mut input, additions) = arguments.locked_input()?;
    let id = match meeting(&input, arguments, ask)? {
        Choice::Meeting(id) => id,
        Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
    };
    let day = day(arguments, ask);
    if answered.is_some_and(|answered| answered != asked(&input.region().known_on(day), id)) {
        bail!("De gevraagde besluiten zijn intussen veranderd. Er is niets opgeslagen; beantwoord de vragen opnieuw.");
    }
    input.fingerprint(id)?;
    let text = format!("{} {}\n", input.region()[id].key, ask.partij);
    let file = input.dossier.sources.add("uw antwoord".to_owned(), text);
    let returned = answer(&input.region().known_on(day), id, ask, file)?;
    let date = Some(day);
    let moment = date.zip(ask.tijd).map(|(date, time)| date.and_time(time));
    let known = Circumstances { date, moment, ..Circumstances::default() };
    let mut taking = Taking::empty(&mut input, arguments, additions);
    taking.one(&returned, known, &format!("antwoord van {}", ask.partij), Vec::new(), file)?;
    Ok(taking.close())
}

fn meeting(input: &Input, arguments: &Arguments, ask: &NewAnswer) -> Result<Choice> {
    let today = arguments.today();
    let (known, then) = (input.region().known_on(today), input.region().known_on(day(arguments, ask)));
    let (region, then): (&Region, &Region) = (&known, &then);
    let party = region.party_ids().find(|party| region[*party].key == ask.partij);
    let what = move |id| named(ask).all(|name| place(then, id, name).is_some());
    let asked = move |_, asked: &[consultation::Asked]| asked.iter().any(|one| Some(one.party) == party);
    let mut likely = likely::tests(region, today, Aim::Answering, asked, what);
    // who speaks at a table may lay down its own position there
    let may = move |id, _: &[consultation::Asked]| party.is_some_and(|it| consultation::may_answer(region, id, it));
    likely.extend(likely::tests(region, today, Aim::Answering, may, what));
    let choices = Choices::new(region, input.folders(), today).likely(likely);
    choices.choose(ask.meeting.as_deref(), From::Consultation)
}

/// The items that options name, by their keys or numbers.
fn named(ask: &NewAnswer) -> impl Iterator<Item = &str> {
    let decisions = ask.besluit.iter().filter_map(|text| decision(text)).map(|(item, ..)| item);
    let inputs = ask.inbreng.iter().filter_map(|text| text.split_once('=')).map(|(item, _)| item);
    decisions.chain(inputs).chain(ask.benoemen.iter().map(String::as_str))
}

/// The item that is asked about under a key or a number.
fn place<'a>(region: &'a Region, id: MeetingId, name: &str) -> Option<&'a Item> {
    let mut items = region[id].proposals().map(|(_, item)| item);
    items.find(|item| item.key == name.trim() || item.number == name.trim())
}

/// An item with the decisions that are asked of it.
type Asked = (String, Vec<String>);

fn asked(region: &Region, id: MeetingId) -> Vec<Asked> {
    let texts = |item: &Item| item.requested.iter().map(|asked| asked.value.clone()).collect();
    region[id].proposals().map(|(_, item)| (item.key.clone(), texts(item))).collect()
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
        time: None,
        by: ask.door.clone(),
        agreed_with: ask.afgestemd_met.clone(),
        channel,
        noted_by: ask.genoteerd_door.clone(),
        general: ask.algemeen.clone(),
        accompanying: None,
        items: Vec::new(),
        saved: false,
        stored: false,
        span,
    };
    for (_, item) in region[id].proposals().filter(|_| ask.akkoord) {
        for (number, _) in item.asked() {
            let number = u16::try_from(number).unwrap_or(u16::MAX);
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
    let item = place(region, id, name)
        .with_context(|| format!("Over een agendapunt {} wordt niets gevraagd.", visible::line(name)))?;
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
    answers.push(ReturnedAnswer { number, asked: form::Asked::Now, support, reason, span });
    Ok(())
}
