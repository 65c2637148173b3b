//! A dossier that is open: what was read, what was found in it, and whether that stands in the way.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::path::Path;

use anyhow::{Result, bail};
use chrono::NaiveDate;

use super::choose::{Choice, Choices};
use super::{Additions, Caller, Stop, record};
use crate::dossier::load::{self, Folder};
use crate::dossier::resolve::{Resolved, resolve};
use crate::finding::{Finding, Severity};
use crate::model::consultation;
use crate::model::{ItemId, MeetingId, PaperPlace, Region};
use crate::{adopted, check, visible};

/// A dossier with what was found in it, on a day.
pub struct Dossier {
    /// The files.
    pub folder: Folder,
    /// The region and the findings.
    pub resolved: Resolved,
    /// The day on which it is looked at.
    pub today: NaiveDate,
}

impl Dossier {
    /// Reads a dossier as it is on a day.
    ///
    /// # Errors
    ///
    /// When its folder cannot be read.
    pub fn open(root: &Path, today: NaiveDate) -> Result<Self> {
        Ok(Self::of(load::load(root)?, today))
    }

    /// A dossier that was read, as it is on a day.
    #[must_use]
    pub fn of(folder: Folder, today: NaiveDate) -> Self {
        let mut resolved = resolve(&folder);
        adopted::settle(&mut resolved.region);
        Self { folder, resolved, today }
    }

    /// Opens a dossier that is to be changed: nobody else changes it from before it is read until all is written.
    ///
    /// # Errors
    ///
    /// When somebody else changes it, or its folder cannot be read.
    pub fn open_to_change(root: &Path, today: NaiveDate, caller: &Caller<'_>) -> Result<(Self, Additions)> {
        let additions = Additions::new(caller.writer(root, true)?);
        Ok((Self::open(root, today)?, additions))
    }

    /// The region.
    pub const fn region(&self) -> &Region {
        &self.resolved.region
    }

    /// Reads the papers of a meeting, so that it shows which answers were given to others.
    /// Gives the fingerprints of the papers, by path from the meeting's folder.
    ///
    /// # Errors
    ///
    /// When a paper cannot be read.
    pub fn fingerprint(&mut self, id: MeetingId) -> Result<BTreeMap<String, String>> {
        let folder = self.folder_of(id).to_owned();
        let files = load::fingerprints(&self.folder, &folder);
        let papers = self.region()[id].items.iter().flat_map(|item| &item.papers);
        for paper in papers {
            let PaperPlace::File(path) = &paper.place else { continue };
            if !files.contains_key(path) {
                // what it says is not known, so neither is which answers are about it
                load::paper(&self.folder.root, &format!("{folder}/{path}"))?;
                bail!("Het stuk {} is niet te lezen.", visible::line(path));
            }
        }
        let meeting = &self.region()[id];
        let prints = meeting.items.iter().enumerate().map(|(index, item)| {
            let whole = consultation::fingerprint(item, &files);
            let as_sent = consultation::fingerprint_as_sent(meeting, item, &files);
            (whole, as_sent, record::fingerprint(self.region(), ItemId { meeting: id, index }))
        });
        let prints: Vec<_> = prints.collect();
        for (item, prints) in self.resolved.region.meetings[id.0].items.iter_mut().zip(prints) {
            (item.fingerprint, item.fingerprint_as_sent, item.record) = prints;
        }
        Ok(files)
    }

    /// The region apart; what is left shows faults of templates only. Of a large dossier that spares much.
    pub fn let_go(&mut self) -> Region {
        let folder = mem::take(&mut self.folder);
        self.folder = folder.templates_only();
        mem::take(&mut self.resolved).region
    }

    /// The same, where what is left must show findings in any text.
    pub fn let_go_but_texts(&mut self) -> Region {
        let folder = mem::take(&mut self.folder);
        self.folder = folder.texts_only();
        mem::take(&mut self.resolved).region
    }

    /// What stands before the paths of the dossier in messages: empty in the dossier itself, else `agendas/`.
    pub fn prefix(&self) -> String {
        let root = self.folder.root.display().to_string();
        if root == "." { String::new() } else { format!("{}/", root.trim_end_matches(['/', '\\'])) }
    }

    /// The folders of meetings, be they readable or not.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        let meetings = self.folder.files.iter().filter(|file| file.kind.name == "vergadering");
        let folders: BTreeSet<&str> = meetings.filter_map(|file| file.folder.as_deref()).collect();
        folders.into_iter().chain(self.folder.broken.iter().map(String::as_str))
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
    pub fn altered(&self, id: MeetingId) -> Vec<Finding> {
        check::altered(self.region(), &self.folder.sources, id, self.today)
    }

    /// Marks the meetings of which the minutes are not those that were adopted, for papers about the region as a whole.
    pub fn mark_altered(&mut self) {
        let frozen = |id: &MeetingId| self.region()[*id].frozen.is_some();
        for id in self.region().meeting_ids().filter(frozen).collect::<Vec<_>>() {
            if self.region()[id].items.iter().all(|item| item.fingerprint.is_none()) {
                // of a paper that cannot be read another finding speaks
                let _ = self.fingerprint(id);
            }
            self.resolved.region.meetings[id.0].altered = !self.altered(id).is_empty();
        }
    }

    /// The choices between its meetings.
    pub fn choices(&self) -> Choices<'_> {
        self.choices_of(self.region())
    }

    /// The choices between its meetings as they are in another view of its region.
    pub fn choices_of<'a>(&'a self, region: &'a Region) -> Choices<'a> {
        Choices::new(region, self.folders(), self.today)
    }

    /// The meeting that was chosen.
    ///
    /// # Errors
    ///
    /// Those of its file, when that is too faulty to be a meeting.
    pub fn meeting(&self, choice: Choice) -> Result<MeetingId, Stop> {
        match choice {
            Choice::Meeting(id) => Ok(id),
            Choice::Broken(folder) => Err(Stop::Findings(self.errors_of(&folder))),
        }
    }

    /// Stops what would be made of a meeting with errors.
    ///
    /// # Errors
    ///
    /// Those that stand in the way.
    pub fn refuse_errors(&self, id: MeetingId) -> Result<(), Stop> {
        Stop::unless_none(self.errors_of(self.folder_of(id)))
    }

    /// How many errors there are.
    pub fn count_errors(&self) -> usize {
        self.resolved.findings.iter().filter(|finding| finding.fault.severity == Severity::Error).count()
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
        let mine = |finding: &&Finding| finding.is_error() && wanted(self.folder.sources.path(finding.span.file));
        self.resolved.findings.iter().filter(mine).cloned().collect()
    }

    /// The folder of a meeting.
    pub fn folder_of(&self, id: MeetingId) -> &str {
        &self.region()[id].key
    }
}
