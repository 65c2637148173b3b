//! What was put to a party: items and requested decisions, as the sendings say.

use chrono::NaiveDate;

use super::{Newest, newest};
use crate::fingerprint;
use crate::model::{ItemId, Meeting, PartyId, Region, Reply, Sending, SendingKind, Treatment};

/// The requested decisions of an item, by their numbers, that are put to a party, and those on which it said something
/// all the same.
#[must_use]
pub fn decisions_of(region: &Region, id: ItemId, party: PartyId) -> Vec<usize> {
    let told = |number: usize| region[id].asks(number) || newest(region, id, party, number).is_some();
    (1..=region[id].requested.len()).filter(|number| told(*number)).collect()
}

/// The requested decisions of an item, by their numbers, that are put to the parties, and those on which one said
/// something all the same.
#[must_use]
pub fn decisions(region: &Region, id: ItemId) -> Vec<usize> {
    let answered = |number| region.party_ids().any(|party| newest(region, id, party, number).is_some());
    (1..=region[id].requested.len()).filter(|number| region[id].asks(*number) || answered(*number)).collect()
}

/// What a consultation still asks of everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// An answer on a requested decision.
    Decisions,
    /// Input alone.
    Input,
    /// Nothing: there is nothing to discuss, or all of it was taken off the agenda.
    Nothing,
}

/// What the consultation before a meeting still asks.
#[must_use]
pub fn asks(meeting: &Meeting) -> Asks {
    if meeting.proposals().any(|(_, item)| item.asked().next().is_some()) {
        Asks::Decisions
    } else if meeting.proposals().next().is_some() {
        Asks::Input
    } else {
        Asks::Nothing
    }
}

/// Whether a requested decision was put to a party: one that came after the question was not.
#[must_use]
pub fn was_put(meeting: &Meeting, party: PartyId, item: usize, number: usize) -> bool {
    let put = questions_to(meeting, party).filter(|sending| sending.of(item).is_some());
    let known: Vec<Option<&[String]>> = put.map(|sending| decisions_in(sending, item)).collect();
    let before = || was_asked_of(meeting, unrecorded(meeting, party), item);
    let recorded =
        known.into_iter().any(|decisions| decisions.is_none_or(|asked| is_among(meeting, item, number, asked)));
    meeting.items[item].asks(number) && (recorded || before())
}

/// Whether a decision is one of those asked, or stands in the place of one that is asked no more: its text was changed.
fn is_among(meeting: &Meeting, item: usize, number: usize, asked: &[String]) -> bool {
    let requested = &meeting.items[item].requested;
    let Some(place) = number.checked_sub(1).filter(|place| *place < requested.len()) else { return false };
    let is_asked = |print: &String| requested.iter().any(|text| fingerprint::words(text) == *print);
    asked.contains(&fingerprint::words(&requested[place])) || asked.get(place).is_some_and(|print| !is_asked(print))
}

/// Whether an item was on the agenda when a party was asked, as far as the sendings say.
#[must_use]
pub fn was_asked(meeting: &Meeting, party: PartyId, item: usize) -> bool {
    questions_to(meeting, party).any(|sending| sending.of(item).is_some())
        || was_asked_of(meeting, unrecorded(meeting, party), item)
}

/// The questions that do not say what they asked: they asked what was on the agenda.
fn unrecorded(meeting: &Meeting, party: PartyId) -> impl Iterator<Item = &Sending> {
    questions_to(meeting, party).filter(|sending| sending.items.is_empty())
}

fn was_asked_of<'a>(meeting: &Meeting, questions: impl Iterator<Item = &'a Sending>, item: usize) -> bool {
    let last = questions.map(|sending| sending.date).max();
    let lists = meeting.sendings_of_papers().any(|sending| !sending.items.is_empty());
    let sent = meeting.first_sent(item).map(|sending| sending.date);
    last.is_some_and(|last| if lists { sent.is_some_and(|sent| sent <= last) } else { true })
}

fn decisions_in(sending: &Sending, item: usize) -> Option<&[String]> {
    sending.of(item)?.decisions.as_deref()
}

/// What may have been to be done with an item when a question was put, where it or the papers of then say so.
fn treatments_in(meeting: &Meeting, question: &Sending, item: usize) -> Vec<Treatment> {
    let own = question.of(item).and_then(|sent| sent.treatment);
    own.map_or_else(|| treatments_sent(meeting, item, question.date), |own| vec![own])
}

/// What may have been to be done with an item in the papers that had been sent last at a moment of a day.
fn treatments_sent(meeting: &Meeting, item: usize, day: NaiveDate) -> Vec<Treatment> {
    let papers = meeting.sendings_of_papers().filter(|sending| sending.date <= day);
    let told = papers.filter_map(|sending| Some((sending.date, vec![sending.of(item)?.treatment?])));
    last_at(&told.collect::<Vec<_>>(), day)
}

/// What may have been told last at a moment of a day: what was told last before it, or on the day itself, of which nobody knows
/// whether it was earlier or later. The last of all stands last.
fn last_at(told: &[(NaiveDate, Vec<Treatment>)], day: NaiveDate) -> Vec<Treatment> {
    let before = told.iter().filter(|(date, _)| *date < day).max_by_key(|(date, _)| *date);
    let on_day = told.iter().filter(|(date, _)| *date == day);
    let mut all: Vec<Treatment> = Vec::new();
    for treatment in before.into_iter().chain(on_day).flat_map(|(_, treatments)| treatments) {
        all.retain(|known| known != treatment);
        all.push(*treatment);
    }
    all
}

/// Whether a question was put with what is to be done with the item now; nothing where nobody can say.
fn asked_as_now(meeting: &Meeting, sending: &Sending, item: usize) -> Option<bool> {
    if let [one] = treatments_in(meeting, sending, item)[..] {
        Some(one == meeting.items[item].treatment)
    } else {
        None
    }
}

/// The questions to a party about an item until a day. One that does not say what it asked, asked what there was.
fn questions_about(meeting: &Meeting, party: PartyId, item: usize, until: NaiveDate) -> impl Iterator<Item = &Sending> {
    let about = move |sending: &&Sending| sending.items.is_empty() || sending.of(item).is_some();
    questions_to(meeting, party).filter(move |sending| sending.date <= until).filter(about)
}

/// What was to be done with an item each time that a party was asked about it until a day, as far as that was recorded: with
/// the question, or with the papers of then.
#[must_use]
pub fn asked_as(meeting: &Meeting, party: PartyId, item: usize, until: NaiveDate) -> Vec<Treatment> {
    let mut all: Vec<Treatment> = Vec::new();
    for treatment in questions_about(meeting, party, item, until).flat_map(|it| treatments_in(meeting, it, item)) {
        if !all.contains(&treatment) {
            all.push(treatment);
        }
    }
    all
}

/// What may have been to be done with an item when a party answered on a day without saying so: as it was asked last, and as the
/// papers had it where nobody asked. It is more than one thing where it was asked otherwise on that very day: nobody knows
/// whether the question came first or the answer. The last that was asked stands last.
#[must_use]
pub fn answered_as(meeting: &Meeting, party: PartyId, item: usize, day: NaiveDate) -> Vec<Treatment> {
    let questions = questions_about(meeting, party, item, day);
    let told = questions.map(|sending| (sending.date, treatments_in(meeting, sending, item)));
    let told: Vec<_> = told.filter(|(_, treatments)| !treatments.is_empty()).collect();
    if told.is_empty() { treatments_sent(meeting, item, day) } else { last_at(&told, day) }
}

/// Whether a question or a reminder was sent to a party: about which items, [`was_asked`] says.
#[must_use]
pub fn was_consulted(meeting: &Meeting, party: PartyId) -> bool {
    questions_to(meeting, party).next().is_some()
}

/// The questions and reminders that were sent to a party; when nobody may answer any more nobody is asked.
pub fn questions_to(meeting: &Meeting, party: PartyId) -> impl Iterator<Item = &Sending> {
    let asks = |sending: &&Sending| !sending.kind.is_of_papers();
    let last = meeting.last_day();
    let in_time = move |sending: &&Sending| sending.date <= last;
    meeting.sendings.iter().filter(asks).filter(in_time).filter(move |sending| sending.to.contains(&party))
}

/// Until when a party was told, last, that it could answer.
#[must_use]
pub fn told_until(meeting: &Meeting, party: PartyId) -> Option<NaiveDate> {
    questions_to(meeting, party).filter_map(|sending| sending.reply_by).last()
}

/// The last day for an answer of a party: a day that it was told holds, also where another was set later. What comes after a
/// meeting does not count, whatever was told.
#[must_use]
pub fn due_of(region: &Region, meeting: &Meeting, party: PartyId) -> NaiveDate {
    let closes = meeting.is_written().then(|| meeting.last_day());
    // a round closes for all on one day
    let told = closes.filter(|_| meeting.reply_by.is_none()).or_else(|| told_until(meeting, party)).or(closes);
    let told = told.map(|told| if meeting.is_written() { told } else { told.min(meeting.last_day()) });
    meeting.answers_due(region).max(told.unwrap_or_default())
}

/// Until when a party that is asked on a day is asked to answer: as the file says; is that day over, then as it was told before.
#[must_use]
pub fn asked_until(region: &Region, meeting: &Meeting, party: PartyId, day: NaiveDate) -> NaiveDate {
    let (due, told) = (meeting.answers_due(region), due_of(region, meeting, party));
    // on its last day a meeting is there already
    let may = meeting.is_written() || told < meeting.last_day();
    if day > due && may { told } else { due }
}

/// The last day for an answer of any of some parties.
#[must_use]
pub fn due_of_all(region: &Region, meeting: &Meeting, parties: &[PartyId]) -> NaiveDate {
    let last = parties.iter().map(|party| due_of(region, meeting, *party)).max();
    last.unwrap_or_else(|| meeting.answers_due(region))
}

/// Whether an answer came after the last day for it, while its party was not asked after that day: who is asked late is asked
/// to answer as soon as possible.
#[must_use]
pub fn came_after_due(region: &Region, meeting: &Meeting, reply: &Reply) -> bool {
    let due = due_of(region, meeting, reply.party);
    let asked = |sending: &Sending| {
        sending.kind == SendingKind::Consultation && sending.date > due && sending.date <= reply.date
    };
    reply.date > due && !questions_to(meeting, reply.party).any(asked)
}

/// The day on which a party was asked anew, last, about a decision of which it answered an earlier text; a reminder asks
/// where nothing else did.
#[must_use]
pub fn asked_again(meeting: &Meeting, item: usize, number: usize, old: &Newest<'_>) -> Option<NaiveDate> {
    let now = fingerprint::words(meeting.items[item].requested.get(number.checked_sub(1)?)?);
    let day = old.reply.date;
    let other = old.answer.other_treatment(&meeting.items[item]).is_some();
    // one that came on the day of the answer may be the very one that it answers
    let passes = |sending: &Sending| sending.date >= day && (sending.date > day || old.answer.or_treatment.is_none());
    // a question that does not say what it asked, asked what there was
    let asks = |sending: &&Sending| {
        if let Some(asked) = decisions_in(sending, item) {
            // on the day of the answer itself only what the question says tells which came first
            let treated = asked_as_now(meeting, sending, item).unwrap_or(!other || sending.date > day);
            passes(sending) && asked.contains(&now) && treated
        } else {
            let about = sending.items.is_empty() || sending.of(item).is_some();
            sending.date > day && about && asked_as_now(meeting, sending, item) != Some(false)
        }
    };
    let anew: Vec<&Sending> = questions_to(meeting, old.reply.party).filter(asks).collect();
    let questions = anew.iter().filter(|sending| sending.kind == SendingKind::Consultation);
    let last = questions.map(|sending| sending.date).max();
    last.or_else(|| anew.iter().map(|sending| sending.date).max())
}

/// The day on which a party was asked for a decision (its number) when its answer was due already, last, and whether that
/// was not for the first time.
#[must_use]
pub fn asked_late(region: &Region, id: ItemId, party: PartyId, number: usize) -> Option<(NaiveDate, bool)> {
    let meeting = &region[id.meeting];
    let due = meeting.answers_due(region);
    // hardly anybody was
    if !questions_to(meeting, party).any(|it| it.kind == SendingKind::Consultation && it.date > due) {
        return None;
    }
    let mark = region[id].asked().find(|(at, _)| *at == number).map(|(_, text)| fingerprint::words(text));
    let about = |sending: &&Sending| {
        // a question that does not say what it asked, asked what there was
        sending.kind == SendingKind::Consultation
            && asked_as_now(meeting, sending, id.index) != Some(false)
            && match decisions_in(sending, id.index) {
                Some(asked) => mark.as_ref().is_some_and(|mark| asked.contains(mark)),
                None => sending.items.is_empty() || sending.of(id.index).is_some(),
            }
    };
    let days: Vec<NaiveDate> = questions_to(meeting, party).filter(about).map(|sending| sending.date).collect();
    let last = days.iter().max().copied().filter(|last| *last > due)?;
    Some((last, days.iter().any(|day| *day < last)))
}

/// The items that changed since a party was asked about them last: what is requested, or papers that were sent since.
#[must_use]
pub fn changed_since_asked(meeting: &Meeting, party: PartyId) -> Vec<usize> {
    let changed = |item: usize| {
        let unrecorded = |sending: &Sending| sending.items.is_empty();
        let about = |sending: &&Sending| sending.of(item).is_some() || unrecorded(sending);
        let Some(last) = questions_to(meeting, party).filter(about).max_by_key(|sending| sending.date) else {
            return false;
        };
        let now = || meeting.items[item].asked().map(|(_, text)| fingerprint::words(text));
        let reworded = decisions_in(last, item).is_some_and(|asked| !now().eq(asked.iter().cloned()));
        let before =
            meeting.sendings_of_papers().any(|sending| sending.date <= last.date && sending.of(item).is_some());
        let sent = meeting.sendings_of_papers().any(|sending| sending.date > last.date && sending.of(item).is_some());
        reworded || asked_as_now(meeting, last, item) == Some(false) || before && sent
    };
    meeting.proposals().map(|(item, _)| item).filter(|item| changed(*item)).collect()
}

/// Whether a party was asked for a decision (its number) in other words, or with something else to be done, and never as it
/// is asked now, as far as the questions say.
#[must_use]
pub fn was_asked_otherwise(meeting: &Meeting, party: PartyId, item: usize, number: usize) -> bool {
    let Some(now) = number.checked_sub(1).and_then(|at| meeting.items[item].requested.get(at)) else { return false };
    let now = fingerprint::words(now);
    let otherwise = |sending: &Sending| {
        let reworded = decisions_in(sending, item).is_some_and(|asked| !asked.contains(&now));
        reworded || asked_as_now(meeting, sending, item) == Some(false)
    };
    let mut about = questions_to(meeting, party).filter(|it| it.items.is_empty() || it.of(item).is_some()).peekable();
    about.peek().is_some() && about.all(otherwise)
}
