//! The decision register: all that everybody may know that was decided, the newest first.

use std::collections::BTreeSet;

use serde::Serialize;

use super::meeting::came_to;
use super::{Scope, address};
use crate::dutch;
use crate::model::MeetingId;
use crate::model::called;
use crate::paper::results::{self, Uitslag};
use crate::paper::{self, Fields, View};

/// The page.
#[derive(Debug, Serialize)]
struct Register<'a> {
    regio: &'a str,
    stand: String,
    voorbeeld: Option<&'a str>,
    /// They are of several bodies.
    meer_overleggen: bool,
    jaren: Vec<Jaar<'a>>,
}

/// What was decided in a year.
#[derive(Debug, Serialize)]
struct Jaar<'a> {
    jaar: String,
    besluiten: Vec<Besluit<'a>>,
}

/// Something that was decided.
#[derive(Debug, Serialize)]
pub(super) struct Besluit<'a> {
    datum: String,
    overleg: &'a str,
    /// Behind *van*: its meeting.
    #[serde(skip)]
    van: String,
    /// The body at the begin of a sentence.
    wie: String,
    /// It is not adopted yet.
    concept: bool,
    /// Its meeting is made up, in a dossier that is not.
    voorbeeld: bool,
    /// Where it stands on the page of its meeting, from the folder of the site.
    adres: String,
    punt: Uitslag<'a>,
}

impl Besluit<'_> {
    /// In which meeting.
    pub(super) fn moment(&self) -> String {
        self.van.clone()
    }

    /// The number of its item.
    pub(super) const fn number(&self) -> &str {
        self.punt.number()
    }
}

/// Composes the page.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> View<'a> {
    let (mut fields, mut jaren) = (Fields::default(), Vec::<Jaar>::new());
    for id in newest_first(scope) {
        let (jaar, besluiten) = (scope.region[id].last_day().format("%Y").to_string(), decided(scope, id, &mut fields));
        match jaren.last_mut().filter(|last| last.jaar == jaar) {
            _ if besluiten.is_empty() => {}
            Some(last) => last.besluiten.extend(besluiten),
            None => jaren.push(Jaar { jaar, besluiten }),
        }
    }
    let bodies: BTreeSet<&str> = jaren.iter().flat_map(|jaar| &jaar.besluiten).map(|besluit| besluit.overleg).collect();
    let covenant = &scope.region.covenant;
    let (regio, voorbeeld, stand) = (&covenant.region, covenant.example.as_deref(), dutch::date(scope.today));
    View {
        template: "site-besluiten",
        fields: fields.0,
        data: Box::new(Register { regio, stand, voorbeeld, meer_overleggen: bodies.len() > 1, jaren }),
        ..View::default()
    }
}

/// What was decided in the newest meeting of which that may be told.
pub(super) fn latest<'a>(scope: &Scope<'a>, fields: &mut Fields<'a>) -> Vec<Besluit<'a>> {
    newest_first(scope).map(|id| decided(scope, id, fields)).find(|some| !some.is_empty()).unwrap_or_default()
}

fn newest_first(scope: &Scope<'_>) -> impl Iterator<Item = MeetingId> {
    let mut all: Vec<MeetingId> = scope.meetings.iter().copied().filter(|id| came_to(scope, *id)).collect();
    all.sort_by_key(|id| (scope.region[*id].last_day(), *id));
    all.into_iter().rev()
}

/// What was decided in a meeting, as its decision list says it.
pub(super) fn decided<'a>(scope: &Scope<'a>, id: MeetingId, fields: &mut Fields<'a>) -> Vec<Besluit<'a>> {
    if !came_to(scope, id) {
        return Vec::new();
    }
    let region = scope.region;
    let of = paper::Scope::new(region, scope.today, Some(id));
    let rows = results::decisions(&of, id, fields).into_iter().filter(Uitslag::is_decision);
    let besluit = |punt: Uitslag<'a>| Besluit {
        datum: called::brief_moment(&region[id]),
        overleg: region.meets_as(id),
        van: called::meeting(region, id),
        wie: dutch::capital(&dutch::the(called::body_in_short(region, id))),
        concept: region[id].adoption.is_none_or(|adoption| adoption.date > scope.today),
        voorbeeld: region[id].example.is_some(),
        adres: format!("{}#punt-{}", address(region, id), punt.number()),
        punt,
    };
    rows.map(besluit).collect()
}
