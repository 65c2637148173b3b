//! Dutch words from values: dates, times, counts, lists, articles. Pure.

mod whole;

use std::iter;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::calendar::{Term, Unit};

pub use whole::{Piece, pieces};

/// The days of the week, from Monday.
pub const DAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
/// The months.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date in full: `donderdag 9 oktober 2025`.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), short_date(day))
}

fn weekday(day: NaiveDate) -> &'static str {
    DAYS[day.weekday().num_days_from_monday() as usize]
}

/// A date without its weekday: `9 oktober 2025`.
#[must_use]
pub fn short_date(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month0() as usize], day.year())
}

/// A date for a table, where room is dear: `31 dec. 2025`.
#[must_use]
pub fn brief_date(day: NaiveDate) -> String {
    let month = MONTHS[day.month0() as usize];
    let brief = match month {
        "maart" => "mrt.".to_owned(),
        "september" => "sept.".to_owned(),
        "mei" | "juni" | "juli" => month.to_owned(),
        _ => format!("{}.", &month[..3]),
    };
    format!("{} {brief} {}", day.day(), day.year())
}

/// A day as people write it: `2025-10-02`, `2-10-2025`, `2/10/2025`, `donderdag 2 oktober 2025`.
#[must_use]
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let words: Vec<String> = text.split([' ', '-', '/', '.', ',']).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let named_day = words.first().is_some_and(|word| DAYS.contains(word));
    let words = if named_day { &words[1..] } else { &words[..] };
    let [first, month, last] = words else { return None };
    let number = month.parse().ok();
    let named = || MONTHS.iter().position(|name| name == month || name.get(..3) == Some(month));
    let month = number.or_else(|| Some(u32::try_from(named()?).ok()? + 1))?;
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    NaiveDate::from_ymd_opt(year, month, day.parse().ok()?)
}

/// A time: `14.00 uur`.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    format!("{}.{:02} uur", time.hour(), time.minute())
}

/// A time to the second: `14.00.05 uur`.
#[must_use]
pub fn second(time: NaiveTime) -> String {
    format!("{}.{:02}.{:02} uur", time.hour(), time.minute(), time.second())
}

/// From when until when, in few words: `14.05–14.15 uur`; what takes no time has one.
#[must_use]
pub fn slot(begin: NaiveTime, end: NaiveTime) -> String {
    if begin == end { time(begin) } else { format!("{}.{:02}–{}", begin.hour(), begin.minute(), until(end)) }
}

/// How large a file is: `357 kB`, `1,2 MB`.
#[must_use]
pub fn size(bytes: u64) -> String {
    let thousands = bytes.div_ceil(1000).max(1);
    if thousands < 1000 {
        return format!("{thousands} kB");
    }
    let tenths = bytes.div_ceil(100_000);
    format!("{},{} MB", tenths / 10, tenths % 10)
}

fn until(end: NaiveTime) -> String {
    if end == NaiveTime::MIN { "24.00 uur".to_owned() } else { time(end) }
}

/// Until when, of what is not known when it began: `tot 16.00 uur`.
#[must_use]
pub fn up_to(end: NaiveTime) -> String {
    format!("tot {}", until(end))
}

/// When a meeting of several days begins and ends: `donderdag 14.00 uur tot vrijdag 16.00 uur`.
#[must_use]
pub fn times_over_days(first: NaiveDate, last: NaiveDate, begin: NaiveTime, end: NaiveTime) -> String {
    format!("{} {} tot {} {}", weekday(first), time(begin), weekday(last), until(end))
}

/// Two days and all between them: `donderdag 15 januari 2026 tot en met vrijdag 16 januari 2026`.
#[must_use]
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { date(first) } else { format!("{} tot en met {}", date(first), date(last)) }
}

/// The same of a written round: one that runs already is told by its last day.
#[must_use]
pub fn round_days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { format!("tot en met {}", date(last)) } else { days(first, last) }
}

/// From when until when: `14.00 tot 16.00 uur`, `14.00 uur`, or nothing. A day that begins ends at 24.00 uur.
#[must_use]
pub fn times(begin: Option<NaiveTime>, end: Option<NaiveTime>) -> Option<String> {
    let begin = begin?;
    Some(match end {
        Some(end) => format!("{}.{:02} tot {}", begin.hour(), begin.minute(), until(end)),
        None => time(begin),
    })
}

/// A count with its noun: `1 minuut`, `30 minuten`.
#[must_use]
pub fn count(number: u16, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// A number of minutes: `30 minuten`.
#[must_use]
pub fn minutes(number: u16) -> String {
    count(number, "minuut", "minuten")
}

/// A term: `14 dagen`, `1 werkdag`.
#[must_use]
pub fn term(term: Term) -> String {
    match term.unit {
        Unit::Days => count(term.count, "dag", "dagen"),
        Unit::WorkingDays => count(term.count, "werkdag", "werkdagen"),
    }
}

/// A list: `a, b en c`; nothing when it is empty.
#[must_use]
pub fn list<T: AsRef<str>>(parts: &[T]) -> Option<String> {
    joined(parts, "en")
}

/// One of these: `a, b of c`; no words when there are none.
#[must_use]
pub fn any_of<T: AsRef<str>>(parts: &[T]) -> String {
    joined(parts, "of").unwrap_or_default()
}

fn joined<T: AsRef<str>>(parts: &[T], word: &str) -> Option<String> {
    let (last, before) = parts.split_last()?;
    if before.is_empty() {
        return Some(last.as_ref().to_owned());
    }
    let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    Some(format!("{} {word} {}", before.join(", "), last.as_ref()))
}

/// Behind *op*: `donderdag 9 oktober 2025 en op vrijdag 10 oktober 2025`, which is no meeting of two days.
#[must_use]
pub fn on_days(days: &[NaiveDate]) -> Option<String> {
    let (first, others) = days.split_first()?;
    let others = others.iter().map(|day| format!("op {}", date(*day)));
    list(&iter::once(date(*first)).chain(others).collect::<Vec<_>>())
}

/// The same text with a capital at its start.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The same text with a small letter at its start.
#[must_use]
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The name of a body with its article: `het Regionaal Beraad`, `de Werkgroep Werkcentrum`.
#[must_use]
pub fn the(name: &str) -> String {
    const COMMON: [&str; 9] =
        ["groep", "commissie", "tafel", "raad", "kamer", "kring", "vergadering", "coalitie", "alliantie"];
    let is_common = |word: &str| !word.ends_with("beraad") && COMMON.iter().any(|ending| word.ends_with(ending));
    let article = if name.to_lowercase().split(' ').any(is_common) { "de" } else { "het" };
    format!("{article} {name}")
}

/// A function with its article: `de secretaris van het Beraad`, `het secretariaat`.
#[must_use]
pub fn the_function(function: &str) -> String {
    const NEUTER: [&str; 7] = ["secretariaat", "bureau", "hoofd", "lid", "team", "loket", "bestuur"];
    let first = function.split(' ').next().unwrap_or_default().to_lowercase();
    let article = if NEUTER.iter().any(|ending| first.ends_with(ending)) { "het" } else { "de" };
    format!("{article} {function}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_full() {
        let day: NaiveDate = "2025-10-09".parse().unwrap_or_default();
        assert_eq!(date(day), "donderdag 9 oktober 2025");
        assert_eq!(short_date(day), "9 oktober 2025");
        assert_eq!(date("2028-03-01".parse().unwrap_or_default()), "woensdag 1 maart 2028");
        let brief = ["2025-10-09", "2025-03-31", "2025-05-01", "2025-07-08", "2025-12-31", "2026-09-01"];
        let brief = brief.map(|day| brief_date(day.parse().unwrap_or_default()));
        let expected = ["9 okt. 2025", "31 mrt. 2025", "1 mei 2025", "8 juli 2025", "31 dec. 2025", "1 sept. 2026"];
        assert_eq!(brief, expected);
    }

    #[test]
    fn slots_and_sizes_are_short() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        assert_eq!(slot(at(14, 5), at(14, 15)), "14.05–14.15 uur");
        assert_eq!(slot(at(23, 50), at(0, 0)), "23.50–24.00 uur");
        assert_eq!(slot(at(9, 30), at(9, 30)), "9.30 uur");
        assert_eq!([1, 999, 356_500, 999_001, 1_150_000].map(size), ["1 kB", "1 kB", "357 kB", "1,0 MB", "1,2 MB"]);
        assert_eq!(["secretaris", "projectbureau Werk"].map(the_function), ["de secretaris", "het projectbureau Werk"]);
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2025, 10, 2);
        for text in
            ["2025-10-02", "2-10-2025", "02/10/2025", "2 oktober 2025", "Donderdag 2 Oktober 2025", "2 okt. 2025"]
        {
            assert_eq!(read_date(text), day, "{text}");
        }
        for text in ["", "morgen", "2-10", "2-10-25", "31-2-2025", "2025-13-01", "2 oktober"] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    #[test]
    fn times_have_a_dot_and_the_word_uur() {
        let at = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        assert_eq!(times(at(14, 0), at(16, 0)).as_deref(), Some("14.00 tot 16.00 uur"));
        assert_eq!(times(at(9, 5), None).as_deref(), Some("9.05 uur"));
        assert_eq!(times(None, at(16, 0)), None);
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!([minutes(0), minutes(1), minutes(30)], ["0 minuten", "1 minuut", "30 minuten"]);
        assert_eq!(term(Term { count: 1, unit: Unit::WorkingDays }), "1 werkdag");
        assert_eq!(term(Term { count: 14, unit: Unit::Days }), "14 dagen");
    }

    #[test]
    fn lists_end_in_en() {
        assert_eq!(list::<&str>(&[]), None);
        assert_eq!(list(&["a"]).as_deref(), Some("a"));
        assert_eq!(list(&["a", "b"]).as_deref(), Some("a en b"));
        assert_eq!(list(&["a", "b", "c"]).as_deref(), Some("a, b en c"));
    }

    #[test]
    fn a_capital_is_one_letter_wide() {
        assert_eq!([capital("ter instemming"), capital("één"), capital("")], ["Ter instemming", "Één", ""]);
    }

    #[test]
    fn bodies_get_the_article_of_their_noun() {
        let names = ["Regionaal Beraad Holland Rijnland", "AO Breed Participatie", "Landelijk Beraad"];
        assert!(names.iter().all(|name| the(name).starts_with("het ")));
        assert_eq!(the("Werkgroep Werkcentrum"), "de Werkgroep Werkcentrum");
        assert_eq!(the("Regionale Raad"), "de Regionale Raad");
    }
}
