//! Words above and below a form, without what mail programs, politeness and signatures put there.

use super::super::beside::Beside;
use super::super::known::{Follow, Known};
use super::super::lines::Line;

/// Openings of a letter.
const OPENINGS: [&str; 8] = ["beste ", "geachte ", "hallo", "hoi", "dag ", "goede", "l.s", "ha "];
/// Closings of a letter.
const CLOSINGS: [&str; 13] = [
    "met vriendelijke groet",
    "vriendelijke groet",
    "met hartelijke groet",
    "hartelijke groet",
    "met groet",
    "groeten",
    "groetjes",
    "groet",
    "hoogachtend",
    "mvg",
    "m.vr.gr",
    "alvast bedankt",
    "bij voorbaat dank",
];
/// Whole lines that say that there is an answer, and no more.
const HERE_IT_IS: [&str; 14] = [
    "hierbij",
    "hierbij ons antwoord",
    "hierbij het antwoord",
    "hierbij onze reactie",
    "hierbij mijn reactie",
    "hierbij de reactie",
    "hierbij het formulier",
    "hierbij het ingevulde formulier",
    "bijgaand ons antwoord",
    "bijgaand het ingevulde formulier",
    "zie bijlage",
    "zie de bijlage",
    "zie hieronder",
    "zie onder",
];
/// The names of headers that programs write above a mail that is answered.
const HEADERS: [&str; 16] = [
    "van:",
    "from:",
    "verzonden:",
    "sent:",
    "aan:",
    "to:",
    "cc:",
    "onderwerp:",
    "subject:",
    "datum:",
    "date:",
    "bijlagen:",
    "attachments:",
    "prioriteit:",
    "importance:",
    "bcc:",
];
/// What programs write of themselves, or above a mail in a mail.
const PROGRAMS: [&str; 9] = [
    "verstuurd vanaf mijn",
    "verzonden vanaf mijn",
    "verzonden met",
    "sent from my",
    "outlook voor ",
    "get outlook for ",
    "begin doorgestuurd bericht",
    "oorspronkelijk bericht",
    "forwarded message",
];
/// Words in names and functions that have no capital.
const SMALL: [&str; 18] = [
    "van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "en", "voor", "bij", "in", "namens", "|", "-", "&", "/",
];
/// Words that are never part of a name.
const MEANT: [&str; 9] = ["niet", "geen", "akkoord", "punt", "mits", "nee", "ja", "ps", "nb"];

/// What somebody wrote in these lines, around a form that stands in so many quotations.
pub(super) fn words(lines: &[Line], depth: usize, known: &Known) -> Beside {
    let mut beside = Beside::default();
    let mut follow = (Follow::default(), Follow::default());
    let mut signing = Signing::No;
    for (at, line) in lines.iter().enumerate() {
        if line.said.is_empty() {
            beside.blank();
            signing = signing.after_blank();
            continue;
        }
        let is_program = is_header(lines, at) || is_program(lines, at);
        let is_form = known.is_around(&line.said, &mut follow);
        if is_program || is_form {
            signing = Signing::No;
        }
        if is_closing(&line.said) {
            signing = Signing::Closed;
        } else if line.typed(0).trim_end() == "--" {
            signing = Signing::Delimited;
        }
        let is_signed = match signing {
            Signing::Delimited => true,
            Signing::Closed | Signing::Signed => is_closing(&line.said) || is_name(&line.said),
            Signing::No => false,
        };
        let is_polite = is_opening(&line.said) || is_here(&line.said) || is_contact(&line.said);
        // of deeper quotations the form itself is no part: they are mails that were answered before
        if is_program || is_form || is_signed || is_polite || line.depth() > depth || line.is_rule() || has_mark(line) {
            signing = if is_signed && signing == Signing::Closed && !is_closing(&line.said) {
                Signing::Signed
            } else {
                signing
            };
            beside.end();
        } else {
            signing = Signing::No;
            beside.line(line, depth);
        }
    }
    beside
}

/// Whether the lines are those of who signs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signing {
    No,
    /// Behind the closing words: a name comes.
    Closed,
    /// Behind a name: an empty line ends it.
    Signed,
    /// Behind the line that programs put before a signature: all that follows.
    Delimited,
}

impl Signing {
    const fn after_blank(self) -> Self {
        match self {
            Self::Signed | Self::No => Self::No,
            Self::Closed => Self::Closed,
            Self::Delimited => Self::Delimited,
        }
    }
}

fn has_mark(line: &Line) -> bool {
    line.mark().is_some()
}

/// One of the headers above a mail that is answered: they stand together.
fn is_header(lines: &[Line], at: usize) -> bool {
    let name = |line: &Line| {
        let said = line.said.trim_start_matches(['*', ' ']).to_lowercase().replacen("*:", ":", 1);
        HEADERS.iter().find(|name| said.starts_with(**name))
    };
    let named = |line: &Line| name(line).is_some();
    let from = |line: &&Line| {
        ["van:", "from:"].iter().any(|name| line.said.trim_start_matches('*').to_lowercase().starts_with(name))
    };
    // some programs put an empty line below every line
    let is_filled = |line: &&Line| !line.said.is_empty();
    let before = lines[..at].iter().rev().filter(is_filled).take_while(|line| named(line));
    let after = lines[at..].iter().filter(is_filled).take_while(|line| named(line));
    // each stands there once: what comes behind them can begin so
    let again = before.clone().any(|line| name(line) == name(&lines[at]));
    let block: Vec<&Line> = before.chain(after.clone()).collect();
    !again && after.count() > 0 && block.len() >= 2 && block.iter().any(from)
}

/// What a program wrote: `Op maandag 24 november schreef Piet:`, in one line or two.
fn is_program(lines: &[Line], at: usize) -> bool {
    let said = lines[at].said.trim_matches(['-', ' ', '_']).to_lowercase();
    let wrote = |text: &str| {
        (text.starts_with("op ") && text.contains("schreef") || text.starts_with("on ") && text.contains("wrote"))
            && text.ends_with(':')
    };
    let with = |first: usize, second: usize| {
        let (first, second) = (lines.get(first), lines.get(second));
        first
            .zip(second)
            .is_some_and(|(first, second)| wrote(&format!("{} {}", first.said, second.said).to_lowercase()))
    };
    wrote(&said)
        || with(at, at + 1)
        || at > 0 && with(at - 1, at)
        || PROGRAMS.iter().any(|words| said.starts_with(words))
}

fn bare(said: &str) -> String {
    said.trim_matches(['.', ',', '!', ' ', ':', ';', '*']).to_lowercase()
}

fn is_opening(said: &str) -> bool {
    let words = bare(said);
    let few = words.split(' ').count() <= 6 && !words.contains([',', '.', ':', '?']);
    few && OPENINGS.iter().any(|opening| format!("{words} ").starts_with(opening)) && !means(&words)
}

fn is_here(said: &str) -> bool {
    HERE_IT_IS.contains(&bare(said).as_str())
}

/// Closing words, with a name behind them or not.
fn is_closing(said: &str) -> bool {
    let words = said.trim_matches(['.', ',', '!', ' ', ':', ';', '*']);
    CLOSINGS.iter().any(|closing| {
        let start = words.get(..closing.len()).filter(|start| start.eq_ignore_ascii_case(closing));
        let Some(rest) = start.map(|start| &words[start.len()..]) else { return false };
        let rest = rest.strip_prefix("en").unwrap_or(rest);
        rest.is_empty() || rest.starts_with([',', ' ', '.']) && is_name(rest.trim_start_matches([',', ' ', '.']))
    })
}

/// A name, function or organisation: capitals, and small words between them.
fn is_name(said: &str) -> bool {
    let words: Vec<&str> = said.split_whitespace().collect();
    let is_part = |word: &&str| {
        let first = word.trim_start_matches(['(', '*', '"']).chars().next();
        first.is_some_and(char::is_uppercase) || SMALL.contains(&word.trim_end_matches(','))
    };
    !words.is_empty()
        && words.len() <= 8
        && words.iter().all(is_part)
        && !said.ends_with(['.', '!', '?', ':'])
        && !means(said)
}

fn means(said: &str) -> bool {
    let lower = said.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| MEANT.contains(&word))
}

/// A line with an address, a telephone number or a page, and little else.
fn is_contact(said: &str) -> bool {
    let digits = said.chars().filter(char::is_ascii_digit).count();
    let holds = said.contains('@') || said.contains("www.") || said.contains("://") || digits >= 9;
    let words = said.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let words = words.filter(|word| !word.contains(['@', '.']) || word.ends_with('.'));
    holds && words.count() <= 3 && !means(said)
}

#[cfg(test)]
mod tests {
    use super::super::super::lines::lines;
    use super::*;

    #[test]
    fn politeness_programs_and_signatures_are_no_words() {
        let text = "Beste collega,\n\nHierbij ons antwoord.\n\nMet vriendelijke groet,\n\nPiet van der Berg\nBeleidsadviseur Werk en \
            Inkomen\nGemeente Kromwiel\nT 0172 - 12 34 56 78\nwww.kromwiel.example\n\nVerstuurd vanaf mijn iPhone\n\
            Van: A <a@b.example>\nVerzonden: maandag\nAan: B\nOnderwerp: Raadpleging\n\nOp ma 24 nov 2025 om 09:00 schreef A <\n\
            a@b.example>:\n> Hoi, wil je antwoorden?\n-- \nwat hier staat\n";
        assert_eq!(words(&lines(text), 0, &Known::default()).text(), None);
    }

    #[test]
    fn all_else_is() {
        for (text, expected) in [
            ("Beste collega,\nLet op: alleen als het rijk betaalt.", "Let op: alleen als het rijk betaalt."),
            ("Groet,\nPunt 4 niet", "Punt 4 niet"),
            ("Groet, Piet\nPS: punt 4 mag niet.", "PS: punt 4 mag niet."),
            ("Groet van Piet, maar niet voor punt 4", "Groet van Piet, maar niet voor punt 4"),
            ("Hallo, doe punt 4 niet", "Hallo, doe punt 4 niet"),
            ("Beste punt is 4: niet doen", "Beste punt is 4: niet doen"),
            ("Aan: de wethouder", "Aan: de wethouder"),
            ("Van: A\n\nVerzonden: maandag\n\nAan: B\n\nOnderwerp: C\n\nAan: de wethouder", "Aan: de wethouder"),
            ("Bel 06-12345678 als punt 4 doorgaat", "Bel 06-12345678 als punt 4 doorgaat"),
            ("Akkoord", "Akkoord"),
            ("een\n\ntwee\nGroet,\ndrie.", "een\n\ntwee\n\ndrie."),
        ] {
            assert_eq!(words(&lines(text), 0, &Known::default()).text().as_deref(), Some(expected), "{text}");
        }
    }
}
