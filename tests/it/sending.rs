//! Is everything noticed that came or changed after sending, and is a late sending exactly that?

use std::fs;
use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;

use super::faults::copy;

const MEETING: &str = "2026-03-12-beraad/vergadering.toml";
const PAPER: &str = "2026-03-12-beraad/stukken/plan.md";
const PLAN: &str = "[[agendapunt]]\nid = \"plan\"";

/// What changes in which file, and what is sent late then: items, papers.
type Case = (&'static str, &'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    ("a decision", MEETING, "met het jaarplan.", "met het jaarplan 2027.", "plan |"),
    ("a decision more", MEETING, "jaarplan.\"]", "jaarplan.\", \"Te vragen om een brief.\"]", "plan |"),
    ("a title", MEETING, "titel = \"Jaarplan\"", "titel = \"Jaarplan 2027\"", "plan |"),
    ("a treatment", MEETING, "ter instemming", "ter advisering", "plan |"),
    ("an explanation", MEETING, "Het plan voor 2027.", "Het plan voor 2028.", "plan |"),
    ("a cover note", MEETING, "toelichting =", "kanttekeningen = \"Duur.\"\ntoelichting =", "plan |"),
    ("money", MEETING, "toelichting =", "financien = \"Geen.\"\ntoelichting =", "plan |"),
    ("a file", PAPER, "Het plan.", "Het andere plan.", "plan | stukken/plan.md"),
    ("a paper", MEETING, "bestand = \"stukken/plan.md\"", "bestand = \"stukken/nieuw.md\"", "plan | stukken/nieuw.md"),
    (
        "an item",
        MEETING,
        PLAN,
        "[[agendapunt]]\nid = \"n\"\ntitel = \"N\"\nbehandeling = \"ter bespreking\"\n\n[[agendapunt]]\nid = \"plan\"",
        "n 2a |",
    ),
    ("a duration", MEETING, "titel = \"Opening\"", "titel = \"Opening\"\nduur = 5", ""),
    ("a remark", MEETING, PLAN, "# over het plan\n[[agendapunt]]\nid = \"plan\"", ""),
    ("spaces", MEETING, "behandeling = \"procedure\"", "behandeling   = \"procedure\"", ""),
    (
        "a withdrawal",
        MEETING,
        "toelichting =",
        "vervallen = { datum = 2026-02-21, reason = \"x\" }\ntoelichting =",
        "plan |",
    ),
];

fn run(folder: &Path, words: &[&str]) -> Option<beraad::cli::Status> {
    let folder = folder.to_str().unwrap();
    let words = [&["beraad", "--dossier", folder, "--vandaag", "2026-02-23"], words].concat();
    beraad::cli::run(words.into_iter().map(std::ffi::OsString::from)).ok()
}

/// The last sending of a dossier that is a late one.
fn late(folder: &Path) -> String {
    let region = resolve(&load(folder).unwrap()).region;
    let meeting = region.meetings.iter().find(|meeting| meeting.key.starts_with("2026-03-12")).unwrap();
    let Some(sent) = meeting.sendings.iter().find(|sending| sending.kind == beraad::model::SendingKind::Late) else {
        return String::new();
    };
    let number = |number: &str| if number == "2" { String::new() } else { format!("{number} ") };
    let items: String =
        sent.items.iter().map(|it| format!("{} {}", meeting.items[it.item].key, number(&it.number))).collect();
    let papers: Vec<&str> = sent.papers.iter().map(|(path, _)| path.as_str()).collect();
    format!("{items}| {}", papers.join(" ")).trim_end().to_owned()
}

#[test]
fn what_changed_since_sending_is_noticed_and_sent_late() {
    for (what, file, old, new, expected) in CASES {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path();
        copy(Path::new("tests/cmd/verzend"), place);
        assert!(run(place, &["verzend", "agenda", "2026-03-12"]).is_some(), "{what}");
        let check = ["controleer", "--alleen", "veranderd-na-verzending", "--streng"];
        assert_eq!(run(place, &check), Some(beraad::cli::Status::Done), "{what}: nothing changed yet");
        assert_eq!(run(place, &["verzend", "nazending", "2026-03-12"]), None, "{what}: nothing to send yet");
        fs::write(place.join("2026-03-12-beraad/stukken/nieuw.md"), "Nieuw.\n").unwrap();
        let text = fs::read_to_string(place.join(file)).unwrap().replace("\r\n", "\n");
        assert!(text.contains(old), "{what}");
        fs::write(place.join(file), text.replacen(old, &new.replace("reason", "reden"), 1)).unwrap();
        let noticed = run(place, &check) == Some(beraad::cli::Status::Findings);
        assert_eq!(noticed, !expected.is_empty(), "{what}");
        assert_eq!(run(place, &["verzend", "nazending", "2026-03-12"]).is_some(), noticed, "{what}");
        assert_eq!(late(place), *expected, "{what}");
        assert_eq!(run(place, &check), Some(beraad::cli::Status::Done), "{what}: it was sent");
        let sent = fs::read_to_string(place.join("2026-03-12-beraad/verzending.toml")).unwrap();
        let again = run(place, &["verzend", "nazending", "2026-03-12"]);
        assert_eq!(again.is_some(), !expected.is_empty(), "{what}: twice the same is no mistake");
        let now = fs::read_to_string(place.join("2026-03-12-beraad/verzending.toml")).unwrap();
        assert_eq!(now, sent, "{what}: it was sent");
    }
}

/// What was taken away again never was there, and what an answer rests on stays.
#[test]
fn a_sending_can_be_undone_until_something_rests_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path();
    copy(Path::new("tests/cmd/verzend"), place);
    let file = place.join("2026-03-12-beraad/verzending.toml");
    fs::write(&file, "# Wij sturen op papier.\n").unwrap();
    let send = |kind: &str, extra: &[&str]| run(place, &[&["verzend", kind, "2026-03-12"], extra].concat());
    let text = || fs::read_to_string(&file).unwrap();
    let mut before = vec![text()];
    for kind in ["agenda", "raadpleging", "herinnering"] {
        assert!(send(kind, &[]).is_some());
        before.push(text());
    }
    for kind in ["herinnering", "raadpleging", "agenda"] {
        before.pop();
        assert!(send(kind, &["--ongedaan"]).is_some());
        assert_eq!(Some(&text()), before.last());
    }
    assert!(send("agenda", &[]).is_some() && send("raadpleging", &[]).is_some() && send("herinnering", &[]).is_some());
    let answer = ["reactie", "nieuw", "2026-03-12", "--partij", "beekdorp", "--akkoord", "--door", "beleidsadviseur"];
    let with = ["--afgestemd-met", "wethouder", "--genoteerd-door", "secretaris"];
    assert!(run(place, &[&answer[..], &with[..]].concat()).is_some());
    assert!(send("herinnering", &["--ongedaan"]).is_some(), "a reminder carries no answer");
    let kept = text();
    assert!(send("raadpleging", &["--ongedaan"]).is_none());
    assert_eq!(text(), kept);
}
