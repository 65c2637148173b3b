//! The last sending that was written down, when it can be taken away.

use anyhow::{Result, bail};
use chrono::NaiveDate;

use crate::dutch;
use crate::model::{Meeting, MeetingId, Region, Sending, SendingKind};
use crate::word::Word as _;
use crate::work::choose::Test;

/// The sending that stands last in its file; refused when it is of another kind or of a day that is still to come, or when
/// somebody answered it. Minutes do not hold it: what was written down by mistake after the meeting must go too.
pub(super) fn last(region: &Region, id: MeetingId, kind: SendingKind, today: NaiveDate) -> Result<&Sending> {
    let meeting = &region[id];
    let Some(last) = meeting.sendings.iter().max_by_key(|sending| sending.span) else {
        bail!("Voor deze vergadering is geen zending vastgelegd.");
    };
    let (day, word) = (dutch::date(last.date), last.kind.word());
    if last.date > today {
        bail!("{}", to_come(meeting, last));
    }
    answered(region, meeting, last)?;
    if last.kind != kind {
        bail!(
            "De laatst vastgelegde zending is van een andere soort: {word}, {day}.\n\
             Haal die eerst weg: beraad verzend {word} {} --ongedaan",
            meeting.key
        );
    }
    Ok(last)
}

/// How the agenda that was written down can be taken away, when it can: first what was written down after it.
pub(super) fn way(region: &Region, id: MeetingId, today: NaiveDate) -> Option<String> {
    let meeting = &region[id];
    let agendas = meeting.sendings_of(SendingKind::Agenda);
    let agenda = agendas.map(|sending| sending.span).max()?;
    let mut since = meeting.sendings.iter().filter(|sending| sending.span >= agenda);
    if since.any(|sending| sending.date > today || answered(region, meeting, sending).is_err()) {
        return None;
    }
    let last = meeting.sendings.iter().max_by_key(|sending| sending.span)?;
    let first = if last.kind == SendingKind::Agenda {
        "haal haar dan weg"
    } else {
        "haal dan eerst weg wat daarna is vastgelegd"
    };
    Some(format!("Klopt die zending niet, {first}: beraad verzend {} {} --ongedaan", last.kind.word(), meeting.key))
}

/// A sending of a day that is still to come: whoever takes it away means that one, and says so.
pub(super) fn to_come(meeting: &Meeting, sending: &Sending) -> String {
    let word = sending.kind.word();
    format!(
        "Vastgelegd is een zending ({word}) van {}; dat moet nog komen.\n\
         Klopt die dag niet, haal haar dan weg: beraad --vandaag {} verzend {word} {} --ongedaan",
        dutch::date(sending.date),
        sending.date,
        meeting.key
    )
}

/// The meetings whose last sending can be taken away; else that of the last one of all, of which is said why it stays.
pub(super) fn tests(region: &Region, kind: SendingKind, today: NaiveDate) -> Vec<Test<'_>> {
    // of a meeting with minutes only what is named is taken away
    let newest = move |id: MeetingId| {
        let sendings = region[id].sendings.iter().filter(|_| region[id].minutes.is_none());
        sendings.map(|sending| sending.date).filter(|day| *day <= today).max()
    };
    let last_of_all = region.meeting_ids().filter_map(newest).max();
    vec![
        Box::new(move |id| newest(id).is_some() && last(region, id, kind, today).is_ok()),
        Box::new(move |id| last_of_all.is_some() && newest(id) == last_of_all),
    ]
}

/// An answer is about what was sent before it.
fn answered(region: &Region, meeting: &Meeting, last: &Sending) -> Result<()> {
    let about = |party| last.to.is_empty() || last.to.contains(&party);
    let since = meeting.replies.iter().filter(|reply| reply.date >= last.date && about(reply.party));
    let mut names: Vec<&str> = since.map(|reply| region[reply.party].name.as_str()).collect();
    names.dedup();
    if last.kind != SendingKind::Reminder
        && let Some(names) = dutch::list(&names)
    {
        bail!("Daarna is er geantwoord door {names}. Een zending waarop is geantwoord, staat vast.");
    }
    Ok(())
}
