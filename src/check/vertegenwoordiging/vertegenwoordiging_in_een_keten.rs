//! Who speaks for others is not spoken for: no chains, no loops.

use crate::check::{Found, shown::Whole};
use crate::model::{Period, Region, Representation, Role, Seat, SeatHolder};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let (region, all) = (whole.region, &whole.region.representations);
    for spoken in all {
        let days = days(region, spoken);
        let seats = seats(region, spoken);
        let above = all.iter().find(|other| {
            other.body == spoken.body
                && other.by != spoken.by
                && region.spoken_for(other, spoken.by).iter().any(|period| is_spoken_for(&days, *period, &seats))
        });
        if let Some(above) = above {
            let (speaker, other) = (whole.name(spoken.by), whole.name(above.by));
            let message = format!("{speaker} spreekt voor anderen, maar wordt zelf vertegenwoordigd door {other}.");
            let instead = if above.subregion.is_some() { ": noem daar partijen in plaats van de subregio" } else { "" };
            let hint = format!("laat {other} voor allen spreken, of laat {other} niet voor {speaker} spreken{instead}");
            found
                .at(spoken.span, message, hint)
                .key("door")
                .see(above.span, format!("hier spreekt {other} voor {speaker}"));
        }
    }
}

/// When a party speaks; of one that does so for a subregion to which it does not belong another rule speaks.
fn days(region: &Region, spoken: &Representation) -> Vec<Period> {
    let own = |subregion| region.belongs(subregion, spoken.by);
    let there = spoken.subregion.map_or_else(|| vec![region[spoken.by].period], own);
    there.into_iter().filter_map(|period| period.within(spoken.period)).collect()
}

/// When who speaks has a seat of its own there: it speaks itself, whoever is named.
fn seats(region: &Region, spoken: &Representation) -> Vec<Period> {
    let own = |seat: &&Seat| {
        seat.body == spoken.body && seat.role == Role::Member && seat.holder == SeatHolder::Party(spoken.by)
    };
    region.seats.iter().filter(own).map(|seat| seat.period).collect()
}

/// Whether on a day of these, within a period, nobody sits there itself.
fn is_spoken_for(days: &[Period], period: Period, seats: &[Period]) -> bool {
    days.iter().filter_map(|own| own.within(period)).any(|both| both.outside(seats).is_some())
}
