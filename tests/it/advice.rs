//! What the preparing body advised, as the agenda of the next body may quote it.

use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::{Advised, ItemId, Region};
use beraad::word::Word as _;
use chrono::NaiveDate;

/// The advice on an item of a meeting, as known on a day: its word, and the first thing that was asked with it.
fn told(region: &Region, meeting: &str, item: &str, day: &str) -> Vec<(&'static str, Option<String>)> {
    let day: NaiveDate = day.parse().unwrap();
    let meeting = region.meeting_ids().find(|id| region[*id].key == meeting).unwrap();
    let index = region[meeting].items.iter().position(|one| one.key == item).unwrap();
    let advice = region.advice_of(ItemId { meeting, index }, day);
    advice.map(|(_, it)| (it.verdict.word(), it.points.first().map(|point| point.value.clone()))).collect()
}

#[test]
fn the_next_body_can_quote_it() {
    let region = resolve(&load(Path::new("agendas")).unwrap()).region;
    let beraad = "2025-10-09-regionaal-beraad";
    let points = Some("begin met de verbinding tussen werk, personeel en onderwijs".to_owned());
    assert_eq!(told(&region, beraad, "meerjarenagenda", "2025-10-09"), [(Advised::ForWithPoints.word(), points)]);
    assert_eq!(told(&region, beraad, "vergaderdata", "2025-10-09"), [(Advised::For.word(), None)]);
    // before the meeting that gave it nobody knows it, and of what was never discussed there is none
    assert_eq!(told(&region, beraad, "meerjarenagenda", "2025-09-10"), []);
    assert_eq!(told(&region, beraad, "rondvraag", "2025-10-09"), []);
}
