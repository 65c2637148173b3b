//! Bytes that people and mail programs send, as text: encodings and line ends.

use mail_parser::decoders::charsets::map::charset_decoder;

/// UTF-8 or UTF-16 with its mark, else the code page of older Dutch programs.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => utf16(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => utf16(u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) if bytes.contains(&0) => return None,
            Err(_) => charset_decoder(b"windows-1252")?(bytes),
        },
    };
    Some(normal(&text))
}

pub(super) fn normal(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n")
}
