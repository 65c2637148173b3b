//! Who was told a day can answer until that day.

use chrono::NaiveDate;

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation;
use crate::model::{PartyId, Sending};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let due = at.answers_due();
    if at.meeting.cancelled.is_some() {
        return;
    }
    let mut told: Vec<(&Sending, NaiveDate, Vec<PartyId>)> = Vec::new();
    for one in &at.asked {
        let questions = consultation::questions_to(at.meeting, one.party);
        let Some((sending, day)) = questions.filter_map(|sending| Some((sending, sending.reply_by?))).last() else {
            continue;
        };
        if day <= due || !matters(at, one.party, (due, day)) {
            continue;
        }
        match told.iter_mut().find(|(known, ..)| known.span == sending.span) {
            Some((.., parties)) => parties.push(one.party),
            None => told.push((sending, day, vec![one.party])),
        }
    }
    for (sending, day, parties) in told {
        let (who, verb) = (at.names(&parties), if parties.len() == 1 { "is" } else { "zijn" });
        let message = format!("{who} {verb} gevraagd te antwoorden tot en met {}; {}.", dutch::date(day), now(at, due));
        let (key, back) = (&at.meeting.key, back(at, day));
        let hint = if at.is_coming() && at.today > due {
            let waits =
                if at.meeting.is_written() { "wacht zo lang met het verslag" } else { "houd daar rekening mee" };
            format!("wat tot en met die dag wordt geantwoord, telt mee: {waits}{back}")
        } else if at.is_coming() {
            format!(
                "wat tot en met die dag wordt geantwoord, telt mee; moet het eerder, zeg het hun dan en leg dat vast: beraad \
                 verzend herinnering {key}{back}"
            )
        } else if at.meeting.is_written() {
            format!("wat tot en met die dag is geantwoord, telt mee: kijk of de uitkomst daarbij past{back}")
        } else {
            "overleg met de voorzitter wat een antwoord van tot en met die dag nog doet".to_owned()
        };
        found.at(sending.span, message, hint).key("reageren_tot");
    }
}

/// What the file says now: a round closes, and for a meeting is answered until a day.
fn now(at: &At<'_>, due: NaiveDate) -> String {
    let closes = at.meeting.is_written() && at.meeting.reply_by.is_none();
    let what = if closes { "volgens vergadering.toml sluit de ronde" } else { "de laatste dag voor antwoorden is nu" };
    format!("{what}{} {}", if closes { " op" } else { "" }, dutch::date(due))
}

/// How the day that was told can be written again, where it can.
fn back(at: &At<'_>, day: NaiveDate) -> String {
    let written = at.meeting.is_written();
    let key = if written && at.meeting.reply_by.is_none() { "sluiting" } else { "reageren_tot" };
    let how = if at.is_coming() {
        "; blijft het bij die dag, schrijf dan"
    } else {
        ", en zet in vergadering.toml wat er gold"
    };
    let can = written || day < at.meeting.date.value;
    if can { format!("{how}: {key} = {day}") } else { String::new() }
}

/// Whether a party may still answer by the day that it was told, or did.
fn matters(at: &At<'_>, party: PartyId, (due, told): (NaiveDate, NaiveDate)) -> bool {
    if at.meeting.is_written() && at.meeting.reply_by.is_none() {
        // every paper says that the round is open until then
        return true;
    }
    let replied = || at.meeting.replies.iter().any(|it| it.party == party && it.date > due && it.date <= told);
    if at.is_coming() { consultation::waits(at.region, at.id, party) } else { replied() }
}
