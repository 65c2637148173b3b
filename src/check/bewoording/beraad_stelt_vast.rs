//! The college of the centrumgemeente adopts; the Beraad assents.

use crate::check::{Found, scope::At};
use crate::model::{Outcome, Treatment};

/// `Vast te stellen …`, `De meerjarenagenda vast te stellen.`: that is what is done, and no college is asked to.
fn adopts(text: &str) -> bool {
    let words = words(text);
    let first = words.windows(2).position(|pair| pair[0] == "te" && pair[1].ends_with('n'));
    let own =
        first.is_some_and(|at| words[at + 1] == "stellen" && at.checked_sub(1).is_some_and(|it| words[it] == "vast"));
    own && !by_college(&words)
}

/// `Het Beraad stelt de begroting vast.`, `De begroting is vastgesteld.`
fn has_adopted(text: &str) -> bool {
    let words = words(text);
    let place = |word: &str| words.iter().position(|it| it == word);
    let stelt = ["stelt", "stellen"].into_iter().find_map(place);
    let vast = words.iter().rposition(|it| it == "vast");
    let active = stelt.zip(vast).is_some_and(|(stelt, vast)| stelt < vast);
    (active || words.last().is_some_and(|it| it == "vastgesteld")) && !by_college(&words)
}

fn by_college(words: &[String]) -> bool {
    words.iter().any(|word| word.starts_with("college") || word.ends_with("raad") && word.starts_with("gemeente"))
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect()
}

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if !at.is_executive() {
        return;
    }
    // its own agenda and minutes a body does adopt itself
    let own = |item: &crate::model::Item| item.treatment == Treatment::Procedure || !item.adopts.is_empty();
    let hint = "schrijf “In te stemmen met …” en “Te vragen aan het college van … om … vast te stellen”";
    for (index, item) in at.items().filter(|(_, item)| !own(item)) {
        for requested in item.requested.iter().filter(|text| adopts(text)) {
            found.at(requested.span, "Het overleg stelt niet vast, het stemt in.", at.in_time(hint)).item(index);
        }
    }
    for (treated, _) in at.treated().filter(|(_, item)| !own(item)) {
        for agreed in treated.agreed.iter().flatten().filter(|text| adopts(text) || has_adopted(text)) {
            let hint = "schrijf “Het overleg stemt in met …” en “Het college van … wordt gevraagd … vast te stellen”";
            found.at(agreed.span, "Het overleg stelt niet vast, het stemt in.", at.in_minutes(hint)).item(treated.item);
        }
    }
    let adopted = |outcome| matches!(outcome, Some(Outcome::Adopted | Outcome::AdoptedChanged));
    for (treated, item) in at.treated().filter(|(treated, item)| !own(item) && adopted(treated.outcome)) {
        let message =
            format!("“{}” is volgens het verslag vastgesteld, maar vaststellen doet een college.", item.title);
        let hint = at.in_minutes(format!("schrijf: uitkomst = \"{}\"", instead(item.treatment)));
        found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
    }
}

/// The outcome that the body can come to.
const fn instead(treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Procedure | Treatment::Assent => "ingestemd",
        Treatment::Information => "kennisgenomen",
        Treatment::Discussion => "besproken",
        Treatment::Advice => "advies uitgebracht",
    }
}

#[cfg(test)]
mod tests {
    use super::{adopts, has_adopted};

    #[test]
    fn what_the_body_would_adopt_itself() {
        let own = [
            "Vast te stellen wat scholing is.",
            "De meerjarenagenda vast te stellen.",
            "de begroting 2026 definitief vast te stellen",
            "De begroting vast te stellen en te verspreiden.",
        ];
        let of_others = [
            "Het college van Leiden te vragen de begroting vast te stellen.",
            "Te vragen aan het college van Leiden om de begroting vast te stellen.",
            "De begroting door het college vast te laten stellen.",
            "De begroting door het college van Leiden vast te stellen.",
            "In te stemmen met het voorstel om de begroting vast te stellen.",
            "De begroting aan te bieden aan de gemeenteraad om vast te stellen.",
            "De stellen vast te noteren.",
        ];
        assert!(own.iter().all(|text| adopts(text)));
        assert_eq!(of_others.map(adopts), [false; 7]);
    }

    #[test]
    fn what_the_body_says_it_adopted() {
        let own = ["Het Beraad stelt de begroting vast.", "De begroting is vastgesteld.", "Wij stellen de agenda vast"];
        let of_others = [
            "Het college van Leiden stelt de begroting vast.",
            "De begroting is door het college vastgesteld.",
            "Het Beraad stelt vragen over de begroting.",
            "Het Beraad houdt vast aan wat het stelt.",
        ];
        assert!(own.iter().all(|text| has_adopted(text)));
        assert_eq!(of_others.map(has_adopted), [false; 4]);
    }
}
