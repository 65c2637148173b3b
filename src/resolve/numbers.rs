//! Numbers of items and papers, and start times: they follow from the files and are the same in every document.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, dossier};
use crate::model::{Item, Meeting};

/// Numbers the items and puts them in order; gives the old place of every new place.
pub(super) fn number(meeting: &mut Meeting, findings: &mut Vec<Finding>) -> Vec<usize> {
    freeze(meeting);
    let sent = meeting.items.iter().any(|item| item.frozen);
    number_items(&mut meeting.items, sent);
    duplicates(&meeting.items, findings);
    let order = reorder(meeting);
    number_papers(&mut meeting.items);
    start_times(meeting);
    order
}

/// The first sending that names an item decides its number.
fn freeze(meeting: &mut Meeting) {
    for sent in meeting.sendings.iter().flat_map(|sending| &sending.items) {
        let item = &mut meeting.items[sent.item];
        if !item.frozen {
            item.frozen = true;
            item.number.clone_from(&sent.number);
        }
    }
}

/// Before sending the numbers follow the order of the file; after it, what is new comes last.
fn number_items(items: &mut [Item], sent: bool) {
    let taken: BTreeSet<u32> = items.iter().filter_map(|item| parts(&item.number)).map(|(number, _)| number).collect();
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

fn duplicates(items: &[Item], findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&str, &Item> = BTreeMap::new();
    for item in items {
        if let Some(first) = seen.insert(&item.number, item) {
            let message = format!("Het nummer {} staat er twee keer.", item.number);
            let finding =
                Finding::new(&dossier::DUPLICATE, item.span, message).label(first.span, "dit punt heeft het ook");
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
    order.sort_by_key(|at| {
        let (number, letters) = parts(&meeting.items[*at].number).unwrap_or((u32::MAX, ""));
        (number, letters.len(), letters.to_owned())
    });
    let mut places = order.clone();
    order.iter().zip(0..).for_each(|(old, new)| places[*old] = new);
    let place = |old: usize| places.get(old).copied().unwrap_or(old);
    for sent in meeting.sendings.iter_mut().flat_map(|sending| &mut sending.items) {
        sent.item = place(sent.item);
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

/// As far as the durations are known; what was withdrawn takes no time.
fn start_times(meeting: &mut Meeting) {
    let mut now = meeting.begin;
    for item in meeting.items.iter_mut().filter(|item| item.cancelled.is_none()) {
        item.start = now;
        let length = item.duration.map(|minutes| chrono::Duration::minutes(i64::from(minutes)));
        now = now.zip(length).and_then(|(time, length)| {
            let (end, days) = time.overflowing_add_signed(length);
            (days == 0).then_some(end)
        });
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
