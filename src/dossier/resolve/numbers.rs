//! Numbers of items and papers, and start times: they follow from the files and are the same in every document.

use std::collections::{BTreeMap, BTreeSet};

use crate::dossier::faults;
use crate::finding::Finding;
use crate::model::{Item, Meeting, SendingKind, Treatment};
use crate::source::{Span, Spanned};

/// What an item says of its own number.
pub(super) struct Own {
    pub key: String,
    pub number: Option<Spanned<String>>,
    /// Where it says of which item it is a part.
    pub under: Option<Span>,
}

/// Numbers the items and puts them in order; gives the old place of every new place.
pub(super) fn number(meeting: &mut Meeting, own: &[Own], findings: &mut Vec<Finding>) -> Vec<usize> {
    freeze(meeting, findings);
    let sent = meeting.items.iter().any(|item| item.frozen);
    number_items(&mut meeting.items, sent);
    let mut wrong = BTreeSet::new();
    for (own, finding) in own.iter().filter_map(|own| Some((own, misnumbered(&meeting.items, own)?))) {
        wrong.insert(own.key.as_str());
        findings.push(finding);
    }
    duplicates(&meeting.items, &wrong, findings);
    let order = reorder(meeting);
    number_papers(&mut meeting.items);
    for at in (0..meeting.items.len()).filter(|at| meeting.is_closed(*at)).collect::<Vec<_>>() {
        meeting.items[at].papers.iter_mut().for_each(|paper| paper.closed = true);
    }
    meeting.set_starts();
    order
}

/// The first sending that names an item decides its number.
fn freeze(meeting: &mut Meeting, findings: &mut Vec<Finding>) {
    // a question does not say how an agenda was numbered
    let agendas = meeting.sendings.iter().filter(|it| matches!(it.kind, SendingKind::Agenda | SendingKind::Late));
    for (sending, sent) in agendas.flat_map(|sending| sending.items.iter().map(move |it| (sending, it))) {
        let item = &mut meeting.items[sent.item];
        if !item.frozen {
            item.frozen = true;
            item.number.clone_from(&sent.number);
        } else if item.number != sent.number {
            let message =
                format!("Punt {} ({}) heeft in deze zending nummer {}.", item.number, item.title.value, sent.number);
            let hint =
                format!("het is eerder verzonden met nummer {0}; schrijf hier ook nummer = \"{0}\"", item.number);
            findings.push(Finding::new(&faults::CONTRADICTION, sending.span, message).hint(hint));
        }
    }
}

/// A number that is not the one that was sent, or not one of a part of its item.
fn misnumbered(items: &[Item], own: &Own) -> Option<Finding> {
    let item = items.iter().find(|item| item.key == own.key)?;
    let number = own.number.as_ref().filter(|number| number.value != item.number || !item.frozen);
    if let Some(number) = number.filter(|_| item.frozen) {
        let message = format!("Dit punt is verzonden met nummer {}; dat ligt vast.", item.number);
        return Some(Finding::new(&faults::CONTRADICTION, number.span, message).hint("haal nummer weg"));
    }
    let front = &items[item.parent?].number;
    if item.number.strip_prefix(front.as_str()).is_some_and(|rest| rest.starts_with(|it: char| it.is_ascii_lowercase()))
    {
        return None;
    }
    Some(if let Some(number) = number {
        let message = format!("Een onderdeel van punt {front} kan niet nummer {} hebben.", item.number);
        let hint = format!("haal nummer weg, of schrijf {front} met een letter erachter: nummer = \"{front}a\"");
        Finding::new(&faults::CONTRADICTION, number.span, message).hint(hint)
    } else {
        let message = format!("Dit onderdeel is verzonden met nummer {}, en staat nu onder punt {front}.", item.number);
        let hint = "zet het terug waar het stond; of laat het vervallen, en maak onder dit punt een nieuw onderdeel";
        Finding::new(&faults::CONTRADICTION, own.under.unwrap_or(item.span), message).hint(hint)
    })
}

/// In the title of what closes a meeting.
const CLOSING: [&str; 5] = ["rondvraag", "sluiting", "ter tafel komt", "w.v.t.t.k", "volgende vergadering"];

/// The number of the item after which something new comes, where the meeting then still has to be closed: what was sent
/// keeps its number, so the new gets that one with a letter.
fn before_closing(items: &[Item]) -> Option<u32> {
    let sent = items.iter().filter(|item| item.frozen && item.parent.is_none());
    let mut sent: Vec<(u32, &Item)> = sent.filter_map(|item| Some((parts(&item.number)?.0, item))).collect();
    sent.sort_by_key(|(number, _)| *number);
    let last = sent.iter().rposition(|(_, item)| item.treatment != Treatment::Procedure);
    let procedure = &sent[last.map_or(0, |last| last + 1)..];
    let closing = procedure.iter().position(|(_, item)| closes(item))?;
    let before = sent.len() - procedure.len() + closing;
    Some(sent[before.checked_sub(1)?].0)
}

fn closes(item: &Item) -> bool {
    let title = item.title.value.to_lowercase();
    item.treatment == Treatment::Procedure && CLOSING.iter().any(|word| title.contains(word))
}

/// Numbers what is new, after sending: behind what there is to discuss.
fn number_late(items: &mut [Item], after: u32) {
    let mut taken: BTreeSet<String> = items.iter().map(|item| item.number.clone()).collect();
    for item in items.iter_mut().filter(|item| item.parent.is_none() && item.number.is_empty() && !closes(item)) {
        let numbers = (0..).map(|step| format!("{after}{}", letters(step)));
        item.number = numbers.into_iter().find(|number| !taken.contains(number)).unwrap_or_default();
        taken.insert(item.number.clone());
    }
}

/// Before sending the numbers follow the order of the file; after it, what is new comes last, but before the closing.
fn number_items(items: &mut [Item], sent: bool) {
    if let Some(after) = before_closing(items) {
        number_late(items, after);
    }
    let whole = items.iter().filter(|item| item.parent.is_none());
    let taken: BTreeSet<u32> = whole.filter_map(|item| parts(&item.number)).map(|(number, _)| number).collect();
    let mut next = if sent { taken.last().map_or(1, |last| last + 1) } else { 1 };
    for item in items.iter_mut().filter(|item| item.parent.is_none() && item.number.is_empty()) {
        while taken.contains(&next) {
            next += 1;
        }
        item.number = next.to_string();
        next += 1;
    }
    number_parts(items);
}

/// The parts of an item get the first letters that are free, each after those before it.
fn number_parts(items: &mut [Item]) {
    let taken: BTreeSet<String> = items.iter().map(|item| item.number.clone()).collect();
    let mut steps: BTreeMap<usize, std::ops::RangeFrom<usize>> = BTreeMap::new();
    for at in 0..items.len() {
        if let Some(parent) = items[at].parent
            && items[at].number.is_empty()
        {
            let front = items[parent].number.clone();
            let numbers = steps.entry(parent).or_insert(0..).map(|step| front.clone() + &letters(step));
            items[at].number = numbers.into_iter().find(|number| !taken.contains(number)).unwrap_or_default();
        }
    }
}

/// a … z, aa, ab, …
fn letters(step: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(step % 26).unwrap_or(0));
    let front = if step < 26 { String::new() } else { letters(step / 26 - 1) };
    front + &letter.to_string()
}

/// Numbers that stand twice; of one that is wrong by itself something was said.
fn duplicates(items: &[Item], wrong: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, &Item> = BTreeMap::new();
    for item in items.iter().filter(|item| !wrong.contains(item.key.as_str())) {
        if let Some(first) = seen.insert(&item.number, item) {
            let message = format!("Het nummer {} staat er twee keer.", item.number);
            let finding =
                Finding::new(&faults::DUPLICATE, item.span, message).label(first.span, "dit punt heeft het ook");
            findings.push(finding.hint("geef één van beide een ander nummer"));
        }
    }
}

/// `3a` as 3 and `a`.
pub(super) fn parts(number: &str) -> Option<(u32, &str)> {
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, letters) = number.split_at(digits);
    let number = digits.parse().ok().filter(|number| (1..=999).contains(number))?;
    letters.bytes().all(|byte| byte.is_ascii_lowercase()).then_some((number, letters))
}

fn reorder(meeting: &mut Meeting) -> Vec<usize> {
    let mut order: Vec<usize> = (0..meeting.items.len()).collect();
    let place = |item: &Item| {
        let (number, letters) = parts(&item.number).unwrap_or((u32::MAX, ""));
        (number, letters.len(), letters.to_owned())
    };
    // a part stands straight after its item, whatever came in between later
    order.sort_by_key(|at| {
        let item = &meeting.items[*at];
        let whole = item.parent.map_or(item, |parent| &meeting.items[parent]);
        (place(whole), item.parent.is_some(), place(item))
    });
    let mut places = order.clone();
    order.iter().zip(0..).for_each(|(old, new)| places[*old] = new);
    let place = |old: usize| places.get(old).copied().unwrap_or(old);
    for sent in meeting.sendings.iter_mut().flat_map(|sending| &mut sending.items) {
        sent.item = place(sent.item);
    }
    for guest in &mut meeting.invited {
        guest.at.iter_mut().for_each(|item| *item = place(*item));
    }
    let mut items: Vec<Option<Item>> = meeting.items.drain(..).map(Some).collect();
    meeting.items = order.iter().filter_map(|at| items[*at].take()).collect();
    for item in &mut meeting.items {
        item.parent = item.parent.map(place);
    }
    order
}

fn number_papers(items: &mut [Item]) {
    for item in items {
        for (paper, at) in item.papers.iter_mut().zip(1..) {
            paper.number = format!("{}.{at}", item.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 27, 52].map(letters), ["a", "z", "aa", "ab", "ba"]);
    }

    #[test]
    fn numbers_have_digits_and_letters() {
        assert_eq!(["3", "3a", "12ab"].map(parts), [Some((3, "")), Some((3, "a")), Some((12, "ab"))]);
        assert_eq!(["", "a", "0", "3A", "3.1", "1000", "99999999999"].map(parts), [None; 7]);
    }
}
