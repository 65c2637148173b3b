//! What free words say, where they leave no doubt: a position at the table, and what a college did.

use std::cmp::Reverse;

use crate::dossier::format::{
    ANDERS_COLLEGE, BESLUIT_COLLEGE, KOMEND_COLLEGE, STANDPUNT, TE_DOEN_COLLEGE, TOT_COLLEGE, UITSTEL_COLLEGE,
    VOORWAARDE, ZONDER_VOORBEHOUD,
};
use crate::model::Support;
use crate::model::standing::Verdict;

/// What a position at the table says.
pub(super) fn stance(position: &str) -> Option<Support> {
    let words = clauses(position).join(" ");
    let said = |support: Support| STANDPUNT.iter().filter(move |one| one.0 == support).flat_map(|(_, said)| *said);
    let whole = STANDPUNT.iter().find(|(_, said)| said.contains(&words.as_str())).map(|(support, _)| *support);
    // of what a reservation is, people write behind it
    let behind = |known: &str| Some(words.strip_prefix(known)?.strip_prefix(' ')?.to_owned());
    let on_condition = |rest: &String| VOORWAARDE.iter().any(|known| begins(rest, known));
    let of_yes = || said(Support::Yes).filter_map(|known| behind(known)).any(|rest| on_condition(&rest));
    let goes_on = || said(Support::Reserved).any(|known| behind(known).is_some());
    // who takes it back in the same breath, leaves a doubt
    let taken_back = || ["ingetrokken", "trekt", "vervalt", "vervallen"].iter().any(|word| holds(&words, word));
    whole.or_else(|| ((of_yes() || goes_on()) && !taken_back()).then_some(Support::Reserved))
}

/// Whether a position at the table says that a reservation is no more, and nothing else.
pub(super) fn lifts(position: &str) -> bool {
    ZONDER_VOORBEHOUD.contains(&clauses(position).join(" ").as_str())
}

fn begins(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn holds(text: &str, word: &str) -> bool {
    text.split(' ').any(|one| one == word)
}

/// What the words of a college say of what it was to adopt, clause by clause: where two say different things, they do not
/// tell.
pub(super) fn verdict(outcome: &str) -> Verdict {
    let all = clauses(outcome);
    let mut told = Vec::new();
    for clause in all.iter().map(|clause| without(clause, &ANDERS_COLLEGE)) {
        let to_come = place(&clause, &KOMEND_COLLEGE);
        let is_to_do = place(&clause, &TE_DOEN_COLLEGE).is_some_and(|place| to_come.is_some_and(|at| at < place));
        told.extend((is_to_do || place(&clause, &UITSTEL_COLLEGE).is_some()).then_some(Verdict::NotYet));
        if is_put_off(&clause) {
            continue;
        }
        let rest = without(&clause, &UITSTEL_COLLEGE);
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

/// Whether what a clause says was decided, is to put it off, or is not yet.
fn is_put_off(clause: &str) -> bool {
    let between = |decided: &str, off: &str| {
        let (_, behind) = clause.split_once(decided)?;
        let (between, rest) = behind.split_once(off)?;
        (between.starts_with(' ') && between.ends_with(' ')).then(|| (between.trim().to_owned(), rest.to_owned()))
    };
    let so = |decided: &str| {
        let joined = |off: &str| between(decided, off).is_some_and(|(words, _)| TOT_COLLEGE.contains(&words.as_str()));
        let ends = |(words, rest): (String, String)| matches!(words.as_str(), "" | "is") && rest.is_empty();
        UITSTEL_COLLEGE.iter().any(|off| joined(off)) || between(decided, "nog niet").is_some_and(ends)
    };
    BESLUIT_COLLEGE.iter().any(|decided| so(decided))
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
        for yes in [
            "stemt in",
            "Stemt in.",
            "ja",
            "Akkoord",
            "adviseert positief",
            "stemt in, zonder voorbehoud",
            "stemt alsnog in",
        ] {
            assert_eq!(stance(yes), Some(Support::Yes), "{yes}");
        }
        for no in ["stemt niet in", "Nee", "niet akkoord", "negatief.", "is tegen", "kan niet instemmen"] {
            assert_eq!(stance(no), Some(Support::No), "{no}");
        }
        let all = [
            "stemt in onder voorbehoud",
            "Ja, onder voorbehoud",
            "stemt in, onder voorbehoud van de raad",
            "stemt in met voorbehoud",
            "stemt in, mits de raad instemt",
            "akkoord mits de raad instemt",
            "ja, mits",
            "stemt in onder de voorwaarde dat de raad instemt",
            "stemt in; het voorbehoud blijft",
            "handhaaft het voorbehoud",
        ];
        for reserved in all {
            assert_eq!(stance(reserved), Some(Support::Reserved), "{reserved}");
        }
        assert_eq!(stance("vraagt meer tijd"), Some(Support::MoreTime));
        let open = [
            "stemt in met wijziging",
            "neemt kennis",
            "stemt niet in met de wijziging",
            "onthoudt zich",
            "trekt het voorbehoud in",
            "stemt in onder voorbehoud, dat vervalt",
            "nee, tenzij",
        ];
        for open in open {
            assert_eq!(stance(open), None, "{open}");
        }
        for gone in ["Trekt het voorbehoud in.", "heeft geen voorbehoud meer", "voorbehoud vervalt"] {
            assert!(lifts(gone), "{gone}");
        }
        assert!(!lifts("trekt het voorbehoud bij besluit 2 in"));
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
