//! At every moment one party speaks for another.

use crate::check::{Found, shown::Whole};
use crate::dutch;
use crate::model::{PartyId, Period, Representation};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let all = &whole.region.representations;
    for (at, second) in all.iter().enumerate() {
        for first in all[..at].iter().filter(|first| first.body == second.body) {
            let Some(party) = shared(whole, first, second) else { continue };
            let name = |party: PartyId| whole.name(party);
            let message = if first.by == second.by {
                format!("Dat {} voor {} spreekt, staat er voor dezelfde dagen twee keer.", name(first.by), name(party))
            } else {
                format!("Voor {} spreken tegelijk {} en {}.", name(party), name(first.by), name(second.by))
            };
            found
                .at(second.span, message, mend(whole, first, second, name(party)))
                .see(first.span, since(first.period));
        }
    }
}

/// How one of two ends where the other begins, or which of them is left out.
fn mend(whole: &Whole<'_>, first: &Representation, second: &Representation, party: &str) -> String {
    if first.by == second.by {
        return "haal een van beide weg, of geef elk eigen dagen (van en tot)".to_owned();
    }
    let (old, new) = if second.period.from < first.period.from { (second, first) } else { (first, second) };
    let last = new.period.from.filter(|_| old.period.from < new.period.from).and_then(|day| day.pred_opt());
    let (old, new) = (whole.name(old.by), whole.name(new.by));
    last.map_or_else(
        || format!("haal {party} bij een van beide weg, of geef elk eigen dagen (van en tot)"),
        |last| format!("spreekt {new} in plaats van {old}, schrijf dan bij {old}: tot = {last}; zo niet, haal {party} bij een van beide weg"),
    )
}

/// A party for which both speak on the same day.
fn shared(whole: &Whole<'_>, first: &Representation, second: &Representation) -> Option<PartyId> {
    let region = whole.region;
    // who is not there does not speak
    let life = region[first.by].period.within(region[second.by].period)?;
    let days = |spoken, party| region.spoken_for(spoken, party).into_iter().filter_map(|period| period.within(life));
    let both =
        |party: &PartyId| days(first, *party).any(|period| days(second, *party).any(|other| period.overlaps(other)));
    first.period.overlaps(second.period).then(|| region.party_ids().find(both)).flatten()
}

fn since(period: Period) -> String {
    match (period.from, period.until) {
        (_, Some(until)) => format!("deze loopt tot en met {}", dutch::short_date(until)),
        (Some(from), None) => format!("deze loopt sinds {}", dutch::short_date(from)),
        (None, None) => "deze heeft geen begin en geen einde".to_owned(),
    }
}
