//! Does any text from outside reach the terminal as it is? Every door by which a text comes in, with every payload.
//!
//! No message may hold a character that moves the cursor, turns text or cannot be seen, and no line may begin with words
//! that were brought in from outside.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::faults::copy;

const MEETING: &str = "2025-12-04-beraad";

/// What a name or a text may hold. Each begins and ends with letters, so that names on disk can hold it.
const PAYLOADS: [&str; 5] = [
    "a\u{1b}]0;titel\u{7}b\u{1b}]8;;http:x\u{1b}\\c\u{1b}]52;c;aGk=\u{7}d\u{1b}[8me\u{1b}[2Jf",
    "a\u{9b}2Jb\u{202e}gpj\u{2066}c\u{200f}d\u{e0041}e\u{7f}f\u{e000}g\u{61c}h",
    "a\nOvergenomen in x.toml: y",
    "a\r\nOvergenomen in x.toml: y\rOvergenomen b",
    "a\u{2028}Overgenomen b\u{85}Overgenomen c\u{2029}Overgenomen\td",
];

/// How a text comes in: lays down files in a folder that holds the dossier `d`, and gives the words of the command.
type Door = fn(&Path, &str) -> Vec<String>;

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

/// The words of a command, and the payload as the last one, behind what stands before it.
fn last(text: &str, payload: &str) -> Vec<String> {
    let mut all = words(text);
    if let Some(word) = all.last_mut() {
        word.push_str(payload);
    }
    all
}

fn put(folder: &Path, path: &str, text: &str) {
    let place = folder.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// As a text of TOML, whatever is in it.
fn toml(payload: &str) -> String {
    let escaped = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08X}", u32::from(c)) };
    format!("\"{}\"", payload.chars().map(escaped).collect::<String>())
}

fn add(folder: &Path, path: &str, text: &str) {
    let old = fs::read_to_string(folder.join(path)).unwrap_or_default();
    put(folder, path, &format!("{old}\n{text}\n"));
}

fn mail(folder: &Path, head: &str, body: &str) -> Vec<String> {
    put(folder, "a.eml", &format!("{head}\nMIME-Version: 1.0\n\n{body}"));
    words("reactie lees a.eml")
}

fn answer(folder: &Path, changed: &str, payload: &str) -> Vec<String> {
    let mut lines = vec![
        format!("vergadering = \"{MEETING}\"\npartij = \"beekdorp\"\n[[reactie]]\ndatum = 2025-11-20"),
        "door = \"adviseur\"".to_owned(),
        "afgestemd_met = \"wethouder\"".to_owned(),
        "kanaal = \"e-mail\"\nalgemeen = \"x\"".to_owned(),
    ];
    for line in &mut lines {
        *line = line.replace(changed, &format!("{} = {}", changed.split(' ').next().unwrap(), toml(payload)));
    }
    put(folder, "a.toml", &lines.join("\n"));
    words("reactie lees a.toml")
}

const DOORS: [(&str, Door); 40] = [
    ("the name of an attachment", |folder, payload| {
        let name: String = payload.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let head = "From: a@b.nl\nContent-Type: multipart/mixed; boundary=b";
        let part = format!("--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''{name}\n");
        mail(folder, head, &format!("{part}\n#b:formulier:bestaat-niet:x\n--b--\n"))
    }),
    ("the sender of a mail", |folder, payload| {
        mail(folder, &format!("From: {}@b.nl", payload.replace(['\n', '\r'], "")), "#b:formulier:bestaat-niet:x\n")
    }),
    ("the text of a mail", |folder, payload| mail(folder, "From: a@b.nl", payload)),
    ("a mark in a mail", |folder, payload| mail(folder, "From: a@b.nl", &format!("#b:formulier:x:{payload}\n"))),
    ("the file name of an answer", |folder, payload| {
        let name = format!("{payload}.txt");
        put(folder, &name, "geen formulier");
        vec!["reactie".into(), "lees".into(), name]
    }),
    ("an answer that is not there", |_, payload| last("reactie lees ", payload)),
    ("the meeting of an answer", |folder, payload| answer(folder, &format!("vergadering = \"{MEETING}\""), payload)),
    ("the party of an answer", |folder, payload| answer(folder, "partij = \"beekdorp\"", payload)),
    ("who answers", |folder, payload| answer(folder, "door = \"adviseur\"", payload)),
    ("input of an answer", |folder, payload| answer(folder, "algemeen = \"x\"", payload)),
    ("a key of an answer", |folder, payload| {
        put(folder, "a.toml", &format!("[[reactie]]\n{} = 1\n", toml(payload)));
        words("reactie lees a.toml")
    }),
    ("a meeting", |_, payload| last("agenda ", payload)),
    ("a dossier", |_, payload| last("--dossier ", payload).into_iter().chain(words("agenda")).collect()),
    ("a folder to write in", |_, payload| last(&format!("maak {MEETING} --naar "), payload)),
    ("a file to write", |_, payload| last(&format!("agenda {MEETING} -o "), &format!("{payload}.md"))),
    ("a file in a folder that is none", |folder, payload| {
        put(folder, payload, "x");
        last(&format!("agenda {MEETING} -o "), &format!("{payload}/a.md"))
    }),
    ("a command", |_, payload| last("", payload)),
    ("an option", |_, payload| last("agenda --", payload)),
    ("a day", |_, payload| last("agenda --vandaag ", payload)),
    ("a format", |_, payload| last("agenda -f ", payload)),
    ("a finding", |_, payload| last("uitleg ", payload)),
    ("a kind of file", |_, payload| last("schema ", payload)),
    ("a shell", |_, payload| last("aanvullen ", payload)),
    ("a body", |_, payload| last("acties --overleg ", payload)),
    ("a party that is asked", |_, payload| last("raadpleging --aan ", payload)),
    ("an item", |_, payload| last("oplegger --punt ", payload)),
    ("a party that answers", |_, payload| last("reactie nieuw --akkoord --door x --partij ", payload)),
    ("a decision", |_, payload| last("reactie nieuw --partij beekdorp --door x --besluit ", payload)),
    ("an item of input", |_, payload| {
        last("reactie nieuw --partij beekdorp --door x --inbreng ", &format!("{payload}=x"))
    }),
    ("who answers by telephone", |_, payload| last("reactie nieuw --partij beekdorp --akkoord --door ", payload)),
    ("a party that a sending is for", |_, payload| last("verzend raadpleging --aan ", payload)),
    ("the folder of a meeting", |folder, payload| {
        put(folder, &format!("d/2025-12-05-{payload}/vergadering.toml"), "x = 1");
        words("agenda bestaat-niet")
    }),
    ("the folder of a faulty meeting", |folder, payload| {
        put(folder, &format!("d/2025-12-05-{payload}/vergadering.toml"), "x = 1");
        words("controleer")
    }),
    ("a file that does not belong", |folder, payload| {
        put(folder, &format!("d/{payload}.toml"), "x = 1");
        words("controleer")
    }),
    ("a template", |folder, payload| {
        put(folder, &format!("d/templates/{payload}.md"), "{{ x | upp }}");
        put(folder, "d/templates/agenda.md", &format!("{{% include \"{payload}.md\" %}}"));
        words("agenda")
    }),
    ("the text of a template", |folder, payload| {
        put(folder, "d/templates/agenda.md", &format!("{{{{ \"{payload}\" | upp }}}}"));
        words("controleer")
    }),
    ("a key of a dossier", |folder, payload| {
        add(folder, "d/personen.toml", &format!("{} = 1", toml(payload)));
        words("controleer")
    }),
    ("a reference of a dossier", |folder, payload| {
        add(folder, "d/personen.toml", &format!("[persoon.x]\nnaam = \"X\"\npartij = {}", toml(payload)));
        words("controleer -f json")
    }),
    ("a comment of a dossier", |folder, payload| {
        let payload = payload.replace(['\n', '\r'], "");
        add(folder, "d/personen.toml", &format!("zomaar = 1 # {payload}"));
        words("controleer")
    }),
    ("a name for GitHub", |folder, payload| {
        put(folder, &format!("d/{payload}.toml"), "x = 1");
        add(folder, "d/personen.toml", &format!("{} = 1", toml(payload)));
        words("controleer -f github")
    }),
];

/// All that is said, in colour, as a terminal gets it.
fn said(folder: &Path, words: &[String]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_beraad"));
    program.current_dir(folder).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR");
    if !words.iter().any(|word| word == "--dossier") {
        program.args(["--dossier", "d"]);
    }
    if !words.iter().any(|word| word == "--vandaag") {
        program.args(["--vandaag", "2025-11-27"]);
    }
    let done = program.args(words).stdin(std::process::Stdio::null()).output().unwrap();
    // a document on standard output is the user's own text; the messages are what is looked at
    let output = String::from_utf8(done.stdout).unwrap();
    output + &String::from_utf8(done.stderr).unwrap()
}

/// A disk that is full is no reader that has had enough.
#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_printed_is_told() {
    for words in ["controleer", "controleer -f json", "agenda", "uitleg", "controleer --uitzonderingen"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_beraad"));
        program.args(["--dossier", "examples/minimaal", "--vandaag", "2026-01-01"]).args(words.split(' '));
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = program.stdout(full).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert!(done.status.code() == Some(2) && said.contains("De schijf is vol"), "{words}: {said}");
    }
}

fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_digit() && c != ';').filter(|end| piece[*end..].starts_with('m'));
        match end {
            // 8 hides what follows; none of ours does
            Some(end) if &piece[..end] != "8" => out += &piece[end + 1..],
            _ => out.extend(["\u{1b}[", piece]),
        }
    }
    out
}

#[cfg(unix)]
#[test]
fn no_text_from_outside_reaches_the_terminal_as_it_is() {
    let mut wrong = Vec::new();
    for (door, open) in DOORS {
        for (number, payload) in PAYLOADS.iter().enumerate() {
            let folder = tempfile::tempdir().unwrap();
            copy(Path::new("examples/raadpleging"), &folder.path().join("d"));
            let words = open(folder.path(), payload);
            let said = without_colours(&said(folder.path(), &words));
            let strange = said.chars().find(|c| *c != '\n' && !beraad::visible::is_plain(*c));
            let line = said.lines().find(|line| line.trim_start().starts_with("Overgenomen"));
            let ours = line.filter(|line| !line.starts_with(&format!("Overgenomen in d/{MEETING}/raadpleging/")));
            if said.is_empty() || strange.is_some() || ours.is_some() || said.contains("os error") {
                wrong.push(format!("{door}, payload {number}: {strange:?} {ours:?}\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), DOORS.len() * PAYLOADS.len(), wrong.join("\n---\n"));
}
