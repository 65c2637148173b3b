//! A closed paper becomes public nowhere else, and no link makes a paper public of a body that publishes none.

use std::collections::BTreeMap;

use crate::check::Found;
use crate::check::shown::{Look, Part, Whole};
use crate::link;
use crate::model::texts::TextKind;
use crate::model::{ItemId, Meeting, Paper, PaperPlace, Publication, Region};
use crate::source::Span;

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let hidden = hidden(whole.region);
    let there = !hidden.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&hidden, part, found));
    there.then_some(look)
}

fn look(hidden: &BTreeMap<String, Span>, part: &Part<'_>, found: &mut Found) {
    let_no_text_lead_there(hidden, part, found);
    let_no_paper_name_it(hidden, part, found);
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

/// A link in a text leads to a paper as well as one beside it.
fn let_no_text_lead_there(hidden: &BTreeMap<String, Span>, part: &Part<'_>, found: &mut Found) {
    for public in part.texts.iter().filter(|public| public.kind != TextKind::Address) {
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | '\'');
        let addresses = public.text.split(ends).filter(|word| word.contains("://"));
        let mut closed = addresses.filter_map(|word| {
            Some((word, hidden.get(&plain(word.trim_end_matches(['.', ',', ';', ':', '!', '?'])))?))
        });
        let Some((word, closed)) = closed.next() else { continue };
        let message = "Deze tekst wordt openbaar, en wijst naar een stuk dat ergens anders niet openbaar is.";
        let hint = "haal het adres weg, of neem een stuk zonder wat besloten is";
        let more = found.at(public.span, message, part.mend(public, hint)).value(public.key).words(word);
        more.see(*closed, "hier is het niet openbaar").within(public.meeting, public.item);
    }
}

/// A paper that everybody may read says nothing of a file that nobody may see, for its name may tell what it is about.
fn let_no_paper_name_it(hidden: &BTreeMap<String, Span>, part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let Some(paper) = part.papers.get(&public.span.file) else { continue };
        let closed = files(public.text).find_map(|word| Some((word, hidden.get(&link::beside(paper, word)?)?)));
        let Some((word, closed)) = closed else { continue };
        let message = "Dit stuk wordt openbaar, en noemt een bestand dat niet openbaar is.";
        let hint = "haal de naam van het bestand weg, of maak dit stuk ook besloten";
        let more = found.at(public.span, message, hint).words(word);
        more.see(*closed, "dit bestand is niet openbaar").within(public.meeting, public.item);
    }
}

/// The words of a text that may be the name of a file.
fn files(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | '\'' | '`' | '|');
    let bare = |word: &'_ str| word.trim_matches(['*', '_', '.', ',', ';', ':', '!', '?']).len();
    let words = text.split(ends).filter(move |word| word.contains('.') && bare(word) > 0);
    words.flat_map(|word| [word, word.trim_matches(['*', '_', ',', ';', ':', '!', '?']).trim_end_matches('.')])
}

/// An address without what leads to the same paper: a place within it, capitals in the name of the site, a sign at its end.
fn plain(address: &str) -> String {
    let whole = address.split('#').next().unwrap_or_default();
    let path = whole.find("://").and_then(|at| Some(at + 3 + whole[at + 3..].find(['/', '?'])?)).unwrap_or(whole.len());
    let (site, path) = whole.split_at(path);
    format!("{}{}", site.to_lowercase(), path.trim_end_matches('/'))
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
        (None, PaperPlace::Address(address)) => Some(plain(address)),
        _ => None,
    }
}

const fn key(paper: &Paper) -> &'static str {
    if matches!(paper.place, PaperPlace::Address(_)) { "adres" } else { "bestand" }
}
