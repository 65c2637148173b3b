//! What all writers share of a paper's headings: where its foot begins, which headings a table of contents lists, and the
//! number that a template gave to one.

use comrak::nodes::{Node, NodeValue as V};

/// With more headings than this a paper gets a table of contents.
const MANY: usize = 12;

/// The level of a heading.
pub(super) fn level(node: Node<'_>) -> Option<u8> {
    match node.data().value {
        V::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// Where the foot of a paper begins, among the blocks of its template: at the last line across it.
pub(super) fn foot(blocks: &[Node<'_>]) -> usize {
    blocks.iter().rposition(|node| matches!(node.data().value, V::ThematicBreak)).unwrap_or(blocks.len())
}

/// The headings that a table of contents lists; none in a paper that is short.
pub(super) fn listed(root: Node<'_>) -> Vec<Node<'_>> {
    let blocks: Vec<Node> = root.children().collect();
    let headings = blocks[..foot(&blocks)].iter().copied().filter(|node| level(node) == Some(2));
    let headings: Vec<Node> = headings.collect();
    if headings.len() > MANY { headings } else { Vec::new() }
}

/// Whether a text can have so many headings that a table of contents lists them: each opens with two hashes, or a row of
/// hyphens stands below it. It spares the parsing of nearly all papers.
pub(super) fn may_be_long(text: &str) -> bool {
    let has_two = |line: &str| line.strip_prefix("##").is_some_and(|rest| !rest.starts_with('#'));
    let is_row = |line: &str| !line.is_empty() && line.bytes().all(|byte| byte == b'-');
    let lines = text.lines().map(str::trim_ascii);
    // Markdown knows that as the end of a line as well
    text.contains('\r') || lines.filter(|line| has_two(line) || is_row(line)).count() > MANY
}

/// The line of a template's text on which a block begins, from 0.
pub(super) fn line(node: Node<'_>) -> Option<usize> {
    node.data().sourcepos.start.line.checked_sub(1)
}

/// The number that a template gave to a heading on a line of its text: digits, perhaps letters, a dot and a space. The
/// escaper never leaves these in the text of a user.
pub(super) fn number(line: &str) -> Option<&str> {
    let heading = line.trim_start_matches('#').trim_start();
    let digits = heading.bytes().take_while(u8::is_ascii_digit).count();
    let letters = heading[digits..].bytes().take_while(u8::is_ascii_lowercase).count();
    let number = &heading[..digits + letters];
    (digits > 0 && heading[number.len()..].starts_with(". ")).then_some(number)
}

#[cfg(test)]
mod tests {
    use comrak::{Arena, parse_document};

    use super::*;
    use crate::render::field;

    #[test]
    fn no_text_with_a_table_of_contents_is_taken_for_a_short_one() {
        let ways = [
            "## a\n",
            "##\n",
            "##\ta ##\n",
            "   ## a\n",
            "## a\r",
            "## a\r\n",
            "a\n-\n\n",
            "a\n   ---  \n",
            "a\r--\r\r",
        ];
        for way in ways {
            for count in [MANY, MANY + 1] {
                let text = way.repeat(count);
                let arena = Arena::new();
                let is_long = !listed(parse_document(&arena, &text, &field::options())).is_empty();
                assert_eq!(is_long, count > MANY, "{text:?}");
                assert!(may_be_long(&text) || !is_long, "{text:?}");
            }
        }
        assert!(!may_be_long(&"## a\n\n### b\n\n- c\n".repeat(MANY)));
    }
}
