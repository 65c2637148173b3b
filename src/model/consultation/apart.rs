//! What a party said and does not count: it is told apart, so that nothing of it is lost.

use super::said::{answer_to, is_late, is_order_known, newest_general, newest_input, precedes, replies_of};
use super::unordered::{last_to, unordered};
use super::{is_gone, newest, same_text};
use crate::model::{Answer, AnswerItem, Item, ItemId, MeetingId, PartyId, Region, Reply};

/// Something that a party said and that does not count.
#[derive(Debug, Clone, Copy)]
pub struct Apart<'a> {
    /// The reply that it came with.
    pub reply: &'a Reply,
    /// The item (place in the meeting) that it is about; nothing of the agenda as a whole.
    pub item: Option<usize>,
    /// What was said.
    pub said: Words<'a>,
    /// Why it does not count.
    pub why: Why,
}

/// What was said.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// An answer, with the number of its decision where that is still asked, in these words or others.
    Answer(&'a Answer, Option<usize>),
    /// Input, and whether it had to be named.
    Input(&'a str, bool),
}

/// Why something does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It came after the meeting, or after the closing of a written round.
    Late,
    /// It is about a decision that is asked no more.
    NotAsked,
    /// It would count, but nothing is asked of its item any more.
    Withdrawn,
    /// The party said something else later.
    Replaced,
    /// The party said something else on the same day, and nobody can say what it said last.
    Unordered,
    /// It is about another text, and later than what the party said of the text of now.
    OtherText,
    /// The party is not there on the day of the meeting; what it was merged into, where it was.
    Gone(Option<PartyId>),
}

/// All that a party said before and after a meeting and that does not count, the oldest first. Answers to an earlier text
/// of a decision that is still asked are not among it: [`newest`] gives those.
#[must_use]
pub fn apart(region: &Region, id: MeetingId, party: PartyId) -> Vec<Apart<'_>> {
    let teller = Teller { region, id, party };
    replies_of(&region[id], party).into_iter().flat_map(|reply| teller.reply(reply)).collect()
}

/// The same, of one item.
#[must_use]
pub fn apart_on(region: &Region, at: ItemId, party: PartyId) -> Vec<Apart<'_>> {
    let teller = Teller { region, id: at.meeting, party };
    let mut all = Vec::new();
    for reply in replies_of(&region[at.meeting], party) {
        let on_it = reply.items.iter().filter(|said| said.item == at.index);
        all.extend(on_it.flat_map(|said| teller.item(reply, said)));
    }
    all
}

/// What one party said before a meeting.
#[derive(Clone, Copy)]
struct Teller<'a> {
    region: &'a Region,
    id: MeetingId,
    party: PartyId,
}

impl<'a> Teller<'a> {
    fn reply(self, reply: &'a Reply) -> Vec<Apart<'a>> {
        let general = reply.whole.general.as_deref().and_then(|text| {
            let counts = newest_general(&self.region[self.id], self.party);
            let why = self.of_input(reply, text, counts)?;
            Some(Apart { reply, item: None, said: Words::Input(text, false), why })
        });
        let items = reply.items.iter().flat_map(|said| self.item(reply, said));
        general.into_iter().chain(items).collect()
    }

    fn item(self, reply: &'a Reply, said: &'a AnswerItem) -> Vec<Apart<'a>> {
        let item = &self.region[self.id].items[said.item];
        let told = |said_here, why| Apart { reply, item: Some(said.item), said: said_here, why };
        let answers = said.answers.iter().filter_map(|answer| {
            let why = self.of_answer(reply, said, answer)?;
            let number = || Some(answer.number.into()).filter(|_| why == Why::OtherText);
            Some(told(Words::Answer(answer, place(item, answer).or_else(number)), why))
        });
        let mut all: Vec<Apart> = answers.collect();
        all.extend(said.remarks.input.as_deref().and_then(|text| {
            let counts = newest_input(&self.region[self.id], self.party, said.item);
            let counts = counts.map(|(reply, text, _)| (reply, text));
            let withdrawn = (!item.is_proposal()).then_some(Why::Withdrawn);
            let why = self.of_input(reply, text, counts).or(withdrawn)?;
            Some(told(Words::Input(text, said.remarks.name_it), why))
        }));
        all
    }

    /// Why nothing of a reply counts.
    fn of_reply(self, reply: &Reply) -> Option<Why> {
        let meeting = &self.region[self.id];
        if is_gone(self.region, self.id, self.party) {
            return Some(Why::Gone(self.region.party_on(self.party, meeting.date.value)));
        }
        is_late(meeting, reply).then_some(Why::Late)
    }

    /// Why input does not count, beside the input that does.
    fn of_input(self, reply: &Reply, text: &str, counts: Option<(&Reply, &str)>) -> Option<Why> {
        if let Some(why) = self.of_reply(reply) {
            return Some(why);
        }
        let (counts, newest) = counts?;
        (newest.trim() != text.trim()).then(|| replaced(reply, counts))
    }

    /// Why an answer does not count.
    fn of_answer(self, reply: &Reply, said: &AnswerItem, answer: &Answer) -> Option<Why> {
        let at = ItemId { meeting: self.id, index: said.item };
        let item = &self.region[at];
        if let Some(why) = self.of_reply(reply) {
            return Some(why);
        }
        let numbers = 1..=item.requested.len();
        let counts: Vec<_> = numbers.filter_map(|nr| Some((nr, newest(self.region, at, self.party, nr)?))).collect();
        if counts.iter().any(|(_, newest)| std::ptr::eq(newest.answer, answer)) {
            return (!item.is_proposal()).then_some(Why::Withdrawn);
        }
        // what took its place: the newest answer to the decision that it was an answer to, else a later one to the same words
        let was = |nr| answer_to(item, &said.answers, nr).is_some_and(|(own, _)| std::ptr::eq(own, answer));
        let newer = counts.iter().find(|(nr, newest)| was(*nr) || same_text(&newest.answer.text, &answer.text));
        let later = newer.is_some_and(|(_, newest)| precedes(&self.region[self.id], newest.reply, reply));
        let newer = newer.map(|(_, newest)| (newest.reply, newest.answer));
        let last = || last_to(self.region, at, self.party, answer).filter(|(_, last)| !std::ptr::eq(*last, answer));
        let Some((_, newer)) = newer.or_else(last) else { return Some(Why::NotAsked) };
        let is_unordered = || unordered(self.region, at, self.party).iter().any(|one| one.holds(answer));
        let why = || match later {
            true => Why::OtherText,
            false if is_unordered() => Why::Unordered,
            false => Why::Replaced,
        };
        ((newer.support, &newer.reason) != (answer.support, &answer.reason)).then(why)
    }
}

/// Why something of a reply does not count that a reply of the same party said otherwise.
fn replaced(reply: &Reply, by: &Reply) -> Why {
    if std::ptr::eq(reply, by) || is_order_known(reply, by) { Why::Replaced } else { Why::Unordered }
}

/// The number of the decision that is asked now in the words of an answer: its own number where that fits.
fn place(item: &Item, answer: &Answer) -> Option<usize> {
    let is_asked = |number: &usize| {
        let asked = number.checked_sub(1).and_then(|at| item.requested.get(at));
        item.is_proposal() && asked.is_some_and(|asked| same_text(asked, &answer.text))
    };
    Some(usize::from(answer.number)).filter(is_asked).or_else(|| (1..=item.requested.len()).find(is_asked))
}
