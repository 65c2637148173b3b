//! Does `publiceer --controleer` say what a run would do, and do none of it?

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::faults::copy;

const DAY: &str = "2025-11-27";
const PAGE: &str = "s/2025-10-02-bestuur/index.html";

/// A dossier in `d`, of which the site was made in `s`.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(Path::new("examples/besloten"), &place.path().join("d"));
    let (status, said, _) = run(place.path(), &[]);
    assert_eq!(status, Some(0), "{said}");
    place
}

/// Gives the exit status, what a person is told, and what a program gets.
fn run(place: &Path, words: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beraad"));
    command.env("NO_COLOR", "1").current_dir(place).args(["--dossier", "d", "--vandaag", DAY]);
    let output = command.args(["publiceer", "--naar", "s"]).args(words).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stderr), text(&output.stdout))
}

/// Every file and folder, with when it was changed and what is in it.
fn all(place: &Path) -> BTreeMap<PathBuf, (SystemTime, Option<Vec<u8>>)> {
    let (mut open, mut found) = (vec![place.to_owned()], BTreeMap::new());
    while let Some(path) = open.pop() {
        let changed = path.metadata().unwrap().modified().unwrap();
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            found.insert(path, (changed, None));
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, (changed, Some(bytes)));
        }
    }
    found
}

/// Looks, and nothing in the whole place is another than before.
fn look(place: &Path) -> (Option<i32>, String, String) {
    let before = all(place);
    let outcome = run(place, &["--controleer"]);
    assert!(all(place) == before, "something was written: {outcome:?}");
    outcome
}

#[test]
fn a_site_that_is_what_the_dossier_gives_is_told_to_be_so() {
    let place = place();
    let outcome = look(place.path());
    assert_eq!(outcome, (Some(0), "De site in s is wat het dossier geeft.\n".to_owned(), String::new()));
    // what its reader put there is not ours
    fs::write(place.path().join("s/CNAME"), "beraad.example.org\n").unwrap();
    assert_eq!(look(place.path()), outcome);
}

/// Puts another text in the place of one in a file.
fn replace(place: &Path, file: &str, old: &str, new: &str) {
    let file = place.join(file);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(old), "{old} is not in {}", file.display());
    fs::write(file, text.replace(old, new)).unwrap();
}

/// What is done to a site or to its dossier, and a line of what is said then.
type Case = (&'static str, fn(&Path), &'static str);

const CASES: [Case; 7] = [
    (
        "another text in the dossier",
        |place| replace(place, "d/2025-10-02-bestuur/vergadering.toml", "Stadhuis Voorbeeldstad", "Elders"),
        "anders: s/2025-10-02-bestuur/index.html\n",
    ),
    (
        "a file edited by hand",
        |place| replace(place, PAGE, "</main>", "<p>Van mij.</p></main>"),
        "met de hand veranderd: s/2025-10-02-bestuur/index.html\n",
    ),
    (
        "a calendar edited by hand",
        |place| replace(place, "s/kalender.ics", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nX-VAN:mij"),
        "met de hand veranderd: s/kalender.ics\n",
    ),
    (
        "a file that is gone",
        |place| fs::remove_file(place.join(PAGE)).unwrap(),
        "ontbreekt: s/2025-10-02-bestuur/index.html\n",
    ),
    (
        "a meeting that is no more",
        |place| fs::remove_dir_all(place.join("d/2025-10-02-bestuur")).unwrap(),
        "te veel: s/2025-10-02-bestuur/index.html\n",
    ),
    (
        "a list that is gone",
        |place| fs::remove_file(place.join("s/.beraad-uitvoer.txt")).unwrap(),
        "ontbreekt: s/.beraad-uitvoer.txt\n",
    ),
    ("no site at all", |place| fs::remove_dir_all(place.join("s")).unwrap(), "ontbreekt: s/index.html\n"),
];

#[test]
fn what_a_run_would_do_is_named_and_not_done() {
    for (name, change, expected) in CASES {
        let place = place();
        change(place.path());
        let (status, said, named) = look(place.path());
        assert_eq!(status, Some(1), "{name}: {said}");
        assert!(named.contains(expected), "{name}: {named}");
        assert!(said.contains("is niet wat het dossier geeft"), "{name}: {said}");
    }
}

/// What is named as missing, other or too much is just what a run then writes and takes away.
#[test]
fn a_run_does_what_was_named() {
    for (name, change, _) in CASES {
        let place = place();
        change(place.path());
        let named = look(place.path()).2;
        let site = |found: BTreeMap<PathBuf, (SystemTime, Option<Vec<u8>>)>| -> BTreeMap<PathBuf, Vec<u8>> {
            found.into_iter().filter_map(|(path, (_, bytes))| Some((path, bytes?))).collect()
        };
        let before = site(all(place.path()));
        run(place.path(), &[]);
        let after = site(all(place.path()));
        let mut done: Vec<String> = Vec::new();
        for path in before.keys().chain(after.keys()) {
            let word = match (before.get(path), after.get(path)) {
                (None, Some(_)) => "ontbreekt",
                (Some(_), None) => "te veel",
                (was, is) if was != is => "anders",
                _ => continue,
            };
            done.push(format!("{word}: {}", path.strip_prefix(place.path()).unwrap().display()));
        }
        done.sort();
        done.dedup();
        let mut told: Vec<&str> = named.lines().filter(|line| !line.starts_with("met de hand")).collect();
        told.sort_unstable();
        assert_eq!(told, done, "{name}");
    }
}

#[test]
fn a_fault_in_the_dossier_is_told_and_nothing_is_taken_away() {
    let place = place();
    replace(place.path(), "d/2025-10-02-bestuur/vergadering.toml", "[vergadering]", "[vergadering");
    let (status, said, _) = look(place.path());
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("geen-toml") && !said.contains("weggehaald"), "{said}");
}

/// A room of which an agenda tells, and where nobody will be.
#[test]
fn a_meeting_that_is_wholly_online_is_in_no_room() {
    let place = tempfile::tempdir().unwrap();
    copy(Path::new("agendas"), &place.path().join("d"));
    let file = place.path().join("d/2025-12-11-regionaal-beraad/vergadering.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Stadskantoor Leiden") && text.contains("vorm = \"fysiek\""), "{text}");
    fs::write(&file, text.replace("vorm = \"fysiek\"", "vorm = \"digitaal\"")).unwrap();
    run(place.path(), &[]);
    let site = place.path().join("s");
    let folder = fs::read_dir(site.join("2025-12-11-regionaal-beraad")).unwrap().map(|entry| entry.unwrap().path());
    for path in folder.filter(|path| path.is_file()) {
        let said = fs::read_to_string(&path).unwrap();
        assert!(!said.contains("Stadskantoor Leiden"), "{}", path.display());
    }
    // that of October is in one
    let calendar = fs::read_to_string(site.join("kalender.ics")).unwrap();
    assert_eq!(calendar.matches("LOCATION:").count(), 1, "{calendar}");
}
