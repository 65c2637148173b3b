//! The rows of a decision list.

use super::{Inbreng, Uitslag, actions, commitments, items, sentences};
use crate::model::{ItemId, MeetingId, Outcome, Shown};
use crate::paper::{Fields, Scope, answered};

/// Every item that came to something, with its actions; of procedure only what was decided.
pub(crate) fn decisions<'a>(scope: &Scope<'a>, id: MeetingId, fields: &mut Fields<'a>) -> Vec<Uitslag<'a>> {
    let meeting = &scope.region[id];
    let shown = meeting.items.iter().enumerate().filter(|(_, item)| item.shown != Shown::Nothing);
    let rows = shown.zip(items(scope, id, false, fields)).filter_map(|((index, _), mut row)| {
        row.zinnen = sentences(scope.region, ItemId { meeting: id, index });
        if let Some(treated) = meeting.treated(index) {
            (row.acties, row.toezeggingen) =
                (actions(scope.region, id, treated), commitments(scope.region, id, treated));
        }
        row.inbreng.retain(Inbreng::differs);
        row.antwoorden = answered::without_a_plain_yes(row.antwoorden);
        // what is asked of a college stands in the sentence already
        let is_said = row.zinnen.iter().any(|zin| zin.speaks_of("college"));
        row.vast_te_stellen_door = row.vast_te_stellen_door.filter(|_| !is_said);
        let outcome = meeting.treated(index).and_then(|treated| treated.outcome);
        (!is_mere_procedure(&row, outcome)).then_some(row)
    });
    rows.collect()
}

impl Uitslag<'_> {
    /// Whether it tells what was decided: it is no procedure, it stood on the agenda, and this view shows it.
    pub(in crate::paper) fn is_decision(&self) -> bool {
        !self.procedure && !self.verborgen && self.vervallen.is_none() && self.zinnen.iter().any(super::Zin::decides)
    }

    /// Its number.
    pub(in crate::paper) const fn number(&self) -> &str {
        self.nummer
    }
}

/// Whether it is an item such as the questions at the end, of which nothing came that has to be told.
fn is_mere_procedure(row: &Uitslag, outcome: Option<Outcome>) -> bool {
    let came_to_nothing = matches!(outcome, None | Some(Outcome::Discussed | Outcome::Noted));
    let has_work = !row.acties.is_empty() || !row.toezeggingen.is_empty();
    let says_more =
        row.zinnen.iter().any(|zin| !zin.is_bare()) || !row.inbreng.is_empty() || !row.antwoorden.is_empty();
    let is_plain = row.procedure && !row.verborgen && row.vervallen.is_none();
    is_plain && came_to_nothing && !has_work && !says_more
}
