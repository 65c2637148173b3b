//! What a form shows on a screen alone: words of its template, around what is filled in.

use comrak::nodes::{AstNode, Node, NodeValue as V};

use super::marks::trim_start;
use super::text;
use super::writer::Writer;
use crate::render::role::{Role, Roles};

/// The texts of a form: the name of each in a code span that opens its item, and the words behind it.
pub(super) fn texts<'a>(root: Node<'a>, roles: &Roles) -> Vec<(String, Node<'a>)> {
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
