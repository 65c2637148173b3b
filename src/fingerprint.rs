//! Fingerprints: short marks by which a text is known again, and by which a change shows.
//!
//! They are SHA-256, in hexadecimal digits. Line ends, and blanks at the ends of lines, do not count: a checkout on
//! Windows changes nothing. A fingerprint guards against mistakes, not against malice, so in files and forms
//! its first [`SHORT`] digits do.

use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

use crate::limits;

mod stream;

/// The digits of a fingerprint that stands in a file or a form.
pub const SHORT: usize = 16;

/// The first bytes of a fingerprint, not written out: no accident makes two alike. There may be hundreds of thousands, and
/// with a byte that says what it is it takes sixteen.
pub type Digest = [u8; 15];

/// What stands before a fingerprint in a file.
pub const KIND: &str = "sha256:";

/// What the last line of a document of this program begins with: it holds a fingerprint of all before it.
pub const STAMP: &str = "<!-- beraad ";

/// The fingerprint of bytes: 64 digits.
#[must_use]
pub fn bytes(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The fingerprint of bytes that come piece by piece, which may be asked for in between.
#[derive(Debug, Default)]
pub struct Growing(Sha256);

impl Growing {
    /// With these bytes as the first.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(bytes))
    }

    /// Some bytes more.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// As [`bytes`] gives it of all bytes so far.
    #[must_use]
    pub fn digits(&self) -> String {
        hex::encode(self.0.clone().finalize())
    }
}

/// The same of all that a reader gives, which is never in memory as a whole.
///
/// # Errors
///
/// When it cannot be read to its end.
pub fn bytes_of(mut from: impl Read) -> io::Result<String> {
    stream::digest(&mut from).map(|hash| hex::encode(hash.finalize()))
}

/// A fingerprint of lines that come one by one.
#[derive(Debug, Default)]
pub struct Lines(Sha256);

impl Lines {
    /// One line more, without its end.
    pub fn add(&mut self, line: &str) {
        self.0.update(line);
        self.0.update("\n");
    }

    /// [`SHORT`] digits of all lines so far.
    #[must_use]
    pub fn digits(&self) -> String {
        hex::encode(self.0.clone().finalize()).chars().take(SHORT).collect()
    }
}

/// The 30 digits of the first bytes of a fingerprint.
#[must_use]
pub fn digits_of(digest: &Digest) -> String {
    hex::encode(digest)
}

/// What the first 30 digits of a fingerprint stand for; none when they are something else.
#[must_use]
pub fn digest(digits: &str) -> Option<Digest> {
    let mut digest = Digest::default();
    hex::decode_to_slice(digits.get(..2 * digest.len())?, &mut digest).ok().map(|()| digest)
}

/// The fingerprint of a file, which is never in memory as a whole: of a text that of [`texts`], of other bytes theirs.
///
/// # Errors
///
/// When it cannot be read.
pub fn file(from: impl Read) -> io::Result<String> {
    stream::fingerprint(from)
}

/// The fingerprint of several texts one after the other: `sha256:` and [`SHORT`] digits.
#[must_use]
pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for text in texts {
        for line in text.lines() {
            all.push_str(line.trim_end());
            all.push('\n');
        }
        // no text of a user holds it: where one text ends and the next begins counts
        all.push('\0');
    }
    KIND.to_owned() + &short(&all)
}

/// Whether a text is [`SHORT`] digits, as a fingerprint is written.
#[must_use]
pub fn is_short(text: &str) -> bool {
    text.len() == SHORT && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The fingerprint of a line of words, whatever the white space between them: [`SHORT`] digits.
#[must_use]
pub fn words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    short(&words.join(" "))
}

/// A mark for each word of a text, by which a changed word is found; nothing when there are more than fit in a line.
#[must_use]
pub fn marks(text: &str) -> Option<String> {
    const MARKS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mark = |word: &str| char::from(MARKS[usize::from(Sha256::digest(word)[0] & 63)]);
    let marks: String = text.split_whitespace().map(mark).collect();
    limits::LINE.exceeded(marks.len()).is_none().then_some(marks)
}

/// The digits of a fingerprint in a file, as a form shows them.
#[must_use]
pub fn digits(fingerprint: &str) -> &str {
    fingerprint.strip_prefix(KIND).unwrap_or(fingerprint)
}

/// A fingerprint as a file holds it, from the digits in a form.
#[must_use]
pub fn from_digits(digits: &str) -> String {
    KIND.to_owned() + digits
}

fn short(text: &str) -> String {
    bytes(text.as_bytes()).chars().take(SHORT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_blanks_behind_them_do_not_count() {
        assert_eq!(texts(["een \r\ntwee"]), texts(["een\ntwee\n"]));
        assert_ne!(texts(["een", "twee"]), texts(["een\ntwee"]));
        assert_ne!(texts(["een", ""]), texts(["een"]));
        assert_eq!(texts(["een"]).len(), "sha256:".len() + SHORT);
    }

    #[test]
    fn words_are_the_same_however_they_are_spaced() {
        assert_eq!(words("In te\u{a0}stemmen\n met"), words("In te stemmen met "));
        assert_ne!(words("In te stemmen"), words("In te  stem men"));
    }

    #[test]
    fn digits_go_to_a_form_and_back() {
        let print = texts(["een"]);
        assert_eq!(from_digits(digits(&print)), print);
    }
}
