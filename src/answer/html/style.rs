//! Declarations of style, split as they stand: nothing is weighed here.

use html5gum::emitters::default::StartTag;

use super::attributes::attribute;

/// What stands for a sign that means nothing where it is: in words between quotes, in an address, behind a backslash.
pub(super) const MASK: char = '\u{1}';

/// One property with its value, in small letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declaration {
    pub name: String,
    pub value: String,
    /// It holds for the element, if nothing else wins; else it may hold.
    pub sure: bool,
}

/// What an element says itself.
pub(super) fn own(tag: &StartTag<()>) -> Vec<Declaration> {
    declarations(&plain(&attribute(tag, "style").unwrap_or_default()), true)
}

/// The declarations of a text without comments.
pub(super) fn declarations(text: &str, sure: bool) -> Vec<Declaration> {
    parts(text, &[';']).into_iter().filter_map(|part| declaration(part, sure)).collect()
}

/// One declaration; words without a value are none.
pub(super) fn declaration(part: &str, sure: bool) -> Option<Declaration> {
    let (name, value) = part.split_once(':')?;
    let value = value.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let (words, mark) = value.split_once('!').unwrap_or((&value, "important"));
    let value = if mark.trim() == "important" { words.trim().to_owned() } else { value.clone() };
    Some(Declaration { name: name.trim().to_lowercase(), value, sure })
}

/// What stands between signs that are not inside brackets.
pub(super) fn parts<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let (mut all, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            c if depth == 0 && signs.contains(&c) => {
                all.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    all.push(&text[start..]);
    all.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Style without comments, in which every sign that is left means what it is.
pub(super) fn plain(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        let end = match c {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |at| at + 4),
            '<' if rest.starts_with("<!--") => 4,
            '-' if rest.starts_with("-->") => 3,
            '"' | '\'' => quoted(rest, c),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            'u' | 'U' => address(rest).unwrap_or(1),
            _ => c.len_utf8(),
        };
        match c {
            '/' | '<' | '-' if end > 1 => out.push(' '),
            '\\' => out.extend(['\\', MASK]),
            _ if end > c.len_utf8() => out.extend(rest[..end].chars().map(masked)),
            _ => out.push(c),
        }
        rest = &rest[end..];
    }
    out
}

fn masked(c: char) -> char {
    if matches!(c, '{' | '}' | ';' | ':' | '(' | ')' | '[' | ']' | ',' | '/' | '\\' | '!') { MASK } else { c }
}

/// Where words between quotes end: behind the next quote, or where the line does.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return at,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Where an address without quotes ends: `url(a;b)`.
fn address(text: &str) -> Option<usize> {
    let inside = text.get(..4).filter(|start| start.eq_ignore_ascii_case("url(")).map(|_| &text[4..])?;
    let is_quoted = inside.trim_start().starts_with(['"', '\'']);
    (!is_quoted).then(|| inside.find(')').map_or(text.len(), |at| at + 5))
}
