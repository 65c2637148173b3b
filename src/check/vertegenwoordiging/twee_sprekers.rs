//! At every moment one party speaks for another.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::{PartyId, Period, Representation};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let all = &whole.region.representations;
    for (at, second) in all.iter().enumerate() {
        for first in all[..at].iter().filter(|first| first.body == second.body) {
            let Some(party) = shared(whole, first, second) else { continue };
            let name = |party: PartyId| whole.region[party].name.as_str();
            let message = if first.by == second.by {
                format!("Dat {} voor {} spreekt, staat er voor dezelfde dagen twee keer.", name(first.by), name(party))
            } else {
                format!("Voor {} spreken tegelijk {} en {}.", name(party), name(first.by), name(second.by))
            };
            let until = second.period.from.and_then(|from| from.pred_opt()).map(|day| format!(" = {day}"));
            let hint = format!("sluit de eerste af met tot{}", until.unwrap_or_default());
            found.at(second.span, message, hint).see(first.span, since(first.period));
        }
    }
}

/// A party for which both speak on the same day.
fn shared(whole: &Whole<'_>, first: &Representation, second: &Representation) -> Option<PartyId> {
    let region = whole.region;
    // who is not there does not speak
    let life = region[first.by].period.within(region[second.by].period)?;
    let days = |spoken, party| region.spoken_for(spoken, party).into_iter().filter_map(|period| period.within(life));
    let both = |party: &PartyId| {
        days(first, *party).any(|period| days(second, *party).any(|other| period.overlaps(other)))
    };
    first.period.overlaps(second.period).then(|| region.party_ids().find(both)).flatten()
}

fn since(period: Period) -> String {
    match (period.from, period.until) {
        (_, Some(until)) => format!("deze loopt tot en met {}", dutch::short_date(until)),
        (Some(from), None) => format!("deze loopt sinds {}", dutch::short_date(from)),
        (None, None) => "deze heeft geen begin en geen einde".to_owned(),
    }
}
