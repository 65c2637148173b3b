//! Who was told a day can answer until that day.

use chrono::NaiveDate;

use crate::check::{Found, scope::At};
use crate::model::consultation;
use crate::dutch;
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
        let (until, closes) = (dutch::date(day), if at.today <= due { "nu sluit het" } else { "het sloot" });
        let message =
            format!("{who} {verb} gevraagd te antwoorden tot en met {until}; {closes} op {}.", dutch::date(due));
        let key = &at.meeting.key;
        let hint = if at.is_coming() && at.today > due {
            let waits = if at.meeting.is_written() { "wacht zo lang met het verslag" } else { "houd daar rekening mee" };
            format!("wat tot en met die dag wordt geantwoord, telt mee: {waits}, of zet de dag van toen terug")
        } else if at.is_coming() {
            format!("zeg het hun en leg dat vast: beraad verzend herinnering {key}; of zet de dag van toen terug")
        } else if at.meeting.is_written() {
            "wat tot en met die dag is geantwoord, telt mee: kijk of de uitkomst daarbij past".to_owned()
        } else {
            "overleg met de voorzitter wat een antwoord van tot en met die dag nog doet".to_owned()
        };
        found.at(sending.span, message, hint).key("reageren_tot");
    }
}

/// Whether a party may still answer by the day that it was told, or did.
fn matters(at: &At<'_>, party: PartyId, (due, told): (NaiveDate, NaiveDate)) -> bool {
    let replied = || at.meeting.replies.iter().any(|it| it.party == party && it.date > due && it.date <= told);
    if at.is_coming() { consultation::waits(at.region, at.id, party) } else { replied() }
}
