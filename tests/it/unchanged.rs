//! A run of which nothing changed makes nothing again, and says what it would say; a run of which anything changed is done.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use beraad::dossier::load;
use beraad::render::Format;
use beraad::work::Caller;
use beraad::work::make::{Request, Way, left, mark};

use super::examples::files;
use super::faults::copy;

const DAY: &str = "2025-11-27";
const LIST: &str = "u/.beraad-uitvoer.txt";

/// A dossier in `d`, of which all was made in `u`.
struct Place(tempfile::TempDir);

impl Place {
    fn made() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        copy(Path::new("examples/besloten"), &place.0.path().join("d"));
        place.change("maak d/templates/besluitenlijst.md {% extends \"ingebouwd/besluitenlijst.md\" %}");
        place.change("maak d/2025-10-02-bestuur/stukken/bijlage.pdf %PDF");
        place.run(&[]);
        place
    }

    /// Gives the exit status and what was said.
    fn run(&self, words: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beraad"));
        command.env("NO_COLOR", "1").current_dir(self.0.path()).args(["--dossier", "d", "--vandaag", DAY, "maak"]);
        let output = command.args(["--naar", "u"]).args(words).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// Whether a run would make nothing.
    fn is_left(&self, day: &str, meetings: &[String], formats: &[Format], (public, way): (bool, Way)) -> bool {
        let (folder, to) = (load::load(&self.0.path().join("d")).unwrap(), self.0.path().join("u"));
        let ask = Request { meetings, formats, to: &to, public, site: false, way, from: None };
        let caller = Caller { holder: "de test", waits: &|_| {}, progress: &|_, _| {} };
        let mark = mark(&folder, day.parse().unwrap(), &ask);
        mark.is_some_and(|mark| left(&mark, &ask, &caller).unwrap().is_some())
    }

    fn is_as_left(&self) -> bool {
        self.is_left(DAY, &[], &[Format::Markdown, Format::Html], (false, Way::Write))
    }

    /// Does what a line says: a verb, a path, a text.
    fn change(&self, line: &str) {
        let mut words = line.splitn(3, ' ');
        let (verb, path, text) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap_or_default());
        let place = self.0.path().join(path);
        let was = fs::read(&place).unwrap_or_default();
        match verb {
            "weg" if place.is_dir() => fs::remove_dir_all(&place).unwrap(),
            "weg" => fs::remove_file(&place).unwrap(),
            "maak" => {
                fs::create_dir_all(place.parent().unwrap()).unwrap();
                fs::write(&place, text).unwrap();
            }
            "bij" => fs::write(&place, [&was, text.as_bytes(), b"\n"].concat()).unwrap(),
            "leeg" => fs::write(&place, "").unwrap(),
            "opnieuw" => {
                fs::remove_file(&place).unwrap();
                fs::write(&place, was).unwrap();
            }
            "naar" => fs::rename(&place, self.0.path().join(text)).unwrap(),
            #[cfg(unix)]
            "koppel" => {
                fs::rename(&place, self.0.path().join("elders")).unwrap();
                std::os::unix::fs::symlink(self.0.path().join("elders"), &place).unwrap();
            }
            _ => panic!("{line}"),
        }
    }
}

/// After each of these a run has to be done.
const CHANGED: &str = "
bij d/convenant.toml # iets
bij d/templates/besluitenlijst.md iets
bij d/2025-10-02-bestuur/stukken/bijlage.pdf iets
leeg d/2025-10-02-bestuur/stukken/bijlage.pdf
weg d/templates/besluitenlijst.md
maak d/templates/agenda.md {% extends \"ingebouwd/agenda.md\" %}
maak d/logo.png iets
maak d/2025-10-02-bestuur/stukken/nog-een.pdf iets
maak d/Convenant.toml.txt iets
maak d/2026-01-08-nieuw/vergadering.toml iets
naar d/2025-10-02-bestuur d/2025-10-03-bestuur
leeg u/index.html
bij u/index.md iets
weg u/acties.md
weg u/2025-10-02-bestuur
weg u/.beraad-uitvoer.txt
leeg u/.beraad-uitvoer.txt
bij u/.beraad-uitvoer.txt intern gemaakt - index.md
maak u/.beraad-kopie iets
maak u/2025-10-02-bestuur/nog-een.md <!-- beraad sha256:0 -->
maak u/openbaar.html <!-- beraad openbaar sha256:0 -->
maak .beraad-uitvoer.txt openbaar gemaakt - index.md
";

/// After each of these nothing has to be made.
const SAME: &str = "
opnieuw u/index.html
opnieuw d/convenant.toml
maak u/aantekening.txt iets
maak u/eigen/brief.md iets
maak d/eigen/brief.md iets
";

#[test]
fn what_changed_is_made_and_what_did_not_is_not() {
    for (lines, is_left) in [(CHANGED, false), (SAME, true)] {
        for line in lines.trim().lines() {
            let place = Place::made();
            assert!(place.is_as_left(), "before {line}");
            place.change(line);
            assert_eq!(place.is_as_left(), is_left, "{line}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_not_what_was_made() {
    for line in ["koppel u/index.html", "koppel u/2025-10-02-bestuur", "koppel u/.beraad-uitvoer.txt"] {
        let place = Place::made();
        place.change(line);
        assert!(!place.is_as_left(), "{line}");
    }
}

#[test]
fn every_file_counts_that_a_run_reads_or_wrote() {
    let place = Place::made();
    for folder in ["d", "u"] {
        for (path, bytes) in files(&place.0.path().join(folder)) {
            let path = place.0.path().join(folder).join(&path);
            // what nobody reads
            let is_toml = path.extension().is_some_and(|extension| extension == "toml");
            if path.parent().unwrap().ends_with("d") && !is_toml {
                continue;
            }
            fs::write(&path, [bytes.as_slice(), b"#\n"].concat()).unwrap();
            assert!(!place.is_as_left(), "{}", path.display());
            fs::write(&path, &bytes).unwrap();
        }
    }
    assert!(place.is_as_left());
}

#[test]
fn every_line_of_the_list_counts() {
    let place = Place::made();
    let whole = fs::read_to_string(place.0.path().join(LIST)).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    assert!(lines.iter().any(|line| line.starts_with("# Niet gemaakt: ")), "{whole}");
    for at in 0..lines.len() {
        let without: Vec<&str> =
            lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| *line).collect();
        let other: Vec<String> = lines
            .iter()
            .enumerate()
            .map(|(line, text)| if line == at { format!("{text}x") } else { (*text).into() })
            .collect();
        for changed in [without.join("\n") + "\n", other.join("\n") + "\n"] {
            fs::write(place.0.path().join(LIST), changed).unwrap();
            assert!(!place.is_as_left(), "line {at}: {}", lines[at]);
        }
    }
    fs::write(place.0.path().join(LIST), &whole).unwrap();
    assert!(place.is_as_left());
}

#[test]
fn the_day_and_all_that_is_asked_count() {
    let place = Place::made();
    let (both, one) = ([Format::Markdown, Format::Html], ["2025-10-02".to_owned()]);
    assert!(!place.is_left("2025-11-28", &[], &both, (false, Way::Write)));
    assert!(!place.is_left(DAY, &one, &both, (false, Way::Write)));
    assert!(!place.is_left(DAY, &[], &[Format::Html], (false, Way::Write)));
    assert!(!place.is_left(DAY, &[], &both, (false, Way::Overwrite)));
    assert!(!place.is_left(DAY, &[], &both, (true, Way::Write)));
    assert!(place.is_as_left());
}

#[test]
fn the_same_is_said_and_stands_there_as_when_all_was_made() {
    let place = Place::made();
    let there = files(&place.0.path().join("u"));
    let short = place.run(&[]);
    assert!(short.1.starts_with("0 bestanden geschreven in u. Al goed: "), "{}", short.1);
    assert!(short.1.contains("Niet gemaakt:\n"), "{}", short.1);
    assert_eq!(files(&place.0.path().join("u")), there);
    let list = fs::read_to_string(place.0.path().join(LIST)).unwrap();
    let cut = list.find("# Gemaakt van ").unwrap();
    fs::write(place.0.path().join(LIST), &list[..cut]).unwrap();
    assert!(!place.is_as_left());
    assert_eq!(place.run(&[]), short);
    assert_eq!(files(&place.0.path().join("u")), there);
}

#[test]
fn of_some_meetings_among_others_only_these_are_told() {
    let (place, both) = (Place::made(), [Format::Markdown, Format::Html]);
    let whole = place.run(&[]);
    let made = place.run(&["2025-10-02"]);
    assert!(place.is_left(DAY, &["2025-10-02".to_owned()], &both, (false, Way::Write)) && !place.is_as_left());
    let again = place.run(&["2025-10-02"]);
    assert!(again.1.starts_with("0 bestanden geschreven") && again.1 != whole.1, "{}", again.1);
    assert_eq!(again.1.lines().skip(1).collect::<Vec<_>>(), made.1.lines().skip(1).collect::<Vec<_>>());
    place.run(&[]);
    assert_eq!(place.run(&[]), whole);
}

#[test]
fn what_cannot_be_said_again_is_looked_at_again() {
    // edited by hand; errors; what everybody may see
    let place = Place::made();
    place.change("bij u/index.md iets");
    assert!(place.run(&[]).1.contains("index.md"));
    assert!(!place.is_as_left());
    let place = Place::made();
    place.change("bij d/2025-10-02-bestuur/vergadering.toml zomaar = 1");
    assert_eq!(place.run(&[]).0, Some(1));
    assert!(!place.is_as_left());
    let place = Place::made();
    fs::remove_dir_all(place.0.path().join("u")).unwrap();
    place.run(&["--openbaar"]);
    let list = fs::read_to_string(place.0.path().join(LIST)).unwrap();
    assert!(list.lines().last().unwrap().starts_with("# Einde. Regels"), "{list}");
    let said: BTreeMap<String, Vec<u8>> = files(&place.0.path().join("u"));
    place.run(&["--openbaar"]);
    assert_eq!(files(&place.0.path().join("u")), said);
}
