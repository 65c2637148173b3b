//! The templates that are in the program, and which of them a document needs.

/// The prefix under which the built-in templates are known.
pub const PREFIX: &str = "ingebouwd/";

macro_rules! built_in {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../../../templates/", $name)))),*] };
}

/// The built-in templates: file name and text.
pub static BUILT_IN: [(&str, &str); 28] = built_in![
    "acties.md",
    "agenda.md",
    "agenda-punt.md",
    "besluitenlijst.md",
    "deel-aanwezig.md",
    "deel-citaat.md",
    "deel-concept.md",
    "deel-meldingen.md",
    "deel-stap.md",
    "deel-stukken.md",
    "deel-telt-niet.md",
    "deel-terugkomst.md",
    "deel-uitslag.md",
    "deel-volgende.md",
    "deel-voet.md",
    "inhoud.md",
    "oplegger.md",
    "raadpleging.md",
    "raadpleging.txt",
    "raadpleging-punt.md",
    "samenstelling.md",
    "spreeknotitie.md",
    "stand.md",
    "terugkoppeling.md",
    "terugkoppeling-kort.md",
    "terugkoppeling-punt.md",
    "verslag.md",
    "woorden.md",
];

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
    use super::needed;
    use crate::render::template::Templates;

    #[test]
    fn a_document_loads_what_it_needs_and_no_more() {
        let own = [("agenda.md".to_owned(), "{% extends 'ingebouwd/agenda.md' %}".to_owned())];
        let mut names = needed(&["agenda"], &own);
        names.sort_unstable();
        let parts = ["citaat", "concept", "meldingen", "stukken", "telt-niet", "voet", "volgende"];
        let parts: Vec<String> = parts.iter().map(|part| format!("deel-{part}.md")).collect();
        assert_eq!(names[..2], ["agenda-punt.md", "agenda.md"]);
        assert_eq!(names[2..], parts);
        for document in &crate::document::DOCUMENTS {
            assert!(Templates::load_for(&[document.name], &own).is_ok(), "{}", document.name);
        }
    }
}
