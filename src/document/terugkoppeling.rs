//! What became of a party's answer: what it said, what was said at the table for it, and what came of it.

use serde::Serialize;

use super::parts::{self, Vergadering};
use super::results::{self, Uitslag};
use super::{Data, Field, Fields, Missing, Scope, View, raadpleging, release, words};
use crate::consultation::{self, Asked};
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId, Region};

/// The report to one party.
#[derive(Debug, Serialize)]
pub struct Terugkoppeling<'a> {
    vergadering: Vergadering<'a>,
    aan: &'a str,
    /// What the party was merged into since.
    aan_nu: Option<&'a str>,
    spreker: Option<&'a str>,
    concept: bool,
    antwoord_op: Option<String>,
    algemeen: Option<Field>,
    punten: Vec<Terug<'a>>,
    /// The addresses for a mail, as far as they are known.
    #[serde(skip)]
    pub recipients: Vec<&'a str>,
}

/// One item.
#[derive(Debug, Serialize)]
pub struct Terug<'a> {
    uitslag: Uitslag<'a>,
    u_zei: Vec<Gezegd<'a>>,
    uw_inbreng: Option<Field>,
    benoemen: bool,
    aan_tafel: Vec<Field>,
    niet_benoemd: Option<&'a str>,
}

/// The party's own answer on a requested decision.
#[derive(Debug, Serialize)]
pub struct Gezegd<'a> {
    nr: usize,
    tekst: &'a str,
    antwoord: &'static str,
    reden: Option<&'a str>,
}

/// Composes a report for every party that was asked, or for the one that was named.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let region = scope.region;
    let id = parts::meeting_of(scope)?;
    release::for_inside(scope, id, "terugkoppeling")?;
    results::minutes_of(scope)?;
    let wanted = scope.asked(id)?.into_iter().filter(|one| scope.only.is_none_or(|only| region[one.party].key == only));
    let views: Vec<View> = wanted.map(|one| report(scope, id, one)).collect();
    if views.is_empty() {
        return Err(Missing(format!("Voor {} is er niemand om aan terug te koppelen.", parts::named(region, id))));
    }
    Ok(views)
}

fn report<'a>(scope: &Scope<'a>, id: MeetingId, asked: Asked) -> View<'a> {
    let region = scope.region;
    let mut fields = Fields::default();
    let mut results = results::items(scope, id, true, &mut fields);
    results::with_sequel(scope, id, &mut results, &mut fields);
    let with_item = region[id].items.iter().enumerate().zip(results).filter(|((_, item), _)| item.is_proposal());
    let punten: Vec<Terug> = with_item
        .map(|((index, _), uitslag)| item(region, ItemId { meeting: id, index }, asked.party, uitslag, &mut fields))
        .collect();
    let last = region[id].replies.iter().filter(|reply| reply.party == asked.party).map(|reply| reply.date).max();
    let now = region.party_on(asked.party, scope.today).unwrap_or(asked.party);
    let data = Terugkoppeling {
        vergadering: parts::head_of_minutes(region, id),
        aan: &region[asked.party].name,
        aan_nu: (now != asked.party).then(|| region[now].name.as_str()),
        spreker: asked.speaker.map(|speaker| region[speaker].name.as_str()),
        concept: !results::adoption(region, id, scope.today).is_some_and(|adoption| adoption.gedaan),
        antwoord_op: last.map(dutch::date),
        algemeen: fields.maybe(consultation::general(&region[id], asked.party)),
        punten,
        recipients: raadpleging::addresses(region, now),
    };
    View {
        template: "terugkoppeling",
        stem: format!("terugkoppeling-{}", region[asked.party].key),
        title: parts::title(&format!("Terugkoppeling {},", region[asked.party].name), region, id),
        mark: None,
        fields: fields.0,
        data: Data::Feedback(data),
    }
}

fn item<'a>(
    region: &'a Region,
    at: ItemId,
    party: PartyId,
    mut uitslag: Uitslag<'a>,
    fields: &mut Fields<'a>,
) -> Terug<'a> {
    uitslag.for_members();
    let asked = region[at].requested.iter().zip(1..);
    let u_zei = asked.map(|(asked, nr)| {
        let (stand, newest) = consultation::standing(region, at, party, nr);
        let antwoord = words::stand(stand, region[at].treatment);
        Gezegd { nr, tekst: &asked.value, antwoord, reden: newest.and_then(|it| it.answer.reason.as_deref()) }
    });
    let u_zei = u_zei.collect();
    let input = consultation::input(&region[at.meeting], party, at.index);
    let told = region[at.meeting].treated(at.index).into_iter().flat_map(|treated| &treated.input);
    let own: Vec<_> = told.filter(|input| input.from == party).collect();
    Terug {
        uitslag,
        u_zei,
        uw_inbreng: fields.maybe(input.map(|(text, _)| text)),
        benoemen: input.is_some_and(|(_, name_it)| name_it),
        aan_tafel: own.iter().filter_map(|input| input.text.as_deref()).map(|text| fields.add(text)).collect(),
        niet_benoemd: own.iter().find_map(|input| input.not_named.as_deref()).map(String::as_str),
    }
}
