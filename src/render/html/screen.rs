//! What a form shows on a screen alone: words of its template, around what is filled in.

use comrak::nodes::{AstNode, Node, NodeValue as V};

use super::marks::trim_start;
use super::text;
use super::writer::Writer;
use crate::dutch;
use crate::form::CHOICES;
use crate::model::Support;
use crate::render::letter;
use crate::render::role::{self, Role, Roles};
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
    let mut needs = |is_there: bool, what: String| all.extend((!is_there).then_some(what));
    needs(text.contains("`#b:formulier:"), "het kenmerk #b:formulier".to_owned());
    needs(text.contains("`#b:einde`"), "het kenmerk #b:einde".to_owned());
    for name in ONCE {
        needs(count(&format!(" id=\"{name}\"")) == 1, format!("de regel om in te vullen met het kenmerk #b:{name}"));
    }
    needs(
        count("<fieldset class=\"besluit\"") == decisions,
        "een gevraagd besluit met zijn kenmerk en zijn keuzes".to_owned(),
    );
    for role in [Role::Yes, Role::Reserved, Role::No, Role::MoreTime] {
        let value = role.support().map_or("", Support::word);
        let are_there = count(&format!(" value=\"{value}\">")) == decisions;
        needs(are_there, format!("bij een besluit de keuze {{.{}}}", role.word()));
        let misnamed = role::lines(text, role).any(|line| choice(line) != role.support());
        let called = CHOICES.iter().find(|(_, support)| Some(*support) == role.support()).map_or("", |(said, _)| said);
        let told = format!(
            "bij {{.{}}} een keuze die begint met “{}”: zo leest beraad een antwoord in tekst",
            role.word(),
            dutch::capital(called)
        );
        needs(!misnamed, told);
    }
    let reasons = text.matches("`#b:reden`").count();
    needs(
        reasons == decisions && count("-reden\" rows=\"2\"") == decisions,
        "bij een besluit de regel om in te vullen met #b:reden".to_owned(),
    );
    needs(count(" id=\"inbreng-") == items, "bij een punt de regel om in te vullen met zijn kenmerk".to_owned());
    for name in TEXTS {
        let (open, what) =
            (format!("data-tekst=\"{name}\">"), format!("de tekst `{name}` bij {{.{}}}", Role::Screen.word()));
        needs(count(&open) == 1 && count(&format!("{open}</span>")) == 0, what);
    }
    needs(!letter::is_ticked(text), letter::TICKED.to_owned());
    let question = count("data-tekst=\"gevraagd\">Gevraagd {nr}.");
    needs(
        question == 1,
        "in de tekst `gevraagd` het begin “Gevraagd {nr}.”: zo leest beraad een antwoord in tekst".to_owned(),
    );
    all
}

/// What the words of a choice mean where an answer comes back as text.
fn choice(line: &str) -> Option<Support> {
    let said = line.trim_start_matches([' ', '-', '[', ']']).to_lowercase();
    CHOICES.iter().find(|(words, _)| said.starts_with(words)).map(|(_, support)| *support)
}

/// The texts of a form: the name of each in a code span that opens its item, and the words behind it.
pub fn texts<'a>(root: Node<'a>, roles: &Roles) -> Vec<(String, Node<'a>)> {
    let lists = root.children().filter(|node| roles.of(node) == Some(Role::Screen));
    let words = lists.flat_map(AstNode::children).filter_map(AstNode::first_child);
    let named = words.filter_map(|words| {
        let name = words.first_child()?;
        let V::Code(code) = &name.data().value else { return None };
        Some((code.literal.clone(), name, words))
    });
    let named: Vec<_> = named.collect();
    let text = |(name, code, words): (String, Node<'a>, Node<'a>)| {
        code.detach();
        trim_start(words);
        (name, words)
    };
    named.into_iter().map(text).collect()
}

impl Writer<'_, '_> {
    /// What stands above the first question.
    pub(super) fn above(&mut self) {
        self.out.push_str("<p class=\"zonder-script\" id=\"zonder-script\">");
        self.say("zonder-script");
        self.out.push_str("</p>\n<p id=\"met-script\" hidden>");
        self.say("met-script");
        self.out.push_str("</p>\n<div class=\"mist\" id=\"mist\" role=\"alert\" tabindex=\"-1\" hidden></div>\n");
    }

    /// What stands below the last, and the texts that the script says.
    pub(super) fn below(&mut self) {
        self.out.push_str(
            "<div class=\"bewaren\" id=\"bewaren\" hidden>\n\
             <progress id=\"balk\" value=\"0\" max=\"1\" aria-labelledby=\"stand\"></progress>\n\
             <p id=\"stand\"></p>\n<button type=\"submit\">",
        );
        self.say("bewaren");
        self.out.push_str(
            "</button>\n</div>\n<p class=\"knoppen\" id=\"knoppen\" hidden>\
             <button type=\"button\" class=\"tweede\" id=\"kopieer\">",
        );
        self.say("kopieren");
        self.out.push_str("</button> <button type=\"button\" class=\"tweede\" id=\"wissen\">");
        self.say("wissen");
        self.out.push_str(
            "</button></p>\n<p class=\"klaar\" id=\"klaar\" role=\"status\"></p>\n\
             <div class=\"veld\" id=\"kopie\" hidden><label for=\"kopie-tekst\">",
        );
        self.say("kopie");
        self.out.push_str("</label>\n<textarea id=\"kopie-tekst\" rows=\"8\" readonly></textarea></div>\n");
        self.spoken();
    }

    /// The words of a text.
    fn say(&mut self, name: &str) {
        if let Some(words) = self.texts.iter().find(|(known, _)| known == name).map(|(_, words)| *words) {
            self.inlines(words);
        }
    }

    /// The texts for the script, which takes them from the page.
    fn spoken(&mut self) {
        self.out.push_str("<div id=\"teksten\" hidden>\n");
        for (name, words) in &self.texts {
            self.out.push_str("<span data-tekst=\"");
            text::escape(name, &mut self.out);
            self.out.push_str("\">");
            text::escape(&words.collect_text(), &mut self.out);
            self.out.push_str("</span>\n");
        }
        self.out.push_str("</div>\n");
    }
}
