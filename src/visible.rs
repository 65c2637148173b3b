//! Text from outside made visible: what moves the cursor, starts a line, turns the direction of text or cannot be seen is
//! written out as its number, `[U+001B]`.
//!
//! Two layers keep the terminal clean. Where a name, a path, an argument or another text from outside enters a message, it
//! goes through [`line()`] or [`path()`], so that it can start no line and looks like nothing of ours. All that is printed for
//! a person goes through [`printed`] or [`coloured`].

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

/// A text on one line: line ends and tabs are written out too.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    written_out(text, is_plain)
}

/// A path on one line. Backslashes stay as they are.
#[must_use]
pub fn path(path: &Path) -> String {
    if path == Path::new(".") { "deze map".to_owned() } else { line(&path.display().to_string()).into_owned() }
}

/// A text of several lines as it may reach a terminal. Marks inside words and emoji stay: they only join or break.
#[must_use]
pub fn printed(text: &str) -> Cow<'_, str> {
    written_out(text, |c| {
        is_plain(c) || matches!(c, '\n' | '\t' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
    })
}

/// As [`printed`], with the colours of our own messages. What is from outside must have gone through [`line()`] before.
#[must_use]
pub fn coloured(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        let (before, code) = rest.split_at(at);
        out += &printed(before);
        let end = code[2..].find(|c: char| !c.is_ascii_digit() && c != ';').map(|end| end + 2);
        let end = end.filter(|end| code[*end..].starts_with('m')).map_or(2, |end| end + 1);
        out += &if end > 2 { Cow::Borrowed(&code[..end]) } else { printed(&code[..end]) };
        rest = &code[end..];
    }
    out += &printed(rest);
    out
}

/// A text with as many bytes as it had, so that places in it stay right; lines and tabs stay.
#[must_use]
pub fn in_place(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_plain(c) || matches!(c, '\n' | '\t')) {
        return text.into();
    }
    let shown = |c: char, out: &mut String| match c.len_utf8() {
        _ if is_plain(c) || matches!(c, '\n' | '\t') => out.push(c),
        3 => out.push('\u{fffd}'),
        bytes => out.extend(std::iter::repeat_n('?', bytes)),
    };
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| shown(c, &mut out));
    out.into()
}

fn written_out(text: &str, may_stay: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().all(&may_stay) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if may_stay(c) {
            out.push(c);
        } else {
            // writing to a text cannot fail
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        }
    }
    out.into()
}

/// A character that shows itself and nothing else. The standard library knows what is printable: no control or format
/// character, none for private use, none without a meaning.
#[must_use]
pub fn is_plain(c: char) -> bool {
    match c {
        // blanks of a width of their own show as blanks; letters that look like nothing do not
        ' '..='~' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => true,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => false,
        _ if c.is_ascii() => false,
        _ => {
            // behind a letter, where an accent stands as it should
            let mut text = [b'a'; 5];
            let length = c.encode_utf8(&mut text[1..]).len();
            std::str::from_utf8(&text[..=length]).is_ok_and(|text| text.escape_debug().count() == 2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_seen_stays_and_what_cannot_is_written_out() {
        for text in ["één “twee” – ’s € ½ ☐ ☑", "C:\\map\\stuk.pdf", "e\u{301}\u{a0}x", "日本 🎉\u{fe0f}"]
        {
            assert_eq!([line(text), printed(text), in_place(text)], [text; 3]);
        }
        let hidden = "\u{0}\u{7}\u{8}\r\u{b}\u{1b}\u{7f}\u{85}\u{9b}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2066}\u{2069}\u{206a}\u{e000}\u{f8ff}\u{fff9}\u{e0041}\u{f0000}\u{10ffff}\u{378}\u{3164}";
        for c in hidden.chars() {
            let text = format!("a{c}b");
            let shown = format!("a[U+{:04X}]b", u32::from(c));
            assert_eq!([line(&text), printed(&text), coloured(&text).into()], [shown.as_str(); 3]);
            assert_eq!(in_place(&text).len(), text.len());
            assert_ne!(in_place(&text), text);
        }
        assert_eq!(line("a\nb\tc\u{200b}"), "a[U+000A]b[U+0009]c[U+200B]");
        assert_eq!(printed("a\nb\tc\u{200b}"), "a\nb\tc\u{200b}");
    }

    #[test]
    fn only_colours_reach_the_terminal() {
        let ours = "\u{1b}[1m\u{1b}[38;5;9mfout\u{1b}[0m\n";
        assert_eq!(coloured(ours), ours);
        for theirs in
            ["\u{1b}]0;x\u{7}", "\u{1b}[2J", "\u{1b}[1", "\u{1b}[", "\u{1b}[?25l", "\u{1b}P", "\u{1b}[1;\u{1b}c"]
        {
            let shown = coloured(theirs);
            assert!(!shown.contains('\u{1b}') && shown.starts_with("[U+001B]"), "{shown}");
        }
    }
}
