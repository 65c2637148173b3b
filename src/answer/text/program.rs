//! What programs put around a form: what they say of themselves, and what they write above a mail that is answered or
//! passed on. Only what is known word by word is theirs.

use crate::dutch::{DAYS, MONTHS};

use super::super::Known;
use super::super::lines::Line;
use super::furniture::{among, bare, is_capital, is_name, tokens};

/// The names of headers that programs write above a mail that is answered.
const HEADERS: &str = "van: from: verzonden: sent: aan: to: cc: onderwerp: subject: datum: date: bijlagen: attachments: \
    prioriteit: importance: bcc:";
/// What a program calls itself.
const DEVICES: &str = "iphone ipad ios mac macbook android android-telefoon android-tablet samsung samsung-tablet \
    samsung-telefoon samsung-smartphone galaxy smartphone telefoon mobiel tablet outlook gmail windows phone \
    yahoo thunderbird proton huawei xiaomi nokia pixel fairphone oneplus motorola sony ziggo";
/// What it says beside that.
const SENT: &str = "verstuurd verzonden vanaf vanuit van met via mijn sent from my with get download downloaden voor for \
    mail mobiele 10";
/// What programs write above a mail in a mail.
const ABOVE: &str = "begin doorgestuurd bericht|doorgestuurd bericht|oorspronkelijk bericht|forwarded message|\
    begin forwarded message|original message";
/// What stands in a moment beside numbers and names.
const MOMENT: &str = "om at uur am pm a.m p.m utc cet cest gmt mrt";
/// Days and months as English programs write them, where they differ.
const ENGLISH: &str = "monday tuesday wednesday thursday friday saturday sunday january february march may june july august \
    october";

/// What a program writes of itself, or above a mail in a mail.
fn is_of_program(said: &str) -> bool {
    let bare = said.trim_matches(['-', ' ', '_', ':', '*', '.']).to_lowercase();
    let words: Vec<String> = tokens(said.split(['<', '(']).next().unwrap_or_default());
    let is_device = |word: &String| among(DEVICES, word);
    let is_sent = |word: &String| is_device(word) || among(SENT, word);
    let said_so = words.first().is_some_and(|word| among(SENT, word) || word == "outlook");
    among(ABOVE, &bare) || said_so && words.iter().any(is_device) && words.iter().all(is_sent)
}

/// One of the headers above a mail that is answered: they stand together, and say what such headers say.
pub(super) fn is_header(lines: &[Line], at: usize, known: &Known) -> bool {
    let said = |line: &Line| line.said.trim_start_matches(['*', ' ']).to_lowercase().replacen("*:", ":", 1);
    let name = |line: &Line| HEADERS.split(' ').find(|name| said(line).starts_with(name));
    let named = |line: &Line| name(line).is_some();
    let from = |line: &&Line| name(line).is_some_and(|name| matches!(name, "van:" | "from:"));
    // some programs put an empty line below every line
    let is_filled = |line: &&Line| !line.said.is_empty();
    let before = lines[..at].iter().rev().filter(is_filled).take_while(|line| named(line));
    let after = lines[at..].iter().filter(is_filled).take_while(|line| named(line));
    // each stands there once: what comes behind them can begin so
    let again = before.clone().any(|line| name(line) == name(&lines[at]));
    let block: Vec<&Line> = before.chain(after.clone()).collect();
    let is_one = !again && after.count() > 0 && block.len() >= 2 && block.iter().any(from);
    let value = lines[at].said.split_once(':').map_or("", |(_, value)| value);
    is_one && name(&lines[at]).is_some_and(|name| is_header_value(name, value, known))
}

/// What a program wrote: `Op maandag 24 november schreef Piet:`, in one line or two.
pub(super) fn is_program(lines: &[Line], at: usize) -> bool {
    let with = |first: usize, second: usize| {
        let both = lines.get(first).zip(lines.get(second));
        both.is_some_and(|(first, second)| is_attribution(&format!("{} {}", first.said, second.said)))
    };
    let said = &lines[at].said;
    is_stamp(said) || is_of_program(said) || is_attribution(said) || with(at, at + 1) || at > 0 && with(at - 1, at)
}

/// The line by which `write` knows a file of ours again.
fn is_stamp(said: &str) -> bool {
    let print = said.strip_prefix("<!-- beraad sha256:").and_then(|rest| rest.strip_suffix(" -->"));
    print.is_some_and(|print| print.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `Op maandag 24 november om 9:00 schreef Piet Jansen <piet@jansen.example>:`, and what other programs make of that.
fn is_attribution(said: &str) -> bool {
    let Some(said) = said.trim_start_matches(['-', ' ', '_']).trim_end().strip_suffix(':') else { return false };
    let lower = said.to_lowercase();
    let Some(at) = lower.find(char::is_whitespace).filter(|at| matches!(&lower[..*at], "op" | "on")) else {
        return false;
    };
    let rest: Vec<&str> = said.get(at..).unwrap_or_default().split_whitespace().collect();
    let day = rest.iter().take_while(|word| is_moment(word)).count();
    let rest = rest[day..].join(" ");
    let who = rest.strip_prefix("schreef ").or_else(|| rest.strip_suffix(" wrote")).or_else(|| {
        let who = rest.strip_prefix("heeft ")?;
        who.strip_suffix(" het volgende geschreven").or_else(|| who.strip_suffix(" geschreven"))
    });
    day > 0 && who.is_some_and(is_correspondent)
}

/// A piece of a day or a time.
fn is_moment(word: &str) -> bool {
    let word = word.trim_matches(['.', ',', '(', ')', ';']).to_lowercase();
    let is_short = |name: &str, least: usize| word.len() >= least && name.starts_with(&word);
    among(MOMENT, &word)
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().filter(|c| c.is_alphabetic()).count() <= 2
        || word.starts_with('+') && word.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':')
        || DAYS.iter().any(|name| is_short(name, 2))
        || MONTHS.iter().copied().chain(ENGLISH.split(' ')).any(|name| is_short(name, 3))
}

/// Names with addresses, or one of both.
fn is_correspondent(words: &str) -> bool {
    let mut pieces = words.split(['<', '>', '[', ']', ';', ',', '"']).map(str::trim).filter(|piece| !piece.is_empty());
    let is_one = |piece: &str| is_name(piece.trim_end_matches('.')) || piece.contains('@') && !piece.contains(' ');
    pieces.clone().next().is_some() && pieces.all(is_one)
}

/// Whether what stands behind the name of a header is what a program wrote there.
fn is_header_value(name: &str, value: &str, known: &Known) -> bool {
    let value = value.trim_matches(['*', ' ']);
    let is_file = |name: &str| {
        let ending = name.trim().rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| ending.len() <= 5 && !ending.contains(char::is_whitespace))
    };
    value.is_empty()
        || match name {
            "van:" | "from:" | "aan:" | "to:" | "cc:" | "bcc:" => is_correspondent(value),
            "verzonden:" | "sent:" | "datum:" | "date:" => value.split_whitespace().all(is_moment),
            "prioriteit:" | "importance:" => among("hoog high normaal normal laag low", &bare(value)),
            "bijlagen:" | "attachments:" => value.split([';', ',']).all(is_file),
            _ => is_answered(value, known),
        }
}

/// A subject that is that of a mail of ours: its words stand in the form, behind what programs put before it.
fn is_answered(subject: &str, known: &Known) -> bool {
    let mut words = subject.split_whitespace().peekable();
    while words.next_if(|word| among("re: antw: betr: fw: fwd: doorst:", &word.to_lowercase())).is_some() {}
    words.all(|word| {
        let low = bare(word);
        is_moment(&low) || matches!(low.as_str(), "raadpleging" | "herinnering") || is_capital(word) && known.has(&low)
    })
}
