//! What a closed item is called is said nowhere else.

use std::borrow::Cow;

use super::{Simple, as_read};
use crate::check::shown::{Look, Part, Whole};
use crate::check::words::Said;
use crate::check::{Found, words};
use crate::model::Item;

/// Shorter titles are ordinary words.
const SHORTEST: usize = 8;

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let closed = whole.region.meetings.iter().flat_map(|meeting| {
        meeting.items.iter().enumerate().filter(|(at, _)| meeting.is_closed(*at)).map(|(_, item)| item)
    });
    let closed = closed.filter(|item| item.title.chars().count() >= SHORTEST).map(|item| {
        let title = Simple::of(&item.title).text;
        Title { item, last: words::last(&title), words: title }
    });
    let closed: Vec<_> = closed.collect();
    let there = !closed.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&closed, part, found));
    there.then_some(look)
}

/// What a closed item is called, with the last word of it.
struct Title<'a> {
    item: &'a Item,
    words: Cow<'a, str>,
    last: String,
}

fn look(closed: &[Title<'_>], part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let named = |text: &str| {
            let said = Said::of(text);
            let mut may = closed.iter().filter(|it| said.may_hold(&it.last));
            may.find_map(|it| Some((it.item, words::alone(text, &it.words)?)))
        };
        let apart = public.words();
        let simple = Simple::of(&apart);
        let typed = named(&simple.text).map(|(item, range)| (item, simple.typed(&range)));
        let read = || named(&Simple::of(&as_read(public)?).text).map(|(item, _)| (item, ""));
        if let Some((item, words)) = typed.or_else(read) {
            let message = "De titel van een besloten punt staat in een tekst die openbaar wordt.";
            let hint = "haal de titel hier weg, of maak dit punt ook besloten";
            let more = found.at(public.span, message, part.mend(public, hint)).value(public.key).words(words);
            more.see(item.span, "dit punt is besloten").within(public.meeting, public.item);
        }
    }
}
