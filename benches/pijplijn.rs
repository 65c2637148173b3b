//! What the pipeline costs: `cargo bench`.
//!
//! The dossier is `agendas/`; for the large counts its meetings are copied under later dates. Nothing is written to disk
//! while the clock runs.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on must stop")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use beraad::document::{Document, Scope};
use beraad::load::{Dossier, load};
use beraad::model::{MeetingId, Region};
use beraad::produce::{self, Setting};
use beraad::render::Format;
use beraad::render::template::{TemplateFault, Templates};
use beraad::resolve::resolve;
use chrono::{Days, NaiveDate};
use divan::{Bencher, counter::ItemsCount};

fn main() {
    divan::main();
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 27).expect("a day that exists")
}

/// `agendas/`, with as many meetings as asked: the held meeting of the Regionaal Beraad, week after week.
fn dossier(meetings: u64) -> (tempfile::TempDir, Dossier) {
    let folder = tempfile::tempdir().expect("a place for files");
    let from = Path::new("agendas");
    fs::copy(from.join("convenant.toml"), folder.path().join("convenant.toml")).expect("the covenant");
    for entry in fs::read_dir(from).expect("agendas").flatten().filter(|entry| entry.path().is_dir()) {
        copy(&entry.path(), &folder.path().join(entry.file_name()), "", "");
    }
    let first = NaiveDate::from_ymd_opt(2026, 1, 8).expect("a day that exists");
    for week in 0..meetings.saturating_sub(4) {
        let date = (first + Days::new(7 * week)).to_string();
        let name = format!("{date}-regionaal-beraad");
        copy(
            &from.join("2025-10-09-regionaal-beraad"),
            &folder.path().join(&name),
            "2025-10-09-regionaal-beraad",
            &name,
        );
        let file = folder.path().join(&name).join("vergadering.toml");
        let text =
            fs::read_to_string(&file).expect("a meeting").replace("datum    = 2025-10-09", &format!("datum = {date}"));
        fs::write(file, text.replace("datum = 2025-10-09", &format!("datum = {date}"))).expect("a meeting");
    }
    let dossier = load(folder.path()).expect("a dossier");
    (folder, dossier)
}

/// Copies a folder, with one name changed in its TOML files.
fn copy(from: &Path, to: &Path, old: &str, new: &str) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, target): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target, old, new);
        } else if path.extension().is_some_and(|extension| extension == "toml") && !old.is_empty() {
            fs::write(target, fs::read_to_string(path).expect("a text").replace(old, new)).expect("a file");
        } else {
            fs::copy(path, target).expect("a file");
        }
    }
}

fn region(dossier: &Dossier) -> Region {
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

fn agenda(region: &Region, templates: &Templates) -> String {
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
