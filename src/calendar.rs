//! Working days, Dutch public holidays, and terms counted from a day.
//!
//! The holidays are those of article 3 of the Algemene termijnenwet (<https://wetten.overheid.nl/BWBR0002448>): New
//! Year's Day, Good Friday, Easter Monday, Ascension Day, Whit Monday, Christmas and Boxing Day, the day on which the
//! King's birthday is celebrated, and 5 May.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

/// What a number of days counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// `dagen`: calendar days.
    Days,
    /// `werkdagen`: no weekends, no public holidays.
    WorkingDays,
}

/// A number of days, 0 to 366.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// What the clocks in the Netherlands show at a moment. Summer time lasts from the last Sunday of March to that of October,
/// from and to one o'clock UTC (directive 2000/84/EC); no mail with an answer is older than that.
#[must_use]
pub fn dutch_clock(utc: NaiveDateTime) -> NaiveDateTime {
    let change = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31)?;
        let sunday = last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))?;
        sunday.and_hms_opt(1, 0, 0)
    };
    let is_summer = change(3).is_some_and(|begin| begin <= utc) && change(10).is_some_and(|end| utc < end);
    utc.checked_add_signed(TimeDelta::hours(if is_summer { 2 } else { 1 })).unwrap_or(utc)
}

/// Easter Sunday in the Gregorian calendar (Oudin's algorithm, as the US Naval Observatory gives it).
fn easter(year: i32) -> Option<NaiveDate> {
    let (century, golden) = (year / 100, year % 19);
    let corrected = century - century / 4 - (century - (century - 17) / 25) / 3;
    let moon = (corrected + 19 * golden + 15) % 30;
    let moon = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let from_march = moon - weekday;
    let month = 3 + (from_march + 40) / 44;
    let day = from_march + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Whether the day is King's Day: 27 April, or 26 April in a year in which the 27th is a Sunday.
fn is_kings_day(day: NaiveDate) -> bool {
    day.month() == 4
        && match day.day() {
            26 => day.weekday() == Weekday::Sat,
            27 => day.weekday() != Weekday::Sun,
            _ => false,
        }
}

/// The public holiday, in the sense of the Algemene termijnenwet, that falls on a day.
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    let from_easter = easter(day.year()).map(|easter| (day - easter).num_days());
    Some(match (day.month(), day.day(), from_easter) {
        (1, 1, _) => "Nieuwjaarsdag",
        (5, 5, _) => "Bevrijdingsdag",
        (12, 25, _) => "Eerste Kerstdag",
        (12, 26, _) => "Tweede Kerstdag",
        (_, _, Some(-2)) => "Goede Vrijdag",
        (_, _, Some(1)) => "Tweede Paasdag",
        (_, _, Some(39)) => "Hemelvaartsdag",
        (_, _, Some(50)) => "Tweede Pinksterdag",
        _ if is_kings_day(day) => "Koningsdag",
        _ => return None,
    })
}

/// Whether the day is a public holiday.
#[must_use]
pub fn is_holiday(day: NaiveDate) -> bool {
    holiday(day).is_some()
}

/// Whether the day is a working day: no Saturday, no Sunday, no public holiday.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// The day that lies a term after this one.
#[must_use]
pub fn after(day: NaiveDate, term: Term) -> NaiveDate {
    step(day, term, |day| day.checked_add_days(Days::new(1)))
}

/// The day that lies a term before this one.
#[must_use]
pub fn before(day: NaiveDate, term: Term) -> NaiveDate {
    step(day, term, |day| day.checked_sub_days(Days::new(1)))
}

/// Steps day by day until enough days were counted; stands still at the ends of the calendar.
fn step(mut day: NaiveDate, term: Term, next: fn(NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
    let mut left = term.count;
    while left > 0 {
        let Some(stepped) = next(day) else { break };
        day = stepped;
        if term.unit == Unit::Days || is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// A time in the Netherlands with how far it is ahead of UTC, as RFC 3339 writes it: one hour, and two from two o'clock on the
/// last Sunday of March until three o'clock on that of October.
#[must_use]
pub fn zoned(day: NaiveDate, time: NaiveTime) -> String {
    let at = day.and_time(time);
    let turns = |month, hour| {
        let last = NaiveDate::from_ymd_opt(day.year(), month, 31)?;
        last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))?.and_hms_opt(hour, 0, 0)
    };
    let is_summer = turns(3, 2).is_some_and(|begin| at >= begin) && turns(10, 3).is_some_and(|end| at < end);
    format!("{}{}", at.format("%Y-%m-%dT%H:%M:%S"), if is_summer { "+02:00" } else { "+01:00" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn holidays(year: i32) -> Vec<String> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        first
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter(|&day| is_holiday(day))
            .map(|d| d.to_string())
            .collect()
    }

    #[test]
    fn holidays_of_a_year_stand_as_published() {
        let of_2025 = ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"];
        assert_eq!(holidays(2025), of_2025.map(|day| format!("2025-{day}")));
        let of_2026 = ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"];
        assert_eq!(holidays(2026), of_2026.map(|day| format!("2026-{day}")));
    }

    #[test]
    fn clocks_change_on_the_last_sundays_of_march_and_october() {
        for (utc, shown) in [
            ("2025-11-23T23:30:00", "2025-11-24T00:30:00"),
            ("2025-07-01T22:00:00", "2025-07-02T00:00:00"),
            ("2025-03-30T00:59:59", "2025-03-30T01:59:59"),
            ("2025-03-30T01:00:00", "2025-03-30T03:00:00"),
            ("2025-10-26T00:59:59", "2025-10-26T02:59:59"),
            ("2025-10-26T01:00:00", "2025-10-26T02:00:00"),
            ("2024-03-31T22:30:00", "2024-04-01T00:30:00"),
            ("2024-12-31T23:00:00", "2025-01-01T00:00:00"),
        ] {
            let moment = |text: &str| text.parse::<NaiveDateTime>().unwrap_or_default();
            assert_eq!(dutch_clock(moment(utc)), moment(shown), "{utc}");
        }
    }

    #[test]
    fn easter_falls_on_known_days() {
        let known =
            [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2038, (4, 25)), (2049, (4, 18))];
        for (year, (month, day)) in known {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        let working = |count| Term { count, unit: Unit::WorkingDays };
        assert_eq!(before(day("2025-10-09"), working(3)), day("2025-10-06"));
        assert_eq!(before(day("2025-04-22"), working(1)), day("2025-04-17"), "Good Friday to Easter Monday");
        assert_eq!(after(day("2025-12-24"), working(1)), day("2025-12-29"));
        assert_eq!(after(day("2025-10-11"), working(0)), day("2025-10-11"));
    }

    #[test]
    fn calendar_days_skip_nothing_and_the_ends_hold() {
        let days = |count| Term { count, unit: Unit::Days };
        assert_eq!(before(day("2025-10-09"), days(14)), day("2025-09-25"));
        assert_eq!(after(NaiveDate::MAX, days(3)), NaiveDate::MAX);
        assert_eq!(before(NaiveDate::MIN, days(3)), NaiveDate::MIN);
    }
}
