//! A closed paper becomes public nowhere else, and no link makes a paper public of a body that publishes none.

use std::collections::BTreeMap;

use crate::check::Found;
use crate::check::scope::{Look, Part, Whole};
use crate::model::{ItemId, Meeting, Paper, PaperPlace, Publication, Region};
use crate::source::Span;

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let hidden = hidden(whole.region);
    let there = !hidden.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&hidden, part, found));
    there.then_some(look)
}

fn look(hidden: &BTreeMap<String, Span>, part: &Part<'_>, found: &mut Found) {
    let Some((id, meeting)) = part.meeting.filter(|(_, meeting)| !meeting.withheld) else { return };
    let papers = meeting.items.iter().enumerate().flat_map(|(at, item)| item.papers.iter().map(move |it| (at, it)));
    for (index, paper) in papers {
        let Some(closed) = place(meeting, paper).and_then(|place| hidden.get(&place)) else { continue };
        let message = "Dit stuk wordt hier openbaar, en is ergens anders niet openbaar.";
        let hint = "maak het hier ook besloten, of neem een stuk zonder wat besloten is";
        let more = found.at(paper.span, message, hint).key(key(paper));
        more.see(*closed, "hier is het niet openbaar").within(Some(id), Some(ItemId { meeting: id, index }));
    }
}

/// What is not public, by where it is: closed papers, and files of bodies that publish no papers. The same address may
/// stand in the agendas of two bodies, of which one publishes.
fn hidden(region: &Region) -> BTreeMap<String, Span> {
    let mut hidden = BTreeMap::new();
    for id in region.meeting_ids() {
        let meeting = &region[id];
        let published = region.publishes_its(meeting.body, Publication::Papers);
        for (at, item) in meeting.items.iter().enumerate() {
            for paper in &item.papers {
                let is_file = matches!(paper.place, PaperPlace::File(_));
                if (paper.closed || meeting.is_closed(at) || is_file && !published)
                    && let Some(place) = place(meeting, paper)
                {
                    hidden.entry(place).or_insert(paper.span);
                }
            }
        }
    }
    hidden
}

/// The file itself, whatever links lead to it, as a path from the dossier's folder; or the address.
fn place(meeting: &Meeting, paper: &Paper) -> Option<String> {
    match (&paper.linked_to, &paper.place) {
        (Some(file), _) => Some(file.clone()),
        (None, PaperPlace::File(path)) => Some(format!("{}/{path}", meeting.key)),
        (None, PaperPlace::Address(address)) => Some(address.clone()),
        _ => None,
    }
}

const fn key(paper: &Paper) -> &'static str {
    if matches!(paper.place, PaperPlace::Address(_)) { "adres" } else { "bestand" }
}
