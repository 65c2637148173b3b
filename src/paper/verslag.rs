//! The minutes, and the head that the decision list shares with them.

use serde::Serialize;

use super::attendance::{self, Gast, Zetel};
use super::parts::{self, Vergadering};
use super::results::{self, Actie, Correctie, Toezegging, Uitslag, Vaststelling};
use super::{Addressees, Fields, Missing, Scope, View, release};
use crate::dutch;
use crate::model::called;
use crate::model::{Mailing, MeetingId, Minutes, Publication, Region};

/// The minutes.
#[derive(Debug, Serialize)]
pub(super) struct Verslag<'a> {
    soort: &'a str,
    vergadering: Vergadering<'a>,
    /// The body at the begin of a sentence, without the name of the region.
    wie: String,
    /// When it was drawn up; nothing while that day is still to come.
    opgesteld: Option<String>,
    pub vaststelling: Option<Vaststelling>,
    /// With what is for the chair and the secretary.
    intern: bool,
    zetels: Vec<Zetel<'a>>,
    aanwezigen: Vec<Zetel<'a>>,
    afwezigen: Vec<Zetel<'a>>,
    gasten: Vec<Gast<'a>>,
    punten: Vec<Uitslag<'a>>,
    correcties: Vec<Correctie<'a>>,
    acties: Vec<Actie<'a>>,
    toezeggingen: Vec<Toezegging<'a>>,
    volgende: Option<String>,
}

/// Composes the minutes.
pub(super) fn compose<'a>(scope: &Scope<'a>) -> Result<Vec<View<'a>>, Missing> {
    let id = parts::meeting_of(scope)?;
    release::released(scope.region, id, "Het verslag", scope.region[id].released.minutes, Publication::Minutes)?;
    let (_, minutes) = results::minutes_of(scope)?;
    release::has_been(scope, id, "verslag")?;
    if scope.inside && !holds_internal(scope.region, id) {
        return Err(nothing_internal(scope, id));
    }
    let mut fields = Fields::default();
    let mut data = whole(scope, id, minutes, None, &mut fields);
    let label = if scope.inside { "Verslag met interne tekst" } else { data.soort };
    (data.soort, data.intern) = (label, scope.inside);
    Ok(vec![View {
        template: "verslag",
        stem: "verslag".to_owned(),
        label: label.to_owned(),
        title: parts::title(label, scope.region, id),
        fields: fields.0,
        addressees: Addressees::of_table(scope.inside, Mailing::Minutes),
        data: Box::new(data),
        ..View::default()
    }])
}

/// Whether minutes have a text for the chair and the secretary alone.
pub(super) fn holds_internal(region: &Region, id: MeetingId) -> bool {
    let treated = region[id].minutes.iter().flat_map(|minutes| &minutes.items);
    treated.into_iter().any(|treated| treated.internal.is_some())
}

/// Why there are no minutes with internal text: they are never public, or no such text was written.
fn nothing_internal(scope: &Scope, id: MeetingId) -> Missing {
    let of = called::meeting(scope.region, id);
    Missing(if scope.region.public {
        format!("Het verslag met interne tekst van {of} is niet openbaar.")
    } else {
        format!("Er is geen verslag met interne tekst van {of}: in verslag.toml staat nergens iets bij intern.")
    })
}

/// All that minutes and decision list say; a decision list has a name (`soort`) and leaves out what was said.
pub(super) fn whole<'a>(
    scope: &Scope<'a>,
    id: MeetingId,
    minutes: &'a Minutes,
    soort: Option<&'a str>,
    fields: &mut Fields<'a>,
) -> Verslag<'a> {
    let region = scope.region;
    let meeting = &region[id];
    let (aanwezigen, afwezigen) = attendance::seats(region, id, minutes).into_iter().partition(Zetel::is_filled);
    Verslag {
        soort: soort.unwrap_or("Verslag"),
        vergadering: parts::head_of_minutes(region, id),
        wie: dutch::capital(&dutch::the(called::body_in_short(region, id))),
        opgesteld: (minutes.drawn_up <= scope.today).then(|| dutch::date(minutes.drawn_up)),
        vaststelling: results::adoption(region, id, scope.today),
        intern: false,
        zetels: attendance::seats(region, id, minutes),
        aanwezigen,
        afwezigen,
        gasten: attendance::guests(meeting, minutes),
        punten: if soort.is_none() {
            results::items(scope, id, true, fields)
        } else {
            results::decisions(scope, id, fields)
        },
        correcties: if soort.is_none() {
            results::corrections(meeting, None, fields)
        } else {
            results::all_corrections(meeting, fields)
        },
        acties: minutes.items.iter().flat_map(|it| results::actions(region, id, it)).collect(),
        toezeggingen: minutes.items.iter().flat_map(|it| results::commitments(region, id, it)).collect(),
        volgende: minutes.next.map(dutch::date),
    }
}
