//! Of what was sent it is known what it said.

use crate::check::{Found, scope::At};
use crate::dutch;
use crate::model::consultation;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    if !at.is_coming() || meeting.broken {
        return;
    }
    let unknown = consultation::without_wording(meeting);
    let last =
        |item: usize| meeting.sendings_of_papers().rfind(|sending| sending.items.iter().any(|sent| sent.item == item));
    let Some(sending) = unknown.first().and_then(|item| last(*item)) else { return };
    let numbers: Vec<&str> = unknown.iter().map(|item| meeting.items[*item].number.as_str()).collect();
    let (numbers, day) = (dutch::list(&numbers).unwrap_or_default(), sending.date);
    let points = if unknown.len() == 1 { "punt" } else { "de punten" };
    let message = format!(
        "Hoe titel, behandeling en vraag van {points} {numbers} luidden toen dit werd verzonden, staat er niet; een wijziging daarvan valt niet op."
    );
    let key = &meeting.key;
    let again = format!("beraad verzend agenda {key}");
    let hint = format!(
        "zegt de agenda nog wat toen is verzonden, leg die dan opnieuw vast: {again} --datum {day}; weet u dat niet, stuur die dan opnieuw rond, en dan: {again}"
    );
    found.at(sending.span, message, hint);
}
