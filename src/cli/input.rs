//! The dossier that a command works on, and whether its findings stand in the way.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;

use crate::check;
use crate::consultation;
use crate::finding::Finding;
use crate::load::{self, Dossier};
use crate::model::{MeetingId, PaperPlace, Region};
use crate::resolve::{Resolved, resolve};
use crate::visible;

/// A dossier with what was found in it.
pub struct Input {
    /// The files.
    pub dossier: Dossier,
    /// The region and the findings.
    pub resolved: Resolved,
}

/// The folder of the dossier that was named, or of the nearest one from here upwards.
pub fn folder(named: Option<&Path>) -> Result<PathBuf> {
    match named {
        Some(folder) if load::is_dossier(folder) => Ok(folder.to_owned()),
        Some(folder) if folder.is_dir() => {
            let shown = visible::path(folder);
            bail!(
                "De map {shown} is geen dossier: er staat geen convenant.toml in.\n{}",
                way_on(folder, "Noem de map met --dossier MAP.")
            )
        }
        Some(folder) => bail!("De map {} is er niet.", visible::path(folder)),
        None => nearest(),
    }
}

/// Reads a dossier.
pub fn read(folder: &Path) -> Result<Input> {
    let dossier = load::load(folder)?;
    let resolved = resolve(&dossier);
    Ok(Input { dossier, resolved })
}

/// The nearest folder, from here upwards, that is a dossier or holds one as `agendas/`.
fn nearest() -> Result<PathBuf> {
    let here = env::current_dir().context("De huidige map is niet te lezen.")?;
    for (up, folder) in here.ancestors().enumerate() {
        for place in [folder.to_owned(), folder.join("agendas")] {
            if load::is_dossier(&place) {
                return Ok(as_seen_from_here(&place, folder, up));
            }
        }
    }
    bail!(
        "Hier is geen dossier: in deze map en de mappen erboven staat geen convenant.toml.\n\
         {}",
        way_on(&here, "Ga naar de map van het dossier, of noem die met --dossier MAP.")
    )
}

/// How to come to a dossier: often the file is there under another name.
fn way_on(folder: &Path, otherwise: &str) -> String {
    load::almost_dossier(folder).map_or_else(
        || otherwise.to_owned(),
        |name| {
            format!(
                "Er staat wel {}: noem dat bestand convenant.toml, met kleine letters en niets erachter.",
                visible::line(&name)
            )
        },
    )
}

/// A short path for messages: `agendas`, `..`, `../agendas`.
fn as_seen_from_here(place: &Path, ancestor: &Path, up: usize) -> PathBuf {
    let mut path: PathBuf = std::iter::repeat_n("..", up).collect();
    if let Ok(below) = place.strip_prefix(ancestor) {
        path.push(below);
    }
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}

impl Input {
    /// The region.
    pub const fn region(&self) -> &Region {
        &self.resolved.region
    }

    /// Reads the papers of a meeting, so that it shows which answers were given to others.
    /// Gives the fingerprints of the papers, by path from the meeting's folder.
    pub fn fingerprint(&mut self, id: MeetingId) -> Result<BTreeMap<String, String>> {
        let folder = self.folder_of(id).to_owned();
        let files = load::fingerprints(&self.dossier, &folder);
        let papers = self.region()[id].items.iter().flat_map(|item| &item.papers);
        for paper in papers {
            let PaperPlace::File(path) = &paper.place else { continue };
            if !files.contains_key(path) {
                // what it says is not known, so neither is which answers are about it
                load::paper(&self.dossier.root, &format!("{folder}/{path}"))?;
                bail!("Het stuk {} is niet te lezen.", visible::line(path));
            }
        }
        let meeting = &self.region()[id];
        let prints = meeting.items.iter().map(|item| {
            let whole = consultation::fingerprint(item, &files);
            (whole, consultation::fingerprint_as_sent(meeting, item, &files))
        });
        let prints: Vec<_> = prints.collect();
        for (item, prints) in self.resolved.region.meetings[id.0].items.iter_mut().zip(prints) {
            (item.fingerprint, item.fingerprint_as_sent) = prints;
        }
        Ok(files)
    }

    /// The region apart; what is left shows faults of templates only. Of a large dossier that spares much.
    pub fn apart(self) -> (Region, Self) {
        let Self { dossier, resolved: Resolved { region, .. } } = self;
        (region, Self { dossier: dossier.templates_only(), resolved: Resolved::default() })
    }

    /// What stands before the paths of the dossier in messages: empty in the dossier itself, else `agendas/`.
    pub fn prefix(&self) -> String {
        let root = self.dossier.root.display().to_string();
        if root == "." { String::new() } else { format!("{}/", root.trim_end_matches(['/', '\\'])) }
    }

    /// The folders of meetings, be they readable or not.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let meetings = self.dossier.files.iter().filter(|file| file.kind.name == "vergadering");
        let folders: BTreeSet<&str> = meetings.filter_map(|file| file.folder.as_deref()).collect();
        folders.into_iter().chain(self.dossier.broken.iter().map(String::as_str))
    }

    /// The errors that stand in the way of documents of this meeting: those of the covenant, of its own folder and of
    /// the faulty meetings that it refers to.
    pub fn errors_of(&self, folder: &str) -> Vec<Finding> {
        let broken = self.resolved.broken_references.get(folder);
        self.errors(|path| {
            let place = path.split_once('/').map_or("", |(place, _)| place);
            matches!(place, "" | "templates") || place == folder || broken.is_some_and(|broken| broken.contains(place))
        })
    }

    /// What stands in the way of papers that tell of what a meeting agreed: its minutes are not those that were adopted. The
    /// papers of the meeting must have been read.
    pub fn altered(&self, id: MeetingId, today: NaiveDate) -> Vec<Finding> {
        check::altered(self.region(), &self.dossier.sources, id, today)
    }

    /// Marks the meetings of which the minutes are not those that were adopted, for papers about the region as a whole.
    pub fn mark_altered(&mut self, today: NaiveDate) {
        let frozen = |id: &MeetingId| self.region()[*id].frozen.is_some();
        for id in self.region().meeting_ids().filter(frozen).collect::<Vec<_>>() {
            if self.region()[id].items.iter().all(|item| item.fingerprint.is_none()) {
                // of a paper that cannot be read another finding speaks
                let _ = self.fingerprint(id);
            }
            self.resolved.region.meetings[id.0].altered = !self.altered(id, today).is_empty();
        }
    }

    /// The errors in the files of the region as a whole.
    pub fn errors_of_region(&self) -> Vec<Finding> {
        self.errors(|path| !path.contains('/') || path.starts_with("templates/"))
    }

    /// All errors.
    pub fn all_errors(&self) -> Vec<Finding> {
        self.errors(|_| true)
    }

    fn errors(&self, wanted: impl Fn(&str) -> bool) -> Vec<Finding> {
        let mine = |finding: &&Finding| finding.is_error() && wanted(self.dossier.sources.path(finding.span.file));
        self.resolved.findings.iter().filter(mine).cloned().collect()
    }

    /// The folder of a meeting.
    pub fn folder_of(&self, id: MeetingId) -> &str {
        &self.region()[id].key
    }
}
