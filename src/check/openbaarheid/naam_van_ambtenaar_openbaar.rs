//! Names of civil servants stay inside.

use crate::check::{Found, scope::Whole, words};

pub(in crate::check) fn run(whole: &Whole<'_>, found: &mut Found) {
    let view = whole.public_view();
    let hidden = whole.region.persons.iter().zip(&view.persons).filter(|(_, shown)| shown.name.is_empty());
    let names: Vec<&str> = hidden.map(|(person, _)| person.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    for public in whole.public_texts() {
        if let Some((name, range)) = names.iter().find_map(|name| Some((name, words::alone(public.text, name)?))) {
            let message = format!("De naam {name} staat in een tekst die openbaar wordt.");
            let hint = "noem de functie; namen van ambtenaren zijn niet openbaar";
            found.at(public.text.span, message, hint).words(&public.text[range]).within(public.meeting, public.item);
        }
    }
}
