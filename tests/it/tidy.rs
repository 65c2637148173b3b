//! Does the code keep its promises? Reads the sources and holds the table of rooms in `src/lib.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

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

/// The room of a file of the sources.
fn room(file: &str) -> String {
    room_of(&place(file)).unwrap()
}

/// The room of a module, by its names from the crate. In `dossier` each module is a room of its own.
fn room_of(place: &[impl ToString]) -> Option<String> {
    let first = place.first()?.to_string();
    let second = place.get(1).filter(|_| first == "dossier");
    Some(second.map_or(first.clone(), |second| format!("{first}::{}", second.to_string())))
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

/// What a source names from outside itself: rooms of this crate and other crates, as the compiler reads them: also in the braces
/// of a `use`, by `super`, and in the arguments of a macro. Unit tests do not count.
struct Named<'a> {
    /// The modules down to the source, from the crate.
    place: &'a [&'a str],
    /// How deep in modules of the source itself.
    depth: usize,
    rooms: BTreeSet<String>,
    crates: BTreeSet<String>,
}

impl<'a> Named<'a> {
    fn of(place: &'a [&'a str], text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{place:?}: {error}"));
        let mut named = Self { place, depth: 0, rooms: BTreeSet::new(), crates: BTreeSet::new() };
        named.visit_file(&file);
        named
    }

    /// Takes a path, by its first names.
    fn path(&mut self, names: &[String]) {
        let Some(first) = names.first() else { return };
        let mut here: Vec<&str> = self.place.to_vec();
        here.extend(std::iter::repeat_n("", self.depth));
        let rest = match first.as_str() {
            "crate" => {
                here.clear();
                &names[1..]
            }
            "super" => {
                let up = names.iter().take_while(|name| *name == "super").count();
                here.truncate(here.len().saturating_sub(up));
                &names[up..]
            }
            "self" | "Self" => return,
            _ => {
                self.crates.insert(first.clone());
                return;
            }
        };
        let whole: Vec<String> = here.iter().map(ToString::to_string).chain(rest.iter().cloned()).collect();
        self.rooms.extend(room_of(&whole));
    }

    /// Takes every path of a `use`.
    fn tree(&mut self, tree: &syn::UseTree, above: &[String]) {
        let with = |name: &syn::Ident| [above, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, above)),
            syn::UseTree::Name(name) if name.ident == "self" => self.path(above),
            syn::UseTree::Name(name) => self.path(&with(&name.ident)),
            syn::UseTree::Rename(name) => self.path(&with(&name.ident)),
            syn::UseTree::Glob(_) => self.path(above),
        }
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    let of_tests = |one: &syn::Attribute| match &one.meta {
        syn::Meta::List(list) => one.path().is_ident("cfg") && list.tokens.to_string().contains("test"),
        _ => false,
    };
    attributes.iter().any(of_tests)
}

impl<'ast> Visit<'ast> for Named<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test(&item.attrs) {
            self.tree(&item.tree, &[]);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            self.depth += 1;
            visit::visit_item_mod(self, item);
            self.depth -= 1;
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if names.len() > 1 {
            self.path(&names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        visit::visit_macro(self, mac);
        // a macro may hold any text: its paths are found by their words
        let tokens = mac.tokens.to_string();
        let words: Vec<&str> = tokens.split_whitespace().collect();
        for at in (0..words.len()).filter(|at| words.get(at + 1) == Some(&"::")) {
            let is_within = at > 0 && words[at - 1] == "::";
            let name = words[at].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
            if !is_within && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                let path = words[at..].iter().step_by(2).take(4).map(ToString::to_string);
                self.path(&[vec![name.to_owned()], path.skip(1).collect()].concat());
            }
        }
    }
}

/// The modules down to a file of the sources.
fn place(file: &str) -> Vec<&str> {
    file.trim_end_matches(".rs").split('/').collect()
}

/// A source with the rooms and the crates that it names.
type Uses = (String, BTreeSet<String>, BTreeSet<String>);

/// What the sources of each room name, those of the map and of the program apart.
fn named() -> BTreeMap<String, Vec<Uses>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (file, text) in sources() {
        // these two only say what stands below them
        if !matches!(file.as_str(), "lib.rs" | "dossier.rs") {
            let place = place(&file);
            let Named { rooms, crates, .. } = Named::of(&place, &text);
            all.entry(room(&file)).or_default().push((file.clone(), rooms, crates));
        }
    }
    all
}

#[test]
fn what_a_source_names_is_seen_however_it_is_written() {
    const SAMPLE: &str = r#"
        use crate::{model::{self, Region}, dutch as words};
        use super::super::render::html;
        use super::beside;
        use comrak::{Arena, nodes};
        #[cfg(test)]
        use crate::not;
        mod own { use super::super::super::write; }
        fn one(it: &crate::check::Rule) -> String {
            let days = vec![crate::calendar::day(), textwrap::fill("crate::neither")];
            format!("{} {}", crate::show::text(), super::super::dossier::schema::all())
        }
        #[cfg(test)]
        mod tests { use crate::cli; }
    "#;
    let named = Named::of(&["answer", "text"], SAMPLE);
    let rooms = ["answer", "calendar", "check", "dossier::schema", "dutch", "model", "render", "show", "write"];
    assert_eq!(named.rooms.iter().collect::<Vec<_>>(), rooms);
    assert_eq!(named.crates.iter().collect::<Vec<_>>(), ["comrak", "textwrap"]);
}

#[test]
fn a_room_uses_the_rooms_that_the_map_allows_and_no_others() {
    let allowed = allowed();
    let named = named();
    let rooms: BTreeSet<&String> = named.keys().filter(|room| *room != "main").collect();
    assert_eq!(allowed.iter().map(|(name, _)| name).collect::<BTreeSet<_>>(), rooms, "the map has every room");
    let mut wrong = Vec::new();
    for (room, may) in allowed.iter().filter(|(_, may)| !may.contains("all")) {
        for (file, rooms, _) in &named[room] {
            let others = rooms.iter().filter(|one| *one != room && !may.contains(*one));
            wrong.extend(others.map(|one| format!("{file} uses {one}, which the map does not allow")));
        }
        let in_vain = |one: &&String| !one.is_empty() && !named[room].iter().any(|(_, rooms, _)| rooms.contains(*one));
        wrong.extend(may.iter().filter(in_vain).map(|one| format!("{room} does not use {one}, which the map allows")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A room is made of rooms that are made without it; `cli` holds them all together.
#[test]
fn the_arrows_between_rooms_go_one_way() {
    let used = named().into_iter().filter(|(room, _)| !matches!(room.as_str(), "cli" | "main"));
    let mut open: BTreeMap<String, BTreeSet<String>> = used
        .map(|(room, files)| {
            let mut rooms: BTreeSet<String> = files.into_iter().flat_map(|(_, rooms, _)| rooms).collect();
            rooms.remove(&room);
            (room, rooms)
        })
        .collect();
    loop {
        let done: Vec<String> =
            open.iter().filter(|(_, rooms)| rooms.is_empty()).map(|(room, _)| room.clone()).collect();
        open.retain(|room, _| !done.contains(room));
        for rooms in open.values_mut() {
            rooms.retain(|room| !done.contains(room));
        }
        if done.is_empty() {
            break;
        }
    }
    assert!(open.is_empty(), "these go around: {open:?}");
}

/// A library and the rooms in which it may be named.
const LIBRARIES: [(&str, &[&str]); 36] = [
    ("erased_serde", &["paper/view.rs"]),
    ("base64", &["render/html.rs", "render/mail.rs"]),
    ("hex", &["fingerprint"]),
    ("mimalloc", &["main.rs"]),
    ("sha2", &["fingerprint", "render/html.rs"]),
    ("unicode_normalization", &["dossier/resolve/papers/", "publish/leak/"]),
    ("html5gum", &["answer/html.rs", "answer/html/", "publish/leak/"]),
    ("glob", &["dossier/load.rs"]),
    ("zip", &["publish/leak/", "write/archive.rs"]),
    // the part of zip that makes a file smaller; it is chosen in Cargo.toml
    ("flate2", &[]),
    ("xattr", &["write/place.rs"]),
    ("signal_hook", &["write/temporary.rs"]),
    ("ctrlc", &["write/temporary.rs"]),
    ("whoami", &["cli/caller.rs"]),
    ("mail_parser", &["answer/bytes.rs", "answer/mail.rs", "answer/mail/"]),
    ("cfb", &["answer/mail/"]),
    ("mail_builder", &["render/mail.rs"]),
    ("textwrap", &["render/"]),
    ("toml_writer", &["dossier/edit.rs"]),
    ("tera", &["render/template.rs", "render/template/"]),
    // a writer walks the tree of a paper, and knows of no Markdown
    ("comrak", &["render/field", "render/tree/", "render/outline.rs", "render/markdown.rs", "render/terminal.rs"]),
    ("comfy_table", &["render/terminal.rs"]),
    ("terminal_size", &["cli/papers.rs"]),
    ("toml", &["dossier/read.rs", "dossier/read/"]),
    ("clap", &["cli.rs", "cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("annotate_snippets", &["show.rs"]),
    ("serde_json", &["dossier/schema.rs", "paper/site/linked.rs", "publish/data.rs", "show/machine"]),
    ("uuid", &["publish/ori.rs"]),
    ("tempfile", &["write/temporary.rs"]),
    ("email_address", &["dossier/read/address.rs"]),
    ("strum", &["model/", "word.rs", "role.rs", "render.rs"]),
    ("strsim", &["dossier/read/text.rs"]),
    ("percent_encoding", &["link.rs"]),
    ("anstream", &["cli/"]),
];

/// Libraries for everywhere.
const EVERYWHERE: [&str; 3] = ["anyhow", "chrono", "serde"];

#[test]
fn a_library_is_named_in_its_own_room_only() {
    let manifest: toml::Table = fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    let unix = &manifest["target"].as_table().unwrap()["cfg(unix)"]["dependencies"];
    let all = [&manifest["dependencies"], unix].into_iter().flat_map(|table| table.as_table().unwrap().keys());
    let all: BTreeSet<String> = all.map(|name| name.replace('-', "_")).collect();
    let known = LIBRARIES.iter().map(|(library, _)| *library).chain(EVERYWHERE).map(str::to_owned).collect();
    assert_eq!(all, known, "every dependency has a room");
    let files: Vec<_> = named().into_values().flatten().collect();
    let mut wrong = Vec::new();
    for (library, rooms) in LIBRARIES {
        let naming = files.iter().filter(|(_, _, crates)| crates.contains(library)).map(|(file, ..)| file);
        let naming: Vec<&String> = naming.collect();
        let outside = naming.iter().filter(|file| !rooms.iter().any(|room| file.starts_with(room)));
        wrong.extend(outside.map(|file| format!("{file} names {library}")));
        let in_vain = rooms.iter().filter(|room| !naming.iter().any(|file| file.starts_with(*room)));
        wrong.extend(in_vain.map(|room| format!("{room} does not name {library}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Only `load` reads files, only `write` writes them, only `cli` knows the clock.
#[test]
fn files_and_the_clock_are_touched_in_one_place() {
    for (file, text) in sources() {
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let touches_files = code.contains("std::fs") || code.contains("fs::") || code.contains("File::open");
        assert!(!touches_files || matches!(room(&file).as_str(), "dossier::load" | "write"), "{file} touches files");
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
        let may = ["cli.rs", "cli/screen.rs", "cli/check.rs", "cli/make.rs", "cli/papers.rs"].contains(&file.as_str());
        assert!(!says || may, "{file} says something by a way of its own");
        let shows = text.contains(".display()") || text.contains("to_string_lossy()");
        let may = ["visible.rs", "work/dossier.rs", "work/take_in/files.rs", "work/papers.rs", "cli/papers.rs"]
            .contains(&file.as_str());
        assert!(!shows || may, "{file} shows a path as it is");
    }
}

/// A module that a macro declares is not seen by rustfmt, by rust-analyzer, or by whoever mutates the code.
#[test]
fn every_module_is_declared_plainly() {
    let sources: BTreeMap<String, String> = sources().into_iter().collect();
    for file in sources.keys().filter(|file| !matches!(file.as_str(), "lib.rs" | "main.rs")) {
        let (above, name) = match file.trim_end_matches(".rs").rsplit_once('/') {
            Some((above, name)) => (format!("{above}.rs"), name.to_owned()),
            None => ("lib.rs".to_owned(), file.trim_end_matches(".rs").to_owned()),
        };
        let items = syn::parse_file(&sources[&above]).unwrap().items;
        let declares = |item: &syn::Item| matches!(item, syn::Item::Mod(module) if module.ident == name.as_str());
        assert!(items.iter().any(declares), "{above} does not declare {name} by a plain mod");
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
    for (name, text) in beraad::paper::templates() {
        assert!(!text.contains("Rijnland"), "{name}");
    }
}

#[test]
fn the_shipped_schemas_are_those_of_the_format() {
    for kind in beraad::dossier::format::KINDS {
        let path = format!("schema/{}.schema.json", kind.name);
        snapbox::assert_data_eq!(
            beraad::dossier::schema::schema(kind),
            snapbox::Data::read_from(Path::new(&path), None).raw()
        );
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
