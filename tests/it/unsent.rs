//! What was sent and says something else now is shown to nobody outside until it was sent again.

use std::fs;
use std::path::{Path, PathBuf};

use super::examples::files;
use super::faults::copy;

const MEETING: &str = "2025-10-02-bestuur";

/// The dossier with closed items, of which one agenda was sent by the program, before its meeting.
struct Dossier(tempfile::TempDir);

impl Dossier {
    fn sent() -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(Path::new("examples/besloten"), &place.path().join("d"));
        let dossier = Self(place);
        let later = ["vaststelling.toml", "verslag.toml", "verzending.toml"].map(|file| format!("d/{MEETING}/{file}"));
        for file in later.iter().map(String::as_str).chain(["d/voortgang.toml"]) {
            fs::remove_file(dossier.path(file)).unwrap();
        }
        dossier.change("d/convenant.toml", ", \"concept\"", ", \"stukken\"");
        let (status, said) = dossier.run("verzend agenda");
        assert_eq!(status, 0, "{said}");
        dossier
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn change(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(old), "{old} is not in {file}");
        fs::write(self.path(file), text.replacen(old, new, 1)).unwrap();
    }

    /// Runs a command on the meeting, ten days before it: the status, and all that was said.
    fn run(&self, words: &str) -> (i32, String) {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
        command.env("NO_COLOR", "1").current_dir(self.0.path()).args(["--dossier", "d", "--vandaag", "2025-09-22"]);
        let output = command.args(words.split(' ')).arg(MEETING).output().unwrap();
        let all = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8_lossy(&all).into_owned())
    }

    fn public(&self) -> (i32, String) {
        self.run("maak --openbaar --naar uit")
    }

    /// Everything that was made.
    fn made(&self) -> String {
        files(&self.path("uit")).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }
}

/// What is changed, into what, and whether everybody would see it.
const CHANGES: [(&str, &str, &str, bool); 8] = [
    ("the title", "titel = \"Een open punt\"", "titel = \"Een ANDER punt\"", true),
    ("the decision", "met het open voorstel.", "met het ANDERE voorstel.", true),
    ("a decision more", "voorstel.\"]", "voorstel.\", \"Te kiezen voor ANDERS.\"]", true),
    ("the explanation", "Dit mag iedereen lezen.", "Dit mag iedereen ANDERS lezen.", true),
    ("the title of a paper", "titel = \"Een open stuk\"", "titel = \"Een ANDER stuk\"", true),
    (
        "the treatment",
        "behandeling = \"ter instemming\"\nindiener = \"voorbeeldstad\"",
        "behandeling = \"ter bespreking\"\nindiener = \"voorbeeldstad\"",
        true,
    ),
    ("a closed title", "GEHEIM-4: een besloten punt", "GEHEIM-4: een ANDER punt", false),
    ("a closed decision", "In te stemmen met GEHEIM-5.", "In te stemmen met ANDERS.", false),
];

#[test]
fn what_was_changed_after_its_sending_is_not_public() {
    for (what, old, new, is_seen) in CHANGES {
        let dossier = Dossier::sent();
        assert_eq!(dossier.public().0, 0, "{what}");
        let before = dossier.made();
        dossier.change(&format!("d/{MEETING}/vergadering.toml"), old, new);
        let (status, said) = dossier.public();
        assert_eq!(status, i32::from(is_seen), "{what}: {said}");
        assert_eq!(said.contains("beraad verzend nazending"), is_seen, "{what}: {said}");
        assert!(!dossier.made().contains("ANDER"), "{what}");
        assert_eq!(dossier.run("agenda --openbaar").0, i32::from(is_seen), "{what}");
        assert_eq!(dossier.run("agenda").0, 0, "{what}");
        if !is_seen {
            continue;
        }
        // what stood there stays, save the index
        let made = files(&dossier.path("uit").join(MEETING));
        assert!(
            !made.is_empty() && made.into_values().all(|text| before.contains(&*String::from_utf8_lossy(&text))),
            "{what}"
        );
        assert_eq!(dossier.run("verzend nazending").0, 0, "{what}");
        assert_eq!(dossier.public().0, 0, "{what}");
        assert!(what == "the treatment" || dossier.made().contains("ANDER"), "{what}");
    }
}

#[test]
fn what_may_be_seen_before_it_is_sent_may_be_changed_too() {
    let (_, old, new, _) = CHANGES[0];
    let silenced =
        "\n\n[[uitzondering]]\nregel = \"veranderd-na-verzending\"\nreden = \"Een typefout, aan allen gemeld.\"";
    let meeting = format!("d/{MEETING}/vergadering.toml");
    for (what, file, from, to) in [
        ("drafts are public", "d/convenant.toml", "\"agenda\", ", "\"agenda\", \"concept\", "),
        (
            "an exception",
            meeting.as_str(),
            "locatie = \"Stadhuis Voorbeeldstad\"",
            &format!("locatie = \"Stadhuis Voorbeeldstad\"{silenced}"),
        ),
    ] {
        let dossier = Dossier::sent();
        dossier.change(&meeting, old, new);
        assert_eq!(dossier.public().0, 1, "{what}");
        dossier.change(file, from, to);
        let (status, said) = dossier.public();
        assert_eq!(status, 0, "{what}: {said}");
        assert!(dossier.made().contains("ANDER"), "{what}");
    }
}
