//! `vastleggen`: the text of adopted minutes, written down by fingerprints.

use anyhow::anyhow;

use super::additions::{Addition, Additions, Refusal};
use super::{Dossier, Stop};
use crate::adopted;
use crate::dossier::edit;
use crate::model::called;
use crate::model::{Adoption, MeetingId};
use crate::paper::{From, no_minutes};

/// Minutes of which the text was written down.
pub struct Frozen {
    /// The meeting.
    pub meeting: MeetingId,
    /// Their adoption.
    pub adoption: Adoption,
    /// The file in which it stands, from here.
    pub path: String,
}

/// Writes down the text of the adopted minutes of these meetings, of all without names. `frozen` becomes those that were,
/// however this ends.
///
/// # Errors
///
/// When minutes that were named are not adopted, or the dossier has errors.
pub fn freeze(
    dossier: &Dossier,
    additions: &mut Additions,
    names: &[String],
    frozen: &mut Vec<Frozen>,
) -> Result<(), Stop> {
    let region = dossier.region();
    for (meeting, adoption) in open(dossier, names)? {
        let path = format!("{}/vaststelling.toml", region[meeting].key);
        let entries = [edit::frozen(region, &region[meeting], &adopted::freeze(region, meeting, adoption))];
        let addition =
            Addition { kind: "vaststelling", path: &path, head: "", table: "vaststelling", entries: &entries };
        additions.add(&dossier.folder, &addition).map_err(Refusal::error)?;
        frozen.push(Frozen { meeting, adoption, path: format!("{}{path}", dossier.prefix()) });
    }
    Ok(())
}

/// The meetings whose minutes are adopted, while their text was not written down yet.
fn open(dossier: &Dossier, names: &[String]) -> Result<Vec<(MeetingId, Adoption)>, Stop> {
    // of a dossier with faults nobody knows what was adopted
    Stop::unless_none(dossier.all_errors())?;
    let region = dossier.region();
    let choices = dossier.choices();
    let mut ids = Vec::new();
    for name in names {
        ids.push(dossier.meeting(choices.choose(Some(name), From::Minutes)?)?);
    }
    let waits = |id: MeetingId| region[id].minutes.as_ref().is_some_and(|it| it.drawn_up > dossier.today);
    if let Some(id) = ids.iter().find(|id| waits(**id)) {
        return Err(Stop::Program(anyhow!("{}", no_minutes(&region.known_on(dossier.today), *id))));
    }
    let adoption = |id: MeetingId| {
        let adoption = region[id].adoption.filter(|adoption| adoption.date <= dossier.today)?;
        (!waits(id) && !waits(adoption.meeting)).then_some(adoption)
    };
    if let Some(id) = ids.iter().find(|id| adoption(**id).is_none()) {
        let of = called::its_own_moment(region, *id);
        return Err(Stop::Program(anyhow!(
            "Het verslag van {of} is nog niet vastgesteld. Dat gebeurt met een punt op een latere agenda \
             (verslag_van = [\"{}\"]) en de uitkomst vastgesteld in het verslag daarvan.",
            region[*id].key
        )));
    }
    if names.is_empty() {
        ids = region.meeting_ids().collect();
    }
    let open = ids.into_iter().filter(|id| region[*id].frozen.is_none());
    Ok(open.filter_map(|id| Some((id, adoption(id)?))).collect())
}
