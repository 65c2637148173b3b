//! Which parts of a text are looked for: enough of it that nobody else would happen to write the same.

use std::collections::HashSet;

use super::letters::Letters;
use super::needles::{Needle, SHORTEST};
use super::read;
use crate::model::Region;
use crate::model::texts::{PHONE, Text, TextKind};

/// So many words of a sentence are looked for at once: a page may cut it off, or put an explanation in it.
const AT_ONCE: usize = 8;

/// How much there must be of a sentence: words and letters.
const SENTENCE: (usize, usize) = (4, 16);
/// The same in what somebody else wrote.
const SENTENCE_IN_COPIES: (usize, usize) = (6, 30);
/// How much of what is called so; of one word with a digit in it, or an address, the letters alone count.
const NAME: (usize, usize) = (2, SHORTEST);
const NAME_OF_ONE_WORD: usize = 8;
/// How much there must be of a path or a key: most keys are ordinary words.
const KEY: (usize, usize) = (3, 12);
/// How much of a title in what somebody else wrote.
const TITLE_IN_COPIES: (usize, usize) = (3, 16);

/// How much there must be of another text that is shorter than a sentence.
const SHORT: (usize, usize) = (3, 12);

/// Adds what is looked for of a text.
pub(super) fn wanted(text: &Text<'_>, needles: &mut Vec<Needle>) {
    let mut add = |letters: &str, in_copies: bool| {
        let (letters, place) = (letters.into(), (text.span, text.key));
        needles.push(Needle { letters, place, in_copies: in_copies && text.inside });
    };
    let whole = Letters::of(&text.words());
    if text.key == Some(PHONE) {
        numbers(whole.text(), |number| add(number, true));
    }
    if matches!(text.kind, TextKind::Address | TextKind::Mailbox) {
        let bare = text.text.split_once("://").map_or(text.text, |(_, bare)| bare);
        add(Letters::of(bare).text(), true);
    } else if text.kind == TextKind::Words && !text.names && whole.words().count() >= SENTENCE.0 {
        sentences(text.text, add);
    } else if let Some(in_copies) = as_a_whole(text, &whole) {
        add(whole.text(), in_copies);
    }
}

/// Whether a text is looked for as a whole, and then whether also in what somebody else wrote.
fn as_a_whole(text: &Text<'_>, whole: &Letters) -> Option<bool> {
    let (words, letters) = (whole.words().count(), whole.text().len());
    let has = |(least_words, least): (usize, usize)| words >= least_words && letters >= least;
    let is_own = letters >= NAME_OF_ONE_WORD && is_own(text.text);
    let least = match text.kind {
        TextKind::Name => KEY,
        _ if text.names => NAME,
        _ => SHORT,
    };
    // what is about an item is a title; another name is somebody's
    let is_known = text.names && (text.item.is_none() || has(TITLE_IN_COPIES));
    (is_own || has(least)).then_some(text.kind != TextKind::Name && (is_own || is_known))
}

/// Whether nobody else writes this by chance, though it may be one word: a number, a code, an address.
fn is_own(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let is_mixed = digits > 2 && word.chars().any(char::is_alphabetic) && word.chars().count() >= NAME_OF_ONE_WORD;
        word.contains('@') || digits >= NAME_OF_ONE_WORD || is_mixed
    })
}

/// A Dutch telephone number in the ways in which it is written.
fn numbers(digits: &str, mut add: impl FnMut(&str)) {
    let local = ["00310", "0031", "310", "31", "0"].iter().find_map(|start| digits.strip_prefix(start));
    if let Some(local) = local.filter(|local| local.len() == 9) {
        for start in ["0", "31", "310", "0031", "00310"] {
            add(&format!("{start}{local}"));
        }
    }
}

/// Gives the sentences of a text, in parts; and whether a part is long.
fn sentences(text: &str, mut add: impl FnMut(&str, bool)) {
    for block in read::blocks(text) {
        let ends = |(at, c): (usize, char)| matches!(c, '.' | '!' | '?').then_some(at + 1);
        let ends: Vec<usize> = block.char_indices().filter_map(ends).chain([block.len()]).collect();
        let mut start = 0;
        for end in ends {
            // a point within a number or an abbreviation ends nothing
            if block[end..].chars().next().is_none_or(char::is_whitespace) {
                let said = &block[start..end];
                parts(&Letters::of(said), is_own(said), &mut add);
                start = end;
            }
        }
    }
}

fn parts(sentence: &Letters, is_own: bool, add: &mut impl FnMut(&str, bool)) {
    let starts: Vec<usize> = sentence.starts().chain([sentence.text().len()]).collect();
    let words = starts.len() - 1;
    let mut at = 0;
    while at < words {
        // the last part has as many words as the others
        let first = at.min(words.saturating_sub(AT_ONCE));
        let last = (first + AT_ONCE).min(words);
        let part = &sentence.text()[starts[first]..starts[last]];
        let has = |(least_words, least)| last - first >= least_words && part.len() >= least;
        if has(SENTENCE) {
            add(part, is_own || has(SENTENCE_IN_COPIES));
        }
        at = first + AT_ONCE;
    }
}

/// Words that any page may put together: of days and times, and of who meets.
pub(super) struct Ordinary(HashSet<String>);

/// Words around days and times.
const OF_DAYS: &str = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli \
    augustus september oktober november december om uur van voor tot en met op in de het een tm";

impl Ordinary {
    /// Those of a view.
    pub(super) fn of(public: &Region) -> Self {
        let bodies = public.bodies.iter().map(|body| &body.name);
        let parties = public.parties.iter().map(|party| &party.name);
        let all = bodies.chain(parties).chain([&public.covenant.name, &public.covenant.region]);
        let mut words: HashSet<String> = OF_DAYS.split_whitespace().map(str::to_owned).collect();
        for name in all {
            words.extend(Letters::of(name).words().map(str::to_owned));
        }
        Self(words)
    }

    /// Whether a text is made of these and of short numbers alone.
    pub(super) fn is_all_of(&self, letters: &str) -> bool {
        let longest = self.0.iter().map(String::len).max().unwrap_or_default();
        // the places that words of these lead to
        let mut reached = vec![false; letters.len() + 1];
        reached[0] = true;
        for at in 0..letters.len() {
            if !reached[at] || !letters.is_char_boundary(at) {
                continue;
            }
            let is_word = |end: &usize| letters.is_char_boundary(*end) && self.is_one(&letters[at..*end]);
            for end in (at + 1..=(at + longest.max(4)).min(letters.len())).filter(is_word) {
                reached[end] = true;
            }
        }
        reached[letters.len()] && letters.contains(|c: char| c.is_alphabetic())
    }

    fn is_one(&self, word: &str) -> bool {
        self.0.contains(word) || (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_looked_for_in_parts_and_short_ones_not() {
        let mut found = Vec::new();
        sentences("Te duur. Een twee drie vier vijf zes zeven acht negen tien. Art. 5.2 geldt hier.", |part, long| {
            found.push((part.to_owned(), long));
        });
        let parts = ["eentweedrieviervijfzeszevenacht", "drieviervijfzeszevenachtnegentien"];
        assert_eq!(found, parts.map(|part| (part.to_owned(), true)));
    }

    #[test]
    fn a_number_is_known_in_every_way_of_writing() {
        let mut found = Vec::new();
        numbers("0710000000", |number| found.push(number.to_owned()));
        assert_eq!(found, ["0710000000", "31710000000", "310710000000", "0031710000000", "00310710000000"]);
    }

    #[test]
    fn days_and_names_are_ordinary() {
        let ordinary = Ordinary(OF_DAYS.split_whitespace().chain(["regionaal", "beraad"]).map(str::to_owned).collect());
        assert!(ordinary.is_all_of(Letters::of("Regionaal Beraad van donderdag 9 oktober 2025 om 14.00 uur").text()));
        assert!(!ordinary.is_all_of(Letters::of("Regionaal Beraad gaat niet door").text()));
        assert!(!ordinary.is_all_of("0710000000"));
    }
}
