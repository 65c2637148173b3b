//! What belongs together on one line: dates, times, amounts and periods.

use super::MONTHS;

/// Words that stay on one line with the number before them.
const UNITS: [&str; 8] = ["minuten", "minuut", "uur", "euro", "procent", "miljoen", "kB", "MB"];

/// A piece of a text that is set in lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words that may be broken at their spaces.
    Words(&'t str),
    /// A space at which no line may be broken.
    Space,
    /// A period, such as `2026-2029` or `14.05–14.15`, that may not be broken.
    Period(&'t str),
}

/// A text in its pieces.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    let mut pieces = Vec::new();
    while at < bytes.len() {
        match bytes[at] {
            b' ' if sticks(text, at) => {
                pieces.extend([Piece::Words(&text[from..at]), Piece::Space]);
                at += 1;
                from = at;
            }
            b'0'..=b'9' => {
                let (end, is_period) = number(bytes, at);
                // `14.05–14.15` is one as well
                let (end, is_period) = slot(bytes, at).map_or((end, is_period), |end| (end, true));
                let alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'-';
                let alone = alone && !bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
                if is_period && alone {
                    pieces.extend([Piece::Words(&text[from..at]), Piece::Period(&text[at..end])]);
                    from = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    pieces.push(Piece::Words(&text[from..]));
    pieces
}

/// Where a number ends, and whether it is a period such as `2026-2029`.
fn number(bytes: &[u8], at: usize) -> (usize, bool) {
    let digits = |from: usize| from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let first = digits(at);
    if bytes.get(first) == Some(&b'-') {
        let second = digits(first + 1);
        if second > first + 1 {
            return (second, true);
        }
    }
    (first, false)
}

/// Where two times end with a dash between them.
fn slot(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = |from: usize| from + bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let time = |from: usize| {
        let hour = digits(from);
        let is_one = hour > from && bytes.get(hour) == Some(&b'.') && digits(hour + 1) == hour + 3;
        is_one.then_some(hour + 3)
    };
    let first = time(at)?;
    let dash = "–".as_bytes();
    bytes.get(first..)?.starts_with(dash).then(|| time(first + dash.len()))?
}

/// Whether a space holds together what stands around it: before a dot between, after a euro sign, between a number and its
/// unit.
fn sticks(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    if after.starts_with('·') || before.ends_with('€') {
        return true;
    }
    let starts_with_word = |words: &[&str]| {
        words.iter().any(|word| {
            after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    };
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return after.starts_with(|c: char| c.is_ascii_lowercase() || c == '%')
            && (after.starts_with('%') || starts_with_word(&MONTHS) || starts_with_word(&UNITS));
    }
    let year = after.as_bytes();
    year.len() >= 4
        && year[..4].iter().all(u8::is_ascii_digit)
        && !year.get(4).is_some_and(u8::is_ascii_digit)
        && MONTHS.iter().any(|month| before.ends_with(month))
}
