//! A Markdown field of a user: parsed on its own, cleaned, and written again.
//!
//! A field may say anything and mean nothing outside itself. It knows `CommonMark` with tables, struck text, task lists,
//! alerts and bare addresses. Raw HTML becomes text, a refused address becomes its text, an image becomes a link, and
//! headings go below the label that the field stands under, or are bold in a quotation. Nothing defines a link: what
//! would be a definition is text, as is all else that Markdown would not show.

use std::borrow::Cow;
use std::fmt::Write as _;

use comrak::nodes::{ListType, Node};
use comrak::{Arena, Options, parse_document};

mod clean;
mod deep;
mod enclosed;
mod inline;
mod kept;

mod write;

pub(super) use clean::text;
use clean::{Headings, clean};
pub use enclosed::enclosed;
pub(super) use write::{compact, indented};

/// Headings of a field never stand above this level, so that none can be taken for an item.
const HIGHEST: u8 = 3;

/// What a Markdown text may hold: the same for fields and for the text of a template.
pub(super) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.alerts = true;
    options
}

/// Parses the text of a template and cleans its tree; only its headings stay where they are.
pub(super) fn template<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    let root = parse_document(arena, text, &options());
    clean(arena, root, None);
    root
}

/// Parses a field for under a heading of `base_level` and cleans its tree.
pub(super) fn parse<'a>(arena: &'a Arena<'a>, text: &str, base_level: u8) -> Node<'a> {
    parse_with(arena, text, Headings::Below(base_level.saturating_add(1).clamp(HIGHEST, 6)))
}

/// The same in a paper that has no heading below its title: none of the field's can be taken for an item.
pub(super) fn parse_alone<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    parse_with(arena, text, Headings::Below(2))
}

/// Parses a field for in a quotation and cleans its tree.
pub(super) fn parse_quoted<'a>(arena: &'a Arena<'a>, text: &str) -> Node<'a> {
    parse_with(arena, text, Headings::Bold)
}

fn parse_with<'a>(arena: &'a Arena<'a>, text: &str, headings: Headings) -> Node<'a> {
    let text = prepared(text);
    let root = parse_document(arena, &text, &options());
    clean(arena, root, Some((&text, headings)));
    root
}

/// The text of a user without our own marks: reading refuses them, but nothing here depends on that. It ends with a
/// line end, since comrak reads a last `1.` without one as words.
fn prepared(text: &str) -> Cow<'_, str> {
    let private = |c: char| matches!(c, '\0' | '\u{E000}'..='\u{F8FF}');
    if !text.contains(private) && !text.contains('\r') && !text.contains("]:") && text.ends_with('\n') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace(private, "\u{FFFD}") + "\n";
    kept::without_definitions(&text).into()
}

/// The field as Markdown that gives the same page when it is read again, for under a heading of `base_level`.
///
/// Ends without a line end. Every line may be indented to stand in a list item.
#[must_use]
pub fn normalised(text: &str, base_level: u8) -> String {
    let arena = Arena::new();
    let root = parse(&arena, text, base_level);
    write::blocks(root)
}

/// The field as Markdown for in a quotation, without the marks of that.
pub(super) fn quoted(text: &str) -> String {
    let arena = Arena::new();
    write::blocks(parse_quoted(&arena, text))
}

/// The field as one line of plain text, for a place that has no room for more (a heading, a cell).
#[must_use]
pub fn plain(text: &str) -> String {
    let arena = Arena::new();
    words(parse(&arena, text, HIGHEST))
}

/// The words of a part of a text, without its marks.
pub(super) fn words(part: Node<'_>) -> String {
    let mut out = String::new();
    for node in part.descendants() {
        use comrak::nodes::NodeValue as V;
        match &node.data().value {
            V::Text(text) => out.push_str(text),
            V::Code(code) => out.push_str(&code.literal),
            V::CodeBlock(code) => out.push_str(&code.literal),
            V::SoftBreak | V::LineBreak => out.push(' '),
            V::Item(item) if item.list_type == ListType::Ordered => {
                let _ = write!(out, " {}. ", item.start);
            }
            V::TaskItem(task) => out.push_str(if task.symbol.is_some() { " [x] " } else { " [ ] " }),
            value if value.block() && !out.is_empty() => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field as Markdown in two parts: the words that may go on in a line, and the blocks that stand below it.
pub(super) fn opening(text: &str, base_level: u8) -> (String, String) {
    let arena = Arena::new();
    let root = parse(&arena, text, base_level);
    let first = root.first_child().filter(|node| matches!(node.data().value, comrak::nodes::NodeValue::Paragraph));
    let words = first.map(write::inlines).unwrap_or_default();
    if let Some(first) = first {
        first.detach();
    }
    (words, write::blocks(root))
}
