//! What a form shows on a screen alone: words of its template, around what is filled in.

use comrak::nodes::{AstNode, Node, NodeValue as V};

use super::marks::trim_start;
use super::text;
use super::writer::Writer;
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

/// The marks that each form has once.
const MARKS: [&str; 6] = ["formulier", "algemeen", "door", "afgestemd", "datum", "einde"];

/// What the text of a form lacks, which nobody can do without: marks by which an answer is known again, the four choices of
/// each decision and the line for its reason, and texts for the screen. Each by its name, in Dutch.
#[must_use]
pub fn lacking(text: &str) -> Vec<String> {
    let marks = |name: &str| text.matches(&format!("`#b:{name}")).count();
    let decisions = marks("besluit:");
    let once = MARKS.iter().filter(|name| marks(name) == 0).map(|name| format!("het kenmerk #b:{name}"));
    let choices = [Role::Yes, Role::Reserved, Role::No, Role::MoreTime].into_iter();
    let choices = choices.filter(|role| role::count(text, *role) < decisions);
    let choices = choices.map(|role| format!("bij een besluit de keuze {{.{}}}", role.word()));
    let reason = (marks("reden") < decisions).then(|| "bij een besluit het kenmerk #b:reden".to_owned());
    let texts = TEXTS.iter().filter(|name| !text.contains(&format!("- `{name}` ")));
    let texts = texts.map(|name| format!("de tekst `{name}` bij {{.{}}}", Role::Screen.word()));
    once.chain(choices).chain(reason).chain(texts).collect()
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
