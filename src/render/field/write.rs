//! Writes a cleaned tree as Markdown that gives the same tree when it is read again.

use comrak::nodes::{AlertType, ListType, Node, NodeList, NodeValue as V};

pub(super) use super::inline::inlines;

/// The blocks in a node, with blank lines between them.
pub(super) fn blocks(parent: Node) -> String {
    blocks_with(parent, false)
}

/// The blocks in a node. `other` asks for the other list marker when the first block is a list.
fn blocks_with(parent: Node<'_>, mut other: bool) -> String {
    let mut out = String::new();
    let mut before: Option<ListType> = None;
    for node in parent.children() {
        let kind = list(node).map(|list| list.list_type);
        // Two lists of one kind in a row would be one list: the second gets the other marker.
        other = if before.is_some() && kind == before { !other } else { other && out.is_empty() };
        if !out.is_empty() {
            out.push_str(gap(node));
        }
        block(node, other, &mut out);
        before = kind;
    }
    out
}

fn list(node: Node) -> Option<NodeList> {
    match &node.data().value {
        V::List(list) => Some(*list),
        _ => None,
    }
}

/// What stands before a block: a list may follow the words of its item at once.
fn gap(node: Node<'_>) -> &'static str {
    let in_item = node.parent().is_some_and(compact);
    let may_interrupt = list(node).is_some_and(|list| list.list_type == ListType::Bullet || list.start == 1)
        && node.first_child().is_some_and(|item| item.first_child().is_some());
    if in_item && may_interrupt { "\n" } else { "\n\n" }
}

/// Whether a list item is one paragraph with at most lists below it: then its words need no paragraph of their own.
pub(crate) fn compact(item: Node<'_>) -> bool {
    let mut children = item.children();
    matches!(item.data().value, V::Item(_) | V::TaskItem(_))
        && children.next().is_none_or(|first| matches!(first.data().value, V::Paragraph))
        && children.all(|rest| matches!(rest.data().value, V::List(_)))
}

fn block(node: Node<'_>, other: bool, out: &mut String) {
    match &node.data().value {
        V::Paragraph => out.push_str(&inlines(node)),
        V::Heading(heading) => {
            out.extend(std::iter::repeat_n('#', usize::from(heading.level)));
            out.push(' ');
            out.push_str(&inlines(node));
        }
        V::ThematicBreak => out.push_str("___"),
        V::CodeBlock(code) => code_block(&code.literal, out),
        V::BlockQuote => quote(&blocks(node), out),
        V::Alert(alert) => quote(format!("[!{}]\n{}", alert_name(alert.alert_type), blocks(node)).trim_end(), out),
        V::List(list) => items(node, list, other, out),
        V::Table(_) => table(node, out),
        _ => {}
    }
}

fn alert_name(kind: AlertType) -> &'static str {
    match kind {
        AlertType::Note => "NOTE",
        AlertType::Tip => "TIP",
        AlertType::Important => "IMPORTANT",
        AlertType::Warning => "WARNING",
        AlertType::Caution => "CAUTION",
    }
}

fn code_block(literal: &str, out: &mut String) {
    let longest = literal.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(3.max(longest + 1));
    out.push_str(&fence);
    out.push('\n');
    out.push_str(literal);
    if !literal.is_empty() && !literal.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(&fence);
}

fn quote(text: &str, out: &mut String) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push('>');
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
    }
}

fn items(list: Node<'_>, data: &NodeList, other: bool, out: &mut String) {
    let dense = list.children().all(compact);
    for (at, item) in list.children().enumerate() {
        if at > 0 {
            out.push_str(if dense { "\n" } else { "\n\n" });
        }
        let marker = match data.list_type {
            ListType::Bullet => if other { "* " } else { "- " }.to_owned(),
            ListType::Ordered => {
                format!("{}{} ", (data.start + at).min(999_999_999), if other { ')' } else { '.' })
            }
        };
        let task = match &item.data().value {
            V::TaskItem(task) => {
                if task.symbol.is_some() {
                    "[x] "
                } else {
                    "[ ] "
                }
            }
            _ => "",
        };
        let content = blocks_with(item, !other);
        out.push_str(if content.is_empty() { marker.trim_end() } else { &marker });
        out.push_str(task);
        indented(&content, marker.len(), out);
    }
}

/// Writes the text with its second and later lines indented.
pub(crate) fn indented(text: &str, width: usize, out: &mut String) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.extend(std::iter::repeat_n(' ', width));
            }
        }
        out.push_str(line);
    }
}

fn table(table: Node<'_>, out: &mut String) {
    for (at, row) in table.children().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push('|');
        for cell in row.children() {
            out.push(' ');
            out.push_str(&inlines(cell));
            out.push_str(" |");
        }
        if at == 0 {
            out.push_str("\n|");
            row.children().for_each(|_| out.push_str("---|"));
        }
    }
}
