//! What the form of an own template lacks: it would come back without.

use crate::form::Choices;
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

/// What the text of a form lacks, of so many items and decisions with these choices: what an answer needs to come back.
/// Each by its name, in Dutch.
#[must_use]
pub fn lacking(text: &str, (items, decisions): (usize, usize), known: &Choices) -> Vec<String> {
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
    all.extend(choices(text, &page, decisions, known));
    all.extend(texts(&page));
    all
}

/// The choices of so many decisions: each once, with words by which an answer in a text is read.
fn choices(text: &str, page: &str, decisions: usize, known: &Choices) -> Vec<String> {
    let mut all = Vec::new();
    for role in [Role::Yes, Role::Reserved, Role::No, Role::MoreTime] {
        let Some(support) = role.support() else { continue };
        let count = page.matches(&format!(" value=\"{}\">", support.word())).count();
        let is_read = |line| known.meant(&role::without(line)) == Some(support);
        if count != decisions || !role::lines(text, role).all(is_read) {
            all.push(format!("bij een besluit de keuze {{.{}}}", role.word()));
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
    let numbered = |text: &str| text.split_whitespace().take(3).any(|word| word == "{nr}.");
    let asked = page.split("data-tekst=\"gevraagd\">").nth(1).and_then(|rest| rest.split('<').next());
    if !asked.is_some_and(numbered) {
        let what = "in de tekst `gevraagd` het nummer {nr} met een punt, na hooguit twee woorden";
        all.push(format!("{what}: zo leest beraad een antwoord in tekst"));
    }
    all
}
