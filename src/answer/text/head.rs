//! The mark at the head of a form where a program or a person damaged it: read all the same where meeting and party still
//! stand there whole, and never taken for something else.

use super::super::lines::Line;
use super::super::{Mark, mark};
use crate::dossier::read::nearest;

/// What the mark of a form says behind its opening.
const WORD: &str = "formulier";
/// Over so many lines it may be broken.
const PIECES: usize = 3;

/// The lines with every head whole that can be read with certainty.
pub(super) fn whole(mut lines: Vec<Line>) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        if let Some((said, last)) = mended(&lines, at) {
            lines[at].restate(&said);
            lines.drain(at + 1..=last);
        }
        at += 1;
    }
    lines
}

/// What a line with a damaged head says when that is whole, and the last line of it.
fn mended(lines: &[Line], at: usize) -> Option<(String, usize)> {
    let line = &lines[at];
    let goes_on = |mark: &Mark| matches!(mark, Mark::Form { party, .. } if party.ends_with('-'));
    if line.mark().and_then(|found| found.mark).is_some_and(|mark| !goes_on(&mark)) {
        return None;
    }
    let starts: Vec<usize> = places(&line.said).collect();
    let mut more = String::new();
    let mut last = at;
    for _ in 0..PIECES {
        let found = starts.iter().find_map(|start| Some((*start, head(&(compact(&line.said[*start..]) + &more))?)));
        if let Some((start, head)) = found {
            return Some((format!("{}{head}", &line.said[..start]), last));
        }
        // what a program broke stands alone in the next line, and goes on where this one ends
        let below = lines.iter().enumerate().skip(last + 1).take(2).find(|(_, line)| !line.said.is_empty());
        let (next, below) = below.filter(|(_, below)| !below.said.contains(' ') && below.mark().is_none())?;
        let end = compact(&line.said) + &more;
        last = (end.ends_with([':', '-']) || below.said.starts_with([':', '-'])).then_some(next)?;
        more += &compact(&below.said);
    }
    None
}

/// Where in a line a head may begin, the last place first.
fn places(said: &str) -> impl Iterator<Item = usize> {
    let begins = |at: usize| !said[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '#' | ':'));
    let is_open = |rest: &str| {
        let rest = rest.to_lowercase();
        rest.starts_with('#')
            || rest.starts_with("b:")
            || rest.starts_with("b :")
            || is_word(rest.split(':').next().unwrap_or_default())
    };
    let long = said.contains(':');
    said.char_indices().rev().map(|(at, _)| at).filter(move |at| long && begins(*at) && is_open(&said[*at..]))
}

/// Without blanks and what Markdown adds; all dashes are one.
fn compact(said: &str) -> String {
    let seen = said.chars().filter(|c| !c.is_whitespace() && !matches!(c, '`' | '*' | '\\' | '<' | '>' | '_'));
    seen.map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '−') { '-' } else { c }).collect()
}

/// The head that these letters are, when nothing else stands there and its keys are whole.
fn head(all: &str) -> Option<Mark> {
    let pieces: Vec<&str> = all.split(':').filter(|piece| !piece.is_empty()).collect();
    let (word, meeting, party) = match pieces.as_slice() {
        [opening, word, meeting, party] if matches!(opening.to_lowercase().as_str(), "#b" | "b" | "#") => {
            (word, meeting, party)
        }
        [word, meeting, party] => (word, meeting, party),
        _ => return None,
    };
    let is_key = |key: &str| !key.ends_with('-') && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let owned = |text: &str| text.to_owned();
    let is_head = is_word(word) && is_folder(meeting) && is_key(meeting) && is_key(party);
    is_head.then(|| Mark::Form { meeting: owned(meeting), party: owned(party) })
}

/// The word of the mark, of which a letter may be lost.
fn is_word(word: &str) -> bool {
    let word = word.trim_start_matches(['#', 'b']);
    nearest(word, std::iter::once(WORD)).is_some()
}

/// Whether words are the folder of a meeting, as far as its day goes.
fn is_folder(words: &str) -> bool {
    let day = words.get(..11).unwrap_or_default();
    day.ends_with('-') && day.chars().zip("0000-00-00-".chars()).all(|(c, form)| c.is_ascii_digit() || c == form)
}

/// What stands in a line of the head of a form, when that is so damaged that it says no meeting and party.
pub(super) fn damaged(line: &Line) -> Option<&str> {
    let found = line.mark();
    if found.as_ref().is_some_and(|found| found.mark.is_some()) {
        return None;
    }
    let is_one = |start: &usize| {
        let all = compact(&line.said[*start..]).to_lowercase();
        let rest = all.trim_start_matches(['#', 'b', ':', ';']);
        let word = rest.split(':').next().unwrap_or_default();
        let is_dated = || rest.match_indices(':').any(|(at, _)| is_folder(&rest[at + 1..]));
        let is_cut = || all.starts_with("#b:") && word.len() > 1 && WORD.starts_with(word);
        is_cut() || all.starts_with("#b") && is_word(word) && rest.len() > word.len() + 1 || is_dated()
    };
    let start = found.map(|found| found.range.start).filter(is_one).or_else(|| places(&line.said).find(is_one))?;
    let start = start - usize::from(line.said[..start].ends_with('\\'));
    Some(line.said[start..].trim_end_matches('`'))
}

/// The head of a form as it is written, for what is said of one that is not.
pub(super) fn as_it_is() -> String {
    format!("{}{WORD}:MAP-VAN-DE-VERGADERING:GEMEENTE", mark::OPEN)
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::super::heads;
    use super::*;

    #[test]
    fn a_head_is_read_where_meeting_and_party_stand_there_whole() {
        for text in [
            "#b:formulier:2025-12-11-beraad:zee",
            "b:formulier:2025-12-11-beraad:zee",
            "> `#b:formuler:2025-12-11-beraad:zee`",
            "Laat een # staan: `#b :formulier: 2025-12-11-beraad:zee`",
            "#B:Formulier:2025\u{2011}12\u{2011}11\u{2011}beraad:zee",
            "#b:formulier:2025-12-11-\nberaad:zee",
            "> #b:formulier:2025-12-11-beraad:\n>\n> zee",
            "#b:formulier\n:2025-12-11-beraad\n:zee",
            "formulier:2025-12-11-beraad:zee",
        ] {
            let found: Vec<_> = heads(text).into_iter().map(|head| (head.meeting, head.party)).collect();
            assert_eq!(found, [("2025-12-11-beraad".to_owned(), "zee".to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_no_head_becomes_none() {
        let damaged = |text: &str| whole(lines(text)).iter().any(|line| super::damaged(line).is_some());
        for (text, expected) in [
            ("#b:formulier:2025-12-11-beraad", true),
            ("#b:formulier:zee", true),
            ("#b:form", true),
            ("#b:frmlr:2025-12-11-beraad:zee", true),
            ("Hierbij het formulier: akkoord met punt 3", false),
            ("# Formulier: 2 december", false),
            ("#b:reden Reden: zie het formulier:", false),
            ("2025-12-11-beraad:zee", false),
        ] {
            assert_eq!(damaged(text), expected, "{text}");
            assert!(heads(text).is_empty(), "{text}");
        }
        assert_eq!(heads("#b:formulier:2025-12-11-beraad:kaag-\nen-zee").pop_first().unwrap().party, "kaag-en-zee");
    }
}
