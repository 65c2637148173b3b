//! Who speaks for a subregion belongs to it, as long as it speaks.

use chrono::NaiveDate;

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{PartyId, Representation, SubregionId};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for spoken in &region.representations {
        let Some(id) = spoken.subregion else { continue };
        for (party, key, verb) in
            [(Some(spoken.by), "door", "spreekt"), (spoken.substitute, "bij_verhindering", "spreekt bij verhindering")]
        {
            let Some((party, day)) = party.and_then(|party| Some((party, outside(whole, spoken, id, party)?))) else {
                continue;
            };
            // of who never belonged to it no day is told
            let since = Some(day).filter(|_| !region.belongs(id, party).is_empty());
            let when = since.map(|day| format!("op {} ", dutch::short_date(day))).unwrap_or_default();
            let message = format!(
                "{} {verb} voor de subregio {}, maar hoort daar {when}niet bij.",
                whole.name(party),
                region[id].name
            );
            let hint = match since.and_then(|day| day.pred_opt()) {
                Some(last) => format!("schrijf: tot = {last}, en laat daarna een gemeente uit die subregio spreken"),
                None => "kies een gemeente uit die subregio".to_owned(),
            };
            found
                .at(spoken.span, message, hint)
                .key(key)
                .see(region[id].span, "de gemeenten van de subregio staan hier");
        }
    }
}

/// From when on a party speaks without belonging to the subregion.
fn outside(whole: &Whole<'_>, spoken: &Representation, id: SubregionId, party: PartyId) -> Option<NaiveDate> {
    let belongs = whole.region.belongs(id, party);
    let day = spoken.period.within(whole.region[party].period)?.outside(&belongs)?;
    // who left without a new subregion is told so by another rule
    let left = !belongs.is_empty() && whole.region.home_on(party, day).is_none();
    if left && whole.region.homeless(party, whole.today).is_some_and(|homeless| homeless <= day.max(whole.today)) {
        return None;
    }
    Some(day)
}
