//! Cleans the tree of a Markdown text, so that whatever is left may be written as it stands.
//!
//! After this a tree is at most `deep::DEEPEST` deep, so what walks it may recurse; no step here does.

use std::mem;

use comrak::Arena;
use comrak::nodes::{Ast, AstNode, LineColumn, Node, NodeHeading, NodeLink, NodeList, NodeValue as V};

use super::{deep, kept};
use crate::link;

/// What becomes of the headings of a text.
#[derive(Clone, Copy)]
pub(super) enum Headings {
    /// The highest of them gets this level.
    Below(u8),
    /// They are bold words: in a quotation nothing is a heading.
    Bold,
}

/// Cleans the tree of `source`, the text of a user. Without one it is the text of a template: its headings stay
/// where they are, and bare addresses are no links.
pub(super) fn clean<'a>(arena: &'a Arena<'a>, root: Node<'a>, field: Option<(&str, Headings)>) {
    deep::flatten(arena, root);
    if let Some((source, _)) = field {
        kept::keep(arena, root, source);
    }
    let nodes: Vec<Node> = root.descendants().skip(1).collect();
    for node in &nodes {
        retype(arena, node);
        if field.is_some() {
            without_marks(node);
        }
    }
    for node in &nodes {
        unwrap(node);
    }
    for node in nodes.iter().rev() {
        drop_empty(node);
    }
    if let Some((_, Headings::Bold)) = field {
        root.descendants().collect::<Vec<_>>().into_iter().for_each(|node| embolden(arena, node));
    }
    for node in root.descendants().filter(|_| field.is_some()).collect::<Vec<_>>() {
        part_link(arena, node);
    }
    join(root);
    if let Some((_, headings)) = field {
        let nodes: Vec<Node> = root.descendants().collect();
        if let Headings::Below(highest) = headings {
            lower_headings(&nodes, highest);
        }
        for node in nodes {
            link_bare(arena, node);
        }
    }
}

/// Makes a paragraph of bold words of a heading.
fn embolden<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    if !matches!(node.data().value, V::Heading(_)) {
        return;
    }
    let bold = new(arena, V::Strong);
    while let Some(child) = node.first_child() {
        bold.append(child);
    }
    node.append(bold);
    node.data_mut().value = V::Paragraph;
    for again in bold.descendants().skip(1).collect::<Vec<_>>() {
        unwrap(again);
    }
}

pub(super) fn new<'a>(arena: &'a Arena<'a>, value: V) -> Node<'a> {
    arena.alloc(AstNode::new(Ast::new(value, LineColumn { line: 0, column: 0 }).into()))
}

pub(in crate::render) fn text<'a>(arena: &'a Arena<'a>, text: String) -> Node<'a> {
    new(arena, V::Text(text.into()))
}

/// Moves the headings so that the highest of them gets the level `highest`.
fn lower_headings(nodes: &[Node], highest: u8) {
    let level = |node: &Node| match node.data().value {
        V::Heading(heading) => Some(heading.level),
        _ => None,
    };
    let Some(top) = nodes.iter().filter_map(level).min() else { return };
    for node in nodes {
        if let V::Heading(heading) = &mut node.data_mut().value {
            heading.level = (heading.level - top + highest).min(6);
            heading.setext = false;
        }
    }
}

/// Gives a node the kind that it may have.
fn retype<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let value = mem::replace(&mut node.data_mut().value, V::SoftBreak);
    let value = match value {
        V::HtmlBlock(html) => {
            lines(arena, node, &html.literal);
            V::Paragraph
        }
        V::HtmlInline(html) => V::Text(html.replace('\n', " ").into()),
        V::Link(it) | V::Image(it) => link_or_text(arena, node, &it.url),
        V::CodeBlock(mut code) => {
            code.info.clear();
            if !code.literal.is_empty() && !code.literal.ends_with('\n') {
                code.literal.push('\n');
            }
            V::CodeBlock(code)
        }
        V::Alert(mut alert) => {
            if let Some(title) = alert.title.take().filter(|title| !title.trim().is_empty()) {
                let paragraph = new(arena, V::Paragraph);
                paragraph.append(text(arena, title.trim().to_owned()));
                node.prepend(paragraph);
            }
            V::Alert(alert)
        }
        V::SoftBreak | V::LineBreak if in_heading(node) => V::Text(" ".into()),
        V::Code(code) if code.literal.contains("\\|") && in_cell(node) => V::Text(code.literal.into()),
        value => value,
    };
    node.data_mut().value = value;
}

/// Line ends and our own marks, which a text can still hold through entities.
fn without_marks(node: Node) {
    if let V::Text(text) = &mut node.data_mut().value
        && text.contains(|c| matches!(c, '\n' | '\r' | '\u{E000}'..='\u{F8FF}'))
    {
        *text = text.replace(['\n', '\r'], " ").replace(|c| matches!(c, '\u{E000}'..='\u{F8FF}'), "\u{FFFD}").into();
    }
}

fn in_heading(node: Node<'_>) -> bool {
    node.ancestors().skip(1).any(|parent| matches!(parent.data().value, V::Heading(NodeHeading { .. })))
}

fn in_cell(node: Node<'_>) -> bool {
    node.ancestors().skip(1).any(|parent| matches!(parent.data().value, V::TableCell))
}

/// Puts the lines of raw HTML into a node as text.
fn lines<'a>(arena: &'a Arena<'a>, node: Node<'a>, literal: &str) {
    for line in literal.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if node.first_child().is_some() {
            node.append(new(arena, V::SoftBreak));
        }
        node.append(text(arena, line.to_owned()));
    }
}

/// A link where the address is allowed; else a span without meaning, which [`unwrap`] takes away.
fn link_or_text<'a>(arena: &'a Arena<'a>, node: Node<'a>, url: &str) -> V {
    let Some(url) = link::allowed(url) else { return V::Escaped };
    if node.first_child().is_none() {
        node.append(text(arena, url.clone()));
    }
    V::Link(Box::new(NodeLink { url, title: String::new() }))
}

/// Takes away a span that means nothing, or nothing more inside one of its own kind.
fn unwrap(node: Node<'_>) {
    let kind = mem::discriminant(&node.data().value);
    let again = match node.data().value {
        V::Escaped => true,
        V::Emph | V::Strong | V::Strikethrough | V::Link(_) => {
            node.ancestors().skip(1).any(|parent| mem::discriminant(&parent.data().value) == kind)
        }
        _ => false,
    };
    if again {
        while let Some(child) = node.first_child() {
            node.insert_before(child);
        }
        node.detach();
    }
}

/// Drops a node that has nothing to show, and line breaks at the edge of one that has.
fn drop_empty<'a>(node: Node<'a>) {
    let is_break = |node: &Node<'a>| matches!(node.data().value, V::SoftBreak | V::LineBreak);
    let holds = match &node.data().value {
        V::Text(text) => {
            return if text.is_empty() {
                node.detach();
            };
        }
        V::TaskItem(_) => false,
        value => value.contains_inlines() || matches!(value, V::BlockQuote) || !value.block() && !is_leaf(value),
    };
    while let Some(child) = node.first_child().filter(is_break) {
        child.detach();
    }
    while let Some(child) = node.last_child().filter(is_break) {
        child.detach();
    }
    if holds && node.first_child().is_none() && !matches!(node.data().value, V::TableCell) {
        node.detach();
    }
    let no_words = !node.first_child().is_some_and(|child| matches!(child.data().value, V::Paragraph));
    if matches!(node.data().value, V::TaskItem(_)) && no_words {
        node.data_mut().value = V::Item(NodeList::default());
    }
}

fn is_leaf(value: &V) -> bool {
    matches!(value, V::Text(_) | V::Code(_) | V::SoftBreak | V::LineBreak)
}

/// Joins neighbours of one kind, from the top down: texts, code, emphasis.
fn join(root: Node<'_>) {
    let mut open = vec![root];
    while let Some(parent) = open.pop() {
        let mut at = parent.first_child();
        while let Some(node) = at {
            while let Some(next) = node.next_sibling() {
                if !absorb(node, next) {
                    break;
                }
                next.detach();
            }
            if node.first_child().is_some() {
                open.push(node);
            }
            at = node.next_sibling();
        }
    }
}

/// Takes the content of the next node into this one, where the two are one.
fn absorb<'a>(node: Node<'a>, next: Node<'a>) -> bool {
    match (&mut node.data_mut().value, &next.data().value) {
        (V::Text(one), V::Text(two)) => one.to_mut().push_str(two),
        (V::Code(one), V::Code(two)) => one.literal.push_str(&two.literal),
        (V::SoftBreak | V::LineBreak, V::SoftBreak | V::LineBreak)
        | (V::Emph, V::Emph)
        | (V::Strong, V::Strong)
        | (V::Strikethrough, V::Strikethrough) => {}
        _ => return false,
    }
    while let Some(child) = next.first_child() {
        node.append(child);
    }
    true
}

/// A link of which the words name another address: the words stay words, and where it went stands behind them.
fn part_link<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let V::Link(link) = node.data().value.clone() else { return };
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            V::Text(said) => words.push_str(said),
            V::Code(code) => words.push_str(&code.literal),
            _ => {}
        }
    }
    if !link::misleads(&words, &link.url) {
        return;
    }
    node.append(text(arena, format!(" ({})", link.url)));
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    node.detach();
}

/// Makes links of the bare addresses in a text.
fn link_bare<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let V::Text(said) = &node.data().value else { return };
    if !(said.contains("://") || said.contains("www.")) {
        return;
    }
    if node.ancestors().any(|parent| matches!(parent.data().value, V::Link(_))) {
        return;
    }
    let mut rest = &**said;
    while let Some((start, end)) = link::bare(rest) {
        let Some(url) = link::destination(&rest[start..end]) else { break };
        if start > 0 {
            node.insert_before(text(arena, rest[..start].to_owned()));
        }
        let link = new(arena, V::Link(Box::new(NodeLink { url, title: String::new() })));
        link.append(text(arena, rest[start..end].to_owned()));
        node.insert_before(link);
        rest = &rest[end..];
    }
    if rest.is_empty() {
        node.detach();
    } else if rest.len() < said.len() {
        node.insert_before(text(arena, rest.to_owned()));
        node.detach();
    }
}
