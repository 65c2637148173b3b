//! Plan and budget are adopted by a college, and it is said by which.

use crate::check::{Found, scope::At, scope::list};
use crate::model::Treatment;

/// What a college adopts after the assent.
const ADOPTED: [&str; 2] = ["meerjarenagenda", "begroting"];

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let asks = |item: &crate::model::Item| item.treatment == Treatment::Assent && item.to_be_adopted_by.is_none();
    for (index, item) in at.items().filter(|(_, item)| at.is_executive() && asks(item)) {
        let mut asked = item.requested.iter().filter_map(|text| Some((assented(text)?, text))).peekable();
        let Some(requested) = asked.peek().map(|(_, text)| text.span) else { continue };
        let mut what: Vec<String> = asked.map(|(what, _)| format!("de {what}")).collect();
        what.dedup();
        let centre = at.region.centre_on(at.meeting.date.value).map(|centre| at.region[centre].key.as_str());
        let hint = format!("schrijf bij dit agendapunt: vast_te_stellen_door = \"{}\"", centre.unwrap_or("…"));
        let message = format!("Er staat niet welk college {} na de instemming vaststelt.", list(&what));
        found.at(requested, message, hint).item(index);
    }
}

/// `In te stemmen met de begroting 2026`: which of the two it assents to.
fn assented(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("in te stemmen met ")?;
    let rest = ["de ", "het ", "een "].iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
    let rest = rest.strip_prefix("concept").map_or(rest, |rest| rest.trim_start_matches(['-', ' ']));
    ADOPTED.into_iter().find(|what| rest.starts_with(what))
}

#[cfg(test)]
mod tests {
    use super::assented;

    #[test]
    fn assent_to_plan_or_budget_only() {
        let of = |text| assented(text).unwrap_or("-");
        assert_eq!(of("In te stemmen met de meerjarenagenda 2026-2029."), "meerjarenagenda");
        assert_eq!(of("In te stemmen met de concept-begroting."), "begroting");
        assert_eq!(of("In te stemmen met begroting 2026."), "begroting");
        assert_eq!(of("In te stemmen met de opzet van de begroting."), "-");
        assert_eq!(of("Kennis te nemen van de begroting."), "-");
    }
}
