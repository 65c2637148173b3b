//! What the nodes at the top of a template's tree are.

use comrak::nodes::{Node, NodeValue as V};

/// The level of a heading.
pub(super) fn heading(node: Node<'_>) -> Option<u8> {
    match node.data().value {
        V::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// Takes away the space that opens a line, once what stood before it is gone.
pub(super) fn trim_start(node: Node) {
    let Some(first) = node.first_child() else { return };
    let mut data = first.data_mut();
    if let V::Text(text) = &mut data.value {
        *text = text.trim_start().to_owned().into();
        if text.is_empty() {
            first.detach();
        }
    }
}

/// In a document without items the head is the title, the notices and the facts.
pub(super) fn head_without_items(nodes: &[Node]) -> usize {
    let is_head = |node: &Node| matches!(node.data().value, V::Heading(_) | V::BlockQuote | V::List(_));
    nodes.iter().position(|node| !is_head(node)).unwrap_or(nodes.len())
}

/// The name of a fact, when the item is one.
pub(super) fn fact(item: Node<'_>) -> Option<String> {
    let words = item.first_child().filter(|words| words.next_sibling().is_none())?;
    let strong = words.first_child().filter(|first| matches!(first.data().value, V::Strong))?;
    strong.collect_text().strip_suffix(':').map(str::to_owned)
}

/// The number of a paper, such as `4a.1`, when the item opens with one.
pub(super) fn paper(item: Node<'_>) -> Option<String> {
    let words = item.first_child().filter(|words| words.next_sibling().is_none())?;
    let first = words.first_child()?;
    let data = first.data();
    let V::Text(text) = &data.value else { return None };
    let (number, _) = text.split_once(' ')?;
    let (point, paper) = number.split_once('.')?;
    let letters = point.trim_start_matches(|c: char| c.is_ascii_digit());
    let sound = letters.len() < point.len()
        && letters.bytes().all(|byte| byte.is_ascii_lowercase())
        && !paper.is_empty()
        && paper.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| number.to_owned())
}
