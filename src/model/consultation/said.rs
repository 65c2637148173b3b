//! What a party said, in the order in which it said it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Timelike};

use super::{Newest, Seen, Stand, is_gone, sent_fingerprint, standing};
use crate::model::reply::{Field, Filled as _};
use crate::model::{Answer, AnswerItem, Item, ItemId, Meeting, PartyId, Region, Reply, Sending, Support};

/// The answers of a party to a meeting, the oldest first. An answer of which no time is known comes after those of its
/// day that stand before it in the file.
#[must_use]
pub fn replies_of(meeting: &Meeting, party: PartyId) -> Vec<&Reply> {
    let of_party: Vec<&Reply> = meeting.replies.iter().filter(|reply| reply.party == party).collect();
    // most parties answer once
    if of_party.len() < 2 {
        return of_party;
    }
    let mut latest: BTreeMap<NaiveDate, Option<NaiveTime>> = BTreeMap::new();
    let placed = of_party.into_iter().map(|reply| {
        let known = latest.entry(reply.date).or_default();
        let time = reply.time.or(*known);
        *known = time.max(*known);
        ((reply.date, time), reply)
    });
    let mut placed: Vec<_> = placed.collect();
    placed.sort_by_key(|(moment, _)| *moment);
    placed.into_iter().map(|(_, reply)| reply).collect()
}

/// Whether an answer came when the meeting had been, or a written round was closed: it does not count.
#[must_use]
pub fn is_late(meeting: &Meeting, reply: &Reply) -> bool {
    is_after(meeting, (reply.date, reply.time))
}

/// Whether a moment is after a meeting or round: to the minute where both are known, else by the day. A round closes once, for all:
/// it is open as long as anybody was told.
#[must_use]
pub fn is_after(meeting: &Meeting, (day, time): (NaiveDate, Option<NaiveTime>)) -> bool {
    let minute = |time: NaiveTime| time.with_second(0).unwrap_or(time);
    let moment = time.zip(meeting.ended()).map(|(time, end)| day.and_time(minute(time)) > end);
    moment.unwrap_or_else(|| day > meeting.last_day())
}

/// Whether nobody can answer any more on a day: it was all over before, or was called off.
#[must_use]
pub fn is_closed_on(meeting: &Meeting, day: NaiveDate) -> bool {
    meeting.cancelled.is_some() || is_after(meeting, (day, None))
}

/// Whether a party gave one answer before another.
#[must_use]
pub fn precedes(meeting: &Meeting, earlier: &Reply, later: &Reply) -> bool {
    let replies = replies_of(meeting, later.party);
    let place = |wanted: &Reply| replies.iter().position(|reply| std::ptr::eq(*reply, wanted));
    place(earlier) < place(later)
}

/// The answers of a party that count, the oldest first: those that came before the end of the meeting or round.
#[must_use]
pub fn in_time(meeting: &Meeting, party: PartyId) -> Vec<&Reply> {
    replies_of(meeting, party).into_iter().filter(|reply| !is_late(meeting, reply)).collect()
}

/// What a party said on an item in time, the oldest first.
fn said(meeting: &Meeting, party: PartyId, item: usize) -> Vec<(&Reply, &AnswerItem)> {
    let on_item = |reply| Reply::on(reply, item).map(move |said| (reply, said));
    in_time(meeting, party).into_iter().flat_map(on_item).collect()
}

/// The answer of a party on a requested decision (numbered from 1) that counts: the newest to the question of now that came
/// in time, else the newest to another. Of a party that is not there on the day of the meeting none does.
#[must_use]
pub fn newest(region: &Region, id: ItemId, party: PartyId, number: usize) -> Option<Newest<'_>> {
    if is_gone(region, id.meeting, party) {
        return None;
    }
    let meeting = &region[id.meeting];
    let item = &region[id];
    let answers = said(meeting, party, id.index).into_iter().rev();
    let answers = answers.filter_map(|(reply, said)| Some((reply, said, answer_to(item, &said.answers, number)?)));
    let answers: Vec<_> = answers.collect();
    // an answer to what was asked before says nothing of what is not asked now
    let other = || answers.first().filter(|_| item.asks(number));
    let (reply, said, (answer, stale)) = *answers.iter().find(|(.., (_, stale))| !stale).or_else(other)?;
    Some(Newest { reply, item: said, answer, stale, seen: seen(meeting, id.index, reply, said) })
}

/// Whether an answer of a party on an item counts that was given with these explanation and papers.
#[must_use]
pub fn has_seen(region: &Region, id: ItemId, party: PartyId, wanted: Seen) -> bool {
    let numbers = 1..=region[id].requested.len();
    let mut newest = numbers.filter_map(|number| newest(region, id, party, number));
    newest.any(|newest| newest.seen == wanted && !newest.stale)
}

/// Which explanation and papers were seen before an answer.
fn seen(meeting: &Meeting, item: usize, reply: &Reply, said: &AnswerItem) -> Seen {
    let now = meeting.items[item].fingerprint.as_deref().or_else(|| sent_fingerprint(meeting, item));
    // what an answer does not say itself, what was sent until its day does
    let own = said.remarks.fingerprint.as_deref();
    let then = own.or_else(|| sent_until(meeting, item, reply.date));
    let Some((_, now)) = then.zip(now).filter(|(seen, now)| seen != now) else {
        return Seen::Current;
    };
    let holds = |sending: &&Sending| {
        sending.items.iter().any(|sent| sent.item == item && sent.fingerprint.as_deref() == Some(now))
    };
    let first = meeting.sendings.iter().filter(holds).map(|sending| sending.date).min();
    match first {
        Some(first) if first > reply.date => Seen::ChangedSince,
        _ if own.is_none() => Seen::Current,
        _ => Seen::Earlier,
    }
}

/// The fingerprint of an item's explanation and papers as they were sent last until a day.
fn sent_until(meeting: &Meeting, item: usize, day: NaiveDate) -> Option<&str> {
    let until = meeting.sendings.iter().filter(|sending| sending.date <= day);
    let told = until.filter_map(|sending| Some((sending.date, sending.of(item)?.fingerprint.as_deref()?)));
    told.max_by_key(|(date, _)| *date).map(|(_, fingerprint)| fingerprint)
}

/// The answer to a requested decision, and whether it is one to another question: the answer to these words, else one
/// under this number to words that are asked nowhere in the item any more. Where it is known that something else was to
/// be done with the item then, the words alone do not make it the same question: who advised did not assent.
pub(super) fn answer_to<'a>(item: &Item, answers: &'a [Answer], number: usize) -> Option<(&'a Answer, bool)> {
    let asked = |number: usize| item.requested.get(number.checked_sub(1)?);
    let wanted = asked(number)?;
    let own = |answer: &Answer| usize::from(answer.number) == number;
    let is_of = |answer: &Answer, number| asked(number).is_some_and(|asked| same_text(asked, &answer.text));
    // of two decisions with the same words each has its own answer
    let moved = |answer: &&Answer| same_text(wanted, &answer.text) && !is_of(answer, answer.number.into());
    let exact = answers.iter().rfind(|answer| own(answer) && same_text(wanted, &answer.text));
    if let Some(answer) = exact.or_else(|| answers.iter().rfind(moved)) {
        return Some((answer, answer.other_treatment(item).is_some()));
    }
    let is_asked = |answer: &Answer| item.requested.iter().any(|asked| same_text(asked, &answer.text));
    answers.iter().rfind(|answer| own(answer) && !is_asked(answer)).map(|answer| (answer, true))
}

/// Whether two answers are to one question, as far as is known.
pub(super) fn same_question(one: &Answer, other: &Answer) -> bool {
    let may = |answer: &Answer| answer.treatment.into_iter().chain(answer.or_treatment).collect::<Vec<_>>();
    let (one_may, other_may) = (may(one), may(other));
    let unknown = one_may.is_empty() || other_may.is_empty();
    same_text(&one.text, &other.text) && (unknown || one_may.iter().any(|it| other_may.contains(it)))
}

/// Whether a party said something else on an item than a plain yes: of a decision, or as input.
#[must_use]
pub fn said_more(region: &Region, id: ItemId, party: PartyId) -> bool {
    let mut numbers = 1..=region[id].requested.len();
    numbers.any(|number| said_more_of(region, id, party, number))
        || input(&region[id.meeting], party, id.index).is_some()
}

/// Whether a party said something else on a requested decision than a plain yes: in its answer, or at the table as the
/// minutes have it.
#[must_use]
pub fn said_more_of(region: &Region, id: ItemId, party: PartyId, number: usize) -> bool {
    let (stand, newest) = standing(region, id, party, number);
    let is_plain = |it: &Newest| stand == Stand::Answered(Support::Yes) && it.answer.reason.is_none();
    let at_table = region.stood(id, party, number).filter(|stood| stood.input.is_some());
    newest.is_some_and(|it| !is_plain(&it)) || at_table.is_some_and(|stood| stood.support != Support::Yes)
}

/// The newest input of a party on an item that came in time, and whether it must be named at the table.
#[must_use]
pub fn input(meeting: &Meeting, party: PartyId, item: usize) -> Option<(&str, bool)> {
    newest_input(meeting, party, item).map(|(_, text, name_it)| (text, name_it))
}

/// The same, with the reply that it came with.
#[must_use]
pub fn newest_input(meeting: &Meeting, party: PartyId, item: usize) -> Option<(&Reply, &str, bool)> {
    let (reply, said, text) = newest_of(meeting, party, item, Field::Input)?;
    Some((reply, text, said.remarks.name_it))
}

/// The newest text of a party in a field of an item that came in time, with the reply that it came with and what that says
/// of the item.
#[must_use]
pub fn newest_of(meeting: &Meeting, party: PartyId, item: usize, field: Field) -> Option<(&Reply, &AnswerItem, &str)> {
    let mut said = said(meeting, party, item).into_iter().rev();
    said.find_map(|(reply, said)| Some((reply, said, said.remarks.text(field)?)))
}

/// The newest input of a party on the agenda as a whole that came in time.
#[must_use]
pub fn general(meeting: &Meeting, party: PartyId) -> Option<&str> {
    newest_general(meeting, party).map(|(_, text)| text)
}

/// The same, with the reply that it came with.
#[must_use]
pub fn newest_general(meeting: &Meeting, party: PartyId) -> Option<(&Reply, &str)> {
    in_time(meeting, party).into_iter().rev().find_map(|reply| Some((reply, reply.whole.general.as_deref()?)))
}

/// Whether anybody can say which of two replies of a party is the newest.
#[must_use]
pub(super) fn is_order_known(one: &Reply, other: &Reply) -> bool {
    let times = one.time.zip(other.time);
    one.date != other.date || times.is_some_and(|(one, other)| !is_one_moment(one, other))
}

/// Whether two times can be one moment: a whole minute is one of which the seconds are not known.
#[must_use]
pub fn is_one_moment(one: NaiveTime, other: NaiveTime) -> bool {
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    one == other || minute(one) == minute(other) && (one.second() == 0 || other.second() == 0)
}

/// Whether a reply says something else than an earlier one: of a requested decision, or as input.
#[must_use]
pub fn contradicts(earlier: &Reply, later: &Reply) -> bool {
    let otherwise = |said: &AnswerItem| {
        let mut before = Reply::on(earlier, said.item).flat_map(|before| before.remarks.texts());
        before.any(|(field, before)| {
            said.remarks.texts().any(|(known, now)| known == field && before.trim() != now.trim())
        })
    };
    let general = earlier.whole.general.as_deref().zip(later.whole.general.as_deref());
    contradiction(earlier, later).is_some()
        || later.items.iter().any(otherwise)
        || general.is_some_and(|(before, now)| before.trim() != now.trim())
}

/// The first answer of a reply that an earlier one gave otherwise.
fn contradiction<'a>(earlier: &Reply, later: &'a Reply) -> Option<&'a Answer> {
    let answers = later.items.iter().flat_map(|said| said.answers.iter().map(move |answer| (said.item, answer)));
    let otherwise = |item, answer: &Answer| {
        let before = Reply::on(earlier, item).flat_map(|said| &said.answers);
        let mut before = before.filter(|before| same_question(before, answer));
        before.any(|before| (before.support, &before.reason) != (answer.support, &answer.reason))
    };
    answers.into_iter().find(|(item, answer)| otherwise(*item, answer)).map(|(_, answer)| answer)
}

/// Whether two texts are the same but for their white space.
#[must_use]
pub fn same_text(one: &str, other: &str) -> bool {
    one == other || one.split_whitespace().eq(other.split_whitespace())
}

impl Reply {
    /// What it says on an item.
    fn on(&self, item: usize) -> impl Iterator<Item = &AnswerItem> {
        self.items.iter().filter(move |said| said.item == item)
    }
}
