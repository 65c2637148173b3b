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

/// What may not be published of the region as a whole and of these meetings.
pub fn leaks<'a>(input: &Input, folders: impl Iterator<Item = &'a str>, today: NaiveDate) -> Vec<Finding> {
    let folders: Vec<&str> = folders.collect();
    let mut found = check::unpublishable(input.region(), &input.dossier.sources, today);
    found.retain(|finding| {
        let path = &input.dossier.sources.get(finding.span.file).path;
        path.split_once('/').is_none_or(|(folder, _)| folders.contains(&folder))
    });
    finding::sort(&mut found);
    found
}
