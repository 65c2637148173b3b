//! Every text of the format is planted as a word of its own, and looked for in all that is public: every byte and every
//! file name, of every document and of whole runs, one after the other into the same folder.
//!
//! The dossier is made from choices (what is published, closed, sent and adopted, and the day). For each word `planted.rs`
//! says, from the policy and not from the code, when everybody may read it. `BERAAD_LEKKEN=10000` tries so many dossiers.

mod planted;
mod searched;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use beraad::dossier::format::{KINDS, Table, Value};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::bundles::within;
use super::examples::{beraad, files};
use planted::{Choices, Dossier};

/// Texts that no document prints, not inside either: nothing is proved by not finding them in public. A name here is not
/// printed for somebody at least; `personen.persoon.naam` of a civil servant in a body of civil servants.
const NOWHERE: [&str; 22] = [
    "convenant.overleg.besluitenlijst",
    // what a site says of itself
    "convenant.publicatie.adres",
    "convenant.publicatie.contact",
    "convenant.publicatie.over",
    "convenant.publicatie.toegankelijkheidsverklaring",
    "convenant.signaal.antwoord.tekst",
    "convenant.signaal.tekst",
    "convenant.uitzondering.reden",
    "convenant.zetel.id",
    "personen.persoon.e-mail",
    "personen.persoon.functie",
    "personen.persoon.naam",
    "personen.persoon.telefoon",
    "personen.uitzondering.reden",
    "raadpleging.reactie.afgestemd_met",
    "raadpleging.reactie.door",
    "raadpleging.uitzondering.reden",
    "vaststelling.uitzondering.reden",
    "vergadering.uitzondering.reden",
    "verslag.uitzondering.reden",
    "verzending.uitzondering.reden",
    "voortgang.uitzondering.reden",
];

fn lay_down(dossier: &Dossier, folder: &Path) {
    drop(fs::remove_dir_all(folder));
    for (path, text) in &dossier.files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
}

/// The planted words in a text, each whole: `zq`, digits, `zq`.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| planted::is_planted(word)).collect()
}

/// The planted words in all files, with a file that has each.
fn found(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (name, bytes) in files(folder).into_iter().flat_map(unpacked) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // a list of what was made names files that are there
        for word in words(&name).into_iter().chain(words(&text)) {
            found.entry(word.to_owned()).or_insert_with(|| name.clone());
        }
    }
    found
}

/// A file, or what is in it.
fn unpacked((name, bytes): (String, Vec<u8>)) -> BTreeMap<String, Vec<u8>> {
    if name.ends_with(".zip") { within(&bytes) } else { [(name, bytes)].into() }
}

fn run(day: &str, dossier: &str, words: &[&str]) {
    let all = [&["beraad", "--dossier", dossier, "--vandaag", day], words].concat();
    drop(beraad::cli::run(all.into_iter().map(Into::into)));
}

fn commands(day: &str, dossier: &str, to: &str, public: bool) {
    let audience: &[&str] = if public { &["--openbaar"] } else { &[] };
    // a refusal is as good as a page without the word
    let run = |words: &[&str]| run(day, dossier, &[words, audience].concat());
    for (at, meeting) in planted::MEETINGS.iter().enumerate() {
        for document in ["agenda", "oplegger", "verslag", "besluitenlijst"] {
            for format in ["md", "html", "eml"] {
                let folder = format!("{to}/{document}-{at}/");
                fs::create_dir_all(&folder).unwrap();
                run(&[document, meeting, "-f", format, "-o", &folder]);
            }
        }
    }
    let folder = format!("{to}/regio/");
    fs::create_dir_all(&folder).unwrap();
    for document in ["acties", "samenstelling"] {
        for body in [None, Some("ambtelijk"), Some("bestuur")] {
            let of_body = body.map(|body| ["--overleg", body]);
            run(&[&[document, "-o", &folder][..], of_body.as_ref().map_or(&[], |it| &it[..])].concat());
        }
    }
}

fn check(choices: &Choices, dossier: &Dossier, folder: &Path, what: &str) -> Result<(), TestCaseError> {
    for (word, file) in found(folder) {
        let planted = &dossier.planted[&word];
        prop_assert!(planted.public, "{} ({word}) in {file} of {what}\n{choices:#?}", planted.place);
    }
    Ok(())
}

/// Two dossiers one after the other: what the second may not show is gone, though the first could.
fn no_leak(first: &Choices, second: &Choices) -> Result<(), TestCaseError> {
    let place = tempfile::tempdir().unwrap();
    let [dossier, out, single, bundles, site] =
        ["d", "uit", "los", "bundels", "site"].map(|name| place.path().join(name));
    let texts = [&dossier, &out, &single, &bundles, &site].map(|path| path.to_str().unwrap().to_owned());
    for choices in [first, second] {
        let planted = planted::dossier(choices);
        lay_down(&planted, &dossier);
        let words = ["--dossier", &texts[0], "--vandaag", choices.day(), "maak", "--openbaar", "--naar", &texts[1]];
        beraad(&words);
        check(choices, &planted, &out, "maak")?;
        run(choices.day(), &texts[0], &["publiceer", "--naar", &texts[4]]);
        check(choices, &planted, &site, "publiceer")?;
        for meeting in planted::MEETINGS {
            let words = ["bundel", meeting, "--openbaar", "--naar", &texts[3]];
            // a refusal leaves nothing of what was public before
            run(choices.day(), &texts[0], &words);
        }
        check(choices, &planted, &bundles, "bundel")?;
        drop(fs::remove_dir_all(&single));
        commands(choices.day(), &texts[0], &texts[2], true);
        check(choices, &planted, &single, "one document")?;
    }
    Ok(())
}

#[test]
fn no_private_word_is_in_anything_public() {
    let cases = std::env::var("BERAAD_LEKKEN").ok().and_then(|count| count.parse().ok()).unwrap_or(12);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let choices = (Choices::any(), Choices::any());
    TestRunner::new(config).run(&choices, |(first, second)| no_leak(&first, &second)).unwrap();
}

/// What may be read by everybody is there, too: else the test above would pass on an empty folder.
#[test]
fn every_public_word_is_in_something_public_and_every_word_in_something_for_inside() {
    let place = tempfile::tempdir().unwrap();
    let (dossier, public, inside) = (place.path().join("d"), place.path().join("uit"), place.path().join("in"));
    let texts = [&dossier, &public, &inside].map(|path| path.to_str().unwrap().to_owned());
    let (mut open, mut seen, mut printed) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
    for choices in [Choices::open(), Choices { closed_item: true, ..Choices::open() }] {
        let planted = planted::dossier(&choices);
        lay_down(&planted, &dossier);
        for (words, to) in [(&["maak", "--openbaar"][..], &texts[1]), (&["maak"][..], &texts[2])] {
            let base = ["--dossier", &texts[0], "--vandaag", choices.day()];
            beraad(&[&base, words, &["--naar", to]].concat());
        }
        let site = format!("{}-site", texts[1]);
        beraad(&["--dossier", &texts[0], "--vandaag", choices.day(), "publiceer", "--naar", &site]);
        seen.extend(found(Path::new(&site)).into_keys());
        commands(choices.day(), &texts[0], &texts[2], false);
        // whom to tell that one cannot come is told before the meeting alone
        let before = ["--dossier", &texts[0], "--vandaag", "2025-09-10", "agenda", planted::MEETINGS[1]];
        beraad(&[&before[..], &["-f", "md", "-o", &format!("{}/vooraf.md", texts[2])]].concat());
        seen.extend(found(&public).into_keys());
        printed.extend(found(&inside).into_keys());
        open.extend(planted.planted);
    }
    let missing: Vec<&str> =
        open.iter().filter(|(word, it)| it.shown && !seen.contains(*word)).map(|(_, it)| it.place).collect();
    assert!(missing.is_empty(), "may be public, and is nowhere: {missing:#?}");
    let nowhere: BTreeSet<&str> =
        open.iter().filter(|(word, _)| !printed.contains(*word)).map(|(_, it)| it.place).collect();
    assert_eq!(nowhere, NOWHERE.into(), "no document for inside shows them");
}

/// What is for chair and secretary, and what was answered before a meeting, is not handed out.
#[test]
fn no_internal_word_is_in_a_bundle_for_members() {
    const INSIDE: [&str; 3] = ["vergadering.agendapunt.intern", "verslag.punt.intern", "raadpleging."];
    let place = tempfile::tempdir().unwrap();
    let [dossier, bundles] = ["d", "bundels"].map(|name| place.path().join(name));
    let planted = planted::dossier(&Choices { closed_item: true, closed_paper: true, ..Choices::open() });
    lay_down(&planted, &dossier);
    for meeting in planted::MEETINGS {
        let words = ["bundel", meeting, "--naar", bundles.to_str().unwrap()];
        run("2025-11-27", dossier.to_str().unwrap(), &words);
    }
    let found = found(&bundles);
    let places: BTreeSet<&str> = found.keys().map(|word| planted.planted[word].place).collect();
    assert!(places.contains("verslag.punt.besproken") && places.contains("vergadering.agendapunt.toelichting"));
    for (word, file) in &found {
        let place = planted.planted[word].place;
        assert!(!INSIDE.iter().any(|inside| place.starts_with(inside)), "{place} ({word}) in {file}");
    }
}

/// Every key of the format that holds a text has a planted word.
#[test]
fn every_text_of_the_format_is_planted() {
    let dossier = planted::dossier(&Choices::open());
    let mut open: Vec<(String, &Table)> = KINDS.iter().map(|kind| (kind.name.to_owned(), &kind.table)).collect();
    while let Some((path, table)) = open.pop() {
        for key in table.keys {
            let path = format!("{path}.{}", key.name);
            if holds_text(&key.value) && !planted::SHAPED.iter().any(|shaped| path.ends_with(shaped)) {
                assert!(dossier.planted.values().any(|it| it.place == path), "{path} has no planted word");
            }
            if let Some(below) = below(&key.value) {
                open.push((path, below));
            }
        }
    }
}

fn holds_text(value: &Value) -> bool {
    match value {
        Value::Line | Value::Markdown | Value::Id | Value::Address => true,
        Value::List(of) | Value::Map(_, of) => holds_text(of),
        _ => false,
    }
}

fn below(value: &'static Value) -> Option<&'static Table> {
    match value {
        Value::Table(table) | Value::Tables(table) => Some(table),
        Value::Map(_, of) | Value::List(of) => below(of),
        _ => None,
    }
}
