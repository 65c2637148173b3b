//! The contents of all that is handed out for a meeting, in the order in which it is read; with what is not there.

use std::collections::BTreeSet;

use serde::Serialize;

use super::inhoud;
use super::parts::{self, Stuk, Vergadering};
use super::{Scope, View};
use crate::dutch;
use crate::link;
use crate::model::called;
use crate::model::{Item, MeetingId, PaperPlace, Region, Shown};

/// What was made, by addresses from the page.
#[derive(Debug, Default)]
pub struct Contents {
    /// The file names of the documents of the meeting, in its folder.
    pub documents: BTreeSet<String>,
    /// What an earlier meeting came to.
    pub records: Vec<Record>,
    /// The earlier meetings of which that belongs here, and is not.
    pub without: Vec<MeetingId>,
    /// The action list, where it was made.
    pub actions: Option<String>,
    /// There is nothing for it to tell.
    pub nothing_to_do: bool,
}

/// Minutes or a decision list.
#[derive(Debug)]
pub struct Record {
    /// The meeting that they are of.
    pub of: MeetingId,
    /// What it is called.
    pub label: String,
    /// The name of its file, in the folder of that meeting.
    pub name: String,
}

/// The page.
#[derive(Debug, Serialize)]
struct Bundel<'a> {
    vergadering: Vergadering<'a>,
    stand: String,
    agenda: String,
    punten: Vec<Punt<'a>>,
    eerder: Vec<Eerder<'a>>,
    /// These are of several meetings.
    meer_eerder: bool,
    acties: Option<&'a str>,
    nog_te_komen: Vec<Volgt<'a>>,
    zonder_verslag: Vec<Ontbreekt<'a>>,
    niet_bijgevoegd: Vec<Ontbreekt<'a>>,
    zonder_acties: bool,
    geen_acties: bool,
}

/// An item with what there is to read of it.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
struct Punt<'a> {
    nummer: &'a str,
    titel: &'a str,
    besloten: bool,
    /// This view shows no more than that it is there.
    verborgen: bool,
    vervallen: bool,
    oplegger: Option<String>,
    stukken: Vec<Stuk<'a>>,
    /// What lies before the members at it stands further up.
    hierboven: bool,
}

/// Minutes or a decision list of an earlier meeting.
#[derive(Debug, Serialize)]
struct Eerder<'a> {
    naam: &'a str,
    naam_klein: String,
    /// It is the minutes.
    verslag: bool,
    concept: bool,
    van: String,
    adres: String,
}

/// A paper that is to come.
#[derive(Debug, Serialize)]
struct Volgt<'a> {
    nummer: &'a str,
    titel: &'a str,
    dag: String,
    /// That day has been.
    voorbij: bool,
}

/// An earlier meeting of which nothing is here.
#[derive(Debug, Serialize)]
struct Ontbreekt<'a> {
    /// What its body calls its decision list.
    naam: &'a str,
    van: String,
}

/// Composes the page of the meeting of the scope. What everybody may see does not tell of what they may not.
#[must_use]
pub fn compose<'a>(scope: &Scope<'a>, id: MeetingId, contents: &'a Contents) -> View<'a> {
    let region = scope.region;
    let folder = format!("{}/", link::path(&region[id].key));
    let absent = |id: &&MeetingId| !region.public && region[**id].minutes.is_none();
    let kept = |id: &&MeetingId| !region.public && region[**id].minutes.is_some();
    let lacking = |other: &MeetingId| Ontbreekt {
        naam: region.body_of(*other).decision_list_on(region[*other].date.value),
        van: called::seen_from(region, id, *other),
    };
    let of: BTreeSet<MeetingId> = contents.records.iter().map(|record| record.of).collect();
    View {
        template: "bundel",
        stem: inhoud::STEM.to_owned(),
        label: "Vergaderstukken".to_owned(),
        title: parts::title("Vergaderstukken", region, id),
        data: Box::new(Bundel {
            vergadering: parts::head_of_agenda(scope, id),
            stand: dutch::date(scope.today),
            agenda: format!("{folder}agenda.html"),
            punten: items(scope, id, &folder, contents),
            eerder: contents.records.iter().map(|record| earlier(scope, id, record)).collect(),
            meer_eerder: of.len() > 1,
            acties: contents.actions.as_deref(),
            nog_te_komen: to_come(scope, id),
            zonder_verslag: contents.without.iter().filter(absent).map(lacking).collect(),
            niet_bijgevoegd: contents.without.iter().filter(kept).map(lacking).collect(),
            zonder_acties: contents.actions.is_none() && !contents.nothing_to_do && !region.public,
            // what everybody may not see is not nothing
            geen_acties: contents.nothing_to_do && !region.public,
        }),
        ..View::default()
    }
}

/// The items of the agenda, with what there is to read of each.
fn items<'a>(scope: &Scope<'a>, id: MeetingId, folder: &str, contents: &Contents) -> Vec<Punt<'a>> {
    let region: &'a Region = scope.region;
    let scope = Scope { link_base: Some(folder), ..*scope };
    let item = |item: &'a Item| {
        let cover = format!("oplegger-{}.html", item.key);
        Punt {
            nummer: &item.number,
            titel: &item.title,
            besloten: item.closed,
            verborgen: !item.is_whole(),
            vervallen: item.cancelled.is_some(),
            oplegger: contents.documents.contains(&cover).then(|| format!("{folder}{cover}")),
            stukken: parts::papers(&scope, item),
            hierboven: item.action_list
                || item.adopts.iter().any(|one| contents.records.iter().any(|it| it.of == one.value)),
        }
    };
    let on_agenda = |item: &&Item| item.on_agenda && item.shown != Shown::Nothing;
    region[id].items.iter().filter(on_agenda).map(item).collect()
}

fn earlier<'a>(scope: &Scope<'a>, id: MeetingId, record: &'a Record) -> Eerder<'a> {
    let (region, today) = (scope.region, scope.today);
    let meeting = &region[record.of];
    Eerder {
        naam: &record.label,
        naam_klein: dutch::small(&record.label),
        verslag: record.name.starts_with("verslag."),
        concept: meeting.adoption.is_none_or(|adoption| adoption.date > today),
        van: called::seen_from(region, id, record.of),
        adres: format!("{}/{}", link::path(&meeting.key), record.name),
    }
}

/// The papers that are still to come.
fn to_come<'a>(scope: &Scope<'a>, id: MeetingId) -> Vec<Volgt<'a>> {
    let told = papers_to_come(scope.region, id).map(|(nummer, titel, day)| Volgt {
        nummer,
        titel,
        dag: dutch::date(day),
        voorbij: day < scope.today,
    });
    told.collect()
}

/// The numbers and titles of the papers of a meeting that are still to come, with the day.
pub fn papers_to_come(region: &Region, id: MeetingId) -> impl Iterator<Item = (&str, &str, chrono::NaiveDate)> {
    let papers = region[id].items.iter().flat_map(|item| &item.papers);
    papers.filter_map(|paper| match paper.place {
        PaperPlace::Follows(day) => Some((paper.number.as_str(), paper.title.as_str(), day)),
        _ => None,
    })
}
