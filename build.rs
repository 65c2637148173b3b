//! Gives the program a mark of all that it is made from, by which papers of another program are told from its own.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

/// What the program is made from, folders as a whole.
const FROM: [&str; 4] = ["src", "Cargo.toml", "Cargo.lock", "build.rs"];

fn main() {
    let mut mark = DefaultHasher::new();
    for place in FROM {
        println!("cargo::rerun-if-changed={place}");
    }
    for file in files() {
        (&file, fs::read(&file).unwrap_or_default()).hash(&mut mark);
    }
    let compiler = env::var_os("RUSTC").and_then(|rustc| Command::new(rustc).arg("-vV").output().ok());
    compiler.map(|it| it.stdout).hash(&mut mark);
    for setting in ["TARGET", "PROFILE", "OPT_LEVEL", "CARGO_ENCODED_RUSTFLAGS"] {
        env::var_os(setting).hash(&mut mark);
    }
    println!("cargo::rustc-env=BERAAD_MARK={:016x}", mark.finish());
}

fn files() -> BTreeSet<PathBuf> {
    let mut open: Vec<PathBuf> = FROM.iter().map(PathBuf::from).collect();
    let mut files = BTreeSet::new();
    while let Some(place) = open.pop() {
        match fs::read_dir(&place) {
            Ok(entries) => open.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => drop(files.insert(place)),
        }
    }
    files
}
