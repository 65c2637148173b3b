//! Lengths and sizes of letters in points of a screen, as near as matters here.

/// Letters below this size are not read by anybody.
pub(super) const SMALL: f32 = 4.0;

/// A size of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// Whatever is around.
    Fixed(f32),
    /// As many times the size around.
    Times(f32),
    /// As many times the size of the page, or of what is around: the least of them.
    Root(f32),
}

impl Size {
    /// The value of `font-size`; nothing where it is not understood.
    pub(super) fn of(value: &str) -> Option<Self> {
        let (number, unit) = split(value).unwrap_or((0.0, value));
        Some(match unit {
            "xx-small" => Self::Fixed(9.0),
            "x-small" => Self::Fixed(10.0),
            "small" => Self::Fixed(13.0),
            "medium" | "initial" => Self::Fixed(16.0),
            "large" | "x-large" | "xx-large" | "xxx-large" => Self::Fixed(18.0),
            "smaller" => Self::Times(0.83),
            "larger" => Self::Times(1.2),
            "inherit" | "unset" | "revert" => Self::Times(1.0),
            _ if number < 0.0 => return None,
            "em" => Self::Times(number),
            "%" => Self::Times(number / 100.0),
            "ex" | "ch" => Self::Times(number / 2.0),
            "rem" => Self::Root(number),
            _ => Self::Fixed(points(value)?),
        })
    }

    /// The size in the value of `font`: the last length before the names.
    pub(super) fn of_font(value: &str) -> Option<Self> {
        let mut words = value.split(' ').map(|word| word.split_once('/').map_or(word, |(size, _)| size));
        let is_weight = |word: &str| word.len() == 3 && word.ends_with("00");
        words.find_map(|word| Self::of(word).filter(|_| !is_weight(word)))
    }

    pub(super) fn under(self, around: f32) -> f32 {
        match self {
            Self::Fixed(size) => size,
            Self::Times(times) => times * around,
            Self::Root(times) => times * around.min(16.0),
        }
    }

    pub(super) fn is_nought(self) -> bool {
        matches!(self, Self::Fixed(it) | Self::Times(it) | Self::Root(it) if it == 0.0)
    }
}

/// A number and what stands behind it.
pub(super) fn split(value: &str) -> Option<(f32, &str)> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(value.len());
    Some((value[..end].parse().ok()?, &value[end..]))
}

/// A length; nothing where it is none.
pub(super) fn points(value: &str) -> Option<f32> {
    let (number, unit) = split(value)?;
    let unit = match unit {
        "px" | "" => 1.0,
        "pt" => 1.33,
        "pc" | "em" | "rem" => 16.0,
        "ex" | "ch" | "%" | "vw" | "vh" | "vmin" | "vmax" => 8.0,
        "in" => 96.0,
        "cm" => 38.0,
        "mm" => 3.8,
        _ => return None,
    };
    Some(number * unit)
}

/// Whether every word of a value is a plain word or a length from one to another.
pub(super) fn within(value: &str, least: f32, most: f32) -> bool {
    value.split(' ').all(|word| {
        word.bytes().all(|c| c.is_ascii_alphabetic() || c == b'-')
            || points(word).is_some_and(|it| (least..=most).contains(&it))
    })
}
