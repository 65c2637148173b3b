//! What each of those who are asked before a meeting did: was it asked, when, and what did it answer?

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::consultation::{self, Stand};
use crate::document::parts;
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId, Region, Reply, SendingKind};

/// When parties were asked last; who, where not all were asked that day.
#[derive(Debug, Serialize)]
pub struct Vraag {
    datum: String,
    wie: Option<String>,
}

/// Some parties and what each did before a meeting.
pub struct Parties<'a, 'b> {
    pub region: &'a Region,
    pub id: MeetingId,
    pub all: &'b [PartyId],
}

impl<'a> Parties<'a, '_> {
    pub fn that(&self, wanted: impl Fn(PartyId) -> bool) -> Vec<PartyId> {
        self.all.iter().copied().filter(|party| wanted(*party)).collect()
    }

    pub fn answered(&self, party: PartyId) -> bool {
        !consultation::in_time(&self.region[self.id], party).is_empty()
    }

    pub fn was_asked(&self, party: PartyId) -> bool {
        consultation::was_consulted(&self.region[self.id], party)
    }

    /// Without what was only a reminder.
    pub fn asked_on(&self, party: PartyId) -> Option<NaiveDate> {
        let questions = consultation::questions_to(&self.region[self.id], party);
        questions.filter(|sending| sending.kind == SendingKind::Consultation).map(|sending| sending.date).max()
    }

    pub fn has(&self, party: PartyId, wanted: Stand) -> bool {
        let mut items = self.region[self.id].proposals().map(|(index, _)| ItemId { meeting: self.id, index });
        items.any(|item| consultation::stands(self.region, item, party).contains(&wanted))
    }

    pub fn newest(&self) -> impl Iterator<Item = &'a Reply> {
        let (region, id) = (self.region, self.id);
        self.all.iter().filter_map(move |party| consultation::in_time(&region[id], *party).pop())
    }

    pub fn with_day(&self, wanted: &dyn Fn(&Reply) -> bool) -> Option<String> {
        let name = |reply: &Reply| format!("{} ({})", self.region[reply.party].name, dutch::short_date(reply.date));
        dutch::list(&self.newest().filter(|reply| wanted(reply)).map(name).collect::<Vec<_>>())
    }

    pub fn questions(&self) -> Vec<Vraag> {
        let days: BTreeSet<NaiveDate> = self.all.iter().filter_map(|party| self.asked_on(*party)).collect();
        let asked = |day: NaiveDate| {
            let those = self.that(|party| self.asked_on(party) == Some(day));
            let wie = (those.len() < self.all.len()).then(|| parts::names(self.region, &those)).flatten();
            Vraag { datum: dutch::date(day), wie }
        };
        days.into_iter().map(asked).collect()
    }
}
