//! Who sits and who speaks for whom on a day, and how far each party is with signing.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Missing, Scope, View, words};
use super::{attendance, parts};
use crate::dutch;
use crate::model::{
    Alternate, Body, BodyId, BodyKind, Party, PartyKind, Region, Representation, Role, Seat, SeatHolder, SeatId,
    SubregionId,
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
    partijen: Vec<Groep<'a>>,
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
    met_plaatsvervangers: bool,
    met_begin: bool,
    spreekt: Vec<Spreekt<'a>>,
}

/// A seat.
#[derive(Debug, Serialize)]
pub(super) struct Zetel<'a> {
    organisatie: &'a str,
    soort: Option<&'static str>,
    functie: &'a str,
    naam: Option<&'a str>,
    rol: &'static str,
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

/// The parties of one kind. Which steps of signing exist follows from it.
#[derive(Debug, Serialize)]
pub(super) struct Groep<'a> {
    soort: &'static str,
    gemeenten: bool,
    partijen: Vec<Ondertekening<'a>>,
}

/// A party with its steps of signing.
#[derive(Debug, Serialize)]
pub(super) struct Ondertekening<'a> {
    naam: &'a str,
    voordracht: Option<String>,
    collegebesluit: Option<String>,
    zaaknummer: Option<&'a str>,
    machtiging: Option<String>,
    gemachtigde: Option<&'a str>,
    getekend: Option<String>,
}

/// A subregion.
#[derive(Debug, Serialize)]
pub(super) struct Subregio<'a> {
    naam: &'a str,
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
        subregios: (0..region.subregions.len()).map(|at| members(region, SubregionId(at), day)).collect(),
        opgeheven: region.parties.iter().filter_map(|party| ended(region, party, day)).collect(),
        termijnen: terms(region, day),
    };
    Ok(vec![View {
        template: "samenstelling",
        stem: scope.body.map_or_else(|| "samenstelling".to_owned(), |id| format!("samenstelling-{}", region[id].key)),
        label: "Samenstelling".to_owned(),
        title: format!("Samenstelling {}, {}", body.unwrap_or(&covenant.region), data.datum),
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
    Overleg {
        naam: body.name_on(day),
        ambtelijk: body.kind == BodyKind::Staff,
        voorzitter: region.chair_on(id, day).map(|chair| region[chair].name_on(day)),
        voorbereiding: body.preparing.map(|by| dutch::the(region[by].name_on(day))),
        met_plaatsvervangers: seats.iter().any(|seat| seat.plaatsvervangers.is_some()),
        met_begin: seats.iter().any(|seat| seat.sinds.is_some()),
        zetels: seats,
        spreekt: region.representations_on(id, day).map(|spoken| speaks(region, spoken, day)).collect(),
    }
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
        soort: kind(region, seat).map(|kind| words::party_kind(kind).0),
        functie: &seat.function,
        naam: attendance::name(region, seat),
        rol: match seat.role {
            Role::Member if chairs => "voorzitter",
            Role::Member => "lid",
            Role::Secretary => "secretaris",
            Role::Adviser => "adviseur",
        },
        plaatsvervangers: dutch::list(&alternates),
        sinds: seat.period.from.map(dutch::short_date),
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
        sinds: spoken.period.from.map(dutch::short_date),
    }
}

fn groups(region: &Region, day: NaiveDate) -> Vec<Groep<'_>> {
    let group = |kind: PartyKind| {
        let parties = region.parties.iter().filter(|party| party.kind == kind && party.exists(day));
        Groep {
            soort: words::party_kind(kind).1,
            gemeenten: kind == PartyKind::Municipality,
            partijen: parties.map(|party| signing(party, day)).collect(),
        }
    };
    PartyKind::ALL.iter().copied().map(group).filter(|group| !group.partijen.is_empty()).collect()
}

/// The steps that were taken by then.
fn signing(party: &Party, day: NaiveDate) -> Ondertekening<'_> {
    let signing = &party.signing;
    let taken = |step: Option<NaiveDate>| step.filter(|taken| *taken <= day).map(dutch::short_date);
    Ondertekening {
        naam: party.name_on(day),
        voordracht: taken(signing.nominated),
        collegebesluit: taken(signing.decided),
        zaaknummer: signing.case_number.as_deref(),
        machtiging: taken(signing.authorised),
        gemachtigde: signing.signatory.as_deref(),
        getekend: taken(signing.signed),
    }
}

fn members(region: &Region, subregion: SubregionId, day: NaiveDate) -> Subregio<'_> {
    let members = region.members_on(subregion, day);
    Subregio { naam: &region[subregion].name, gemeenten: parts::names_on(region, &members, day) }
}

fn ended<'a>(region: &'a Region, party: &'a Party, day: NaiveDate) -> Option<Opgeheven<'a>> {
    let until = party.period.until.filter(|until| *until < day)?;
    Some(Opgeheven {
        naam: party.name_on(until),
        tot_en_met: dutch::short_date(until),
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
