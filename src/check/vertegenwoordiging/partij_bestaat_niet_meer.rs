//! Seats and representations end with the party.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::{BodyId, PartyId, Period, SeatHolder};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let region = whole.region;
    for seat in &region.seats {
        if let SeatHolder::Party(party) = seat.holder {
            report(whole, found, party, seat.body, seat.period, seat.span, "De zetel");
        }
    }
    for spoken in &region.representations {
        report(whole, found, spoken.by, spoken.body, spoken.period, spoken.span, "De vertegenwoordiging");
    }
}

fn report(
    whole: &Whole<'_>,
    found: &mut Found,
    party: PartyId,
    body: BodyId,
    period: Period,
    span: crate::source::Span,
    what: &str,
) {
    let party = &whole.region[party];
    let Some(ended) = party.ended else { return };
    let runs_on = period.until.is_none_or(|until| until > ended.until);
    let planned = |meeting: &&crate::model::Meeting| meeting.body == body && meeting.date.value > ended.until;
    // as long as nobody meets after the end, there is time to close it
    let matters = whole.today > ended.until || whole.region.meetings.iter().any(|meeting| planned(&meeting));
    if runs_on && matters {
        let end = dutch::short_date(ended.until);
        let message = format!("{what} van {} loopt door, maar die partij bestaat tot en met {end}.", party.name);
        found.at(span, message, format!("zet erbij: tot = {}", ended.until)).see(party.span, "hier houdt de partij op");
    }
}
