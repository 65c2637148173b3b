//! An abbreviation is explained: by the dossier, or in brackets where it is used first.

use std::collections::BTreeSet;

use crate::check::{Found, scope::At, words};
use crate::model::{Item, Region, SeatHolder};
use crate::render::field;
use crate::source::Spanned;

/// What everybody knows.
const KNOWN: [&str; 6] = ["BTW", "EU", "NL", "OV", "PDF", "TV"];

/// Longer words in capitals are meant to be loud.
const LONGEST: usize = 6;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() || !at.is_coming() || at.region.covenant_broken {
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, item) in at.items() {
        for (text, said) in texts(item) {
            for (short, explained) in abbreviations(&said) {
                let first = seen.insert(short.to_owned());
                if !first || explained || is_known(at.region, short) {
                    continue;
                }
                let message = format!("Nergens staat wat {short} betekent.");
                let hint = format!(
                    "schrijf het de eerste keer voluit, met {short} tussen haakjes erachter, of zet in convenant.toml onder [begrippen]: {short} = \"…\""
                );
                found.at(text.span, message, hint).words(short).item(index);
            }
        }
    }
}

/// The texts of an item in the order of reading, each as it is read.
fn texts(item: &Item) -> Vec<(&Spanned<String>, String)> {
    let lines = std::iter::once(&item.title).chain(&item.requested).map(|text| (text, text.value.clone()));
    lines.chain(item.explanation.as_deref().map(|text| (text, field::plain(text)))).collect()
}

/// The abbreviations in a text, each with whether it is explained there: it stands in brackets, or brackets stand behind it.
fn abbreviations(text: &str) -> Vec<(&str, bool)> {
    let mut all = Vec::new();
    let mut rest = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = rest + text[rest..].find(word).unwrap_or(0);
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        rest = start + word.len();
        let is_part = before.ends_with(['/', '@', '.', '_', '&']) || after.starts_with(['/', '@', '_', '&']);
        let is_unit = before.strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
        if is_short(word) && !is_part && !is_unit {
            all.push((word, before.ends_with('(') && after.starts_with(')') || after.starts_with(" (")));
        }
    }
    all
}

fn is_short(word: &str) -> bool {
    let is_numeral = || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let length = word.chars().count();
    (2..=LONGEST).contains(&length) && word.chars().all(char::is_uppercase) && !is_numeral()
}

/// Whether it is explained for all papers, or a part of a name that stands in the dossier.
fn is_known(region: &Region, short: &str) -> bool {
    let is_in = |name: &str| words::alone(name, short).is_some();
    let former = |names: &[crate::model::FormerName]| names.iter().any(|former| is_in(&former.name));
    let parties = || region.parties.iter().any(|it| is_in(&it.name) || former(&it.former));
    let bodies = || region.bodies.iter().any(|it| is_in(&it.name) || former(&it.former));
    let seats = || region.seats.iter().any(|it| matches!(&it.holder, SeatHolder::Organisation(name) if is_in(name)));
    let explained = || region.covenant.abbreviations.iter().any(|one| one.short.value == short);
    KNOWN.contains(&short) || explained() || parties() || bodies() || seats()
}

#[cfg(test)]
mod tests {
    use super::abbreviations;

    #[test]
    fn what_is_an_abbreviation() {
        let of = |text| abbreviations(text);
        assert_eq!(of("Het Werkgeversservicepunt (WSP) en het WSP."), [("WSP", true), ("WSP", false)]);
        assert_eq!(of("De RMC (meld- en coördinatiefunctie)"), [("RMC", true)]);
        assert_eq!(of("Een RMC-plan"), [("RMC", false)]);
        let none = ["AM19", "Wsw", "II", "BELANGRIJK", "B&W", "stukken/RMC.md", "5 MW zon", ""];
        assert_eq!(none.map(|text| of(text).len()), [0; 8]);
    }
}
