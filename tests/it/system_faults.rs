//! Every call to the system may fail, and every moment may be the last: after each the dossier is as it was or as it should
//! become, what is said is true, and the next run puts all in order.
//!
//! `strace` makes the calls fail. A first run tells which calls touch our folders; each of them then fails in a run of its
//! own. `BERAAD_ALLE_FOUTEN=1` tries every call, CI a part of those that only read. Without `strace` these tests pass over.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use beraad::write::Audience;

use super::examples::files;
use super::faults::copy;

const MEETING: &str = "2025-12-04-beraad";
/// What fails, and with which errors. A call that only reads is followed by the step at which CI tries it.
const CALLS: [(&str, &[&str], usize); 24] = [
    ("write", &["error=ENOSPC", "error=EIO", "signal=KILL", "signal=INT"], 1),
    ("rename", &["error=EACCES", "signal=KILL"], 1),
    ("renameat", &["error=EACCES", "signal=KILL"], 1),
    ("renameat2", &["error=EIO", "signal=KILL"], 1),
    ("fsync", &["error=EIO", "signal=KILL", "signal=TERM"], 1),
    ("fdatasync", &["error=EIO"], 1),
    ("flock", &["error=ENOLCK", "signal=KILL"], 1),
    ("fchmod", &["error=EPERM"], 1),
    ("fchown", &["error=EPERM"], 1),
    ("mkdir", &["error=ENOSPC", "signal=KILL"], 1),
    ("ftruncate", &["error=EIO"], 1),
    ("unlink", &["error=EACCES", "signal=KILL"], 1),
    ("rmdir", &["error=EACCES"], 1),
    ("copy_file_range", &["error=EIO", "signal=KILL"], 1),
    ("sendfile", &["error=EIO"], 1),
    ("openat", &["error=EMFILE", "error=EACCES"], 5),
    ("read", &["error=EIO"], 5),
    ("getdents64", &["error=EIO"], 3),
    ("newfstatat", &["error=EIO"], 3),
    ("getcwd", &["error=EACCES"], 9),
    ("fcntl", &["error=EIO"], 9),
    ("statx", &["error=EIO"], 7),
    ("lseek", &["error=EIO"], 7),
    ("readlink", &["error=EIO"], 7),
];

/// A folder with a dossier and an order that changes something in it.
struct Case {
    folder: tempfile::TempDir,
    words: Vec<String>,
}

impl Case {
    fn new(dossier: &str, words: &[&str], prepare: &dyn Fn(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(Path::new(dossier), &folder.path().join("d"));
        prepare(folder.path());
        let words = ["--dossier", "d", "--vandaag", "2025-11-27"].iter().chain(words);
        Self { words: words.map(|word| (*word).to_owned()).collect(), folder }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn program(&self) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_beraad"));
        program.args(&self.words).current_dir(self.path()).env("NO_COLOR", "1");
        program
    }

    fn traced(&self, options: &[&str]) -> Output {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-y", "-o", "/dev/null"]).args(options).arg(env!("CARGO_BIN_EXE_beraad"));
        strace.args(&self.words).current_dir(self.path()).env("NO_COLOR", "1").output().unwrap()
    }

    /// Every file but those that only this program reads.
    fn state(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = files(self.path());
        all.retain(|path, _| !path.split('/').any(|part| part.starts_with(".beraad") || part == "spoor"));
        all
    }

    fn passing(&self) -> Vec<String> {
        let names = files(self.path()).into_keys();
        names.filter(|path| path.ends_with(".tijdelijk") || path.ends_with(".beraad-slot")).collect()
    }

    /// The calls that touch our folders: the name of the call, and the how-manieth of its thread it is.
    fn calls(&self) -> Vec<(String, usize)> {
        let trace = self.path().join("spoor");
        self.traced(&["-o", trace.to_str().unwrap()]);
        let mine = self.path().to_string_lossy().into_owned();
        let relative = ["\"d", "\"u", "\"a.toml", "\"b.toml", "\"s\""];
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut found = Vec::new();
        for line in String::from_utf8_lossy(&fs::read(&trace).unwrap()).lines() {
            let Some((thread, rest)) = line.split_once(' ') else { continue };
            let Some((name, arguments)) = rest.trim_start().split_once('(') else { continue };
            let count = counts.entry((thread.to_owned(), name.to_owned())).or_default();
            *count += 1;
            if arguments.contains(&mine) || relative.iter().any(|start| arguments.contains(start)) {
                found.push((name.to_owned(), *count));
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

fn is_dutch(said: &str) -> bool {
    !["os error", "No such", "denied", "Input/output", "Permission", "panicked"].iter().any(|word| said.contains(word))
}

/// A document ends in the stamp of all that stands before it.
fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let body = text.trim_end().rsplit_once('\n').map(|(body, _)| format!("{body}\n"));
    body.is_some_and(|body| beraad::write::stamped(body, Audience::Internal) == text)
}

fn is_whole_zip(path: &str, bytes: &[u8]) -> bool {
    path.ends_with(".zip") && zip::ZipArchive::new(std::io::Cursor::new(bytes)).is_ok()
}

type State = BTreeMap<String, Vec<u8>>;

/// What is wrong with what a run that failed left and said.
fn wrong(case: &Case, what: &str, run: &Output, before: &State, after: &State) -> Vec<String> {
    let (now, said) = (case.state(), String::from_utf8_lossy(&run.stderr));
    let known = |(path, bytes): &(&String, &Vec<u8>)| {
        // where a file of the dossier could not be read, what is made of the others may differ
        let may_differ = run.status.code() == Some(1) && path.starts_with("u/");
        [before, after].iter().any(|all| all.get(*path) == Some(*bytes))
            || may_differ && (is_whole(bytes) || is_whole_zip(path, bytes))
    };
    let half = now.iter().filter(|file| !known(file)).map(|(path, _)| format!("{path} is half"));
    let gone = before.keys().filter(|path| !now.contains_key(*path)).map(|path| format!("{path} is gone"));
    let told = said.lines().filter(|line| line.starts_with("Overgenomen in ") || line.starts_with("Vastgelegd in "));
    let is_true = |line: &&str| {
        let path = line.split([' ', ':']).nth(2).unwrap();
        now.get(path) == after.get(path)
    };
    let untrue = told.filter(|line| !is_true(line)).map(|line| format!("untrue: {line}"));
    let mut wrong: Vec<String> = half.chain(gone).chain(untrue).collect();
    let ends_well = match run.status.code() {
        Some(0) => now == *after,
        // one of several threads may have failed while this one could not say so
        Some(1 | 2) => (!said.trim().is_empty() || what.starts_with("write")) && is_dutch(&said),
        // the program was not even loaded
        Some(127) => now == *before,
        Some(130) | None => true,
        _ => false,
    };
    if !ends_well {
        wrong.push(format!("ends with {:?}", run.status));
    }
    wrong
}

/// `pace` widens the steps where one order makes many files.
fn every_call_may_fail(pace: usize, new: &dyn Fn() -> Case) {
    if !Command::new("strace").args(["-o", "/dev/null", "true"]).status().is_ok_and(|status| status.success()) {
        eprintln!("strace is er niet: overgeslagen");
        return;
    }
    let all = std::env::var_os("BERAAD_ALLE_FOUTEN").is_some();
    let done = new();
    let before = done.state();
    let calls = done.calls();
    let after = done.state();
    assert!(before != after && done.passing().is_empty());
    let (mut tried, mut wrong) = (0, Vec::new());
    for (name, faults, step) in CALLS {
        let mine = calls.iter().filter(|(call, _)| call == name);
        for (_, number) in mine.step_by(if all { 1 } else { step * pace }) {
            for fault in faults {
                tried += 1;
                wrong.extend(one(new, &format!("{name}:{fault}:when={number}"), &before, &after));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    eprintln!("{tried} fouten geprobeerd");
    assert!(tried > 20, "{tried}");
}

/// Lets one call fail, then runs once more without.
fn one(new: &dyn Fn() -> Case, what: &str, before: &State, after: &State) -> Option<String> {
    let case = new();
    let name = what.split(':').next().unwrap();
    let run = case.traced(&["-e", &format!("trace={name}"), "-e", &format!("inject={what}")]);
    let mut wrong = wrong(&case, what, &run, before, after);
    // who is killed, or may not lock or remove, leaves a file; anyone else cleans up
    if !what.contains("KILL") && !["unlink", "flock"].contains(&name) {
        wrong.extend(case.passing());
    }
    let next = case.program().output().unwrap();
    if next.status.code() != Some(0) || case.state() != *after || !case.passing().is_empty() {
        let said = String::from_utf8_lossy(&next.stderr);
        wrong.push(format!("then {:?}, left {:?}, said {said}", next.status, case.passing()));
    }
    let said = String::from_utf8_lossy(&run.stderr);
    (!wrong.is_empty()).then(|| format!("--- {what}: {}\n{said}", wrong.join("; ")))
}

fn answer(party: &str) -> String {
    format!(
        "vergadering = \"{MEETING}\"\npartij = \"{party}\"\n\n[[reactie]]\ndatum = 2025-11-20\ndoor = \"adviseur\"\n\
         afgestemd_met = \"wethouder\"\nkanaal = \"e-mail\"\nalgemeen = \"Wij zien uit naar het gesprek.\"\n"
    )
}

#[test]
fn an_answer_by_telephone_is_stored_whole_or_not_at_all() {
    let words = ["reactie", "nieuw", MEETING, "--partij", "beekdorp", "--algemeen", "Goed plan.", "--door", "adviseur"];
    every_call_may_fail(1, &|| Case::new("examples/raadpleging", &words, &|_| ()));
}

#[test]
fn answers_that_come_back_are_stored_whole_or_not_at_all() {
    every_call_may_fail(1, &|| {
        Case::new("examples/raadpleging", &["reactie", "lees", "a.toml", "b.toml"], &|folder: &Path| {
            fs::write(folder.join("a.toml"), answer("beekdorp")).unwrap();
            fs::write(folder.join("b.toml"), answer("dijkhuizen")).unwrap();
        })
    });
}

#[test]
fn a_sending_is_written_down_whole_or_not_at_all() {
    let words = ["verzend", "herinnering", MEETING, "--datum", "2025-11-26"];
    every_call_may_fail(1, &|| Case::new("examples/raadpleging", &words, &|_| ()));
}

/// Papers that were made before are still there or are new; never half.
#[test]
fn papers_are_made_whole_or_not_at_all() {
    every_call_may_fail(9, &|| {
        Case::new("examples/besloten", &["maak", "-f", "md", "--naar", "u"], &|folder: &Path| {
            let older = |path: &str, text: &str| {
                let place = folder.join("u").join(path);
                fs::create_dir_all(place.parent().unwrap()).unwrap();
                fs::write(place, beraad::write::stamped(text.to_owned(), Audience::Internal)).unwrap();
            };
            older("index.md", "# Oud\n");
            older("2025-10-02-bestuur/agenda.md", "# Oud\n");
        })
    });
}

/// A paper that cannot be read, a disk that is full: what was handed out before is still there or is new.
#[test]
fn a_bundle_is_made_whole_or_not_at_all() {
    every_call_may_fail(9, &|| {
        Case::new("examples/besloten", &["bundel", "2025-11-06", "--naar", "u"], &|folder: &Path| {
            let place = folder.join("u/bundel-2025-11-06-bestuur");
            fs::create_dir_all(&place).unwrap();
            let text = beraad::write::stamped("<p>Oud</p>\n".to_owned(), Audience::Internal);
            fs::write(place.join("index.html"), text).unwrap();
        })
    });
}

/// Whoever comes second waits; every answer that is said to be taken over is there.
#[test]
fn answers_at_the_same_moment_are_all_kept() {
    let case = Case::new("examples/raadpleging", &["reactie", "nieuw", MEETING, "--partij", "beekdorp"], &|_| ());
    let answer = |number: u32| {
        let by = format!("adviseur {number}");
        let mut program = case.program();
        program.args(["--algemeen", "Goed plan.", "--door", &by]).stderr(std::process::Stdio::piped());
        program.spawn().unwrap()
    };
    let running: Vec<_> = (0..6).map(answer).collect();
    for program in running {
        let said = String::from_utf8_lossy(&program.wait_with_output().unwrap().stderr).into_owned();
        assert!(said.contains("Overgenomen in d/"), "{said}");
    }
    let text = fs::read_to_string(case.path().join("d").join(MEETING).join("raadpleging/beekdorp.toml")).unwrap();
    assert!((0..6).all(|number| text.contains(&format!("door = \"adviseur {number}\""))), "{text}");
    assert_eq!(case.passing(), Vec::<String>::new());
}

/// A trial writes nothing, waits for nobody and says so; what comes after a bad answer is taken over.
#[test]
fn each_answer_stands_by_itself() {
    let prepare = |folder: &Path| {
        fs::write(folder.join("a.toml"), answer("beekdorp")).unwrap();
        fs::write(folder.join("slecht.toml"), answer("beekdorp").replace("Wij", &"Wij ".repeat(900_000))).unwrap();
        fs::write(folder.join("b.toml"), answer("dijkhuizen")).unwrap();
    };
    let words = ["reactie", "lees", "a.toml", "slecht.toml", "nergens.toml", "b.toml"];
    let case = Case::new("examples/raadpleging", &words, &prepare);
    let before = case.state();
    let held = beraad::write::lock::Lock::take(&case.path().join("d"), "de test", |_| ()).unwrap();
    let trial = case.program().arg("--proef").output().unwrap();
    let said = String::from_utf8_lossy(&trial.stderr);
    assert!(said.contains("Zou worden overgenomen in d/") && !said.contains("Overgenomen in"), "{said}");
    assert!(case.state() == before);
    let busy = case.program().output().unwrap();
    assert_eq!(busy.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&busy.stderr).contains("werkt al een andere opdracht: de test"));
    assert!(case.state() == before);
    drop(held);
    let run = case.program().output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!((run.status.code(), said.matches("Overgenomen in").count()), (Some(1), 2), "{said}");
    assert_eq!(said.matches("Niet overgenomen: ").count(), 2, "{said}");
    assert_eq!(case.program().args(["--proef"]).output().unwrap().status.code(), Some(1));
}

/// What is larger than it may be is an error like another: nothing half, nothing left.
#[test]
fn a_limit_on_the_size_of_files_is_told() {
    let case = Case::new("examples/raadpleging", &["maak", "--naar", "u"], &|_| ());
    let program = env!("CARGO_BIN_EXE_beraad");
    let script = format!("ulimit -f 10; exec \"{program}\" \"$@\"");
    let mut shell = Command::new("bash");
    shell.args(["-c", &script, "bash"]).args(&case.words).current_dir(case.path());
    let run = shell.output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("groter dan hier mag"), "{said}");
    assert!(case.passing().is_empty());
}

/// A standard output that takes nothing is told, whatever the command.
#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_told() {
    let commands: [&[&str]; 14] = [
        &["controleer"],
        &["controleer", "-f", "json"],
        &["controleer", "-f", "github"],
        &["controleer", "-f", "gitlab"],
        &["controleer", "-f", "junit"],
        &["controleer", "-f", "sarif"],
        &["controleer", "--uitzonderingen"],
        &["agenda", MEETING],
        &["stand", MEETING],
        &["uitleg"],
        &["uitleg", "geen-toml"],
        &["schema", "verslag"],
        &["aanvullen", "bash"],
        &["--help"],
    ];
    for words in commands {
        let case = Case::new("examples/raadpleging", words, &|_| ());
        let full = fs::OpenOptions::new().write(true).open(PathBuf::from("/dev/full")).unwrap();
        let run = case.program().stdout(full).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(2), "{words:?} {said}");
        assert!(said.contains("De schijf is vol") && is_dutch(&said), "{words:?} {said}");
    }
}
