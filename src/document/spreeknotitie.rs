//! The speaking note: one page for who speaks for others, per item who supports it and what must be named.

use serde::Serialize;

use super::agenda::{Gedragen, Inbreng, Notes};
use super::parts::{self, Punt, Vergadering};
use super::{Data, Fields, Missing, Scope, View, release};
use crate::consultation::{self, Stand};
use crate::dutch;
use crate::model::{ItemId, MeetingId, PartyId, Region, Support};

/// The note of one speaker.
#[derive(Debug, Serialize)]
pub struct Spreeknotitie<'a> {
    vergadering: Vergadering<'a>,
    spreker: &'a str,
    gemeente: bool,
    namens: Option<String>,
    zonder: Option<String>,
    stand: String,
    algemeen: Vec<Inbreng<'a>>,
    punten: Vec<Spreekpunt<'a>>,
}

/// What to know and to say of an item.
#[derive(Debug, Serialize)]
pub struct Spreekpunt<'a> {
    #[serde(flatten)]
    punt: Punt<'a>,
    benoemen: Vec<Inbreng<'a>>,
    overig: Vec<Inbreng<'a>>,
    gedragen: Vec<Gedragen<'a>>,
    /// Those who support everything, and those of whom something else must be said: for the proposed sentence.
    alles_gedragen: Option<Namen>,
    met_voorbehoud: Option<Namen>,
    niet_gedragen: Option<Namen>,
    onbekend: Option<Namen>,
    /// Not everybody supports everything.
    verdeeld: bool,
}

/// Names of parties, one or more.
#[derive(Debug, Serialize)]
pub struct Namen {
    lijst: String,
    meer: bool,
}

/// Composes a note for everybody who speaks for others, or for the one who was named.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    let region = scope.region;
    release::for_inside(scope, id, "spreeknotitie")?;
    let speakers = consultation::speakers(region, id);
    if speakers.is_empty() {
        return Err(Missing(format!("In {} spreekt niemand namens een ander.", parts::named(region, id))));
    }
    let wanted = speakers.into_iter().filter(|(by, _)| scope.only.is_none_or(|only| region[*by].key == only));
    let notes: Vec<View> = wanted.map(|(by, others)| note(scope, id, by, &others)).collect();
    if notes.is_empty() {
        let who = scope.only.unwrap_or_default();
        return Err(Missing(format!("In {} spreekt {who} niet namens een ander.", parts::named(region, id))));
    }
    Ok(notes)
}

fn note<'a>(scope: &Scope<'a>, id: MeetingId, by: PartyId, others: &[PartyId]) -> View<'a> {
    let region = scope.region;
    let mut fields = Fields::default();
    // the own position of who speaks is not asked: without one there is nothing to say of it
    let own = region[id].replies.iter().any(|reply| reply.party == by);
    let all: Vec<PartyId> = own.then_some(by).into_iter().chain(others.iter().copied()).collect();
    let notes = Notes::of(region, id, all.clone());
    let mut punten = Vec::new();
    let mut quiet = Vec::new();
    for (index, item) in region[id].proposals() {
        let at = ItemId { meeting: id, index };
        let (benoemen, overig) = notes.input(at, &mut fields).into_iter().partition(|input| input.benoemen);
        let (benoemen, overig): (Vec<_>, Vec<_>) = (benoemen, overig);
        if item.requested.is_empty() && benoemen.is_empty() && overig.is_empty() {
            quiet.push(index);
            continue;
        }
        let gedragen = notes.support(at, item);
        let parties = |wanted: fn(&[Stand]) -> bool| names(region, at, &all, wanted);
        let met_voorbehoud = parties(|all| all.contains(&Stand::Answered(Support::Reserved)));
        let niet_gedragen = parties(|all| all.contains(&Stand::Answered(Support::No)));
        let onbekend = parties(|all| {
            all.iter().any(|one| matches!(one, Stand::Silent | Stand::Stale | Stand::Answered(Support::MoreTime)))
        });
        punten.push(Spreekpunt {
            punt: parts::item(scope, at, &mut Fields::default()),
            benoemen,
            overig,
            gedragen,
            alles_gedragen: parties(|all| all.iter().all(|one| *one == Stand::Answered(Support::Yes))),
            verdeeld: met_voorbehoud.is_some() || niet_gedragen.is_some() || onbekend.is_some(),
            met_voorbehoud,
            niet_gedragen,
            onbekend,
        });
    }
    let data = Spreeknotitie {
        vergadering: parts::head(region, id),
        spreker: &region[by].name,
        gemeente: region[by].is_municipality(),
        namens: parts::names(region, others),
        zonder: parts::numbers(&region[id], &quiet),
        stand: dutch::date(scope.today),
        algemeen: notes.general(&mut fields),
        punten,
    };
    View {
        template: "spreeknotitie",
        stem: format!("spreeknotitie-{}", region[by].key),
        title: parts::title(&format!("Spreeknotitie {},", region[by].name), region, id),
        mark: Some("intern"),
        fields: fields.0,
        data: Data::SpeakingNote(data),
    }
}

/// The parties whose stands on the decisions of an item are so.
fn names(region: &Region, at: ItemId, all: &[PartyId], wanted: impl Fn(&[Stand]) -> bool) -> Option<Namen> {
    let fits = |party: PartyId| {
        let stands = consultation::stands(region, at, party);
        !stands.is_empty() && wanted(&stands)
    };
    let parties: Vec<PartyId> = all.iter().copied().filter(|party| fits(*party)).collect();
    Some(Namen { lijst: parts::names(region, &parties)?, meer: parties.len() > 1 })
}
