//! Does every dossier give exactly its documents? Byte for byte at a fixed day, with nothing left over, twice.
//!
//! What is expected stands in `tests/verwacht/<dossier>[-openbaar]`: Markdown of all, HTML of the smallest.
//! `SNAPSHOTS=overwrite` writes it anew.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use beraad::cli::{Status, run};

const TODAY: &str = "2025-11-27";

/// Every dossier of the repository: its name and its folder.
pub fn dossiers() -> Vec<(String, PathBuf)> {
    let mut all = vec![("agendas".to_owned(), PathBuf::from("agendas"))];
    for entry in fs::read_dir("examples").unwrap().map(Result::unwrap) {
        all.push((entry.file_name().into_string().unwrap(), entry.path()));
    }
    all.sort();
    all
}

/// Runs the program in this process.
pub fn beraad(words: &[&str]) -> Status {
    run(std::iter::once("beraad").chain(words.iter().copied()).map(OsString::from)).unwrap()
}

fn make(dossier: &Path, to: &Path, extra: &[&str]) {
    let words = ["--dossier", dossier.to_str().unwrap(), "--vandaag", TODAY, "maak", "--naar", to.to_str().unwrap()];
    assert_eq!(beraad(&[&words, extra].concat()), Status::Done);
}

/// The files below a folder, by relative path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(place) = open.pop() {
        for entry in fs::read_dir(place).into_iter().flatten().map(Result::unwrap) {
            if entry.path().is_dir() {
                open.push(entry.path());
            } else {
                let relative = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(relative, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

#[test]
fn every_dossier_gives_its_documents_and_no_others() {
    for (name, folder) in dossiers() {
        for (suffix, public) in [("", &[][..]), ("-openbaar", &["--openbaar"][..])] {
            let kept: &[&str] = if name == "minimaal" { &[] } else { &["-f", "md"] };
            let out = tempfile::tempdir().unwrap();
            make(&folder, out.path(), &[public, kept].concat());
            let expected = PathBuf::from(format!("tests/verwacht/{name}{suffix}"));
            compare(&files(out.path()), &expected);
        }
    }
}

fn compare(made: &BTreeMap<String, Vec<u8>>, folder: &Path) {
    let is_document = |name: &str| !name.contains("/stukken/") && !name.starts_with('.');
    let made: BTreeMap<_, _> = made.iter().filter(|(name, _)| is_document(name)).collect();
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        drop(fs::remove_dir_all(folder));
        for (name, bytes) in &made {
            let place = folder.join(name);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, compared(bytes)).unwrap();
        }
    }
    let expected = files(folder);
    let names = |files: Vec<&String>| files.into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(made.keys().copied().collect()),
        names(expected.keys().collect()),
        "the documents of {}",
        folder.display()
    );
    for (name, bytes) in made {
        snapbox::assert_data_eq!(compared(bytes), snapbox::Data::text(compared(&expected[name])).raw());
    }
}

/// What is compared of a document: not its style, nor the marks that change with it. Those are tried in the browser, and
/// where files are written.
fn compared(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n", "\n");
    let Some((before, rest)) = text.split_once("<style>") else { return text };
    let (_, after) = rest.split_once("</style>").unwrap();
    without_marks(&format!("{before}<style></style>{after}"))
}

/// A page without the hashes of its styles and without the mark by which it is known again.
fn without_marks(page: &str) -> String {
    let mut parts = page.split("sha256");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_mark = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | ':' | '-');
        out.extend(["sha256", part.trim_start_matches(is_mark)]);
    }
    out
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (_, folder) in dossiers() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        make(&folder, one.path(), &[]);
        make(&folder, two.path(), &[]);
        assert!(files(one.path()) == files(two.path()), "{}", folder.display());
    }
}

/// A checkout on Windows, or a file saved by Kladblok, is the same dossier.
#[test]
fn line_ends_and_marks_of_files_change_no_document() {
    for (name, folder) in dossiers() {
        let (dossier, one, two) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (path, bytes) in files(&folder) {
            let place = dossier.path().join(&path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            // papers are copied as they are, also with a mark
            let mark = if path.ends_with(".md") { "" } else { "\u{feff}" };
            let other = |text: &str| format!("{mark}{}", text.replace('\n', "\r\n")).into_bytes();
            let other = std::str::from_utf8(&bytes).map_or_else(|_| bytes.clone(), other);
            fs::write(place, other).unwrap();
        }
        make(&folder, one.path(), &[]);
        make(dossier.path(), two.path(), &[]);
        let documents = |folder: &Path| {
            let mut all = files(folder);
            all.retain(|path, _| !path.contains("/stukken/") && !path.starts_with('.'));
            all
        };
        assert!(documents(one.path()) == documents(two.path()), "{name}");
    }
}

#[test]
fn a_second_run_writes_nothing_and_an_edit_survives() {
    let out = tempfile::tempdir().unwrap();
    let folder = PathBuf::from("examples/minimaal");
    make(&folder, out.path(), &[]);
    let page = out.path().join("index.html");
    let before = fs::metadata(&page).unwrap().modified().unwrap();
    make(&folder, out.path(), &[]);
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), before);
    let edited = fs::read_to_string(&page).unwrap().replace("Stukken", "Mijn stukken");
    fs::write(&page, &edited).unwrap();
    let words = [
        "beraad",
        "--dossier",
        "examples/minimaal",
        "--vandaag",
        TODAY,
        "maak",
        "--naar",
        out.path().to_str().unwrap(),
    ];
    let said = run(words.map(OsString::from)).unwrap_err().to_string();
    assert!(said.contains("index.html") && said.contains("--overschrijf"), "{said}");
    assert_eq!(fs::read_to_string(&page).unwrap(), edited);
}

#[test]
fn the_shipped_dossiers_have_the_findings_that_stand_beside_them() {
    for (name, folder) in dossiers() {
        let dossier = beraad::dossier::load::load(&folder).unwrap();
        let mut resolved = beraad::dossier::resolve::resolve(&dossier);
        beraad::adopted::settle(&mut resolved.region);
        let today = chrono::NaiveDate::from_ymd_opt(2025, 11, 27).unwrap();
        let mut findings =
            [resolved.findings, beraad::check::check(&resolved.region, &dossier.sources, today).findings].concat();
        beraad::finding::sort(&mut findings);
        let said = beraad::show::text(&findings, &dossier.sources, "", false);
        let expected = std::env::current_dir().unwrap().join(&folder).join("bevindingen.txt");
        snapbox::assert_data_eq!(said, snapbox::Data::read_from(&expected, None).raw());
        assert!(!dossier.files.is_empty(), "{name}");
    }
}

/// A page may tell of an item in several places.
#[test]
fn no_page_has_an_id_twice() {
    for (name, dossier) in dossiers() {
        let out = tempfile::tempdir().unwrap();
        let [dossier, to] = [dossier.as_path(), out.path()].map(|path| path.to_str().unwrap());
        beraad(&["--dossier", dossier, "--vandaag", "2025-11-27", "maak", "-f", "html", "--naar", to]);
        for (page, bytes) in files(out.path()).into_iter().filter(|(page, _)| page.ends_with(".html")) {
            let text = String::from_utf8(bytes).unwrap();
            let mut seen = std::collections::BTreeSet::new();
            for id in text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(seen.insert(id), "{name}/{page}: {id}");
            }
        }
    }
}
