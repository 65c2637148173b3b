//! How much memory a dossier takes: `cargo bench --bench geheugen -- 10000` tells the most that was in use after each step
//! (Linux). The generated dossier is that of `pijplijn`. With `-- 10000 <folder>` the dossier stays there, to try commands on.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on must stop")]

mod gemaakt;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

use beraad::check;
use beraad::dossier::{load, resolve};
use beraad::model::{MeetingId, Region};
use beraad::render::Format;
use beraad::render::template::{TemplateFault, Templates};
use beraad::work::produce::{self, Setting};
use chrono::NaiveDate;

/// What the run that measures is called with, before the folder of the dossier.
const MEASURE: &str = "meet";

fn main() {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.as_slice() {
        [first, folder] if first == MEASURE => measure(Path::new(folder)),
        [meetings, folder] => {
            let (made, _) = gemaakt::dossier(meetings.parse().expect("a number of meetings"));
            fs::rename(made.path(), folder).expect("a folder on the same disk, or none");
            measured(folder.into());
        }
        words => {
            let meetings = words.iter().find_map(|word| word.parse().ok()).unwrap_or(1000);
            let (made, _) = gemaakt::dossier(meetings);
            measured(made.path().into());
        }
    }
}

/// In a run of its own: what it took to generate the dossier does not count.
fn measured(folder: PathBuf) {
    let own = env::current_exe().expect("this program");
    let status = Command::new(own).arg(MEASURE).arg(folder).status().expect("a run of its own");
    assert!(status.success(), "the measuring stopped");
}

fn measure(folder: &Path) {
    let start = peak();
    let dossier = load::load(folder).expect("a dossier");
    tell("gelezen");
    let read = peak();
    let resolved = resolve::resolve(&dossier);
    tell("opgelost");
    let meetings = resolved.region.meetings.len().max(1);
    println!(
        "  per vergadering: {} kB, waarvan {} na het lezen",
        (peak() - start) / meetings,
        (peak() - read) / meetings
    );
    let today = "2025-11-27".parse().expect("a day");
    let checked = check::check(&resolved.region, &dossier.sources, today);
    let findings = checked.findings.len();
    drop(checked);
    tell(&format!("gecontroleerd ({findings} bevindingen)"));
    let documents = documents(&resolved.region, today);
    tell(&format!("gemaakt ({documents} documenten in Markdown)"));
}

fn documents(region: &Region, today: NaiveDate) -> usize {
    let templates = Templates::load(&[]).expect("templates");
    let ids: Vec<MeetingId> = region.meeting_ids().collect();
    let make = |id| produce::meeting(region, id, today, &templates, &[Format::Markdown], Setting::default());
    let count = AtomicUsize::new(0);
    let done: Result<(), TemplateFault> = produce::meetings(&ids, make, |papers| {
        count.fetch_add(papers.outputs.len(), Ordering::Relaxed);
        Ok(())
    });
    done.expect("documents");
    count.into_inner()
}

fn tell(step: &str) {
    println!("{step}: {} kB", peak());
}

/// The most that was in use so far, in kB; 0 where the system does not say.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    peak.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}
