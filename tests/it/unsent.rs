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

    /// Somebody works as a civil servant.
    fn employ(&self, id: &str, name: &str) {
        let file = self.path("d/personen.toml");
        let person = format!("\n[persoon.{id}]\nnaam = \"{name}\"\nfunctie = \"adviseur\"\npartij = \"akkerbuurt\"\n");
        fs::write(&file, fs::read_to_string(&file).unwrap() + &person).unwrap();
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

const CHANGED: &str = "De nieuwe tekst is nog niet verzonden";

#[test]
fn what_was_changed_after_its_sending_is_not_public() {
    for (what, old, new, is_seen) in CHANGES {
        let dossier = Dossier::sent();
        assert_eq!(dossier.public().0, 0, "{what}");
        dossier.change(&format!("d/{MEETING}/vergadering.toml"), old, new);
        let (status, said) = dossier.public();
        assert_eq!(status, 0, "{what}: {said}");
        assert_eq!(said.contains("beraad verzend nazending"), is_seen, "{what}: {said}");
        let made = dossier.made();
        assert!(!made.contains("ANDER") && made.contains(CHANGED) == is_seen, "{what}");
        assert!(made.contains("Sluiting"), "{what}: other items are there");
        let (status, one) = dossier.run("agenda --openbaar");
        assert!(status == 0 && !one.contains("ANDER") && one.contains(CHANGED) == is_seen, "{what}: {one}");
        assert!(!dossier.run("agenda").1.contains(CHANGED), "{what}");
        if is_seen {
            assert_eq!(dossier.run("verzend nazending").0, 0, "{what}");
            assert_eq!(dossier.public().0, 0, "{what}");
            assert!(what == "the treatment" || dossier.made().contains("ANDER"), "{what}");
        }
    }
}

/// Nothing that was changed goes by another way, and nothing true is held up by it.
#[test]
fn whatever_else_was_done_what_was_changed_is_not_public() {
    let (_, old, new, _) = CHANGES[0];
    let meeting = format!("d/{MEETING}/vergadering.toml");
    let withdrawn = "vervallen = { datum = 2025-09-20, reden = \"Ziekte.\" }";
    let (item, place) = ("duur = 25", "locatie = \"Stadhuis Voorbeeldstad\"");
    for (what, file, from, to, also) in [
        ("the item withdrawn", meeting.as_str(), item, &format!("{item}\n{withdrawn}"), CHANGED),
        ("the meeting cancelled", meeting.as_str(), place, &format!("{withdrawn}\n{place}"), "Ziekte."),
    ] {
        let dossier = Dossier::sent();
        dossier.change(&meeting, old, new);
        dossier.change(file, from, to);
        let (status, said) = dossier.public();
        let made = dossier.made();
        assert!(status == 0 && !made.contains("ANDER") && made.contains(also), "{what}: {said}");
    }
    // only what is withdrawn, told
    let dossier = Dossier::sent();
    dossier.change(&meeting, item, &format!("{item}\n{withdrawn}"));
    assert_eq!(dossier.public().0, 0);
    assert!(dossier.made().contains("Ziekte.") && !dossier.made().contains(CHANGED));
    // a first sending that was written down by hand says nothing, a later one does
    let dossier = Dossier::sent();
    fs::write(
        dossier.path(&format!("d/{MEETING}/verzending.toml")),
        "[[zending]]\ndatum = 2025-09-18\nsoort = \"agenda\"\n",
    )
    .unwrap();
    assert_eq!(dossier.run("verzend nazending").0, 0);
    dossier.change(&meeting, old, new);
    assert_eq!(dossier.public().0, 0);
    assert!(!dossier.made().contains("ANDER"));
    // drafts may be seen
    let dossier = Dossier::sent();
    dossier.change(&meeting, old, new);
    dossier.change("d/convenant.toml", "\"agenda\", ", "\"agenda\", \"concept\", ");
    assert_eq!(dossier.public().0, 0);
    assert!(dossier.made().contains("ANDER"));
}

/// What may not be seen any more goes, whatever stands in the way of making the rest; where nobody can know, it is said.
#[test]
fn what_has_to_go_goes_whatever_stands_in_the_way() {
    type Change = fn(&Dossier);
    let meeting = format!("d/{MEETING}/vergadering.toml");
    let obstacles: [(&str, Change); 4] = [
        ("nothing", |_| {}),
        ("another item changed", |it| {
            it.change(&format!("d/{MEETING}/vergadering.toml"), "titel = \"Sluiting\"", "titel = \"Slot\"");
        }),
        ("a fault in the meeting", |it| it.change(&format!("d/{MEETING}/vergadering.toml"), "duur = 5", "duuur = 5")),
        ("a template that is broken", |it| {
            fs::create_dir_all(it.path("d/templates")).unwrap();
            fs::write(it.path("d/templates/agenda.md"), "{% if %}").unwrap();
        }),
    ];
    let reasons: [(&str, Change); 4] = [
        ("closed", |it| {
            it.change(
                &format!("d/{MEETING}/vergadering.toml"),
                "id = \"open-punt\"",
                "id = \"open-punt\"\nbesloten = true",
            );
        }),
        ("a civil servant", |it| it.employ("piet", "Punt Openbaar")),
        ("nothing is public", |it| it.change("d/convenant.toml", "bestuur = [\"agenda\"", "#bestuur = [\"agenda\"")),
        ("everywhere", |it| it.employ("jan", "Voorbeeldstad en omgeving")),
    ];
    for (obstacle, hinder) in obstacles {
        for (reason, close) in reasons {
            let dossier = Dossier::sent();
            dossier.change(&meeting, "titel = \"Een open punt\"", "titel = \"Een Punt Openbaar\"");
            assert_eq!(dossier.run("verzend nazending").0, 0);
            assert_eq!(dossier.public().0, 0);
            assert!(dossier.made().contains("Punt Openbaar"));
            hinder(&dossier);
            close(&dossier);
            let (status, said) = dossier.public();
            let gone = !dossier.made().contains("Punt Openbaar");
            let told = said.contains("Let op: ") && status == 1;
            assert!(gone || told, "{obstacle}, {reason}: {status} {said}");
            let is_unknown = obstacle == "a template that is broken" || obstacle == "a fault in the meeting";
            let has_to_go = !is_unknown || matches!(reason, "nothing is public" | "everywhere");
            assert!(gone || !has_to_go, "{obstacle}, {reason}: {status} {said}");
            if obstacle == "a fault in the meeting" {
                assert!(said.contains("duuur"), "{reason}: {said}");
            }
        }
    }
}
