//! The marks in a form by which an answer is known again, whatever a mail program does to the words around them.
//!
//! A mark is one piece without blanks, so that no line is broken in it: `#b:` and a Dutch word, and what it is about behind
//! colons. Keys of the format are letters, digits and hyphens, so a colon after a mark never belongs to it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::lines::is_unseen;
use crate::dossier::read::nearest;
use crate::model::Treatment;
use crate::model::reply::{Field, Holds};
use crate::word::Word as _;

/// What a place in a form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The form as a whole: for which meeting (its folder), and who was asked (the key of the party).
    Form {
        /// The folder of the meeting.
        meeting: String,
        /// The key of the party.
        party: String,
    },
    /// One tick for all.
    Everything,
    /// A requested decision: the key of the item, its number there from 1, the fingerprint of its words, and what is to be
    /// done with the item.
    Decision {
        /// The key of the item.
        item: String,
        /// From 1.
        number: u16,
        /// The fingerprint of the words that were asked, 16 digits.
        words: String,
        /// What was to be done with the item; forms did not always say so.
        treatment: Option<Treatment>,
        /// The fingerprint of what its choices are called, 16 digits, where a template of a dossier calls them otherwise.
        choices: Option<String>,
    },
    /// A field that is filled in with words; that for input on an item is [`Mark::Item`].
    Field(Field),
    /// Input on an item: its key, and the fingerprint of what was seen of it.
    Item {
        /// The key of the item.
        item: String,
        /// The fingerprint of explanation and papers, 16 digits; nothing where it is not known.
        seen: Option<String>,
    },
    /// What was filled in ends here; words of the form follow.
    Onward,
    /// What follows is no part of the form.
    End,
}

impl Mark {
    /// Without what every mark begins with: where no text stands, it can be taken for none.
    #[must_use]
    pub fn bare(&self) -> String {
        self.to_string().trim_start_matches(OPEN).to_owned()
    }

    /// Whether it announces one box.
    #[must_use]
    pub fn is_of_box(&self) -> bool {
        matches!(self, Self::Everything) || matches!(self, Self::Field(field) if field.holds() == Holds::Tick)
    }

    /// The word of a mark beside which words are typed or the form says something of its own; nothing of one that goes with
    /// boxes or with headings.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Form { .. } => "formulier",
            Self::Item { .. } => return Field::Input.mark(),
            Self::Field(field) if field.holds() != Holds::Tick => return field.mark(),
            Self::End => "einde",
            Self::Decision { .. } | Self::Everything | Self::Field(_) | Self::Onward => return None,
        })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Form { meeting, party } => write!(to, "#b:formulier:{meeting}:{party}"),
            Self::Everything => to.write_str("#b:alles"),
            Self::Decision { item, number, words, treatment, choices } => {
                write!(to, "#b:besluit:{item}:{number}:{words}")?;
                treatment.map_or(Ok(()), |treatment| write!(to, ":{}", treatment.in_one_word()))?;
                choices.as_ref().map_or(Ok(()), |choices| write!(to, ":{choices}"))
            }
            Self::Item { item, seen: Some(seen) } => write!(to, "#b:punt:{item}:{seen}"),
            Self::Item { item, seen: None } => write!(to, "#b:punt:{item}"),
            Self::Field(field) => write!(to, "#b:{}", field.mark().unwrap_or_default()),
            Self::Onward => to.write_str("#b:verder"),
            Self::End => to.write_str("#b:einde"),
        }
    }
}

impl serde::Serialize for Mark {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A mark in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands in the line, in bytes.
    pub range: Range<usize>,
    /// The mark; nothing when it is damaged.
    pub mark: Option<Mark>,
}

/// What every mark begins with.
pub(super) const OPEN: &str = "#b:";

/// The first mark in a line. One behind a backslash was taken from a text of a user.
#[must_use]
pub fn find(line: &str) -> Option<Found> {
    marks(line).next()
}

/// All marks in a line.
#[must_use]
pub fn all(line: &str) -> Vec<Found> {
    marks(line).collect()
}

/// A decision that the text of a form asks about.
#[derive(Debug)]
pub struct Question<'t> {
    /// The key of the item and the number of the decision there.
    pub decision: (String, u16),
    /// The fingerprint of the words that its mark stands for.
    pub print: String,
    /// Where its mark ends, in bytes.
    pub end: usize,
    /// What stands behind that, up to the next one.
    pub behind: &'t str,
}

/// The decisions that the text of a form asks about, in their order.
#[must_use]
pub fn questions(text: &str) -> Vec<Question<'_>> {
    let mut all: Vec<Question> = Vec::new();
    for found in marks(text) {
        let Some(Mark::Decision { item, number, words, .. }) = found.mark else { continue };
        if let Some(last) = all.last_mut() {
            last.behind = &text[last.end..found.range.start];
        }
        let end = found.range.end;
        all.push(Question { decision: (item, number), print: words, end, behind: &text[end..] });
    }
    all
}

fn marks(line: &str) -> impl Iterator<Item = Found> {
    let mut end = 0;
    let mut behind = false;
    let places = line.match_indices(OPEN).map(|(at, _)| at).filter(|at| !line[..*at].ends_with('\\'));
    places.filter_map(move |start| {
        // a piece that runs on into another mark is one, and damaged
        if start < end {
            return None;
        }
        let length = line[start..].find(|c: char| !is_part(c)).unwrap_or(line.len() - start);
        let piece = line[start..start + length].trim_end_matches(':');
        end = start + piece.len();
        let found = Found { range: start..end, mark: parse(piece) };
        behind |= found.mark.is_some();
        (found.mark.is_some() || !is_words(line, &found.range, behind)).then_some(found)
    })
}

/// Whether a piece that is no mark is what somebody typed, and no mark that was damaged: it looks like none, and stands
/// where no form has one, or behind a mark in its line, where a person fills in.
fn is_words(line: &str, piece: &Range<usize>, behind: bool) -> bool {
    let (before, after) = (&line[..piece.start], &line[piece.end..]);
    let is_last = after.trim().is_empty();
    let word = line.get(piece.start + OPEN.len()..piece.end).unwrap_or_default();
    let word = word.split(':').next().unwrap_or_default().to_lowercase();
    // a program that breaks a line leaves the beginning of a word at its end
    let is_part = |known: &&str| word.starts_with(*known) || is_last && known.starts_with(&word);
    let words = || WORDS.iter().copied().chain(Field::ALL.iter().filter_map(|field| field.mark()));
    let resembles = words().any(|known| is_part(&known)) || nearest(&word, words()).is_some();
    let is_first = before.chars().all(|c| matches!(c, ' ' | '-' | '*' | '+' | '|' | '>' | '#' | '`'));
    let is_placed = is_first || is_last || before.ends_with('`') || after.starts_with([':', '`']);
    !resembles && (behind || !is_placed)
}

/// The words of marks that are of no field.
const WORDS: [&str; 5] = ["formulier", "alles", "besluit", "verder", "einde"];

/// A text in which nothing can be taken for a mark, also not where what cannot be seen stands between its signs.
#[must_use]
pub fn tamed(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    for (at, sign) in text.match_indices('#') {
        let mut seen = text[at + sign.len()..].chars().filter(|c| !is_unseen(*c));
        if seen.next() == Some('b') && seen.next() == Some(':') {
            out.extend([&text[kept..at], "# "]);
            kept = at + sign.len();
        }
    }
    if kept == 0 {
        return text.into();
    }
    out.push_str(&text[kept..]);
    out.into()
}

const fn is_part(c: char) -> bool {
    matches!(c, '#' | ':' | '-' | '_' | 'a'..='z' | 'A'..='Z' | '0'..='9')
}

fn parse(piece: &str) -> Option<Mark> {
    let pieces: Vec<&str> = piece.strip_prefix(OPEN)?.split(':').collect();
    if pieces.iter().any(|piece| piece.is_empty()) {
        return None;
    }
    let is_print = |text: &str| text.len() == crate::fingerprint::SHORT && text.bytes().all(|b| b.is_ascii_hexdigit());
    let owned = |text: &str| text.to_owned();
    Some(match pieces.as_slice() {
        ["formulier", meeting, party] => Mark::Form { meeting: owned(meeting), party: owned(party) },
        ["besluit", item, number, words, more @ ..] if is_print(words) => {
            let treatment = |word: &str| Treatment::ALL.iter().copied().find(|known| known.in_one_word() == word);
            let (treatment, choices) = match more {
                [] => (None, None),
                [choices] if is_print(choices) => (None, Some(owned(choices))),
                [word] => (Some(treatment(word)?), None),
                [word, choices] if is_print(choices) => (Some(treatment(word)?), Some(owned(choices))),
                _ => return None,
            };
            Mark::Decision { item: owned(item), number: number.parse().ok()?, words: owned(words), treatment, choices }
        }
        ["punt", item] => Mark::Item { item: owned(item), seen: None },
        ["punt", item, seen] if is_print(seen) => Mark::Item { item: owned(item), seen: Some(owned(seen)) },
        ["alles"] => Mark::Everything,
        ["verder"] => Mark::Onward,
        ["einde"] => Mark::End,
        // input on an item says on which
        [word] => Mark::Field(Field::of_mark(word).filter(|field| *field != Field::Input)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(treatment: Option<Treatment>) -> Mark {
        Mark::Decision {
            item: "jaarplan".into(),
            number: 2,
            words: "0123456789abcdef".into(),
            treatment,
            choices: None,
        }
    }

    #[test]
    fn marks_are_found_as_they_were_written() {
        let marks = [
            Mark::Form { meeting: "2025-10-09-beraad".into(), party: "kaag-en-braassem".into() },
            decision(None),
            decision(Some(Treatment::Assent)),
            decision(Some(Treatment::Information)),
            Mark::Item { item: "jaarplan".into(), seen: Some("0123456789abcdef".into()) },
            Mark::Item { item: "jaarplan".into(), seen: None },
            Mark::Everything,
            Mark::Field(Field::Reason),
            Mark::Field(Field::NameIt),
            Mark::Onward,
            Mark::Field(Field::General),
            Mark::Field(Field::By),
            Mark::Field(Field::AgreedWith),
            Mark::Field(Field::Date),
            Mark::End,
        ];
        for mark in marks {
            let line = format!("> Inbreng `{mark}`: hier");
            let found = find(&line);
            assert_eq!(found.as_ref().and_then(|found| found.mark.as_ref()), Some(&mark));
            assert_eq!(found.map(|found| line[found.range].to_owned()), Some(mark.to_string()));
        }
    }

    #[test]
    fn a_damaged_mark_is_no_other_mark() {
        for line in [
            "#b:besluit:jaarplan:2:0123",
            "#b:besluit:jaarplan:2:0123456789abcdef:instem",
            "#b:besluit:jaarplan:2:0123456789abcdef:instemming:advisering",
            "#b:besluit:jaarplan",
            "#b:besluit:jaarplan:x:0123456789abcdef",
            "#b:formulier:x",
            "#b:",
        ] {
            assert_eq!(find(line).map(|found| found.mark), Some(None), "{line}");
        }
        for line in ["# Kop, nummer #4 en #besloten", "\\#b:einde", &tamed("een #b:einde")] {
            assert_eq!(find(line), None, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_seen_makes_no_mark() {
        for unseen in "\u{ad}\u{200b}\u{200c}\u{200e}\u{2060}\u{feff}\u{fe0f}\u{e0001}\u{3164}".chars() {
            for text in
                [format!("#{unseen}b:einde"), format!("#b{unseen}:einde"), format!("#{unseen}{unseen}b{unseen}:einde")]
            {
                let read = |text: &str| super::super::lines::lines(text).iter().any(|line| find(&line.said).is_some());
                assert!(!read(&tamed(&text)), "{text:?}");
                // it is what one would be read as
                assert!(read(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn what_a_person_typed_is_no_mark() {
        let one = |line: &str| all(line).into_iter().map(|found| found.mark).collect::<Vec<_>>();
        for line in [
            "#b:reden Reden: te duur #b:x en meer",
            "#b:reden Reden: #b: is wat wij zochten",
            "#b:reden Reden: zie #b:zo",
            "Reden `#b:reden`: zie #b:qq-1: daar",
        ] {
            assert_eq!(one(line), [Some(Mark::Field(Field::Reason))], "{line}");
        }
        assert!(one("wij kennen #b:qq niet").is_empty());
        // joined lines, and what a program broke, stay what they are
        for line in ["#b:reden Reden: #b:beslui:plan:2 vraag", "#b:reden Reden: ja #b:pun", "#b:reden #b:door #b:qq"] {
            assert_eq!(all(line).len(), 2, "{line}");
        }
        for line in ["#b:qq hier", "`#b:qq` hier", "Reden #b:qq: hier", "[ ] Akkoord met alles #b:qq"] {
            assert_eq!(one(line), [None], "{line}");
        }
    }
}
