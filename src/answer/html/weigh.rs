//! What a declaration can do to the words of an element. The burden is turned: what is not known to be harmless may hide.

use super::length::{SMALL, points, split, within};
use super::style::{Declaration, MASK, parts};

/// Properties that cannot hide words, whatever their value: by how their name begins.
const HARMLESS: &str = "-- border outline text-decoration text-align text-transform text-justify text-underline text-rendering text-autospace text-wrap text-overflow text-line-through text-effect list-style page tab- \
    layout-grid orphans widows word-wrap word-break line-break overflow hyphens white-space float clear cursor caret-color \
    quotes table-layout caption-side empty-cells border-collapse box-sizing box-shadow direction size color-scheme \
    print-color-adjust -webkit-print-color-adjust user-select -webkit-user-select pointer-events resize object-fit \
    -ms-interpolation-mode -webkit-font-smoothing -moz-osx-font-smoothing -moz-osx-font-feature punctuation-wrap behavior \
    -webkit-nbsp-mode -webkit-line-break -webkit-text-decoration -webkit-tap-highlight-color -webkit-hyphens -ms-hyphens \
    -moz-hyphens -webkit-box-shadow -webkit-border -moz-border -webkit-text-stroke-color align- justify- gap row-gap \
    column-gap counter- scrollbar- scroll- ruby- break- so-language language accent-color -webkit-box-sizing src panose-1 \
    font-family font-weight font-style font-variant font-stretch font-kerning font-language \
    font-optical-sizing font-synthesis font-smoothing height width max-height max-width min-height \
    min-width font-size color -webkit-text-fill-color background-repeat background-position background-size \
    background-attachment background-origin";
/// Those with a longer name that begins so and is not harmless by itself.
const OTHER: [&str; 2] = ["font-size-adjust", "width-"];
/// Properties of which these values cannot hide words.
const VALUES: &[(&str, &str)] = &[
    (
        "display",
        "block inline inline-block flex inline-flex grid inline-grid contents list-item flow-root table inline-table \
         table-row table-cell table-row-group table-header-group table-footer-group table-caption initial inherit unset",
    ),
    ("visibility", "visible inherit initial unset"),
    ("opacity", "1 1.0 1.00 100% inherit initial"),
    ("position", "static relative inherit initial unset"),
    ("unicode-bidi", "normal embed isolate plaintext inherit"),
    ("writing-mode", "horizontal-tb lr-tb"),
    ("layout-flow", "horizontal"),
    ("text-size-adjust", "100% none auto inherit"),
    ("zoom", "1 normal 100%"),
    ("background-clip", "border-box padding-box content-box initial"),
    ("background-blend-mode", "normal"),
    ("mix-blend-mode", "normal"),
    ("font-size-adjust", "none inherit"),
    ("mso-hide", "none screen"),
    ("mso-element", "frame para-border-div"),
    ("font-feature-settings", "normal inherit initial"),
    ("font-variation-settings", "normal inherit initial"),
];
/// Properties of which only these values are none.
const NONE: &str = "transform clip clip-path filter backdrop-filter mask mask-image translate scale rotate animation \
    transition contain content-visibility perspective text-shadow border-image";
/// Properties with lengths, and how far they may go.
const LENGTHS: &[(&str, f32, f32)] = &[
    ("margin-top", -8.0, 1000.0),
    ("margin-bottom", -8.0, 1000.0),
    ("margin", -48.0, 1000.0),
    ("padding", 0.0, 1000.0),
    ("text-indent", -100.0, 400.0),
    ("left", -48.0, 100.0),
    ("right", -48.0, 100.0),
    ("top", -8.0, 8.0),
    ("bottom", -8.0, 8.0),
    ("letter-spacing", -1.5, 20.0),
    ("word-spacing", -4.0, 100.0),
    ("vertical-align", -48.0, 100.0),
    ("border-spacing", 0.0, 100.0),
    ("-webkit-border-horizontal-spacing", 0.0, 100.0),
    ("-webkit-border-vertical-spacing", 0.0, 100.0),
    ("-webkit-text-stroke-width", 0.0, 0.0),
    ("mso-text-raise", -20.0, 20.0),
];

/// Whether a declaration cannot hide words by itself. Colours, backgrounds, sizes of letters and boxes that cut are weighed
/// where they stand, with what is around them.
pub(super) fn is_harmless(it: &Declaration) -> bool {
    let (name, value) = (it.name.as_str(), it.value.as_str());
    let bare = ["-webkit-", "-moz-", "-ms-", "-o-"].iter().find_map(|maker| name.strip_prefix(maker)).unwrap_or(name);
    let is_one_of = |words: &str| words.split_whitespace().any(|word| word == value);
    if name.contains(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
        return false;
    }
    if !it.sure && name.starts_with("text-decoration") && value.contains("line-through") {
        return false;
    }
    if let Some((_, good)) = VALUES.iter().find(|(known, _)| *known == bare) {
        return is_one_of(good);
    }
    if NONE.split_whitespace().any(|known| known == bare) {
        return is_one_of("none auto initial normal visible");
    }
    let kept = |known: &str| name == known || name.strip_prefix(known).is_some_and(|rest| rest.starts_with('-'));
    if let Some((_, least, most)) = LENGTHS.iter().find(|(known, ..)| kept(known)) {
        let upright = name != "margin" || value.split(' ').step_by(2).all(|word| within(word, -8.0, *most));
        return upright && within(value, *least, *most);
    }
    match name {
        "line-height" | "mso-ansi-line-height" => is_high(value),
        "box-shadow" => !value.contains("inset") || is_thin(value),
        "outline" | "outline-width" | "outline-offset" => is_thin(value),
        _ if name.starts_with("text-decoration") || name.starts_with("text-underline") => is_thin(value),
        "z-index" => !value.starts_with('-') && !value.contains(['(', MASK]),
        "background" | "background-color" | "background-image" | "font" => true,
        _ if name.starts_with("mso-") => is_of_word(name, value),
        _ => !OTHER.contains(&name) && HARMLESS.split_whitespace().any(|known| name.starts_with(known)),
    }
}

/// What Word writes for itself.
fn is_of_word(name: &str, value: &str) -> bool {
    if name.ends_with("font-size") {
        return points(value).is_some_and(|it| it >= SMALL);
    }
    !matches!(name, "mso-font-width" | "mso-text-animation")
        && (name != "mso-color-alt" || matches!(value, "windowtext" | "auto" | "black"))
}

/// Whether a line is too thin to cover words.
fn is_thin(value: &str) -> bool {
    parts(value, &[' ']).into_iter().all(|word| match word.split_once('(') {
        Some((kind, _)) => matches!(kind, "rgb" | "rgba" | "hsl" | "color"),
        None => points(word).is_none_or(|it| it.abs() <= 8.0),
    })
}

/// Whether lines stand apart.
fn is_high(value: &str) -> bool {
    match split(value) {
        Some((number, "")) => (0.5..=10.0).contains(&number),
        Some((number, "%")) => (50.0..=1000.0).contains(&number),
        Some(_) => points(value).is_some_and(|it| (6.0..=200.0).contains(&it)),
        None => matches!(value, "normal" | "inherit" | "initial" | "unset"),
    }
}
