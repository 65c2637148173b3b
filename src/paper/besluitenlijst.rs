//! The decision list, under the name that the body gives it.

use super::{Addressees, Fields, Missing, Scope, View, parts, release, results, verslag};
use crate::dutch;
use crate::model::{Mailing, Publication};

/// Composes the decision list.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let region = scope.region;
    let id = parts::meeting_of(scope)?;
    let what = region.body_of(id).decision_list_on(region[id].date.value);
    let named = format!("De {}", dutch::small(what));
    release::released(region, id, &named, region[id].released.decisions, Publication::Decisions)?;
    let (_, minutes) = results::minutes_of(scope)?;
    release::has_been(scope, id, &dutch::small(what))?;
    let mut fields = Fields::default();
    let data = verslag::whole(scope, id, minutes, Some(what), &mut fields);
    Ok(vec![View {
        template: "besluitenlijst",
        stem: "besluitenlijst".to_owned(),
        label: what.to_owned(),
        title: parts::title(what, region, id),
        fields: fields.0,
        addressees: Addressees::Members(Mailing::Minutes),
        data: Box::new(data),
        ..View::default()
    }])
}
