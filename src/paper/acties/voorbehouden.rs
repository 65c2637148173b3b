//! Reservations on what was assented to: those that stand, and those that were lifted.

use serde::Serialize;

use super::{Besluit, decision, items};
use crate::dutch;
use crate::model::{ItemId, PartyId};
use crate::paper::{Scope, parts};

/// A reservation that was lifted.
#[derive(Debug, Serialize)]
pub(super) struct Opgelost<'a> {
    overleg: &'a str,
    vergadering: String,
    nummer: &'a str,
    titel: &'a str,
    correcties: Option<String>,
    /// Of an item that asks more.
    besluit: Option<u16>,
    van: &'a str,
    datum: String,
    /// The minutes say so.
    in_verslag: bool,
}

/// What was assented to while somebody had a reservation that still stands.
pub(super) fn reserved<'a>(scope: &Scope<'a>) -> Vec<Besluit<'a>> {
    items(scope).flat_map(|id| of_item(scope, id)).collect()
}

/// The decisions that reservations are about, and whether it is unsure that they stand: by the answers, or by the minutes.
type What<'r> = (&'r [usize], bool, bool);

/// The reservations on an item, those towards the same decisions together.
fn of_item<'a>(scope: &Scope<'a>, id: ItemId) -> Vec<Besluit<'a>> {
    let region = scope.region;
    let reserved = region.reserved(id, scope.today);
    if reserved.of.is_empty() {
        return reserved.unnamed.then(|| decision(scope, id)).into_iter().collect();
    }
    let mut groups: Vec<(What, Vec<PartyId>)> = Vec::new();
    for one in &reserved.of {
        let what = (&*one.decisions, one.unsure, one.unclear);
        match groups.iter_mut().find(|(known, _)| *known == what) {
            Some((_, parties)) => parties.push(one.party),
            None => groups.push((what, vec![one.party])),
        }
    }
    let told = groups.into_iter().map(|((decisions, onzeker, onduidelijk), parties)| {
        let (van, van_eerst) = parts::names_now(region, id.meeting, &parties, scope.today);
        let numbers: Vec<String> = decisions.iter().map(ToString::to_string).collect();
        let named = dutch::list(&numbers).filter(|_| decisions.len() < region[id].asked().count());
        let (bij, bij_meer) = if decisions.len() > 1 { (None, named) } else { (named, None) };
        Besluit { bij, bij_meer, van, van_eerst, onzeker, onduidelijk, ..decision(scope, id) }
    });
    told.collect()
}

/// The reservations that were lifted, by whom and when; none in a public view.
pub(super) fn lifted<'a>(scope: &Scope<'a>) -> Vec<Opgelost<'a>> {
    let region = scope.region;
    let mut all = Vec::new();
    for id in items(scope) {
        for lift in region.lifts(id, scope.today) {
            let Besluit { overleg, vergadering, nummer, titel, correcties, .. } = decision(scope, id);
            let besluit = lift.decision.filter(|_| region[id].requested.len() > 1);
            let (van, datum) = (region[lift.by].name_on(lift.date), dutch::brief_date(lift.date));
            let in_verslag = lift.entry.is_none();
            all.push(Opgelost { overleg, vergadering, nummer, titel, correcties, besluit, van, datum, in_verslag });
        }
    }
    all
}
