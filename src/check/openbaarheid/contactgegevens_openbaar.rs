//! E-mail addresses and telephone numbers stay inside.

use super::{Simple, as_read};
use crate::check::Found;
use crate::check::shown::{Look, Part, Whole};
use crate::model::texts::TextKind;

/// Shorter numbers are ordinary numbers.
const SHORTEST: usize = 8;

/// No number is written with more signs.
const LONGEST: usize = 64;

#[expect(clippy::unnecessary_wraps, reason = "other rules of the family may have nothing to look for")]
pub(in crate::check) fn run<'a>(whole: &Whole<'a>) -> Option<Look<'a>> {
    let numbers: Vec<String> = whole.region.persons.iter().filter_map(|it| it.phone.as_deref()).map(digits).collect();
    Some(Box::new(move |part, found| look(&numbers, part, found)))
}

fn look(numbers: &[String], part: &Part<'_>, found: &mut Found) {
    for public in part.texts.iter().filter(|public| public.kind != TextKind::Mailbox) {
        let detail = if public.kind == TextKind::Address {
            let simple = Simple::of(public.text);
            address(&simple.text).map(|detail| typed(&simple, detail))
        } else {
            seen(public.text, numbers).or_else(|| seen(&as_read(public)?, numbers))
        };
        let Some(detail) = detail else { continue };
        let message = format!("“{detail}” staat in een tekst die openbaar wordt.");
        let hint = "haal het weg; contactgegevens horen in personen.toml, die nooit openbaar is";
        found
            .at(public.span, message, part.mend(public, hint))
            .value(public.key)
            .words(&detail)
            .within(public.meeting, public.item);
    }
}

/// The first detail in a text: of a known shape, or a number of `personen.toml`, whatever its shape.
fn seen(text: &str, numbers: &[String]) -> Option<String> {
    let simple = Simple::of(text);
    let text = &*simple.text;
    let known = || {
        numbers
            .iter()
            .find(|number| number.len() >= SHORTEST && !is_service(number) && digits(text).contains(number.as_str()))
    };
    contact(text).map(|detail| typed(&simple, detail)).or_else(|| known().cloned())
}

/// Whether a number is of a service for everybody: it is nobody's own, also where somebody may be asked for there.
fn is_service(digits: &str) -> bool {
    ["0800", "0900", "0906", "0909", "140"].iter().any(|start| digits.starts_with(start)) && digits.len() != 10
}

/// A part of a simple text as it was typed.
fn typed(simple: &Simple<'_>, part: &str) -> String {
    let start = part.as_ptr().addr() - simple.text.as_ptr().addr();
    simple.typed(&(start..start + part.len())).to_owned()
}

/// The digits of a text, and where other words part them.
fn digits(text: &str) -> String {
    let joins = |c: &char| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}');
    let parted = text.chars().filter(joins).map(|c| if c.is_ascii_digit() { c } else { '|' });
    parted.collect::<String>().trim_matches('|').to_owned()
}

/// The first e-mail address or telephone number.
fn contact(text: &str) -> Option<&str> {
    address(text).or_else(|| number(text))
}

/// The first e-mail address.
fn address(text: &str) -> Option<&str> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | '"' | '[' | ']' | '|');
    let word = text.split(marks).map(|word| word.trim_matches(['.', ':', '!', '?', '*', '_', '`']));
    word.map(|word| word.strip_prefix("mailto:").unwrap_or(word)).find(|word| is_address(word))
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.split('.').count() > 1
            && host.split('.').all(|part| !part.is_empty())
            && !host.contains('/')
    })
}

/// A Dutch number: ten digits from 0, or +31 or 0031 and nine, with spaces, hyphens, points, a stroke or a bracketed part
/// between; or a number of another country, from +.
fn number(text: &str) -> Option<&str> {
    let starts = text.char_indices().filter(|(at, c)| {
        matches!(c, '0' | '+') && !text[..*at].chars().next_back().is_some_and(char::is_alphanumeric)
    });
    starts.map(|(at, _)| number_at(&text[at..])).find(Option::is_some).flatten()
}

fn number_at(text: &str) -> Option<&str> {
    let joins = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')');
    // what goes on and on is no number of a telephone
    let run = text.char_indices().take(LONGEST).find(|(_, c)| !joins(*c)).map(|(at, _)| at);
    let end = run.or_else(|| (text.chars().nth(LONGEST).is_none()).then_some(text.len()))?;
    let said = text[..end].trim_end_matches([' ', '-', '.', '/', '(']);
    let digits: String = said.chars().filter(char::is_ascii_digit).collect();
    let there = match (text.starts_with('+'), digits.as_str()) {
        (true, digits) => digits.strip_prefix("31").map_or_else(|| is_abroad(said, digits), is_national),
        (false, digits) if digits.starts_with("0031") => is_national(&digits[4..]),
        // two strokes make a date
        (false, digits) => said.matches('/').count() < 2 && is_national(&digits[1..]),
    };
    there.then_some(said)
}

fn is_national(digits: &str) -> bool {
    digits.strip_prefix('0').unwrap_or(digits).len() == 9
}

/// A number of another country; an amount with a point before each three digits is none.
fn is_abroad(said: &str, digits: &str) -> bool {
    let is_amount = said.contains('.') && said.split('.').skip(1).all(|part| part.len() == 3);
    (9..=15).contains(&digits.len()) && !digits.starts_with('0') && !is_amount
}

#[cfg(test)]
mod tests {
    use super::contact;

    #[test]
    fn contact_details_are_seen_and_other_numbers_are_not() {
        let there = [
            ("Mail naar a.b@example.org.", "a.b@example.org"),
            ("[mail](mailto:x@y.nl)", "x@y.nl"),
            ("Bel 06-00000000.", "06-00000000"),
            ("tel. (071) 000 00 00", "071) 000 00 00"),
            ("+31 6 0000 0000", "+31 6 0000 0000"),
            ("0031 (0)71 0000000", "0031 (0)71 0000000"),
            ("+32 400 00 00 00", "+32 400 00 00 00"),
            ("bel 06/00000000", "06/00000000"),
            ("bel 088-0000000", "088-0000000"),
        ];
        let absent = [
            "zaak 852494",
            "2025-10-09",
            "1.000 mensen",
            "@overleg",
            "post@kantoor",
            "@overleg.nl",
            "om 09.00 uur op 1 10 2025",
            "0,5",
            "AM19",
            "",
            "+100.000.000",
            "09/10/2025 10",
            "+1.5 %",
            "Bel 0800-1234",
            "bel 14 0172",
            "bel 14 071 of 0900-1234567",
        ];
        for (text, detail) in there {
            assert_eq!(contact(text), Some(detail), "{text}");
        }
        assert_eq!(absent.map(contact), [None; 16]);
    }
}
