//! Who answered what in a written round, for its minutes and decision list.

use serde::Serialize;

use super::{Scope, parts, words};
use crate::consultation::{self, Stand};
use crate::model::{Item, ItemId, PartyId, Region, Support};

/// Who answered what on a requested decision.
#[derive(Debug, Serialize)]
pub struct Beantwoord<'a> {
    nr: usize,
    /// Not all decisions before it are told: in a numbered list it would get another number.
    los: bool,
    tekst: &'a str,
    groepen: Vec<Groep<'a>>,
}

/// The parties that gave the same answer.
#[derive(Debug, Serialize)]
pub struct Groep<'a> {
    antwoord: &'static str,
    /// What was answered, where it was to an earlier text.
    eerder: Option<&'static str>,
    partijen: String,
    redenen: Vec<Reden<'a>>,
}

/// Why a party answered as it did, in its own words.
#[derive(Debug, Serialize)]
pub struct Reden<'a> {
    van: &'a str,
    tekst: &'a str,
}

/// Who answered what before a written round closed, or until now while it runs; `full` with why. At a
/// table that is for the minutes themselves to say.
pub fn answers<'a>(scope: &Scope<'a>, id: ItemId, item: &'a Item, full: bool) -> Vec<Beantwoord<'a>> {
    let region = scope.region;
    let meeting = &region[id.meeting];
    let over = meeting.is_over(scope.today);
    // what parties answer is never public
    if region.public || !meeting.is_written() || !item.is_proposal() {
        return Vec::new();
    }
    let numbers = consultation::decisions(region, id);
    let los = !parts::is_whole(&numbers);
    let decisions = numbers.into_iter().map(|number| {
        let asked = &item.requested[number - 1];
        let known = consultation::asked(region, id.meeting).into_iter().map(|one| {
            let (stand, newest) = consultation::standing(region, id, one.party, number);
            (one.party, stand, newest.filter(|newest| newest.stale).map(|newest| newest.answer.support))
        });
        let known: Vec<(PartyId, Stand, Option<Support>)> = known.collect();
        let group = |stand: Stand, earlier: Option<Support>| {
            let same = known.iter().filter(|(_, its, support)| (*its, *support) == (stand, earlier));
            let parties: Vec<PartyId> = same.map(|(party, ..)| *party).collect();
            let partijen = parts::names_on(region, &parties, meeting.date.value)?;
            let word = |stand| words::stand_on(stand, item.treatment, over);
            let eerder = earlier.map(|support| word(Stand::Answered(support)));
            let redenen = if full { reasons(region, id, number, &parties) } else { Vec::new() };
            Some(Groep { antwoord: word(stand), eerder, partijen, redenen })
        };
        let earlier = |stand| if stand == Stand::Stale { Support::ALL.map(Some).to_vec() } else { vec![None] };
        let all = words::STANDS.into_iter().flat_map(|stand| earlier(stand).into_iter().map(move |it| (stand, it)));
        Beantwoord { nr: number, los, tekst: asked, groepen: all.filter_map(|(stand, it)| group(stand, it)).collect() }
    });
    decisions.collect()
}

/// Why these parties answered as they did.
fn reasons<'a>(region: &'a Region, id: ItemId, number: usize, parties: &[PartyId]) -> Vec<Reden<'a>> {
    let day = region[id.meeting].date.value;
    let told = consultation::reasons(region, id, number).filter(|(party, _)| parties.contains(party));
    told.map(|(party, tekst)| Reden { van: region[party].name_on(day), tekst }).collect()
}
