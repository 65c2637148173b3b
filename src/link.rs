//! Which addresses may be linked, and bare addresses in a text.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The schemes that may be linked.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// What a relative address may hold as it is; `(` and `)` would end a destination in Markdown.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// What any address may hold as it is.
const ELSEWHERE: &AsciiSet = &PATH
    .remove(b':')
    .remove(b'?')
    .remove(b'#')
    .remove(b'[')
    .remove(b']')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'%');

/// The address as it may stand in a link: of an allowed scheme, a place on the page or a relative path.
///
/// Everything that Markdown or HTML could take for something else comes out percent-encoded.
pub(crate) fn allowed(url: &str) -> Option<String> {
    let bytes = url.as_bytes();
    if bytes.is_empty() || bytes.iter().any(|byte| *byte < b' ' || matches!(byte, b'\\' | 0x7F)) {
        return None;
    }
    let first = &url[..url.find(['/', '?', '#']).unwrap_or(url.len())];
    let fits = match first.split_once(':') {
        Some((scheme, _)) => scheme_fits(scheme, &url[scheme.len() + 1..]),
        None => relative_fits(first, url),
    };
    fits.then(|| encoded(url))
}

fn scheme_fits(scheme: &str, rest: &str) -> bool {
    let known = SCHEMES.iter().find(|known| scheme.eq_ignore_ascii_case(known));
    match known {
        Some(known) if known.starts_with("http") => {
            rest.strip_prefix("//").is_some_and(|host| host.starts_with(char::is_alphanumeric))
        }
        Some(_) => !rest.is_empty() && !rest.starts_with('/'),
        None => false,
    }
}

/// A path that stays relative, also for a program that decodes it once more.
fn relative_fits(first: &str, url: &str) -> bool {
    if url.starts_with('#') {
        return true;
    }
    let decoded = percent_decode_str(first).decode_utf8_lossy();
    !decoded.is_empty() && !decoded.contains(|c: char| matches!(c, ':' | '/' | '\\') || c.is_control())
}

/// What an address may hold as it is.
const ADDRESS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'?')
    .remove(b'#')
    .remove(b':')
    .remove(b'@')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b'!')
    .remove(b'$')
    .remove(b',')
    .remove(b';');

/// A percent sign before which no character was encoded is one itself.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len() + 8);
    for (at, part) in url.split('%').enumerate() {
        match at {
            0 => {}
            _ if hex_follows(part.as_bytes()) => out.push('%'),
            _ => out.push_str("%25"),
        }
        out.extend(utf8_percent_encode(part, ADDRESS));
    }
    out
}

fn hex_follows(rest: &[u8]) -> bool {
    rest.len() > 1 && rest[..2].iter().all(u8::is_ascii_hexdigit)
}

/// What a relative address names; nothing when that is no text.
pub(crate) fn decoded(address: &str) -> Option<String> {
    percent_decode_str(address).decode_utf8().ok().map(Into::into)
}

/// The first bare address in a text: where it begins and ends.
pub(crate) fn bare(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some((start, prefix)) = next_start(text, from) {
        let apart = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '.' || c == '-');
        if apart && text[start + prefix..].starts_with(char::is_alphanumeric) {
            return Some((start, start + length(&text[start..])));
        }
        from = start + prefix;
    }
    None
}

fn next_start(text: &str, from: usize) -> Option<(usize, usize)> {
    text[from..].match_indices(['h', 'w']).find_map(|(at, _)| {
        let rest = &text[from + at..];
        let prefix = ["https://", "http://", "www."].into_iter().find(|prefix| rest.starts_with(prefix))?;
        Some((from + at, prefix.len()))
    })
}

/// How long the address is that opens a text, without the punctuation of the sentence around it.
fn length(text: &str) -> usize {
    let mut open = 0_usize;
    let ends = |(_, c): &(usize, char)| match c {
        '(' => {
            open += 1;
            false
        }
        ')' => {
            let closes = open == 0;
            open = open.saturating_sub(1);
            closes
        }
        c => c.is_whitespace() || c.is_control() || "<>\"`\\|".contains(*c),
    };
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(|c: char| ".,:;!?'*_~(…’”".contains(c)).len()
}

/// The destination of a bare address.
pub(crate) fn destination(bare: &str) -> Option<String> {
    if bare.starts_with("www.") { allowed(&format!("https://{bare}")) } else { allowed(bare) }
}

/// The address of a file, relative and percent-encoded, to stand between the parentheses of a link.
///
/// The result can have no scheme: a first part with a colon gets `./` before it.
#[must_use]
pub fn url(path: &str) -> String {
    let first = path.split('/').next().unwrap_or(path);
    let mut out = String::with_capacity(path.len() + 8);
    if first.contains(':') || (first.is_empty() && !path.is_empty()) {
        out.push_str("./");
    }
    out.extend(utf8_percent_encode(path.trim_start_matches('/'), PATH));
    out
}

/// The same to stand behind another address.
#[must_use]
pub fn path(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// The address of a page elsewhere, in which what is encoded already stays so.
#[must_use]
pub fn address(address: &str) -> String {
    utf8_percent_encode(address, ELSEWHERE).to_string()
}

/// A text in which nothing is percent-encoded any more, to read what it says.
#[must_use]
pub fn read(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Whether words that are linked name an address, and the link goes to another place.
#[must_use]
pub fn misleads(words: &str, url: &str) -> bool {
    let mut rest = words;
    while let Some((start, end)) = bare(rest) {
        let named = destination(&rest[start..end]);
        if named.is_none_or(|named| place(&named) != place(url)) {
            return true;
        }
        rest = &rest[end..];
    }
    false
}

/// The host of an address, as people know it.
fn place(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
    scheme.to_lowercase().starts_with("http").then(|| host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The path to which a relative address in a file leads, where that of the file is `from`; both with `/`. Nothing for an
/// address within the file itself, and for one that leads out of the folder from which the path is.
#[must_use]
pub fn beside(from: &str, address: &str) -> Option<String> {
    let file = address.split(['?', '#']).next().filter(|file| !file.is_empty())?;
    let file = decoded(file)?;
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["https://a.nl/x?y=1&z=2#q", "HTTP://a.nl", "mailto:a@b.nl", "tel:+31-6", "#punt-4", "a/b.pdf"] {
            assert_eq!(allowed(good).as_deref(), Some(good));
        }
        for good in ["../a", "./a:b", "a/b:c", "a%20b"] {
            assert_eq!(allowed(good).as_deref(), Some(good));
        }
        assert_eq!(allowed("a b(c).pdf").as_deref(), Some("a%20b%28c%29.pdf"));
        for bad in [
            "",
            "//a.nl",
            "/a",
            "///a",
            "javascript:x",
            "JaVaScRiPt:x",
            "java\tscript:x",
            " javascript:x",
            "data:x",
            "javascript%3Ax",
            "%6Aavascript:x",
            "javascript%3ax/y",
            "%2F%2Fa.nl",
            "\\\\a",
            "a\\b",
            "http:a",
            "https:///a",
            "view-source:x",
            "blob:x",
            "feed:http://x",
            "\u{1}javascript:x",
            ":x",
            "mailto:",
            "tel://x",
            "x\u{7f}",
        ] {
            assert_eq!(allowed(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn words_of_a_link_name_where_it_goes() {
        for (words, url) in
            [("Plan", "https://a.nl"), ("zie www.A.nl.", "http://a.nl/b"), ("https://a.nl/x", "https://www.a.nl/y")]
        {
            assert!(!misleads(words, url), "{words}");
        }
        for (words, url) in [
            ("https://a.nl", "https://b.nl/a.nl"),
            ("www.a.nl", "stukken/a.pdf"),
            ("https://a.nl", "https://a.nl@b.nl/"),
            ("https://a.nl en https://b.nl", "https://a.nl"),
        ] {
            assert!(misleads(words, url), "{words}");
        }
    }

    #[test]
    fn bare_addresses() {
        let found = |text: &'static str| bare(text).map(|(start, end)| &text[start..end]);
        assert_eq!(found("zie https://a.nl/b_c, en"), Some("https://a.nl/b_c"));
        assert_eq!(found("(www.a.nl)."), Some("www.a.nl"));
        assert_eq!(found("https://nl.wiki/x_(y)"), Some("https://nl.wiki/x_(y)"));
        assert_eq!(found("xhttps://a http://"), None);
        assert_eq!(found("www. en https://b.nl"), Some("https://b.nl"));
    }
}
