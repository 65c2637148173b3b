//! The roles of the parts of a template's tree, taken out of its words.

use std::collections::BTreeMap;

use comrak::Arena;
use comrak::nodes::{AstNode, Node, NodeValue as V};

use crate::render::field;
use crate::role::{Marked, Role, next};

/// The roles of the parts of a tree.
#[derive(Debug, Default)]
pub(super) struct Roles(BTreeMap<*const (), Role>);

impl Roles {
    /// Takes the roles out of the tree of a template's text.
    pub(super) fn take<'a>(arena: &'a Arena<'a>, root: Node<'a>) -> Self {
        let mut roles = Self::default();
        let texts: Vec<Node<'a>> = root.descendants().filter(|node| holds_one(node)).collect();
        for node in texts {
            let mut from = Some(node);
            while let Some(node) = from {
                from = roles.take_from(arena, node);
            }
        }
        roles
    }

    /// The role of a part.
    pub(super) fn of(&self, node: Node<'_>) -> Option<Role> {
        self.0.get(&key(node)).copied()
    }

    /// What the first role in a text is given to: what stands before it in the line, else the block below it, else what
    /// it stands in. Says where more may be.
    fn take_from<'a>(&mut self, arena: &'a Arena<'a>, node: Node<'a>) -> Option<Node<'a>> {
        let mut data = node.data_mut();
        let V::Text(text) = &mut data.value else { return None };
        let Marked { role, before, after } = next(text)?;
        let is_alone = before.trim().is_empty() && after.trim().is_empty();
        let (before, after) = (before.to_owned(), after.to_owned());
        let parent = node.parent();
        if role == Some(Role::Kind) && parent.is_some_and(|parent| matches!(parent.data().value, V::Heading(_))) {
            *text = before.trim_end().to_owned().into();
            drop(data);
            return Some(self.split(arena, node, after.trim_start()));
        }
        let kept = if after.trim().is_empty() { before.trim_end().to_owned() } else { before.clone() + &after };
        *text = kept.into();
        drop(data);
        let sibling = node.previous_sibling().filter(|_| before.is_empty());
        let lonely = is_alone && node.previous_sibling().is_none() && node.next_sibling().is_none();
        let below = parent.filter(|parent| lonely && matches!(parent.data().value, V::Paragraph));
        if let Some(role) = role
            && let Some(about) = sibling.or_else(|| below.and_then(AstNode::next_sibling)).or(parent)
        {
            self.0.insert(key(about), role);
        }
        let Some(line) = below else { return Some(node) };
        line.detach();
        None
    }

    /// The words of a title up to the end of a text say what kind of document it is; `rest` comes after them.
    fn split<'a>(&mut self, arena: &'a Arena<'a>, label: Node<'a>, rest: &str) -> Node<'a> {
        self.0.insert(key(label), Role::Kind);
        let rest = field::text(arena, rest.to_owned());
        label.insert_after(rest);
        rest
    }
}

fn holds_one(node: Node<'_>) -> bool {
    matches!(&node.data().value, V::Text(text) if next(text).is_some())
}

fn key(node: Node<'_>) -> *const () {
    std::ptr::from_ref(node).cast()
}
