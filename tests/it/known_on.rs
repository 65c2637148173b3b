//! Papers tell what is known on their day: what has a date of its own on which it happened, stands in none before.
//!
//! `tests/vandaag/dagen.md` is written as the pages of rules are. Each heading names a key that is a day, and lays a dossier
//! twice: with the pieces that say *later*, and without. On the day of the case, the last before that key's, all papers of both
//! are the same, and on the next they are not, unless a piece says *nergens*: then no paper tells of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beraad::dossier::format::{KINDS, Table, Value};
use beraad::finding::{Page, Part};
use chrono::NaiveDate;

use super::examples::{beraad, files};
use super::rules::{Piece, lay};

/// The keys that say what is planned, or from when until when something is so: who knows the dossier knows it before.
const PLANNED: [&str; 28] = [
    "convenant: eerdere_termijnen.tot",
    "convenant: overleg.eerdere_besluitenlijst.tot",
    "convenant: overleg.eerdere_naam.tot",
    "convenant: overleg.eerdere_voorzitter.tot",
    "convenant: overleg.vergaderdata",
    "convenant: partij.tot",
    "convenant: partij.van",
    "convenant: subregio.wijziging.tot",
    "convenant: subregio.wijziging.van",
    "convenant: vertegenwoordiging.tot",
    "convenant: vertegenwoordiging.van",
    "convenant: zetel.tot",
    "convenant: zetel.van",
    "vergadering: agendapunt.stuk.volgt",
    "vergadering: vergadering.datum",
    "vergadering: vergadering.laatste_dag",
    "vergadering: vergadering.reageren_tot",
    "vergadering: vergadering.sluiting",
    // when it was moved, nobody writes down
    "vergadering: vergadering.verplaatst_van",
    "verslag: punt.actie.uiterlijk",
    "verslag: punt.toezegging.uiterlijk",
    "verslag: verslag.volgende_vergadering",
    "verzending: zending.punt.naar_datum",
    "verzending: zending.reageren_tot",
    "verzending: zending.vergadering.datum",
    "verzending: zending.vergadering.laatste_dag",
    "verzending: zending.vergadering.sluiting",
    "voortgang: voortgang.uiterlijk",
];

fn days_of(value: &Value, path: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Date => drop(all.insert(path.to_owned())),
        Value::Table(table) | Value::Tables(table) => days_in(table, path, all),
        Value::List(value) | Value::Map(_, value) => days_of(value, path, all),
        _ => {}
    }
}

fn days_in(table: &Table, path: &str, all: &mut BTreeSet<String>) {
    for key in table.keys {
        let dot = if path.ends_with(' ') { "" } else { "." };
        days_of(&key.value, &format!("{path}{dot}{}", key.name), all);
    }
}

/// A dossier with something that happens the day after.
struct Case {
    heading: &'static str,
    pieces: Vec<Piece<'static>>,
}

fn cases() -> Vec<Case> {
    let page = fs::read_to_string("tests/vandaag/dagen.md").unwrap().replace("\r\n", "\n");
    let mut cases: Vec<Case> = Vec::new();
    for part in &Page::read(page.leak()).parts {
        match (*part, cases.last_mut()) {
            (Part::Heading(heading), _) => cases.push(Case { heading, pieces: Vec::new() }),
            (Part::File(path, words, text), Some(last)) => last.pieces.push((path, words, text)),
            _ => {}
        }
    }
    cases
}

/// The lines of all papers of a dossier on a day, inside or for everybody, each with the name of its file. Headings are
/// not told: what stands below them is.
fn papers(dossier: &Path, today: NaiveDate, audiences: &[&str]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for place in audiences {
        let extra: &[&str] = if *place == "openbaar" { &["--openbaar"] } else { &[] };
        let out = tempfile::tempdir().unwrap();
        let (from, to, day) = (dossier.to_str().unwrap(), out.path().to_str().unwrap(), today.to_string());
        let words = ["--dossier", from, "--vandaag", &day, "maak", "-f", "md", "--naar", to];
        beraad(&[&words[..], extra].concat());
        for (name, bytes) in files(out.path()).into_iter().filter(|(name, _)| name.ends_with(".md")) {
            let text = String::from_utf8(bytes).unwrap();
            let lines = text.lines().filter(|line| !line.starts_with("##") && !line.starts_with("<!--"));
            all.extend(lines.map(|line| format!("{place}/{name}: {line}")));
        }
    }
    assert!(all.len() > 50, "nothing was made");
    all
}

#[test]
fn what_happens_on_a_day_stands_in_no_paper_before_it() {
    let mut wrong = String::new();
    for case in cases() {
        let is_later = |piece: &&Piece| piece.1.contains("later");
        let (with, without) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let today = lay(with.path(), &case.pieces);
        let pieces: Vec<Piece> = case.pieces.iter().filter(|piece| !is_later(piece)).copied().collect();
        lay(without.path(), &pieces);
        let told = |day, to| (papers(with.path(), day, to), papers(without.path(), day, to));
        let (one, other) = told(today, &["binnen", "openbaar"]);
        for line in one.symmetric_difference(&other).filter(|line| !line.contains("moet nog komen")) {
            wrong += &format!("{}: only one says {line}\n", case.heading);
        }
        let nowhere = case.pieces.iter().any(|piece| piece.1.contains("nergens"));
        let (one, other) = told(today.succ_opt().unwrap(), &["binnen"]);
        if nowhere != (one == other) {
            wrong += &format!("{}: on the day itself\n", case.heading);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_every_day_in_the_format_is_known_when_it_counts() {
    let mut all = BTreeSet::new();
    for kind in KINDS {
        days_in(&kind.table, &format!("{}: ", kind.name), &mut all);
    }
    // of an exception no paper tells
    all.retain(|path| !path.ends_with("uitzondering.tot"));
    let tried = cases().iter().map(|case| case.heading.split(';').next().unwrap().to_owned()).collect::<BTreeSet<_>>();
    let planned: BTreeSet<String> = PLANNED.iter().map(|&key| key.to_owned()).collect();
    assert_eq!(all, &tried | &planned);
}
