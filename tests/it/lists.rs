//! The list of what was made is gone or damaged: what may be ours and stands on no list is named until it is gone, and is
//! never taken away.

use std::fs;
use std::path::Path;

use super::output::{MEETING, Place};

const LIST: &str = "u/.beraad-uitvoer.txt";
const PUBLIC: &str = "maak --openbaar --naar @u";

/// A public folder with papers beside the documents.
fn published() -> Place {
    let place = Place::new();
    place.change("d/convenant.toml", "bestuur = [\"agenda\"", "bestuur = [\"agenda\", \"stukken\"");
    assert_eq!(place.run(PUBLIC), (0, String::new()));
    assert!(!papers(&place).is_empty(), "{:?}", place.there("u"));
    place
}

fn papers(place: &Place) -> Vec<String> {
    of_papers(place).filter(|path| !path.ends_with(".html")).collect()
}

/// The pages that were made of papers. Those that stand on what is left of a list go away; all others are named.
fn pages(place: &Place) -> Vec<String> {
    of_papers(place).filter(|path| path.ends_with(".html")).collect()
}

fn of_papers(place: &Place) -> impl Iterator<Item = String> {
    place.there("u").into_iter().filter(|path| path.starts_with(&format!("{MEETING}/stukken/")))
}

/// The meeting goes, with what other files say of it.
fn drop_meeting(place: &Place) {
    fs::remove_file(place.path("d/voortgang.toml")).unwrap();
    place.change("d/2025-11-06-bestuur/vergadering.toml", "verslag_van = [\"2025-10-02-bestuur\"]", "");
    fs::remove_dir_all(place.path("d").join(MEETING)).unwrap();
}

type Damage = fn(&str) -> Option<Vec<u8>>;

/// What became of the list, and whether it is still whole.
const DAMAGE: [(&str, Damage, bool); 22] = [
    ("as it was", |list| Some(list.into()), true),
    ("with other ends of lines", |list| Some(list.replace('\n', "\r\n").into()), true),
    ("saved by an editor", |list| Some(format!("\u{feff}{}", list.trim_end()).into()), true),
    ("a later run was killed", |list| Some(format!("{list}\n{}\n\nopenbaar kop", entry(list)).into()), true),
    ("gone", |_| None, false),
    ("empty", |_| Some(Vec::new()), false),
    ("head only", |list| Some(list.lines().next().unwrap().into()), false),
    ("cut at a line", |list| Some(until(list, " kopie ").into()), false),
    ("cut within a line", |list| Some(until(list, " kopie ")[..200].into()), false),
    ("without papers", |list| Some(without(list, " kopie ").into()), false),
    ("without its end", |list| Some(without(list, "# Einde").into()), false),
    ("end cut off", |list| Some(list[..list.len() - 2].into()), false),
    ("without its head", |list| Some(list.split_once('\n').unwrap().1.into()), false),
    ("end only", |list| list.lines().last().map(Into::into), false),
    ("another letter in a path", |list| Some(list.replace("/stukken/", "/stukkem/").into()), false),
    ("another file in a line", |list| Some(list.replace("/stukken/", "/stukken/.").into()), false),
    ("another end", |list| Some(list.replace(", kenmerk ", ", kenmerk 0").into()), false),
    ("a line too long to read", |list| Some(list.replacen("openbaar", &"x".repeat(200_000), 1).into()), false),
    ("garbage", |_| Some(b"hallo\nwereld\n".into()), false),
    ("binary", |_| Some(vec![0, 159, 146, 150, 10, 255]), false),
    ("zeros of a power cut", |list| Some(vec![0; list.len()]), false),
    ("a conflict", |list| Some(list.replacen("openbaar kopie", "<<<<<<< HEAD\nopenbaar kopie", 1).into()), false),
];

fn entry(list: &str) -> &str {
    list.lines().nth(1).unwrap()
}

fn until<'a>(list: &'a str, words: &str) -> &'a str {
    let at = list.find(words).unwrap();
    &list[..=list[..at].rfind('\n').unwrap()]
}

fn without(list: &str, words: &str) -> String {
    list.split_inclusive('\n').filter(|line| !line.contains(words)).collect()
}

fn damage(place: &Place, with: Damage) {
    let list = fs::read_to_string(place.path(LIST)).unwrap();
    match with(&list) {
        Some(bytes) => fs::write(place.path(LIST), bytes).unwrap(),
        None => fs::remove_file(place.path(LIST)).unwrap(),
    }
}

#[test]
fn papers_that_nobody_knows_are_named_until_they_are_gone() {
    for (name, with, is_whole) in DAMAGE {
        let place = published();
        let all = papers(&place);
        damage(&place, with);
        drop_meeting(&place);
        // all is on it still, with or without a right end
        let knows_all = is_whole
            || [
                "without its end",
                "end cut off",
                "without its head",
                "a conflict",
                "another end",
                "a line too long to read",
            ]
            .contains(&name);
        for _ in 0..3 {
            let (status, said) = place.run(PUBLIC);
            let left = papers(&place);
            assert!(pages(&place).iter().all(|path| said.contains(path)), "{name}: {said}");
            if knows_all {
                assert!(status == 0 && left.is_empty(), "{name}: {status} {said} {left:?}");
            } else {
                assert!(
                    status == 2 && said.contains("niet bekend of zij openbaar mogen zijn"),
                    "{name}: {status} {said}"
                );
                assert!(left == all && left.iter().all(|path| said.contains(path)), "{name}: {said} {left:?}");
            }
            assert!(!place.there("u").contains(&format!("{MEETING}/agenda.md")), "{name}");
        }
        drop(fs::remove_dir_all(place.path("u").join(MEETING)));
        assert_eq!(place.run(PUBLIC), (0, String::new()), "{name}");
        let list = fs::read_to_string(place.path(LIST)).unwrap();
        assert!(list.lines().last().unwrap().starts_with("# Einde"), "{name}: {list}");
    }
}

/// What is made anew is known again, whatever became of the list.
#[test]
fn a_list_that_is_gone_comes_back_while_nothing_else_stands_there() {
    for (name, with, _) in DAMAGE {
        let place = published();
        let list = fs::read_to_string(place.path(LIST)).unwrap();
        damage(&place, with);
        assert_eq!(place.run(PUBLIC), (0, String::new()), "{name}");
        assert_eq!(fs::read_to_string(place.path(LIST)).unwrap(), list, "{name}");
    }
}

#[test]
fn a_file_of_the_users_is_no_matter_while_the_list_is_whole() {
    for (name, with, is_whole) in DAMAGE {
        let place = published();
        let own = [format!("{MEETING}/eigen.pdf"), format!("{MEETING}/mijn/diep/eigen.txt")];
        for path in own.iter().chain(&["eigen.pdf".to_owned(), "mijn/eigen.pdf".to_owned()]) {
            place.write(&format!("u/{path}"), "van mij");
        }
        damage(&place, with);
        let (status, said) = place.run(PUBLIC);
        assert!(own.iter().all(|path| place.there("u").contains(path)), "{name}");
        assert_eq!(status, if is_whole { 0 } else { 2 }, "{name}: {said}");
        assert!(own.iter().all(|path| said.contains(path) != is_whole), "{name}: {said}");
        assert_eq!(said.matches("eigen").count(), if is_whole { 0 } else { 2 }, "{name}: {said}");
    }
}

/// A list that was put back from before a paper was published is whole, and says nothing of it.
#[test]
fn an_older_list_hides_no_paper() {
    let place = Place::new();
    assert_eq!(place.run(PUBLIC), (0, String::new()));
    let older = fs::read(place.path(LIST)).unwrap();
    let (closed, open) = ("bestuur = [\"agenda\"", "bestuur = [\"agenda\", \"stukken\"");
    place.change("d/convenant.toml", closed, open);
    assert_eq!(place.run(PUBLIC), (0, String::new()));
    let all = [papers(&place), pages(&place)].concat();
    assert_eq!(all.len(), 2);
    fs::write(place.path(LIST), older).unwrap();
    place.write(&format!("u/{MEETING}/eigen.pdf"), "van mij");
    place.change("d/convenant.toml", open, closed);
    for is_first in [true, false] {
        let (status, said) = place.run(PUBLIC);
        assert!(status == 2 && all.iter().all(|path| said.contains(path)), "{status} {said}");
        // from now on the list does not tell whose it is
        assert!(said.contains("eigen.pdf") != is_first, "{said}");
    }
    fs::remove_dir_all(place.path("u").join(MEETING)).unwrap();
    assert_eq!(place.run(PUBLIC), (0, String::new()));
}

/// A folder that is made public holds nothing of which nobody knows whose it is, also when all that is ours was taken away.
#[test]
fn a_public_run_in_a_new_folder_names_what_stands_among_the_meetings() {
    let place = Place::new();
    place.write(&format!("u/{MEETING}/eigen.pdf"), "van mij");
    for _ in 0..2 {
        let (status, said) = place.run(PUBLIC);
        assert!(status == 2 && said.contains("eigen.pdf"), "{status} {said}");
    }
    let place = Place::new();
    place.write(&format!("u/{MEETING}/eigen.pdf"), "van mij");
    assert_eq!(place.run("maak --naar @u"), (0, String::new()), "nobody publishes it");
    let place = published();
    for path in place.there("u").iter().filter(|path| !path.contains("/stukken/")) {
        fs::remove_file(place.path("u").join(path)).unwrap();
    }
    let all = papers(&place);
    drop_meeting(&place);
    let (status, said) = place.run(PUBLIC);
    assert!(status == 2 && all.iter().all(|path| said.contains(path)), "{status} {said}");
}

/// However a run ends, it says what nobody knows: also when it makes nothing.
#[test]
fn a_run_that_makes_nothing_names_them_too() {
    type Change = fn(&Place);
    let ends: [(&str, Change); 3] = [
        ("a template with a fault", |place| place.write("d/templates/agenda.md", "{{ x | upp }}")),
        ("a template with a fault of its own", |place| place.write("d/templates/agenda.md", "{{ 1 / 0 }}")),
        ("nothing is public", |place| {
            let text = fs::read_to_string(place.path("d/convenant.toml")).unwrap();
            place.write("d/convenant.toml", &text.replace("bestuur = [\"agenda\", \"stukken\"", "bestuur = []\n#"));
        }),
    ];
    for (name, change) in ends {
        let place = published();
        let all = papers(&place);
        damage(&place, |_| None);
        drop_meeting(&place);
        change(&place);
        for _ in 0..2 {
            let (status, said) = place.run(PUBLIC);
            assert!(status == 2 && all.iter().all(|path| said.contains(path)), "{name}: {status} {said}");
        }
        assert_eq!(papers(&place), all, "{name}");
    }
}

/// The lines that a first run added before it was killed.
#[test]
fn a_first_run_that_was_killed_raises_no_alarm() {
    let journal: Damage = |list| {
        let lines = list.lines().filter(|line| line.starts_with("openbaar"));
        Some(lines.map(|line| format!("\n{line}\n")).collect::<String>().into())
    };
    for drops in [false, true] {
        let place = published();
        damage(&place, journal);
        if drops {
            drop_meeting(&place);
        }
        assert_eq!(place.run(PUBLIC), (0, String::new()), "{drops}");
        assert_eq!(papers(&place).is_empty(), drops);
    }
}

#[cfg(unix)]
fn names(place: &Place) -> Vec<std::path::PathBuf> {
    let mut open = vec![place.path("u")];
    let mut all = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            open.extend(entry.file_type().unwrap().is_dir().then(|| entry.path()));
            all.push(entry.path());
        }
    }
    all.sort();
    all
}

#[cfg(unix)]
#[test]
fn a_list_that_is_no_plain_file_is_refused_before_anything_changes() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    type Stand = fn(&Path);
    let table: [(&str, Stand); 6] = [
        ("geen gewoon bestand", |list| {
            assert!(std::process::Command::new("mkfifo").arg(list).status().unwrap().success());
        }),
        ("koppeling naar iets dat er niet is", |list| symlink("nergens", list).unwrap()),
        ("verwijzen naar elkaar", |list| symlink(list.file_name().unwrap(), list).unwrap()),
        ("door een koppeling buiten", |list| symlink("/dev/zero", list).unwrap()),
        ("is een map", |list| fs::create_dir(list).unwrap()),
        ("alleen te lezen", |list| {
            fs::write(list, "").unwrap();
            fs::set_permissions(list, fs::Permissions::from_mode(0o444)).unwrap();
        }),
    ];
    for (expected, stand) in table {
        for list in [LIST, "u/.beraad-kopie"] {
            if expected == "alleen te lezen" && list != LIST {
                continue;
            }
            let place = published();
            drop(fs::remove_file(place.path(list)));
            stand(&place.path(list));
            drop_meeting(&place);
            let before = names(&place);
            let (status, said) = place.run(PUBLIC);
            assert!(status == 2 && said.contains(expected), "{list}, {expected}: {status} {said}");
            assert_eq!(names(&place), before, "{list}, {expected}");
        }
    }
}

/// What lies deeper is published too; what somebody saved in a folder of its own is not of the run.
#[test]
fn a_public_folder_is_looked_at_to_the_bottom() {
    let place = Place::new();
    for (to, is_seen) in [("u/diep/er", true), ("u/.verborgen/er", false), ("v/er", false)] {
        assert_eq!(place.run(&format!("maak --naar @{to}")).0, 0, "{to}");
        let (status, said) = place.run(PUBLIC);
        assert_eq!(status, if is_seen { 2 } else { 0 }, "{to}: {said}");
        assert_eq!(said.contains("er/index.md"), is_seen, "{to}: {said}");
        fs::remove_dir_all(place.path(to)).unwrap();
    }
    let place = Place::new();
    for to in ["u/gemaild/", "u/gemaild/er/"] {
        fs::create_dir_all(place.path(to)).unwrap();
        assert_eq!(place.run(&format!("agenda {MEETING} --openbaar -o @{to}")).0, 0, "{to}");
    }
    assert_eq!(place.run(PUBLIC), (0, String::new()));
    assert!(place.there("u").iter().filter(|path| path.starts_with("gemaild/")).count() == 2, "{:?}", place.there("u"));
}
