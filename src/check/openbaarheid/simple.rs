//! A text in the signs that a keyboard has: what looks alike is alike, and what nobody sees is not there.

use std::borrow::Cow;
use std::ops::Range;

/// A text in simple signs, and where each of its bytes stood.
pub(super) struct Simple<'a> {
    pub text: Cow<'a, str>,
    typed: &'a str,
    /// Where the character of each byte began; empty when nothing was changed.
    from: Vec<usize>,
}

impl<'a> Simple<'a> {
    /// Dashes, spaces and signs of an address as one types them; without what has no width.
    pub(super) fn of(typed: &'a str) -> Self {
        if typed.is_ascii() && !typed.contains('%') {
            return Self { text: typed.into(), typed, from: Vec::new() };
        }
        let (mut text, mut from) = (String::with_capacity(typed.len()), Vec::with_capacity(typed.len()));
        let mut skip = 0;
        for (at, c) in typed.char_indices() {
            let simple = match c {
                _ if at < skip => continue,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
                '\u{ff20}' | '\u{fe6b}' => '@',
                '%' => encoded(&typed[at..]).inspect(|_| skip = at + 3).unwrap_or(c),
                c => c,
            };
            text.push(simple);
            from.resize(text.len(), at);
        }
        Self { text: text.into(), typed, from }
    }

    /// What was typed where these bytes stand.
    pub(super) fn typed(&self, range: &Range<usize>) -> &'a str {
        let (Some(start), Some(last)) = (self.from.get(range.start), self.from.get(range.end.saturating_sub(1))) else {
            return self.typed.get(range.clone()).unwrap_or_default();
        };
        let end = last + self.typed[*last..].chars().next().map_or(0, char::len_utf8);
        self.typed.get(*start..end).unwrap_or_default()
    }
}

/// The sign that an address on the web writes with a percent sign, of those in names and contact details.
fn encoded(text: &str) -> Option<char> {
    [("%40", '@'), ("%20", ' '), ("%2B", '+'), ("%2b", '+'), ("%2E", '.'), ("%2e", '.'), ("%2D", '-'), ("%2d", '-')]
        .into_iter()
        .find_map(|(code, c)| text.starts_with(code).then_some(c))
}

#[cfg(test)]
mod tests {
    use super::Simple;

    #[test]
    fn what_is_found_is_shown_as_it_was_typed() {
        for (typed, simple, found, shown) in [
            ("bel 06\u{2013}12\u{ad}34 é", "bel 06-1234 é", "06-1234", "06\u{2013}12\u{ad}34"),
            ("é\u{a0}jan%40x.nl.", "é jan@x.nl.", "jan@x.nl", "jan%40x.nl"),
            ("Kana\u{200b}rie", "Kanarie", "Kanarie", "Kana\u{200b}rie"),
            ("50% en 100%", "50% en 100%", "50%", "50%"),
            ("gewoon", "gewoon", "woon", "woon"),
        ] {
            let text = Simple::of(typed);
            assert_eq!(text.text, simple);
            let at = simple.find(found).unwrap();
            assert_eq!(text.typed(&(at..at + found.len())), shown);
        }
    }
}
