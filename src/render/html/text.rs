//! Text as HTML: escaped, and with what belongs together on one line.

use crate::dutch::{Piece, pieces};

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
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => escape(words, out),
            Piece::Space => out.push_str("&nbsp;"),
            // digits, dots and a dash
            Piece::Period(period) => out.extend(["<span class=\"heel\">", period, "</span>"]),
        }
    }
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
            set("9 oktober 2025, 14.00 uur · 5 minuten (pdf, 357 kB)"),
            "9&nbsp;oktober&nbsp;2025, 14.00&nbsp;uur&nbsp;· 5&nbsp;minuten (pdf, 357&nbsp;kB)"
        );
        assert_eq!(set("2026-2029 en 2025-10-09"), "<span class=\"heel\">2026-2029</span> en 2025-10-09");
        assert_eq!(set("14.05–14.15 uur"), "<span class=\"heel\">14.05–14.15</span>&nbsp;uur");
        assert_eq!(set("€ 5 <b> 3 uurtjes 5 meiden"), "€&nbsp;5 &lt;b&gt; 3 uurtjes 5 meiden");
    }
}
