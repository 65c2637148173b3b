//! The papers of an item, with what opens and how large that is.

use serde::Serialize;

use crate::dutch;
use crate::link;
use crate::model::{Item, Paper, PaperPlace};
use crate::paper::Scope;

/// A paper.
#[expect(clippy::struct_excessive_bools, reason = "a template asks for each by its name")]
#[derive(Debug, Serialize)]
pub(in crate::paper) struct Stuk<'a> {
    nummer: &'a str,
    titel: &'a str,
    adres: Option<String>,
    /// The title names another address than that of the paper.
    anders_genoemd: bool,
    /// What kind of file it is, and how large.
    soort: Option<String>,
    grootte: Option<String>,
    volgt: Option<String>,
    /// That day has been.
    zou_volgen: bool,
    mondeling: bool,
    besloten: bool,
}

pub(in crate::paper) fn papers<'a>(scope: &Scope, item: &'a Item) -> Vec<Stuk<'a>> {
    item.papers.iter().map(|paper| self::paper(scope, paper)).collect()
}

fn paper<'a>(scope: &Scope, paper: &'a Paper) -> Stuk<'a> {
    let address = match &paper.place {
        PaperPlace::File(path) => Some(format!("{}{}", scope.link_base.unwrap_or_default(), link::path(path))),
        PaperPlace::Address(address) => Some(link::address(address)),
        PaperPlace::Follows(_) | PaperPlace::Oral | PaperPlace::Withheld => None,
    };
    let follows = if let PaperPlace::Follows(day) = paper.place { Some(dutch::date(day)) } else { None };
    let file = if let PaperPlace::File(path) = &paper.place { Some(path.as_str()) } else { None };
    Stuk {
        soort: file.and_then(kind),
        grootte: paper.size.filter(|_| file.is_some()).map(dutch::size),
        nummer: &paper.number,
        titel: &paper.title,
        anders_genoemd: address.as_deref().is_some_and(|address| link::misleads(&paper.title, address)),
        adres: address,
        volgt: follows,
        zou_volgen: matches!(paper.place, PaperPlace::Follows(day) if day < scope.today),
        mondeling: paper.place == PaperPlace::Oral,
        besloten: paper.closed,
    }
}

/// What kind of file it is, by its ending; one that holds nothing but text is called so.
fn kind(path: &str) -> Option<String> {
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let is_known = (1..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_known.then(|| if matches!(ending.as_str(), "md" | "txt") { "tekst".to_owned() } else { ending })
}
