//! From what stands in a line of a comrak tree to ours.

use comrak::nodes::{Node, NodeValue as V};

use super::build::Builder;
use super::prose::{Inline, Line};
use crate::render::{OPEN, Part, field, parts};
use crate::role;

impl<'a> Builder<'a, '_> {
    /// The inline content of a node.
    pub(super) fn inlines(&self, parent: Node<'a>) -> Line {
        self.some_inlines(parent.children())
    }

    /// Some inline nodes. Trees are cleaned, so this goes no deeper than a few dozen.
    pub(super) fn some_inlines(&self, nodes: impl Iterator<Item = Node<'a>>) -> Line {
        let mut line = Line::new();
        for node in nodes {
            line.extend(self.inline(node));
        }
        line
    }

    fn inline(&self, node: Node<'a>) -> Line {
        let one = match &node.data().value {
            V::Text(said) => return self.text(said),
            V::SoftBreak => Inline::Soft,
            V::LineBreak => Inline::Break,
            V::Code(code) => Inline::Code(self.code(&code.literal)),
            V::Emph => Inline::Emphasis(self.inlines(node)),
            V::Strong => match self.roles.of(node) {
                Some(role) => Inline::Status(role, self.inlines(node)),
                None => Inline::Strong(self.inlines(node)),
            },
            V::Strikethrough => Inline::Struck(self.inlines(node)),
            V::Link(link) => Inline::Link { address: link.url.clone(), words: self.inlines(node) },
            _ => return Line::new(),
        };
        vec![one]
    }

    /// What a template has as code holds no role.
    pub(super) fn code(&self, literal: &str) -> String {
        if self.user { literal.to_owned() } else { role::without(literal).into_owned() }
    }

    /// A text. In the text of a template it may hold placeholders; here there is only room for the words of a field.
    pub(super) fn text(&self, said: &str) -> Line {
        if self.user || !said.contains(OPEN) {
            return vec![Inline::Text(said.to_owned())];
        }
        let piece = |part: Part<'_>| match part {
            Part::Text(said) => said.to_owned(),
            Part::Field(index) => self.fields.get(index).map(|field| field::plain(field)).unwrap_or_default(),
        };
        parts(said).map(|part| Inline::Text(piece(part))).collect()
    }
}
