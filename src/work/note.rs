//! `reactie nieuw`: an answer by telephone or in a talk, as somebody noted it.

use std::ops::Range;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use chrono::{NaiveDate, NaiveTime};

use super::additions::Additions;
use super::choose::Choice;
use super::choose::likely::{self, Aim};
use super::take_in::{Report, Taking};
use super::{Dossier, Stop};
use crate::answer::accept::Circumstances;
use crate::answer::{self, Returned, ReturnedAnswer, ReturnedItem};
use crate::model::consultation;
use crate::model::reply::{Filled as _, Whole};
use crate::model::{Channel, Item, MeetingId, Region, Remarks, Support};
use crate::paper::From;
use crate::source::{FileId, Span, Spanned};
use crate::visible;

/// What was answered.
#[derive(Debug, Clone)]
pub struct Request {
    /// The meeting, as a person names it.
    pub meeting: Option<String>,
    /// The party that answers, by its key.
    pub party: String,
    /// The day; today without.
    pub date: Option<NaiveDate>,
    /// The time of that day.
    pub time: Option<NaiveTime>,
    /// How it came.
    pub channel: Channel,
    /// What was said of it as a whole.
    pub whole: Whole,
    /// Yes to everything.
    pub all: bool,
    /// The answers.
    pub decisions: Vec<Decision>,
    /// What was said of items as a whole, by their keys or numbers; an item may come more than once.
    pub remarks: Vec<(String, Remarks)>,
}

/// An answer to a requested decision.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The key or the number of its item.
    pub item: String,
    /// Its number at the item, from 1.
    pub number: u16,
    /// Whether it is supported.
    pub support: Support,
    /// Why not, or on what condition.
    pub reason: Option<String>,
}

impl Request {
    /// The day on which it was answered: what was taken off the agenda later was asked then.
    #[must_use]
    pub fn day(&self, today: NaiveDate) -> NaiveDate {
        self.date.unwrap_or(today)
    }

    /// The items that it names, by their keys or numbers.
    fn named(&self) -> impl Iterator<Item = &str> {
        let decisions = self.decisions.iter().map(|decision| decision.item.as_str());
        decisions.chain(self.remarks.iter().map(|(item, _)| item.as_str()))
    }
}

/// Takes in what was answered, unless other questions stand in the dossier than were asked.
///
/// # Errors
///
/// When the questions were changed meanwhile, or what was answered was not asked.
pub fn note(
    dossier: &mut Dossier,
    additions: Additions,
    ask: &Request,
    answered: Option<&[Asked]>,
) -> Result<Report, Stop> {
    let id = dossier.meeting(meeting(dossier, ask)?)?;
    let day = ask.day(dossier.today);
    if answered.is_some_and(|answered| answered != asked(&dossier.region().known_on(day), id)) {
        return Err(Stop::Program(anyhow!(
            "De gevraagde besluiten zijn intussen veranderd. Er is niets opgeslagen; beantwoord de vragen opnieuw."
        )));
    }
    dossier.fingerprint(id)?;
    let text = format!("{} {}\n", dossier.region()[id].key, ask.party);
    let file = dossier.folder.sources.add("uw antwoord".to_owned(), text);
    let returned = answer(&dossier.region().known_on(day), id, ask, file)?;
    let moment = ask.time.map(|time| day.and_time(time));
    let known = Circumstances { date: Some(day), moment, ..Circumstances::default() };
    let mut taking = Taking::new(dossier, additions);
    taking.one(&returned, known, &format!("antwoord van {}", ask.party), Vec::new(), file)?;
    Ok(taking.close())
}

/// The meeting that is meant.
///
/// # Errors
///
/// When there is no such meeting, or more than one.
pub fn meeting(dossier: &Dossier, ask: &Request) -> Result<Choice> {
    let today = dossier.today;
    let (known, then) = (dossier.region().known_on(today), dossier.region().known_on(ask.day(today)));
    let (region, then): (&Region, &Region) = (&known, &then);
    let party = region.party_ids().find(|party| region[*party].key == ask.party);
    let what = move |id| ask.named().all(|name| place(then, id, name).is_some());
    let asked = move |_, asked: &[consultation::Asked]| asked.iter().any(|one| Some(one.party) == party);
    let mut likely = likely::tests(region, today, Aim::Answering, asked, what);
    // who speaks at a table may lay down its own position there
    let may = move |id, _: &[consultation::Asked]| party.is_some_and(|it| consultation::may_answer(region, id, it));
    likely.extend(likely::tests(region, today, Aim::Answering, may, what));
    let choices = dossier.choices_of(region).likely(likely);
    choices.choose(ask.meeting.as_deref(), From::Consultation)
}

/// The item that is asked about under a key or a number.
fn place<'a>(region: &'a Region, id: MeetingId, name: &str) -> Option<&'a Item> {
    let mut items = region[id].proposals().map(|(_, item)| item);
    items.find(|item| item.key == name.trim() || item.number == name.trim())
}

/// An item with the decisions that are asked of it.
pub type Asked = (String, Vec<String>);

/// What a meeting asks.
#[must_use]
pub fn asked(region: &Region, id: MeetingId) -> Vec<Asked> {
    let texts = |item: &Item| item.requested.iter().map(|asked| asked.value.clone()).collect();
    region[id].proposals().map(|(_, item)| (item.key.clone(), texts(item))).collect()
}

/// What was answered, as a form would say it.
fn answer(region: &Region, id: MeetingId, ask: &Request, file: FileId) -> Result<Returned> {
    let key = &region[id].key;
    let at = |range: Range<usize>| Span::new(file, &range);
    let span = at(0..key.len());
    let mut returned = Returned {
        meeting: Spanned::new(key.clone(), span),
        party: Spanned::new(ask.party.clone(), at(key.len() + 1..key.len() + 1 + ask.party.len())),
        date: None,
        time: None,
        channel: ask.channel,
        whole: ask.whole.clone(),
        items: Vec::new(),
        saved: false,
        stored: false,
        span,
    };
    for (_, item) in region[id].proposals().filter(|_| ask.all) {
        for (number, _) in item.asked() {
            let number = u16::try_from(number).unwrap_or(u16::MAX);
            add(region, id, &mut returned, &item.key, number, Support::Yes, None)?;
        }
    }
    for Decision { item, number, support, reason } in &ask.decisions {
        add(region, id, &mut returned, item, *number, *support, reason.clone())?;
    }
    for (item, remarks) in &ask.remarks {
        if let Err(key) = entry(region, id, &mut returned, item)?.remarks.add(remarks) {
            bail!("Bij {} staat twee keer {key}; zet die in één tekst.", visible::line(item));
        }
    }
    Ok(returned)
}

/// What is noted on an item, by its key or its number.
fn entry<'a>(region: &Region, id: MeetingId, returned: &'a mut Returned, name: &str) -> Result<&'a mut ReturnedItem> {
    let item = place(region, id, name)
        .with_context(|| format!("Over een agendapunt {} wordt niets gevraagd.", visible::line(name)))?;
    let span = returned.span;
    let at = returned.items.iter().position(|known| known.key.value == item.key).unwrap_or_else(|| {
        let key = Spanned::new(item.key.clone(), span);
        let remarks = Remarks { fingerprint: item.fingerprint.as_deref().map(Arc::from), ..Remarks::default() };
        returned.items.push(ReturnedItem { remarks, ..ReturnedItem::new(key) });
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
    // somebody said it who has the question of now before them
    let treatment = place(region, id, item).map(|item| item.treatment);
    let answers = &mut entry(region, id, returned, item)?.answers;
    if answers.iter().any(|answer| answer.number == number) {
        bail!("Besluit {number} bij {} is twee keer beantwoord.", visible::line(item));
    }
    answers.push(ReturnedAnswer { number, asked: answer::Asked::Now, treatment, support, reason, span });
    Ok(())
}
