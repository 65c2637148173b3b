//! Bytes that people and mail programs send, as text: encodings and line ends.
//!
//! They are read as browsers and mail programs do. What is UTF-8 is read as that, whatever its header says, and what has
//! no known encoding as that of Windows: a text in another encoding is never UTF-8 by chance. What cannot be read
//! becomes U+FFFD, which no answer may hold.

mod utf7;

use mail_parser::decoders::charsets::map::charset_decoder;

/// Encodings in which plain ASCII can mean something else, so that it must be read as it says.
const NOT_ASCII: [&str; 3] = ["utf-16", "iso-2022", "hz"];

/// The text of a file; nothing when it is none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    if !has_mark(bytes) && bytes.contains(&0) {
        return None;
    }
    Some(decode_as(bytes, None))
}

/// The text of bytes that say in which encoding they are, or do not.
pub(super) fn decode_as(bytes: &[u8], label: Option<&str>) -> String {
    let label = label.map(|label| label.trim().to_lowercase()).unwrap_or_default();
    let named = || charset_decoder(label.as_bytes()).filter(|_| !label.is_empty());
    let text = match bytes {
        _ if label.contains("utf-7") || label == "csunicode11utf7" => utf7::decode(bytes),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if NOT_ASCII.iter().any(|kind| label.starts_with(kind)) => {
            named().map_or_else(|| utf8(bytes), |decoder| decoder(bytes))
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                named().filter(|_| !label.starts_with("utf")).map_or_else(|| utf8(bytes), |decoder| decoder(bytes))
            }
        },
    };
    normal(&text)
}

fn has_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
}

fn utf16(bytes: &[u8], from: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]]));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// UTF-8 in which a few bytes are wrong, else the code page of older Dutch programs.
fn utf8(bytes: &[u8]) -> String {
    let lossy = String::from_utf8_lossy(bytes);
    let wrong = lossy.matches(char::REPLACEMENT_CHARACTER).count();
    let others = lossy.chars().filter(|c| !c.is_ascii()).count() - wrong;
    match charset_decoder(b"windows-1252").filter(|_| others <= wrong) {
        Some(decoder) => decoder(bytes),
        None => lossy.into_owned(),
    }
}

/// The encoding that a page names.
pub(super) fn named_in(html: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&html[..html.len().min(2048)]).to_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let name: String = rest
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| !matches!(c, '"' | '\'' | ' ' | ';' | '>'))
        .collect();
    (!name.is_empty()).then_some(name)
}

pub(super) fn normal(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_read_as_browsers_do() {
        for (bytes, label, expected) in [
            (&b"\xe9\xe9n \x80 5"[..], None, "één € 5"),
            (b"\xe9\xe9n", Some("UTF-8"), "één"),
            (b"\xe9\xe9n \x93zo\x94", Some("us-ascii"), "één “zo”"),
            (b"\xe9\xe9n", Some("iso-8859-1"), "één"),
            (b"\x80 5", Some("ISO-8859-1"), "€ 5"),
            (b"\xa4 5", Some("iso-8859-15"), "€ 5"),
            (b"\xe9\xe9n", Some("bestaat-niet"), "één"),
            ("één".as_bytes(), None, "één"),
            ("één".as_bytes(), Some("iso-8859-1"), "één"),
            ("één".as_bytes(), Some("us-ascii"), "één"),
            (b"\xff\xfe\xe9\x00\xe9\x00n\x00", Some("utf-8"), "één"),
            (b"\x00\xe9\x00\xe9\x00n", Some("utf-16be"), "één"),
            (b"\xc3\xa9\xc3\xa9n \xff", Some("utf-8"), "één \u{fffd}"),
            (b"+AOk- +IKw 5", Some("utf-7"), "é € 5"),
            (b"+AOk-", Some("UNICODE-1-1-UTF-7"), "é"),
            (b"a\r\nb\rc", None, "a\nb\nc"),
        ] {
            assert_eq!(decode_as(bytes, label), expected, "{label:?}");
        }
        assert_eq!(named_in(b"<meta charset=\"Windows-1252\">").as_deref(), Some("windows-1252"));
        assert_eq!(named_in(b"<meta content='text/html; charset=utf-8'>").as_deref(), Some("utf-8"));
        assert_eq!(decode(b"a\0b"), None);
    }
}
