//! Parties that answered and are there no more on the day of the meeting: nobody speaks for them, and what they said is
//! told where it may still be of use.

use super::{Asked, asked, asker, was_consulted};
use crate::model::{MeetingId, PartyId, Region};

/// Whether a party is not there on the day of a meeting.
#[must_use]
pub fn is_gone(region: &Region, id: MeetingId, party: PartyId) -> bool {
    !region[party].exists(region[id].date.value)
}

/// The parties that answered and are not there on the day of a meeting, in the order of the covenant.
#[must_use]
pub fn gone(region: &Region, id: MeetingId) -> Vec<PartyId> {
    let answered = |party| region[id].replies.iter().any(|reply| reply.party == party);
    region.party_ids().filter(|party| is_gone(region, id, *party) && answered(*party)).collect()
}

/// Those of them of whom some parties are to be told: what they were merged into, else who asked, else who spoke for them.
#[must_use]
pub fn gone_to(region: &Region, id: MeetingId, heard: &[PartyId]) -> Vec<PartyId> {
    let mut all = gone(region, id);
    all.retain(|party| keeper(region, id, *party).is_some_and(|keeper| heard.contains(&keeper)));
    all
}

/// The parties that answered, are not there on the day of a meeting, and were merged into this one.
#[must_use]
pub fn gone_into(region: &Region, id: MeetingId, heir: PartyId) -> Vec<PartyId> {
    let mut all = gone(region, id);
    all.retain(|party| region.party_on(*party, region[id].date.value) == Some(heir));
    all
}

/// Who is told what came of it: those who are asked, those who were and now sit there themselves, and who goes on for a
/// party that answered and is not there any more.
#[must_use]
pub fn told(region: &Region, id: MeetingId) -> Vec<Asked> {
    let (meeting, known) = (&region[id], asked(region, id));
    let one = |party| {
        let apart =
            !is_gone(region, id, party) && was_consulted(meeting, party) || !gone_into(region, id, party).is_empty();
        let itself = || apart.then(|| Asked { party, by: asker(meeting, party), speaker: None });
        known.iter().find(|asked| asked.party == party).copied().or_else(itself)
    };
    region.party_ids().filter_map(one).collect()
}

fn keeper(region: &Region, id: MeetingId, party: PartyId) -> Option<PartyId> {
    let meeting = &region[id];
    let spoke = region[party].period.until.and_then(|last| region.speaker_for(meeting.body, party, last));
    let all = [region.party_on(party, meeting.date.value), asker(meeting, party), spoke];
    let asked = asked(region, id);
    let takes_part = |one: &PartyId| asked.iter().any(|it| it.party == *one || it.speaker == Some(*one));
    all.into_iter().flatten().find(takes_part)
}
