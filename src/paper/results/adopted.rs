//! What an item adopted, by its name; and which of the minutes that it adopted together were changed.

use serde::Serialize;

use crate::dutch;
use crate::model::{Item, ItemId, Outcome, Region, Treated};
use crate::paper::record;

/// The minutes that an item adopted, by whether they were changed: lists of them in words.
#[derive(Debug, Default, Serialize)]
pub(super) struct Vastgesteld {
    gewijzigd: Option<String>,
    ongewijzigd: Option<String>,
    /// The minutes do not say whether these were.
    onbekend: Option<String>,
}

/// Where the outcome alone does not say it: changes were made in minutes that were adopted with others.
pub(super) fn of(region: &Region, id: ItemId, treated: &Treated) -> Option<Vastgesteld> {
    let is_change = |outcome: &Outcome| matches!(outcome, Outcome::AdoptedChanged | Outcome::AssentedChanged);
    let mut outcomes = treated.outcome.iter().chain(treated.exceptions.iter().map(|(_, outcome)| outcome));
    let adopted = region[id].adopts.iter().filter_map(|minutes| {
        let adoption = region[minutes.value].adoption.filter(|adoption| adoption.meeting == id.meeting)?;
        Some((adoption.changed, record::named(region, id, minutes.value)))
    });
    let adopted: Vec<(Option<bool>, String)> = adopted.collect();
    if !outcomes.any(is_change) || matches!(adopted.as_slice(), [] | [(Some(true), _)]) {
        return None;
    }
    let those = |how| {
        let names: Vec<&String> = adopted.iter().filter(|(changed, _)| *changed == how).map(|(_, name)| name).collect();
        dutch::list(&names)
    };
    Some(Vastgesteld { gewijzigd: those(Some(true)), ongewijzigd: those(Some(false)), onbekend: those(None) })
}

/// What was adopted, at the begin of a sentence.
#[derive(Debug, Serialize)]
pub(super) struct Wat {
    /// Nothing where the item does not tell what it was.
    naam: Option<String>,
    /// It is more than one thing.
    meer: bool,
}

impl Wat {
    fn new(name: &str, meer: bool) -> Self {
        Self { naam: Some(dutch::capital(name)), meer }
    }
}

/// What an item adopted: the minutes that it names, what it asked to adopt, what its title says, as far as it tells.
pub(super) fn what(region: &Region, id: ItemId) -> Wat {
    let item = &region[id];
    let places = (0..item.adopts.len()).filter(|place| region.adopted_as(id, *place).is_some());
    let names: Vec<String> = places.map(|place| record::named(region, id, item.adopts[place].value)).collect();
    if let Some(list) = dutch::list(&names) {
        return Wat::new(&list, names.len() > 1);
    }
    let told = || asked_of(item).or_else(|| of_title(&item.title));
    told().unwrap_or(Wat { naam: None, meer: false })
}

/// What an item asks to adopt, where it asks nothing else.
fn asked_of(item: &Item) -> Option<Wat> {
    let [one] = item.requested.as_slice() else { return None };
    asked(one)
}

/// What a requested decision asks to adopt: `De begroting vast te stellen.`
pub(super) fn asked(text: &str) -> Option<Wat> {
    phrase(text.trim().trim_end_matches('.').strip_suffix(" vast te stellen")?)
}

/// What titles begin with that name what is adopted, with its article.
const KNOWN: [(&str, &str); 6] = [
    ("besluitenlijst", "de"),
    ("actielijst", "de"),
    ("agenda", "de"),
    ("verslag", "het"),
    ("jaarverslag", "het"),
    ("jaarplan", "het"),
];

/// What a title says is adopted: `Opening en vaststelling van de agenda`, `Verslag van 9 oktober`.
fn of_title(title: &str) -> Option<Wat> {
    const ADOPTS: [&str; 4] = ["vaststelling van ", "Vaststelling van ", "vaststellen van ", "Vaststellen van "];
    if let Some((_, behind)) = ADOPTS.iter().find_map(|words| title.split_once(words)) {
        return phrase(behind);
    }
    let small = dutch::small(title);
    let words: Vec<&str> = small.split_whitespace().collect();
    let first = usize::from(words.first().is_some_and(|word| matches!(*word, "laatste" | "vorige")));
    let (_, article) = KNOWN.iter().find(|(noun, _)| words.get(first) == Some(noun))?;
    let is_plain = words.get(first + 1).is_none_or(|next| *next == "van");
    (is_plain && !small.contains([',', ';', ':'])).then(|| Wat::new(&format!("{article} {small}"), false))
}

/// Words that name one thing, or more of one kind, with their article.
fn phrase(words: &str) -> Option<Wat> {
    let small = dutch::small(words.trim());
    let (article, rest) = small.split_once(' ')?;
    let noun = rest.split_whitespace().next()?;
    let joins = [" en de ", " en het "].iter().any(|joint| small.contains(joint));
    let is_plain = matches!(article, "de" | "het") && !small.contains([',', ';', ':', '.']);
    is_plain.then(|| Wat::new(&small, joins || article == "de" && noun.ends_with("en")))
}

#[cfg(test)]
mod tests {
    use super::{Wat, asked, of_title};

    fn told(what: Option<Wat>) -> String {
        what.map(|it| format!("{} {}", it.naam.unwrap_or_default(), if it.meer { "zijn" } else { "is" }))
            .unwrap_or_default()
    }

    #[test]
    fn a_title_names_what_is_adopted() {
        let titles = [
            ("Opening en vaststelling van de agenda", "De agenda is"),
            ("Vaststelling van de notulen van 9 oktober", "De notulen van 9 oktober zijn"),
            ("Verslag van donderdag 11 september 2025", "Het verslag van donderdag 11 september 2025 is"),
            ("Laatste besluitenlijst van het overleg", "De laatste besluitenlijst van het overleg is"),
            ("Agenda", "De agenda is"),
            ("Verslag en actielijst", ""),
            ("Verslagen van oktober", ""),
            ("Vaststelling van agenda en mededelingen", ""),
            ("Fusie", ""),
        ];
        for (title, expected) in titles {
            assert_eq!(told(of_title(title)), expected, "{title}");
        }
    }

    #[test]
    fn what_is_asked_names_what_is_adopted() {
        let all = [
            ("De begroting vast te stellen.", "De begroting is"),
            ("De verslagen van mei vast te stellen", "De verslagen van mei zijn"),
            ("De agenda en het verslag vast te stellen.", "De agenda en het verslag zijn"),
            ("In te stemmen met het plan.", ""),
            ("Het plan te bespreken, en de begroting vast te stellen.", ""),
            ("Vast te stellen.", ""),
        ];
        for (text, expected) in all {
            assert_eq!(told(asked(text)), expected, "{text}");
        }
    }
}
