//! What free words say, where they leave no doubt: a position at the table, and what a college did.

use std::cmp::Reverse;

use crate::format::{ANDERS_COLLEGE, BESLUIT_COLLEGE, KOMEND_COLLEGE, STANDPUNT, UITSTEL_COLLEGE};
use crate::model::Support;
use crate::model::standing::Verdict;

/// What a position at the table says.
pub(super) fn stance(position: &str) -> Option<Support> {
    let words = clauses(position).join(" ");
    let holds = |at: usize| STANDPUNT[at].contains(&words.as_str());
    // of what a reservation is, people write behind it
    let goes_on = |known: &&str| words.strip_prefix(known).is_some_and(|rest| rest.starts_with(' '));
    let reserved = || STANDPUNT[1].iter().any(goes_on).then_some(Support::Reserved);
    let whole = (0..STANDPUNT.len()).find(|at| holds(*at)).map(|at| Support::ALL[at]);
    whole.or_else(reserved)
}

/// What the words of a college say of what it was to adopt, clause by clause: where two say different things, they do not
/// tell.
pub(super) fn verdict(outcome: &str) -> Verdict {
    let all = clauses(outcome);
    let mut told = Vec::new();
    for clause in all.iter().map(|clause| without(clause, &ANDERS_COLLEGE)) {
        told.extend(place(&clause, &UITSTEL_COLLEGE).map(|_| Verdict::NotYet));
        let rest = without(&clause, &UITSTEL_COLLEGE);
        let to_come = place(&clause, &KOMEND_COLLEGE);
        told.extend(place(&rest, &BESLUIT_COLLEGE).map(|said| match to_come {
            None => Verdict::Decided,
            Some(to_come) if to_come < said => Verdict::NotYet,
            // what stands behind may be of something else
            Some(_) => Verdict::Unclear,
        }));
    }
    let first = told.first().copied().unwrap_or(Verdict::Unclear);
    if told.iter().all(|one| *one == first) { first } else { Verdict::Unclear }
}

/// The clauses of a text, in small letters, with one space between words.
fn clauses(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let parts = text.split(|c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '\'' | '’'));
    let words = parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let clauses: Vec<String> = words.collect();
    let clauses = clauses.iter().flat_map(|clause| clause.split(" maar "));
    clauses.map(str::to_owned).filter(|clause| !clause.is_empty()).collect()
}

/// Where a clause holds the first of these words; `stelt … vast` may have others between.
fn place(clause: &str, words: &[&str]) -> Option<usize> {
    let clause = format!(" {clause} ");
    let at = |word: &str| clause.find(&format!(" {word} "));
    let found = words.iter().filter_map(|word| match word.split_once(" … ") {
        Some((before, after)) => at(before).filter(|before| at(after).is_some_and(|after| after > *before)),
        None => at(word),
    });
    found.min()
}

/// A clause with blanks in the place of these words, the longest first, so that all else keeps its place.
fn without(clause: &str, words: &[&str]) -> String {
    let mut longest = words.to_vec();
    longest.sort_by_key(|word| Reverse(word.len()));
    let clause = longest.into_iter().fold(format!(" {clause} "), |left, word| {
        left.replace(&format!(" {word} "), &format!(" {} ", "_".repeat(word.len())))
    });
    clause.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_leave_no_doubt_are_a_stance() {
        for yes in ["stemt in", "Stemt in.", "ja", "Akkoord", "adviseert positief", "stemt in, zonder voorbehoud"] {
            assert_eq!(stance(yes), Some(Support::Yes), "{yes}");
        }
        for no in ["stemt niet in", "Nee", "niet akkoord", "negatief."] {
            assert_eq!(stance(no), Some(Support::No), "{no}");
        }
        for reserved in ["stemt in onder voorbehoud", "Ja, onder voorbehoud", "stemt in, onder voorbehoud van de raad"]
        {
            assert_eq!(stance(reserved), Some(Support::Reserved), "{reserved}");
        }
        assert_eq!(stance("vraagt meer tijd"), Some(Support::MoreTime));
        let open = [
            "stemt in met wijziging",
            "neemt kennis",
            "stemt niet in met de wijziging",
            "ja, mits",
            "onthoudt zich",
            "stemt in; het voorbehoud blijft",
            "nee, tenzij",
        ];
        for open in open {
            assert_eq!(stance(open), None, "{open}");
        }
    }

    #[test]
    fn the_words_of_a_college_say_what_they_say() {
        for line in include_str!("spoken.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, outcome) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            let verdict = verdict(outcome);
            let told = match verdict {
                Verdict::Decided => "besloten",
                Verdict::NotYet => "nog niet",
                Verdict::Unclear => "onduidelijk",
            };
            assert_eq!(told, word, "{outcome}");
        }
    }
}
