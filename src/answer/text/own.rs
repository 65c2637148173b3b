//! Marks that somebody wrote in words of their own. A form has each mark once; where one stands there again, the one beside
//! which the form has its label is that of the form. Where that does not tell, nobody knows whose words are whose.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::lines::{Line, tick};
use super::super::mark::Found;
use super::super::{Known, Mark};
use crate::answer::faults;
use crate::finding::Finding;
use crate::model::reply::{Field, Scope};
use crate::source::{FileId, Span};

/// Where a mark stands: the line, and which of the marks in it.
type Place = (usize, Found);

/// What a form has once: the kind of its mark, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Once {
    /// A field; and of the decision or the item that stands at this line, at this place in it.
    Field(Field, Option<(usize, usize)>),
    End,
    Everything,
    Decision(String, u16),
    Item(String),
}

/// Takes marks for words where they are no marks of the form, in the lines of one copy of it. Says of which nobody can tell.
pub(super) fn tame(file: FileId, lines: &mut [Line], known: &Known) -> Vec<Finding> {
    tame_headings(lines, known);
    let mut findings = Vec::new();
    // a reason and a box belong to what stands above them
    for about in [false, true] {
        for (once, places) in marks(lines) {
            if matches!(once, Once::Field(_, Some(_))) == about && places.len() > 1 {
                findings.extend(tame_all_but_one(file, lines, &places, known));
            }
        }
    }
    findings
}

/// The marks of a copy, by what a form has once, until its end.
fn marks(lines: &[Line]) -> BTreeMap<Once, Vec<Place>> {
    let mut all: BTreeMap<Once, Vec<Place>> = BTreeMap::new();
    let (mut decision, mut item) = ((0, 0), (0, 0));
    for (at, line) in lines.iter().enumerate() {
        for found in line.marks() {
            let once = match &found.mark {
                Some(Mark::Decision { item, number, .. }) => {
                    decision = (at, found.range.start);
                    Once::Decision(item.clone(), *number)
                }
                Some(Mark::Item { item: key, .. }) => {
                    item = (at, found.range.start);
                    Once::Item(key.clone())
                }
                Some(Mark::Field(field)) => {
                    let about = match field.scope() {
                        Scope::Whole => None,
                        Scope::Item => Some(item),
                        Scope::Decision => Some(decision),
                    };
                    Once::Field(*field, about)
                }
                Some(Mark::Everything) => Once::Everything,
                Some(Mark::End) => Once::End,
                Some(Mark::Form { .. } | Mark::Onward) | None => continue,
            };
            all.entry(once).or_default().push((at, found));
        }
    }
    all
}

fn tame_all_but_one(file: FileId, lines: &mut [Line], places: &[Place], known: &Known) -> Option<Finding> {
    let labelled: Vec<&Place> = places.iter().filter(|place| is_labelled(lines, place, known)).collect();
    if let [own] = labelled.as_slice() {
        let others: Vec<(usize, Range<usize>)> =
            places.iter().filter(|place| place != own).map(|(at, found)| (*at, found.range.clone())).collect();
        for (at, range) in others {
            lines[at].tame(range);
        }
        return None;
    }
    let [(first, found), (second, _), ..] = places else { return None };
    let mark = &lines[*first].said[found.range.clone()];
    let message = format!("Het kenmerk {mark} staat hier twee keer: niet te zien is welke tekst bij welk vak hoort.");
    let hint = "zet in de woorden van de afzender een spatie achter het # (zo: # b:), of haal weg wat dubbel is, en neem het \
                bestand opnieuw over";
    let span = |at: usize| Span::new(file, &lines[at].range);
    Some(Finding::new(&faults::UNCLEAR, span(*second), message).label(span(*first), "hier staat het ook").hint(hint))
}

/// Whether the form says something beside a mark that it says there and nowhere else.
fn is_labelled(lines: &[Line], (at, found): &Place, known: &Known) -> bool {
    let line = &lines[*at];
    let (before, after) = line.around(&found.range);
    let below = below(&lines[at + 1..]);
    let is_box = |words: &str| tick(words).is_some();
    match &found.mark {
        Some(Mark::Decision { .. }) => below.iter().any(|words| is_box(words)),
        Some(mark) if mark.is_of_box() => {
            is_box(&before) || is_box(&after) || after.is_empty() && below.first().is_some_and(|words| is_box(words))
        }
        Some(Mark::End) => {
            let says = |words: &str| !words.is_empty() && known.is_label(words);
            says(before.trim_end_matches('.')) || says(after.trim_start_matches(':').trim_end_matches('.'))
        }
        Some(mark) => {
            let Some(kind) = mark.field() else { return false };
            let words: Vec<&str> = std::iter::once(after.as_str()).chain(below.into_iter().take(3)).collect();
            let above = lines[..*at].iter().rev().take_while(|it| it.mark().is_none()).filter(|it| !it.said.is_empty());
            let mut above: Vec<&str> = above.take(2).map(|it| it.said.as_str()).collect();
            above.reverse();
            above.push(&before);
            known.behind_label(kind, &words.join("\n")).is_some()
                || after.starts_with(':') && known.ends_in_label(kind, &above.join(" "))
        }
        None => false,
    }
}

/// The lines until the next mark, with what stands before that.
fn below(lines: &[Line]) -> Vec<&str> {
    let mut all = Vec::new();
    for line in lines {
        let mark = line.mark();
        let end = mark.as_ref().map_or(line.said.len(), |found| found.range.start);
        all.extend(Some(line.said[..end].trim()).filter(|words| !words.is_empty()));
        if mark.is_some() {
            break;
        }
    }
    all
}

/// Headings have a mark where the form goes on: one beside other words is no heading.
fn tame_headings(lines: &mut [Line], known: &Known) {
    for line in lines {
        let onward = line.marks().into_iter().filter(|found| found.mark == Some(Mark::Onward));
        for found in onward.collect::<Vec<_>>() {
            let (before, after) = line.around(&found.range);
            if !known.is_empty() && [before, after].iter().any(|words| !known.is_heading(words)) {
                line.tame(found.range);
            }
        }
    }
}
