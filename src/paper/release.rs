//! Which papers this view may show, and why not; and whether what it shows is a draft.

use super::parts::meeting_of;
use super::{Missing, Scope};
use crate::dutch;
use crate::model::called;
use crate::model::{Dated, MeetingId, Publication, Region, Release};
use crate::word::Word as _;

/// The meeting, when its agenda may be shown.
pub(super) fn open_agenda(scope: &Scope, what: &str) -> Result<MeetingId, Missing> {
    let id = meeting_of(scope)?;
    let meeting = &scope.region[id];
    released(scope.region, id, what, meeting.released.agenda, Publication::Agenda)?;
    Ok(id)
}

/// Refuses a paper that this view may not show: says why, and which key of the dossier would change that.
pub(super) fn released(
    region: &Region,
    id: MeetingId,
    what: &str,
    release: Release,
    key: Publication,
) -> Result<(), Missing> {
    let (of, folder, body) = (called::meeting(region, id), &region[id].key, &region.body_of(id).key);
    let draft = format!(
        "Wilt u ook concepten openbaar maken, zet dan “concept” bij {body} onder [openbaarheid] in convenant.toml."
    );
    Err(Missing(match release {
        Release::Open => return Ok(()),
        Release::NotNamed => {
            let word = key.word();
            format!(
                "{what} van {of} is niet openbaar. Wat openbaar is, staat in convenant.toml onder [openbaarheid]. \
                 Zet daar “{word}” bij {body} als dit openbaar mag zijn."
            )
        }
        Release::NotSent => format!(
            "{what} van {of} is niet openbaar: er is niet vastgelegd dat de agenda is verzonden. \
             Leg dat vast met: beraad verzend agenda {folder} --datum <dag>. {draft}"
        ),
        Release::NotWritten => no_minutes(region, id),
        Release::Altered => format!("{what} van {of} is na de vaststelling veranderd, en daarom niet openbaar."),
        Release::Changed => format!(
            "{what} van {of} zegt niet meer wat er is verzonden, en is daarom niet openbaar. Zet terug wat er stond. \
             Lag de nieuwe tekst op tafel, leg dat dan vast met: beraad verzend nazending {folder} --datum {}",
            region[id].last_day()
        ),
        Release::NotAdopted => format!(
            "{what} van {of} is nog niet vastgesteld, en daarom niet openbaar. \
             Dat gebeurt met een punt op een latere agenda (verslag_van = [\"{folder}\"]) en de uitkomst vastgesteld in het \
             verslag daarvan. {draft}"
        ),
    }))
}

/// That there are no minutes: not yet, or never.
#[must_use]
pub fn no_minutes(region: &Region, id: MeetingId) -> String {
    let of = called::meeting(region, id);
    if region[id].cancelled.is_some() {
        return format!("Er is geen verslag van {of}: die {} gaat niet door.", called::kind(&region[id]));
    }
    let written = region[id].awaited.iter().find(|one| one.what == Dated::Minutes);
    let when = written.map(|one| {
        let day = dutch::date(one.date);
        format!(" Volgens verslag.toml is het van {day}; tot die dag telt het niet mee. Klopt die dag niet, verander dan opgesteld.")
    });
    format!("Er is nog geen verslag van {of}.{}", when.unwrap_or_default())
}

/// Refuses a paper that is never public, and one of a meeting that will not take place.
pub(super) fn for_inside(scope: &Scope, id: MeetingId, what: &str) -> Result<(), Missing> {
    of_answers(scope, id, what)?;
    takes_place(scope, id, what)
}

/// Refuses a paper that is never public, and one of a meeting that will not take place and to which nobody answered.
pub(super) fn of_answers(scope: &Scope, id: MeetingId, what: &str) -> Result<(), Missing> {
    let of = called::meeting(scope.region, id);
    if scope.region.public {
        return Err(Missing(format!("De {what} van {of} is niet openbaar.")));
    }
    if scope.region[id].is_cancelled_with_answers() { Ok(()) } else { takes_place(scope, id, what) }
}

fn takes_place(scope: &Scope, id: MeetingId, what: &str) -> Result<(), Missing> {
    let of = called::meeting(scope.region, id);
    if scope.region[id].cancelled.is_some() {
        return Err(Missing(format!(
            "Er is geen {what} van {of}: die {} gaat niet door.",
            called::kind(&scope.region[id])
        )));
    }
    Ok(())
}

/// Refuses a paper about what came of a meeting before its last day: then nobody knows.
pub(super) fn has_been(scope: &Scope, id: MeetingId, what: &str) -> Result<(), Missing> {
    let meeting = &scope.region[id];
    if meeting.last_day() <= scope.today {
        return Ok(());
    }
    let (of, which) = (called::meeting(scope.region, id), called::kind(meeting));
    let waits = if meeting.is_written() && meeting.date.value <= scope.today { "loopt nog" } else { "moet nog komen" };
    Err(Missing(format!("Er is geen {what} van {of}: die {which} {waits}.")))
}

/// Whether an agenda is a draft: of none that was not sent anybody can say that it is more, also after its meeting.
pub(super) fn is_draft(region: &Region, id: MeetingId) -> bool {
    region[id].cancelled.is_none() && region[id].sent().is_none()
}

/// Why nothing about the region is public.
#[must_use]
pub fn nothing() -> Missing {
    let way = "Wat een overleg openbaar maakt, staat in convenant.toml onder [openbaarheid], achter de sleutel van het overleg:";
    Missing(format!(
        "In dit dossier maakt geen enkel overleg iets openbaar. {way} <overleg> = [\"agenda\", \"besluitenlijst\"]"
    ))
}
