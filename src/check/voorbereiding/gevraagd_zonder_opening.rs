//! A requested decision says what the body does: in te stemmen met, kennis te nemen van, af te spreken.

use crate::check::{Found, scope::At};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (index, item) in at.items().filter(|_| at.is_own()) {
        for requested in item.requested.iter().filter(|requested| !opens(requested)) {
            let message = "Dit zegt niet wat het overleg doet.".to_owned();
            let hint =
                "begin met In te stemmen met, Kennis te nemen van, Te adviseren over, Te vragen aan of Af te spreken";
            found.at(requested.span, message, at.in_time(hint)).item(index);
        }
    }
}

/// `Te vragen`, `In te stemmen`, `Zich uit te spreken`: *te* and a verb within the first words; or as the last ones, as in
/// `Het verslag vast te stellen.`
fn opens(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ';', ' ']).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let verb = |word: &str| word.ends_with('n') && word.chars().all(char::is_alphabetic) && word.len() > 2;
    let said = |pair: &[&str]| pair[0] == "te" && verb(pair[1]);
    words.windows(2).take(3).any(said) || words.windows(2).next_back().is_some_and(said)
}

#[cfg(test)]
mod tests {
    use super::opens;

    #[test]
    fn openings_are_te_and_a_verb() {
        let good = [
            "In te stemmen met het plan.",
            "Te vragen aan Leiden om …",
            "Kennis te nemen van het jaaroverzicht.",
            "Zich uit te spreken over de locatie.",
            "af te spreken dat",
            "De besluitenlijst van donderdag 9 oktober vast te stellen.",
        ];
        let bad = [
            "Het plan.",
            "Het plan dat er ligt en later te bespreken is.",
            "Instemmen met het plan.",
            "Te",
            "",
            "Akkoord gaan met wat later te bespreken is.",
            "Te 2 en",
            "Te laat en te veel.",
            "Te en dat",
            "Te 10n mee",
        ];
        assert!(good.iter().all(|text| opens(text)));
        assert!(!bad.iter().any(|text| opens(text)));
    }
}
