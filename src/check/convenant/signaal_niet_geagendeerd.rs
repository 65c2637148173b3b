//! A signal comes on an agenda.

use crate::check::{Found, scope::Whole};
use crate::dutch;
use crate::model::{BodyKind, Signal};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let open = |signal: &&Signal| signal.scheduled.is_none() && signal.answer.is_none();
    for signal in whole.region.signals.iter().filter(open) {
        let Some(met) = missed(whole, signal) else { continue };
        let message = format!(
            "Het signaal van {} van {} kwam niet op de agenda; sindsdien is er vergaderd op {}.",
            whole.region[signal.party].name,
            dutch::short_date(signal.date),
            dutch::short_date(met)
        );
        let hint = "agendeer het en schrijf: geagendeerd = \"<vergadering>#<agendapunt>\", of leg het antwoord vast";
        found.at(signal.span, message, hint);
    }
}

/// The first meeting of aldermen after a signal, when it has been held.
fn missed(whole: &Whole<'_>, signal: &Signal) -> Option<chrono::NaiveDate> {
    let aldermen = whole.region.meetings.iter().filter(|meeting| {
        whole.region[meeting.body].kind == BodyKind::Administrative && meeting.cancelled.is_none()
    });
    let first = aldermen.map(|meeting| meeting.date.value).find(|date| *date > signal.date)?;
    (first < whole.today).then_some(first)
}
