//! What a closed item is called is said nowhere else.

use super::as_read;
use crate::check::{Found, scope::Whole, words};

/// Shorter titles are ordinary words.
const SHORTEST: usize = 8;

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let closed = whole.region.meetings.iter().flat_map(|meeting| {
        meeting.items.iter().enumerate().filter(|(at, _)| meeting.is_closed(*at)).map(|(_, item)| item)
    });
    let closed: Vec<_> = closed.filter(|item| item.title.chars().count() >= SHORTEST).collect();
    if closed.is_empty() {
        return;
    }
    for public in whole.public_texts() {
        let named = |text: &str| closed.iter().find_map(|item| Some((*item, words::alone(text, &item.title)?)));
        let typed = named(&public.words()).map(|(item, range)| (item, &public.text[range]));
        let read = || as_read(&public).and_then(|text| named(&text)).map(|(item, _)| (item, ""));
        if let Some((item, words)) = typed.or_else(read) {
            let message = "De titel van een besloten punt staat in een tekst die openbaar wordt.";
            let hint = "haal de titel hier weg, of maak dit punt ook besloten";
            let more = found.at(public.span, message, hint).value(public.key).words(words);
            more.see(item.span, "dit punt is besloten").within(public.meeting, public.item);
        }
    }
}
