//! The words of a file, also where nobody sees them: in its name, its addresses, its attributes and its properties.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::letters::Letters;
use super::office;
use crate::link;
use crate::render::field;

/// Of a file with more bytes nothing is read, nor of a packed one that holds more.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// What was read of a file.
#[derive(Debug, Default)]
pub struct Content {
    pub(super) letters: Letters,
    /// Why not all of it could be read, in Dutch, behind the name of the file: `is een pdf`.
    pub unread: Option<&'static str>,
    /// What its properties tell of who made it, in Dutch.
    pub remarks: Vec<String>,
}

impl Content {
    /// Reads a file that comes at this path.
    #[must_use]
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let mut content = Self::named(path);
        match kind(path, bytes) {
            Kind::Packed => office::read(bytes, &mut content),
            Kind::Text(text) => {
                written(path, &text, &mut content.letters);
                // what goes along with it is packed
                content.unread = path.to_lowercase().ends_with(".eml").then_some(MAIL);
            }
            Kind::Closed(why) => content.unread = Some(why),
        }
        content
    }

    /// What is known of a file that is too large to read.
    #[must_use]
    pub fn too_large(path: &str) -> Self {
        let named = Self::named(path);
        Self { unread: named.unread.or(Some("is te groot")), ..named }
    }

    /// What the name of a file says.
    fn named(path: &str) -> Self {
        let mut content = Self { unread: closed(path), ..Self::default() };
        // its folders have names of their own, and all of it together has one
        content.letters.add_apart(path);
        content.letters.add_apart(&link::read(path));
        content
    }
}

/// Whether anything is read of a file at this path but its name.
#[must_use]
pub fn is_read(path: &str) -> bool {
    closed(path).is_none()
}

/// What a file is.
enum Kind {
    Packed,
    Text(String),
    Closed(&'static str),
}

fn kind(path: &str, bytes: &[u8]) -> Kind {
    if let Some(why) = closed(path) {
        return Kind::Closed(why);
    }
    match bytes {
        [b'P', b'K', 3 | 5, ..] => Kind::Packed,
        [b'%', b'P', b'D', b'F', ..] => Kind::Closed(PDF),
        [0xff, 0xfe, rest @ ..] => Kind::Text(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Kind::Text(wide(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => Kind::Closed("heeft een vorm die beraad niet kent"),
        // what is no UTF-8 is mostly of an old Windows, of which these are the letters
        _ => Kind::Text(
            std::str::from_utf8(bytes)
                .map_or_else(|_| bytes.iter().copied().map(char::from).collect(), ToOwned::to_owned),
        ),
    }
}

const MAIL: &str = "is een mail";
const PDF: &str = "is een pdf";

/// Why nothing is read of a file with such a name.
fn closed(path: &str) -> Option<&'static str> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())?;
    match ending.as_str() {
        "pdf" => Some(PDF),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "tif" | "tiff" | "bmp" | "heic" => Some("is een plaatje"),
        "mp3" | "mp4" | "m4a" | "wav" | "mov" | "avi" | "mkv" | "webm" => Some("is beeld of geluid"),
        "doc" | "xls" | "ppt" | "rtf" => Some("heeft een oude vorm van Word, Excel of PowerPoint"),
        "msg" => Some(MAIL),
        _ => None,
    }
}

fn wide(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| number([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A text in the form that its name says, as it is and as it is read.
pub(super) fn written(path: &str, text: &str, letters: &mut Letters) {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if ending != "json" {
        letters.add_apart(text);
    }
    match ending.as_str() {
        "json" => quoted(text, letters),
        "ics" => letters.add_apart(&unescaped(&text.replace("\r\n ", "").replace("\n ", ""))),
        "md" | "markdown" => {
            letters.add_apart(&field::plain(text));
            marked_up(text, letters);
        }
        "txt" | "csv" => {}
        _ => marked_up(text, letters),
    }
    if text.contains('%') {
        letters.add_apart(&link::read(text));
    }
}

/// A text of HTML or XML: what is read in it, then every attribute and remark. What is marked up once more in that, as in a
/// feed, is read too.
fn marked_up(text: &str, letters: &mut Letters) {
    let (mut shown, mut beside) = (String::new(), Vec::new());
    let mut emitter: DefaultEmitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        match token {
            Token::String(words) => shown += &String::from_utf8_lossy(&words),
            Token::Comment(words) => beside.push(String::from_utf8_lossy(&words).into_owned()),
            Token::StartTag(tag) => {
                shown.push(' ');
                beside.extend(tag.attributes.values().map(|value| String::from_utf8_lossy(value).into_owned()));
            }
            Token::EndTag(_) => shown.push(' '),
            _ => {}
        }
    }
    letters.add_apart(&shown);
    if shown.contains("\\u") || shown.contains("\\n") {
        quoted(&shown, letters);
    }
    if text.len() > shown.len() && shown.contains('<') {
        marked_up(&shown, letters);
    }
    for value in beside {
        letters.add_apart(&value);
        letters.add_apart(&link::read(&value));
    }
}

/// The texts between quotation marks, as in JSON.
fn quoted(text: &str, letters: &mut Letters) {
    let mut rest = text;
    while let Some(end) = closing(rest) {
        letters.add_apart(&unescaped(&rest[..end]));
        rest = &rest[end + 1..];
    }
    letters.add_apart(&unescaped(rest));
}

/// The first quotation mark that is none of the text itself.
fn closing(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.bytes().position(|byte| {
        let found = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        found
    })
}

/// A text without what JSON and calendars write with a backslash.
fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('\\') {
        out += &rest[..at];
        let mut after = rest[at + 1..].chars();
        match after.next() {
            Some('u') => {
                let (c, length) = numbered(&rest[at..]);
                out.push(c);
                rest = &rest[at + length..];
            }
            Some(c) => {
                out.push(if matches!(c, 'n' | 'N' | 'r' | 't' | 'b' | 'f') { ' ' } else { c });
                rest = after.as_str();
            }
            None => rest = "",
        }
    }
    out + rest
}

/// The letter that `\u00e9` stands for, or two of those together, and how long it is.
fn numbered(text: &str) -> (char, usize) {
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    let Some(first) = unit(text) else { return (' ', 2) };
    let second = text.get(6..).and_then(unit);
    let one = |units: &[u16]| char::decode_utf16(units.iter().copied()).next().and_then(Result::ok);
    match (one(&[first]), second) {
        (Some(c), _) => (c, 6),
        (None, Some(second)) => (one(&[first, second]).unwrap_or(' '), 12),
        (None, None) => (' ', 6),
    }
}

/// A text of a user, as it was typed and as it is read.
pub(super) fn typed(text: &str, letters: &mut Letters) {
    letters.add_apart(text);
    letters.add_apart(&field::plain(text));
}

/// What a template itself says.
pub(super) fn template(text: &str, letters: &mut Letters) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        letters.add_apart(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    letters.add_apart(rest);
}

/// The paragraphs, headings and entries of lists of a Markdown text, each as it is read. What is quoted is somebody else's.
pub(super) fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines() {
        let said = line.trim_start();
        let begins = said.is_empty() || said.starts_with(['#', '|', '>']) || is_entry(said);
        if begins {
            blocks.push(String::new());
        }
        if let Some(block) = blocks.last_mut().filter(|_| !said.starts_with('>')) {
            *block += line;
            block.push('\n');
        }
    }
    blocks.iter().map(|block| field::plain(block)).filter(|block| !block.is_empty()).collect()
}

fn is_entry(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = if rest.len() < line.len() { ['.', ')', ')'] } else { ['-', '*', '+'] };
    rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_with_a_backslash_is_read() {
        assert_eq!(unescaped(r#"caf\u00e9 \ud83d\ude00 a\nb\, \"c\" \u12"#), "café 😀 a b, \"c\"  12");
        assert_eq!(unescaped("x\\"), "x");
    }

    #[test]
    fn blocks_are_apart_and_quotations_out() {
        let text = "# Kop\nEen *regel*\ndie doorgaat.\n- punt\n1. eerst\n\n> geciteerd\nslot";
        assert_eq!(blocks(text), ["Kop Een regel die doorgaat.", "punt", "1. eerst", "slot"]);
    }
}
