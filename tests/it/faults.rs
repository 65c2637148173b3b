//! Every fault in a file is found, at its place, in Dutch, with a way to mend it.
//!
//! A case `tests/fouten/gevallen/<name>.geval` holds the files that differ from `tests/fouten/basis`, each after a line
//! `--- <path>`. What the tool says stands beside it in `<name>.uit`; `SNAPSHOTS=overwrite` writes it anew.

use std::fs;
use std::path::{Path, PathBuf};

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::show;

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The base dossier with other files laid over it.
pub fn dossier(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("tests/fouten/basis"), folder.path());
    for (path, bytes) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    folder
}

pub fn said(folder: &Path) -> String {
    let dossier = load(folder).unwrap();
    let resolved = resolve(&dossier);
    show::text(&resolved.findings, &dossier.sources, "", false)
}

fn parse(case: &str) -> Vec<(&str, &[u8])> {
    case.split("--- ")
        .skip(1)
        .map(|file| file.split_once('\n').map(|(path, text)| (path, text.as_bytes())).unwrap())
        .collect()
}

#[test]
fn every_case_gives_the_findings_beside_it() {
    let mut cases: Vec<PathBuf> =
        fs::read_dir("tests/fouten/gevallen").unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "geval"));
    cases.sort();
    assert!(cases.len() > 50, "the cases are gone");
    for case in cases {
        let text = fs::read_to_string(&case).unwrap();
        let folder = dossier(&parse(&text));
        snapbox::assert_data_eq!(
            said(folder.path()),
            snapbox::Data::read_from(&case.with_extension("uit"), None).raw()
        );
    }
}

#[test]
fn bytes_of_every_kind_give_findings_and_never_a_crash() {
    let meeting = "2025-10-09-beraad/vergadering.toml";
    let good = fs::read_to_string(format!("tests/fouten/basis/{meeting}")).unwrap();
    let utf16: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("BOM", [b"\xef\xbb\xbf", good.as_bytes()].concat(), "Geen bevindingen."),
        ("CRLF", good.replace('\n', "\r\n").into_bytes(), "Geen bevindingen."),
        ("old Mac", good.replace('\n', "\r").into_bytes(), "Geen bevindingen."),
        ("UTF-16", [b"\xff\xfe", utf16.as_slice()].concat(), "geen-utf-8"),
        (
            "Windows-1252",
            good.replace("Opening", "Caf\u{0}").into_bytes().iter().map(|b| if *b == 0 { 0xe9 } else { *b }).collect(),
            "geen-utf-8",
        ),
        ("NUL", good.replace("Opening", "\0").into_bytes(), "geen-toml"),
        ("huge", vec![b'#'; 9 * 1024 * 1024], "te-groot-bestand"),
        ("deep", format!("x = {}", "[".repeat(100_000)).into_bytes(), "geen-toml"),
    ];
    for (name, bytes, expected) in cases {
        let folder = dossier(&[(meeting, &bytes)]);
        let said = said(folder.path());
        assert!(said.contains(expected), "{name}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_dossier_is_refused() {
    let folder = dossier(&[]);
    let paper = folder.path().join("2025-10-09-beraad/stukken/plan.md");
    fs::remove_file(&paper).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &paper).unwrap();
    assert!(said(folder.path()).contains("buiten-dossier"));
}

/// Its text would stand in the findings.
#[cfg(unix)]
#[test]
fn a_text_that_is_a_link_out_of_the_dossier_is_refused() {
    let folder = dossier(&[]);
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("personen.toml")).unwrap();
    assert!(said(folder.path()).contains("buiten-dossier"));
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let folder = dossier(&[]);
    let pipe = folder.path().join("personen.toml");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(said(folder.path()).contains("geen gewoon bestand"));
}

#[test]
fn a_logo_must_be_small_enough_to_stand_in_every_page() {
    let covenant =
        fs::read_to_string("tests/fouten/basis/convenant.toml").unwrap() + "\n[huisstijl]\nlogo = \"logo.png\"\n";
    let large = vec![0; 100 * 1024 + 1];
    let folder = dossier(&[("convenant.toml", covenant.as_bytes()), ("logo.png", &large)]);
    assert!(said(folder.path()).contains("te-groot"));
    fs::write(folder.path().join("logo.png"), &large[1..]).unwrap();
    let region = resolve(&load(folder.path()).unwrap()).region;
    assert_eq!(region.style.logo.unwrap().bytes.len(), 100 * 1024);
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_a_finding() {
    let folder = dossier(&[]);
    std::os::unix::fs::symlink("nowhere", folder.path().join("personen.toml")).unwrap();
    assert!(said(folder.path()).contains("niet-te-lezen"));
}

type Spoil<'a> = &'a dyn Fn(&Path);

/// A meeting, an answer or a template that cannot be read is told of, and `maak` does not end as if all were well.
#[cfg(unix)]
#[test]
fn nothing_that_cannot_be_read_is_left_out_silently() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink};
    let strange = |folder: &Path| folder.join(std::ffi::OsStr::from_bytes(b"2025-11-\xff"));
    let meeting = "2025-10-09-beraad";
    let dangling = |place: PathBuf| {
        drop(fs::remove_file(&place));
        drop(fs::remove_dir_all(&place));
        symlink("nergens", place).unwrap();
    };

    let table: [(&str, Spoil<'_>); 16] = [
        ("ontbreekt vergadering.toml", &|root| fs::remove_file(root.join(meeting).join("vergadering.toml")).unwrap()),
        ("ontbreekt vergadering.toml", &|root| fs::create_dir_all(root.join("2025-11-01-leeg")).unwrap()),
        ("ontbreekt vergadering.toml", &|root| fs::create_dir_all(root.join("2025-11-01-x/stukken/y")).unwrap()),
        ("ontbreekt vergadering.toml", &|root| {
            fs::create_dir(root.join("2025-11-01-x")).unwrap();
            fs::write(root.join("2025-11-01-x/Vergadering.toml"), "").unwrap();
        }),
        ("niet-te-lezen", &|root| dangling(root.join(meeting).join("vergadering.toml"))),
        ("geen gewoon bestand", &|root| {
            fs::remove_file(root.join(meeting).join("vergadering.toml")).unwrap();
            fs::create_dir(root.join(meeting).join("vergadering.toml")).unwrap();
        }),
        ("geen gewoon bestand", &|root| {
            fs::create_dir(root.join("beraad-zonder-datum")).unwrap();
            fs::create_dir(root.join("beraad-zonder-datum/vergadering.toml")).unwrap();
        }),
        ("wijst naar niets", &|root| dangling(root.join("2025-11-01-weg"))),
        ("geen leesbare tekst", &|root| fs::create_dir(strange(root)).unwrap()),
        ("geen map met antwoorden", &|root| fs::write(root.join(meeting).join("raadpleging"), "").unwrap()),
        ("geen map met antwoorden", &|root| dangling(root.join(meeting).join("raadpleging"))),
        ("niet-te-lezen", &|root| {
            fs::create_dir(root.join(meeting).join("raadpleging")).unwrap();
            dangling(root.join(meeting).join("raadpleging/gemeente-a.toml"));
        }),
        ("geen leesbare tekst", &|root| {
            fs::create_dir(root.join(meeting).join("raadpleging")).unwrap();
            fs::write(strange(&root.join(meeting).join("raadpleging")), "").unwrap();
        }),
        ("niet-te-lezen", &|root| {
            fs::create_dir(root.join("templates")).unwrap();
            dangling(root.join("templates/agenda.md"));
        }),
        ("niet-te-lezen", &|root| dangling(root.join("voortgang.toml"))),
        ("geen gewoon bestand", &|root| fs::create_dir(root.join("personen.toml")).unwrap()),
    ];
    for (number, (expected, spoil)) in table.iter().enumerate() {
        let folder = dossier(&[]);
        spoil(folder.path());
        let said = said(folder.path());
        assert!(said.contains(expected) && !said.contains("os error"), "{number} {expected}: {said}");
        let out = tempfile::tempdir().unwrap();
        let (root, naar) = (folder.path().to_str().unwrap(), out.path().to_str().unwrap());
        let status = super::examples::beraad(&["--dossier", root, "--vandaag", "2025-09-01", "maak", "--naar", naar]);
        assert_eq!(status, beraad::cli::Status::Findings, "{number} {expected}");
    }
}

/// What is not read where answers or meetings could stand is named.
#[test]
fn a_name_that_is_almost_ours_is_told() {
    for (path, expected) in [
        ("2025-10-09-beraad/VERSLAG.TOML", "bedoelde u verslag.toml?"),
        ("2025-10-09-beraad/Raadpleging/x.toml", "hoort niet bij een dossier"),
        ("2025-10-09-beraad/raadpleging/gemeente-a.toml.txt", "hoort niet bij een dossier"),
        ("2025-10-09-beraad/raadpleging/map/gemeente-a.toml", "hoort niet bij een dossier"),
        ("Personen.TOML", "bedoelde u personen.toml?"),
    ] {
        let folder = dossier(&[(path, b"")]);
        let said = said(folder.path());
        assert!(said.contains(expected) && said.contains("onbekend-bestand"), "{path}: {said}");
    }
}

/// Faults that a case of text files cannot show; the tests around this one and those of templates do.
const ELSEWHERE: [&str; 6] = [
    "geen-utf-8",
    "niet-te-lezen",
    "sjabloon-klopt-niet",
    "sjabloon-zonder-rol",
    "te-groot-bestand",
    "tekst-zou-lekken",
];

#[test]
fn every_fault_of_the_family_is_shown_by_a_case() {
    let mut shown = String::new();
    for entry in fs::read_dir("tests/fouten/gevallen").unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "uit") {
            shown += &fs::read_to_string(entry.path()).unwrap();
        }
    }
    let names = beraad::dossier::faults::FAULTS.iter().map(|fault| fault.name);
    let mut missing: Vec<&str> = names.filter(|name| !shown.contains(&format!("[{name}]"))).collect();
    missing.sort_unstable();
    assert_eq!(missing, ELSEWHERE);
}

/// A Mac writes é as two characters, an editor as one.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_is_one_in_both_ways_of_writing_a_letter() {
    let meeting = fs::read_to_string("tests/fouten/basis/2025-10-09-beraad/vergadering.toml").unwrap();
    for (on_disk, written) in [("u\u{308}ber.md", "\u{fc}ber.md"), ("\u{fc}ber.md", "u\u{308}ber.md")] {
        let paper = format!("2025-10-09-beraad/stukken/{on_disk}");
        let meeting = meeting.replace("stukken/plan.md", &format!("stukken/{written}"));
        let said = said(dossier(&[(&paper, b"x"), ("2025-10-09-beraad/vergadering.toml", meeting.as_bytes())]).path());
        assert_eq!(said.trim(), "Geen bevindingen.");
    }
}

/// Windows puts `.txt` behind a name and does not show it.
#[test]
fn a_name_with_a_hidden_ending_is_seen() {
    let meeting = "2025-10-09-beraad";
    let reply = format!("{meeting}/raadpleging/leiden.toml.txt");
    for path in ["convenant.toml.txt", "Personen.toml.TXT", &format!("{meeting}/verslag.toml.txt"), &reply] {
        let said = said(dossier(&[(path, b"x")]).path());
        assert!(said.contains("onbekend-bestand") && said.contains("Bestandsnaamextensies"), "{path}: {said}");
    }
    let folder = tempfile::tempdir().unwrap();
    for name in ["convenant.toml.txt", "Convenant.toml", "convenant.toml.docx"] {
        let place = folder.path().join(name);
        fs::write(&place, "").unwrap();
        assert_eq!(beraad::dossier::load::almost_dossier(folder.path()).as_deref(), Some(name));
        fs::remove_file(place).unwrap();
    }
    assert_eq!(beraad::dossier::load::almost_dossier(folder.path()), None);
}
