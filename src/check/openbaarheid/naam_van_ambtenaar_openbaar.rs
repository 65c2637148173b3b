//! Names of civil servants stay inside.

use super::as_read;
use crate::check::{Found, scope::Whole, words};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let view = whole.public_view();
    let hidden = whole.region.persons.iter().zip(&view.persons).filter(|(_, shown)| shown.name.is_empty());
    // of two people with one name nobody can tell which is meant
    let known = |name: &str| view.persons.iter().any(|shown| shown.name == name);
    let names: Vec<&str> = hidden.map(|(person, _)| person.name.as_str()).filter(|name| !known(name)).collect();
    if names.is_empty() {
        return;
    }
    for public in whole.public_texts() {
        let find = |text: &str| names.iter().find_map(|name| Some((*name, words::alone(text, name)?)));
        let typed = find(&public.words()).map(|(name, range)| (name, &public.text[range]));
        let Some((name, words)) =
            typed.or_else(|| as_read(&public).and_then(|text| find(&text)).map(|(name, _)| (name, "")))
        else {
            continue;
        };
        let message = format!("De naam {name} staat in een tekst die openbaar wordt.");
        let hint = "noem de functie; namen van ambtenaren zijn niet openbaar";
        found.at(public.span, message, hint).value(public.key).words(words).within(public.meeting, public.item);
    }
}
