//! Abbreviations: those that are in a paper are explained at its foot, as the words of others stay what they are.

use crate::model::Abbreviation;
use crate::paper::{Field, View};
use crate::render::escape::escape;

/// The text of a paper, with what its abbreviations stand for behind it.
pub(super) fn explained(mut text: String, view: &View, words: &str) -> String {
    let known: Vec<String> = view.abbreviations.iter().filter(|one| is_in(&text, view, &one.short)).map(said).collect();
    if known.is_empty() {
        return text;
    }
    text.truncate(text.trim_end().len());
    let has_foot = text.lines().any(|line| line == "---");
    text.push_str(if has_foot { "\n\n" } else { "\n\n---\n\n" });
    text.push_str(&words.replace("{lijst}", &known.join("; ")));
    text.push('\n');
    text
}

/// `AO, ambtelijk overleg`
fn said(one: &Abbreviation) -> String {
    let mut said = format!("{}, ", one.short.value);
    escape(&one.meaning, &mut said);
    said
}

/// Whether it is in what the template wrote, or in a field that stands there.
fn is_in(text: &str, view: &View, short: &str) -> bool {
    let placed = |at: usize| text.contains(&format!("{}{at}{}", Field::OPEN, Field::CLOSE));
    let in_fields = || view.fields.iter().enumerate().any(|(at, field)| has(field, short) && placed(at));
    has(text, short) || in_fields()
}

/// Whether a text has it as a word, outside the addresses of links.
fn has(text: &str, short: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '@'));
    text.match_indices(short).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + short.len()..]);
        let in_address = before.rfind("](").is_some_and(|open| !before[open..].contains(')'));
        !part(before.chars().next_back()) && !part(after.chars().next()) && !in_address
    })
}

#[cfg(test)]
mod tests {
    use super::has;

    #[test]
    fn an_abbreviation_is_a_word_of_its_own() {
        for text in ["AO", "het AO.", "(AO)", "AO-stuk", "*AO*", "[AO](a) b", "[x](y) AO"] {
            assert!(has(text, "AO"), "{text}");
        }
        for text in ["AOW", "CAO", "ao", "stukken/AO.md", "[x](AO.md)", "een_AO", ""] {
            assert!(!has(text, "AO"), "{text}");
        }
    }
}
