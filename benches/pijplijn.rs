//! What the pipeline costs: `cargo bench`.
//!
//! The dossier is `agendas/`; for the large counts its meetings are copied under later dates. Nothing is written to disk
//! while the clock runs.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on must stop")]

use std::sync::atomic::{AtomicUsize, Ordering};

use beraad::dossier::load::{Folder, load};
use beraad::dossier::resolve::resolve;
use beraad::model::{MeetingId, Region};
use beraad::paper::{Document, Scope};
use beraad::render::Format;
use beraad::render::template::{TemplateFault, Templates};
use beraad::work::produce::{self, Setting};
use chrono::NaiveDate;
use divan::{Bencher, counter::ItemsCount};

mod gemaakt;

use gemaakt::dossier;

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 27).expect("a day that exists")
}

fn region(dossier: &Folder) -> Region {
    let resolved = resolve(dossier);
    assert!(resolved.findings.iter().all(|finding| !finding.is_error()), "{:?}", resolved.findings.first());
    resolved.region
}

/// Files to model, without the disk.
#[divan::bench(args = [4, 1000])]
fn parse_and_resolve(bencher: Bencher, meetings: u64) {
    let (_folder, dossier) = dossier(meetings);
    bencher.counter(ItemsCount::new(meetings)).bench(|| resolve(&dossier));
}

/// The disk as well.
#[divan::bench(args = [4, 1000])]
fn load_from_disk(bencher: Bencher, meetings: u64) {
    let (folder, _) = dossier(meetings);
    bencher.counter(ItemsCount::new(meetings)).bench(|| load(folder.path()));
}

#[divan::bench]
fn load_templates(bencher: Bencher) {
    bencher.bench(|| Templates::load(&[]));
}

/// What `beraad agenda -f html` does after the process has started.
#[divan::bench]
fn one_agenda_from_files_to_html(bencher: Bencher) {
    let (folder, _) = dossier(4);
    bencher.bench(|| {
        let dossier = load(folder.path()).expect("a dossier");
        let region = resolve(&dossier).region;
        agenda(&region, &Templates::load(&[]).expect("templates"))
    });
}

/// One document, everything else being ready.
#[divan::bench]
fn one_agenda_from_model_to_html(bencher: Bencher) {
    let (_folder, dossier) = dossier(4);
    let (region, templates) = (region(&dossier), Templates::load(&[]).expect("templates"));
    bencher.bench(|| agenda(&region, &templates));
}

fn agenda(region: &Region, templates: &Templates) -> Vec<u8> {
    let id = region.meetings.iter().position(|meeting| meeting.key == "2025-10-09-regionaal-beraad").map(MeetingId);
    let scope = Scope::new(region, today(), id);
    let views = Document::named("agenda").expect("agenda").compose(&scope).expect("an agenda");
    produce::render(&views[0], templates, Format::Html, region, Setting::default()).expect("a page")
}

/// `maak -f html` for many meetings, to memory, on all cores; the counter is documents.
#[divan::bench(args = [4, 1000], sample_count = 10)]
fn all_documents_to_html(bencher: Bencher, meetings: u64) {
    let (_folder, dossier) = dossier(meetings);
    let (region, templates) = (region(&dossier), Templates::load(&[]).expect("templates"));
    let documents = all(&region, &templates);
    bencher.counter(ItemsCount::new(documents)).bench(|| all(&region, &templates));
}

fn all(region: &Region, templates: &Templates) -> usize {
    let count = AtomicUsize::new(0);
    let ids: Vec<MeetingId> = (0..region.meetings.len()).map(MeetingId).collect();
    let make = |id| produce::meeting(region, id, today(), templates, &[Format::Html], Setting::default());
    let done: Result<(), TemplateFault> = produce::meetings(&ids, make, |papers| {
        count.fetch_add(papers.outputs.len(), Ordering::Relaxed);
        Ok(())
    });
    done.expect("pages");
    count.into_inner()
}

/// Every rule, on a model that is ready: less than it costs to read the same files.
#[divan::bench(args = [4, 1000])]
fn check_every_rule(bencher: Bencher, meetings: u64) {
    let (_folder, dossier) = dossier(meetings);
    let region = region(&dossier);
    bencher
        .counter(ItemsCount::new(meetings))
        .bench(|| beraad::check::check(&region, &dossier.sources, today()).findings.len());
}
