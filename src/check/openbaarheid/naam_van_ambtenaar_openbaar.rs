//! Names of civil servants stay inside.

use std::collections::HashSet;

use super::{Simple, as_read};
use crate::check::shown::{Look, Part, Whole};
use crate::check::words::Said;
use crate::check::{Found, words};

/// How one speaks of somebody without the first name.
const ADDRESSES: [&str; 6] = ["mevrouw", "mevr.", "mw.", "meneer", "heer", "dhr."];

pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let view = whole.public_frame();
    let hidden = whole.region.persons.iter().zip(&view.persons).filter(|(_, shown)| shown.name.is_empty());
    // of two people with one name nobody can tell which is meant
    let known: HashSet<String> = view.persons.iter().flat_map(|shown| forms(&shown.name)).collect();
    let names = hidden.flat_map(|(person, _)| forms(&person.name).into_iter().map(|form| (person.name.as_str(), form)));
    let names = names.filter(|(_, form)| !known.contains(form));
    let names: Vec<Form<'a>> = names.map(|(name, form)| Form { name, last: words::last(&form), words: form }).collect();
    let there = !names.is_empty();
    let look: Look<'a> = Box::new(move |part, found| look(&names, part, found));
    there.then_some(look)
}

/// One way to write the name of somebody, with the last word of it.
struct Form<'a> {
    name: &'a str,
    words: String,
    last: String,
}

/// A name as it may be written: `Jan van Dam`, `J. van Dam`, `dhr. van Dam`, `Van Dam, Jan` and `Dam, Jan van`, or with no space seen.
fn forms(name: &str) -> Vec<String> {
    let name = Simple::of(name).text.trim().to_owned();
    let mut forms = Vec::new();
    if let Some((first, family)) = name.split_once(char::is_whitespace) {
        let family = family.trim_start();
        forms.extend(ADDRESSES.map(|address| format!("{address} {family}")));
        forms.extend([format!("{family}, {first}"), format!("{first}-{family}"), format!("{first}{family}")]);
        if let Some((between, last)) = family.rsplit_once(char::is_whitespace) {
            forms.push(format!("{last}, {first} {between}"));
        }
        if let Some(letter) = first.chars().next().filter(|c| c.is_alphabetic()) {
            forms.extend([format!("{letter}. {family}"), format!("{letter}.{family}"), format!("{family}, {letter}.")]);
        }
    }
    forms.insert(0, name);
    forms
}

fn look(names: &[Form<'_>], part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let find = |text: &str| {
            let said = Said::of(text);
            let mut may = names.iter().filter(|it| said.may_hold(&it.last));
            may.find_map(|it| Some((it.name, words::alone(text, &it.words)?)))
        };
        let apart = public.words();
        let typed = Simple::of(&apart);
        let there = find(&typed.text).map(|(name, range)| (name, typed.typed(&range).to_owned()));
        let read = || {
            let read = as_read(public)?;
            let simple = Simple::of(&read);
            find(&simple.text).map(|(name, range)| (name, simple.text[range].to_owned()))
        };
        let Some((name, words)) = there.or_else(read) else { continue };
        let (message, hint) = told(name, &words);
        let more = found.at(public.span, message, part.mend(public, hint)).value(public.key);
        more.words(&words).within(public.meeting, public.item);
    }
}

/// What is wrong, and what to do: behind a form of address may be somebody else of that name.
fn told(name: &str, words: &str) -> (String, &'static str) {
    if ADDRESSES.iter().any(|address| words::start(words, address).is_some_and(|range| range.start == 0)) {
        let message = format!("“{words}” staat in een tekst die openbaar wordt, en {name} is geen bestuurder.");
        return (message, "noem de functie; gaat het om iemand anders, leg dat dan met een [[uitzondering]] vast");
    }
    let message = format!("De naam {name} staat in een tekst die openbaar wordt.");
    (message, "noem de functie; namen van ambtenaren zijn niet openbaar")
}

#[cfg(test)]
mod tests {
    use super::{ADDRESSES, forms};

    #[test]
    fn a_name_has_more_than_one_form() {
        let addressed = ADDRESSES.map(|address| format!("{address} van Dam"));
        let written =
            ["van Dam, Jan", "Jan-van Dam", "Janvan Dam", "Dam, Jan van", "J. van Dam", "J.van Dam", "van Dam, J."];
        let all = ["Jan van Dam"].into_iter().chain(addressed.iter().map(String::as_str)).chain(written);
        assert_eq!(forms("Jan van Dam"), all.collect::<Vec<_>>());
        assert_eq!(forms("Plan"), ["Plan"]);
    }
}
