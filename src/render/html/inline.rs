//! What stands in a line, as HTML.

use comrak::nodes::{Node, NodeValue as V};

use super::text;
use super::writer::Writer;
use crate::render::{Part, field, parts, role};
use crate::word::Word as _;

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
                text::escape(&role::without(&code.literal), &mut self.out);
                self.out.push_str("</code>");
            }
            V::Emph => self.element("em", node),
            V::Strong => match self.roles.of(node) {
                Some(role) => {
                    self.out.extend(["<strong class=\"status ", role.word(), "\">"]);
                    self.inlines(node);
                    self.out.push_str("</strong>");
                }
                None => self.element("strong", node),
            },
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
}
