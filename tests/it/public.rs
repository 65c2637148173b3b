//! What is closed, internal or personal does not leave the house: not a word of it stands in any public file.

use std::fs;
use std::path::Path;

use super::examples::{beraad, files};
use super::faults::copy;
use beraad::cli::Status;

fn public(format: &str) -> Vec<(String, String)> {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().to_str().unwrap();
    let words =
        ["--dossier", "examples/besloten", "--vandaag", "2025-11-27", "maak", "--openbaar", "-f", format, "--naar", to];
    assert_eq!(beraad(&words), Status::Done);
    files(out.path()).into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

#[test]
fn no_closed_word_stands_in_a_public_file() {
    for format in ["md", "html"] {
        let files = public(format);
        assert!(files.len() > 2, "nothing was made");
        for (name, text) in files {
            for word in ["GEHEIM", "Voorbeeld Persoon", "@example.org", "0000000000"] {
                assert!(!text.contains(word) && !name.contains(word), "{word} in {name}:\n{text}");
            }
        }
    }
}

/// The words do stand in the files made for inside; else the test above proves nothing.
#[test]
fn every_closed_word_of_the_agenda_stands_in_a_file_for_inside() {
    let out = tempfile::tempdir().unwrap();
    let to = out.path().to_str().unwrap();
    assert_eq!(
        beraad(&["--dossier", "examples/besloten", "--vandaag", "2025-11-27", "maak", "-f", "md", "--naar", to]),
        Status::Done
    );
    let inside: String =
        files(Path::new(to)).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect();
    for number in 1..=8 {
        assert!(inside.contains(&format!("GEHEIM-{number}")), "GEHEIM-{number} is nowhere");
    }
}

/// A copy of the dossier with closed items, with one text of a file changed.
fn changed(file: &str, old: &str, new: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(Path::new("examples/besloten"), place.path());
    let path = place.path().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old} is not in {file}");
    fs::write(path, text.replacen(old, new, 1)).unwrap();
    place
}

/// Runs the program on a dossier: the exit status, and all that it said.
fn said(dossier: &Path, words: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
    command.env("NO_COLOR", "1").arg("--dossier").arg(dossier).args(["--vandaag", "2025-11-27"]).args(words);
    let output = command.output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&all).into_owned())
}

const COVENANT: &str = "convenant.toml";
const AGENDA: &str = "2025-10-02-bestuur/vergadering.toml";
const MINUTES: &str = "2025-10-02-bestuur/verslag.toml";

const OPEN: &str = "toelichting = \"Dit mag iedereen lezen.\"";

/// Places where a name or a number was printed while nobody said so, and some of their brothers.
const LEAKS: [(&str, &str, &str); 17] = [
    (COVENANT, "centrumgemeente =", "bron = \"Voorbeeld Persoon Een\"\ncentrumgemeente ="),
    (
        COVENANT,
        "naam = \"Boslaan\"\nsoort = \"gemeente\"",
        "naam = \"Boslaan\"\nsoort = \"gemeente\"\nondertekening = { gemachtigde = \"Voorbeeld Persoon Een\" }",
    ),
    (
        COVENANT,
        "naam = \"Boslaan\"\nsoort = \"gemeente\"",
        "naam = \"Boslaan\"\nsoort = \"gemeente\"\nondertekening = { zaaknummer = \"bel 071-0000000\" }",
    ),
    (COVENANT, "organisatie = \"Secretariaat\"", "organisatie = \"Secretariaat, a@example.org\""),
    (COVENANT, "naam = \"Midden\"", "naam = \"Midden van Voorbeeld Persoon Twee\""),
    (
        COVENANT,
        "naam = \"Regionaal Bestuur\"",
        "naam = \"Regionaal Bestuur\"\nbesluitenlijst = \"Lijst van Voorbeeld Persoon Een\"",
    ),
    (AGENDA, "id = \"open-punt\"", "id = \"voorbeeld-persoon-een\""),
    (
        AGENDA,
        "locatie = \"Stadhuis Voorbeeldstad\"",
        "locatie = \"Stadhuis\"\nvoorbeeld = \"Vraag het Voorbeeld Persoon Een\"",
    ),
    (AGENDA, "locatie = \"Stadhuis Voorbeeldstad\"", "locatie = \"Bij Voorbeeld Persoon Een\""),
    (MINUTES, "wat = \"Het voorstel uitvoeren.\"", "wat = \"Voorbeeld Persoon Een voert het voorstel uit.\""),
    (AGENDA, OPEN, "toelichting = '''\nVan Voorbeeld\nPersoon Een.\n'''"),
    (AGENDA, OPEN, "toelichting = \"Van Voorbeeld  Persoon\u{a0}Een.\""),
    (AGENDA, OPEN, "toelichting = \"Van *Voorbeeld* Persoon **Een**.\""),
    (AGENDA, OPEN, "toelichting = \"Van Voorbeeld Pers&#111;on Een.\""),
    (AGENDA, OPEN, "toelichting = \"Mail een&#64;example.org.\""),
    (AGENDA, OPEN, "toelichting = \"Bel 0000000000.\""),
    (AGENDA, OPEN, "toelichting = '''\nZie GEHEIM-4: een\n*besloten* punt.\n'''"),
];

#[test]
fn a_name_or_a_number_anywhere_in_public_is_a_finding_and_stops_the_public_run() {
    for (file, old, new) in LEAKS {
        let place = changed(file, old, new);
        // adopted minutes that were changed are not shown at all
        fs::remove_file(place.path().join("2025-10-02-bestuur/vaststelling.toml")).unwrap();
        if new.contains("voorbeeld-persoon") {
            let path = place.path().join(MINUTES);
            fs::write(&path, fs::read_to_string(&path).unwrap().replace("\"open-punt\"", "\"voorbeeld-persoon-een\""))
                .unwrap();
            let ledger = place.path().join("voortgang.toml");
            fs::write(&ledger, fs::read_to_string(&ledger).unwrap().replace("open-punt", "voorbeeld-persoon-een"))
                .unwrap();
            let reply = place.path().join("2025-10-02-bestuur/raadpleging/akkerbuurt.toml");
            fs::write(&reply, fs::read_to_string(&reply).unwrap().replace("open-punt", "voorbeeld-persoon-een"))
                .unwrap();
        }
        let (status, text) = said(place.path(), &["controleer", "--alleen", "openbaarheid"]);
        assert!(status == Some(1) && text.contains("openbaar"), "{new}:\n{text}");
        let out = tempfile::tempdir().unwrap();
        let (status, text) = said(place.path(), &["maak", "--openbaar", "--naar", out.path().to_str().unwrap()]);
        let everywhere = file == COVENANT;
        assert!(status == Some(1) && text.contains("Er is niets openbaar gemaakt.") == everywhere, "{new}:\n{text}");
        let folder = file.split('/').next().unwrap();
        let made = files(out.path());
        let of_leak = |name: &String| !name.starts_with('.') && (everywhere || name.starts_with(folder));
        assert!(!made.keys().any(of_leak), "{new}: {:?}", made.keys());
        let words = ["oorbeeld Persoon", "0000000", "example.org"];
        let leaked = made
            .values()
            .map(|bytes| String::from_utf8_lossy(bytes))
            .any(|text| words.iter().any(|it| text.contains(it)));
        assert!(!leaked, "{new}");
    }
}

/// A refusal says why, and which key would change it.
#[test]
fn a_refusal_tells_why_and_what_changes_it() {
    let no_draft = || changed(COVENANT, ", \"concept\"", "");
    let no_minutes = || changed(COVENANT, ", \"verslag\"", "");
    let nothing = || changed(COVENANT, "bestuur = [\"agenda\"", "# bestuur = [\"agenda\"");
    let table: [(tempfile::TempDir, &[&str], &[&str]); 6] = [
        (
            no_draft(),
            &["agenda", "2025-12-04"],
            &[
                "niet vastgelegd dat de agenda is verzonden",
                "beraad verzend agenda 2025-12-04-bestuur",
                "“concept” bij bestuur",
            ],
        ),
        (
            no_draft(),
            &["besluitenlijst", "2025-11-06"],
            &["nog niet vastgesteld", "verslag_van", "“concept” bij bestuur"],
        ),
        (no_minutes(), &["verslag", "2025-10-02"], &["niet openbaar", "“verslag” bij bestuur"]),
        (
            no_draft(),
            &["agenda", "2025-09-11"],
            &["Het Ambtelijk Overleg maakt niets openbaar", "[openbaarheid]", "ambtenaren ="],
        ),
        (no_draft(), &["acties", "--overleg", "ambtenaren"], &["Het Ambtelijk Overleg maakt niets openbaar"]),
        (nothing(), &["samenstelling"], &["geen enkel overleg iets openbaar", "[openbaarheid]"]),
    ];
    for (place, words, expected) in table {
        let (status, text) = said(place.path(), &[words, &["--openbaar"]].concat());
        assert!(status == Some(1) && expected.iter().all(|part| text.contains(part)), "{words:?}:\n{text}");
    }
}

/// Without `personen.toml` a key that may be a name is shown nowhere, inside neither.
#[test]
fn a_key_of_a_person_is_never_shown_in_place_of_a_name() {
    let place =
        changed(COVENANT, "[\"ambtenaar-voorbeeldstad\"]", "[\"jan-van-voorbeeld\", \"teamleider participatie\"]");
    fs::remove_file(place.path().join("personen.toml")).unwrap();
    for audience in [&[][..], &["--openbaar"]] {
        let (_, text) = said(place.path(), &[&["samenstelling"], audience].concat());
        assert!(!text.contains("jan-van") && text.contains("plaatsvervanger en teamleider participatie"), "{text}");
    }
}

/// A link does not make public what is not: a closed paper, a paper of a body that publishes none, a file of the dossier.
#[cfg(unix)]
#[test]
fn a_link_to_a_private_file_is_a_finding() {
    let table = [
        ("../stukken/besloten.md", "besloten-stuk-openbaar"),
        ("../raadpleging/akkerbuurt.toml", "buiten-dossier"),
        ("../../personen.toml", "buiten-dossier"),
        ("../verslag.toml", "buiten-dossier"),
        ("/etc/hostname", "buiten-dossier"),
    ];
    for (target, expected) in table {
        let place = changed(COVENANT, "bestuur = [\"agenda\"", "bestuur = [\"stukken\", \"agenda\"");
        let open = place.path().join("2025-10-02-bestuur/stukken/open.md");
        fs::remove_file(&open).unwrap();
        std::os::unix::fs::symlink(target, &open).unwrap();
        let (status, text) = said(place.path(), &["controleer"]);
        assert!(status == Some(1) && text.contains(expected), "{target}:\n{text}");
        let out = tempfile::tempdir().unwrap();
        let (status, text) = said(place.path(), &["maak", "--openbaar", "--naar", out.path().to_str().unwrap()]);
        assert_eq!(status, Some(1), "{target}:\n{text}");
        assert!(files(out.path()).keys().all(|name| !name.contains("stukken/")), "{target}");
    }
}

/// A public paper does not tell where the dossier lies.
#[test]
fn a_public_paper_in_a_folder_of_its_own_names_no_folder_of_the_dossier() {
    let place = changed(COVENANT, "bestuur = [\"agenda\"", "bestuur = [\"stukken\", \"agenda\"");
    let out = tempfile::tempdir().unwrap();
    let paper = out.path().join("a.md");
    let (status, text) = said(place.path(), &["agenda", "2025-10-02", "--openbaar", "-o", paper.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{text}");
    let text = fs::read_to_string(paper).unwrap();
    assert!(text.contains("(stukken/open.md)") && !text.contains("../"), "{text}");
}

/// A leak in one meeting keeps no other meeting from being made anew, and takes its own papers away.
#[test]
fn a_leak_in_one_meeting_leaves_nothing_that_was_closed_in_another() {
    let place = changed(COVENANT, "naam = \"Akkerbuurt\"", "naam = \"Akkerbuurt\"");
    let out = tempfile::tempdir().unwrap();
    let words = ["maak", "--openbaar", "--naar", out.path().to_str().unwrap()];
    assert_eq!(said(place.path(), &words).0, Some(0));
    for (file, old, new) in [
        (AGENDA, "Dit mag iedereen lezen.", "Bel 06-12345678."),
        ("2025-12-04-bestuur/vergadering.toml", "id = \"jaarverslag\"", "id = \"jaarverslag\"\nbesloten = true"),
    ] {
        let path = place.path().join(file);
        fs::write(&path, fs::read_to_string(&path).unwrap().replace(old, new)).unwrap();
    }
    let (status, text) = said(place.path(), &words);
    assert_eq!(status, Some(1), "{text}");
    for (name, bytes) in files(out.path()) {
        let text = String::from_utf8_lossy(&bytes);
        let holds = |word: &str| name.contains(word) || text.contains(word);
        assert!(!holds("aarverslag") && !holds("06-12345678") && !holds("2025-10-02-bestuur"), "{name}:\n{text}");
    }
}

/// What somebody else put there under one of our names stays, is named, and is linked from nowhere.
#[test]
fn a_public_index_names_no_file_that_is_not_ours() {
    let place = changed(COVENANT, "naam = \"Akkerbuurt\"", "naam = \"Akkerbuurt\"");
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("acties.md"), "GEHEIM").unwrap();
    let (status, text) = said(place.path(), &["maak", "--openbaar", "--naar", out.path().to_str().unwrap()]);
    assert!(status == Some(2) && text.contains("acties.md"), "{text}");
    assert!(!fs::read_to_string(out.path().join("index.md")).unwrap().contains("acties.md"));
}

/// A paper that was put beside an agenda after its sending is a draft: it goes nowhere until a sending names it.
#[test]
fn a_paper_that_was_not_sent_is_not_public() {
    let meeting = "2025-10-02-bestuur";
    let sendings = [
        ("agenda written down by hand", "soort = \"agenda\"", "soort = \"agenda\"", true),
        (
            "agenda without papers",
            "soort = \"agenda\"",
            "soort = \"agenda\"\n\n[[zending.punt]]\nagendapunt = \"open-punt\"\nnummer = \"2\"",
            false,
        ),
        (
            "the paper with it",
            "soort = \"agenda\"",
            "soort = \"agenda\"\n\n[[zending.stuk]]\nbestand = \"stukken/open.md\"",
            true,
        ),
        (
            "another paper with it",
            "soort = \"agenda\"",
            "soort = \"agenda\"\n\n[[zending.stuk]]\nbestand = \"stukken/ander.md\"",
            false,
        ),
    ];
    for (name, old, new, is_public) in sendings {
        for (drafts, wanted) in [("\"stukken\"", is_public), ("\"stukken\", \"concept\"", true)] {
            let place = changed(&format!("{meeting}/verzending.toml"), old, new);
            let file = place.path().join("convenant.toml");
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, text.replace("\"concept\"", drafts)).unwrap();
            // numbers are another matter
            fs::remove_file(place.path().join(meeting).join("vaststelling.toml")).unwrap();
            let to = place.path().join("uit");
            let words = ["maak", "--openbaar", "--naar", to.to_str().unwrap()];
            let (status, said) = said(place.path(), &words);
            assert_eq!(status, Some(0), "{name}: {said}");
            let there = files(&to).into_keys().any(|path| path.ends_with("stukken/open.md"));
            assert_eq!(there, wanted, "{name} {drafts}");
        }
    }
}
