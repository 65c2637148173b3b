//! What the form of an own template lacks: it would come back without.

use crate::dutch;
use crate::form::CHOICES;
use crate::model::Support;
use crate::render::letter;
use crate::render::role::{self, Role};
use crate::word::Word as _;

/// The texts that a form shows on a screen.
const TEXTS: [&str; 21] = [
    "zonder-script",
    "met-script",
    "bewaren",
    "kopieren",
    "wissen",
    "kopie",
    "beantwoord",
    "alleen-inbreng",
    "besluit",
    "mist-keuze",
    "mist-reden",
    "mist-functie",
    "mist-afgestemd",
    "mist-een",
    "mist-meer",
    "gevraagd",
    "einde",
    "bewaard",
    "gekopieerd",
    "kopieer-zelf",
    "wis-alles",
];

/// What every form asks once, whatever its items: the id of the field and the mark.
const ONCE: [&str; 4] = ["algemeen", "door", "afgestemd", "datum"];

/// What the text of a form lacks, of so many items and decisions: what an answer needs to come back. Each by its name, in
/// Dutch.
#[must_use]
pub fn lacking(text: &str, (items, decisions): (usize, usize)) -> Vec<String> {
    let page = super::page(text, &[], &super::Frame::default());
    let count = |part: &str| page.matches(part).count();
    let mut all = Vec::new();
    let mut needs = |is_there: bool, what: &str| all.extend((!is_there).then(|| what.to_owned()));
    needs(text.contains("`#b:formulier:"), "het kenmerk #b:formulier");
    needs(text.contains("`#b:einde`"), "het kenmerk #b:einde");
    for name in ONCE {
        let what = format!("de regel om in te vullen met het kenmerk #b:{name}");
        needs(count(&format!(" id=\"{name}\"")) == 1, &what);
    }
    let asked = count("<fieldset class=\"besluit\"");
    needs(asked == decisions, "een gevraagd besluit met zijn kenmerk en zijn keuzes");
    let reasons = [text.matches("`#b:reden`").count(), count("-reden\" rows=\"2\"")];
    needs(reasons == [decisions; 2], "bij een besluit de regel om in te vullen met #b:reden");
    needs(count(" id=\"inbreng-") == items, "bij een punt de regel om in te vullen met zijn kenmerk");
    needs(!letter::is_ticked(text), letter::TICKED);
    all.extend(choices(text, &page, decisions));
    all.extend(texts(&page));
    all
}

/// The choices of so many decisions: each once, and called as an answer in a text is read.
fn choices(text: &str, page: &str, decisions: usize) -> Vec<String> {
    let mut all = Vec::new();
    for role in [Role::Yes, Role::Reserved, Role::No, Role::MoreTime] {
        let Some(support) = role.support() else { continue };
        if page.matches(&format!(" value=\"{}\">", support.word())).count() != decisions {
            all.push(format!("bij een besluit de keuze {{.{}}}", role.word()));
        }
        let called = CHOICES.iter().find(|(_, meant)| *meant == support).map_or("", |(said, _)| said);
        if role::lines(text, role).any(|line| choice(line) != Some(support)) {
            let (name, called) = (role.word(), dutch::capital(called));
            all.push(format!(
                "bij {{.{name}}} een keuze die begint met “{called}”: zo leest beraad een antwoord in tekst"
            ));
        }
    }
    all
}

/// The texts for the screen.
fn texts(page: &str) -> Vec<String> {
    let is_there = |name: &&str| {
        let open = format!("data-tekst=\"{name}\">");
        page.matches(&open).count() == 1 && !page.contains(&format!("{open}</span>"))
    };
    let lacks = TEXTS.iter().filter(|name| !is_there(name));
    let mut all: Vec<String> =
        lacks.map(|name| format!("de tekst `{name}` bij {{.{}}}", Role::Screen.word())).collect();
    if !page.contains("data-tekst=\"gevraagd\">Gevraagd {nr}.") {
        all.push("in de tekst `gevraagd` het begin “Gevraagd {nr}.”: zo leest beraad een antwoord in tekst".to_owned());
    }
    all
}

/// What the words of a choice mean where an answer comes back as text.
fn choice(line: &str) -> Option<Support> {
    let said = line.trim_start_matches([' ', '-', '[', ']']).to_lowercase();
    CHOICES.iter().find(|(words, _)| said.starts_with(words)).map(|(_, support)| *support)
}
