//! Municipalities for which nobody speaks on the day of a meeting.

use super::scope::At;
use crate::model::PartyId;

/// These, where the body is one in which parties are represented; not those of which another rule says why.
pub(super) fn unspoken(at: &At<'_>) -> Vec<PartyId> {
    let (region, day) = (at.region, at.meeting.date.value);
    let represents = region.representations.iter().any(|spoken| spoken.body == at.meeting.body);
    if !represents || region.covenant_broken {
        return Vec::new();
    }
    region
        .party_ids()
        .filter(|party| region[*party].is_municipality() && region[*party].exists(day))
        .filter(|party| region.speaker_for(at.meeting.body, *party, day).is_none() && at.seat_of(*party).is_none())
        // who speaks for others and has no seat is told so by another rule
        .filter(|party| region.representations_on(at.meeting.body, day).all(|spoken| spoken.by != *party))
        .filter(|party| !(has_gone(at, *party) || has_no_home(at, *party) && is_homeless(at, *party)))
        .collect()
}

/// Whether it belongs to no subregion on the day, so that nobody can speak for it.
pub(super) fn has_no_home(at: &At<'_>, party: PartyId) -> bool {
    let (region, day) = (at.region, at.meeting.date.value);
    let by_subregion = region.representations_on(at.meeting.body, day).any(|spoken| spoken.subregion.is_some());
    by_subregion && region.home_on(party, day).is_none()
}

/// Whether another rule says that a municipality belongs to no subregion: it does so as long as that is so.
pub(super) fn is_homeless(at: &At<'_>, party: PartyId) -> bool {
    let region = at.region;
    let counts = !region.subregions.is_empty() && region[party].is_municipality();
    counts && region.homeless(party, at.today).is_some()
}

/// Whether the one who would speak for it does not exist on the day: another rule says so.
fn has_gone(at: &At<'_>, party: PartyId) -> bool {
    let (region, day) = (at.region, at.meeting.date.value);
    let gone = region.representations.iter().filter(|it| it.body == at.meeting.body && !region[it.by].exists(day));
    gone.into_iter().any(|spoken| region.spoken_for(spoken, party).iter().any(|period| period.holds(day)))
}
