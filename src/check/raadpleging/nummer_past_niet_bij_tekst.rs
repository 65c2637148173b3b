//! The number of an answer is that of its text.

use crate::check::{Found, scope::At};
use crate::consultation::{newest, same_text};
use crate::model::{Answer, AnswerItem, Item, PartyId};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for reply in at.meeting.replies.iter().filter(|_| !at.meeting.broken) {
        for said in &reply.items {
            for answer in &said.answers {
                if let Some((message, hint)) = misfit(at, reply.party, said, answer) {
                    found.at(answer.span, message, hint).key("nr").item(said.item);
                }
            }
        }
    }
}

/// What is wrong, and how to mend it. Of a text that is asked nowhere, under a number that is, another rule speaks.
fn misfit(at: &At<'_>, party: PartyId, said: &AnswerItem, answer: &Answer) -> Option<(String, String)> {
    let item = &at.meeting.items[said.item];
    let (name, number, point) = (at.name(party), usize::from(answer.number), &item.number);
    let Some(place) = place(item, answer) else {
        // an item that asks for nothing any more says so itself, and after the meeting nothing can be mended
        let beyond = number > item.requested.len() && !item.requested.is_empty() && at.is_coming();
        let message = format!("{name} antwoordt op besluit {number} van punt {point}; dat wordt niet gevraagd.");
        let hint = "kijk nr en tekst na; is dit besluit later vervallen, laat het antwoord dan staan";
        return beyond.then(|| (message, hint.to_owned()));
    };
    if place == number {
        return None;
    }
    let message = format!("Dit antwoord van {name} heeft nr {number}; de tekst is die van besluit {place} van punt {point}.");
    let counting = newest(at.region, at.item_id(said.item), party, place)?;
    if std::ptr::eq(counting.answer, answer) {
        let hint = format!("de tekst telt: dit is het antwoord op besluit {place}; klopt dat niet, verander dan de tekst");
        return Some((message, hint));
    }
    // a newer answer has taken its place
    std::ptr::eq(counting.item, said).then(|| (message, format!("het telt niet: op besluit {place} staat hier al een antwoord")))
}

/// The number that the text of an answer has now: its own, or another.
fn place(item: &Item, answer: &Answer) -> Option<usize> {
    let is_asked = |number: &usize| item.requested.get(number - 1).is_some_and(|asked| same_text(asked, &answer.text));
    Some(usize::from(answer.number)).filter(is_asked).or_else(|| (1..=item.requested.len()).find(is_asked))
}
