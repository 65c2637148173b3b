//! The minutes, and the head that the decision list shares with them.

use serde::Serialize;

use super::attendance::{self, Gast, Zetel};
use super::parts::{self, Vergadering};
use super::results::{self, Actie, Correctie, Toezegging, Uitslag, Vaststelling};
use super::{Fields, Missing, Readers, Scope, View, release};
use crate::dutch;
use crate::model::called;
use crate::model::{Mailing, MeetingId, Minutes, Publication};

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
    bevat_intern: bool,
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
    let mut fields = Fields::default();
    let mut data = whole(scope, id, minutes, None, &mut fields);
    data.bevat_intern = minutes.items.iter().any(|treated| treated.internal.is_some());
    let draft = draft_mark(data.vaststelling.as_ref());
    // what is for the chair goes to nobody else
    let readers = if data.bevat_intern { Readers::Chair } else { Readers::Members(Mailing::Minutes) };
    Ok(vec![View {
        template: "verslag",
        stem: "verslag".to_owned(),
        label: "Verslag".to_owned(),
        title: parts::title("Verslag", scope.region, id),
        mark: if data.bevat_intern { Some("intern") } else { draft },
        fields: fields.0,
        readers,
        data: Box::new(data),
        ..View::default()
    }])
}

/// `concept` until the minutes were adopted.
pub(super) fn draft_mark(adoption: Option<&Vaststelling>) -> Option<&'static str> {
    (!adoption.is_some_and(|adoption| adoption.gedaan)).then_some("concept")
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
        bevat_intern: false,
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
