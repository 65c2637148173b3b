//! `vastleggen`: the text of adopted minutes, written down by fingerprints.

use anyhow::{Result, bail};

use super::additions::{Addition, Refusal};
use super::arguments::{Arguments, Freeze};
use super::choose::{Choice, Choices};
use super::{Status, refuse, say};
use crate::document::From;
use crate::model::{Adoption, MeetingId};
use crate::{adopted, dutch, edit, visible};

pub fn run(arguments: &Arguments, ask: &Freeze) -> Result<Status> {
    let (input, mut additions) = arguments.locked_input()?;
    let today = arguments.today();
    let choices = Choices::new(input.region(), input.folders(), today);
    let mut chosen = Vec::new();
    for name in &ask.meetings {
        match choices.choose(Some(name), From::Minutes)? {
            Choice::Meeting(id) => chosen.push(id),
            Choice::Broken(folder) => return Ok(refuse(&input, &input.errors_of(&folder))),
        }
    }
    let region = input.region();
    let adoption = |id: MeetingId| region[id].adoption.filter(|adoption| adoption.date <= today);
    if let Some(id) = chosen.iter().find(|id| adoption(**id).is_none()) {
        let of = dutch::its_moment(&region[*id]);
        bail!(
            "Het verslag van {of} is nog niet vastgesteld. Dat gebeurt met een punt op een latere agenda \
             (verslag_van = [\"{}\"]) en de uitkomst vastgesteld in het verslag daarvan.",
            region[*id].key
        );
    }
    let ids = if chosen.is_empty() { region.meeting_ids().collect() } else { chosen };
    let open: Vec<(MeetingId, Adoption)> =
        ids.into_iter().filter(|id| region[*id].frozen.is_none()).filter_map(|id| Some((id, adoption(id)?))).collect();
    if open.is_empty() {
        say("Er is niets nieuws om vast te leggen: van elk vastgesteld verslag ligt de tekst al vast.");
    }
    for (id, adoption) in open {
        let errors = input.errors_of(input.folder_of(id));
        if !errors.is_empty() {
            return Ok(refuse(&input, &errors));
        }
        let path = format!("{}/vaststelling.toml", region[id].key);
        let entries = [edit::frozen(region, &region[id], &adopted::freeze(region, id, adoption))];
        let addition =
            Addition { kind: "vaststelling", path: &path, head: "", table: "vaststelling", entries: &entries };
        additions.add(&input.dossier, &addition).map_err(Refusal::error)?;
        let (of, day) = (dutch::its_moment(&region[id]), dutch::date(adoption.date));
        let place = visible::line(&format!("{}{path}", input.prefix())).into_owned();
        say(&format!("Vastgelegd in {place}: het verslag van {of}, vastgesteld op {day}"));
    }
    Ok(Status::Done)
}
