//! Who answered what in a written round, for its minutes and decision list.

use serde::Serialize;

use super::{parts, words};
use crate::consultation::{self, Stand};
use crate::model::{Item, ItemId, Region};

/// Who answered what on a requested decision.
#[derive(Debug, Serialize)]
pub struct Beantwoord<'a> {
    nr: usize,
    /// Not all decisions before it are told: in a numbered list it would get another number.
    los: bool,
    tekst: &'a str,
    groepen: Vec<Groep>,
}

/// The parties that gave the same answer.
#[derive(Debug, Serialize)]
pub struct Groep {
    antwoord: &'static str,
    partijen: String,
}

/// Who answered what before a written round closed; at a table that is for the minutes themselves to say.
pub fn answers<'a>(region: &Region, id: ItemId, item: &'a Item) -> Vec<Beantwoord<'a>> {
    let meeting = &region[id.meeting];
    // what parties answer is never public
    if region.public || !meeting.is_written() || !item.is_proposal() {
        return Vec::new();
    }
    let numbers = consultation::decisions(region, id);
    let los = !parts::is_whole(&numbers);
    let decisions = numbers.into_iter().map(|number| {
        let asked = &item.requested[number - 1];
        let answers = consultation::all_stands(region, id, number);
        let group = |stand: &Stand| {
            let parties = answers.iter().filter(|(_, known)| known == stand).map(|(party, _)| *party);
            let partijen = parts::names_on(region, &parties.collect::<Vec<_>>(), meeting.date.value)?;
            Some(Groep { antwoord: words::stand(*stand, item.treatment), partijen })
        };
        Beantwoord { nr: number, los, tekst: asked, groepen: words::STANDS.iter().filter_map(group).collect() }
    });
    decisions.collect()
}
