//! Colours of words and of what is behind them, as far as they are certain.

use super::style::MASK;

/// Colours by their name; another name is not read.
const NAMES: &str = "black 000000 white ffffff red ff0000 blue 0000ff green 008000 lime 00ff00 navy 000080 gray 808080 \
    grey 808080 silver c0c0c0 maroon 800000 purple 800080 teal 008080 olive 808000 aqua 00ffff cyan 00ffff fuchsia ff00ff \
    magenta ff00ff yellow ffff00 orange ffa500 darkblue 00008b darkred 8b0000 darkgreen 006400 darkgray a9a9a9 \
    darkgrey a9a9a9 dimgray 696969 dimgrey 696969 lightgray d3d3d3 lightgrey d3d3d3 lightblue add8e6 lightyellow ffffe0 \
    lightgreen 90ee90 steelblue 4682b4 royalblue 4169e1 brown a52a2a crimson dc143c whitesmoke f5f5f5 gold ffd700 \
    pink ffc0cb windowtext 000000 window ffffff canvastext 000000 canvas ffffff initial 000000 linktext 0000ee";
/// Words of a background that are no colour and paint nothing.
const PLACES: &str = "none transparent initial inherit unset revert auto scroll fixed local repeat no-repeat repeat-x \
    repeat-y center top bottom left right / 0 0% 0px 50% 100% 0in 0cm 0pt cover contain border-box padding-box content-box";
/// Words and what is behind them are told apart from this contrast.
const CONTRAST: f32 = 1.3;

/// A colour; nothing where it cannot be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Colour([f32; 3], f32);

pub(super) const BLACK: Colour = Colour([0.0; 3], 1.0);
pub(super) const WHITE: Colour = Colour([255.0; 3], 1.0);

impl Colour {
    pub(super) fn of(value: &str) -> Option<Self> {
        if let Some(digits) = value.strip_prefix('#') {
            return Self::of_digits(digits);
        }
        if value == "transparent" {
            return Some(Self([0.0; 3], 0.0));
        }
        let mut names = NAMES.split_whitespace();
        while let (Some(name), Some(digits)) = (names.next(), names.next()) {
            if name == value {
                return Self::of_digits(digits);
            }
        }
        let numbers = value.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
        let numbers = numbers.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let numbers: Vec<(f32, bool)> = numbers.map(number).collect::<Option<_>>()?;
        let part = |at: usize| numbers.get(at).map(|(it, percent)| if *percent { it * 2.55 } else { *it });
        let alpha = numbers.get(3).map_or(1.0, |(it, percent)| if *percent { it / 100.0 } else { *it });
        (numbers.len() <= 4).then_some(Self([part(0)?, part(1)?, part(2)?], alpha))
    }

    /// As an attribute gives one: `ffffff` too.
    pub(super) fn of_attribute(value: &str) -> Option<Self> {
        let value = value.trim().to_lowercase();
        Self::of(&value).or_else(|| Self::of_digits(&value))
    }

    fn of_digits(digits: &str) -> Option<Self> {
        let wide: String = match digits.len() {
            3 | 4 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 | 8 => digits.to_owned(),
            _ => return None,
        };
        let part = |at: usize| wide.get(at..at + 2).and_then(|it| u8::from_str_radix(it, 16).ok()).map(f32::from);
        let alpha = if wide.len() == 8 { part(6)? / 255.0 } else { 1.0 };
        Some(Self([part(0)?, part(2)?, part(4)?], alpha))
    }

    /// What it makes of what is behind it.
    pub(super) fn over(self, back: Self) -> Self {
        let mut mixed = back;
        for (mixed, own) in mixed.0.iter_mut().zip(self.0) {
            *mixed = own * self.1 + *mixed * (1.0 - self.1);
        }
        mixed
    }

    /// Whether words of this colour are not told apart from what is behind them.
    pub(super) fn is_lost_on(self, back: Self) -> bool {
        let (own, back) = (self.over(back).light(), back.light());
        (own.max(back) + 0.05) / (own.min(back) + 0.05) < CONTRAST
    }

    /// Whether it is rather light than dark.
    pub(super) fn is_light(self) -> bool {
        self.light() > 0.3
    }

    fn light(self) -> f32 {
        let [red, green, blue] = self.0.map(|it| (it / 255.0).clamp(0.0, 1.0).powf(2.2));
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn number(part: &str) -> Option<(f32, bool)> {
    let (number, percent) = part.strip_suffix('%').map_or((part, false), |it| (it, true));
    number.parse().ok().filter(|it: &f32| it.is_finite()).map(|it| (it, percent))
}

/// What a background paints: nothing, a colour, or what is not known.
pub(super) enum Ground {
    Nothing,
    Painted(Option<Colour>),
}

impl Ground {
    pub(super) fn of(value: &str) -> Self {
        if value.contains([MASK, ',']) && !value.starts_with("rgb") {
            return Self::Painted(None);
        }
        let words = super::style::parts(value, &[' ']);
        let mut painted = words.into_iter().filter(|word| !PLACES.split_whitespace().any(|known| known == *word));
        match (painted.next(), painted.next()) {
            (None, _) => Self::Nothing,
            (Some(colour), None) => Self::Painted(Colour::of(colour)),
            _ => Self::Painted(None),
        }
    }
}
