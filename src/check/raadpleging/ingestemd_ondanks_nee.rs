//! Who said no, or asked for more time, is not passed over in silence when the minutes say that was assented.

use crate::check::{Found, scope::At};
use crate::consultation::{self, Stand};
use crate::dutch;
use crate::model::{Item, Outcome, PartyId, Support, Treated};

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    if at.meeting.broken {
        return;
    }
    for (treated, item) in at.treated() {
        let told = [(Support::No, "antwoordde nee", "antwoordden nee"), (Support::MoreTime, "vroeg meer tijd", "vroegen meer tijd")];
        let said = told.iter().filter_map(|(support, one, more)| {
            let parties = passed_over(at, treated, item, *support);
            let verb = if parties.len() == 1 { one } else { more };
            (!parties.is_empty()).then(|| (format!("{} {verb}", at.names(&parties)), parties))
        });
        let (said, parties): (Vec<String>, Vec<Vec<PartyId>>) = said.unzip();
        let (Some(said), Some(party)) = (dutch::list(&said), parties.concat().first().copied()) else { continue };
        let message = format!("Bij punt {} staat dat is ingestemd, maar {said}.", item.number);
        let hint = format!(
            "schrijf een uitkomst die klopt, of leg vast hoe het ging: [[punt.inbreng]] met van = \"{}\" en standpunt",
            at.region[party].key
        );
        found.at(treated.span, message, hint).key("uitkomst").item(treated.item);
    }
}

/// Who answered so on a decision to which was assented, before the closing or the meeting, while the minutes say nothing of it.
fn passed_over(at: &At<'_>, treated: &Treated, item: &Item, support: Support) -> Vec<PartyId> {
    let id = at.item_id(treated.item);
    let whole = |number: &usize| {
        matches!(
            treated.outcome_of(*number),
            Some(Outcome::Assented | Outcome::AssentedChanged | Outcome::AssentedReserved)
        )
    };
    let assented = (1..=item.requested.len()).filter(whole);
    let stands: Vec<(PartyId, Stand)> =
        assented.flat_map(|number| consultation::all_stands(at.region, id, number)).collect();
    let told = |party: PartyId| {
        let mut own = treated.input.iter().filter(|input| input.from == party);
        own.any(|input| input.position.is_some() || input.text.is_some())
    };
    let so = |party: PartyId| stands.contains(&(party, Stand::Answered(support)));
    at.asked.iter().map(|asked| asked.party).filter(|party| so(*party) && !told(*party)).collect()
}
