//! Names of civil servants stay inside.

use super::as_read;
use crate::check::scope::{Look, Part, Whole};
use crate::check::{Found, words};

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let view = whole.public_frame();
    let hidden = whole.region.persons.iter().zip(&view.persons).filter(|(_, shown)| shown.name.is_empty());
    // of two people with one name nobody can tell which is meant
    let known = |name: &str| view.persons.iter().any(|shown| shown.name == name);
    let names: Vec<&str> = hidden.map(|(person, _)| person.name.as_str()).filter(|name| !known(name)).collect();
    let there = !names.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&names, part, found));
    there.then_some(look)
}

fn look(names: &[&str], part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let find = |text: &str| names.iter().find_map(|name| Some((*name, words::alone(text, name)?)));
        let typed = find(&public.words()).map(|(name, range)| (name, &public.text[range]));
        let Some((name, words)) =
            typed.or_else(|| as_read(public).and_then(|text| find(&text)).map(|(name, _)| (name, "")))
        else {
            continue;
        };
        let message = format!("De naam {name} staat in een tekst die openbaar wordt.");
        let hint = "noem de functie; namen van ambtenaren zijn niet openbaar";
        found.at(public.span, message, hint).value(public.key).words(words).within(public.meeting, public.item);
    }
}
