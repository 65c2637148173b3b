//! Roles: what a part of a paper is. Its template says it in braces, as Pandoc and kramdown do; no text of a user can.
//!
//! `### Gevraagd {.gevraagd}` gives a heading, and what stands under it, a role; `{.feiten}` on a line of its own gives one
//! to the block below it; `**Ingestemd**{.voor}` to bold words. A template may so call a part what it likes. No paper shows
//! a role: Markdown drops it, a page makes a class of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use comrak::nodes::{AstNode, Node, NodeValue as V};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::model::Support;
use crate::word::Word as _;

/// A role, by the name that a template writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
pub enum Role {
    /// What is asked of the meeting.
    #[strum(serialize = "gevraagd")]
    Requested,
    /// What was agreed.
    #[strum(serialize = "afgesproken")]
    Agreed,
    /// What somebody says at the table.
    #[strum(serialize = "zegt")]
    Said,
    /// What it is about, in a note of a few lines.
    #[strum(serialize = "feit")]
    About,
    /// The papers of an item.
    #[strum(serialize = "stukken")]
    Papers,
    /// Any other block under a label.
    #[strum(serialize = "blok")]
    Block,
    /// A notice that a paper is not for everybody.
    #[strum(serialize = "intern")]
    Internal,
    /// A notice that a paper is not settled yet.
    #[strum(serialize = "concept")]
    Draft,
    /// Any other notice.
    #[strum(serialize = "melding")]
    Notice,
    /// A list of facts, each a bold word with a colon and what is so.
    #[strum(serialize = "feiten")]
    Facts,
    /// A table of which the first column has numbers.
    #[strum(serialize = "genummerd")]
    Numbered,
    /// A field of a form that may stay empty.
    #[strum(serialize = "mag-leeg")]
    Optional,
    /// The choice *yes* of a form.
    #[strum(serialize = "ja")]
    Yes,
    /// The choice *yes, with a reservation*.
    #[strum(serialize = "voorbehoud")]
    Reserved,
    /// The choice *no*.
    #[strum(serialize = "nee")]
    No,
    /// The choice *more time*.
    #[strum(serialize = "meer-tijd")]
    MoreTime,
    /// A list of the texts that a form shows on a screen alone, each after its name in a code span.
    #[strum(serialize = "scherm")]
    Screen,
    /// A word for support, or for what goes well.
    #[strum(serialize = "voor")]
    For,
    /// A word for support in part.
    #[strum(serialize = "deels")]
    Partly,
    /// A word for a no, or for what is late.
    #[strum(serialize = "tegen")]
    Against,
    /// A word for what nobody knows yet.
    #[strum(serialize = "open")]
    Open,
}

impl Role {
    /// The answer that a choice of a form gives.
    #[must_use]
    pub const fn support(self) -> Option<Support> {
        match self {
            Self::Yes => Some(Support::Yes),
            Self::Reserved => Some(Support::Reserved),
            Self::No => Some(Support::No),
            Self::MoreTime => Some(Support::MoreTime),
            _ => None,
        }
    }

    /// Whether a heading of this role opens a block.
    #[must_use]
    pub const fn is_block(self) -> bool {
        matches!(self, Self::Requested | Self::Agreed | Self::Said | Self::About | Self::Papers | Self::Block)
    }
}

/// Opens a role in the text of a template. It is as long as `{.`, so that places in a template stay what they are, and no
/// text of a user holds it: see [`super::escape`].
const OPEN: &str = "{\u{1}";

/// The text of a template with its roles marked, so that they can be told from what a user writes.
#[must_use]
pub fn marked(template: &str) -> Cow<'_, str> {
    if !template.contains("{.") {
        return template.into();
    }
    let mut parts = template.split("{.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_role = part.starts_with(|c: char| c.is_ascii_lowercase()) || part.starts_with("{{");
        out.push_str(if is_role { OPEN } else { "{." });
        out.push_str(part);
    }
    out.into()
}

/// The names of the roles that a template writes itself, each with its place in bytes.
pub fn named(template: &str) -> impl Iterator<Item = (usize, &str)> {
    let name = |(at, _): (usize, &str)| {
        let rest = &template[at + 2..];
        let name = rest.split_once('}')?.0;
        (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')).then_some((at, name))
    };
    template.match_indices("{.").filter_map(name)
}

/// The lines of a text that have a role.
pub fn lines(text: &str, role: Role) -> impl Iterator<Item = &str> {
    let mark = format!("{OPEN}{}}}", role.word());
    text.lines().filter(move |line| line.contains(&mark))
}

/// A text without its roles, and without what is for a screen alone; a line with nothing but a role becomes a blank one.
#[must_use]
pub fn without(text: &str) -> Cow<'_, str> {
    if !text.contains(OPEN) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((name, at, after)) = next(rest) {
        let before = &rest[..at];
        let is_apart = after.is_empty() || after.starts_with(['\n', '\r', ' ']);
        out.push_str(if is_apart { before.trim_end_matches(' ') } else { before });
        rest = if name == Role::Screen.word() { after.find("\n\n").map_or("", |end| &after[end..]) } else { after };
    }
    out.push_str(rest);
    out.into()
}

/// The first role in a text: its name, where it begins, and what follows it.
fn next(text: &str) -> Option<(&str, usize, &str)> {
    let at = text.find(OPEN)?;
    let (name, after) = text[at + OPEN.len()..].split_once('}')?;
    Some((name, at, after))
}

/// The roles of the parts of a tree.
#[derive(Debug, Default)]
pub struct Roles(BTreeMap<*const (), Role>);

impl Roles {
    /// Takes the roles out of the tree of a template's text.
    #[must_use]
    pub fn take<'a>(root: Node<'a>) -> Self {
        let mut roles = Self::default();
        let texts: Vec<Node<'a>> = root.descendants().filter(|node| holds_one(node)).collect();
        for node in texts {
            roles.take_from(node);
        }
        roles
    }

    /// The role of a part.
    #[must_use]
    pub fn of(&self, node: Node<'_>) -> Option<Role> {
        self.0.get(&key(node)).copied()
    }

    /// What a text gives a role to: what stands before it in the line, else the block below it, else what it stands in.
    fn take_from(&mut self, node: Node<'_>) {
        loop {
            let mut data = node.data_mut();
            let V::Text(text) = &mut data.value else { return };
            let Some((name, at, after)) = next(text) else { return };
            let (role, before) = (Role::of(name), text[..at].to_owned());
            let is_alone = before.trim().is_empty() && after.trim().is_empty();
            let kept = if after.trim().is_empty() { before.trim_end().to_owned() } else { before.clone() + after };
            *text = kept.into();
            drop(data);
            let sibling = node.previous_sibling().filter(|_| before.is_empty());
            let parent = node.parent();
            let lonely = is_alone && sibling.is_none() && node.next_sibling().is_none();
            let below = parent.filter(|parent| lonely && matches!(parent.data().value, V::Paragraph));
            if let Some(role) = role
                && let Some(about) = sibling.or_else(|| below.and_then(AstNode::next_sibling)).or(parent)
            {
                self.0.insert(key(about), role);
            }
            if let Some(line) = below {
                return line.detach();
            }
        }
    }
}

fn holds_one(node: Node<'_>) -> bool {
    matches!(&node.data().value, V::Text(text) if text.contains(OPEN))
}

fn key(node: Node<'_>) -> *const () {
    std::ptr::from_ref(node).cast()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_shows_no_role() {
        let template = "### Gevraagd {.gevraagd}\n\n{.feiten}\n- **Datum:** {{ dag }}\n- **Ja**{.voor} van {. ons } {.{{ kleur }}}\n";
        let marked = marked(template);
        assert_eq!(marked.len(), template.len());
        let expected = "### Gevraagd\n\n\n- **Datum:** {{ dag }}\n- **Ja** van {. ons }\n";
        assert_eq!(without(&marked.replace("{{ kleur }}", "open")), expected);
        assert_eq!(named(template).map(|(_, name)| name).collect::<Vec<_>>(), ["gevraagd", "feiten", "voor"]);
    }
}
