//! The recipes for services that build: is each well-formed, and does every command in it do what it says?

use std::fs;
use std::path::Path;
use std::process::Command;

use super::examples::files;
use super::faults::copy;

/// The recipes by name.
fn recipes() -> Vec<(String, String)> {
    let read = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    files(Path::new("docs/ci")).into_iter().map(|(name, bytes)| (name, read(bytes))).collect()
}

/// The keys of lines with how deep they stand, as far as YAML is used here: maps, lists and lines of text.
fn keys(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut depths = vec![0];
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        assert!(!line.contains('\t') && line.trim_end() == line, "{line}");
        let content = line.trim_start();
        let depth = line.len() - content.len();
        let deepest = *depths.last().unwrap();
        depths.retain(|one| *one <= depth);
        assert!(depth > deepest || depths.last() == Some(&depth), "{line} stands between two depths");
        if depth > deepest {
            depths.push(depth);
        }
        let (inner, item) = content.strip_prefix("- ").map_or((depth, content), |rest| (depth + 2, rest));
        if inner > depth {
            depths.push(inner);
        }
        for quote in ['"', '\''] {
            assert!(content.matches(quote).count() % 2 == 0, "{line}");
        }
        let key = item.split_once(": ").map(|(key, _)| key).or_else(|| item.strip_suffix(':'));
        // a command may hold anything, behind its key
        let key = key.filter(|key| !key.contains(' '));
        assert!(key.is_some() || inner > depth, "{line} has no key");
        if let Some((key, value)) = item.split_once(": ").filter(|_| key.is_some()) {
            let is_quoted = value.starts_with(['"', '[', '\'']);
            assert!(is_quoted || !value.contains(": ") && !value.contains(" #"), "{key}: {value} is no plain text");
        }
        found.extend(key.map(|key| (inner, key.to_owned())));
    }
    found
}

#[test]
fn every_recipe_is_well_formed_and_checks_publishes_and_runs_each_night() {
    let recipes = recipes();
    let names: Vec<&str> = recipes.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["forgejo.yml", "github.yml", "gitlab-ci.yml"]);
    for (name, text) in &recipes {
        let keys = keys(text);
        let has = |key: &str| keys.iter().any(|(_, one)| one == key);
        assert!(has("controleer") && has("DOSSIER") && has("TZ"), "{name}: {keys:?}");
        assert!(has("schedule") || text.contains("Pipeline schedules"), "{name} runs at no time");
        let top: Vec<&String> = keys.iter().filter(|(depth, _)| *depth == 0).map(|(_, key)| key).collect();
        let mut once = top.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), top.len(), "{name} has a key twice");
        assert!(text.contains("nog geen uitgave om te downloaden"), "{name} does not say where the program comes from");
        assert!(!text.contains('\u{2014}'), "{name}");
    }
}

/// The commands of a recipe, line by line, as a shell gets them.
fn commands(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let commands = lines.filter_map(|line| line.strip_prefix("- run: ").or_else(|| line.strip_prefix("- ")));
    commands.filter(|line| line.starts_with("beraad ") || line.starts_with("rm ")).map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn every_command_of_a_recipe_runs_on_the_dossier_of_this_repository() {
    let program = Path::new(env!("CARGO_BIN_EXE_beraad"));
    for (name, text) in recipes() {
        let place = tempfile::tempdir().unwrap();
        copy(Path::new("agendas"), &place.path().join("agendas"));
        let commands = commands(&text);
        assert!(commands.len() > 1, "{name}: {commands:?}");
        for command in commands {
            // the day is the only thing that a recipe does not say
            let command = command.replace("beraad ", "beraad --vandaag 2025-11-27 ");
            let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
            let mut shell = Command::new("/bin/sh");
            shell.args(["-e", "-c", &command]).current_dir(place.path()).env("PATH", path).env("NO_COLOR", "1");
            let run = shell.env("DOSSIER", "agendas").env("SITE", "site").output().unwrap();
            let said = String::from_utf8_lossy(&run.stderr);
            assert!(run.status.success() && !said.contains("fout:"), "{name}: {command}\n{said}");
        }
        let site = ["site", "public"].map(|folder| place.path().join(folder).join("index.html"));
        assert!(site.iter().any(|page| page.is_file()), "{name} publishes nothing");
        if name == "gitlab-ci.yml" {
            let issues = fs::read(place.path().join("bevindingen.json")).unwrap();
            assert!(serde_json::from_slice::<serde_json::Value>(&issues).unwrap().is_array());
            assert!(fs::read_to_string(place.path().join("bevindingen.xml")).unwrap().contains("<testsuites"));
        }
    }
}
