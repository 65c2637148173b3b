//! Who speaks for a subregion belongs to it, as long as it speaks.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::{PartyId, Representation, SubregionId};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in &region.representations {
        let Some(id) = spoken.subregion else { continue };
        for (party, key, verb) in [(Some(spoken.by), "door", "spreekt"), (spoken.substitute, "bij_verhindering", "spreekt bij verhindering")] {
            let Some((party, when)) = party.and_then(|party| Some((party, outside(whole, spoken, id, party)?))) else { continue };
            let message = format!(
                "{} {verb} voor de subregio {}, maar hoort daar {when}niet bij.",
                whole.name(party), region[id].name
            );
            let hint = "kies een gemeente uit die subregio";
            found.at(spoken.span, message, hint).key(key).see(region[id].span, "de gemeenten van de subregio staan hier");
        }
    }
}

/// From when a party speaks without belonging to the subregion: nothing is said of it where it never did.
fn outside(whole: &Whole<'_>, spoken: &Representation, id: SubregionId, party: PartyId) -> Option<String> {
    let belongs = whole.region.belongs(id, party);
    let day = spoken.period.within(whole.region[party].period)?.outside(&belongs)?;
    // who left without a new subregion is told so by another rule
    let left = !belongs.is_empty() && whole.region.home_on(party, day).is_none();
    if left && whole.region.homeless(party, whole.today).is_some_and(|homeless| homeless <= day.max(whole.today)) {
        return None;
    }
    Some(if belongs.is_empty() { String::new() } else { format!("op {} ", dutch::short_date(day)) })
}
