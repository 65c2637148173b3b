//! What a whole run of the program costs, on the disk: `cargo bench --bench proces -- 20 300` (Linux). The dossiers are
//! those of `geheugen`; docs/snelheid.md says how to read what it tells.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on must stop")]

mod gemaakt;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

const PROGRAM: &str = env!("CARGO_BIN_EXE_beraad");

/// Runs of which the best counts: what else the machine does only adds.
const RUNS: usize = 5;

fn main() {
    let counts: Vec<u64> = env::args().filter_map(|word| word.parse().ok()).collect();
    for meetings in if counts.is_empty() { vec![20, 300] } else { counts } {
        measure(meetings);
    }
}

fn measure(meetings: u64) {
    let (made, _) = gemaakt::dossier(meetings);
    let out = tempfile::tempdir().expect("a place for papers");
    let to = out.path().join("uit");
    let build = [Path::new("maak"), Path::new("--naar"), &to];
    let anew = best(made.path(), &build, || drop(fs::remove_dir_all(&to)));
    println!("{meetings} vergaderingen, {} bestanden", files(&to));
    tell("maak in een lege map", anew);
    tell("maak, niets veranderd", best(made.path(), &build, || ()));
    tell("één agenda, koud", best(made.path(), &["agenda", "2025-10-09"].map(Path::new), || ()));
}

/// The least time of the processor and of the clock that one of some runs took.
fn best(dossier: &Path, words: &[&Path], before: impl Fn()) -> (Duration, Duration) {
    let run = |_| {
        before();
        let (used, start) = (used(), Instant::now());
        let mut command = Command::new(PROGRAM);
        command.arg("--dossier").arg(dossier).args(["--vandaag", "2025-11-27"]).args(words);
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program");
        assert!(status.success(), "{words:?}");
        (self::used().saturating_sub(used), start.elapsed())
    };
    let all: Vec<_> = (0..RUNS).map(run).collect();
    (all.iter().map(|it| it.0).min().unwrap_or_default(), all.iter().map(|it| it.1).min().unwrap_or_default())
}

/// The time of the processor that ended children of this process took: the system counts it in hundredths of a second.
fn used() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = behind_name.skip(13).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}

fn tell(what: &str, (used, clock): (Duration, Duration)) {
    println!("  {what}: {:.2} s processor, {:.3} s klok", used.as_secs_f64(), clock.as_secs_f64());
}

fn files(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("papers").flatten();
    entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
}
