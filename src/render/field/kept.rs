//! What Markdown reads and does not show, kept as words: everything that a user typed stands in the paper.
//!
//! A definition of a link shows nothing, nor do the name after a fence, the title of a link, an address that is refused
//! and the cells of a row beyond those of its head; and the numbers of a list are counted, whatever they were.

use comrak::Arena;
use comrak::nodes::{ListType, Node, NodeList, NodeValue as V};

use super::clean::{new, text};
use super::words;
use crate::link;

/// Stands between `]` and `:`, so that no text is a definition of a link; a text of a user never holds it.
const NO_DEFINITION: char = '\u{F8FF}';

/// The text in which nothing defines a link.
pub(super) fn without_definitions(text: &str) -> String {
    text.replace("]:", &format!("]{NO_DEFINITION}:"))
}

/// Puts into the tree of `source` as words what nobody would see, and parts lists where their numbers jump.
pub(super) fn keep<'a>(arena: &'a Arena<'a>, root: Node<'a>, source: &str) {
    let lines: Vec<&str> = source.split('\n').collect();
    let nodes: Vec<Node> = root.descendants().skip(1).collect();
    for node in &nodes {
        without_mark(node);
    }
    for node in nodes {
        let is_row = matches!(node.data().value, V::TableRow(false));
        if is_row {
            cells_beyond(arena, node, &lines);
        } else {
            unseen_words(arena, node);
        }
        part(arena, node, &lines);
    }
}

fn without_mark(node: Node<'_>) {
    let clear = |text: &mut String| text.retain(|c| c != NO_DEFINITION);
    match &mut node.data_mut().value {
        V::Text(text) => clear(text.to_mut()),
        V::HtmlInline(text) => clear(text),
        V::Code(code) => clear(&mut code.literal),
        V::HtmlBlock(html) => clear(&mut html.literal),
        V::CodeBlock(code) => {
            clear(&mut code.info);
            clear(&mut code.literal);
        }
        V::Link(link) | V::Image(link) => {
            clear(&mut link.url);
            clear(&mut link.title);
        }
        V::Alert(alert) => alert.title.iter_mut().for_each(clear),
        _ => {}
    }
}

/// The cells of a row beyond those of its head go on in its last cell.
fn cells_beyond<'a>(arena: &'a Arena<'a>, row: Node<'a>, lines: &[&str]) {
    let Some(last) = row.last_child() else { return };
    let (line, end) = (row.data().sourcepos.start.line, last.data().sourcepos.end.column);
    let rest = line.checked_sub(1).and_then(|at| lines.get(at)?.get(end..)).unwrap_or_default().trim();
    let rest = rest.strip_prefix('|').unwrap_or(rest);
    let rest = rest.strip_suffix('|').unwrap_or(rest).trim().replace(NO_DEFINITION, "");
    if !rest.is_empty() {
        last.append(text(arena, format!(" | {rest}")));
    }
}

/// The name after a fence stands above it; the title of a link, and an address that is no link, behind it.
fn unseen_words<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    match &node.data().value {
        V::CodeBlock(code) if !code.info.trim().is_empty() => {
            let above = new(arena, V::Paragraph);
            above.append(text(arena, code.info.trim().to_owned()));
            node.insert_before(above);
        }
        V::Link(it) | V::Image(it) => {
            let inside = node.ancestors().skip(1).any(|it| matches!(it.data().value, V::Link(_) | V::Image(_)));
            let unseen = (inside || link::allowed(&it.url).is_none()) && words(node) != it.url;
            let both = [it.title.trim(), if unseen { it.url.trim() } else { "" }];
            for said in both.into_iter().filter(|said| !said.is_empty()) {
                node.insert_after(text(arena, format!(" ({said})")));
            }
        }
        _ => {}
    }
}

/// A numbered list ends where the numbers do not count on; a list with the next number follows it.
fn part<'a>(arena: &'a Arena<'a>, node: Node<'a>, lines: &[&str]) {
    let V::List(kind) = node.data().value else { return };
    if kind.list_type != ListType::Ordered {
        return;
    }
    let (mut list, mut next) = (node, kind.start);
    for item in node.children().collect::<Vec<_>>() {
        let start = number(item, lines).unwrap_or(next);
        if start != next {
            let following = new(arena, V::List(NodeList { start, ..kind }));
            list.insert_after(following);
            list = following;
        }
        if !list.same_node(node) {
            list.append(item);
        }
        next = start + 1;
    }
}

/// The number that was typed before an item.
fn number(item: Node<'_>, lines: &[&str]) -> Option<usize> {
    let at = item.data().sourcepos.start;
    let marker = lines.get(at.line.checked_sub(1)?)?.get(at.column.checked_sub(1)?..)?;
    let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
    marker[..digits].parse().ok()
}
