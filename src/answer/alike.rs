//! Words compared as people see them. Programs set other quotation marks and dashes, capitals at the start of a line, and
//! leave marks where a word may be broken; numbers of items and days differ between a form and the form of now.

use super::lines::BOXES;
use crate::dutch::{DAYS, MONTHS};

/// A character as it is compared.
fn folded(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '´' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⁃' => '-',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Words without blanks, as they are compared.
pub(super) fn dense(words: &str) -> String {
    let seen = words.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}');
    let mut all = String::with_capacity(words.len());
    for c in seen {
        match BOXES.iter().find(|(glyph, _)| *glyph == c) {
            Some((_, ticked)) => all.push_str(if *ticked { "[x]" } else { "[]" }),
            None if c == '…' => all.push_str("..."),
            None => all.push(folded(c)),
        }
    }
    all
}

/// What stands behind some words; nothing when a text does not begin with them. Any number stands for any other.
pub(super) fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for word in words.split_whitespace() {
        rest = without_word(rest.trim_start(), word)?;
    }
    Some(rest)
}

fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    if is_number(word) {
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(text.len());
        return Some(&text[end..]).filter(|_| is_number(text));
    }
    let mut rest = text;
    for c in word.chars() {
        let mut chars = rest.chars();
        (folded(chars.next()?) == folded(c)).then_some(())?;
        rest = chars.as_str();
    }
    Some(rest)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether one begins with the other, or ends with it.
pub(super) fn is_part(words: &str, label: &str) -> bool {
    let (words, label) = (dense(&undated(words)), dense(&undated(label)));
    label.starts_with(&words) || label.ends_with(&words)
}

/// Words with a nought in the place of every number and name of a day or month: a letter names others when a meeting was
/// moved.
pub(super) fn undated(words: &str) -> String {
    let hole = |word: &str| {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation()).to_lowercase();
        bare.contains(|c: char| c.is_ascii_digit()) || DAYS.iter().chain(&MONTHS).any(|name| *name == bare)
    };
    let words = words.split_whitespace().map(|word| if hole(word) { "0" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// A line with a nought in the place of the number that it begins with: items get other numbers.
pub(super) fn unnumbered(words: &str) -> Option<String> {
    let (number, rest) = words.trim_start().split_once(' ')?;
    let rest = rest.trim();
    (is_number(number) && rest.contains(char::is_alphabetic)).then(|| format!("0 {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_as_people_see_them() {
        for (one, other) in [
            ("“Zo’n” – plan…", "\"zo'n\" - plan..."),
            ("In te\u{a0}stem\u{ad}men", "in te stemmen"),
            ("1\u{2011}2", "1-2"),
        ] {
            assert_eq!(dense(one), dense(other));
        }
        assert_ne!(dense("wel"), dense("niet"));
    }

    #[test]
    fn labels_are_known_with_another_number() {
        let label = "Inbreng bij punt 2 (mag leeg blijven)";
        for (text, rest) in [
            ("Inbreng bij punt 2 (mag leeg blijven): ja", Some(": ja")),
            ("inbreng bij\n\npunt 12a (mag\nleeg blijven)", Some("")),
            ("Inbreng bij punt twee (mag leeg blijven): ja", None),
            ("Inbreng bij punt 2", None),
        ] {
            assert_eq!(behind(text, label), rest, "{text}");
        }
        assert_eq!(undated("Antwoord: uiterlijk maandag 7 december 2026"), "Antwoord: uiterlijk 0 0 0 0");
        assert_eq!(unnumbered("2a. Begroting 2027").as_deref(), Some("0 Begroting 2027"));
        assert_eq!((unnumbered("2027"), unnumbered("Begroting 2027")), (None, None));
    }
}
