//! A sentence that one can read aloud in one breath.

use super::sentences;
use crate::check::{Found, scope::At};

/// More words than this are too many.
const MOST: usize = 30;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() || !at.is_coming() {
        return;
    }
    for (index, item) in at.items() {
        for text in item.requested.iter().chain(item.explanation.as_deref()) {
            let all = sentences::of(text).into_iter().map(|sentence| (sentences::length(&sentence), sentence));
            let Some((length, sentence)) = all.filter(|(length, _)| *length > MOST).max_by_key(|(length, _)| *length)
            else {
                continue;
            };
            let start: Vec<&str> = sentence.split_whitespace().take(5).collect();
            let message = format!("De zin “{} …” heeft {length} woorden.", start.join(" "));
            let hint = format!("maak er meer zinnen van, van hoogstens {MOST} woorden");
            found.at(text.span, message, hint).item(index);
        }
    }
}
