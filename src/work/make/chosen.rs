//! Which meetings are made, and what stands in the way of others.

use std::collections::BTreeSet;

use anyhow::Result;

use super::super::Dossier;
use super::super::choose::Choice;
use super::Request;
use crate::finding::{self, Finding};
use crate::model::MeetingId;
use crate::write::Writer;

/// The meetings to make.
pub(super) struct Chosen {
    pub meetings: Vec<MeetingId>,
    /// The errors that stand in the way of others.
    pub blocked: Vec<Finding>,
    /// The folders of those.
    pub faulty: BTreeSet<String>,
}

/// The meetings to make. A public run makes anew what stands there already: an item of another meeting may have been closed.
pub(super) fn chosen(dossier: &Dossier, ask: &Request<'_>, writer: &Writer) -> Result<Chosen> {
    let choices = dossier.choices();
    let mut all = choices.all(ask.meetings)?;
    if ask.public {
        let there = writer.folders();
        let there = choices.all(&[])?.into_iter().filter(|choice| there.contains(choice.folder(dossier.region())));
        all.extend(there.filter(|choice| !all.contains(choice)).collect::<Vec<_>>());
    }
    let (mut meetings, mut blocked, mut faulty) = (Vec::new(), Vec::new(), BTreeSet::new());
    for choice in all {
        let folder = choice.folder(dossier.region());
        let errors = dossier.errors_of(folder);
        match choice {
            Choice::Meeting(id) if errors.is_empty() => meetings.push(id),
            _ => drop(faulty.insert(folder.to_owned())),
        }
        blocked.extend(errors);
    }
    if ask.meetings.is_empty() {
        // what could be a meeting and is none was not chosen
        blocked.extend(dossier.all_errors());
    }
    finding::sort(&mut blocked);
    meetings.sort_unstable();
    Ok(Chosen { meetings, blocked, faulty })
}
