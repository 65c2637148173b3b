//! `vastleggen`.

use anyhow::Result;

use super::arguments::{Arguments, Freeze};
use super::{Status, ended, say};
use crate::model::called;
use crate::work::freeze::freeze;
use crate::{dutch, visible};

pub(super) fn run(arguments: &Arguments, ask: &Freeze) -> Result<Status> {
    let (dossier, mut additions) = arguments.open_to_change()?;
    let mut frozen = Vec::new();
    let done = freeze(&dossier, &mut additions, &ask.meetings, &mut frozen);
    for it in &frozen {
        let (of, day) = (called::its_own_moment(dossier.region(), it.meeting), dutch::date(it.adoption.date));
        say(&format!("Vastgelegd in {}: het verslag van {of}, vastgesteld op {day}", visible::line(&it.path)));
    }
    ended(&dossier, done, |()| {
        if frozen.is_empty() {
            say("Er is niets nieuws om vast te leggen: van elk vastgesteld verslag ligt de tekst al vast.");
        }
        Ok(Status::Done)
    })
}
