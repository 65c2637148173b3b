//! What is dated after today waits for its day: no finding, as it may well be so, and it is said all the same.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::dutch;
use crate::model::called;
use crate::model::{Awaited, Dated, Meeting, MeetingId, Region, SendingKind};
use crate::source::Span;

/// What of a meeting does not count yet, as a list in words, and where the first of it stands; nothing where all does. Of
/// what was sent or answered after the meeting a rule speaks. The region is one that was made known on the day.
#[must_use]
pub fn awaited(region: &Region, id: MeetingId) -> Option<(Span, String)> {
    let all = || region[id].awaited.iter().filter(|one| waits(&region[id], one));
    let first = all().min_by_key(|one| one.date)?;
    let known: BTreeSet<(NaiveDate, Dated)> = all().map(|one| (one.date, one.what)).collect();
    let words: Vec<String> = known.into_iter().map(|(day, what)| named(region, id, what, day)).collect();
    Some((first.span, dutch::list(&words)?))
}

fn waits(meeting: &Meeting, one: &Awaited) -> bool {
    one.date <= meeting.last_day() || !matches!(one.what, Dated::Reply(_) | Dated::Sending(_))
}

fn named(region: &Region, id: MeetingId, what: Dated, day: NaiveDate) -> String {
    let what = match what {
        Dated::Reply(party) => format!("het antwoord van {}", region[party].name),
        Dated::Sending(SendingKind::Agenda) => "de verzending van de agenda".to_owned(),
        Dated::Sending(SendingKind::Late) => "de nazending".to_owned(),
        Dated::Sending(SendingKind::Consultation) => "de raadpleging".to_owned(),
        Dated::Sending(SendingKind::Reminder) => "de herinnering".to_owned(),
        Dated::Withdrawal(index) => format!("het vervallen van punt {}", region[id].items[index].number),
        Dated::Cancellation => format!("het vervallen van de {}", called::kind(&region[id])),
        Dated::Minutes => "het opstellen van het verslag".to_owned(),
        Dated::Correction => "de correctie van het verslag".to_owned(),
        Dated::Frozen => "het vastleggen van het verslag".to_owned(),
        Dated::Progress => "een regel van voortgang.toml".to_owned(),
    };
    format!("{what} ({})", dutch::short_date(day))
}
