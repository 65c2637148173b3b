//! The archive, the covenant, and the pages that say what words mean and how everybody can read this.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::Scope;
use super::meeting::came_to;
use super::start::{self, Komend};
use crate::dutch;
use crate::link;
use crate::model::{Abbreviation, BodyId, PartyId, Region};
use crate::paper::samenstelling::ondertekening::{self, Ondertekening};
use crate::paper::{View, parts};

/// All meetings.
#[derive(Debug, Serialize)]
struct Archief<'a> {
    regio: &'a str,
    voorbeeld: Option<&'a str>,
    overleggen: Vec<Overleg<'a>>,
}

/// The meetings of a body.
#[derive(Debug, Serialize)]
struct Overleg<'a> {
    naam: &'a str,
    jaren: Vec<Jaar<'a>>,
}

/// Those of a year, the newest first.
#[derive(Debug, Serialize)]
struct Jaar<'a> {
    jaar: String,
    vergaderingen: Vec<Geweest<'a>>,
}

#[derive(Debug, Serialize)]
struct Geweest<'a> {
    vergadering: Komend<'a>,
    /// Everybody may read what came of it.
    uitkomsten: bool,
}

/// Composes the archive.
pub(super) fn archive<'a>(scope: &Scope<'a>) -> View<'a> {
    let covenant = &scope.region.covenant;
    let overleggen = scope.region.shown_bodies().map(|body| of_body(scope, body)).collect();
    let (regio, voorbeeld) = (covenant.region.as_str(), covenant.example.as_deref());
    View { template: "site-vergaderingen", data: Box::new(Archief { regio, voorbeeld, overleggen }), ..View::default() }
}

fn of_body<'a>(scope: &Scope<'a>, body: BodyId) -> Overleg<'a> {
    let region = scope.region;
    let mut ids: Vec<_> = scope.meetings.iter().copied().filter(|id| region[*id].body == body).collect();
    ids.sort_by_key(|id| (region[*id].date.value, *id));
    let mut jaren: Vec<Jaar> = Vec::new();
    for id in ids.into_iter().rev() {
        let jaar = region[id].date.value.year().to_string();
        let een = Geweest { vergadering: start::meeting(scope, id), uitkomsten: came_to(scope, id) };
        match jaren.last_mut().filter(|last| last.jaar == jaar) {
            Some(last) => last.vergaderingen.push(een),
            None => jaren.push(Jaar { jaar, vergaderingen: vec![een] }),
        }
    }
    Overleg { naam: region[body].name_on(scope.today), jaren }
}

/// The covenant, who joined it, and who spoke for whom before.
#[derive(Debug, Serialize)]
struct Convenant<'a> {
    naam: &'a str,
    regio: &'a str,
    regiocode: Option<&'a str>,
    centrumgemeente: Option<&'a str>,
    bron: Option<&'a str>,
    voorbeeld: Option<&'a str>,
    stand: String,
    ondertekening: Ondertekening<'a>,
    eerder: Vec<Sprak<'a>>,
}

/// Who spoke for whom.
#[derive(Debug, Serialize)]
struct Sprak<'a> {
    overleg: &'a str,
    wie: &'a str,
    namens: Option<String>,
    van: Option<String>,
    tot: String,
}

/// Composes the page of the covenant.
pub(super) fn covenant<'a>(scope: &Scope<'a>) -> View<'a> {
    let (region, today) = (scope.region, scope.today);
    let covenant = &region.covenant;
    let data = Convenant {
        naam: &covenant.name,
        regio: &covenant.region,
        regiocode: covenant.code.as_deref(),
        centrumgemeente: region.centre_on(today).map(|centre| region[centre].name_on(today)),
        bron: covenant.origin.as_deref(),
        voorbeeld: covenant.example.as_deref(),
        stand: dutch::date(today),
        ondertekening: ondertekening::compose(region, today),
        eerder: spoke_before(region, today),
    };
    View { template: "site-convenant", data: Box::new(data), ..View::default() }
}

/// Who spoke for whom until a day that has been, the latest first.
fn spoke_before(region: &Region, today: NaiveDate) -> Vec<Sprak<'_>> {
    let ended = |until: &NaiveDate| *until < today;
    let mut before: Vec<(NaiveDate, Sprak<'_>)> = Vec::new();
    for spoken in &region.representations {
        let Some(until) = spoken.period.until.filter(ended) else { continue };
        let represented: Vec<PartyId> = region.represented_on(spoken, until);
        before.push((
            until,
            Sprak {
                overleg: region[spoken.body].name_on(until),
                wie: region[spoken.by].name_on(until),
                namens: parts::names_on(region, &represented, until),
                van: spoken.period.from.map(dutch::brief_date),
                tot: dutch::brief_date(until),
            },
        ));
    }
    before.sort_by_key(|(until, _)| std::cmp::Reverse(*until));
    before.into_iter().map(|(_, spoke)| spoke).collect()
}

/// What words mean.
#[derive(Debug, Serialize)]
struct Begrippen<'a> {
    regio: &'a str,
    voorbeeld: Option<&'a str>,
    afkortingen: Vec<Begrip<'a>>,
}

#[derive(Debug, Serialize)]
struct Begrip<'a> {
    kort: &'a str,
    betekent: &'a str,
}

/// Composes the page of words.
pub(super) fn terms<'a>(scope: &Scope<'a>) -> View<'a> {
    let covenant = &scope.region.covenant;
    let begrip = |one: &'a Abbreviation| Begrip { kort: &one.short, betekent: &one.meaning };
    // what stands in nothing that everybody may read is explained to nobody
    let texts = scope.region.texts();
    let own =
        |text: &str| covenant.abbreviations.iter().any(|one| one.short.value == text || one.meaning.value == text);
    let words: BTreeSet<&str> = texts
        .iter()
        .filter(|text| !own(text.text))
        .flat_map(|text| text.text.split(|c: char| !c.is_alphanumeric()))
        .collect();
    let used = covenant.abbreviations.iter().filter(|one| words.contains(one.short.as_str()));
    let afkortingen = used.map(begrip).collect();
    let (regio, voorbeeld) = (covenant.region.as_str(), covenant.example.as_deref());
    View { template: "site-begrippen", data: Box::new(Begrippen { regio, voorbeeld, afkortingen }), ..View::default() }
}

/// How everybody can read the site, and whom to tell who cannot.
#[derive(Debug, Serialize)]
struct Toegankelijkheid<'a> {
    regio: &'a str,
    voorbeeld: Option<&'a str>,
    contact: Option<&'a str>,
    verklaring: Option<String>,
}

/// Composes the page about accessibility.
pub(super) fn access<'a>(scope: &Scope<'a>) -> View<'a> {
    let (covenant, site) = (&scope.region.covenant, &scope.region.site);
    let data = Toegankelijkheid {
        regio: &covenant.region,
        voorbeeld: covenant.example.as_deref(),
        contact: site.contact.as_ref().map(|contact| contact.value.as_str()),
        verklaring: site.statement.as_ref().map(|address| link::address(&address.value)),
    };
    View { template: "site-toegankelijkheid", data: Box::new(data), ..View::default() }
}

/// A page that is not there.
#[derive(Debug, Serialize)]
struct Weg<'a> {
    regio: &'a str,
    contact: Option<&'a str>,
}

/// Composes what a server shows for an address that leads nowhere.
pub(super) fn lost<'a>(scope: &Scope<'a>) -> View<'a> {
    let contact = scope.region.site.contact.as_ref().map(|contact| contact.value.as_str());
    let regio = &scope.region.covenant.region;
    View { template: "site-404", data: Box::new(Weg { regio, contact }), ..View::default() }
}
