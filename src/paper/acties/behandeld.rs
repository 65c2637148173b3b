//! What colleges did with what was assented to.

use serde::Serialize;

use super::{Besluit, decision, items};
use crate::dutch;
use crate::model::{ProgressKind, Subject};
use crate::paper::{Field, Fields, Scope};

/// What a college did with an item, in its own words.
#[derive(Debug, Serialize)]
pub(super) struct Behandeld<'a> {
    overleg: &'a str,
    vergadering: String,
    nummer: &'a str,
    titel: &'a str,
    correcties: Option<String>,
    datum: String,
    college: Option<&'a str>,
    uitkomst: Option<&'a str>,
    zaaknummer: Option<&'a str>,
    /// Why it was dropped.
    reden: Option<&'a str>,
    /// What is noted with it.
    toelichting: Option<Field>,
}

impl<'a> Behandeld<'a> {
    fn of(item: Besluit<'a>) -> Self {
        let Besluit { overleg, vergadering, nummer, titel, correcties, .. } = item;
        let (college, uitkomst, zaaknummer, reden, toelichting) = (None, None, None, None, None);
        let datum = String::new();
        Self {
            overleg,
            vergadering,
            nummer,
            titel,
            correcties,
            datum,
            college,
            uitkomst,
            zaaknummer,
            reden,
            toelichting,
        }
    }
}

/// What colleges did with what was assented to, in their own words; or that it was dropped before they did.
pub(super) fn handled<'a>(scope: &Scope<'a>, fields: &mut Fields<'a>) -> Vec<Behandeld<'a>> {
    let region = scope.region;
    let mut all = Vec::new();
    for id in items(scope).filter(|id| region[*id].to_be_adopted_by.is_some()) {
        for entry in region.progress_of(Subject::Item(id.meeting, id.index), scope.today) {
            let college = region[id].to_be_adopted_by.map(|college| region[college].name_on(entry.date));
            let datum = dutch::brief_date(entry.date);
            let mut told = Behandeld { datum, college, ..Behandeld::of(decision(scope, id)) };
            match &entry.kind {
                ProgressKind::Adopted { college, outcome, case_number, .. } => {
                    told.college = Some(region[*college].name_on(entry.date));
                    told.uitkomst = Some(outcome);
                    told.zaaknummer = case_number.as_deref();
                }
                ProgressKind::Dropped(reason) => told.reden = Some(reason),
                _ => continue,
            }
            told.toelichting = fields.maybe(entry.explanation.as_deref().filter(|_| !region.public));
            all.push(told);
        }
    }
    all
}
