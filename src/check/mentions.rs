//! Where a dossier names a party for a day: in what was sent, answered, said, agreed, signed.

use chrono::NaiveDate;

use crate::model::{
    Action, Actor, Commitment, ItemId, Meeting, MeetingId, Party, PartyId, Period, ProgressKind, Region, Subject,
};
use crate::source::Span;

/// A place where a party is named.
#[derive(Debug)]
pub(super) struct Mention {
    /// Which party.
    pub party: PartyId,
    /// On one of these days it must exist.
    pub days: Period,
    /// The entry.
    pub span: Span,
    /// The key in the entry.
    pub key: Option<&'static str>,
    /// The meeting, when it is about one.
    pub meeting: Option<MeetingId>,
    /// The item, when it is about one.
    pub item: Option<ItemId>,
}

impl Mention {
    /// Whether it is an answer: whose that is, its file says.
    pub(super) const fn is_reply(&self) -> bool {
        self.key.is_none()
    }
}

/// Every place in the meetings, the ledger and the signals, in the order of the meetings.
pub(super) fn all(region: &Region) -> Vec<Mention> {
    let mut all = Vec::new();
    for id in region.meeting_ids().filter(|&id| region[id].cancelled.is_none()) {
        let mut meeting = OfMeeting { id, meeting: &region[id], all: &mut all };
        meeting.asked();
        meeting.items();
        meeting.said();
    }
    for entry in &region.progress {
        if let (ProgressKind::Adopted { college, .. }, Subject::Item(meeting, index)) = (&entry.kind, entry.about) {
            let item = Some(ItemId { meeting, index });
            let key = Some("vastgesteld.college");
            all.push(Mention { party: *college, days: on(entry.date), span: entry.span, key, meeting: None, item });
        }
    }
    let signals = region.signals.iter().map(|signal| (signal.party, on(signal.date), signal.span, Some("partij")));
    let signed = region.party_ids().flat_map(|id| signing(id, &region[id]));
    let whole = signals.chain(signed);
    all.extend(whole.map(|(party, days, span, key)| Mention { party, days, span, key, meeting: None, item: None }));
    all
}

const fn on(day: NaiveDate) -> Period {
    Period { from: Some(day), until: Some(day) }
}

/// A nomination comes before the party when that is still to be made; the other steps are its own.
fn signing(id: PartyId, party: &Party) -> impl Iterator<Item = (PartyId, Period, Span, Option<&'static str>)> {
    let before = |day| Period { from: Some(day), until: None };
    let steps = [
        ("ondertekening.voordracht", party.signing.nominated.map(before)),
        ("ondertekening.collegebesluit", party.signing.decided.map(on)),
        ("ondertekening.machtiging", party.signing.authorised.map(on)),
        ("ondertekening.getekend", party.signing.signed.map(on)),
    ];
    let span = party.span;
    steps.into_iter().filter_map(move |(key, days)| Some((id, days?, span, Some(key))))
}

/// The places in the files of a meeting.
struct OfMeeting<'a> {
    id: MeetingId,
    meeting: &'a Meeting,
    all: &'a mut Vec<Mention>,
}

impl OfMeeting<'_> {
    fn add(&mut self, party: PartyId, days: Period, span: Span, key: Option<&'static str>, item: Option<usize>) {
        let (meeting, item) = (Some(self.id), item.map(|index| ItemId { meeting: self.id, index }));
        self.all.push(Mention { party, days, span, key, meeting, item });
    }

    fn day(&self) -> NaiveDate {
        self.meeting.date.value
    }

    /// Who asks does so on the day of asking; for whom it is about, the day of the meeting counts.
    fn asked(&mut self) {
        let day = self.day();
        // who was asked, or answered, for a day from which the meeting was moved, was there then
        let planned = self.meeting.moved_from.iter().copied().chain([day]).min();
        let days = Period { from: planned, until: Some(day.max(planned.unwrap_or(day))) };
        for sending in &self.meeting.sendings {
            let until_then = Period { from: Some(sending.date), until: Some(day.max(sending.date)) };
            if let Some(party) = sending.on_behalf_of {
                self.add(party, until_then, sending.span, Some("namens"), None);
            }
            for party in &sending.to {
                self.add(*party, days, sending.span, Some("aan"), None);
            }
        }
        for (at, reply) in self.meeting.replies.iter().enumerate() {
            if self.meeting.replies[..at].iter().all(|before| before.party != reply.party) {
                self.add(reply.party, days, reply.span, None, None);
            }
        }
    }

    /// Who brings it in did so before it was sent; who adopts it does so afterwards.
    fn items(&mut self) {
        let day = self.day();
        let sent = self.meeting.sent().unwrap_or(day);
        for (at, item) in self.meeting.items.iter().enumerate().filter(|(_, item)| item.cancelled.is_none()) {
            if let Some(Actor::Party(party)) = item.submitter {
                let days = Period { from: Some(sent.min(day)), until: Some(day) };
                self.add(party, days, item.span, Some("indiener"), Some(at));
            }
            if let Some(party) = item.to_be_adopted_by {
                let days = Period { from: Some(day), until: None };
                self.add(party, days, item.span, Some("vast_te_stellen_door"), Some(at));
            }
        }
    }

    fn said(&mut self) {
        let (day, meeting) = (self.day(), self.meeting);
        let Some(minutes) = &meeting.minutes else { return };
        for row in &minutes.attendance {
            if let Some(party) = row.replaced_by.as_deref().and_then(|deputy| deputy.party) {
                self.add(party, on(day), row.span, Some("door.partij"), None);
            }
        }
        for treated in &minutes.items {
            for input in &treated.input {
                self.add(input.from, on(day), input.span, Some("van"), Some(treated.item));
            }
            treated.actions.iter().for_each(|action| self.action(action, treated.item));
            treated.commitments.iter().for_each(|commitment| self.commitment(commitment, treated.item));
        }
    }

    /// It may be for who is still to begin.
    fn action(&mut self, action: &Action, item: usize) {
        self.actors(&action.who, (action.due, action.span, "wie"), item);
    }

    fn commitment(&mut self, commitment: &Commitment, item: usize) {
        let (due, span) = (commitment.due, commitment.span);
        self.actors(commitment.who.as_slice(), (due, span, "wie"), item);
        self.actors(&commitment.to, (due, span, "aan"), item);
    }

    fn actors(&mut self, actors: &[Actor], (due, span, key): (Option<NaiveDate>, Span, &'static str), item: usize) {
        let days = Period { from: Some(self.day()), until: due.map(|due| due.max(self.day())) };
        for actor in actors {
            if let Actor::Party(party) = actor {
                self.add(*party, days, span, Some(key), Some(item));
            }
        }
    }
}
