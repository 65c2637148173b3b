//! Parties that answered and are there no more on the day of the meeting: nobody speaks for them, and what they said is
//! told where it may still be of use.

use super::{asked, asker};
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

fn keeper(region: &Region, id: MeetingId, party: PartyId) -> Option<PartyId> {
    let meeting = &region[id];
    let spoke = region[party].period.until.and_then(|last| region.speaker_for(meeting.body, party, last));
    let all = [region.party_on(party, meeting.date.value), asker(meeting, party), spoke];
    let asked = asked(region, id);
    let takes_part = |one: &PartyId| asked.iter().any(|it| it.party == *one || it.speaker == Some(*one));
    all.into_iter().flatten().find(takes_part)
}
