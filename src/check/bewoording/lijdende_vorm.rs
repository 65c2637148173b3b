//! A requested decision says who does something: `dat het college het plan vaststelt`, no `dat het plan wordt gemaakt`.

use crate::check::{Found, scope::At};

/// Words that look like a participle and are none.
const NONE: [&str; 27] = [
    "gebied",
    "gebieden",
    "geld",
    "gelden",
    "gemeente",
    "gemeenten",
    "gegevens",
    "gebouwen",
    "gesprekken",
    "gevallen",
    "gevolgen",
    "gezinnen",
    "gewesten",
    "gebruiken",
    "geluiden",
    "gedachten",
    "gemiddeld",
    "gezond",
    "geschikt",
    "gericht",
    "gevoelens",
    "genieten",
    "gesloten",
    "gewoonten",
    "gebreken",
    "geschillen",
    "geleden",
];

/// What may stand before the *ge* of a participle.
const BEFORE: [&str; 13] = ["", "aan", "af", "bij", "door", "in", "mee", "op", "over", "toe", "uit", "vast", "voor"];

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() || !at.is_coming() {
        return;
    }
    for (index, item) in at.items() {
        for requested in &item.requested {
            let Some((verb, participle)) = passive(requested) else { continue };
            let message = format!("“{verb} … {participle}”: hier staat niet wie het doet.");
            let hint = "schrijf wie het doet: “dat het secretariaat … stuurt” in plaats van “dat … wordt gestuurd”";
            found.at(requested.span, message, at.in_time(hint)).words(verb).item(index);
        }
    }
}

/// The verb and the participle of a passive clause that does not say by whom.
fn passive(text: &str) -> Option<(&str, &str)> {
    text.split([',', ';', '.', ':', '(', ')']).find_map(|clause| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let verb = words.iter().find(|word| matches!(word.to_lowercase().as_str(), "wordt" | "worden"))?;
        let participle = words.iter().find(|word| is_participle(word))?;
        let by_whom = words.iter().any(|word| word.eq_ignore_ascii_case("door"));
        (!by_whom).then_some((*verb, *participle))
    })
}

fn is_participle(word: &str) -> bool {
    let known = |word: &str| NONE.contains(&word);
    let lower = word.to_lowercase();
    !known(&lower)
        && BEFORE.iter().any(|before| {
            let rest = lower.strip_prefix(before).and_then(|rest| rest.strip_prefix("ge"));
            rest.is_some_and(|rest| rest.len() > 2 && ends(rest, before.is_empty()))
        })
}

/// A strong participle ends in *en*, as many a noun does: behind another word it is not looked at.
fn ends(rest: &str, alone: bool) -> bool {
    rest.ends_with(['d', 't']) || alone && rest.ends_with("en")
}

#[cfg(test)]
mod tests {
    use super::passive;

    #[test]
    fn only_a_plain_passive_is_one() {
        let passives = [
            "Af te spreken dat het plan wordt gemaakt.",
            "Af te spreken dat de stukken eerder verzonden en gedeeld worden.",
            "Af te spreken dat de begroting wordt vastgesteld.",
            "Af te spreken dat er extra loketten worden geopend.",
        ];
        assert!(passives.iter().all(|text| passive(text).is_some()));
        let none = [
            "Af te spreken dat het loket volgend jaar groter wordt.",
            "Af te spreken dat elke gemeente eigenaar wordt.",
            "Te adviseren over de gebieden die groter worden.",
            "Af te spreken dat het plan door het secretariaat wordt gemaakt.",
            "In te stemmen met het gemaakte plan.",
            "Af te spreken wat er is gedaan, en dat het beter wordt.",
            "Te vragen aan het college van Leiden om de begroting vast te stellen.",
        ];
        assert_eq!(none.map(passive), [None; 7]);
    }
}
