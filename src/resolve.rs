//! Tables to model: turns words and dates into types and looks up references.
//!
//! Never fails: what cannot be is left out with a finding. A name that stands in the files but whose entry was faulty is
//! *known but broken*: references to it stay silent, so that one fault gives one finding.

mod colour;
mod covenant;
mod ledger;
mod lookup;
mod meeting;
mod minutes;
mod numbers;
mod papers;
mod parties;
mod replies;
mod sending;
mod style;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use crate::finding::{self, Finding, dossier};
use crate::load::{Dossier, File};
use crate::model::{MeetingId, Region};
use crate::read::{Entry, read};
use crate::source::{FileId, Span};

use lookup::Names;

/// What resolving gives.
#[derive(Debug)]
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
pub fn resolve(dossier: &Dossier) -> Resolved {
    let mut findings = dossier.findings.clone();
    let tables = read_all(dossier, &mut findings);
    let mut resolver =
        Resolver { dossier, region: Region::default(), findings, names: Names::default(), broken: BTreeMap::new() };
    resolver.all(&tables);
    let Resolver { mut region, mut findings, broken, .. } = resolver;
    region.incomplete |= !findings.is_empty();
    finding::sort(&mut findings);
    Resolved { region, findings, broken_references: broken }
}

/// Fewer files than this are read sooner by one core than by several.
const FILES_PER_CORE: usize = 50;

/// Reads every file, on all cores when there are many; the tables come in the order of the files.
fn read_all<'a>(dossier: &'a Dossier, findings: &mut Vec<Finding>) -> Vec<Read<'a>> {
    let files: Vec<&File> = dossier.files.iter().filter(|file| file.readable).collect();
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let part = files.len().div_ceil(cores).max(FILES_PER_CORE);
    if files.len() <= part {
        return read_part(dossier, &files, findings);
    }
    let parts: Vec<(Vec<Read<'a>>, Vec<Finding>)> = thread::scope(|scope| {
        let reading = |part: &[&'a File]| {
            let mut findings = Vec::new();
            (read_part(dossier, part, &mut findings), findings)
        };
        let threads: Vec<_> = files.chunks(part).map(|part| scope.spawn(move || reading(part))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let mut tables = Vec::with_capacity(files.len());
    for (part, found) in parts {
        tables.extend(part);
        findings.extend(found);
    }
    tables
}

fn read_part<'a>(dossier: &'a Dossier, files: &[&'a File], findings: &mut Vec<Finding>) -> Vec<Read<'a>> {
    let read_one =
        |file: &&'a File| Read { file, entry: read(file.id, dossier.source(file), &file.kind.table, findings) };
    files.iter().map(read_one).collect()
}

/// A file that was read.
struct Read<'a> {
    file: &'a File,
    entry: Entry,
}

struct Resolver<'a> {
    dossier: &'a Dossier,
    region: Region,
    findings: Vec<Finding>,
    names: Names,
    broken: BTreeMap<String, BTreeSet<String>>,
}

impl Resolver<'_> {
    fn all(&mut self, tables: &[Read<'_>]) {
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
        self.meetings(tables);
        for read in of_kind(tables, "convenant") {
            self.signals(&read.entry);
        }
        for read in of_kind(tables, "voortgang") {
            self.ledger(&read.entry);
        }
        for read in tables {
            self.exceptions(read);
        }
        self.mark_broken();
    }

    /// First all meetings with their items and numbers, then everything that refers to them.
    fn meetings(&mut self, tables: &[Read<'_>]) {
        for read in of_kind(tables, "vergadering") {
            self.meeting(read);
        }
        self.sort_meetings();
        self.in_meetings(tables, "verzending", |resolver, id, read| resolver.sendings(id, &read.entry));
        for (folder, id) in self.names.all_meetings() {
            let order = numbers::number(&mut self.region.meetings[id.0], &mut self.findings);
            self.names.reorder_items(&folder, &order);
        }
        self.in_meetings(tables, "vergadering", |resolver, id, read| resolver.item_references(id, &read.entry));
        self.in_meetings(tables, "raadpleging", Self::replies);
        self.in_meetings(tables, "verslag", |resolver, id, read| resolver.minutes(id, &read.entry));
        self.adoptions();
    }

    fn in_meetings(&mut self, tables: &[Read<'_>], kind: &'static str, go: fn(&mut Self, MeetingId, &Read<'_>)) {
        for read in of_kind(tables, kind) {
            if let Some(id) = read.file.folder.as_deref().and_then(|folder| self.names.meeting(folder)) {
                go(self, id, read);
            }
        }
    }

    /// Meetings in order of date, then folder: the order of reading never shows.
    fn sort_meetings(&mut self) {
        self.region.meetings.sort_by(|a, b| (a.date.value, &a.key).cmp(&(b.date.value, &b.key)));
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
        let finding = Finding::new(&dossier::DUPLICATE, span, message).label(first, "hier staat de eerste");
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

    fn exceptions(&mut self, read: &Read<'_>) {
        let meeting = read.file.folder.as_deref().and_then(|folder| self.names.meeting(folder));
        for exception in read.entry.tables("uitzondering") {
            let (Some(rule), Some(reason)) = (exception.string("regel"), exception.string("reden")) else { continue };
            self.region.exceptions.push(crate::model::Exception {
                rule,
                reason,
                item: exception.string("agendapunt"),
                until: exception.date("tot"),
                meeting,
                span: exception.span,
            });
        }
    }
}

fn of_kind<'a, 'b>(tables: &'b [Read<'a>], kind: &'static str) -> impl Iterator<Item = &'b Read<'a>> {
    tables.iter().filter(move |read| read.file.kind.name == kind)
}
