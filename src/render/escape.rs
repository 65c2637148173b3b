//! One-line texts to Markdown that shows exactly that text, wherever a template puts it.
//!
//! The escaper is quiet: it leaves `2026-2029`, `4.1`, `(mag)`, `a & b` and `snake_case` as they are. What it escapes
//! does not depend on the place, so a template cannot put a text where it would suddenly mean something.

use std::fmt::Write as _;

/// Where a text stands: whether whitespace and block markers at its ends would lose their meaning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The text may stand at the start of a line, or just after the opening of emphasis.
    pub start: bool,
    /// The text may stand at the end of a line, or just before the closing of emphasis.
    pub end: bool,
}

/// Escapes a one-line text so that Markdown shows exactly that text, in any place.
///
/// A line end becomes a space; a character for private use (our placeholders) becomes U+FFFD.
pub fn escape(text: &str, out: &mut String) {
    escape_at(text, Place { start: true, end: true }, out);
}

/// Escapes a one-line text; see [`escape`].
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(text, &mut out);
    out
}

/// Escapes a part of a line.
pub(super) fn escape_at(text: &str, place: Place, out: &mut String) {
    let core_start = if place.start { text.len() - text.trim_start().len() } else { 0 };
    let core_end = if place.end { text.trim_end().len().max(core_start) } else { text.len() };
    entities(&text[..core_start], out);
    let core = &text[core_start..core_end];
    let skip = if place.start { opening(core, out) } else { 0 };
    let hashes = if place.end { closing_hashes(core) } else { core.len() };
    inline(core, skip, hashes, out);
    entities(&text[core_end..], out);
}

/// Writes the part that could start a block, and says how many bytes that was.
fn opening(core: &str, out: &mut String) -> usize {
    let bytes = core.as_bytes();
    let after = |at: usize| bytes.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    match bytes.first() {
        Some(b'#') => {
            let run = bytes.iter().take_while(|byte| **byte == b'#').count();
            if !after(run) {
                return 0;
            }
            out.push_str("\\#");
        }
        Some(b'-') if bytes.get(1).is_none_or(|byte| !byte.is_ascii_alphanumeric()) => out.push_str("\\-"),
        Some(b'+') if after(1) => out.push_str("\\+"),
        Some(b'>') => out.push_str("\\>"),
        Some(b'=') => out.push_str("\\="),
        Some(b':') if bytes.get(1) == Some(&b'-') => out.push_str("\\:"),
        Some(byte) if byte.is_ascii_digit() => return number(bytes, after, out),
        _ => return 0,
    }
    1
}

/// Writes a number that would begin a list, or number a heading of a template, with its dot or bracket escaped.
fn number(bytes: &[u8], after: impl Fn(usize) -> bool, out: &mut String) -> usize {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let letters = bytes[digits..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let end = digits + letters;
    let marks = matches!(bytes.get(end), Some(b'.')) || (letters == 0 && matches!(bytes.get(end), Some(b')')));
    if !marks || !after(end + 1) {
        return 0;
    }
    out.extend(bytes[..end].iter().map(|byte| char::from(*byte)));
    out.push('\\');
    out.push(char::from(bytes[end]));
    end + 1
}

/// Where the `#`s begin that would close a heading; the length of the text when there are none.
fn closing_hashes(core: &str) -> usize {
    let before = core.trim_end_matches('#');
    let closes = before.is_empty() || before.ends_with(char::is_whitespace);
    if closes { before.len() } else { core.len() }
}

/// Escapes what means something anywhere in a line. `hashes` is where closing `#`s begin.
fn inline(core: &str, skip: usize, hashes: usize, out: &mut String) {
    let mut done = skip;
    while let Some(ahead) = core.as_bytes()[done..].iter().position(|byte| SIGNS[usize::from(*byte)]) {
        let at = done + ahead;
        out.push_str(&core[done..at]);
        let mut rest = core[at..].chars();
        let (Some(c), next) = (rest.next(), rest.clone().next()) else { break };
        match c {
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' => out.extend(['\\', c]),
            '_' => underscore(core[..at].chars().next_back(), next, out),
            '<' if next != Some(' ') => out.push_str("\\<"),
            '&' if entity_may_follow(rest.as_str()) => out.push_str("\\&"),
            // the marks of a form begin so
            '#' if at == hashes || core[at..].starts_with("#b:") => out.push_str("\\#"),
            // programs link the address as it is written: with a backslash in it that is another
            ':' | '.' if opens_address(core, at) && changes(rest.as_str()) => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            '\0' | '\u{1}' | '\u{E000}'..='\u{F8FF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
        done = at + c.len_utf8();
    }
    out.push_str(&core[done..]);
}

/// The bytes with which something may begin that is not written as it is. Most texts hold none.
const SIGNS: [bool; 256] = {
    let mut signs = [false; 256];
    let all = b"\\`*[]~|_<&#:.\n\r\0\x01";
    let mut at = 0;
    while at < all.len() {
        signs[all[at] as usize] = true;
        at += 1;
    }
    // U+E000 to U+F8FF begin so
    signs[0xEE] = true;
    signs[0xEF] = true;
    signs
};

/// Whether an address that programs make a link of by themselves begins around here.
fn opens_address(core: &str, at: usize) -> bool {
    let (before, rest) = core.split_at(at);
    let ends = |word: &str| {
        before.len() >= word.len()
            && before.as_bytes()[before.len() - word.len()..].eq_ignore_ascii_case(word.as_bytes())
    };
    rest.starts_with("://") && (ends("http") || ends("https") || ends("ftp")) || rest.starts_with('.') && ends("www")
}

/// Whether something in the rest of a word is escaped.
fn changes(rest: &str) -> bool {
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    word.contains(|c| "\\`*[]~|_<&#".contains(c))
}

/// A line to fill in is made of `\_`; a row of underscores in a text is written differently, so that it can be told
/// from the line of a template.
fn underscore(before: Option<char>, next: Option<char>, out: &mut String) {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if word(before) && word(next) {
        out.push('_');
    } else if before == Some('_') || next == Some('_') {
        out.push_str("&#95;");
    } else {
        out.push_str("\\_");
    }
}

/// Whether what follows an ampersand is an entity, or could become one with the text of the template after it.
fn entity_may_follow(rest: &str) -> bool {
    let name = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    matches!(rest.as_bytes().get(name), None | Some(b';'))
}

/// Writes whitespace at the edge of a text so that Markdown keeps it.
fn entities(edge: &str, out: &mut String) {
    for c in edge.chars() {
        let c = if matches!(c, '\n' | '\r') { ' ' } else { c };
        let _ = write!(out, "&#{};", u32::from(c));
    }
}
