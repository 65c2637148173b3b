//! What stands in a line, as HTML.

use comrak::nodes::{Node, NodeValue as V};

use super::text;
use super::writer::Writer;
use crate::render::{Part, field, parts};

impl<'a> Writer<'a, '_> {
    /// The inline content of a node.
    pub(super) fn inlines(&mut self, parent: Node<'a>) {
        for node in parent.children() {
            self.inline(node);
        }
    }

    /// One inline node. Trees are cleaned, so this goes no deeper than a few dozen.
    pub(super) fn inline(&mut self, node: Node<'a>) {
        match &node.data().value {
            V::Text(said) => self.text(said),
            V::SoftBreak => self.out.push('\n'),
            V::LineBreak => self.out.push_str("<br>\n"),
            V::Code(code) => {
                self.out.push_str("<code>");
                text::escape(&code.literal, &mut self.out);
                self.out.push_str("</code>");
            }
            V::Emph => self.element("em", node),
            V::Strong => self.element("strong", node),
            V::Strikethrough => self.element("del", node),
            V::Link(link) => {
                self.out.push_str("<a href=\"");
                text::escape(&link.url, &mut self.out);
                self.out.push_str("\">");
                self.inlines(node);
                self.out.push_str("</a>");
            }
            _ => {}
        }
    }

    fn element(&mut self, name: &str, node: Node<'a>) {
        self.out.extend(["<", name, ">"]);
        self.inlines(node);
        self.out.extend(["</", name, ">"]);
    }

    /// A text. In the text of a template it may hold placeholders; here there is only room for the words of a field.
    pub(super) fn text(&mut self, said: &str) {
        if self.user || !said.contains(crate::render::OPEN) {
            return text::set(said, &mut self.out);
        }
        for part in parts(said) {
            match part {
                Part::Text(said) => text::set(said, &mut self.out),
                Part::Field(index) => {
                    let words = self.fields.get(index).map(|field| field::plain(field)).unwrap_or_default();
                    text::set(&words, &mut self.out);
                }
            }
        }
    }

    /// The content of a mark line, a cell or a list item: a status word that opens it gets its class.
    pub(super) fn marked(&mut self, parent: Node<'a>) {
        let mut children = parent.children().peekable();
        if let Some(first) = children.peek().copied().filter(|_| !self.user)
            && let Some(class) = status(first)
        {
            self.out.extend(["<strong class=\"status ", class, "\">"]);
            self.inlines(first);
            self.out.push_str("</strong>");
            children.next();
        }
        for node in children {
            self.inline(node);
        }
    }
}

/// The class of a status word.
fn status(node: Node<'_>) -> Option<&'static str> {
    if !matches!(node.data().value, V::Strong) {
        return None;
    }
    let inner = node.first_child().filter(|first| first.next_sibling().is_none())?;
    let V::Text(word) = &inner.data().value else { return None };
    let word = word.strip_suffix(':').unwrap_or(word).to_lowercase();
    Some(match word.as_str() {
        "ja" | "ingestemd" | "vastgesteld" | "kennisgenomen" => "voor",
        "onder voorbehoud"
        | "ingestemd met wijziging"
        | "ingestemd onder voorbehoud"
        | "deels ingestemd"
        | "gewijzigd vastgesteld" => "deels",
        "nee" | "niet ingestemd" | "te laat" => "tegen",
        "meer tijd" | "geen antwoord" | "verouderd" | "aangehouden" | "ingetrokken" | "niet behandeld" => "open",
        _ => return None,
    })
}
