//! Every key that people may type does something: a dossier in which it says something else gives another region.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use beraad::dossier::format::{KINDS, Key, Kind, Table, Value};
use beraad::dossier::load::load;
use beraad::dossier::read::read;
use beraad::dossier::resolve::resolve;
use beraad::finding::{Page, Part};
use beraad::source::FileId;
use chrono::{Days, NaiveDate};

use super::examples::{dossiers, files};
use super::faults::copy;
use super::rules::{Piece, lay};

/// The names of the keys down to one, from its kind of file.
type Way = Vec<&'static str>;

/// A dossier of which each file is written as a machine writes it.
struct Dossier {
    place: tempfile::TempDir,
    files: Vec<(PathBuf, &'static Kind, toml::Table)>,
    region: String,
}

impl Dossier {
    fn of(folder: &Path) -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(folder, place.path());
        let mut all = Vec::new();
        for (name, bytes) in files(folder) {
            let Some(kind) = kind(&name) else { continue };
            let path = place.path().join(&name);
            let Ok(table) = String::from_utf8(bytes).unwrap_or_default().parse::<toml::Table>() else { continue };
            fs::write(&path, table.to_string()).unwrap();
            all.push((path, kind, table));
        }
        let mut dossier = Self { place, files: all, region: String::new() };
        dossier.region = dossier.now();
        dossier
    }

    /// The region that the files say, without where they say it.
    fn now(&self) -> String {
        let region = format!("{:?}", resolve(&load(self.place.path()).unwrap()).region);
        let mut parts = region.split("Span {");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.split_once('}').map_or(part, |(_, rest)| rest))
    }

    /// Whether the region is another one when this file says this.
    fn differs(&self, (path, kind, table): (&Path, &'static Kind, &toml::Table), changed: &toml::Table) -> bool {
        let text = changed.to_string();
        let mut findings = Vec::new();
        let _ = read(FileId(0), &text, &kind.table, &mut findings);
        if !findings.is_empty() {
            // the reader itself would speak of that
            return false;
        }
        fs::write(path, text).unwrap();
        let differs = self.now() != self.region;
        fs::write(path, table.to_string()).unwrap();
        differs
    }

    /// Takes away the ways of keys that do something here.
    fn prove(&self, open: &mut BTreeSet<Way>) {
        for (path, kind, table) in &self.files {
            let ways: Vec<Way> = open.iter().filter(|way| way[0] == kind.name).cloned().collect();
            for way in ways {
                let mut changed = Vec::new();
                changes(table, &kind.table, &way[1..], &mut changed);
                if changed.iter().any(|changed| self.differs((path, kind, table), changed)) {
                    open.remove(&way);
                }
            }
        }
    }
}

fn kind(name: &str) -> Option<&'static Kind> {
    let stem = name.rsplit('/').next()?.strip_suffix(".toml")?;
    let of_folder = name.rsplit('/').nth(1) == Some("raadpleging");
    KINDS.into_iter().find(|kind| if of_folder { kind.name == "raadpleging" } else { kind.name == stem })
}

/// The table with what one key says changed, in every way and at every place, at most some.
fn changes(table: &toml::Table, format: &'static Table, way: &[&str], out: &mut Vec<toml::Table>) {
    let (Some(name), Some(value)) = (way.first(), way.first().and_then(|name| table.get(*name))) else { return };
    let Some(key) = format.key(name) else { return };
    let with = |name: &str, value: toml::Value| {
        let mut changed = table.clone();
        changed.insert(name.to_owned(), value);
        changed
    };
    let without =
        || table.iter().filter(|(other, _)| other != name).map(|(name, value)| (name.clone(), value.clone())).collect();
    if way.len() > 1 {
        out.extend(inside(value, &key.value, &way[1..]).into_iter().take(12).map(|value| with(name, value)));
        return;
    }
    out.push(without());
    // of some keys one must be there
    let instead = format.one_of.iter().filter(|group| group.contains(name)).flat_map(|group| group.iter());
    let day = instead.filter(|other| matches!(format.key(other), Some(Key { value: Value::Date, .. })));
    for other in day {
        let mut changed: toml::Table = without();
        changed.insert((*other).to_owned(), toml::Value::Datetime("2025-12-01".parse().unwrap()));
        out.push(changed);
    }
    out.extend(others(value, &key.value).into_iter().take(12).map(|value| with(name, value)));
}

/// The value with a key inside it changed.
fn inside(value: &toml::Value, format: &'static Value, way: &[&str]) -> Vec<toml::Value> {
    let below = |table: &toml::Table, format| {
        let mut changed = Vec::new();
        changes(table, format, way, &mut changed);
        changed
    };
    match (value, format) {
        (toml::Value::Table(table), Value::Table(format)) => {
            below(table, format).into_iter().map(toml::Value::Table).collect()
        }
        (toml::Value::Array(tables), Value::Tables(format)) => {
            let each = tables.iter().enumerate().filter_map(|(at, table)| Some((at, table.as_table()?)));
            let with = |(at, changed)| {
                let mut all = tables.clone();
                all[at] = toml::Value::Table(changed);
                toml::Value::Array(all)
            };
            each.flat_map(|(at, table)| below(table, format).into_iter().map(move |one| (at, one))).map(with).collect()
        }
        (toml::Value::Array(items), Value::List(of)) => {
            let with = |(at, changed)| {
                let mut all = items.clone();
                all[at] = changed;
                toml::Value::Array(all)
            };
            let each = items.iter().enumerate();
            each.flat_map(|(at, item)| inside(item, of, way).into_iter().map(move |one| (at, one))).map(with).collect()
        }
        (toml::Value::Table(named), Value::Map(_, of)) => {
            let with = |(name, changed): (&String, toml::Value)| {
                let mut all = named.clone();
                all.insert(name.clone(), changed);
                toml::Value::Table(all)
            };
            named
                .iter()
                .flat_map(|(name, item)| inside(item, of, way).into_iter().map(move |one| (name, one)))
                .map(with)
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Other values of the same kind.
fn others(value: &toml::Value, format: &'static Value) -> Vec<toml::Value> {
    match (value, format) {
        (toml::Value::String(_), Value::Word(words)) => words.iter().map(|word| (*word).into()).collect(),
        (toml::Value::String(_), Value::Term) => vec!["3 werkdagen".into(), "4 dagen".into()],
        (toml::Value::String(_), Value::Colour) => vec!["#123456".into()],
        (toml::Value::String(text), Value::Address) => vec![format!("a{text}").into()],
        (toml::Value::String(text), _) => vec![format!("{text} anders").into(), format!("{text}-anders").into()],
        (toml::Value::Integer(number), _) => vec![(number + 1).into(), (number - 1).into()],
        (toml::Value::Boolean(is), _) => vec![(!is).into()],
        (toml::Value::Datetime(moment), Value::Date) => {
            let day: NaiveDate = moment.to_string().parse().unwrap();
            let days = [day + Days::new(1), day - Days::new(1)];
            days.iter().map(|day| toml::Value::Datetime(day.to_string().parse().unwrap())).collect()
        }
        (toml::Value::Datetime(_), _) => vec![toml::Value::Datetime("07:12:00".parse().unwrap())],
        (toml::Value::Array(all), format) => {
            let mut fewer = all.clone();
            fewer.pop();
            let of = if let Value::List(of) = format { Some(of) } else { None };
            let other = all.first().zip(of).map(|(first, of)| others(first, of)).unwrap_or_default();
            let with = |first| [vec![first], all[1..].to_vec()].concat();
            [vec![fewer], other.into_iter().map(with).collect()].concat().into_iter().map(toml::Value::Array).collect()
        }
        _ => Vec::new(),
    }
}

/// The ways to all keys below a table that hold no table themselves.
fn ways(above: &Way, table: &'static Table, out: &mut BTreeSet<Way>) {
    for key in table.keys {
        let way = [above.as_slice(), &[key.name]].concat();
        match below(&key.value) {
            Some(table) => ways(&way, table, out),
            None => drop(out.insert(way)),
        }
    }
}

/// The dossiers of situations and of papers of record, as they are laid before anything is done with them, each with its day.
pub(super) fn laid() -> Vec<(tempfile::TempDir, NaiveDate)> {
    let pages = ["tests/gevallen", "tests/vandaag"].into_iter().flat_map(|place| fs::read_dir(place).unwrap());
    let mut pages: Vec<PathBuf> = pages.map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.sort();
    let texts = pages.iter().map(|path| fs::read_to_string(path).unwrap().replace("\r\n", "\n"));
    let mut all = Vec::new();
    for text in texts {
        for pieces in situated(&Page::read(&text)) {
            let folder = tempfile::tempdir().unwrap();
            let today = lay(folder.path(), &pieces);
            all.push((folder, today));
        }
    }
    all
}

/// The pieces of files of each situation on a page.
fn situated<'a>(page: &Page<'a>) -> Vec<Vec<Piece<'a>>> {
    let mut all: Vec<Vec<Piece>> = Vec::new();
    for part in &page.parts {
        match (*part, all.last_mut()) {
            (Part::Heading(_), _) => all.push(Vec::new()),
            (Part::File(path, words, text), Some(last)) => last.push((path, words, text)),
            _ => {}
        }
    }
    all
}

fn below(value: &'static Value) -> Option<&'static Table> {
    match value {
        Value::Table(table) | Value::Tables(table) => Some(table),
        Value::Map(_, of) | Value::List(of) => below(of),
        _ => None,
    }
}

#[test]
fn every_key_of_the_format_does_something() {
    let mut open = BTreeSet::new();
    for kind in KINDS {
        ways(&vec![kind.name], &kind.table, &mut open);
    }
    let all = open.len();
    for (_, folder) in dossiers() {
        Dossier::of(&folder).prove(&mut open);
    }
    for (folder, _) in laid() {
        if !open.is_empty() {
            Dossier::of(folder.path()).prove(&mut open);
        }
    }
    let named: Vec<String> = open.iter().map(|way| way.join(".")).collect();
    assert!(named.is_empty(), "of {all} keys these do nothing in any of the dossiers: {named:#?}");
}

/// What is said differently and means the same gives the same region: else the test above could not fail.
#[test]
fn a_region_is_the_same_wherever_it_is_written() {
    let dossier = Dossier::of(Path::new("agendas"));
    for (path, _, table) in &dossier.files {
        fs::write(path, format!("# Een opmerking\n\n{table}")).unwrap();
    }
    assert_eq!(dossier.now(), dossier.region);
}
