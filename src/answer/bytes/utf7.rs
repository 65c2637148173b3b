//! UTF-7 (RFC 2152), in which old programs send what is not ASCII. The decoder of the library drops blanks.

/// The text of bytes in UTF-7. What is none becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match first {
            b'+' => {
                let length = rest.iter().take_while(|byte| digit(**byte).is_some()).count();
                let (shifted, after) = rest.split_at(length);
                rest = after.strip_prefix(b"-").unwrap_or(after);
                match (length, after.first()) {
                    (0, Some(b'-')) => text.push('+'),
                    (0, _) => text.push(char::REPLACEMENT_CHARACTER),
                    _ => text.extend(units(shifted)),
                }
            }
            byte if byte.is_ascii() => text.push(char::from(*byte)),
            _ => text.push(char::REPLACEMENT_CHARACTER),
        }
    }
    text
}

/// The characters of shifted digits: UTF-16, its bits in groups of six.
fn units(digits: &[u8]) -> Vec<char> {
    let (mut bits, mut count) = (0_u32, 0);
    let mut units = Vec::new();
    for value in digits.iter().filter_map(|byte| digit(*byte)) {
        bits = (bits << 6 | value) & 0x003f_ffff;
        count += 6;
        if count >= 16 {
            count -= 16;
            units.push(u16::try_from(bits >> count & 0xffff).unwrap_or_default());
        }
    }
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn shifted_characters_and_blanks_are_read() {
        for (bytes, text) in [
            (&b"caf+AOk- +IKw 5 +- 3"[..], "café € 5 + 3"),
            (b"+AOkA6Q-n +AH4- +AFw-", "één ~ \\"),
            (b"+2D3cSw-", "\u{1f44b}"),
            (b"Hi Mom +Jjo-!", "Hi Mom ☺!"),
            (b"a+", "a\u{fffd}"),
            (b"\xe9", "\u{fffd}"),
        ] {
            assert_eq!(decode(bytes), text);
        }
    }
}
