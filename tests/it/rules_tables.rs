//! What every rule says, and where it stays silent: two tables to read, that write themselves.
//!
//! `tests/regels/gezegd/<rule>.txt` holds what is said of each example on the rule's page. `tests/regels/waar.txt` lays the
//! examples into other dossiers, such as ones with a fault in a file, or of a body of others, and says whether the
//! rule still speaks.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread;

use beraad::check::{self, Rule};
use chrono::{Days, NaiveDate};

use super::examples::files;
use super::rules::{cases, findings_of, found_on, lay};

/// The end of a file's path, and what happens to its text.
type Change = (&'static str, fn(&str) -> String);

fn with(text: &str, added: &str) -> String {
    format!("{}\n\n{added}\n", text.trim_end())
}

/// Days that pass before the dossier is checked.
const DAYS: [(&str, i64); 5] =
    [("zo", 0), ("dag eerder", -1), ("dag later", 1), ("jaar eerder", -365), ("jaar later", 365)];

/// Another dossier: its name in the table, what changes in it.
const OTHERS: [(&str, Change); 11] = [
    ("fout in convenant", ("convenant.toml", |text| with(text, "[[zetel]]\nfunctie = 5"))),
    ("fout in vergadering", ("/vergadering.toml", |text| with(text, "[[agendapunt]]\nid = 5"))),
    ("fout in verzending", ("/verzending.toml", |text| with(text, "[[zending]]\nsoort = 5"))),
    ("fout in raadpleging", ("raadpleging/", |text| with(text, "[[reactie]]\ndatum = 5"))),
    ("fout in verslag", ("/verslag.toml", |text| with(text, "[[punt]]\nagendapunt = 5"))),
    ("fout in voortgang", ("voortgang.toml", |text| with(text, "[[voortgang]]\nover = 5"))),
    ("schriftelijk", ("/vergadering.toml", written)),
    (
        "vervallen",
        ("/vergadering.toml", |text| {
            with(text, "[vergadering.vervallen]\ndatum = 2025-01-02\nreden = \"Te weinig punten.\"")
        }),
    ),
    ("werkgroep", ("convenant.toml", |text| kind(text, "werkgroep"))),
    ("van anderen", ("convenant.toml", |text| kind(text, "extern"))),
    ("niets openbaar", ("convenant.toml", |text| text.replace("beraad = [\"agenda\"", "ao = [\"agenda\""))),
];

fn written(text: &str) -> String {
    let form = "[vergadering]\nvorm = \"schriftelijk\"";
    if text.contains("vorm =") { text.to_owned() } else { text.replacen("[vergadering]", form, 1) }
}

fn kind(text: &str, kind: &str) -> String {
    let other = format!("soort = \"{kind}\"");
    text.replace("soort = \"bestuurlijk\"", &other).replace("soort = \"ambtelijk\"", &other)
}

fn passed(day: NaiveDate, days: i64) -> NaiveDate {
    let length = Days::new(days.unsigned_abs());
    if days < 0 { day - length } else { day + length }
}

fn expected(name: &str) -> snapbox::Data {
    snapbox::Data::read_from(&Path::new("tests/regels").join(name), None).raw()
}

/// How often a rule speaks of a dossier: as it is on several days, and with each change.
fn counts(name: &str, folder: &Path, today: NaiveDate) -> Vec<usize> {
    let count = |days: &[NaiveDate]| -> Vec<usize> {
        let all = found_on(folder, days);
        all.iter().map(|(found, _)| found.iter().filter(|(found, _)| *found == name).count()).collect()
    };
    let mut counts = count(&DAYS.map(|(_, days)| passed(today, days)));
    let files: Vec<(String, String)> =
        files(folder).into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect();
    for (_, (part, how)) in OTHERS {
        let changed = files.iter().filter(|(name, _)| format!("/{name}").contains(part));
        let changed: Vec<_> = changed.map(|(name, text)| (name, text, how(text))).filter(|it| *it.1 != it.2).collect();
        for (name, _, new) in &changed {
            fs::write(folder.join(name), new).unwrap();
        }
        counts.push(if changed.is_empty() { counts[0] } else { count(&[today])[0] });
        for (name, old, _) in changed {
            fs::write(folder.join(name), old).unwrap();
        }
    }
    counts
}

/// A line per example, a column per dossier: how often the rule speaks there.
fn table(rule: &Rule) -> String {
    let mut table = format!("\n{}\n", rule.fault.name);
    for (heading, pieces) in cases(rule) {
        let folder = tempfile::tempdir().unwrap();
        let today = lay(folder.path(), &pieces);
        for count in counts(rule.fault.name, folder.path(), today) {
            let _ = write!(table, "{:>3}", if count == 0 { "·".to_owned() } else { count.to_string() });
        }
        let _ = writeln!(table, "  {heading}");
    }
    table
}

#[test]
fn every_rule_stays_silent_where_it_should() {
    let names = DAYS.iter().map(|it| it.0).chain(OTHERS.iter().map(|it| it.0));
    let mut text: String = (1..).zip(names).map(|(at, name)| format!("{at:>2} {name}\n")).collect();
    let tables: Vec<_> = check::rules().map(|rule| thread::spawn(|| table(rule))).collect();
    text.extend(tables.into_iter().map(|table| table.join().unwrap()));
    snapbox::assert_data_eq!(text, expected("waar.txt"));
}

#[test]
fn every_rule_says_what_is_written_down() {
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    for rule in check::rules() {
        let text = said.entry(rule.fault.name).or_default();
        for (heading, pieces) in cases(rule).into_iter().filter(|(heading, _)| heading.starts_with("Voorbeeld")) {
            let folder = tempfile::tempdir().unwrap();
            let today = lay(folder.path(), &pieces);
            let _ = writeln!(text, "## {heading}\n\n{}", findings_of(folder.path(), today).1);
        }
    }
    for (name, text) in &said {
        snapbox::assert_data_eq!(text, expected(&format!("gezegd/{name}.txt")));
    }
    assert_eq!(fs::read_dir("tests/regels/gezegd").unwrap().count(), said.len(), "a text too many");
}
