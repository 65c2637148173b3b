//! Names of civil servants stay inside.

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
        let text = public.words();
        if let Some((name, range)) = names.iter().find_map(|name| Some((name, words::alone(&text, name)?))) {
            let message = format!("De naam {name} staat in een tekst die openbaar wordt.");
            let hint = "noem de functie; namen van ambtenaren zijn niet openbaar";
            let more = found.at(public.span, message, hint).value(public.key).words(&public.text[range]);
            more.within(public.meeting, public.item);
        }
    }
}
