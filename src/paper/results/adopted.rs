//! Which of the minutes that an item adopted together were changed.

use serde::Serialize;

use crate::dutch;
use crate::model::called;
use crate::model::{ItemId, Outcome, Region, Treated};

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
        Some((adoption.changed, format!("het verslag van {}", called::meeting(region, minutes.value))))
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
