//! Does the code keep its promises? Reads the sources and holds the table of rooms in `src/lib.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file with its path from `src/` and its text without unit tests.
fn sources() -> Vec<(String, String)> {
    let mut open = vec![PathBuf::from("src")];
    let mut found = Vec::new();
    while let Some(place) = open.pop() {
        for entry in fs::read_dir(place).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix("src").unwrap().to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                found.push((name, text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned()));
            }
        }
    }
    found.sort();
    found
}

fn room(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap()
}

/// The rooms that a room may use, as the table in `src/lib.rs` says.
fn allowed() -> Vec<(String, BTreeSet<String>)> {
    let map = fs::read_to_string("src/lib.rs").unwrap().replace("\r\n", "\n");
    let rows = map.lines().filter_map(|line| line.strip_prefix("//! | [`"));
    let names = |cell: &str| cell.split(',').map(|name| name.trim().trim_matches('`').to_owned()).collect();
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').collect();
        (cells[0].trim().trim_end_matches("`]").trim_start_matches("mod@").to_owned(), names(cells[2]))
    })
    .collect()
}

#[test]
fn a_room_uses_only_the_rooms_that_the_map_allows() {
    let allowed = allowed();
    assert!(allowed.len() > 15, "the map is gone");
    for (file, text) in sources().iter().filter(|(file, _)| !matches!(file.as_str(), "lib.rs" | "main.rs")) {
        let mine = room(file);
        let (_, may) =
            allowed.iter().find(|(name, _)| name == mine).unwrap_or_else(|| panic!("{file} is not on the map"));
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let used = code.flat_map(|line| line.split("crate::").skip(1)).map(|rest| rest.trim_start_matches('{'));
        for used in used.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()) {
            assert!(used == mine || used.is_empty() || may.contains("all") || may.contains(used), "{file} uses {used}");
        }
    }
}

/// A library and the rooms in which it may be named.
const LIBRARIES: [(&str, &[&str]); 29] = [
    ("mimalloc", &["main.rs"]),
    ("unicode_normalization", &["resolve/papers/"]),
    ("html5gum", &["form/html.rs", "form/html/"]),
    ("glob", &["load.rs"]),
    ("xattr", &["write/place.rs"]),
    ("signal_hook", &["write/temporary.rs"]),
    ("ctrlc", &["write/temporary.rs"]),
    ("whoami", &["cli/caller.rs"]),
    ("mail_parser", &["form/bytes.rs", "form/mail.rs", "form/mail/"]),
    ("cfb", &["form/mail/"]),
    ("mail_builder", &["render/mail.rs"]),
    ("textwrap", &["render/"]),
    ("toml_writer", &["edit.rs"]),
    ("tera", &["render/template.rs", "render/template/"]),
    ("comrak", &["render/"]),
    ("comfy_table", &["render/terminal.rs"]),
    ("terminal_size", &["cli/papers.rs"]),
    ("toml", &["read.rs", "read/"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("annotate_snippets", &["show.rs"]),
    ("serde_json", &["schema.rs", "show/machine.rs"]),
    ("tempfile", &["write/temporary.rs"]),
    ("email_address", &["read/address.rs"]),
    ("strum", &["model/", "word.rs", "render/role.rs"]),
    ("strsim", &["read/text.rs"]),
    ("percent_encoding", &["render/"]),
    ("anstream", &["cli", "main.rs"]),
];

#[test]
fn a_library_is_named_in_its_own_room_only() {
    for (file, text) in sources() {
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (library, rooms) in LIBRARIES {
                let named = line
                    .split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                    .any(|word| word.starts_with(&format!("{library}::")));
                assert!(!named || rooms.iter().any(|room| file.starts_with(room)), "{file} names {library}: {line}");
            }
        }
    }
}

/// Only `load` reads files, only `write` writes them, only `cli` knows the clock.
#[test]
fn files_and_the_clock_are_touched_in_one_place() {
    for (file, text) in sources() {
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let touches_files = code.contains("std::fs") || code.contains("fs::") || code.contains("File::open");
        assert!(!touches_files || matches!(room(&file), "load" | "write"), "{file} touches files");
        assert!(!code.contains("Local::now") || room(&file) == "cli", "{file} reads the clock");
        assert!(!code.contains("HashMap"), "{file} has a map without an order");
    }
}

/// What is said goes out by few ways, and a path goes into a message through [`beraad::visible`]. What is left here is a
/// path that `show` makes visible, and how far a run is.
#[test]
fn texts_from_outside_pass_by_one_place() {
    for (file, text) in sources() {
        let says = ["println!", "print!", "stderr()", "stdout()"].iter().any(|way| text.contains(way));
        let may = ["cli.rs", "cli/check.rs", "cli/make.rs", "cli/papers.rs"].contains(&file.as_str());
        assert!(!says || may, "{file} says something by a way of its own");
        let shows = text.contains(".display()") || text.contains("to_string_lossy()");
        let may = ["visible.rs", "work/dossier.rs", "work/take_in/files.rs", "work/papers.rs", "cli/papers.rs"]
            .contains(&file.as_str());
        assert!(!shows || may, "{file} shows a path as it is");
    }
}

#[test]
fn files_stay_short() {
    for (file, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 300, "{file} has {lines} lines");
    }
}

/// Nothing in the code is about one region.
#[test]
fn no_region_is_in_the_code() {
    for (file, text) in sources() {
        for name in ["Holland Rijnland", "holland-rijnland", "Regionaal Beraad Holland"] {
            assert!(!text.contains(name), "{file} names {name}");
        }
    }
    for entry in fs::read_dir("templates").unwrap().map(Result::unwrap) {
        assert!(!fs::read_to_string(entry.path()).unwrap().contains("Rijnland"), "{:?}", entry.path());
    }
}

#[test]
fn every_key_of_the_format_is_read() {
    let read: String =
        sources().into_iter().filter(|(file, _)| room(file) == "resolve").map(|(_, text)| text).collect();
    let mut open: Vec<&beraad::format::Table> = beraad::format::KINDS.iter().map(|kind| &kind.table).collect();
    while let Some(table) = open.pop() {
        for key in table.keys {
            assert!(read.contains(&format!("\"{}\"", key.name)), "nobody reads {}", key.name);
            open.extend(below(&key.value));
        }
    }
}

fn below(value: &'static beraad::format::Value) -> Option<&'static beraad::format::Table> {
    use beraad::format::Value;
    match value {
        Value::Table(table) | Value::Tables(table) => Some(table),
        Value::Map(_, of) | Value::List(of) => below(of),
        _ => None,
    }
}

#[test]
fn the_shipped_schemas_are_those_of_the_format() {
    for kind in beraad::format::KINDS {
        let path = format!("schema/{}.schema.json", kind.name);
        snapbox::assert_data_eq!(beraad::schema::schema(kind), snapbox::Data::read_from(Path::new(&path), None).raw());
    }
}

#[test]
fn the_shipped_files_name_their_schema() {
    for (_, folder) in super::examples::dossiers() {
        for (name, bytes) in super::examples::files(&folder).iter().filter(|(name, _)| name.ends_with(".toml")) {
            let text = String::from_utf8_lossy(bytes);
            let schema = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap_or_default();
            let place = folder.join(name).parent().unwrap().join(schema);
            assert!(place.is_file(), "{name} of {} names {schema}", folder.display());
        }
    }
}
