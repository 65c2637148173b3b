//! Writes what stands in a line of a cleaned tree as Markdown.

use std::fmt::Write as _;

use comrak::nodes::{Node, NodeValue as V};

use crate::render::escape::{Place, escape_at};

/// A line under way.
#[derive(Default)]
struct Line {
    out: String,
    /// The last thing was emphasis that only closes when no letter follows.
    open_end: bool,
}

/// The inline content of a node.
pub(super) fn inlines(parent: Node<'_>) -> String {
    let mut line = Line::default();
    for node in parent.children() {
        line.write(node);
    }
    line.out
}

fn is_break(node: Option<Node>) -> bool {
    node.is_none_or(|node| matches!(node.data().value, V::SoftBreak | V::LineBreak))
}

fn is_strong(node: Option<Node>) -> bool {
    node.is_some_and(|node| matches!(node.data().value, V::Strong))
}

impl Line {
    fn write(&mut self, node: Node<'_>) {
        match &node.data().value {
            V::Text(text) => return self.text(node, text),
            V::SoftBreak => self.out.push('\n'),
            V::LineBreak => self.out.push_str("\\\n"),
            V::Code(code) => self.code(&code.literal, node),
            V::Link(link) => self.link(node, &link.url),
            V::Strong => return self.marked("**", &inlines(node)),
            V::Strikethrough => return self.marked("~~", &inlines(node)),
            V::Emph => return self.marked(if touches_strong(node) { "_" } else { "*" }, &inlines(node)),
            _ => {}
        }
        self.open_end = false;
    }

    fn text(&mut self, node: Node<'_>, text: &str) {
        let mut rest = text;
        let first = text.chars().next();
        if let Some(first) = first.filter(|c| self.open_end && !c.is_ascii_punctuation() && !c.is_ascii_whitespace()) {
            let _ = write!(self.out, "&#{};", u32::from(first));
            rest = &text[first.len_utf8()..];
        }
        self.open_end = false;
        let start = rest.len() == text.len() && is_break(node.previous_sibling());
        escape_at(rest, Place { start, end: is_break(node.next_sibling()) }, &mut self.out);
        let link_follows = node.next_sibling().is_some_and(|next| matches!(next.data().value, V::Link(_)));
        if link_follows && self.out.ends_with('!') {
            self.out.pop();
            self.out.push_str("\\!");
        }
    }

    fn code(&mut self, literal: &str, node: Node<'_>) {
        let longest = literal.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest + 1);
        let edge = |c: char| c == '`' || c == ' ';
        let blank = literal.trim_matches(' ').is_empty();
        let pad = if !blank && (literal.starts_with(edge) || literal.ends_with(edge)) { " " } else { "" };
        let in_cell = node.ancestors().any(|parent| matches!(parent.data().value, V::TableCell));
        let literal = if in_cell { literal.replace('|', "\\|") } else { literal.to_owned() };
        let _ = write!(self.out, "{fence}{pad}{literal}{pad}{fence}");
    }

    fn link(&mut self, node: Node<'_>, url: &str) {
        let inner = inlines(node);
        let says_itself = node.first_child().is_some_and(|child| {
            child.next_sibling().is_none() && matches!(&child.data().value, V::Text(text) if text == url)
        });
        if says_itself && url.starts_with("http") && !url.contains('&') {
            let _ = write!(self.out, "<{url}>");
        } else {
            let _ = write!(self.out, "[{inner}]({})", url.replace('&', "&amp;"));
        }
    }

    /// Writes emphasis; a letter that would keep it from opening or closing is written as an entity.
    fn marked(&mut self, mark: &str, inner: &str) {
        let needs_edge = |c: Option<char>| mark == "_" || !c.is_some_and(char::is_alphanumeric);
        let last = self.out.chars().next_back();
        let letter = last.filter(|c| !c.is_ascii_punctuation() && !c.is_ascii_whitespace());
        if let Some(letter) = letter.filter(|_| needs_edge(inner.chars().next())) {
            self.out.pop();
            let _ = write!(self.out, "&#{};", u32::from(letter));
        }
        self.out.push_str(mark);
        self.out.push_str(inner);
        self.out.push_str(mark);
        self.open_end = needs_edge(inner.chars().next_back());
    }
}

/// Whether the asterisks of this emphasis would run into those of strong emphasis.
fn touches_strong(node: Node<'_>) -> bool {
    let at_edge = node.previous_sibling().is_none() || node.next_sibling().is_none();
    is_strong(node.previous_sibling())
        || is_strong(node.next_sibling())
        || is_strong(node.first_child())
        || is_strong(node.last_child())
        || (at_edge && is_strong(node.parent()))
}
