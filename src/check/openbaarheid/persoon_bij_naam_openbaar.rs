//! People who are not known as aldermen are named by their function.

use super::called::{called, surname};
use super::{Simple, as_read};
use crate::check::Found;
use crate::check::shown::{Look, Part, Whole};

#[expect(clippy::unnecessary_wraps, reason = "other rules of the family may have nothing to look for")]
pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let region = whole.region;
    // who signs for a municipality governs it; of the civil servants in the dossier another rule speaks
    let signers = region.parties.iter().filter_map(|party| party.signing.signatory.as_ref());
    let known = region.persons.iter().map(|person| &person.name).chain(signers);
    let known: Vec<String> = known.map(|name| surname(&Simple::of(name).text)).collect();
    Some(Box::new(move |part, found| look(&known, part, found)))
}

fn look(known: &[String], part: &Part<'_>, found: &mut Found) {
    for public in &part.texts {
        let unknown = |text: &str| called(text).find(|name| !known.contains(&surname(&text[name.clone()])));
        let apart = public.words();
        let typed = Simple::of(&apart);
        let there = unknown(&typed.text).map(|range| typed.typed(&range).to_owned());
        let read = || {
            let read = as_read(public)?;
            let simple = Simple::of(&read);
            unknown(&simple.text).map(|range| simple.text[range].to_owned())
        };
        let Some(name) = there.or_else(read) else { continue };
        let message = format!("“{name}” wordt bij naam genoemd in een tekst die openbaar wordt.");
        let hint =
            "noem de functie in plaats van de naam; is het een bestuurder, noem dan de functie erbij, zoals wethouder";
        let hint = part.mend(public, hint);
        found.at(public.span, message, hint).value(public.key).words(&name).within(public.meeting, public.item);
    }
}
