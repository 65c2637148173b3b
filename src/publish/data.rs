//! The site as data: one JSON file per meeting, one index of all, and the JSON Schema of each.

use serde::Serialize;

use crate::link;
use crate::model::called;
use crate::model::{Item, ItemId, MeetingId, Outcome, Paper, PaperPlace, Region, Shown};
use crate::paper::site::{Scope, address, came_to};
use crate::word::Word as _;

use super::changed;

pub(super) const NAME: &str = "vergadering.json";
pub(super) const INDEX: &str = "vergaderingen.json";
pub(super) const INDEX_SCHEMA: &str = "vergaderingen.schema.json";
pub(super) const MEETING_SCHEMA: &str = "vergadering.schema.json";
pub(super) const INDEX_SCHEMA_TEXT: &str = include_str!("data/vergaderingen.schema.json");
pub(super) const MEETING_SCHEMA_TEXT: &str = include_str!("data/vergadering.schema.json");

/// All meetings.
#[derive(Debug, Serialize)]
struct Index<'a> {
    regio: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    regiocode: Option<&'a str>,
    convenant: &'a str,
    stand: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    voorbeeld: Option<&'a str>,
    vergaderingen: Vec<Head<'a>>,
}

/// What there is to know of a meeting in a list.
#[derive(Debug, Serialize)]
struct Head<'a> {
    id: &'a str,
    overleg: &'a str,
    overlegcode: &'a str,
    datum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tot_en_met: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    einde: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plaats: Option<&'a str>,
    vorm: &'static str,
    vervallen: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gewijzigd: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voorbeeld: Option<&'a str>,
    pagina: String,
    gegevens: String,
}

/// A meeting.
#[derive(Debug, Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    agendapunten: Vec<Point<'a>>,
}

/// An item of its agenda.
#[derive(Debug, Serialize)]
struct Point<'a> {
    nummer: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    id: &'a str,
    titel: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    behandeling: Option<&'static str>,
    besloten: bool,
    vervallen: bool,
    gevraagd: Vec<Asked<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uitkomst: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    afspraken: Option<Vec<&'a str>>,
    stukken: Vec<Enclosed<'a>>,
}

/// A requested decision.
#[derive(Debug, Serialize)]
struct Asked<'a> {
    tekst: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    uitkomst: Option<&'static str>,
}

/// A paper that everybody can open.
#[derive(Debug, Serialize)]
struct Enclosed<'a> {
    nummer: &'a str,
    titel: &'a str,
    adres: String,
}

/// The index of all meetings.
pub(super) fn index(scope: &Scope<'_>) -> String {
    let covenant = &scope.region.covenant;
    json(&Index {
        regio: &covenant.region,
        regiocode: covenant.code.as_deref(),
        convenant: &covenant.name,
        stand: scope.today.to_string(),
        voorbeeld: covenant.example.as_deref(),
        vergaderingen: scope.meetings.iter().map(|id| head(scope.region, *id)).collect(),
    })
}

/// All that everybody may know of a meeting.
pub(super) fn meeting(scope: &Scope<'_>, id: MeetingId) -> String {
    let items = scope.region[id].items.iter().enumerate();
    let shown = items.filter(|(_, item)| item.shown != Shown::Nothing);
    let agendapunten = shown.map(|(index, item)| point(scope, ItemId { meeting: id, index }, item)).collect();
    json(&Whole { head: head(scope.region, id), agendapunten })
}

fn head(region: &Region, id: MeetingId) -> Head<'_> {
    let meeting = &region[id];
    let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    let is_long = meeting.last_day() > meeting.date.value;
    Head {
        id: &meeting.key,
        overleg: region.meets_as(id),
        overlegcode: &region.body_of(id).key,
        datum: meeting.date.value.to_string(),
        tot_en_met: is_long.then(|| meeting.last_day().to_string()),
        begin: meeting.begin.filter(|_| !meeting.is_written()).map(time),
        einde: meeting.end.filter(|_| !meeting.is_written()).map(time),
        plaats: meeting.room(),
        vorm: called::form(meeting.form),
        vervallen: meeting.cancelled.is_some(),
        gewijzigd: changed(region, id).map(|day| day.to_string()),
        voorbeeld: meeting.example.as_deref(),
        pagina: address(region, id),
        gegevens: format!("{}/{NAME}", link::path(&meeting.key)),
    }
}

fn point<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item) -> Point<'a> {
    let region = scope.region;
    let treated = region[id.meeting].treated(id.index).filter(|_| item.is_whole() && came_to(scope, id.meeting));
    let asked = |(at, text): (usize, &'a crate::source::Spanned<String>)| Asked {
        tekst: text,
        uitkomst: treated.and_then(|it| it.outcome_of(at + 1)).map(Outcome::word),
    };
    let agreed = treated.and_then(|it| it.agreed.as_ref());
    Point {
        nummer: &item.number,
        id: &item.key,
        titel: &item.title,
        behandeling: item.is_whole().then(|| item.treatment.word()),
        besloten: item.closed,
        vervallen: item.cancelled.is_some(),
        gevraagd: item.requested.iter().enumerate().map(asked).collect(),
        uitkomst: treated.and_then(|it| it.outcome).map(Outcome::word),
        afspraken: agreed.map(|texts| texts.iter().map(|text| text.as_str()).collect()),
        stukken: item.papers.iter().filter_map(|paper| enclosed(&region[id.meeting].key, paper)).collect(),
    }
}

/// A paper with its address: of a file from the folder of the site.
fn enclosed<'a>(folder: &str, paper: &'a Paper) -> Option<Enclosed<'a>> {
    let adres = match &paper.place {
        PaperPlace::File(path) => format!("{}/{}", link::path(folder), link::path(path)),
        PaperPlace::Address(address) => link::address(address),
        PaperPlace::Follows(_) | PaperPlace::Oral | PaperPlace::Withheld => return None,
    };
    Some(Enclosed { nummer: &paper.number, titel: &paper.title, adres })
}

/// As it stands in a file: each value on its line.
pub(super) fn json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
