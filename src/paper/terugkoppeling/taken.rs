//! The actions and commitments of an item as they stand on a day, for one party.

use serde::Serialize;

use crate::dutch;
use crate::model::queries::Standing;
use crate::model::{Action, Actor, Commitment, ItemId, MeetingId, PartyId, Subject, Treated};
use crate::paper::{Scope, parts, results};

/// An action or commitment, and what came of it.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "what a template asks")]
pub(super) struct Taak<'a> {
    soort: &'static str,
    nr: u16,
    wat: &'a str,
    wie: Option<String>,
    aan: Option<String>,
    uiterlijk: Option<String>,
    /// The day that was agreed, where it is another now.
    eerst: Option<String>,
    te_laat: bool,
    /// The days on which the minutes of its item were corrected.
    correcties: Option<String>,
    afgerond: Option<String>,
    vervallen: Option<String>,
    reden: Option<&'a str>,
    /// The party has to do it.
    #[serde(skip)]
    pub own: bool,
    /// It was promised to the party.
    #[serde(skip)]
    pub promised: bool,
    #[serde(skip)]
    pub open: bool,
}

/// What was agreed to be done about an item.
pub(super) fn of<'a>(scope: &Scope<'a>, id: MeetingId, party: PartyId, treated: &'a Treated) -> Vec<Taak<'a>> {
    let actions = treated.actions.iter().map(|one| action(scope, id, party, one));
    let all = actions.chain(treated.commitments.iter().map(|one| commitment(scope, id, party, one)));
    let correcties = results::corrected(scope.region, ItemId { meeting: id, index: treated.item }, scope.today);
    all.map(|task| Taak { correcties: correcties.clone(), ..task }).collect()
}

fn action<'a>(scope: &Scope<'a>, id: MeetingId, party: PartyId, one: &'a Action) -> Taak<'a> {
    let wie = parts::actors_on(scope.region, &one.who, scope.region[id].last_day());
    let own = one.who.contains(&Actor::Party(party));
    let task = task(scope, Subject::Action(id, one.number), one.due);
    Taak { soort: "actie", nr: one.number, wat: &one.what, wie, own, ..task }
}

fn commitment<'a>(scope: &Scope<'a>, id: MeetingId, party: PartyId, one: &'a Commitment) -> Taak<'a> {
    let day = scope.region[id].last_day();
    let wie = parts::actors_on(scope.region, one.who.as_slice(), day);
    let aan = parts::actors_on(scope.region, &one.to, day);
    let (own, promised) = (one.who == Some(Actor::Party(party)), one.to.contains(&Actor::Party(party)));
    let task = task(scope, Subject::Commitment(id, one.number), one.due);
    Taak { soort: "toezegging", nr: one.number, wat: &one.what, wie, aan, own, promised, ..task }
}

/// The part that follows from the ledger.
fn task<'a>(scope: &Scope<'a>, subject: Subject, agreed: Option<chrono::NaiveDate>) -> Taak<'a> {
    let tracked = scope.region.track(subject, agreed, scope.today);
    let (afgerond, vervallen, reden) = match tracked.standing {
        Standing::Open => (None, None, None),
        Standing::Done(day) => (Some(dutch::date(day)), None, None),
        Standing::Dropped(day, reason) => (None, Some(dutch::date(day)), Some(reason)),
    };
    Taak {
        soort: "",
        nr: 0,
        wat: "",
        wie: None,
        aan: None,
        uiterlijk: tracked.due.map(dutch::date),
        eerst: agreed.filter(|_| tracked.moved).map(dutch::date),
        te_laat: tracked.is_late(scope.today),
        correcties: None,
        open: afgerond.is_none() && vervallen.is_none(),
        afgerond,
        vervallen,
        reden,
        own: false,
        promised: false,
    }
}
