//! The decision list, under the name that the body gives it.

use super::{Data, Fields, Missing, Scope, View, parts, results, verslag};
use crate::dutch;

/// Composes the decision list.
pub fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let region = scope.region;
    let body = scope.meeting.map(|id| region.body_of(id));
    let what = body.map_or("Besluitenlijst", |body| body.decision_list.as_str());
    let open = scope.meeting.is_none_or(|id| region[id].held.decisions);
    let (id, minutes) = results::minutes_of(scope, &format!("de {}", dutch::small(what)), open)?;
    let mut fields = Fields::default();
    let data = verslag::whole(scope, id, minutes, Some(what), &mut fields);
    Ok(vec![View {
        template: "besluitenlijst",
        stem: "besluitenlijst".to_owned(),
        title: parts::title(what, region, id),
        mark: verslag::draft_mark(data.vaststelling.as_ref()),
        fields: fields.0,
        data: Data::Minutes(data),
    }])
}
