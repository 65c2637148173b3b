//! What a person meant who wrote a value as Dutch people write it, not as TOML does.

use chrono::NaiveDate;

use crate::dutch;

/// `15-01-2026`, `15/1/2026`, `15.01.2026`, `2026/01/15`, `20260115`, `15 januari 2026`, with or without quotation marks.
pub(super) fn date(value: &str) -> Option<NaiveDate> {
    let value = bare(value);
    let digits = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    if digits { NaiveDate::parse_from_str(value, "%Y%m%d").ok() } else { dutch::read_date(value) }
}

/// `14.00`, `9:00`, `14:00 uur`, `14u30`, `14 uur`, as `14:00:00`.
pub(super) fn time(value: &str) -> Option<String> {
    let value = bare(value).to_lowercase();
    let value = value.trim_end_matches("uur").trim_end();
    let parts: Vec<&str> = value.split([':', '.', 'u', 'h']).collect();
    let (hour, minute) = match parts[..] {
        [hour] | [hour, ""] => (hour, "0"),
        [hour, minute] | [hour, minute, "00"] => (hour, minute),
        _ => return None,
    };
    let number = |part: &str, below: u32| part.parse::<u32>().ok().filter(|number| part.len() <= 2 && *number < below);
    // 14.5 is half past two to some and five past to others
    let exact = minute.len() == 2 || minute == "0";
    exact.then_some(())?;
    Some(format!("{:02}:{:02}:00", number(hour, 24)?, number(minute, 60)?))
}

/// `ja`, `nee`, `waar`, `onwaar`, `yes`, `no`, `True`, `FALSE`, with or without quotation marks.
pub(super) fn flag(value: &str) -> Option<bool> {
    match bare(value).to_lowercase().as_str() {
        "ja" | "waar" | "yes" | "true" | "wel" => Some(true),
        "nee" | "onwaar" | "no" | "false" | "niet" | "neen" => Some(false),
        _ => None,
    }
}

/// The number at the beginning of `30 minuten`, `5,5` and `5.5`: as far as it is whole.
pub(super) fn number(value: &str) -> Option<&str> {
    let value = bare(value);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &value[digits..];
    let unit = rest.starts_with([' ', ',', '.', '\'', '’', 'm', 'u', 'd']);
    (digits > 0 && unit).then(|| &value[..digits])
}

fn bare(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_known_in_every_dutch_way_of_writing() {
        let ways =
            ["15-01-2026", "15/1/2026", "15.01.2026", "2026/01/15", "20260115", "\"15 jan 2026\"", "15 januari 2026"];
        assert_eq!(ways.map(date), [NaiveDate::from_ymd_opt(2026, 1, 15); 7]);
        assert_eq!(["31-02-2026", "15-01-26", "1-2", "5,5", "", "é-é-2026"].map(date), [None; 6]);
    }

    #[test]
    fn times_are_known_when_there_is_no_doubt() {
        let ways = ["9:05", "9.05", "09u05", "9:05 uur", "\"9.05 uur\"", "9:05:00"].map(time);
        assert_eq!(ways, [const { Some("09:05:00") }; 6].map(|way| way.map(str::to_owned)));
        assert_eq!(["14 uur", "14u"].map(time), [Some("14:00:00".to_owned()), Some("14:00:00".to_owned())]);
        assert_eq!(["14.5", "25:00", "14:60", "", "2026-01-15"].map(time), [const { None }; 5]);
    }
}
