//! What cannot have been sent is not written down.

use std::collections::BTreeMap;
use std::ops::RangeBounds;

use anyhow::{Result, bail};
use chrono::NaiveDate;

use super::undo;
use crate::model::called;
use crate::model::consultation::{self, Asked};
use crate::model::{Meeting, MeetingId, PartyId, Region, SendingKind};
use crate::{adopted, dutch};

/// Whether the same was written down for that day: who tries again after something went wrong is not in the wrong.
pub(super) fn is_known(
    region: &Region,
    id: MeetingId,
    (kind, day): (SendingKind, NaiveDate),
    files: &BTreeMap<String, String>,
) -> bool {
    let meeting = &region[id];
    let same = meeting.sendings_of(kind).any(|sending| sending.date == day);
    let none_changed = || consultation::unsent(region, id).is_empty() && consultation::unsent_plan(meeting).is_empty();
    let all_sent = || none_changed() && consultation::unsent_files(meeting, files).is_empty();
    kind.is_of_papers() && same && all_sent() && (kind == SendingKind::Late || !consultation::lacks_record(meeting))
}

/// Refuses a day on which nothing can have been sent, and an agenda of which nothing can.
pub(super) fn on_day(
    region: &Region,
    id: MeetingId,
    (kind, day): (SendingKind, NaiveDate),
    today: NaiveDate,
) -> Result<()> {
    let meeting = &region[id];
    if day > today {
        bail!("{} moet nog komen. Leg een zending vast op de dag zelf, of daarna.", dutch::capital(&dutch::date(day)));
    }
    if let Some(cancelled) = meeting.cancelled.as_ref().filter(|cancelled| cancelled.date <= day) {
        let when = dutch::date(cancelled.date);
        let what = if meeting.is_written() { "ronde" } else { "vergadering" };
        bail!("Deze {what} gaat niet door; dat staat er sinds {when}. Er is niets te verzenden.");
    }
    if day > meeting.last_day() {
        bail!(
            "De {} op {}; daarna is er niets meer te verzenden.\nWas het eerder, noem dan die dag: --datum DATUM",
            if meeting.is_written() { "ronde sloot" } else { "vergadering was" },
            dutch::date(meeting.last_day())
        );
    }
    if let Some(frozen) = &meeting.frozen
        && kind.is_of_papers()
        && (consultation::would_retell(meeting) || !adopted::changes(region, id, frozen).is_empty())
    {
        bail!(
            "Het verslag van deze {} is vastgesteld, en de bestanden zeggen nu iets anders. Zet eerst terug wat er stond; \
             wat dat is, zegt: beraad controleer {}",
            called::kind(meeting),
            meeting.key
        );
    }
    if kind.is_of_papers()
        && let Some(ahead) = meeting.sendings_of_papers().find(|sending| sending.date > today)
    {
        bail!("{}", undo::to_come(meeting, ahead));
    }
    match kind {
        SendingKind::Agenda => agenda(region, id, day, today),
        SendingKind::Late => late(meeting, day),
        SendingKind::Consultation | SendingKind::Reminder => asks(meeting),
    }
}

fn agenda(region: &Region, id: MeetingId, day: NaiveDate, today: NaiveDate) -> Result<()> {
    let meeting = &region[id];
    let again = consultation::lacks_record(meeting);
    if let Some(sent) = meeting.sent().filter(|sent| !again || day < *sent) {
        let way = undo::way(region, id, today).map(|way| format!("\n{way}")).unwrap_or_default();
        bail!(
            "De agenda is al verzonden, op {}. Wat daarna kwam of veranderde, legt u vast met: beraad verzend nazending {}{way}",
            dutch::date(sent),
            meeting.key
        );
    }
    if again && !consultation::unsent(region, id).is_empty() {
        bail!(
            "Aan de agenda is sinds de verzending iets veranderd. Stuur dat eerst na, en leg het vast: \
             beraad verzend nazending {}",
            meeting.key
        );
    }
    if meeting.items.iter().all(|item| item.cancelled.is_some()) {
        bail!("Er staat niets op de agenda: er is niets te verzenden.");
    }
    Ok(())
}

/// Why there is nothing to send after the agenda.
pub(super) fn nothing_new(meeting: &Meeting) -> String {
    let none = "Sinds de laatste zending is niets veranderd, voor zover is vastgelegd wat is verzonden: er is niets na te zenden.";
    if meeting.sendings_of_papers().any(|sending| sending.planned.is_some()) {
        return none.to_owned();
    }
    let unknown =
        "Voor welke dag, tijd en plaats de agenda is verzonden, is niet vastgelegd; meld een wijziging daarvan zelf.";
    let again = meeting.sent().map(|sent| {
        format!(
            "\nKlopt nog wat toen is verzonden, leg het dan opnieuw vast: beraad verzend agenda {} --datum {sent}",
            meeting.key
        )
    });
    format!("{none}\n{unknown}{}", again.unwrap_or_default())
}

fn late(meeting: &Meeting, day: NaiveDate) -> Result<()> {
    match meeting.sent() {
        None => bail!("De agenda is nog niet verzonden. Leg dat eerst vast: beraad verzend agenda {}", meeting.key),
        Some(sent) if day < sent => {
            bail!("De agenda is verzonden op {}; een nazending is van die dag of later.", dutch::date(sent))
        }
        Some(_) => Ok(()),
    }
}

fn asks(meeting: &Meeting) -> Result<()> {
    if meeting.proposals().next().is_none() {
        bail!("Op deze agenda staat niets waarover iemand geraadpleegd wordt.");
    }
    Ok(())
}

/// Those to whom a question can have gone: who was not asked yet, or has something left to answer. None when it went to
/// them that day.
pub(super) fn askable(region: &Region, id: MeetingId, asked: &[Asked], day: NaiveDate) -> Result<Vec<Asked>> {
    let kind = SendingKind::Consultation;
    let today = |one: &Asked| went(&region[id], one.party, kind, day..=day);
    let before = |one: &Asked| went(&region[id], one.party, kind, ..=day);
    let new = |one: &Asked| !today(one) && (!before(one) || consultation::waits(region, id, one.party));
    let left: Vec<Asked> = asked.iter().copied().filter(new).collect();
    if left.is_empty() && !asked.iter().any(today) {
        bail!("Iedereen is al gevraagd; er is niets nieuws om te vragen.");
    }
    Ok(left)
}

/// Those to whom a reminder can have gone: who was asked and has something left to answer. None when it went to them that
/// day.
pub(super) fn remindable(region: &Region, id: MeetingId, asked: &[Asked], day: NaiveDate) -> Result<Vec<Asked>> {
    let meeting = &region[id];
    let may = !consultation::is_closed_on(meeting, day);
    let waiting = asked.iter().copied().filter(|one| may && consultation::waits(region, id, one.party));
    let waiting: Vec<Asked> = waiting.collect();
    if waiting.is_empty() {
        bail!("Niemand hoeft nog iets te antwoorden: er is niemand om te herinneren.");
    }
    let was_asked = |one: &Asked| went(meeting, one.party, SendingKind::Consultation, ..=day);
    if !waiting.iter().any(was_asked) {
        let names: Vec<&str> = waiting.iter().map(|one| region[one.party].name.as_str()).collect();
        let who = dutch::list(&names).unwrap_or_default();
        bail!("Nog niet gevraagd: {who}. Leg dat eerst vast: beraad verzend raadpleging {}", meeting.key);
    }
    let reminded = |one: &Asked| went(meeting, one.party, SendingKind::Reminder, day..=day);
    Ok(waiting.into_iter().filter(|one| was_asked(one) && !reminded(one)).collect())
}

/// Whether something of this kind went to a party on one of these days.
fn went(meeting: &Meeting, party: PartyId, kind: SendingKind, days: impl RangeBounds<NaiveDate>) -> bool {
    let mut sendings = meeting.sendings_of(kind).filter(|sending| days.contains(&sending.date));
    sendings.any(|sending| sending.to.contains(&party))
}
