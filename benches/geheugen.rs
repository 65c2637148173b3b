//! How much memory a dossier takes: `cargo bench --bench geheugen -- 10000` tells the most that was in use after each step
//! (Linux). The generated dossier is that of `pijplijn`.

#![allow(clippy::expect_used, reason = "a benchmark that cannot go on must stop")]

mod gemaakt;

use beraad::{check, load, resolve};

fn main() {
    let meetings = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(1000);
    let (folder, _) = gemaakt::dossier(meetings);
    // the generated dossier itself has been let go of; from here on the peak is that of one run
    let dossier = load::load(folder.path()).expect("a dossier");
    tell("gelezen");
    let resolved = resolve::resolve(&dossier);
    tell("opgelost");
    let today = "2025-11-27".parse().expect("a day");
    let checked = check::check(&resolved.region, &dossier.sources, today);
    tell(&format!("gecontroleerd ({} bevindingen)", checked.findings.len()));
}

fn tell(step: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or(" onbekend");
    println!("{step}: {}", peak.trim());
}
