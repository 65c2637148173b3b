//! Shapes of texts, and the nearest name.

use crate::dossier::faults;
use crate::finding::Finding;
use crate::limits::{self, Limit};
use crate::source::Span;

use super::markdown::strange;

/// The name that the user probably meant: at most a third of its characters differ.
#[must_use]
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > limits::NAME.most() {
        return None;
    }
    let fold = |text: &str| text.to_lowercase().replace(['_', ' '], "-");
    let wanted = fold(name);
    names
        .map(|candidate| (strsim::damerau_levenshtein(&wanted, &fold(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().max(wanted.chars().count()) / 3)
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}

/// The fixed words that the user probably meant: those that hold all that was written, else the nearest.
pub(super) fn nearest_words<'a>(written: &str, words: &[&'a str]) -> Vec<&'a str> {
    let wanted = written.to_lowercase();
    let parts: Vec<&str> = wanted.split_whitespace().collect();
    let holds = |word: &&&str| parts.iter().all(|part| word.split(' ').any(|known| known == *part));
    let holding: Vec<&str> = words.iter().filter(|word| !parts.is_empty() && holds(word)).copied().collect();
    if holding.is_empty() { nearest(written, words.iter().copied()).into_iter().collect() } else { holding }
}

/// Lower-case letters, digits and single hyphens.
#[must_use]
pub fn is_kebab(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= limits::NAME.most() && text.split('-').all(part)
}

pub(super) fn not_kebab(name: &str, span: Span) -> Finding {
    if let Some(message) = limits::NAME.exceeded(name.len()) {
        return Finding::new(&faults::TOO_MUCH, span, message).hint("maak de naam korter");
    }
    let message = format!("De naam “{name}” kan hier niet staan.");
    Finding::new(&faults::WRONG_SHAPE, span, message)
        .hint("gebruik alleen kleine letters, cijfers en streepjes, bijvoorbeeld kaag-en-braassem")
}

/// Letters with a capital among them, and digits behind the first: `AO`, `Wsw`.
pub(super) fn is_abbreviation(text: &str) -> bool {
    let starts = text.starts_with(char::is_alphabetic) && text.chars().any(char::is_uppercase);
    starts && text.chars().all(char::is_alphanumeric) && text.len() <= limits::NAME.most()
}

pub(super) fn no_abbreviation(name: &str, span: Span) -> Finding {
    let message = format!("“{name}” is geen afkorting.");
    Finding::new(&faults::WRONG_SHAPE, span, message)
        .hint("gebruik letters, met minstens één hoofdletter, bijvoorbeeld: AO = \"ambtelijk overleg\"")
}

/// `#rrggbb`
pub(super) fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `14 dagen`, `1 dag`, `5 werkdagen`, `1 werkdag`: the number, and whether they are working days.
pub(super) fn term(text: &str) -> Option<(u16, bool)> {
    let (count, unit) = text.split_once(' ')?;
    let working = match unit.trim() {
        "dag" | "dagen" => false,
        "werkdag" | "werkdagen" => true,
        _ => return None,
    };
    count.parse().ok().filter(|count| *count <= 366).map(|count| (count, working))
}

pub(super) fn impossible_date(span: Span) -> Finding {
    Finding::new(&faults::IMPOSSIBLE_DATE, span, "Deze datum bestaat niet.").hint("kijk de dag en de maand na")
}

/// What is wrong with a text of one line: it is empty, has a line end, is too long, holds what cannot be seen.
#[must_use]
pub fn line_fault(text: &str, span: Span) -> Option<Finding> {
    if text.trim().is_empty() {
        return Some(empty(span));
    }
    if text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}']) {
        let message = "Deze tekst moet op één regel staan.";
        let hint = "haal de regeleinden weg; staat er \\n in een pad, schrijf dan /";
        return Some(Finding::new(&faults::LINE_BREAK, span, message).hint(hint));
    }
    too_long(&limits::LINE, text, span).or_else(|| Some(strange(text)?.of_field(span)))
}

pub(super) fn too_long(limit: &Limit, text: &str, span: Span) -> Option<Finding> {
    // a character has at least one byte: most texts need not be counted
    let message = (text.len() > limit.most()).then(|| limit.exceeded(text.chars().count()))??;
    Some(Finding::new(&faults::TOO_MUCH, span, message).hint("zet een lange tekst in een stuk"))
}

pub(super) fn empty(span: Span) -> Finding {
    Finding::new(&faults::EMPTY, span, "Hier staat een lege tekst.").hint("vul de tekst in of haal de sleutel weg")
}

/// Control characters, characters that turn the direction of text, and characters without a meaning of their own.
/// A character that cannot be seen, or that misleads: no text of a dossier may hold it.
#[must_use]
pub const fn is_strange(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffd}'
        | '\u{e0000}'..='\u{e0fff}'
        | '\u{f0000}'..='\u{10ffff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case() {
        let good = ["leiden", "kaag-en-braassem", "4a", "2025-10-09-regionaal-beraad"];
        let bad = ["", "-", "a-", "-a", "a--b", "Leiden", "a_b", "é", "a b", "a/b", ".."];
        assert_eq!(good.map(is_kebab), [true; 4]);
        assert_eq!(bad.map(is_kebab), [false; 11]);
    }

    #[test]
    fn terms_have_a_number_and_a_unit() {
        let read =
            ["14 dagen", "1 dag", "5 werkdagen", "0 dagen", "367 dagen", "dagen", "5", "-1 dagen", "5 weken"].map(term);
        let (days, working) = (|n| Some((n, false)), |n| Some((n, true)));
        assert_eq!(read, [days(14), days(1), working(5), days(0), None, None, None, None, None]);
    }

    #[test]
    fn nearest_gives_the_likely_name_only() {
        let names = ["titel", "toelichting", "kaag-en-braassem"];
        let near = |name| nearest(name, names.into_iter());
        assert_eq!(
            [near("titl"), near("Toelichtng"), near("kaag_en_brassem")],
            [Some(names[0]), Some(names[1]), Some(names[2])]
        );
        assert_eq!([near("x"), near("gevraagd"), near("")], [None, None, None]);
    }
}
