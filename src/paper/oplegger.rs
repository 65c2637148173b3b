//! The cover note of an item: all that members need to weigh it.

use serde::Serialize;

use super::parts::{self, Punt, Vergadering};
use super::{Addressees, Field, Fields, Missing, Scope, View, release};
use crate::dutch;
use crate::model::called;
use crate::model::consultation;
use crate::model::{Advised, Alternate, Item, ItemId, Mailing, MeetingId, Paper, PaperPlace, Treatment};

/// The cover note.
#[derive(Debug, Serialize)]
pub(super) struct Oplegger<'a> {
    vergadering: Vergadering<'a>,
    punt: Box<Punt<'a>>,
    portefeuillehouder: Option<&'a str>,
    contact: Option<Contact<'a>>,
    zaaknummer: Option<&'a str>,
    /// When it was sent as it is.
    verzonden: Option<String>,
    /// The numbers of its papers: `4.1 en 4.2`.
    bijlagen: Option<String>,
    adviezen: Vec<Advies<'a>>,
    argumenten: Option<Field>,
    kanttekeningen: Option<Field>,
    financien: Option<Field>,
    /// Its author says that there are no financial consequences.
    kost_niets: bool,
    juridisch: Option<Field>,
    communicatie: Option<Field>,
    vervolg: Option<Field>,
}

/// Who answers questions.
#[derive(Debug, Serialize)]
struct Contact<'a> {
    naam: Option<&'a str>,
    functie: Option<&'a str>,
    telefoon: Option<&'a str>,
    mail: Option<&'a str>,
}

/// The advice of a body that discussed it before.
#[derive(Debug, Serialize)]
struct Advies<'a> {
    /// `het AO Breed Participatie op donderdag 11 september 2025`
    vergadering: String,
    positief: bool,
    met_aandachtspunten: bool,
    aandachtspunten: Vec<&'a str>,
}

/// Composes a cover note for every item that is more than procedure and announcements, or for the one that was asked for.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = release::open_agenda(scope, "Een oplegger bij de agenda")?;
    let meeting = &scope.region[id];
    let mut items: Vec<(usize, &Item)> = meeting.items.iter().enumerate().filter(|(_, item)| has_note(item)).collect();
    if let Some(only) = scope.only {
        items.retain(|(_, item)| is_named(item, only));
        if items.is_empty() {
            return Err(none_for(scope, id, only));
        }
    }
    if items.is_empty() {
        let of = called::meeting(scope.region, id);
        let open = if scope.region.public { "openbaar " } else { "" };
        return Err(Missing(format!("Op de agenda van {of} staat geen {open}punt waarbij een oplegger hoort.")));
    }
    Ok(items.into_iter().map(|(index, item)| note(scope, ItemId { meeting: id, index }, item)).collect())
}

/// Why there is no cover note for what was named.
fn none_for(scope: &Scope, id: MeetingId, only: &str) -> Missing {
    let of = called::meeting(scope.region, id);
    let known = scope.region[id].items.iter().find(|item| is_named(item, only));
    Missing(known.map_or_else(
        || format!("Op de agenda van {of} staat geen punt {only}."),
        |item| format!("Bij agendapunt {only} van {of} hoort geen oplegger: {}.", without_note(item)),
    ))
}

fn without_note(item: &Item) -> &'static str {
    if item.cancelled.is_some() {
        "het gaat niet door"
    } else if item.treatment == Treatment::Procedure {
        "het is een punt van procedure"
    } else {
        "het is een mededeling, met hoogstens een toelichting en stukken"
    }
}

/// Whether a cover note belongs to an item.
pub(super) fn has_note(item: &Item) -> bool {
    is_seen(item) && item.is_proposal() && !item.is_announcement()
}

/// Whether this view shows all of it on the agenda.
fn is_seen(item: &Item) -> bool {
    item.is_whole() && item.on_agenda
}

fn is_named(item: &Item, name: &str) -> bool {
    is_seen(item) && (item.key == name || item.number == name)
}

fn note<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item) -> View<'a> {
    let mut fields = Fields::default();
    let data = Box::new(oplegger(scope, id, item, &mut fields));
    let label = format!("Oplegger {} {}", item.number, item.title);
    View {
        template: "oplegger",
        stem: format!("oplegger-{}", item.key),
        title: parts::title(&format!("{label},"), scope.region, id.meeting),
        label,
        fields: fields.0,
        addressees: Addressees::Members(Mailing::Agenda),
        data,
        ..View::default()
    }
}

fn oplegger<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item, fields: &mut Fields<'a>) -> Oplegger<'a> {
    let punt = Box::new(parts::item(scope, id, fields));
    let mut field = |text: Option<&'a str>| fields.maybe(text);
    let enclosed = |paper: &&Paper| matches!(paper.place, PaperPlace::File(_) | PaperPlace::Address(_));
    let papers: Vec<&str> = item.papers.iter().filter(enclosed).map(|paper| paper.number.as_str()).collect();
    let kost_niets = item.costs_nothing();
    Oplegger {
        vergadering: parts::head_of_agenda(scope, id.meeting),
        punt,
        portefeuillehouder: item.alderman.as_ref().map(|text| text.as_str()),
        contact: item.contact.as_ref().and_then(|one| contact(scope, &one.value)),
        zaaknummer: item.case_number.as_ref().map(|text| text.as_str()),
        verzonden: sent_as_it_is(scope, id),
        bijlagen: dutch::list(&papers),
        adviezen: advice(scope, id),
        argumenten: field(item.arguments.as_ref().map(|text| text.as_str())),
        kanttekeningen: field(item.remarks.as_ref().map(|text| text.as_str())),
        financien: if kost_niets { None } else { field(item.finance.as_ref().map(|text| text.as_str())) },
        kost_niets,
        juridisch: field(item.legal.as_ref().map(|text| text.as_str())),
        communicatie: field(item.communication.as_ref().map(|text| text.as_str())),
        vervolg: field(item.sequel.as_ref().map(|text| text.as_str())),
    }
}

fn contact<'a>(scope: &Scope<'a>, contact: &'a Alternate) -> Option<Contact<'a>> {
    let person = match contact {
        Alternate::Person(person) => &scope.region[*person],
        Alternate::Function(function) => {
            return Some(Contact { naam: None, functie: Some(function), telefoon: None, mail: None });
        }
        Alternate::Unknown => return None,
    };
    let (functie, telefoon, mail) = (person.function.as_deref(), person.phone.as_deref(), person.email.as_deref());
    Some(Contact { naam: Some(&person.name), functie, telefoon, mail })
}

/// The day on which an item was sent last, where it still says the same. A public view does not tell which item went with
/// which sending.
fn sent_as_it_is(scope: &Scope, id: ItemId) -> Option<String> {
    let meeting = &scope.region[id.meeting];
    let sending = meeting.sendings_of_papers().rfind(|sending| sending.held(id.index))?;
    let unsent = consultation::known_unsent(scope.region, id.meeting).iter().any(|(at, _)| *at == id.index);
    let is_told = !scope.region.public && sending.date <= scope.today && !unsent;
    is_told.then(|| dutch::date(sending.date))
}

fn advice<'a>(scope: &Scope<'a>, id: ItemId) -> Vec<Advies<'a>> {
    let all = scope.region.advice_of(id, scope.today);
    all.map(|(it, advice)| Advies {
        vergadering: called::meeting_on(scope.region, it.meeting),
        positief: advice.verdict != Advised::Against,
        met_aandachtspunten: advice.verdict == Advised::ForWithPoints,
        aandachtspunten: advice.points.iter().map(|point| point.as_str()).collect(),
    })
    .collect()
}
