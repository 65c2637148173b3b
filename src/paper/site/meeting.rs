//! The page of one meeting: what it is about, what came of it, and all its papers. Its address stays, whatever becomes of it.

use serde::Serialize;

use super::register::{Besluit, decided};
use super::{MEETING, Scope};
use crate::dutch;
use crate::link;
use crate::model::called;
use crate::model::{Item, MeetingId, Shown};
use crate::paper::parts::{self, Stuk, Vergadering};
use crate::paper::{self, Fields, View};
use crate::word::Word as _;

/// The page.
#[derive(Debug, Serialize)]
struct Pagina<'a> {
    vergadering: Vergadering<'a>,
    /// Its own papers: what each is called and its address.
    documenten: Vec<Document>,
    punten: Vec<Punt<'a>>,
}

/// A paper of the meeting that was made.
#[derive(Debug, Serialize)]
struct Document {
    titel: String,
    adres: String,
}

/// An item of the agenda.
#[derive(Debug, Serialize)]
struct Punt<'a> {
    nummer: &'a str,
    titel: &'a str,
    subpunt: bool,
    vervallen: bool,
    behandeling: Option<String>,
    /// The address of its cover note, where that was made.
    oplegger: Option<String>,
    stukken: Vec<Stuk<'a>>,
    /// What was decided on it.
    besluit: Option<Besluit<'a>>,
}

/// Composes the page of a meeting of which these papers were made: what each is called, and its file name.
#[must_use]
pub fn compose<'a>(scope: &Scope<'a>, id: MeetingId, documents: &[(String, String)]) -> View<'a> {
    let (region, mut fields) = (scope.region, Fields::default());
    let of = paper::Scope::new(region, scope.today, Some(id));
    let is_cover = |(_, name): &&(String, String)| name.starts_with("oplegger-");
    let (covers, own): (Vec<_>, Vec<_>) = documents.iter().partition(is_cover);
    let mut besluiten = decided(scope, id, &mut fields);
    let items = region[id].items.iter().filter(|item| item.shown != Shown::Nothing);
    let punten = items.map(|item| {
        let at = besluiten.iter().position(|besluit| besluit.number() == item.number);
        let name = format!("oplegger-{}.html", item.key);
        let oplegger = covers.iter().find(|(_, cover)| *cover == name).map(|(_, cover)| link::path(cover));
        punt(&of, item, oplegger, at.map(|at| besluiten.swap_remove(at)))
    });
    let data = Pagina {
        vergadering: parts::head_of_agenda(&of, id),
        punten: punten.collect(),
        documenten: own
            .into_iter()
            .map(|(titel, name)| Document { titel: titel.clone(), adres: link::path(name) })
            .collect(),
    };
    View {
        template: "site-vergadering",
        stem: MEETING.to_owned(),
        label: called::titled(region, id),
        title: called::titled(region, id),
        fields: fields.0,
        anchors: region.anchors(id),
        data: Box::new(data),
        ..View::default()
    }
}

fn punt<'a>(
    scope: &paper::Scope<'a>,
    item: &'a Item,
    oplegger: Option<String>,
    besluit: Option<Besluit<'a>>,
) -> Punt<'a> {
    Punt {
        nummer: &item.number,
        titel: &item.title,
        subpunt: item.parent.is_some(),
        vervallen: item.cancelled.is_some(),
        behandeling: item.is_whole().then(|| dutch::capital(item.treatment.word())),
        oplegger,
        stukken: parts::papers(scope, item),
        besluit,
    }
}

/// Whether a meeting came to something that everybody may read.
#[must_use]
pub fn came_to(scope: &Scope<'_>, id: MeetingId) -> bool {
    let meeting = &scope.region[id];
    let released = meeting.released;
    let has_been = meeting.last_day() <= scope.today;
    has_been && meeting.minutes.is_some() && (released.decisions.is_open() || released.minutes.is_open())
}
