//! What stands in the way of making something public.

use anyhow::Result;
use chrono::NaiveDate;

use super::body;
use super::input::Input;
use crate::finding::Finding;
use crate::model::{Body, MeetingId};
use crate::{check, dutch, finding};

/// Why nothing of what was asked can be public: the body that it is about publishes nothing.
pub fn never(input: &Input, named: Option<&str>, meeting: Option<MeetingId>) -> Result<Option<String>> {
    let region = input.region();
    let named = named.map(|name| body(input, name)).transpose()?;
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
pub fn leaks(input: &Input, today: NaiveDate) -> Vec<Finding> {
    let mut found = check::unpublishable(input.region(), &input.dossier.sources, today);
    finding::sort(&mut found);
    found
}

/// What of it stands in the files of the region as a whole, and of these meetings.
pub fn within(input: &Input, leaks: &[Finding], meetings: &[MeetingId]) -> Vec<Finding> {
    let chosen = |folder| meetings.iter().any(|id| input.folder_of(*id) == folder);
    leaks.iter().filter(|finding| folder(input, finding).is_none_or(chosen)).cloned().collect()
}

/// The folders of the meetings in which something may not be published: nothing of them is shown anywhere.
pub fn folders<'a>(input: &'a Input, leaks: &[Finding]) -> Vec<&'a str> {
    leaks.iter().filter_map(|finding| folder(input, finding)).collect()
}

/// Whether what may not be published stands in a text that every paper may have.
pub fn is_everywhere(input: &Input, leaks: &[Finding]) -> bool {
    leaks.iter().any(|finding| folder(input, finding).is_none())
}

fn folder<'a>(input: &'a Input, finding: &Finding) -> Option<&'a str> {
    input.dossier.sources.path(finding.span.file).split_once('/').map(|(folder, _)| folder)
}
