//! What became of a party's input, in a line each.

use serde::Serialize;

use crate::dutch;
use crate::model::consultation;
use crate::model::{ItemId, MeetingId, Outcome, PartyId, Region};
use crate::paper::{parts, results};
use crate::word::Word as _;

/// The lines.
#[derive(Debug, Default, Serialize)]
#[expect(clippy::struct_field_names, reason = "a template asks for each by its name")]
pub(super) struct Inbreng<'a> {
    /// Items whose minutes have the party's input in its own words, those whose minutes tell of the party otherwise, and those whose minutes do not tell it apart.
    inbreng_zo_verteld: Option<String>,
    inbreng_verteld: Option<String>,
    inbreng_niet_verteld: Option<String>,
    inbreng_niet_benoemd: Vec<NietBenoemd<'a>>,
    inbreng_niet_behandeld: Vec<NietBehandeld<'a>>,
    /// On the agenda as a whole.
    algemeen: Option<Algemeen>,
}

/// Input that was not named, and why.
#[derive(Debug, Serialize)]
pub(super) struct NietBenoemd<'a> {
    nummer: &'a str,
    reden: &'a str,
}

/// Input on an item that was not dealt with, and what became of that item.
#[derive(Debug, Serialize)]
pub(super) struct NietBehandeld<'a> {
    nummer: &'a str,
    titel: &'a str,
    lot: &'static str,
}

/// Input on the agenda as a whole: minutes have no place for it.
#[derive(Debug, Serialize)]
pub(super) struct Algemeen {
    /// Items at which they tell of the party, though it had no input on them.
    bij: Option<String>,
}

/// The lines about the input of a party on these items of a meeting.
pub(super) fn of<'a>(region: &'a Region, id: MeetingId, items: &[ItemId], party: PartyId) -> Inbreng<'a> {
    let mut lines = Inbreng::default();
    let (mut as_it_is, mut told, mut untold, mut elsewhere) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for &at in items {
        let (nummer, titel) = (region[at].number.as_str(), region[at].title.as_str());
        let had_input = consultation::input(&region[at.meeting], party, at.index).is_some();
        match fate(region, at, party) {
            Fate::Told if is_told_as_it_is(region, at, party) => as_it_is.push(nummer),
            Fate::Told if had_input => told.push(nummer),
            Fate::Told => elsewhere.push(at.index),
            _ if !had_input => {}
            Fate::NotNamed(reden) => lines.inbreng_niet_benoemd.push(NietBenoemd { nummer, reden }),
            Fate::NotTreated(lot) => lines.inbreng_niet_behandeld.push(NietBehandeld { nummer, titel, lot }),
            Fate::Untold => untold.push(nummer),
        }
    }
    lines.inbreng_zo_verteld = dutch::list(&as_it_is);
    lines.inbreng_verteld = dutch::list(&told);
    lines.inbreng_niet_verteld = dutch::list(&untold);
    let general = consultation::general(&region[id], party);
    lines.algemeen = general.map(|_| Algemeen { bij: parts::numbers(&region[id], &elsewhere) });
    lines
}

/// What the minutes say of a party's input on an item.
enum Fate<'a> {
    Told,
    NotNamed(&'a str),
    NotTreated(&'static str),
    Untold,
}

fn fate(region: &Region, at: ItemId, party: PartyId) -> Fate<'_> {
    let treated = region[at.meeting].treated(at.index);
    let mut own = treated.into_iter().flat_map(|treated| &treated.input).filter(|input| input.from == party);
    if own.clone().any(results::is_told) {
        return Fate::Told;
    }
    if let Some(reason) = own.find_map(|input| input.not_named.as_deref()) {
        return Fate::NotNamed(reason);
    }
    if results::is_withdrawn(region, at) {
        return Fate::NotTreated("vervallen");
    }
    let put_off = treated.and_then(|treated| treated.outcome).filter(|outcome| Outcome::is_put_off(*outcome));
    put_off.map_or(Fate::Untold, |outcome| Fate::NotTreated(outcome.word()))
}

/// Whether the minutes of an item say of a party what its input was, in its own words and nothing else.
pub(in crate::paper::terugkoppeling) fn is_told_as_it_is(region: &Region, at: ItemId, party: PartyId) -> bool {
    let treated = region[at.meeting].treated(at.index);
    let own = treated.into_iter().flat_map(|treated| &treated.input).filter(|input| input.from == party);
    let told: Vec<_> = own.filter(|input| results::is_told(input)).collect();
    let [told] = told[..] else { return false };
    let input = consultation::input(&region[at.meeting], party, at.index);
    told.position.is_none()
        && told.text.as_ref().zip(input).is_some_and(|(told, (input, _))| told.trim() == input.trim())
}
