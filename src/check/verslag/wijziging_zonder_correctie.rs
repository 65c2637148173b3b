//! Minutes that were adopted with changes say which.

use crate::check::{
    Found,
    scope::{At, list},
};
use crate::dutch;
use crate::model::called;
use crate::model::{AdoptedAs, Item, ItemId, MeetingId, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    for (treated, item) in at.treated() {
        let id = ItemId { meeting: at.id, index: treated.item };
        // where nobody can know, other rules speak
        let adopted: Vec<(MeetingId, Option<AdoptedAs>)> = (0..)
            .zip(&item.adopts)
            .map(|(place, minutes)| (minutes.value, at.region.adopted_as(id, place)))
            .filter(|(other, _)| !at.region[*other].broken && at.region[*other].minutes.is_some())
            .collect();
        let (told, silent): (Vec<MeetingId>, Vec<MeetingId>) = adopted
            .iter()
            .filter(|(_, how)| *how == Some(AdoptedAs::Unsaid))
            .map(|(other, _)| *other)
            .partition(|it| at.region[*it].is_corrected());
        let changed = adopted.iter().filter(|(_, how)| *how == Some(AdoptedAs::Changed)).map(|(other, _)| *other);
        for other in changed.filter(|other| !at.region[*other].is_corrected()) {
            let message = format!(
                "Het verslag van {} is gewijzigd vastgesteld, maar daar staat niet wat er is gewijzigd.",
                called::its_own_moment(at.region, other)
            );
            let hint = format!("zet in {}/verslag.toml: {}", at.region[other].key, correction(at));
            tell(at, found, (treated, &[other]), message, hint);
        }
        if !silent.is_empty() {
            tell(at, found, (treated, &silent), unsaid(at, &told, &silent), which(at, &told, &silent));
        }
        named(at, found, treated, item);
    }
}

fn correction(at: &At<'_>) -> String {
    format!("[[correctie]] met datum = {} en tekst", at.meeting.last_day())
}

fn tell(at: &At<'_>, found: &mut Found, about: (&Treated, &[MeetingId]), message: String, hint: String) {
    let (treated, others) = about;
    let mut more = found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
    for minutes in others.iter().filter_map(|other| at.region[*other].minutes.as_ref()) {
        more = more.see(minutes.span, "dat verslag");
    }
}

/// That of minutes adopted together nobody can read which were changed.
fn unsaid(at: &At<'_>, told: &[MeetingId], silent: &[MeetingId]) -> String {
    let days = |all: &[MeetingId]| {
        list(&all.iter().map(|other| called::its_own_moment(at.region, *other)).collect::<Vec<_>>())
    };
    let (of, is) = if let [_] = silent { ("Het verslag", "is") } else { ("De verslagen", "zijn") };
    let (with, last) = match told {
        [] => {
            let with = if let [_] = silent { "met een ander" } else { "samen" };
            return format!(
                "{of} van {} {is} {with} gewijzigd vastgesteld, maar nergens staat wat er is gewijzigd.",
                days(silent)
            );
        }
        [_] => ("dat", "dat laatste"),
        _ => ("die", "die laatste"),
    };
    format!(
        "{of} van {} {is} samen met {with} van {} gewijzigd vastgesteld, maar alleen bij {last} staat wat er is gewijzigd.",
        days(silent),
        days(told)
    )
}

fn which(at: &At<'_>, told: &[MeetingId], silent: &[MeetingId]) -> String {
    let keys: Vec<String> = told.iter().map(|other| format!("\"{}\"", at.region[*other].key)).collect();
    let files: Vec<String> = silent.iter().map(|other| format!("{}/verslag.toml", at.region[*other].key)).collect();
    let known = if keys.is_empty() { "<welke>".to_owned() } else { keys.join(", ") };
    let more = if keys.is_empty() { "en zet" } else { "zijn er meer gewijzigd, zet dan" };
    format!(
        "zet bij dit punt welke verslagen zijn gewijzigd: gewijzigd = [{known}]; {more} in {}: {}",
        dutch::any_of(&files),
        correction(at)
    )
}

/// Only what was adopted with changes can be named as changed.
fn named(at: &At<'_>, found: &mut Found, treated: &Treated, item: &Item) {
    let id = ItemId { meeting: at.id, index: treated.item };
    for minutes in &treated.changed {
        let place = item.adopts.iter().position(|it| it.value == minutes.value);
        if place.and_then(|place| at.region.adopted_as(id, place)) != Some(AdoptedAs::Changed) {
            let other = called::its_own_moment(at.region, minutes.value);
            let message =
                format!("Bij gewijzigd staat het verslag van {other}, maar dit punt stelde dat niet gewijzigd vast.");
            let hint = "kijk verslag_van en de uitkomst na, of haal dit verslag bij gewijzigd weg";
            found.at(minutes.span, message, at.in_minutes(hint)).item(treated.item);
        }
    }
}
