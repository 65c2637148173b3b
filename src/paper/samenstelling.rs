//! Who sits and who speaks for whom on a day, and how far each party is with signing.

pub(super) mod ondertekening;

use chrono::NaiveDate;
use serde::Serialize;

use super::parts;
use super::{Addressees, Missing, Scope, View, words};
use crate::dutch;
use crate::model::{
    Alternate, Body, BodyId, BodyKind, Mailing, Party, PartyKind, Region, Representation, Role, Seat, SeatHolder,
    SeatId, Subregion, SubregionId,
};
use crate::word::Word as _;

/// The composition.
#[derive(Debug, Serialize)]
pub(super) struct Samenstelling<'a> {
    regio: &'a str,
    regiocode: Option<&'a str>,
    convenant: &'a str,
    centrumgemeente: Option<&'a str>,
    bron: Option<&'a str>,
    voorbeeld: Option<&'a str>,
    datum: String,
    overleg: Option<&'a str>,
    overleggen: Vec<Overleg<'a>>,
    partijen: Vec<Groep>,
    ondertekening: ondertekening::Ondertekening<'a>,
    subregios: Vec<Subregio<'a>>,
    opgeheven: Vec<Opgeheven<'a>>,
    termijnen: Termijnen,
}

/// A body with its seats.
#[derive(Debug, Serialize)]
pub(super) struct Overleg<'a> {
    naam: &'a str,
    ambtelijk: bool,
    voorzitter: Option<&'a str>,
    voorbereiding: Option<String>,
    zetels: Vec<Zetel<'a>>,
    kolommen: Vec<&'static str>,
    sinds: Option<String>,
    spreekt: Vec<Spreekt<'a>>,
    spreekt_kolommen: Vec<&'static str>,
    spreekt_sinds: Option<String>,
}

/// A seat.
#[derive(Debug, Serialize)]
pub(super) struct Zetel<'a> {
    organisatie: &'a str,
    functie: &'a str,
    naam: Option<&'a str>,
    rol: Option<&'static str>,
    plaatsvervangers: Option<String>,
    sinds: Option<String>,
}

/// Who speaks for whom.
#[derive(Debug, Serialize)]
pub(super) struct Spreekt<'a> {
    wie: &'a str,
    namens: Option<String>,
    subregio: Option<&'a str>,
    bij_verhindering: Option<&'a str>,
    sinds: Option<String>,
}

/// The parties of one kind.
#[derive(Debug, Serialize)]
pub(super) struct Groep {
    soort: &'static str,
    namen: String,
}

/// A subregion.
#[derive(Debug, Serialize)]
pub(super) struct Subregio<'a> {
    naam: &'a str,
    andere_naam: Option<&'a str>,
    gemeenten: Option<String>,
}

/// A party that ended.
#[derive(Debug, Serialize)]
pub(super) struct Opgeheven<'a> {
    naam: &'a str,
    tot_en_met: String,
    opgegaan_in: Option<&'a str>,
}

/// The terms.
#[derive(Debug, Serialize)]
pub(super) struct Termijnen {
    aanlevering: String,
    verzending_stukken: String,
    reactietermijn: String,
    sluiting_raadpleging: String,
    conceptverslag: String,
}

/// Composes the composition on the scope's day.
#[expect(clippy::unnecessary_wraps, reason = "every document is composed the same way")]
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let (region, day) = (scope.region, scope.today);
    let covenant = &region.covenant;
    let body = scope.body.map(|body| region[body].name_on(day));
    let bodies = region.shown_bodies().filter(|id| scope.body.is_none_or(|body| body == *id));
    let data = Samenstelling {
        regio: &covenant.region,
        regiocode: covenant.code.as_deref(),
        convenant: &covenant.name,
        centrumgemeente: region.centre_on(day).map(|centre| region[centre].name_on(day)),
        bron: covenant.origin.as_deref(),
        voorbeeld: covenant.example.as_deref(),
        datum: dutch::date(day),
        overleg: body,
        overleggen: bodies.map(|id| seated(region, id, day)).collect(),
        partijen: groups(region, day),
        ondertekening: ondertekening::compose(region, day),
        subregios: (0..region.subregions.len()).map(|at| members(region, SubregionId(at), day)).collect(),
        opgeheven: region.parties.iter().filter_map(|party| ended(region, party, day)).collect(),
        termijnen: terms(region, day),
    };
    Ok(vec![View {
        template: "samenstelling",
        stem: scope.body.map_or_else(|| "samenstelling".to_owned(), |id| format!("samenstelling-{}", region[id].key)),
        label: "Samenstelling".to_owned(),
        title: format!("Samenstelling {}, {}", body.unwrap_or(&covenant.region), data.datum),
        addressees: Addressees::Members(Mailing::Agenda),
        data: Box::new(data),
        ..View::default()
    }])
}

fn seated(region: &Region, id: BodyId, day: NaiveDate) -> Overleg<'_> {
    let body = &region[id];
    let mut seats: Vec<(SeatId, &Seat)> = region.seats_on(id, day).collect();
    seats.sort_by_key(|(_, seat)| (rank(region, seat), seat.role));
    let chair = region.chair_of(id, day);
    let seats: Vec<Zetel<'_>> =
        seats.into_iter().map(|(at, seat)| row(region, body, seat, (chair == Some(at), day))).collect();
    let spoken: Vec<Spreekt<'_>> =
        region.representations_on(id, day).map(|spoken| speaks(region, spoken, day)).collect();
    let seats_since = since(seats.iter().map(|seat| &seat.sinds));
    let spoken_since = since(spoken.iter().map(|it| &it.sinds));
    Overleg {
        naam: body.name_on(day),
        ambtelijk: body.kind == BodyKind::Staff,
        voorzitter: region.chair_on(id, day).map(|chair| region[chair].name_on(day)),
        voorbereiding: body.preparing.map(|by| dutch::the(region[by].name_on(day))),
        kolommen: columns(
            &seats,
            &[("plaatsvervanger", |seat| seat.plaatsvervangers.is_some()), ("sinds", |seat| seat.sinds.is_some())],
        ),
        sinds: seats_since,
        zetels: seats,
        spreekt_kolommen: columns(
            &spoken,
            &[
                ("subregio", |it| it.subregio.is_some()),
                ("bij_verhindering", |it| it.bij_verhindering.is_some()),
                ("sinds", |it| it.sinds.is_some()),
            ],
        ),
        spreekt_sinds: spoken_since,
        spreekt: spoken,
    }
}

/// A column of a table: its name, and whether a row has something in it.
type Column<Row> = (&'static str, fn(&Row) -> bool);

/// The columns in which something stands.
fn columns<Row>(rows: &[Row], all: &[Column<Row>]) -> Vec<&'static str> {
    all.iter().filter(|(_, has)| rows.iter().any(has)).map(|(name, _)| *name).collect()
}

/// The day on which all rows began, if it is one.
fn since<'a>(mut days: impl Iterator<Item = &'a Option<String>>) -> Option<String> {
    let first = days.next()?;
    first.clone().filter(|_| days.all(|day| day == first))
}

/// The place of a seat: by kind of party, what is no party last.
fn rank(region: &Region, seat: &Seat) -> (bool, Option<PartyKind>) {
    let kind = kind(region, seat);
    (kind.is_none(), kind)
}

fn kind(region: &Region, seat: &Seat) -> Option<PartyKind> {
    let SeatHolder::Party(party) = seat.holder else { return None };
    Some(region[party].kind)
}

fn row<'a>(region: &'a Region, body: &Body, seat: &'a Seat, (chairs, day): (bool, NaiveDate)) -> Zetel<'a> {
    let named = body.kind == BodyKind::Executive && seat.role == Role::Member;
    let alternates: Vec<&str> = seat.alternates.iter().map(|one| alternate(region, one, named)).collect();
    Zetel {
        organisatie: region.organisation(seat, day),
        functie: &seat.function,
        naam: region.named(seat).filter(|name| !seat.function.contains(name)),
        rol: role(seat.role, chairs).filter(|role| !seat.function.starts_with(role)),
        plaatsvervangers: dutch::list(&alternates),
        sinds: seat.period.from.map(dutch::brief_date),
    }
}

/// What somebody does at the table beside a function that says it; a member is a member.
fn role(role: Role, chairs: bool) -> Option<&'static str> {
    match role {
        Role::Member => chairs.then_some("voorzitter"),
        Role::Secretary => Some("secretaris"),
        Role::Adviser => Some("adviseur"),
    }
}

/// An alternate by name where names may stand and this view has it, else by function.
fn alternate<'a>(region: &'a Region, alternate: &'a Alternate, named: bool) -> &'a str {
    let function = match alternate {
        Alternate::Person(person) if named && !region[*person].name.is_empty() => return &region[*person].name,
        Alternate::Person(person) => region[*person].function.as_deref(),
        Alternate::Function(function) => Some(function.as_str()),
        Alternate::Unknown => None,
    };
    function.unwrap_or("plaatsvervanger")
}

fn speaks<'a>(region: &'a Region, spoken: &'a Representation, day: NaiveDate) -> Spreekt<'a> {
    Spreekt {
        wie: region[spoken.by].name_on(day),
        namens: parts::names_on(region, &region.represented_on(spoken, day), day),
        subregio: spoken.subregion.map(|subregion| region[subregion].name.as_str()),
        bij_verhindering: region.substitute_on(spoken, day).map(|party| region[party].name_on(day)),
        sinds: spoken.period.from.map(dutch::brief_date),
    }
}

fn groups(region: &Region, day: NaiveDate) -> Vec<Groep> {
    let group = |kind: PartyKind| {
        let parties = region.parties.iter().filter(|party| party.kind == kind && party.exists(day));
        let names: Vec<&str> = parties.map(|party| party.name_on(day)).collect();
        Some(Groep { soort: words::party_kind(kind).1, namen: dutch::list(&names)? })
    };
    PartyKind::ALL.iter().copied().filter_map(group).collect()
}

fn members(region: &Region, subregion: SubregionId, day: NaiveDate) -> Subregio<'_> {
    let members = region.members_on(subregion, day);
    let Subregion { name, other_name, .. } = &region[subregion];
    Subregio { naam: name, andere_naam: other_name.as_deref(), gemeenten: parts::names_on(region, &members, day) }
}

fn ended<'a>(region: &'a Region, party: &'a Party, day: NaiveDate) -> Option<Opgeheven<'a>> {
    let until = party.period.until.filter(|until| *until < day)?;
    Some(Opgeheven {
        naam: party.name_on(until),
        tot_en_met: dutch::brief_date(until),
        opgegaan_in: party.merged_into.map(|into| region[into].name_on(day)),
    })
}

fn terms(region: &Region, day: NaiveDate) -> Termijnen {
    let terms = region.terms_on(day);
    Termijnen {
        aanlevering: dutch::term(terms.supply),
        verzending_stukken: dutch::term(terms.sending),
        reactietermijn: dutch::term(terms.reaction),
        sluiting_raadpleging: dutch::term(terms.closing),
        conceptverslag: dutch::term(terms.draft),
    }
}
