//! Folders that documents are written to: public and internal ones never mix, and what may not be public any more goes.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use beraad::cli::{Status, run};

use super::examples::files;
use super::faults::copy;

pub const MEETING: &str = "2025-10-02-bestuur";
const TODAY: &str = "2025-11-27";

/// A dossier with closed items in `d`, to be made in `u`.
pub struct Place(tempfile::TempDir);

impl Place {
    pub fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        copy(Path::new("examples/besloten"), &place.path().join("d"));
        Self(place)
    }

    /// Runs a command; a word that begins with `@` is a path in this place. Gives the exit status and what was said.
    pub fn run(&self, words: &str) -> (u8, String) {
        let path = |word: &str| word.strip_prefix('@').map_or(word.into(), |path| self.0.path().join(path).into());
        let words: Vec<OsString> = words.split(' ').map(path).collect();
        let head = ["beraad", "--vandaag", TODAY, "--dossier"].map(OsString::from);
        let all = head.into_iter().chain([self.0.path().join("d").into()]).chain(words);
        match run(all) {
            Ok(Status::Done) => (0, String::new()),
            Ok(Status::Findings) => (1, String::new()),
            Ok(Status::Misuse) => (2, String::new()),
            Err(error) => (2, error.to_string()),
        }
    }

    pub fn change(&self, path: &str, old: &str, new: &str) {
        let path = self.0.path().join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{old}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }

    fn close_item(&self) {
        self.change(
            &format!("d/{MEETING}/vergadering.toml"),
            "id = \"open-punt\"",
            "id = \"open-punt\"\nbesloten = true",
        );
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn there(&self, folder: &str) -> BTreeSet<String> {
        files(&self.0.path().join(folder)).into_keys().collect()
    }

    fn holds(&self, folder: &str, words: &str) -> bool {
        files(&self.0.path().join(folder)).values().any(|bytes| String::from_utf8_lossy(bytes).contains(words))
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

#[test]
fn what_was_closed_leaves_the_public_folder_in_every_kind_of_run() {
    let runs = [
        ("maak --openbaar --naar @u", true),
        ("maak 2025-10-02 --openbaar --naar @u", true),
        // an item of another meeting may have been closed
        ("maak 2025-09-11 --openbaar --naar @u", true),
        ("maak --openbaar -f html --naar @u", true),
        ("maak --openbaar --naar @u", false),
    ];
    for (words, with_list) in runs {
        let place = Place::new();
        assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
        let title = "oplegger-open-punt.html";
        assert!(place.there("u").contains(&format!("{MEETING}/{title}")), "{:?}", place.there("u"));
        place.write("u/eigen.md", "van mijzelf");
        place.write(&format!("u/{MEETING}/eigen.html"), "van mijzelf");
        if !with_list {
            fs::remove_file(place.0.path().join("u/.beraad-uitvoer.txt")).unwrap();
        }
        place.close_item();
        // without the list nobody knows whose the page is
        let (status, said) = place.run(words);
        assert!(status == if with_list { 0 } else { 2 } && with_list != said.contains("eigen.html"), "{words}: {said}");
        assert!(!place.holds("u", "open-punt"), "{words}: {:?}", place.there("u"));
        let own = ["eigen.md".to_owned(), format!("{MEETING}/eigen.html")];
        assert!(own.iter().all(|path| place.there("u").contains(path)), "{words}");
    }
}

#[test]
fn papers_minutes_and_meetings_go_and_empty_folders_with_them() {
    let table = [
        ("convenant.toml", "\"stukken\"", "\"agenda\"", "/stukken/"),
        ("convenant.toml", "\"besluitenlijst\"", "\"agenda\"", "/besluitenlijst."),
        ("convenant.toml", "\"verslag\"", "\"agenda\"", "/verslag."),
    ];
    for (file, old, new, gone) in table {
        let place = Place::new();
        let text = fs::read_to_string(place.0.path().join("d").join(file)).unwrap();
        if !text.contains(old) {
            place.change(&format!("d/{file}"), "bestuur = [\"agenda\"", &format!("bestuur = [\"agenda\", {old}"));
        }
        place.run("maak --openbaar --naar @u");
        let before = place.there("u");
        assert!(before.iter().any(|path| path.contains(gone)), "{gone}: {before:?}");
        let text = fs::read_to_string(place.0.path().join("d").join(file)).unwrap();
        let text = text.replace(&format!(", {old}"), "").replace(&format!("{old}, "), "").replace(old, new);
        fs::write(place.0.path().join("d").join(file), text).unwrap();
        assert_eq!(place.run("maak --openbaar --naar @u").0, 0, "{gone}");
        let after = place.there("u");
        assert!(!after.iter().any(|path| path.contains(gone)), "{gone}: {after:?}");
        assert!(gone != "/stukken/" || !place.0.path().join("u").join(MEETING).join("stukken").exists());
    }
    let place = Place::new();
    place.run("maak --openbaar --naar @u");
    let last = "2025-12-04-bestuur";
    fs::remove_dir_all(place.0.path().join("d").join(last)).unwrap();
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    assert!(!place.0.path().join("u").join(last).exists(), "{:?}", place.there("u"));
}

#[test]
fn an_edited_file_that_may_leak_is_named_and_stays() {
    let place = Place::new();
    place.run("maak --openbaar --naar @u");
    let path = format!("u/{MEETING}/oplegger-open-punt.md");
    place.change(&path, "# ", "# Mijn ");
    place.close_item();
    let (status, said) = place.run("maak --openbaar --naar @u");
    assert!(status == 2 && said.contains("oplegger-open-punt.md") && said.contains("Haal ze zelf weg"), "{said}");
    assert!(place.0.path().join(&path).exists());
    let again = place.run("maak --openbaar --naar @u");
    assert!(again.0 == 2 && again.1.contains("oplegger-open-punt.md"), "it is not forgotten: {}", again.1);
    assert_eq!(place.run("maak --openbaar --overschrijf --naar @u").0, 0);
    assert!(!place.0.path().join(&path).exists());
}

#[test]
fn a_run_that_fails_has_taken_away_what_may_not_be_public() {
    for template in ["{{ x | upp }}", "{{ 1 / 0 }}"] {
        let place = Place::new();
        place.run("maak --openbaar --naar @u");
        place.close_item();
        place.write("d/templates/agenda.md", template);
        assert_eq!(place.run("maak --openbaar --naar @u").0, 1, "{template}");
        let left = format!("{MEETING}/oplegger-open-punt.html");
        assert!(!place.there("u").contains(&left), "{template}");
    }
}

/// A template that breaks takes nothing away from who hides nothing, and a mistyped meeting from nobody.
#[test]
fn what_hides_nothing_stays_when_a_run_fails_and_a_mistyped_name_takes_nothing_away() {
    let place = Place::new();
    fs::remove_dir_all(place.path("d")).unwrap();
    copy(Path::new("tests/regels/basis"), &place.path("d"));
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    let before = place.there("u");
    place.write("d/templates/agenda.md", "{{ 1 / 0 }}");
    assert_eq!(place.run("maak --openbaar --naar @u").0, 1);
    assert_eq!(place.there("u"), before);
    let place = Place::new();
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    let before = place.there("u");
    assert_eq!(place.run("maak 2031-01-01 --openbaar --naar @u").0, 2);
    assert_eq!(place.there("u"), before);
}

/// First a run, then another one that must write nothing.
#[test]
fn public_and_internal_documents_never_share_a_folder() {
    let table = [
        ("maak --naar @u", "maak --openbaar --naar @u", false),
        ("maak --naar @u", "maak --openbaar --naar @u", true),
        ("maak --openbaar --naar @u", "maak --naar @u", false),
        ("maak --openbaar --naar @u", "maak --naar @u", true),
        ("maak --naar @u", "maak 2025-10-02 --openbaar --naar @u", false),
        ("maak --naar @u", "agenda 2025-10-02 --openbaar -o @u/x.md", false),
        ("maak --naar @u", "agenda 2025-10-02 --openbaar -o @u/x.md", true),
        ("maak --openbaar --naar @u", "agenda 2025-10-02 -o @u/x.html", false),
        ("maak --openbaar --naar @u", "agenda 2025-10-02 -o @u/x.html", true),
        ("maak --openbaar --naar @u", "agenda 2025-10-02 -o @u/2025-10-02-bestuur/x.md", true),
        ("maak --openbaar --naar @u", "agenda 2025-10-02 -o @u/nieuw/x.md", false),
        ("maak --openbaar --naar @u", "maak --naar @u/intern", false),
        ("agenda 2025-10-02 -o @u/x.md", "maak --openbaar --naar @u", false),
        ("agenda 2025-10-02 -o @u/x.eml", "agenda 2025-10-02 --openbaar -o @u/y.eml", false),
        ("agenda 2025-10-02 --openbaar -o @u/x.md", "maak --naar @u", false),
        ("agenda 2025-10-02 --openbaar -o @u/x.md", "agenda 2025-10-02 -o @u/x.md", false),
    ];
    for (first, second, lost) in table {
        let place = Place::new();
        place.write("u/mijn.txt", "x");
        assert_eq!(place.run(first).0, 0, "{first}");
        if lost {
            fs::remove_file(place.0.path().join("u/.beraad-uitvoer.txt")).unwrap();
        }
        let before = files(&place.0.path().join("u"));
        let (status, said) = place.run(second);
        assert!(status == 2 && said.contains("Er is niets geschreven"), "{first}, then {second}: {status} {said}");
        assert!(before == files(&place.0.path().join("u")), "{second} wrote something");
    }
    for (first, second) in [
        ("maak --openbaar --naar @u", "agenda 2025-10-02 --openbaar -o @u/x.md"),
        ("maak --naar @u", "agenda 2025-10-02 -o @u/x.md"),
        ("maak --openbaar --naar @u/site", "agenda 2025-10-02 -o @u/x.md"),
        ("maak --naar @u/intern", "agenda 2025-10-02 --openbaar -o @u/x.md"),
    ] {
        let place = Place::new();
        assert_eq!((place.run(first).0, place.run(second).0), (0, 0), "{first}, then {second}");
    }
}

#[test]
fn the_list_is_sorted_the_same_twice_and_never_leads_out_of_the_folder() {
    let place = Place::new();
    place.run("maak --openbaar --naar @u");
    let list = fs::read_to_string(place.0.path().join("u/.beraad-uitvoer.txt")).unwrap();
    let lines: Vec<&str> = list.lines().skip(1).collect();
    let (end, lines) = lines.split_last().unwrap();
    assert!(lines.iter().all(|line| line.starts_with("openbaar ")), "{list}");
    assert!(end.starts_with(&format!("# Einde. Regels hierboven: {}, kenmerk ", lines.len() + 1)), "{end}");
    place.run("maak --openbaar --naar @u");
    assert_eq!(fs::read_to_string(place.0.path().join("u/.beraad-uitvoer.txt")).unwrap(), list);
    place.write("buiten.md", &beraad::write::stamped("x".into(), beraad::write::Audience::Public));
    let zeros = "0".repeat(64);
    for path in ["../buiten.md", "/etc/hostname", "a/../../buiten.md"] {
        place.write("u/.beraad-uitvoer.txt", &format!("{list}openbaar gemaakt {zeros} {path}\nopenbaar gema"));
        assert_eq!(place.run("maak --openbaar --naar @u").0, 0, "{path}");
        assert!(place.0.path().join("buiten.md").exists());
    }
    assert_eq!(fs::read_to_string(place.0.path().join("u/.beraad-uitvoer.txt")).unwrap(), list);
}

/// A list of an older version is of nobody knows which audience.
#[test]
fn a_folder_of_an_older_version_is_not_taken_for_public() {
    let place = Place::new();
    place.write("u/2025-10-02-bestuur/stukken/a.pdf", "geheim");
    let print = beraad::fingerprint::bytes(b"geheim");
    place.write("u/.beraad-kopie", &format!("{print}  2025-10-02-bestuur/stukken/a.pdf\n"));
    let (status, said) = place.run("maak --openbaar --naar @u");
    assert!(status == 2 && said.contains("a.pdf"), "{said}");
    assert_eq!(place.run("maak --naar @u").0, 0);
    assert!(!place.there("u").contains(".beraad-kopie"));
}

#[test]
fn every_writer_keeps_to_never_over_an_edit() {
    let table = [
        ("schema --naar @u", "verslag.schema.json"),
        ("handleiding --naar @u", "beraad.1"),
        ("uitleg --naar @u", "dubbel.md"),
        ("sjablonen @u", "agenda.md"),
        ("acties -o @u/", "acties.md"),
        ("samenstelling -o @u/s.html", "s.html"),
        ("maak --naar @u", "index.md"),
    ];
    for (words, name) in table {
        let place = Place::new();
        assert_eq!((place.run(words).0, place.run(words).0), (0, 0), "{words}");
        let path = place.0.path().join("u").join(name);
        let mine = fs::read_to_string(&path).unwrap() + "mijn\n";
        fs::write(&path, &mine).unwrap();
        let (status, said) = place.run(words);
        assert!(status == 2 && said.contains(name) && said.contains("--overschrijf"), "{words}: {said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), mine, "{words}");
        assert_eq!(place.run(&format!("{words} --overschrijf")).0, 0, "{words}");
        assert_ne!(fs::read_to_string(&path).unwrap(), mine, "{words}");
    }
}

/// What a paper may not be called is what documents are called, and no more.
#[test]
fn every_document_of_a_meeting_has_a_name_that_no_paper_may_have() {
    let mut seen = BTreeSet::new();
    for (name, folder) in super::examples::dossiers() {
        let out = tempfile::tempdir().unwrap();
        let words = ["beraad", "--dossier", folder.to_str().unwrap(), "--vandaag", TODAY, "maak", "--naar"];
        assert!(run(words.into_iter().chain(out.path().to_str()).map(OsString::from)).is_ok(), "{name}");
        let names = files(out.path()).into_keys().filter_map(|path| Some(path.split_once('/')?.1.to_owned()));
        seen.extend(names.filter(|name| !name.contains('/')));
    }
    assert!(seen.len() > 30, "{seen:?}");
    assert!(seen.iter().all(|name| beraad::dossier::resolve::is_taken(name)), "{seen:?}");
    for document in &beraad::paper::DOCUMENTS {
        let of_region = document.from == beraad::paper::From::Region;
        let group = ["agenda.md", "oplegger-x.md", "raadpleging-x.md", "spreeknotitie-x.md", "terugkoppeling-x.md"];
        let name = group.iter().find(|name| name.starts_with(document.name)).copied();
        let name = name.map_or_else(|| format!("{}.html", document.name), str::to_owned);
        assert!(of_region || beraad::dossier::resolve::is_taken(&name), "{name}");
    }
    for free in [
        "plan.md",
        "agenda.pdf",
        "agenda-2024.md",
        "mijn-agenda.md",
        "oplegger.pdf",
        "stukken",
        "standpunt.md",
        "x.html",
    ] {
        assert!(!beraad::dossier::resolve::is_taken(free), "{free}");
    }
}

/// Both what was edited and is made again, and what was edited and may not be there any more, is named.
#[test]
fn all_edited_files_of_a_public_run_are_named() {
    let place = Place::new();
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    for name in ["agenda.md", "oplegger-open-punt.md"] {
        let path = format!("u/{MEETING}/{name}");
        let text = fs::read_to_string(place.0.path().join(&path)).unwrap();
        place.write(&path, &format!("Van mij\n{text}"));
    }
    place.close_item();
    let (status, said) = place.run("maak --openbaar --naar @u");
    assert!(status == 2 && said.contains("agenda.md") && said.contains("oplegger-open-punt.md"), "{said}");
    assert!(said.contains("Er kan iets in staan dat niet meer openbaar is:\n  "), "of what is made anew too: {said}");
}

/// Minutes that are not those that were adopted go nowhere; what was made of the adopted ones stays.
#[test]
fn nothing_is_made_of_minutes_that_were_changed_after_their_adoption() {
    let place = Place::new();
    let runs = ["maak --openbaar --naar @u", "maak --naar @i"];
    for run in runs {
        assert_eq!(place.run(run).0, 0, "{run}");
    }
    let before: Vec<_> = ["u", "i"].map(|folder| files(&place.path(folder).join(MEETING))).into();
    let text = format!("d/{MEETING}/verslag.toml");
    place.change(&text, "Het voorstel is helder.", "Het voorstel is niet helder.");
    for run in runs {
        assert_eq!(place.run(run).0, 1, "{run}");
    }
    // what was adopted stays inside; for everybody it goes, for nobody knows what of it may still be public
    assert!(files(&place.path("i").join(MEETING)) == before[1]);
    let public: Vec<String> = files(&place.path("u").join(MEETING)).into_keys().collect();
    let of_minutes = |path: &String| path.starts_with("verslag") || path.starts_with("besluitenlijst");
    assert!(public.contains(&"agenda.md".to_owned()) && !public.iter().any(of_minutes), "{public:?}");
    for (document, status) in [("verslag", 1), ("besluitenlijst", 1), ("verslag", 1), ("agenda", 0)] {
        for audience in ["", " --openbaar"] {
            assert_eq!(place.run(&format!("{document} {MEETING}{audience}")).0, status, "{document}{audience}");
        }
    }
    let excepted = "[verslag]\nopgesteld = 2025-10-06";
    let why = "\n\n[[uitzondering]]\nregel = \"vastgesteld-verslag-veranderd\"\nreden = \"Een typefout, besproken met allen.\"";
    place.change(&text, excepted, &format!("{excepted}{why}"));
    assert_eq!(place.run(&format!("verslag {MEETING}")).0, 0);
}

/// Of what was refused nothing is left, not even folders.
#[test]
fn what_is_refused_makes_no_folders() {
    let place = Place::new();
    assert_eq!(place.run("maak --openbaar --naar @u").0, 0);
    for words in
        ["agenda laatste -o @u/a/b/", "agenda laatste -o @u/a/b/c.md", "maak --naar @u/a/b", "stand laatste -o @u/a/b/"]
    {
        assert_ne!(place.run(words).0, 0, "{words}");
        assert!(!place.path("u/a").exists(), "{words}");
    }
}

/// Nothing is made among the user's own files: a copy would be taken for the paper, and the paper for a copy.
#[test]
fn a_dossier_is_no_place_for_its_documents() {
    let place = Place::new();
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.path("d"), place.path("l")).unwrap();
    let before = files(&place.path("d"));
    let inside = [
        "@d",
        "@d/",
        "@d/uit/..",
        "@d/../d",
        &format!("@d/{MEETING}"),
        &format!("@d/{MEETING}/uit"),
        "@d/templates",
        "@l",
    ];
    for to in inside.iter().filter(|to| cfg!(unix) || **to != "@l") {
        for audience in ["", " --openbaar"] {
            let (status, said) = place.run(&format!("maak{audience} --naar {to}"));
            assert!(status == 2 && said.contains("dossier zelf"), "{to}: {status} {said}");
        }
    }
    // every other command that writes, and a folder that would be one of a meeting
    let writers =
        ["agenda laatste -o", "acties -f html -o", "schema --naar", "uitleg --naar", "handleiding --naar", "sjablonen"];
    let coming = "@d/2031-01-01-bestuur/";
    for to in inside.iter().chain([&coming]).filter(|to| cfg!(unix) || **to != "@l") {
        for command in writers.iter().filter(|command| **command != "sjablonen" || *to != "@d/templates") {
            let (status, said) = place.run(&format!("{command} {to}/"));
            assert!(status == 2 && said.contains("dossier zelf"), "{command} {to}: {status} {said}");
        }
    }
    for file in
        [&format!("@d/{MEETING}/x.md"), "@d/templates/agenda.md", "@d/2031-01-01-bestuur/x.md", "@d/convenant.toml.md"]
    {
        let (status, said) = place.run(&format!("agenda laatste -o {file}"));
        assert!(status == 2 && said.contains("dossier zelf"), "{file}: {status} {said}");
    }
    assert_eq!(place.run(&format!("maak --naar {coming}")).0, 2);
    assert_eq!(files(&place.path("d")), before);
    assert!(!place.path("d/2031-01-01-bestuur").exists());
    for (to, command) in
        [("@d/voortgang.toml", "maak --naar"), ("@d/x.TOML/uit", "maak --naar"), ("@d/x.toml", "sjablonen")]
    {
        let (status, said) = place.run(&format!("{command} {to}"));
        assert!(status == 2 && said.contains("een naam met .toml"), "{command} {to}: {status} {said}");
    }
    for file in ["@u/.beraad-uitvoer.txt", "@d/.Beraad-kopie.md"] {
        let (status, said) = place.run(&format!("agenda laatste -o {file}"));
        assert!(status == 2 && said.contains("gebruikt beraad zelf"), "{file}: {status} {said}");
    }
    // whoever names a file beside the covenant means that, and templates are what belongs there
    assert_eq!(place.run("agenda laatste -o @d/agenda.md").0, 0);
    assert_eq!(place.run("sjablonen @d/templates").0, 0);
    fs::remove_dir_all(place.path("d/templates")).unwrap();
    for to in ["@d/uit", "@l/uit", "@d-uit", "@d/uit/site"] {
        assert_eq!(place.run(&format!("maak --naar {to}")), (0, String::new()), "{to}");
    }
}
