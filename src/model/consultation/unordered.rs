//! Answers of one day of which nobody can say which a party gave last.

use std::ptr;

use super::said::{answer_to, in_time, is_order_known, same_question, same_text};
use super::{Stand, is_gone, standing};
use crate::model::{Answer, AnswerItem, Item, ItemId, PartyId, Region, Reply};

/// Answers of a party to one question that may each be its last, and that differ.
#[derive(Debug, Clone)]
pub struct Unordered<'a> {
    /// The number of the requested decision; nothing where the question is asked no more.
    pub number: Option<usize>,
    /// The answers with their replies, all of one day; the last of them counts.
    pub answers: Vec<(&'a Reply, &'a Answer)>,
}

impl Unordered<'_> {
    /// Whether an answer is one of them.
    #[must_use]
    pub fn holds(&self, answer: &Answer) -> bool {
        self.answers.iter().any(|(_, one)| ptr::eq(*one, answer))
    }

    /// Whether they do not only differ in their reasons.
    #[must_use]
    pub fn is_of_support(&self) -> bool {
        self.answers.iter().any(|(_, one)| one.support != self.answers[0].1.support)
    }
}

/// Answers of a party on an item of which nobody can say which it gave last, per question.
#[must_use]
pub fn unordered(region: &Region, at: ItemId, party: PartyId) -> Vec<Unordered<'_>> {
    // most parties answer once
    let mut replies = region[at.meeting].replies.iter().filter(|reply| reply.party == party);
    let once = replies.next().is_none_or(|first| !answers_twice(first, at.index));
    if once && replies.next().is_none() {
        return Vec::new();
    }
    let mut all = by_question(region, at, party);
    for one in &mut all {
        let answers = one.answers.clone();
        // of two answers in one reply to one decision nobody can say which is meant
        let is_asked = one.number.is_some();
        let passes = |one: &Reply, later: &Reply| {
            if ptr::eq(one, later) { !is_asked } else { is_order_known(one, later) }
        };
        let is_passed = |place: usize| answers[place + 1..].iter().any(|(later, _)| passes(answers[place].0, later));
        let may_be_last = (0..answers.len()).filter(|place| !is_passed(*place));
        one.answers = may_be_last.map(|place| answers[place]).collect();
    }
    let differ = |one: &Unordered| {
        let said = |(_, answer): &(&Reply, &Answer)| (answer.support, answer.reason.clone());
        one.answers.iter().skip(1).any(|other| said(other) != said(&one.answers[0]))
    };
    all.retain(differ);
    all
}

/// Whether an answer differs only in its reason from the one that counts of those without order.
#[must_use]
pub fn differs_in_reason(region: &Region, at: ItemId, party: PartyId, answer: &Answer) -> bool {
    let all = unordered(region, at, party).into_iter();
    let counts = all.filter(|one| one.holds(answer)).find_map(|one| one.answers.last().copied());
    counts.is_some_and(|(_, counts)| counts.support == answer.support)
}

/// The different answers of a party of one day with an answer among them, of which nobody can say which it gave last.
#[must_use]
pub fn rivals<'a>(region: &'a Region, id: ItemId, party: PartyId, answer: &Answer) -> Vec<&'a Answer> {
    let mut all = unordered(region, id, party).into_iter();
    let rivals = all.find(|one| one.holds(answer) && one.is_of_support());
    rivals.into_iter().flat_map(|one| one.answers).map(|(_, answer)| answer).collect()
}

/// Whether an answer is told where is told how its party stands towards a decision: with others of which nobody can say
/// which is the last.
#[must_use]
pub fn is_told_with_rivals(region: &Region, id: ItemId, party: PartyId, answer: &Answer) -> bool {
    let holds = |number: usize| {
        let (stand, newest) = standing(region, id, party, number);
        let newest = newest.filter(|_| stand == Stand::Unordered && !is_gone(region, id.meeting, party));
        newest.is_some_and(|it| rivals(region, id, party, it.answer).iter().any(|one| ptr::eq(*one, answer)))
    };
    (1..=region[id].requested.len()).any(holds)
}

/// The last answer that a party gave to the question of an answer, and the reply that it came with.
pub(super) fn last_to<'a>(
    region: &'a Region,
    at: ItemId,
    party: PartyId,
    answer: &Answer,
) -> Option<(&'a Reply, &'a Answer)> {
    let question = by_question(region, at, party).into_iter().find(|one| one.holds(answer))?;
    question.answers.last().copied()
}

/// The answers of a party on an item that came in time, the oldest first, by what they are an answer to.
fn by_question(region: &Region, at: ItemId, party: PartyId) -> Vec<Unordered<'_>> {
    let mut all: Vec<Unordered> = Vec::new();
    for reply in in_time(&region[at.meeting], party) {
        for said in reply.items.iter().filter(|said| said.item == at.index) {
            for answer in &said.answers {
                let number = number(&region[at], said, answer);
                let same = |one: &&mut Unordered| one.number == number && same_question(one.answers[0].1, answer);
                match all.iter_mut().find(same) {
                    Some(one) => one.answers.push((reply, answer)),
                    None => all.push(Unordered { number, answers: vec![(reply, answer)] }),
                }
            }
        }
    }
    all
}

/// Whether a reply answers the same words more than once on an item: there were more decisions that read so.
fn answers_twice(reply: &Reply, item: usize) -> bool {
    let said = reply.items.iter().filter(|said| said.item == item);
    said.into_iter().any(|said| {
        let answers = &said.answers;
        (1..answers.len()).any(|at| answers[..at].iter().any(|it| same_text(&it.text, &answers[at].text)))
    })
}

/// The number of the requested decision to which an answer is one. Where more decisions had its words than have them now, it may
/// be to any that is left.
fn number(item: &Item, said: &AnswerItem, answer: &Answer) -> Option<usize> {
    let is_to = |number: &usize| answer_to(item, &said.answers, *number).is_some_and(|(own, _)| ptr::eq(own, answer));
    let has_its_words = |number: &usize| same_text(&item.requested[number - 1], &answer.text);
    (1..=item.requested.len()).find(is_to).or_else(|| (1..=item.requested.len()).find(has_its_words))
}
