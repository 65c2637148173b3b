//! The fingerprint of a file piece by piece.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::{SHORT, from_digits};

/// Bytes that are read at a time.
const PIECE: usize = 64 * 1024;

pub(super) fn fingerprint(mut from: impl Read) -> io::Result<String> {
    let mut stream = Stream::default();
    pieces(&mut from, |piece| stream.add(piece))?;
    Ok(stream.finish())
}

/// The digest of the bytes alone.
pub(super) fn digest(from: &mut dyn Read) -> io::Result<Sha256> {
    let mut digest = Sha256::new();
    pieces(from, |piece| digest.update(piece))?;
    Ok(digest)
}

fn pieces(from: &mut dyn Read, mut take: impl FnMut(&[u8])) -> io::Result<()> {
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(read) => take(&piece[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// What was read so far, as bytes and, as long as it may be one, as a text.
struct Stream {
    bytes: Sha256,
    text: Option<Text>,
    /// The beginning of a character whose end is in the next piece.
    half: Vec<u8>,
}

impl Default for Stream {
    fn default() -> Self {
        Self { bytes: Sha256::new(), text: Some(Text::default()), half: Vec::new() }
    }
}

impl Stream {
    fn add(&mut self, piece: &[u8]) {
        self.bytes.update(piece);
        let Some(text) = &mut self.text else { return };
        self.half.extend_from_slice(piece);
        let end = match std::str::from_utf8(&self.half) {
            Ok(all) => {
                text.add(all);
                all.len()
            }
            Err(error) if error.error_len().is_none() => {
                let end = error.valid_up_to();
                text.add(&String::from_utf8_lossy(&self.half[..end]));
                end
            }
            Err(_) => {
                self.text = None;
                self.half.len()
            }
        };
        self.half.drain(..end);
    }

    fn finish(self) -> String {
        let hash = match self.text.filter(|_| self.half.is_empty()) {
            Some(text) => text.finish(),
            None => self.bytes,
        };
        from_digits(&hex::encode(hash.finalize())[..SHORT])
    }
}

/// A text whose line ends, and blanks before them, do not count.
#[derive(Default)]
struct Text {
    said: Sha256,
    /// The same with the blanks behind it, which count as soon as something follows them in their line.
    blank: Option<Sha256>,
    /// The last line has no end yet.
    open: bool,
}

impl Text {
    fn add(&mut self, text: &str) {
        for piece in text.split_inclusive('\n') {
            let line = piece.strip_suffix('\n');
            self.open = line.is_none();
            let words = piece.trim_end();
            if !words.is_empty() {
                self.said = self.blank.take().unwrap_or_else(|| self.said.clone());
                self.said.update(words);
            }
            if line.is_some() {
                self.blank = None;
                self.said.update("\n");
            } else if words.len() < piece.len() {
                let blank = self.blank.get_or_insert_with(|| self.said.clone());
                blank.update(&piece[words.len()..]);
            }
        }
    }

    fn finish(mut self) -> Sha256 {
        if self.open {
            self.said.update("\n");
        }
        self.said.update("\0");
        self.said
    }
}

#[cfg(test)]
mod tests {
    use super::super::{bytes, texts};
    use super::*;

    /// Gives a few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(to.len());
            to[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn whole(all: &[u8]) -> String {
        let text = std::str::from_utf8(all).map(|text| texts([text]));
        text.unwrap_or_else(|_| from_digits(&bytes(all)[..SHORT]))
    }

    #[test]
    fn a_file_in_pieces_has_the_fingerprint_of_the_whole() {
        let texts: [&[u8]; 16] = [
            b"",
            b"\n",
            b"a",
            b"a\n",
            b"a\r\nb \t\r\n\r\n",
            b"a\rb\r\r\n",
            b" a  b \n  c",
            b"a\n   ",
            b"  \n\n  ",
            "één\u{a0}\n\u{2028}\u{a0}twee\u{85}\n😀 ".as_bytes(),
            "\u{feff}a\0b".as_bytes(),
            b"a\xff\n",
            b"\xe2\x82",
            b"a \xe2\x82\xac \xe2\x82",
            b"\xff\xfea\0",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\r\n",
        ];
        for text in texts {
            for step in [1, 2, 3, 5, 1000] {
                assert_eq!(fingerprint(Slow(text, step)).unwrap(), whole(text), "{text:?} by {step}");
            }
        }
        let long = "woord  \r\n".repeat(PIECE / 7);
        assert_eq!(fingerprint(long.as_bytes()).unwrap(), whole(long.as_bytes()));
    }
}
