//! A paper of the dossier that is Markdown, as a page: what it says, and of which items of which meeting it is a paper.

use serde::Serialize;

use super::parts::{self, Vergadering};
use super::{Field, Fields, View};
use crate::dutch;
use crate::link;
use crate::model::{Item, MeetingId, Paper, PaperPlace, Region};

/// What was read of such a paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// Its own title.
    pub title: Option<String>,
    /// Why it is an example, where it says so.
    pub example: Option<String>,
    /// There are pictures in it that a page cannot show.
    pub without_pictures: bool,
    /// The rest of it, cleaned.
    pub text: String,
}

/// A paper.
#[derive(Debug, Serialize)]
struct Bijlage<'a> {
    vergadering: Vergadering<'a>,
    /// Where the name of the body does not say it.
    regio: Option<&'a str>,
    /// `4.1`, or `4.1 en 5.2` where several items have it.
    nummers: String,
    meer: bool,
    titel: &'a str,
    besloten: bool,
    voorbeeld: Option<&'a str>,
    punten: Vec<Punt<'a>>,
    /// The name of the file and its address from the page.
    bestand: &'a str,
    adres: String,
    zonder_afbeeldingen: bool,
    tekst: Field,
}

/// An item that has the paper.
#[derive(Debug, Serialize)]
struct Punt<'a> {
    nummer: &'a str,
    titel: &'a str,
    vervallen: bool,
}

/// Composes the page of this name of a paper of a meeting, by its path from the meeting's folder.
#[must_use]
pub fn compose<'a>(region: &'a Region, id: MeetingId, path: &'a str, stem: &str, read: &'a Read) -> View<'a> {
    let is_it = |paper: &&Paper| matches!(&paper.place, PaperPlace::File(file) if file == path);
    let of_item = |item: &'a Item| item.papers.iter().filter(is_it).map(move |paper| (item, paper));
    let all: Vec<(&Item, &Paper)> = region[id].items.iter().flat_map(of_item).collect();
    let each: Vec<&str> = all.iter().map(|(_, paper)| paper.number.as_str()).collect();
    let nummers = dutch::list(&each).unwrap_or_default();
    let named = all.first().map_or(path, |(_, paper)| paper.title.as_str());
    let titel = read.title.as_deref().unwrap_or(named);
    let mut punten: Vec<Punt> = Vec::new();
    for (item, _) in &all {
        if punten.last().is_none_or(|last| last.nummer != item.number) {
            punten.push(Punt { nummer: &item.number, titel: &item.title, vervallen: item.cancelled.is_some() });
        }
    }
    let mut fields = Fields::default();
    let vergadering = parts::head(region, id);
    let bestand = path.rsplit('/').next().unwrap_or(path);
    let label = format!("{} {nummers} {titel}", if each.len() > 1 { "Bijlagen" } else { "Bijlage" });
    View {
        template: "bijlage",
        stem: stem.to_owned(),
        title: parts::title(&format!("{label},"), region, id),
        label,
        data: Box::new(Bijlage {
            regio: Some(region.covenant.region.as_str()).filter(|name| !region.meets_as(id).contains(name)),
            nummers,
            meer: each.len() > 1,
            titel,
            besloten: all.iter().any(|(_, paper)| paper.closed),
            voorbeeld: read.example.as_deref().or(vergadering.example()),
            vergadering,
            punten,
            bestand,
            adres: link::path(bestand),
            zonder_afbeeldingen: read.without_pictures,
            tekst: fields.add(&read.text),
        }),
        fields: fields.0,
        ..View::default()
    }
}
