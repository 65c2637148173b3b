//! No input makes it crash: files that were cut, shuffled and spoiled give findings, and what is left still renders.
//!
//! `PROPTEST_CASES=20000 cargo test --release spoiled` looks further than the daily run.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::public::Moment;
use beraad::model::{MeetingId, Region};
use beraad::paper::Scope;
use beraad::render::Format;
use beraad::render::template::{TemplateFault, Templates};
use beraad::show;
use beraad::work::produce::{self, Setting};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

use super::faults::copy;

const DOSSIERS: [&str; 4] = ["agendas", "examples/besloten", "examples/andere-regio", "tests/fouten/basis"];

/// Values that are wrong somewhere.
const VALUES: [&str; 24] = [
    "\"\"",
    "\"een\\ntwee\"",
    "\"\\u0000\\ue000\\u202e\"",
    "99999999999999999999",
    "-1",
    "0",
    "65536",
    "1.5e308",
    "nan",
    "true",
    "2025-02-30",
    "0000-01-01",
    "9999-12-31",
    "2025-10-09",
    "25:61",
    "23:59:59.999",
    "[]",
    "[[[]]]",
    "{}",
    "{ a = 1, a = 2 }",
    "\"leiden\"",
    "[\"leiden\", \"leiden\"]",
    "\"2025-10-09-regionaal-beraad#actie-99999999999\"",
    "\"\"\"",
];

#[derive(Debug, Clone)]
enum Spoiling {
    Cut,
    Truncate,
    Double,
    Swap(Index),
    Value(usize),
    /// The value of another line, anywhere in the file.
    Borrow(Index),
    Byte(u8),
}

fn spoiling() -> impl Strategy<Value = Spoiling> {
    prop_oneof![
        Just(Spoiling::Cut),
        Just(Spoiling::Truncate),
        Just(Spoiling::Double),
        any::<Index>().prop_map(Spoiling::Swap),
        (0..VALUES.len()).prop_map(Spoiling::Value),
        any::<Index>().prop_map(Spoiling::Borrow),
        any::<u8>().prop_map(Spoiling::Byte),
    ]
}

fn value_of(line: &[u8]) -> &[u8] {
    line.iter().position(|byte| *byte == b'=').map_or(line, |at| &line[at + 1..])
}

fn with_value(line: &[u8], value: &[u8]) -> Vec<u8> {
    let key = line.iter().position(|byte| *byte == b'=').map_or(0, |at| at + 1);
    [&line[..key], b" ", value].concat()
}

fn spoil(text: &[u8], place: Index, how: &Spoiling) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let at = place.index(lines.len());
    match how {
        Spoiling::Cut => drop(lines.remove(at)),
        Spoiling::Truncate => return text[..place.index(text.len().max(1))].to_vec(),
        Spoiling::Double => lines.insert(at, lines[at].clone()),
        Spoiling::Swap(with) => {
            let with = with.index(lines.len());
            lines.swap(at, with);
        }
        Spoiling::Value(value) => lines[at] = with_value(&lines[at], VALUES[*value].as_bytes()),
        Spoiling::Borrow(from) => lines[at] = with_value(&lines[at], value_of(&lines[from.index(lines.len())])),
        Spoiling::Byte(byte) => {
            let place = place.index(lines[at].len() + 1);
            lines[at].insert(place, *byte);
        }
    }
    lines.join(&b'\n')
}

fn toml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            toml_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found.sort();
}

fn templates() -> &'static Templates {
    static TEMPLATES: OnceLock<Templates> = OnceLock::new();
    TEMPLATES.get_or_init(|| Templates::load(&[]).unwrap())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 27).unwrap()
}

/// Everything that can be made, in both views.
fn make_all(region: &Region) {
    for view in [region.clone(), region.public_view(Moment::On(today())), region.public_view(Moment::Ever)] {
        for id in (0..view.meetings.len()).map(MeetingId) {
            let formats = [Format::Markdown, Format::Html];
            produce::meeting(&view, id, today(), templates(), &formats, Setting::default()).unwrap();
            let scope = Scope { inside: true, ..Scope::new(&view, today(), Some(id)) };
            let annotated = beraad::paper::Document::named("agenda").unwrap().compose(&scope);
            for view_of in annotated.unwrap_or_default() {
                produce::render(&view_of, templates(), Format::Html, &view, Setting::default()).unwrap();
            }
        }
        let take = |_| Ok::<(), TemplateFault>(());
        produce::overviews(&view, today(), templates(), &[Format::Html], Setting::default(), |_| true, take).unwrap();
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spoiled_files_give_findings_and_never_a_crash(
        dossier in 0..DOSSIERS.len(),
        changes in prop::collection::vec((any::<Index>(), any::<Index>(), spoiling()), 1..4),
    ) {
        let folder = tempfile::tempdir().unwrap();
        copy(Path::new(DOSSIERS[dossier]), folder.path());
        let mut files = Vec::new();
        toml_files(folder.path(), &mut files);
        for (file, place, how) in &changes {
            let path = file.get(&files);
            fs::write(path, spoil(&fs::read(path).unwrap(), *place, how)).unwrap();
        }
        let dossier = load(folder.path()).unwrap();
        let resolved = resolve(&dossier);
        drop(beraad::check::check(&resolved.region, &dossier.sources, today()));
        let said = show::text(&resolved.findings, &dossier.sources, "", false);
        prop_assert_eq!(resolved.findings.is_empty(), said.trim() == "Geen bevindingen.");
        make_all(&resolved.region);
    }
}
