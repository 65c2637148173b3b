//! What is read of the attributes of an element.

use html5gum::emitters::default::StartTag;

/// A paragraph without room below it: programs make one of every line.
pub(super) fn is_tight(tag: &StartTag<()>) -> bool {
    let of_word = attribute(tag, "class").is_some_and(|class| class.starts_with("Mso"));
    let style = attribute(tag, "style").unwrap_or_default().replace(' ', "").to_lowercase();
    of_word || ["margin:0", "margin-bottom:0", "margin-block:0"].iter().any(|tight| style.contains(tight))
}

/// The number that a list or an item of it begins with, of what Markdown reads as one.
pub(super) fn number(tag: &StartTag<()>, name: &str) -> Option<usize> {
    attribute(tag, name)?.trim().parse().ok().filter(|number| *number <= 999_999_999)
}

pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let (_, value) = tag.attributes.iter().find(|(known, _)| ***known == *name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}
