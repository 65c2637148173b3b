//! Tables to model: turns words and dates into types and looks up references.
//!
//! Never fails: what cannot be is left out with a finding. A name that stands in the files but whose entry was faulty is
//! *known but broken*: references to it stay silent, so that one fault gives one finding.

mod ahead;
mod colour;
mod covenant;
mod exceptions;
mod former;
mod frozen;
mod ledger;
mod lookup;
mod meeting;
mod minutes;
mod numbers;
mod papers;
mod parties;
mod replies;
mod said;
mod sending;
mod site;
mod spoken;
mod style;
mod vector;
mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use papers::is_taken;

use crate::dossier::faults;
use crate::dossier::load::{File, Folder};
use crate::finding::{self, Finding, Severity};
use crate::model::{Exception, Meeting, MeetingId, Minutes, Region, followers};
use crate::source::{FileId, Span};

use ahead::{Read, read_ahead};
use lookup::Names;
use meeting::Elsewhere;
use numbers::Own;

/// What resolving gives.
#[derive(Debug, Default)]
pub struct Resolved {
    /// The region, as far as the files allow.
    pub region: Region,
    /// Every fault of every file, sorted.
    pub findings: Vec<Finding>,
    /// Per meeting (its folder) the folders of faulty meetings that it refers to.
    pub broken_references: BTreeMap<String, BTreeSet<String>>,
}

/// Reads and resolves a dossier.
#[must_use]
pub fn resolve(dossier: &Folder) -> Resolved {
    let mut resolver = Resolver {
        dossier,
        region: Region::default(),
        findings: dossier.findings.clone(),
        names: Names::default(),
        broken: BTreeMap::new(),
        elsewhere: Vec::new(),
        own: BTreeMap::new(),
        excepted: Vec::new(),
        said: (None, BTreeSet::new()),
        folded: papers::names::Folded::default(),
    };
    resolver.all();
    let Resolver { mut region, mut findings, broken, .. } = resolver;
    region.incomplete |= findings.iter().any(|finding| finding.fault.severity != Severity::Advice);
    finding::sort(&mut findings);
    Resolved { region, findings, broken_references: broken }
}

/// Lists grow by doubling, and there are many.
fn shrink(meeting: &mut Meeting) {
    meeting.items.shrink_to_fit();
    for item in &mut meeting.items {
        item.papers.shrink_to_fit();
        item.requested.shrink_to_fit();
    }
    meeting.sendings.shrink_to_fit();
    for sending in &mut meeting.sendings {
        sending.items.shrink_to_fit();
        sending.papers.shrink_to_fit();
        sending.to.shrink_to_fit();
    }
}

/// The same of what is known afterwards.
fn shrink_minutes(minutes: &mut Minutes) {
    minutes.attendance.shrink_to_fit();
    minutes.guests.shrink_to_fit();
    minutes.corrections.shrink_to_fit();
    minutes.items.shrink_to_fit();
    for treated in &mut minutes.items {
        treated.input.shrink_to_fit();
        treated.actions.shrink_to_fit();
        treated.commitments.shrink_to_fit();
        treated.agreed.iter_mut().for_each(Vec::shrink_to_fit);
    }
}

struct Resolver<'a> {
    dossier: &'a Folder,
    region: Region,
    findings: Vec<Finding>,
    names: Names,
    broken: BTreeMap<String, BTreeSet<String>>,
    /// What items say of other meetings, until all meetings are known.
    elsewhere: Vec<(&'a str, Elsewhere)>,
    /// What items say of their own numbers, by folder, until all of a meeting are known.
    own: BTreeMap<String, Vec<Own>>,
    /// Exceptions, each with the folder in which it stands.
    excepted: Vec<(Option<&'a str>, Exception)>,
    /// Texts of answers to a meeting: most parties answer the same ones.
    said: (Option<MeetingId>, BTreeSet<Arc<str>>),
    folded: papers::names::Folded,
}

impl<'a> Resolver<'a> {
    fn all(&mut self) {
        let kinds = ["convenant", "personen", "voortgang"].map(|kind| self.read_kind(kind));
        let tables: Vec<Read<'a>> = kinds.into_iter().flatten().collect();
        let tables = tables.as_slice();
        self.known_names(tables);
        for read in of_kind(tables, "convenant") {
            self.parties(&read.entry);
        }
        for read in of_kind(tables, "personen") {
            self.persons(&read.entry);
        }
        for read in of_kind(tables, "convenant") {
            self.covenant(&read.entry);
        }
        self.meetings();
        for read in of_kind(tables, "convenant") {
            self.signals(&read.entry);
        }
        for read in of_kind(tables, "voortgang") {
            self.ledger(&read.entry);
        }
        for read in tables {
            self.exceptions(read);
        }
        self.place_exceptions();
        self.mark_broken();
        self.adoptions_written_down();
    }

    /// First all meetings with their items and numbers, then everything that refers to them.
    fn meetings(&mut self) {
        self.each("vergadering", Self::meeting);
        self.sort_meetings();
        self.in_meetings("verzending", |resolver, id, read| resolver.sendings(id, &read.entry));
        for (folder, id) in self.names.all_meetings() {
            let own = self.own.remove(&folder).unwrap_or_default();
            let order = numbers::number(&mut self.region.meetings[id.0], &own, &mut self.findings);
            shrink(&mut self.region.meetings[id.0]);
            self.names.reorder_items(&folder, &order);
        }
        self.all_elsewhere();
        self.region.remember_what_was_told();
        self.region.followers = followers::of(&self.region.meetings);
        self.in_meetings("raadpleging", Self::replies);
        self.in_meetings("verslag", |resolver, id, read| {
            resolver.minutes(id, &read.entry);
            resolver.region.meetings[id.0].minutes.iter_mut().for_each(shrink_minutes);
        });
        self.region.meetings.iter_mut().for_each(Meeting::withdraw_parts);
        self.in_meetings("vaststelling", |resolver, id, read| resolver.frozen(id, &read.entry));
        self.adoptions();
    }

    fn in_meetings(&mut self, kind: &str, go: impl Fn(&mut Self, MeetingId, &Read<'a>)) {
        self.each(kind, |resolver, read| {
            if let Some(id) = read.file.folder.as_deref().and_then(|folder| resolver.names.meeting(folder)) {
                go(resolver, id, read);
            }
        });
    }

    fn read_kind(&mut self, kind: &str) -> Vec<Read<'a>> {
        let mut all = Vec::new();
        read_ahead(self.dossier, &readable(self.dossier, kind), |tables, findings| {
            all.extend(tables);
            self.findings.extend(findings);
        });
        all
    }

    /// Reads the files of a kind, some at a time, and takes each in.
    fn each(&mut self, kind: &str, go: impl Fn(&mut Self, &Read<'a>)) {
        read_ahead(self.dossier, &readable(self.dossier, kind), |tables, findings| {
            self.findings.extend(findings);
            for read in tables {
                go(self, &read);
                self.exceptions(&read);
                self.dossier.sources.let_go(read.file.id);
            }
        });
    }

    /// Meetings in order of date, time, then folder: the order of reading never shows.
    fn sort_meetings(&mut self) {
        let when = |meeting: &Meeting| (meeting.date.value, meeting.begin.is_none(), meeting.begin);
        self.region.meetings.sort_by(|a, b| (when(a), &a.key).cmp(&(when(b), &b.key)));
        for (at, meeting) in self.region.meetings.iter().enumerate() {
            self.names.place_meeting(&meeting.key, MeetingId(at));
        }
    }

    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// A second thing with the same name.
    fn duplicate(&mut self, what: &str, name: &str, span: Span, first: Span) {
        let message = format!("{what} {name} staat er twee keer.");
        let finding = Finding::new(&faults::DUPLICATE, span, message).label(first, "hier staat de eerste");
        self.report(finding.hint("haal er één weg of geef er één een andere naam"));
    }

    /// Where something was left out, so that nothing is concluded from its absence.
    fn mark_broken(&mut self) {
        let faulty: BTreeSet<FileId> = self.findings.iter().filter(|it| it.is_error()).map(|it| it.span.file).collect();
        for file in self.dossier.files.iter().filter(|file| faulty.contains(&file.id)) {
            match file.folder.as_deref().map(|folder| self.names.meeting(folder)) {
                Some(Some(id)) => self.region.meetings[id.0].broken = true,
                Some(None) => {}
                None => {
                    self.region.covenant_broken |= file.kind.name == "convenant";
                    self.region.progress_broken |= file.kind.name == "voortgang";
                }
            }
        }
    }
}

fn readable<'a>(dossier: &'a Folder, kind: &str) -> Vec<&'a File> {
    dossier.files.iter().filter(|file| file.readable && file.kind.name == kind).collect()
}

fn of_kind<'a, 'b>(tables: &'b [Read<'a>], kind: &'static str) -> impl Iterator<Item = &'b Read<'a>> {
    tables.iter().filter(move |read| read.file.kind.name == kind)
}
