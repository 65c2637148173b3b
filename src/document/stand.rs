//! The state of a consultation: requested decisions against parties, per speaker, and what is still needed.

use chrono::NaiveDate;
use serde::Serialize;

use super::parts::{self, Vergadering};
use super::{Data, Missing, Scope, View, release, words};
use crate::calendar;
use crate::consultation::{self, Stand};
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId, Region, Reply, SendingKind, Term, Unit};

/// More columns than this do not fit on a page.
const COLUMNS: usize = 5;

/// So long before the closing of a consultation those who did not answer are reminded.
const REMIND_BEFORE: Term = Term { count: 3, unit: Unit::WorkingDays };

/// The whole.
#[derive(Debug, Serialize)]
pub struct StandOverzicht<'a> {
    vergadering: Vergadering<'a>,
    sluiting: String,
    gesloten: bool,
    /// The meeting is over: nobody needs to be called.
    voorbij: bool,
    op: String,
    groepen: Vec<Groep<'a>>,
}

/// Those for whom one party speaks.
#[derive(Debug, Serialize)]
pub struct Groep<'a> {
    spreker: Option<&'a str>,
    gevraagd_op: Option<String>,
    /// Until this day there is only to wait, when it is not there yet.
    herinner_vanaf: Option<String>,
    tabellen: Vec<Tabel<'a>>,
    stil: Option<String>,
    onvolledig: Option<String>,
    /// Of whom something was never asked: they are not late on it.
    niet_gevraagd: Option<String>,
    verouderd: Option<String>,
    /// Answers that are not ordinary: after the closing date, by word of mouth, a second time.
    na_sluiting: Option<String>,
    mondeling: Vec<Mondeling<'a>>,
    opnieuw: Option<String>,
    compleet: bool,
}

/// An answer by word of mouth.
#[derive(Debug, Serialize)]
pub struct Mondeling<'a> {
    partij: &'a str,
    hoe: &'static str,
    genoteerd_door: Option<&'a str>,
}

/// A table with at most [`COLUMNS`] parties.
#[derive(Debug, Serialize)]
pub struct Tabel<'a> {
    partijen: Vec<&'a str>,
    rijen: Vec<Rij>,
}

/// A requested decision, or an item about which only input is asked.
#[derive(Debug, Serialize)]
pub struct Rij {
    besluit: String,
    cellen: Vec<Cel>,
}

/// How one party stands.
#[derive(Debug, Serialize)]
pub struct Cel {
    antwoord: Option<&'static str>,
    stukken: Option<&'static str>,
    inbreng: bool,
    benoemen: bool,
}

/// Composes the state.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    release::for_inside(scope, id, "stand van de raadpleging")?;
    let asked = scope.asked(id)?;
    if asked.is_empty() {
        return Err(Missing(format!("Voor {} wordt niemand geraadpleegd.", parts::named(region, id))));
    }
    let mut groups: Vec<(Option<PartyId>, Vec<PartyId>)> = Vec::new();
    for one in asked {
        match groups.iter_mut().find(|(speaker, _)| *speaker == one.speaker) {
            Some((_, parties)) => parties.push(one.party),
            None => groups.push((one.speaker, vec![one.party])),
        }
    }
    let due = region[id].answers_due(&region.terms);
    let data = StandOverzicht {
        vergadering: parts::head(region, id),
        sluiting: dutch::date(due),
        gesloten: scope.today > due,
        voorbij: region[id].is_over(scope.today),
        op: dutch::date(scope.today),
        groepen: groups.iter().map(|(speaker, parties)| group(scope, id, *speaker, parties)).collect(),
    };
    Ok(vec![View {
        template: "stand",
        stem: "stand".to_owned(),
        title: parts::title("Stand van de raadpleging", region, id),
        mark: Some("intern"),
        fields: Vec::new(),
        data: Data::State(data),
    }])
}

fn group<'a>(scope: &Scope<'a>, id: MeetingId, speaker: Option<PartyId>, parties: &[PartyId]) -> Groep<'a> {
    let region = scope.region;
    let tabellen: Vec<Tabel> = parties.chunks(COLUMNS).map(|some| table(region, id, some)).collect();
    let answered = |party: &PartyId| region[id].replies.iter().any(|reply| reply.party == *party);
    let has = |party: &PartyId, wanted: Stand| {
        let mut items = region[id].proposals().map(|(index, _)| ItemId { meeting: id, index });
        items.any(|item| consultation::stands(region, item, *party).contains(&wanted))
    };
    let some = |wanted: &dyn Fn(&PartyId) -> bool| {
        let found: Vec<PartyId> = parties.iter().filter(|party| wanted(party)).copied().collect();
        parts::names(region, &found)
    };
    let asked = region[id].sendings.iter().filter(|sending| sending.kind == SendingKind::Consultation);
    let asked =
        asked.filter(|sending| sending.to.iter().any(|to| parties.contains(to))).map(|sending| sending.date).max();
    let due = region[id].answers_due(&region.terms);
    let replies = |party: PartyId| region[id].replies.iter().filter(move |reply| reply.party == party);
    let newest = || parties.iter().filter_map(|party| replies(*party).max_by_key(|reply| reply.date));
    let with_day = |wanted: &dyn Fn(&Reply) -> bool| {
        let name = |reply: &Reply| format!("{} ({})", region[reply.party].name, dutch::short_date(reply.date));
        dutch::list(&newest().filter(|reply| wanted(reply)).map(name).collect::<Vec<_>>())
    };
    let was_asked = |party: &PartyId| consultation::questions_to(&region[id], *party).next().is_some();
    let stil = some(&|party| !answered(party) && was_asked(party));
    let niet_gevraagd = some(&|party| has(party, Stand::NotAsked) || (!answered(party) && !was_asked(party)));
    let onvolledig = some(&|party| answered(party) && has(party, Stand::Silent));
    let verouderd = some(&|party| has(party, Stand::Stale));
    let compleet = [&stil, &onvolledig, &verouderd, &niet_gevraagd].iter().all(|some| some.is_none());
    Groep {
        spreker: speaker.map(|speaker| region[speaker].name.as_str()),
        gevraagd_op: asked.map(dutch::date),
        herinner_vanaf: asked.map(|asked| remind_from(asked, due)).filter(|day| scope.today < *day).map(dutch::date),
        tabellen,
        stil,
        onvolledig,
        niet_gevraagd,
        verouderd,
        na_sluiting: with_day(&|reply| reply.date > due),
        mondeling: newest().filter_map(|reply| spoken(region, reply)).collect(),
        opnieuw: with_day(&|reply| replies(reply.party).nth(1).is_some()),
        compleet,
    }
}

/// The first day on which a reminder makes sense: when there is little time left, and not on the day of asking.
fn remind_from(asked: NaiveDate, due: NaiveDate) -> NaiveDate {
    let late = calendar::before(due, REMIND_BEFORE);
    if late > asked { late } else { asked.succ_opt().unwrap_or(asked) }
}

/// An answer that is not on paper.
fn spoken<'a>(region: &'a Region, reply: &'a Reply) -> Option<Mondeling<'a>> {
    let hoe = words::spoken(reply.channel)?;
    Some(Mondeling { partij: &region[reply.party].name, hoe, genoteerd_door: reply.noted_by.as_deref() })
}

fn table<'a>(region: &'a Region, id: MeetingId, parties: &[PartyId]) -> Tabel<'a> {
    let mut rijen = Vec::new();
    for (index, item) in region[id].proposals() {
        let at = ItemId { meeting: id, index };
        let numbers = if item.requested.is_empty() { vec![0] } else { (1..=item.requested.len()).collect() };
        for number in numbers {
            let cellen: Vec<Cel> = parties.iter().map(|party| cell(region, at, *party, number)).collect();
            if number == 0 && cellen.iter().all(|cell| !cell.inbreng) {
                continue;
            }
            let besluit = match number {
                0 => format!("{}. {}", item.number, item.title),
                number => format!("{}, besluit {number}: {}", item.number, item.requested[number - 1].value),
            };
            rijen.push(Rij { besluit, cellen });
        }
    }
    Tabel { partijen: parties.iter().map(|party| region[*party].name.as_str()).collect(), rijen }
}

/// `number` is 0 for an item about which only input is asked; input is shown with the first decision.
fn cell(region: &Region, at: ItemId, party: PartyId, number: usize) -> Cel {
    let (stand, newest) = consultation::standing(region, at, party, number);
    let word = words::stand(stand, region[at].treatment);
    let input = consultation::input(&region[at.meeting], party, at.index).filter(|_| number <= 1);
    Cel {
        antwoord: Some(word).filter(|_| number > 0),
        stukken: newest.filter(|newest| !newest.stale).and_then(|newest| words::seen(newest.seen)),
        inbreng: input.is_some(),
        benoemen: input.is_some_and(|(_, name_it)| name_it),
    }
}
