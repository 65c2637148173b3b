//! Texts under a name: what a form shows on a screen, and the words that all papers share.

use comrak::Arena;
use comrak::nodes::{AstNode, Node, NodeValue as V};

use super::build::Builder;
use super::prose::{Line, plain};
use super::roles::Roles;
use super::trim;
use crate::render::field;
use crate::render::words::Words;
use crate::role::Role;

impl<'a> Builder<'a, '_> {
    /// The texts in the lists of a role: the name of each in a code span that opens its item, and the words behind it.
    pub(super) fn named(&mut self, root: Node<'a>, role: Role) -> Vec<(String, Line)> {
        let lists: Vec<Node> = root.children().filter(|node| self.roles.of(node) == Some(role)).collect();
        let items = lists.into_iter().flat_map(AstNode::children).filter_map(AstNode::first_child);
        items.filter_map(|words| self.text_of(words)).collect()
    }

    fn text_of(&mut self, words: Node<'a>) -> Option<(String, Line)> {
        let opening = words.first_child()?;
        let V::Code(name) = &opening.data().value else { return None };
        let mut line = self.some_inlines(words.children().skip(1));
        trim::start(&mut line);
        Some((name.literal.clone(), line))
    }
}

/// The texts that a template without fields has in its lists of a role, each after its name.
pub(in crate::render) fn texts(text: &str, role: Role) -> Vec<(String, String)> {
    let arena = Arena::new();
    let root = field::template(&arena, text);
    let roles = Roles::take(&arena, root);
    let shared = Words::default();
    let mut builder = Builder::new(&arena, text, &[], roles, &shared);
    let named = builder.named(root, role);
    named.into_iter().map(|(name, line)| (name, plain(&line))).collect()
}
