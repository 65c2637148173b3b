//! What each of those who are asked before a meeting did: was it asked, when, and what did it answer?

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{Answer, Item, ItemId, MeetingId, PartyId, Region, Reply, SendingKind};
use crate::paper::{parts, words};

/// When parties were asked; who, where not all were asked that day.
#[derive(Debug, Serialize)]
pub(super) struct Vraag {
    datum: String,
    wie: Option<String>,
    /// They were asked before.
    opnieuw: bool,
}

/// Some parties and what each did before a meeting.
pub(super) struct Parties<'a, 'b> {
    pub region: &'a Region,
    pub id: MeetingId,
    pub all: &'b [PartyId],
}

impl<'a> Parties<'a, '_> {
    pub(super) fn that(&self, wanted: impl Fn(PartyId) -> bool) -> Vec<PartyId> {
        self.all.iter().copied().filter(|party| wanted(*party)).collect()
    }

    /// With those of whom they are to be told, who are not there on the day of the meeting.
    pub(super) fn with_gone(&self, speaker: Option<PartyId>) -> Vec<PartyId> {
        let heard: Vec<PartyId> = self.all.iter().copied().chain(speaker).collect();
        self.all.iter().copied().chain(consultation::gone_to(self.region, self.id, &heard)).collect()
    }

    /// Whether anything came back from a party.
    pub(super) fn reacted(&self, party: PartyId) -> bool {
        !consultation::in_time(&self.region[self.id], party).is_empty()
    }

    /// Who is there, is not among those who are asked, and laid something down all the same.
    pub(super) fn unasked(&self) -> Vec<PartyId> {
        let (region, id) = (self.region, self.id);
        let answered = |party| region[id].replies.iter().any(|reply| reply.party == party);
        let asked = consultation::asked(region, id);
        let others = region.party_ids().filter(|party| !asked.iter().any(|one| one.party == *party));
        others.filter(|party| answered(*party) && !consultation::is_gone(region, id, *party)).collect()
    }

    /// Whether a party answered a question at least; where none is put to it, its input is its answer.
    pub(super) fn answered(&self, party: PartyId) -> bool {
        let (region, meeting) = (self.region, &self.region[self.id]);
        let replies = consultation::in_time(meeting, party);
        let items = || replies.iter().flat_map(|reply| &reply.items);
        let mut all = meeting.proposals().map(|(index, _)| ItemId { meeting: self.id, index });
        items().any(|said| !said.answers.is_empty())
            || !replies.is_empty() && all.all(|at| consultation::decisions_of(region, at, party).is_empty())
    }

    /// Whether a party gave input, and answered nothing of what it was asked.
    pub(super) fn gave_input_alone(&self, party: PartyId) -> bool {
        let replies = consultation::in_time(&self.region[self.id], party);
        let input = replies
            .iter()
            .any(|reply| reply.whole.general.is_some() || reply.items.iter().any(|said| said.remarks.input.is_some()));
        input && !self.answered(party)
    }

    pub(super) fn was_asked(&self, party: PartyId) -> bool {
        consultation::was_consulted(&self.region[self.id], party)
    }

    /// The days on which a party was asked, or reminded.
    fn days(&self, party: PartyId, kind: SendingKind) -> BTreeSet<NaiveDate> {
        let questions = consultation::questions_to(&self.region[self.id], party);
        questions.filter(|sending| sending.kind == kind).map(|sending| sending.date).collect()
    }

    /// Without what was only a reminder.
    pub(super) fn asked_on(&self, party: PartyId) -> Option<NaiveDate> {
        self.days(party, SendingKind::Consultation).pop_last()
    }

    /// The day on which each of some was reminded, at least.
    pub(super) fn reminded_on(&self, those: &[PartyId]) -> Option<NaiveDate> {
        let last = those.iter().map(|party| self.days(*party, SendingKind::Reminder).pop_last());
        last.min().flatten()
    }

    /// Whether a party answered an earlier text; of what it was asked anew since, or of what it was not.
    pub(super) fn is_stale(&self, party: PartyId, anew: bool) -> bool {
        let (region, meeting) = (self.region, &self.region[self.id]);
        let stale = |index: usize, number: usize| {
            let at = ItemId { meeting: self.id, index };
            let newest = consultation::newest(region, at, party, number).filter(|newest| newest.stale);
            newest.is_some_and(|old| consultation::asked_again(meeting, index, number, &old).is_some() == anew)
        };
        let mut items = meeting.proposals();
        items.any(|(index, item)| (1..=item.requested.len()).any(|number| stale(index, number)))
    }

    /// To what they answered of which the answer counts no more: to an earlier text, or to another question in any case.
    pub(super) fn answered_earlier(&self) -> &'static str {
        let region = self.region;
        let is_any = |wanted: &dyn Fn(&Answer, &Item) -> bool| {
            let is = |party: PartyId, index: usize, number: usize| {
                let at = ItemId { meeting: self.id, index };
                let newest = consultation::newest(region, at, party, number);
                newest.is_some_and(|newest| wanted(newest.answer, &region[at]))
            };
            self.all.iter().any(|party| {
                let mut items = region[self.id].proposals();
                items.any(|(index, item)| (1..=item.requested.len()).any(|number| is(*party, index, number)))
            })
        };
        if is_any(&Answer::may_be_to_now) {
            words::PERHAPS_NOW
        } else if is_any(&|answer, item| answer.other_treatment(item).is_some()) {
            "vraag"
        } else {
            "tekst"
        }
    }

    pub(super) fn has(&self, party: PartyId, wanted: Stand) -> bool {
        let mut items = self.region[self.id].proposals().map(|(index, _)| ItemId { meeting: self.id, index });
        items.any(|item| consultation::stands(self.region, item, party).contains(&wanted))
    }

    /// Whether a party stands so towards all that is decided.
    pub(super) fn has_only(&self, party: PartyId, wanted: Stand) -> bool {
        let mut items = self.region[self.id].proposals().map(|(index, _)| ItemId { meeting: self.id, index });
        items.all(|item| consultation::stands(self.region, item, party).iter().all(|stand| *stand == wanted))
    }

    /// Whose answers have a day that is still to come.
    pub(super) fn awaited(&self) -> Option<String> {
        parts::answers_to_come(self.region, self.id, self.all)
    }

    pub(super) fn newest(&self) -> impl Iterator<Item = &'a Reply> {
        let (region, id) = (self.region, self.id);
        self.all.iter().filter_map(move |party| consultation::in_time(&region[id], *party).pop())
    }

    pub(super) fn with_day(&self, wanted: &dyn Fn(&Reply) -> bool) -> Option<String> {
        let name =
            |reply: &Reply| format!("{} ({})", self.region.called(self.id, reply.party), dutch::short_date(reply.date));
        dutch::list(&self.newest().filter(|reply| wanted(reply)).map(name).collect::<Vec<_>>())
    }

    /// On which days parties were asked, or reminded, and who.
    pub(super) fn questions(&self, kind: SendingKind) -> Vec<Vraag> {
        let days: BTreeSet<NaiveDate> = self.all.iter().flat_map(|party| self.days(*party, kind)).collect();
        let asked = |day: NaiveDate| {
            let those = self.that(|party| self.days(party, kind).contains(&day));
            let wie = (those.len() < self.all.len()).then(|| parts::names(self.region, self.id, &those)).flatten();
            let earlier = |party: &PartyId| self.days(*party, kind).first().is_some_and(|first| *first < day);
            Vraag { datum: dutch::date(day), wie, opnieuw: those.iter().all(earlier) }
        };
        days.into_iter().map(asked).collect()
    }
}
