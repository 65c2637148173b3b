//! What the program makes and an item has for a paper: the minutes or the decision list that it adopts, and the action list.

use serde::Serialize;

use super::{Scope, acties, release};
use crate::dutch;
use crate::model::called;
use crate::model::{BodyKind, Item, ItemId, MeetingId, Publication, Region};

/// The documents that items adopt.
const DECISIONS: &str = "besluitenlijst";
const MINUTES: &str = "verslag";

/// Minutes or a decision list of another meeting, as a paper of an item.
#[derive(Debug, Serialize)]
pub(super) struct Verslag<'a> {
    #[serde(skip)]
    meeting: MeetingId,
    /// What its body calls its decision list; nothing where it is the minutes.
    lijst: Option<&'a str>,
    lijst_klein: Option<String>,
    /// It was not adopted yet.
    concept: bool,
    /// `9 oktober 2025`
    van: String,
    /// Where it was made in the same run.
    adres: Option<String>,
}

/// The action list, as a paper of an item.
#[derive(Debug, Serialize)]
pub(super) struct Actielijst {
    /// Where it was made in the same run.
    adres: Option<String>,
}

/// The action list of an item. It says how things stand on the day of the run: after the meeting that is not what was there.
pub(super) fn action_list(scope: &Scope, id: ItemId) -> Option<Actielijst> {
    let is_there = !scope.region[id.meeting].is_over(scope.today);
    let adres = || scope.beside.overview(acties::STEM).filter(|_| is_there);
    scope.region[id].action_list.then(|| Actielijst { adres: adres() })
}

/// The papers of record that an item adopts, as far as they were written.
pub(super) fn adopted<'a>(scope: &Scope<'a>, at: ItemId) -> Vec<Verslag<'a>> {
    scope.region[at].adopts.iter().filter_map(|minutes| of(scope, at, minutes.value)).collect()
}

impl Verslag<'_> {
    /// What it is called, with the day of its meeting.
    fn called(&self) -> String {
        let kind = match (self.lijst, &self.lijst_klein, self.concept) {
            (Some(_), Some(small), true) => format!("Concept-{small}"),
            (Some(list), _, _) => list.to_owned(),
            (None, _, true) => "Conceptverslag".to_owned(),
            (None, _, false) => "Verslag".to_owned(),
        };
        format!("{kind} van {}", self.van)
    }
}

/// Such a paper of an item of an agenda: no file of the meeting.
#[derive(Debug)]
pub struct Made {
    /// The number of the item.
    pub number: String,
    /// What it is called there.
    pub name: String,
    /// What it leads to; nothing where that is not made in the same run.
    pub address: Option<String>,
    /// The document.
    pub document: &'static str,
    /// The meeting that it is of; none for one about a whole body.
    pub meeting: Option<MeetingId>,
}

/// Those of the items of an agenda.
#[must_use]
pub fn on_agenda(scope: &Scope, id: MeetingId) -> Vec<Made> {
    let region = scope.region;
    let held = region[id].items.iter().enumerate().filter(|(_, item)| item.cancelled.is_none() && item.on_agenda);
    let of_item = |(index, item): (usize, &Item)| {
        let at = ItemId { meeting: id, index };
        let number = || item.number.clone();
        let records = adopted(scope, at).into_iter().map(|one| Made {
            number: number(),
            name: one.called(),
            document: if one.lijst.is_some() { DECISIONS } else { MINUTES },
            meeting: Some(one.meeting),
            address: one.adres,
        });
        let list = action_list(scope, at).map(|list| Made {
            number: number(),
            name: "Actielijst".to_owned(),
            address: list.adres,
            document: acties::STEM,
            meeting: None,
        });
        records.chain(list).collect::<Vec<_>>()
    };
    held.flat_map(of_item).collect()
}

fn of<'a>(scope: &Scope<'a>, at: ItemId, id: MeetingId) -> Option<Verslag<'a>> {
    let (region, meeting, item) = (scope.region, &scope.region[id], &scope.region[at]);
    meeting.minutes.as_ref()?;
    let is_open = |publication| match publication {
        Publication::Minutes => meeting.released.minutes.is_open(),
        _ => meeting.released.decisions.is_open(),
    };
    // where one of these is not public, the other
    let wanted = match asks_for(region, id, item) {
        Publication::Minutes => [Publication::Minutes, Publication::Decisions],
        _ => [Publication::Decisions, Publication::Minutes],
    };
    let shown = wanted.into_iter().find(|one| is_open(*one));
    let is_list = shown.unwrap_or(wanted[0]) == Publication::Decisions;
    let stem = if is_list { DECISIONS } else { MINUTES };
    let is_made = shown.is_some() && scope.beside.meetings.contains(&id) && release::has_been(scope, id, stem).is_ok();
    let lijst = is_list.then(|| region.body_of(id).decision_list_on(meeting.date.value));
    Some(Verslag {
        meeting: id,
        lijst,
        lijst_klein: lijst.map(dutch::small),
        // what goes to the meeting that is to adopt it is a draft, whatever came of it there
        concept: meeting.adoption.is_none_or(|adoption| adoption.date >= region[at.meeting].date.value),
        van: called::its_short_moment(meeting),
        adres: is_made.then(|| format!("../{}/{stem}.md", meeting.key)),
    })
}

/// Whether an item is about the minutes of a meeting, or about the list of what was decided there.
#[must_use]
pub fn is_of_minutes(region: &Region, at: ItemId, id: MeetingId) -> bool {
    asks_for(region, id, &region[at]) == Publication::Minutes
}

/// Minutes or a decision list that an item adopts, with the article: `de besluitenlijst van 9 oktober 2025`.
pub(super) fn named(region: &Region, at: ItemId, id: MeetingId) -> String {
    let (meeting, own) = (&region[id], region[at.meeting].body == region[id].body);
    let of = if own {
        called::its_short_moment(meeting) + &called::apart_by_time(region, id)
    } else {
        called::meeting(region, id)
    };
    if asks_for(region, id, &region[at]) == Publication::Minutes {
        return format!("het verslag van {of}");
    }
    let list = dutch::small(region.body_of(id).decision_list_on(meeting.date.value));
    let article = if list.ends_with("verslag") || list.ends_with("overzicht") { "het" } else { "de" };
    format!("{article} {list} van {of}")
}

/// Which of the two an item is about, in its own words; where these do not say it, civil servants adopt minutes and others the
/// list of what was decided.
fn asks_for(region: &Region, id: MeetingId, item: &Item) -> Publication {
    let list = region.body_of(id).decision_list_on(region[id].date.value).to_lowercase();
    let texts = || [item.title.as_str()].into_iter().chain(item.requested.iter().map(|asked| asked.value.as_str()));
    let says = |word: &str| texts().any(|text| text.to_lowercase().contains(word));
    match (says("verslag"), says(&list)) {
        (true, false) => Publication::Minutes,
        (false, true) => Publication::Decisions,
        _ if region.body_of(id).kind == BodyKind::Staff => Publication::Minutes,
        _ => Publication::Decisions,
    }
}
