//! What stands in the way of making something public.

use std::collections::BTreeSet;

use anyhow::Result;

use super::Dossier;
use super::named::body;
use crate::dossier::read::nearest;
use crate::finding::Finding;
use crate::model::{Body, Item, MeetingId, Region};
use crate::source::FileId;
use crate::{check, dutch, finding};

/// Why nothing of what was asked can be public: the body that it is about publishes nothing.
pub(super) fn never(region: &Region, named: Option<&str>, meeting: Option<MeetingId>) -> Result<Option<String>> {
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
pub(super) fn leaks(dossier: &Dossier) -> Vec<Finding> {
    let mut found = check::unpublishable(dossier.region(), &dossier.folder.sources, dossier.today);
    finding::sort(&mut found);
    found
}

/// Whether a dossier says of something that it is not for everybody. Of what was made before nobody knows whether it shows
/// that: it may have been closed since.
pub(super) fn hides(dossier: &Dossier) -> bool {
    let region = dossier.region();
    let is_closed = |item: &Item| item.closed || item.papers.iter().any(|paper| paper.closed);
    region.meetings.iter().any(|meeting| meeting.items.iter().any(is_closed))
        || region.signals.iter().any(|signal| signal.closed)
        || may_hide(dossier)
}

/// Whether a file with faults has a key that may have been meant to close something.
fn may_hide(dossier: &Dossier) -> bool {
    let sources = &dossier.folder.sources;
    let faulty: BTreeSet<FileId> = dossier.all_errors().iter().map(|finding| finding.span.file).collect();
    // of a text that is not there any more nobody knows what it said
    faulty.into_iter().any(|file| sources.text(file).is_none_or(|text| text.lines().any(closes)))
}

/// Whether a line gives `besloten`, or a key like it, another value than `false`.
fn closes(line: &str) -> bool {
    let line = line.trim();
    let set = line.match_indices(['=', ':']).filter(|(at, _)| {
        let before = line[..*at].trim_end().trim_end_matches(['"', '\'']);
        let start = before.rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
        let (before, key) =
            before.split_at(start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8)));
        let before = before.trim_end_matches(['"', '\'']).trim_end();
        (before.is_empty() || before.ends_with(['{', ',', '.'])) && may_close(key)
    });
    let is_open = |at: usize| line[at + 1..].split([',', '}', '#']).next().is_some_and(|value| value.trim() == "false");
    let bare: Vec<&str> = line.split_whitespace().take(3).collect();
    let unset = matches!(bare.as_slice(), [key] | [key, _] if may_close(key)) && !bare.ends_with(&["false"]);
    set.into_iter().any(|(at, _)| !is_open(at)) || unset
}

/// Whether a key is `besloten`, or was meant to be.
fn may_close(key: &str) -> bool {
    nearest(key, ["besloten", "besluiten"].into_iter()) == Some("besloten")
}

/// What of it stands in the files of the region as a whole, and of these meetings.
pub(super) fn within(dossier: &Dossier, leaks: &[Finding], meetings: &[MeetingId]) -> Vec<Finding> {
    let chosen = |folder| meetings.iter().any(|id| dossier.folder_of(*id) == folder);
    leaks.iter().filter(|finding| folder(dossier, finding).is_none_or(chosen)).cloned().collect()
}

/// The folders of the meetings in which something may not be published: nothing of them is shown anywhere.
pub(super) fn folders<'a>(dossier: &'a Dossier, leaks: &[Finding]) -> Vec<&'a str> {
    leaks.iter().filter_map(|finding| folder(dossier, finding)).collect()
}

/// Whether what may not be published stands in a text that every paper may have.
pub(super) fn is_everywhere(dossier: &Dossier, leaks: &[Finding]) -> bool {
    leaks.iter().any(|finding| folder(dossier, finding).is_none())
}

fn folder<'a>(dossier: &'a Dossier, finding: &Finding) -> Option<&'a str> {
    dossier.folder.sources.path(finding.span.file).split_once('/').map(|(folder, _)| folder)
}
