//! Text as HTML: escaped, and with what belongs together on one line.

use std::fmt::Write as _;

use crate::dutch::MONTHS;

/// Words that stay on one line with the number before them.
const UNITS: [&str; 6] = ["minuten", "minuut", "uur", "euro", "procent", "miljoen"];

/// Escapes a text for HTML, in an element or in a quoted attribute.
pub(super) fn escape(text: &str, out: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Escapes a text for an element, and keeps dates, times, amounts and periods in one piece.
pub(super) fn set(text: &str, out: &mut String) {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            // A space that may not break: before a dot between, after a euro sign, between a number and its unit.
            b' ' if sticks(text, at) => {
                escape(&text[from..at], out);
                out.push_str("&nbsp;");
                at += 1;
                from = at;
            }
            b'0'..=b'9' => {
                let (end, is_period) = number(bytes, at);
                let alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'-';
                let alone = alone && !bytes.get(end).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
                if is_period && alone {
                    escape(&text[from..at], out);
                    let _ = write!(out, "<span class=\"heel\">{}</span>", &text[at..end]);
                    from = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    escape(&text[from..], out);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together() {
        let set = |text: &str| {
            let mut out = String::new();
            set(text, &mut out);
            out
        };
        assert_eq!(
            set("9 oktober 2025, 14.00 uur · 5 minuten"),
            "9&nbsp;oktober&nbsp;2025, 14.00&nbsp;uur&nbsp;· 5&nbsp;minuten"
        );
        assert_eq!(set("2026-2029 en 2025-10-09"), "<span class=\"heel\">2026-2029</span> en 2025-10-09");
        assert_eq!(set("€ 5 <b> 3 uurtjes 5 meiden"), "€&nbsp;5 &lt;b&gt; 3 uurtjes 5 meiden");
    }
}
