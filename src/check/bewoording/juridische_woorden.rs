//! Words that claim legal effect, in requested decisions and agreements.

use std::ops::Range;

use crate::check::{Found, scope::At, words};
use crate::source::Spanned;

/// The start of a word, and what to write instead. The covenant's own words are not among them: besluitenlijst,
/// gevraagd besluit, mandaat.
const WORDS: [(&str, &str); 15] = [
    ("besluiten", "schrijf “af te spreken” of “in te stemmen met”"),
    ("besluit dat", "schrijf “spreekt af dat”"),
    ("beschikking", "het overleg geeft geen beschikkingen"),
    ("bezwaar", "tegen een afspraak staat geen bezwaar open; schrijf “bedenking” of “voorbehoud”"),
    ("beroep tegen", "tegen een afspraak staat geen beroep open"),
    ("beroep in te stellen", "tegen een afspraak staat geen beroep open"),
    ("mandaatbesluit", "het mandaat is inhoudelijk bedoeld, niet juridisch"),
    ("te mandateren", "het overleg kan niemand mandateren; schrijf “te vragen aan”"),
    ("te machtigen", "machtigen doet een college of burgemeester; schrijf “te vragen aan”"),
    ("delegatie", "het overleg heeft geen bevoegdheden om te delegeren"),
    ("te delegeren", "het overleg heeft geen bevoegdheden om te delegeren"),
    ("verordening", "een verordening is van een gemeenteraad"),
    ("rechtsgeldig", "een afspraak in een netwerk is niet rechtsgeldig of ongeldig"),
    ("juridisch bindend", "afspraken in het overleg binden niet in rechte"),
    ("te verplichten", "partijen houden hun eigen verantwoordelijkheid; schrijf “te vragen aan”"),
];

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_own() {
        return;
    }
    for (index, item) in at.items() {
        for text in &item.requested {
            report(text, index, found, |hint| at.in_time(hint));
        }
    }
    for (treated, _) in at.treated() {
        for text in treated.agreed.iter().flatten() {
            report(text, treated.item, found, |hint| at.in_minutes(hint));
        }
    }
}

fn report(text: &Spanned<String>, item: usize, found: &mut Found, mend: impl Fn(&str) -> String) {
    if let Some((range, instead)) = legal(text) {
        let word = &text[range];
        let message = format!("“{word}” belooft rechtsgevolg; dit overleg neemt geen besluiten in de zin van de Awb.");
        found.at(text.span, message, mend(instead)).words(word).item(item);
    }
}

/// The first of [`WORDS`] that starts at the start of a word.
fn legal(text: &str) -> Option<(Range<usize>, &'static str)> {
    // besluitenlijst and besluitenboek are papers
    let stands = |word| if word == "besluiten" { words::alone(text, word) } else { words::start(text, word) };
    WORDS.into_iter().find_map(|(word, instead)| Some((stands(word)?, instead)))
}

#[cfg(test)]
mod tests {
    use super::legal;

    #[test]
    fn the_words_of_the_covenant_are_fine() {
        let fine = [
            "Kennis te nemen van de besluitenlijst.",
            "In te stemmen met het mandaat van de wethouder.",
            "Te adviseren over het gevraagd besluit.",
            "Een beroep te doen op de scholen.",
            "Onbezwaard verder te gaan.",
            "De beschikbare middelen te noemen.",
        ];
        let wrong = [
            "Te besluiten tot",
            "Het Beraad besluit dat",
            "Bezwaar is mogelijk",
            "Een mandaatbesluit te nemen",
            "BESCHIKKING",
        ];
        assert_eq!(fine.map(|text| legal(text).map(|(range, _)| &text[range])), [None; 6]);
        assert!(wrong.iter().all(|text| legal(text).is_some()));
    }
}
