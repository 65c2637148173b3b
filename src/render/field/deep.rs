//! Takes the depth out of a tree, so that what walks it may recurse.

use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue as V};

use super::clean::text;

/// How deep a tree may be. Lists and quotes stop sooner, so that words in them still have room.
pub(super) const DEEPEST: usize = 24;
const DEEPEST_BLOCK: usize = 19;

/// Turns what is too deep into its plain text.
pub(super) fn flatten<'a>(arena: &'a Arena<'a>, root: Node<'a>) {
    let (mut depth, mut inside, mut deep) = (0_usize, None, Vec::new());
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                depth += 1;
                if inside.is_none() && too_deep(&node.data().value, depth) {
                    inside = Some(depth);
                    deep.push(node);
                }
            }
            NodeEdge::End(_) => {
                inside = inside.filter(|start| *start != depth);
                depth -= 1;
            }
        }
    }
    for node in deep {
        let said = all_text(node);
        while let Some(child) = node.first_child() {
            child.detach();
        }
        if node.data().value.block() {
            node.data_mut().value = V::Paragraph;
            node.append(text(arena, said));
        } else {
            node.data_mut().value = V::Text(said.into());
        }
    }
}

fn too_deep(value: &V, depth: usize) -> bool {
    match value {
        V::List(_) | V::BlockQuote | V::Alert(_) => depth >= DEEPEST_BLOCK,
        V::Emph | V::Strong | V::Strikethrough | V::Link(_) | V::Image(_) => depth >= DEEPEST,
        _ => false,
    }
}

fn all_text(node: Node<'_>) -> String {
    let mut out = String::new();
    for node in node.descendants() {
        match &node.data().value {
            V::Text(text) => out.push_str(text),
            V::Code(code) => out.push_str(&code.literal),
            V::CodeBlock(code) => out.push_str(&code.literal),
            V::HtmlBlock(html) => out.push_str(&html.literal),
            V::HtmlInline(html) => out.push_str(html),
            V::SoftBreak | V::LineBreak => out.push(' '),
            value if value.block() && !out.is_empty() => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
