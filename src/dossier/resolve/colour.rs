//! Accent colours and their contrast, after WCAG 2.2 (relative luminance).

/// The least contrast of text with its background.
const LEAST: f64 = 4.5;
/// What the accent of the dark page aims at.
const CALM: f64 = 7.0;
/// The dark page.
const DARK: [u8; 3] = [0x14, 0x17, 0x1a];

/// The accent on white and the one on the dark page, or the contrast on white when that is too low.
pub(super) fn accents(text: &str) -> Result<(String, String), f64> {
    let colour = parse(text);
    let on_white = contrast(colour, [255; 3]);
    if on_white < LEAST { Err(on_white) } else { Ok((hex(colour), hex(lightened(colour)))) }
}

/// Mixed with white until it can be read on the dark page.
fn lightened(colour: [u8; 3]) -> [u8; 3] {
    let mix =
        |step: u32| colour.map(|part| u8::try_from((u32::from(part) * (20 - step) + 255 * step) / 20).unwrap_or(255));
    (0..=20).map(mix).find(|mixed| contrast(*mixed, DARK) >= CALM).unwrap_or([255; 3])
}

fn parse(text: &str) -> [u8; 3] {
    let part = |at: usize| text.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or(0);
    [part(1), part(3), part(5)]
}

fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_can_be_read_on_both_pages() {
        assert_eq!(accents("#154273").map(|(light, _)| light), Ok("#154273".into()));
        assert!(accents("#ffcc00").is_err_and(|contrast| contrast < 2.0));
        for colour in ["#000000", "#767676", "#00566b", "#a8281c"] {
            let dark = accents(colour).map(|(_, dark)| contrast(parse(&dark), DARK));
            assert!(dark.is_ok_and(|contrast| contrast >= CALM), "{colour}");
        }
    }
}
