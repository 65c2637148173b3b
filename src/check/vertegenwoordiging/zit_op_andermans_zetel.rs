//! Who sits on a seat sits there for the party whose seat it is.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::{Alternate, Attendance, PartyId, SeatHolder};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let day = at.meeting.date.value;
    for attendance in at.minutes().into_iter().flat_map(|minutes| &minutes.attendance) {
        let seat = &at.region[attendance.seat];
        let organisation = at.region.organisation(seat, day);
        if !seat.period.holds(day) {
            let message = format!("De zetel van {organisation} ({}) liep niet op {}.", seat.function, dutch::date(day));
            let hint = at.in_minutes("noem de zetel van wie er op die dag zat");
            found.at(attendance.span, message, hint).see(seat.span, "deze zetel loopt op andere dagen");
            continue;
        }
        if let Some(stranger) = stranger(at, attendance) {
            let message = format!("{} zat op de zetel van {organisation}.", at.name(stranger));
            let hint = format!(
                "kijk na wie er zat; mag {} daar zitten, zet dat dan in convenant.toml: bij_verhindering, of bij de zetel een plaatsvervanger uit personen.toml",
                at.name(stranger)
            );
            found.at(attendance.span, message, at.in_minutes(hint)).key("door");
        }
    }
}

/// The party that came instead, when it may not.
fn stranger(at: &At<'_>, attendance: &Attendance) -> Option<PartyId> {
    let party = attendance.replaced_by.as_deref()?.party?;
    let SeatHolder::Party(owner) = at.region[attendance.seat].holder else { return None };
    let (region, day) = (at.region, at.meeting.date.value);
    let seat = &region[attendance.seat];
    let named = |one: &Alternate| matches!(one, Alternate::Person(person) if region[*person].party == Some(party));
    let mut spoken = region.representations_on(at.meeting.body, day).filter(|it| it.by == owner);
    let may = spoken.any(|spoken| match region.substitute_on(spoken, day) {
        Some(substitute) => substitute == party,
        None => region.represented_on(spoken, day).contains(&party),
    });
    (party != owner && !may && !seat.alternates.iter().any(named)).then_some(party)
}
