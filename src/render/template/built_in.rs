//! The templates that are in the program, and which of them a document needs.

use std::sync::LazyLock;

use crate::paper;

/// The prefix under which the built-in templates are known.
pub const PREFIX: &str = "ingebouwd/";

/// The built-in templates by the name of their file, each with its text.
pub static BUILT_IN: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let mut all: Vec<_> = paper::templates().collect();
    all.sort_unstable();
    all
});

/// The names of the templates of these documents and of all that they name between quotes, however far down.
pub(super) fn needed<'a>(documents: &[&str], overrides: &'a [(String, String)]) -> Vec<&'a str> {
    let own = overrides.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let all: Vec<(&str, &str)> = BUILT_IN.iter().copied().chain(own).collect();
    let is_document =
        |name: &str| documents.iter().any(|document| name.rsplit_once('.').map(|(stem, _)| stem) == Some(document));
    let mut needed: Vec<&str> = all.iter().map(|(name, _)| *name).filter(|name| is_document(name)).collect();
    needed.sort_unstable();
    needed.dedup();
    let mut next = 0;
    while let Some(&name) = needed.get(next) {
        for (_, text) in all.iter().filter(|(other, _)| *other == name) {
            let named = text.split(['"', '\'']).map(|part| part.strip_prefix(PREFIX).unwrap_or(part));
            let known = named.filter_map(|part| all.iter().map(|(name, _)| *name).find(|name| *name == part));
            for name in known {
                if !needed.contains(&name) {
                    needed.push(name);
                }
            }
        }
        next += 1;
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::{needed, paper};
    use crate::render::template::Templates;

    #[test]
    fn a_document_loads_what_it_needs_and_no_more() {
        let own = [("agenda.md".to_owned(), "{% extends 'ingebouwd/agenda.md' %}".to_owned())];
        let mut names = needed(&["agenda"], &own);
        names.sort_unstable();
        let parts =
            ["citaat", "concept", "meldingen", "nog-open", "stukken", "telt-niet", "verslagen", "voet", "volgende"];
        let parts: Vec<String> = parts.iter().map(|part| format!("deel-{part}.md")).collect();
        let letter = ["brief-melding.txt", "brief-stukken.txt", "brief-vergadering.txt", "brief.txt"];
        assert_eq!(names[..3], ["agenda-punt.md", "agenda.md", "agenda.txt"]);
        assert_eq!(names[3..7], letter);
        assert_eq!(names[7..], parts);
        for document in &paper::DOCUMENTS {
            assert!(Templates::load_for(&[document.name], &own).is_ok(), "{}", document.name);
        }
    }
}
