//! What stands in the way of making something public.

use anyhow::Result;

use super::Dossier;
use super::named::body;
use crate::finding::Finding;
use crate::model::{Body, Item, MeetingId, Region};
use crate::{check, dutch, finding};

/// Why nothing of what was asked can be public: the body that it is about publishes nothing.
pub fn never(region: &Region, named: Option<&str>, meeting: Option<MeetingId>) -> Result<Option<String>> {
    let named = named.map(|name| body(region, name)).transpose()?;
    let about = meeting.map(|id| region[id].body).or(named);
    let way =
        "Wat een overleg openbaar maakt, staat in convenant.toml onder [openbaarheid]. Schrijf daar bijvoorbeeld:";
    Ok(match about {
        Some(id) if !region.publishes(id) => {
            let Body { key, name, .. } = &region[id];
            let name = dutch::capital(&dutch::the(name));
            Some(format!("{name} maakt niets openbaar. {way} {key} = [\"agenda\", \"besluitenlijst\"]"))
        }
        _ => None,
    })
}

/// What may not be published, and stands in what is public on a day.
pub fn leaks(dossier: &Dossier) -> Vec<Finding> {
    let mut found = check::unpublishable(dossier.region(), &dossier.folder.sources, dossier.today);
    finding::sort(&mut found);
    found
}

/// Whether a dossier says of something that it is not for everybody. Of what was made before nobody knows whether it shows
/// that: it may have been closed since.
pub fn hides(region: &Region) -> bool {
    let is_closed = |item: &Item| item.closed || item.papers.iter().any(|paper| paper.closed);
    region.meetings.iter().any(|meeting| meeting.items.iter().any(is_closed))
        || region.signals.iter().any(|signal| signal.closed)
}

/// What of it stands in the files of the region as a whole, and of these meetings.
pub fn within(dossier: &Dossier, leaks: &[Finding], meetings: &[MeetingId]) -> Vec<Finding> {
    let chosen = |folder| meetings.iter().any(|id| dossier.folder_of(*id) == folder);
    leaks.iter().filter(|finding| folder(dossier, finding).is_none_or(chosen)).cloned().collect()
}

/// The folders of the meetings in which something may not be published: nothing of them is shown anywhere.
pub fn folders<'a>(dossier: &'a Dossier, leaks: &[Finding]) -> Vec<&'a str> {
    leaks.iter().filter_map(|finding| folder(dossier, finding)).collect()
}

/// Whether what may not be published stands in a text that every paper may have.
pub fn is_everywhere(dossier: &Dossier, leaks: &[Finding]) -> bool {
    leaks.iter().any(|finding| folder(dossier, finding).is_none())
}

fn folder<'a>(dossier: &'a Dossier, finding: &Finding) -> Option<&'a str> {
    dossier.folder.sources.path(finding.span.file).split_once('/').map(|(folder, _)| folder)
}
