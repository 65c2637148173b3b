//! Which requested decisions are put to the parties: what is only to be noted is not.

use super::{Item, Treatment};
use crate::source::Spanned;

impl Item {
    /// Whether parties are asked what they think of a requested decision, by its number.
    #[must_use]
    pub fn asks(&self, number: usize) -> bool {
        let requested = number.checked_sub(1).and_then(|at| self.requested.get(at));
        self.treatment != Treatment::Information && requested.is_some_and(|text| !only_notes(text))
    }

    /// Whether parties are asked anything about it: about procedure, and what was withdrawn, nobody is.
    #[must_use]
    pub fn asks_anything(&self) -> bool {
        self.is_proposal() && self.asked().next().is_some()
    }

    /// The requested decisions that are put to the parties, with their numbers.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Spanned<String>)> {
        (1..).zip(&self.requested).filter(|(number, _)| self.asks(*number))
    }
}

/// `Kennis te nemen van …`, `… voor kennisgeving aan te nemen`: where nothing else is to be done.
fn only_notes(text: &str) -> bool {
    // most do not: this is asked of each decision again and again
    if !text.as_bytes().windows(5).any(|part| part.eq_ignore_ascii_case(b"ennis")) {
        return false;
    }
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let notes = words.starts_with(&["kennis", "te", "nemen"])
        || words.starts_with(&["kennis", "nemen"])
        || words.contains(&"kennisgeving") && words.ends_with(&["aan", "te", "nemen"]);
    let does = |pair: &[&str]| pair[0] == "te" && pair[1] != "nemen" && pair[1].ends_with('n') && pair[1].len() > 3;
    notes && !words.windows(2).any(does)
}

#[cfg(test)]
mod tests {
    use super::only_notes;

    #[test]
    fn what_is_only_noted_asks_nothing() {
        let notes = [
            "Kennis te nemen van het jaaroverzicht.",
            "kennis te nemen  van de stand",
            "Kennis nemen van de brief.",
            "Het jaarverslag voor kennisgeving aan te nemen.",
        ];
        let asks = [
            "In te stemmen met het plan.",
            "Kennis te nemen van het plan en daarmee in te stemmen.",
            "Kennis te nemen van het plan en te adviseren over de begroting.",
            "Te vragen aan het college om kennis te nemen van de brief.",
            "De kennis te delen.",
            "",
        ];
        assert!(notes.iter().all(|text| only_notes(text)));
        assert!(!asks.iter().any(|text| only_notes(text)));
    }
}
