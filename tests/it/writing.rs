//! Files are written whole or not at all, only what changed, never over a hand-made edit.

use std::fs;
use std::path::Path;

use beraad::render::Format;
use beraad::write::lock::Lock;
use beraad::write::place::{Place, Sync};
use beraad::write::{Audience, Outcome, Writer};

fn stamped(text: String) -> String {
    beraad::write::stamped(text, Audience::Internal)
}

fn writer(folder: &Path, overwrite: bool) -> Writer {
    Writer::new(lock(folder).unwrap(), overwrite)
}

fn lock(folder: &Path) -> anyhow::Result<Lock> {
    Lock::take(folder, "de test", |_| ())
}

const TEXT: &str = "# Agenda\n\nTekst.\n";

/// Lays a file down, writes over it, and tells what came of it and of the file.
fn over(existing: &str, overwrite: bool) -> (Outcome, String) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("a.md");
    fs::write(&place, existing).unwrap();
    let outcome = writer(folder.path(), overwrite).document("a.md", Format::Markdown, TEXT.into()).unwrap();
    (outcome, fs::read_to_string(place).unwrap())
}

#[test]
fn our_own_output_is_known_and_an_edit_is_kept() {
    let (new, old) = (stamped(TEXT.into()), stamped("# Oud\n".into()));
    let edited = old.replace("Oud", "Mijn");
    let without_stamp = old.lines().next().unwrap().to_owned();
    let half_a_stamp = old[..old.len() - 10].to_owned();
    let later = format!("{old}Nog iets.\n");
    let table = [
        ("the same", new.clone(), Outcome::Unchanged),
        ("older", old.clone(), Outcome::Written),
        ("older, checked out on Windows", old.replace('\n', "\r\n"), Outcome::Written),
        ("older, without its last line end", old.trim_end().to_owned(), Outcome::Written),
        ("edited", edited, Outcome::Edited),
        ("without its stamp", without_stamp, Outcome::Edited),
        ("with half a stamp", half_a_stamp, Outcome::Edited),
        ("with something after the stamp", later, Outcome::Edited),
        ("empty", String::new(), Outcome::Edited),
        ("something else", "iets van mijzelf".to_owned(), Outcome::Edited),
    ];
    for (name, existing, expected) in table {
        let (outcome, after) = over(&existing, false);
        assert_eq!(outcome, expected, "{name}");
        assert_eq!(after, if expected == Outcome::Edited { existing.clone() } else { new.clone() }, "{name}");
        assert_eq!(over(&existing, true).1, new, "{name}, overwritten");
    }
}

#[test]
fn a_copied_paper_is_known_by_the_list_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |bytes: &[u8]| {
        let writer = writer(folder.path(), false).tracked(Audience::Internal, |_| false).unwrap();
        let outcome = writer.copy("stukken/a.pdf", &mut std::io::Cursor::new(bytes)).unwrap();
        writer.finish().unwrap();
        outcome
    };
    assert_eq!([copy(b"een"), copy(b"een"), copy(b"twee")], [Outcome::Written, Outcome::Unchanged, Outcome::Written]);
    fs::write(folder.path().join("stukken/a.pdf"), "van mijzelf").unwrap();
    assert_eq!(copy(b"drie"), Outcome::Edited);
    assert_eq!(fs::read(folder.path().join("stukken/a.pdf")).unwrap(), b"van mijzelf");
}

/// A power cut may leave a file without what was in it; one that is not on the list stays as somebody left it.
#[test]
fn what_we_made_and_stands_empty_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let run = || {
        let writer = writer(folder.path(), false).tracked(Audience::Internal, |_| false).unwrap();
        let made = writer.document("m/a.md", Format::Markdown, TEXT.into()).unwrap();
        let copied = writer.copy("m/b.pdf", &mut std::io::Cursor::new(b"een")).unwrap();
        writer.finish().unwrap();
        [made, copied]
    };
    let empty = || {
        fs::create_dir_all(folder.path().join("m")).unwrap();
        for path in ["m/a.md", "m/b.pdf"] {
            fs::write(folder.path().join(path), "").unwrap();
        }
    };
    empty();
    assert_eq!(run(), [Outcome::Edited; 2]);
    fs::remove_dir_all(folder.path().join("m")).unwrap();
    assert_eq!(run(), [Outcome::Written; 2]);
    empty();
    assert_eq!(run(), [Outcome::Written; 2]);
    assert_eq!(fs::read_to_string(folder.path().join("m/a.md")).unwrap(), stamped(TEXT.into()));
}

/// What was noted before it was written is known again, also when the run was killed before its end.
#[test]
fn a_run_that_was_killed_leaves_nothing_that_is_not_known() {
    let folder = tempfile::tempdir().unwrap();
    let writer = || writer(folder.path(), false).tracked(Audience::Public, |_| false).unwrap();
    writer().copy("m/a.pdf", &mut std::io::Cursor::new(b"een")).unwrap();
    fs::write(folder.path().join("m/b.pdf"), "van mijzelf").unwrap();
    let list = folder.path().join(".beraad-uitvoer.txt");
    fs::write(&list, fs::read_to_string(&list).unwrap() + "\nopenbaar kopie 0123").unwrap();
    let again = writer();
    assert_eq!(
        [("m/a.pdf", "twee"), ("m/b.pdf", "x")]
            .map(|(path, text)| again.copy(path, &mut std::io::Cursor::new(text)))
            .map(Result::unwrap),
        [Outcome::Written, Outcome::Edited]
    );
    drop(again);
    let tidied = writer().tidy(&["m/c.pdf".to_owned()].into(), |_| false);
    assert_eq!((tidied.removed, tidied.edited), (vec!["m/a.pdf".to_owned()], Vec::new()));
    assert!(folder.path().join("m/b.pdf").exists());
}

#[test]
fn what_stands_in_the_way_is_told_in_dutch() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("map.md")).unwrap();
    fs::write(folder.path().join("bestand"), "x").unwrap();
    let said = |path: &str| {
        writer(folder.path(), false).document(path, Format::Markdown, TEXT.into()).unwrap_err().to_string()
    };
    assert!(said("map.md").contains("is een map"), "{}", said("map.md"));
    assert!(said("bestand/a.md").contains("op de plaats van een map"), "{}", said("bestand/a.md"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_takes_no_files_is_told_in_dutch() {
    let said = lock(Path::new("/proc")).unwrap_err().to_string();
    assert!(said.contains("is niet op slot te doen"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_the_output_elsewhere() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("weg")).unwrap();
    let said =
        writer(folder.path(), false).document("weg/a.md", Format::Markdown, TEXT.into()).unwrap_err().to_string();
    assert!(said.contains("koppeling"), "{said}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn nothing_is_left_beside_a_file() {
    let folder = tempfile::tempdir().unwrap();
    writer(folder.path(), false).document("a.md", Format::Markdown, TEXT.into()).unwrap();
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a.md"]);
}

/// What is no plain file is never opened: a pipe would keep us waiting for a reader.
#[cfg(unix)]
#[test]
fn only_a_plain_file_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    assert!(std::process::Command::new("mkfifo").arg(folder.path().join("pijp.md")).status().unwrap().success());
    std::os::unix::net::UnixListener::bind(folder.path().join("stopcontact.md")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("apparaat.md")).unwrap();
    std::os::unix::fs::symlink("rond.md", folder.path().join("rond.md")).unwrap();
    std::os::unix::fs::symlink("nergens", folder.path().join("nergens.md")).unwrap();
    let table = [
        ("pijp.md", "geen gewoon bestand"),
        ("stopcontact.md", "geen gewoon bestand"),
        ("apparaat.md", "door een koppeling buiten"),
        ("rond.md", "verwijzen naar elkaar"),
        ("nergens.md", "koppeling naar iets dat er niet is"),
    ];
    let before = fs::read_dir(folder.path()).unwrap().count();
    for (path, expected) in table {
        for overwrite in [false, true] {
            let said =
                writer(folder.path(), overwrite).document(path, Format::Markdown, TEXT.into()).unwrap_err().to_string();
            assert!(said.contains(expected), "{path}: {said}");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before);
}

#[cfg(unix)]
#[test]
fn rights_owner_and_links_inside_the_folder_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("map/echt.toml");
    fs::create_dir(folder.path().join("map")).unwrap();
    fs::write(&place, "oud").unwrap();
    let is_root = fs::metadata(&place).unwrap().uid() == 0;
    if is_root {
        std::os::unix::fs::chown(&place, Some(12345), Some(54321)).unwrap();
    }
    std::os::unix::fs::symlink("map/echt.toml", folder.path().join("naam.toml")).unwrap();
    let has_attributes = xattr::set(&place, "user.van", b"mij").is_ok();
    for mode in [0o664, 0o600, 0o640, 0o777] {
        fs::set_permissions(&place, fs::Permissions::from_mode(mode)).unwrap();
        let before = fs::read_to_string(&place).unwrap();
        writer(folder.path(), true).edited("naam.toml", Some(&before), &format!("nieuw {mode:o}")).unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), format!("nieuw {mode:o}"));
        let meta = fs::metadata(&place).unwrap();
        assert_eq!(meta.mode() & 0o7777, mode);
        assert!(!has_attributes || xattr::get(&place, "user.van").unwrap().unwrap() == b"mij");
        assert!(!is_root || (meta.uid(), meta.gid()) == (12345, 54321));
    }
    assert!(folder.path().join("naam.toml").is_symlink());
    fs::set_permissions(&place, fs::Permissions::from_mode(0o444)).unwrap();
    let said = writer(folder.path(), true).edited("naam.toml", None, "x").unwrap_err().to_string();
    assert!(said.contains("alleen te lezen"), "{said}");
}

/// Somebody saves while we write: what they saved stays.
#[test]
fn what_was_saved_in_between_stays() {
    struct Meanwhile<'a>(&'a Path, &'a [u8]);
    impl std::io::Read for Meanwhile<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            fs::write(self.0, "van een ander").unwrap();
            std::io::Read::read(&mut self.1, into)
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.toml");
    for before in [None, Some("oud")] {
        drop(fs::remove_file(&path));
        if let Some(before) = before {
            fs::write(&path, before).unwrap();
        }
        let place = Place::below(folder.path(), "a.toml").unwrap();
        let was = place.print().unwrap();
        let held = lock(folder.path()).unwrap();
        let said =
            place.write(&held, &mut Meanwhile(&path, b"nieuw"), was.as_deref(), Sync::Now).unwrap_err().to_string();
        assert!(said.contains("intussen"), "{said}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "van een ander");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// One writer at a time; who waits is told for whom, and the lock of a run that ended is nobody's.
#[test]
fn a_folder_has_one_writer_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let held = Lock::take(folder.path(), "jan op pc-1 (proces 7), sinds 14.05 uur\nen meer", |_| ()).unwrap();
    let heard = std::cell::RefCell::new(String::new());
    let hear = |said: &str| heard.borrow_mut().push_str(said);
    let said = Lock::take(folder.path(), "een ander", hear).unwrap_err().to_string();
    let name = "jan op pc-1 (proces 7), sinds 14.05 uur";
    assert!(said.contains(name) && heard.borrow().contains(name), "{said}{heard:?}");
    drop(held);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    // a killed run leaves its file, and nobody who holds it
    fs::write(folder.path().join(".beraad-slot"), "piet\n").unwrap();
    drop(lock(folder.path()).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let new = folder.path().join("nieuw/map");
    drop(lock(&new).unwrap());
    assert!(!new.exists(), "a folder in which nothing came");
}

/// What a killed run left goes away in every folder it wrote to; what somebody still writes stays, as does what is not ours.
#[test]
fn the_next_run_cleans_up() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str| {
        fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        fs::write(folder.path().join(path), "half").unwrap();
    };
    let ours = [".beraad-aaaaaa.tijdelijk", "x/.beraad-bbbbbb.tijdelijk", "x/y/.beraad-cccccc.tijdelijk"];
    let kept = ["z/.beraad-dddddd.tijdelijk", "x/.beraad-kopie", "x/beraad.tijdelijk", "x/y/.beraad-levend.tijdelijk"];
    ours.iter().chain(&kept).for_each(|path| put(path));
    let alive = fs::File::open(folder.path().join(kept[3])).unwrap();
    alive.try_lock().unwrap();
    fs::write(folder.path().join(".beraad-slot"), "piet\n\nx\nx/y\n../elders\n/tmp\n").unwrap();
    drop(lock(folder.path()).unwrap());
    let left: Vec<String> = super::examples::files(folder.path()).into_keys().collect();
    let mut expected = kept;
    expected.sort_unstable();
    assert_eq!(left, expected);
}
