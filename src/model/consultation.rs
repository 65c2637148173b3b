//! The state of a consultation: who is asked, by whom, what was answered last, and what of that no longer counts.
//!
//! Silence is never support. Per requested decision the newest answer to the question of now counts that came before the
//! end of the meeting, or before a written round closed; where there is only one to another, that is stale. A question is
//! a text and what is to be done with its item: an advice is no assent. Which decision an answer is about its words say,
//! never its place; which answer is the newest its moment says. What does not count is not lost: [`apart()`] gives it.

mod apart;
mod gone;
mod planned;
mod put;
mod said;
mod sent;
mod unordered;
mod wording;

use std::collections::BTreeMap;

use crate::fingerprint;
use crate::model::{
    Answer, AnswerItem, Item, ItemId, Meeting, MeetingId, PaperPlace, PartyId, Region, Reply, SendingKind, Support,
};

pub use apart::{Apart, Why, Words, apart, apart_on};
pub use gone::{gone, gone_into, gone_to, is_gone, told};
pub use planned::{differing, moved, planned, unsent_plan, would_retell};
pub use put::{
    Asks, answered_as, asked_again, asked_as, asked_late, asked_until, asks, came_after_due, changed_since_asked,
    decisions, decisions_of, due_of, due_of_all, questions_to, told_until, was_asked, was_asked_otherwise,
    was_consulted, was_put,
};
pub use said::{
    contradicts, general, has_seen, in_time, input, is_after, is_closed_on, is_late, is_one_moment, newest,
    newest_general, newest_input, newest_of, precedes, replies_of, said_more, said_more_of, same_text,
};
pub use sent::{
    Unsent, is_recorded, is_unsent, known_unsent, lacks_record, unsent, unsent_files, was_changed, without_wording,
};
pub use unordered::{Unordered, differs_in_reason, is_told_with_rivals, rivals, unordered};
pub use wording::wording;

/// A party that is asked before a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Who is asked.
    pub party: PartyId,
    /// Who asks; nobody when the secretary of the body asks (a written procedure).
    pub by: Option<PartyId>,
    /// Who speaks for the party at the meeting; nobody when it speaks for itself.
    pub speaker: Option<PartyId>,
}

impl Asked {
    /// Who asks now: who speaks at the meeting, else who asked.
    #[must_use]
    pub fn asker(&self) -> Option<PartyId> {
        self.speaker.or(self.by)
    }
}

/// The newest answer of a party on one requested decision.
#[derive(Debug, Clone, Copy)]
pub struct Newest<'a> {
    /// The reply that it came with.
    pub reply: &'a Reply,
    /// What was said on the item in that reply.
    pub item: &'a AnswerItem,
    /// The answer itself.
    pub answer: &'a Answer,
    /// Another text is requested now, or the item is there for something else: it is shown and does not count.
    pub stale: bool,
    /// Which explanation and papers it was given with; it counts in any case, and that is said.
    pub seen: Seen,
}

/// Which explanation and papers an answer was given with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Those of now, or it does not say.
    Current,
    /// Others: those of now were sent after it.
    ChangedSince,
    /// Others, and nobody can say that they changed after it.
    Earlier,
}

/// How a party stands towards one requested decision, in the order in which papers tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// It answered what is asked now.
    Answered(Support),
    /// It answered what is asked now in two ways on one day, and nobody can say what it said last.
    Unordered,
    /// It answered another question: another text, or the same when something else was to be done with the item.
    Stale,
    /// It did not answer.
    Silent,
    /// It did not answer, and nobody asked: the item came after the question, or the question was never sent.
    NotAsked,
}

/// The parties that are asked before a meeting, in the order of the covenant: those for whom another party speaks on
/// its day, and in a written procedure every party with a seat.
#[must_use]
pub fn asked(region: &Region, id: MeetingId) -> Vec<Asked> {
    let meeting = &region[id];
    let day = meeting.date.value;
    let mut asked = Vec::new();
    for party in region.party_ids().filter(|&party| region[party].exists(day)) {
        let speaker = region.speaker_for(meeting.body, party, day);
        if speaker.is_some() || meeting.is_written() && has_seat(region, meeting, party) {
            asked.push(Asked { party, by: asker(meeting, party).or(speaker), speaker });
        }
    }
    asked
}

/// Who was asked on top of those, as the sendings say, though nobody else speaks for it: it counts among those who were asked.
#[must_use]
pub fn asked_besides(region: &Region, id: MeetingId) -> Vec<PartyId> {
    let asked = asked(region, id);
    let is_besides = |party: &PartyId| {
        was_consulted(&region[id], *party)
            && !asked.iter().any(|one| one.party == *party)
            && !is_gone(region, id, *party)
    };
    region.party_ids().filter(is_besides).collect()
}

/// Who will speak, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Who speaks.
    pub by: PartyId,
    /// Who is hindered then; nobody when the speaker speaks on its own account.
    pub stands_in_for: Option<PartyId>,
    /// For whom, in the order of the covenant.
    pub on_behalf_of: Vec<PartyId>,
}

/// Who speaks for others on the day of the meeting, each followed by who stands in when it is hindered.
#[must_use]
pub fn speeches(region: &Region, id: MeetingId) -> Vec<Speech> {
    let meeting = &region[id];
    let mut speeches: Vec<Speech> = Vec::new();
    for one in asked(region, id) {
        let Some(by) = one.speaker else { continue };
        let day = meeting.date.value;
        let mut spoken = region.representations_on(meeting.body, day);
        let spoken = spoken.find(|spoken| region.represented_on(spoken, day).contains(&one.party));
        let substitute = spoken.and_then(|spoken| region.substitute_on(spoken, day));
        add(&mut speeches, by, None, one.party);
        if let Some(substitute) = substitute {
            add(&mut speeches, substitute, Some(by), one.party);
        }
    }
    speeches.sort_by_key(place);
    speeches
}

/// Each after the one for whom it stands in.
fn place(speech: &Speech) -> (PartyId, bool) {
    (speech.stands_in_for.unwrap_or(speech.by), speech.stands_in_for.is_some())
}

fn add(speeches: &mut Vec<Speech>, by: PartyId, stands_in_for: Option<PartyId>, party: PartyId) {
    match speeches.iter_mut().find(|speech| speech.by == by && speech.stands_in_for == stands_in_for) {
        Some(speech) => speech.on_behalf_of.push(party),
        None => speeches.push(Speech { by, stands_in_for, on_behalf_of: vec![party] }),
    }
}

/// Whether an answer of this party belongs to a meeting: it is asked, or speaks for others or has a seat and lays down its
/// own position.
#[must_use]
pub fn may_answer(region: &Region, id: MeetingId, party: PartyId) -> bool {
    let is_in = |asked: &Asked| asked.party == party || asked.speaker == Some(party);
    asked(region, id).iter().any(is_in) || has_seat(region, &region[id], party)
}

/// Whether the party has a seat of its own on the day of the meeting.
fn has_seat(region: &Region, meeting: &Meeting, party: PartyId) -> bool {
    region.sits(meeting.body, party, meeting.date.value)
}

/// On whose behalf a party was asked last, as the sendings say.
#[must_use]
pub fn asker(meeting: &Meeting, party: PartyId) -> Option<PartyId> {
    let questions = meeting.sendings_of(SendingKind::Consultation).rev();
    questions.filter(|sending| sending.to.contains(&party)).find_map(|sending| sending.on_behalf_of)
}

/// How a party stands towards a requested decision.
#[must_use]
pub fn stand(newest: Option<&Newest>) -> Stand {
    match newest {
        None => Stand::Silent,
        Some(newest) if newest.stale => Stand::Stale,
        Some(newest) => Stand::Answered(newest.answer.support),
    }
}

/// How a party stands towards a requested decision, with its newest answer.
#[must_use]
pub fn standing(region: &Region, id: ItemId, party: PartyId, number: usize) -> (Stand, Option<Newest<'_>>) {
    let newest = newest(region, id, party, number);
    let stand = match stand(newest.as_ref()) {
        Stand::Silent if !was_put(&region[id.meeting], party, id.index, number) => Stand::NotAsked,
        Stand::Answered(_) if newest.as_ref().is_some_and(|newest| has_rival(region, id, newest)) => Stand::Unordered,
        stand => stand,
    };
    (stand, newest)
}

/// Whether a party said something else of a decision beside its newest answer, and nobody can say which it said last.
fn has_rival(region: &Region, id: ItemId, newest: &Newest) -> bool {
    !rivals(region, id, newest.reply.party, newest.answer).is_empty()
}

/// How each party that was asked stands towards a requested decision.
#[must_use]
pub fn all_stands(region: &Region, id: ItemId, number: usize) -> Vec<(PartyId, Stand)> {
    let all = asked(region, id.meeting).into_iter();
    all.map(|one| (one.party, standing(region, id, one.party, number).0)).collect()
}

/// Why parties answered as they did in a written round towards a requested decision, in their own words; at a table the
/// minutes say what was said.
pub fn reasons(region: &Region, id: ItemId, number: usize) -> impl Iterator<Item = (PartyId, &str)> {
    let meeting = &region[id.meeting];
    let told = meeting.is_written() && region[id].is_proposal();
    let all = asked(region, id.meeting).into_iter().filter(move |_| told);
    all.filter_map(move |one| {
        let newest = newest(region, id, one.party, number).filter(|newest| !newest.stale)?;
        Some((one.party, newest.answer.reason.as_deref()?))
    })
}

/// How a party stands towards each requested decision of an item, in their order.
#[must_use]
pub fn stands(region: &Region, id: ItemId, party: PartyId) -> Vec<Stand> {
    let numbers = decisions_of(region, id, party).into_iter();
    numbers.map(|number| standing(region, id, party, number).0).collect()
}

/// Whether a party has something left to answer before a meeting.
#[must_use]
pub fn waits(region: &Region, id: MeetingId, party: PartyId) -> bool {
    let mut items = region[id].proposals().map(|(index, _)| ItemId { meeting: id, index });
    items.any(|item| stands(region, item, party).into_iter().any(is_open))
}

/// Whether a party has to be asked for a decision: it did not answer, or another text, or nobody knows what.
#[must_use]
pub fn is_needed(region: &Region, id: ItemId, party: PartyId, number: usize) -> bool {
    is_open(standing(region, id, party, number).0)
}

/// Whether an answer is still wanted.
#[must_use]
pub const fn is_open(stand: Stand) -> bool {
    matches!(stand, Stand::Silent | Stand::Stale | Stand::NotAsked | Stand::Unordered)
}

/// The fingerprint of what a party sees of an item before it answers: explanation and papers, with what is in the files
/// of the papers (by path). Nothing when a file has no fingerprint.
#[must_use]
pub fn fingerprint(item: &Item, files: &BTreeMap<String, String>) -> Option<String> {
    seen(item, files, &[])
}

/// The same without the papers that were not sent, where there are such.
#[must_use]
pub fn fingerprint_as_sent(meeting: &Meeting, item: &Item, files: &BTreeMap<String, String>) -> Option<String> {
    let new: Vec<usize> = sent::new_papers(meeting, item).collect();
    if new.is_empty() { None } else { sent::announced(meeting, item, files, &new).or_else(|| seen(item, files, &new)) }
}

fn seen(item: &Item, files: &BTreeMap<String, String>, without: &[usize]) -> Option<String> {
    let mut seen = vec![item.explanation.as_ref().map(|text| text.value.clone()).unwrap_or_default()];
    for (_, paper) in item.papers.iter().enumerate().filter(|(at, _)| !without.contains(at)) {
        seen.push(paper.title.value.clone());
        seen.push(match &paper.place {
            PaperPlace::File(path) => files.get(path)?.clone(),
            PaperPlace::Address(address) => address.clone(),
            PaperPlace::Follows(day) => day.to_string(),
            PaperPlace::Oral | PaperPlace::Withheld => String::new(),
        });
    }
    Some(fingerprint::texts(seen.iter().map(String::as_str)))
}

/// The fingerprint of an item's explanation and papers as they were sent last.
fn sent_fingerprint(meeting: &Meeting, item: usize) -> Option<&str> {
    meeting.sendings.iter().rev().find_map(|sending| sending.of(item)?.fingerprint.as_deref())
}
