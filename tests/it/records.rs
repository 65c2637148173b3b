//! Papers of record do not change: in a dossier with adopted minutes every value of every file is changed, one by one. Minutes and
//! decision list then say what they said, or nothing is made of them.
//!
//! The dossiers are in `tests/vandaag/vastgesteld.md`, laid as the pages of rules are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use beraad::check;
use beraad::cli::Status;
use beraad::dossier::format::{KINDS, Table, Value, kind};
use beraad::dossier::load::load;
use beraad::dossier::resolve::{Resolved, resolve};
use beraad::finding::{Finding, Page, Part, Severity};
use beraad::paper::{Document, Scope, View};
use beraad::render::Format;
use beraad::render::template::Templates;
use beraad::work::produce::{self, Setting};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use super::examples::{beraad, files};
use super::faults::copy;
use super::rules::{Piece, lay};

/// What may change in them: said beside the text, or not for those who have the papers.
const MAY: [&str; 2] = [
    // a correction stands beside the text, with its own day
    "verslag.toml correctie",
    // a remark for chair and secretary is no part of what was adopted
    "verslag.toml intern",
];

/// A file of a dossier with one thing changed: its path, what was changed, its text.
type Mutant = (String, String, String);

const WORKERS: usize = 4;

/// A value in a text: under which header, of which key, and where.
struct Place {
    header: String,
    key: String,
    value: Range<usize>,
}

fn is_scalar(token: &str) -> bool {
    token.starts_with('"') || token.starts_with(|it: char| it.is_ascii_digit()) || matches!(token, "true" | "false")
}

/// The values of a text, also those in inline tables and lists.
fn places(text: &str) -> Vec<Place> {
    let (mut all, mut header, mut key, mut start) = (Vec::new(), String::new(), String::new(), 0);
    for line in text.split_inclusive('\n') {
        let whole = line.trim();
        if whole.starts_with('[') && whole.ends_with(']') && !whole.contains('=') && !whole.contains('"') {
            whole.trim_matches(['[', ']']).clone_into(&mut header);
        } else if !whole.starts_with('#') {
            let mut at = 0;
            while let Some(from) = line[at..].find(|it: char| !" ,=[]{}\n".contains(it)).map(|from| at + from) {
                let rest = &line[from..];
                let end = if let Some(inside) = rest.strip_prefix('"') {
                    inside.find('"').unwrap() + 2
                } else {
                    rest.find([' ', ',', ']', '}', '\n']).unwrap_or(rest.len())
                };
                at = from + end;
                if is_scalar(&rest[..end]) {
                    let value = start + from..start + at;
                    all.push(Place { header: header.clone(), key: key.clone(), value });
                } else {
                    rest[..end].clone_into(&mut key);
                }
            }
        }
        start += line.len();
    }
    all
}

/// The words that the format knows for a key.
fn words(table: &'static Table, all: &mut BTreeMap<&'static str, BTreeSet<String>>) {
    fn of(key: &'static str, value: &'static Value, all: &mut BTreeMap<&'static str, BTreeSet<String>>) {
        match value {
            Value::Word(known) => all.entry(key).or_default().extend(known.iter().map(|it| format!("\"{it}\""))),
            Value::Table(table) | Value::Tables(table) => words(table, all),
            Value::List(value) | Value::Map(_, value) => of(key, value, all),
            _ => {}
        }
    }
    for key in table.keys {
        of(key.name, &key.value, all);
    }
}

/// What may stand in the place of a value.
fn others(value: &str, known: &BTreeSet<String>) -> Vec<String> {
    let mut all: Vec<String> = known.iter().filter(|it| *it != value).cloned().collect();
    if let Ok(day) = value.parse::<NaiveDate>() {
        let days = Days::new(400);
        all = [day.pred_opt(), day.checked_add_days(days), day.checked_sub_days(days)]
            .into_iter()
            .flatten()
            .map(|day| day.to_string())
            .collect();
    } else if let Ok(time) = value.parse::<NaiveTime>() {
        all = vec![time.overflowing_add_signed(TimeDelta::minutes(30)).0.to_string()];
    } else if let Ok(number) = value.parse::<u16>() {
        all = vec![(number + 1).to_string()];
    } else if let Some(text) = value.strip_suffix('"') {
        all.retain(|it| !it.contains(' ') || value.contains(' ') && known.len() < 20);
        all.truncate(5);
        all.push(format!("{text} anders\""));
    } else {
        all = vec![if value == "true" { "false" } else { "true" }.to_owned()];
    }
    all
}

/// The text without the table whose header begins somewhere, with the tables below it.
fn without_table(text: &str, start: usize) -> String {
    let header = text[start..].lines().next().unwrap();
    let below = format!("{}.", header.trim_end_matches(']'));
    let rest = &text[start + header.len()..];
    let next = rest.match_indices("\n[").map(|(at, _)| at + 1).find(|at| !rest[*at..].starts_with(&below));
    format!("{}{}", &text[..start], next.map_or("", |at| &rest[at..]))
}

/// A line with a text, under each other key of its table that takes one.
fn under_others(path: &str, header: &str, line: &str) -> Vec<(&'static str, String)> {
    let Some((own, text)) = line.split_once(" = ").filter(|(_, text)| text.starts_with('"')) else { return Vec::new() };
    let file = path.rsplit('/').next().unwrap().trim_end_matches(".toml");
    let Some(kind) = kind(file) else { return Vec::new() };
    let mut table = &kind.table;
    for part in header.split('.') {
        table = match table.keys.iter().find(|key| key.name == part).map(|key| &key.value) {
            Some(Value::Table(inner) | Value::Tables(inner)) => inner,
            _ => return Vec::new(),
        };
    }
    let takes_text = |value: &Value| matches!(value, Value::Line | Value::Markdown);
    if !table.keys.iter().any(|key| key.name == own && takes_text(&key.value)) {
        return Vec::new();
    }
    let others = table.keys.iter().filter(|key| key.name != own && takes_text(&key.value));
    others.map(|key| (key.name, format!("{} = {text}", key.name))).collect()
}

/// Texts in which one thing is otherwise, each with what that is.
fn mutants(
    path: &str,
    text: &str,
    known: &BTreeMap<String, BTreeSet<String>>,
) -> impl Iterator<Item = (String, String)> {
    let mut all = Vec::new();
    for place in places(text) {
        let value = &text[place.value.clone()];
        for other in others(value, known.get(&place.key).unwrap_or(&BTreeSet::new())) {
            let name = format!("{path} {}.{}: {value} wordt {other}", place.header, place.key);
            all.push((name, format!("{}{other}{}", &text[..place.value.start], &text[place.value.end..])));
        }
    }
    let mut start = 0;
    let mut header = "";
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.starts_with('[') {
            header = line.trim().trim_matches(['[', ']']);
            all.push((format!("{path} {header} weg, regel {start}"), without_table(text, start)));
        } else if line.contains(" = ") {
            let name = format!("{path} {header}.{} weg", line.trim());
            all.push((name, format!("{}{}", &text[..start], &text[end..])));
            for (key, line) in under_others(path, header, line) {
                let name = format!("{path} {header}.{} onder {key}", line.trim());
                all.push((name, format!("{}{line}{}", &text[..start], &text[end..])));
            }
        }
        start = end;
    }
    all.into_iter()
}

/// Both papers of each of some meetings; nothing when they are not made.
fn papers(folder: &Path, today: NaiveDate, of: &[String]) -> Vec<Vec<String>> {
    let dossier = load(folder).unwrap();
    let Resolved { mut region, findings, broken_references } = resolve(&dossier);
    beraad::adopted::settle(&mut region);
    region.forget_after(today);
    let templates = TEMPLATES.get_or_init(|| Templates::load(&[]).unwrap());
    let of_meeting = |meeting: &String| {
        let in_the_way = |finding: &Finding| {
            let path = dossier.sources.path(finding.span.file);
            let place = path.split_once('/').map_or("", |(place, _)| place);
            let broken = broken_references.get(meeting).is_some_and(|broken| broken.contains(place));
            (place.is_empty() || place == meeting || broken) && finding.fault.severity == Severity::Error
        };
        let id = region.meeting_ids().find(|id| region[*id].key == *meeting);
        let id = id.filter(|_| !findings.iter().any(in_the_way));
        let id = id.filter(|id| check::altered(&region, &dossier.sources, *id, today).is_empty());
        let scope = id.map(|id| Scope::new(&region, today, Some(id)));
        let compose = |name| Document::named(name).unwrap().compose(scope.as_ref()?).ok();
        let views = ["verslag", "besluitenlijst"].into_iter().filter_map(compose).flatten();
        let text = |view: View| {
            let bytes = produce::render(&view, templates, Format::Markdown, &region, Setting::default());
            String::from_utf8(bytes.unwrap()).unwrap()
        };
        views.map(text).collect()
    };
    of.iter().map(of_meeting).collect()
}

static TEMPLATES: OnceLock<Templates> = OnceLock::new();

/// Where the papers of a dossier with something changed say something else, with what was changed.
fn changed(folder: &Path, today: NaiveDate, of: &[String], then: &[Vec<String>], mutants: &[Mutant]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, name, text) in mutants {
        let place = folder.join(path);
        let before = fs::read_to_string(&place).unwrap();
        fs::write(&place, text).unwrap();
        let now = papers(folder, today, of);
        for (now, then) in
            now.iter().zip(then).flat_map(|(now, then)| now.iter().zip(then)).filter(|(now, then)| now != then)
        {
            wrong.push(format!("{name}\n    {:?}", now.lines().zip(then.lines()).find(|(now, then)| now != then)));
        }
        fs::write(&place, before).unwrap();
    }
    wrong
}

fn dossiers() -> Vec<Vec<Piece<'static>>> {
    let page = fs::read_to_string("tests/vandaag/vastgesteld.md").unwrap().replace("\r\n", "\n");
    let mut all: Vec<Vec<Piece>> = Vec::new();
    for part in &Page::read(page.leak()).parts {
        match *part {
            Part::Heading(_) => all.push(Vec::new()),
            Part::File(path, words, text) => all.last_mut().unwrap().push((path, words, text)),
            Part::Text(_) => {}
        }
    }
    all
}

/// The texts of a dossier in which one thing is otherwise.
fn all_mutants(folder: &Path) -> Vec<Mutant> {
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut of_format = BTreeMap::new();
    for kind in KINDS {
        words(&kind.table, &mut of_format);
    }
    known.extend(of_format.into_iter().map(|(key, words)| (key.to_owned(), words)));
    let texts = files(folder).into_iter().filter(|(path, _)| path.ends_with(".toml"));
    let texts: Vec<(String, String)> = texts.map(|(path, text)| (path, String::from_utf8(text).unwrap())).collect();
    for (_, text) in &texts {
        for place in places(text) {
            known.entry(place.key).or_default().insert(text[place.value].to_owned());
        }
    }
    // of what was written down itself one part says as much as all
    let all = texts.iter().filter(|(path, _)| !path.ends_with("vaststelling.toml"));
    all.flat_map(|(path, text)| mutants(path, text, &known).map(|(name, text)| (path.clone(), name, text))).collect()
}

#[test]
fn what_was_adopted_says_the_same_or_is_not_made() {
    for pieces in dossiers() {
        let folder = tempfile::tempdir().unwrap();
        let today = lay(folder.path(), &pieces);
        let (from, day) = (folder.path().to_str().unwrap(), today.to_string());
        assert_eq!(beraad(&["--dossier", from, "--vandaag", &day, "vastleggen"]), Status::Done);
        let all = files(folder.path()).into_keys();
        let adopted = all.filter_map(|path| Some(path.strip_suffix("/vaststelling.toml")?.to_owned()));
        let of: Vec<String> = adopted.collect();
        let then = papers(folder.path(), today, &of);
        assert!(then.iter().all(|papers| papers.len() == 2) && !then.is_empty());
        let mutants = all_mutants(folder.path());
        let wrong: Vec<String> = std::thread::scope(|scope| {
            let work = |part| {
                let (from, of, then) = (folder.path(), &of, &then);
                scope.spawn(move || {
                    let own = tempfile::tempdir().unwrap();
                    copy(from, own.path());
                    changed(own.path(), today, of, then, part)
                })
            };
            let parts: Vec<_> = mutants.chunks(mutants.len().div_ceil(WORKERS)).map(work).collect();
            parts.into_iter().flat_map(|it| it.join().unwrap()).collect()
        });
        let wrong: Vec<&String> = wrong.iter().filter(|it| !MAY.iter().any(|may| may_change(may, it))).collect();
        assert!(mutants.len() > 1000, "{}", mutants.len());
        assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), mutants.len());
    }
}

/// Whether a change is one of those that may be seen.
fn may_change(may: &str, what: &str) -> bool {
    let (file, table) = may.split_once(' ').unwrap();
    let (path, at) = what.split_once(' ').unwrap();
    path.ends_with(file) && (at.starts_with(table) || at.contains(&format!(".{table}")))
}
