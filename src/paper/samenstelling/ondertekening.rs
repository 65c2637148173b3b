//! How far each party is with signing the covenant, on a day.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Column, columns};
use crate::dutch;
use crate::model::{Party, PartyKind, Region};

/// The steps of signing that are known. Which exist follows from the kind of party.
#[derive(Debug, Serialize)]
pub(in crate::paper) struct Ondertekening<'a> {
    gemeenten: Stappenlijst<'a>,
    anderen: Stappenlijst<'a>,
    onbekend: Option<String>,
}

/// A table of steps: only the columns in which something stands.
#[derive(Debug, Serialize)]
pub(in crate::paper) struct Stappenlijst<'a> {
    partijen: Vec<Stappen<'a>>,
    kolommen: Vec<&'static str>,
}

/// A party with its steps of signing.
#[derive(Debug, Serialize)]
pub(in crate::paper) struct Stappen<'a> {
    naam: &'a str,
    voordracht: Option<String>,
    collegebesluit: Option<String>,
    zaaknummer: Option<&'a str>,
    machtiging: Option<String>,
    gemachtigde: Option<&'a str>,
    getekend: Option<String>,
}

/// How far each party is that exists on the day.
pub(in crate::paper) fn compose(region: &Region, day: NaiveDate) -> Ondertekening<'_> {
    let parties = region.parties.iter().filter(|party| party.exists(day));
    let (known, unknown): (Vec<_>, Vec<_>) =
        parties.map(|party| (party.kind, signing(party, day))).partition(|(_, steps)| steps.known());
    let (municipalities, others) = known.into_iter().partition(|(kind, _)| *kind == PartyKind::Municipality);
    let unknown: Vec<&str> = unknown.iter().map(|(_, steps)| steps.naam).collect();
    Ondertekening { gemeenten: table(municipalities), anderen: table(others), onbekend: dutch::list(&unknown) }
}

fn table(parties: Vec<(PartyKind, Stappen<'_>)>) -> Stappenlijst<'_> {
    let parties: Vec<Stappen<'_>> = parties.into_iter().map(|(_, steps)| steps).collect();
    let kolommen = columns(&parties, &steps());
    Stappenlijst { kolommen, partijen: parties }
}

fn steps<'a>() -> [Column<Stappen<'a>>; 4] {
    [
        ("voordracht", |steps| steps.voordracht.is_some()),
        ("collegebesluit", |steps| steps.collegebesluit.is_some()),
        ("machtiging", |steps| steps.machtiging.is_some() || steps.gemachtigde.is_some()),
        ("getekend", |steps| steps.getekend.is_some()),
    ]
}

impl Stappen<'_> {
    /// Whether anything is known of it.
    fn known(&self) -> bool {
        steps().iter().any(|(_, has)| has(self))
    }
}

/// The steps that were taken by then.
fn signing(party: &Party, day: NaiveDate) -> Stappen<'_> {
    let signing = &party.signing;
    let taken = |step: Option<NaiveDate>| step.filter(|taken| *taken <= day).map(dutch::brief_date);
    Stappen {
        naam: party.name_on(day),
        voordracht: taken(signing.nominated),
        collegebesluit: taken(signing.decided),
        zaaknummer: signing.case_number.as_deref(),
        machtiging: taken(signing.authorised),
        gemachtigde: signing.signatory.as_deref(),
        getekend: taken(signing.signed),
    }
}
