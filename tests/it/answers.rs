//! Answers that come back: a folder of realistic ones with what is said of each, and every shape out and back.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use beraad::cli::run;
use beraad::consultation;
use beraad::finding::Finding;
use beraad::form::accept::{Accepted, Circumstances, accept};
use beraad::form::open::open;
use beraad::form::{self, Known};
use beraad::model::{MeetingId, Region, Support};
use beraad::render::template::Templates;
use beraad::{load, produce, resolve};
use chrono::NaiveDate;
use proptest::prelude::*;

const MEETING: &str = "2025-12-11-regionaal-beraad";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A meeting of a dossier, with the fingerprints of its items, as commands read it.
pub(super) fn meeting(dossier: &load::Dossier, mut region: Region, ending: &str) -> (Region, MeetingId) {
    let id = region.meeting_ids().find(|id| region[*id].key.ends_with(ending)).unwrap();
    let files = load::fingerprints(dossier, &region[id].key);
    for item in &mut region.meetings[id.0].items {
        item.fingerprint = consultation::fingerprint(item, &files);
    }
    (region, id)
}

/// The region of the shipped dossier, in which nobody answered yet.
fn region() -> (Region, MeetingId) {
    let dossier = load::load(Path::new("agendas")).unwrap();
    let (mut region, id) = meeting(&dossier, resolve::resolve(&dossier).region, MEETING);
    region.meetings[id.0].replies.clear();
    (region, id)
}

pub(super) fn forms(region: &Region, id: MeetingId, party: &str, today: NaiveDate) -> Vec<String> {
    let templates = Templates::load(&[]).unwrap();
    produce::forms(region, id, party, today, &templates).unwrap()
}

/// Reads the bytes of a file as `reactie lees` does; gives what was accepted and what is said.
pub(super) fn take(region: &Region, name: &str, bytes: &[u8], today: NaiveDate) -> (Option<Accepted>, String) {
    let mut findings = Vec::new();
    let mut sources = beraad::source::Sources::default();
    let letters = match open(name, bytes) {
        Ok(letters) => letters,
        Err(other) => return (None, format!("{} ({})\n", other.message, other.hint)),
    };
    let mut accepted = None;
    for letter in letters {
        let file = sources.add(letter.name.clone(), letter.text.clone());
        let returned = if letter.is_toml {
            form::toml::read(file, &letter.text, &mut findings)
        } else {
            let mut known = Vec::new();
            for head in form::text::heads(&letter.text) {
                if let Some(id) = region.meeting_ids().find(|id| region[*id].key == head.meeting) {
                    known.extend(forms(region, id, &head.party, today));
                }
            }
            let known = Known::new(&known);
            form::text::read(file, &letter.text, &known, letter.channel, &mut findings).into_iter().collect()
        };
        for returned in &returned {
            let known = Circumstances {
                sender: letter.sender.as_deref(),
                date: letter.sent.map(|sent| sent.date()),
                moment: letter.sent,
                ..Circumstances::default()
            };
            accepted = accept(region, returned, today, known, &mut findings);
        }
    }
    let accepted = accepted.filter(|_| !findings.iter().any(Finding::is_error));
    beraad::finding::sort(&mut findings);
    (accepted, beraad::show::text(&findings, &sources, "", false))
}

/// `tests/antwoorden/<name>` beside `<name>.verwacht`: what is taken over, and what is said.
#[test]
fn realistic_answers_are_taken_in_or_sent_back_with_a_question() {
    let (region, id) = region();
    let mut names: Vec<PathBuf> =
        fs::read_dir("tests/antwoorden").unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_none_or(|ending| ending != "verwacht"));
    names.sort();
    assert!(names.len() >= 20, "{}", names.len());
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (accepted, said) = take(&region, &name, &fs::read(&path).unwrap(), day("2025-12-01"));
        let taken = accepted.map_or_else(
            || "Niet overgenomen.\n".to_owned(),
            |accepted| beraad::edit::reply(&region[id], &accepted.reply),
        );
        let expected = std::env::current_dir().unwrap().join(&path).with_file_name(format!("{name}.verwacht"));
        snapbox::assert_data_eq!(format!("{said}\n{taken}"), snapbox::Data::read_from(&expected, None).raw());
    }
}

/// What somebody answers to one requested decision.
pub(super) fn an_answer() -> impl Strategy<Value = (Support, String)> {
    let support = prop_oneof![Just(Support::Yes), Just(Support::Reserved), Just(Support::No), Just(Support::MoreTime)];
    (support, "[a-z][a-z0-9 éë,_*\\[\\]#:<>'\"-]{0,40}[a-z]")
}

/// Fills in a form as a person does: a cross in a box, words behind a colon.
pub(super) fn fill(form: &str, answers: &[(Support, String)], input: (&str, &str), quote: &str, cross: &str) -> String {
    let (item, input) = input;
    let label = |support| match support {
        Support::Yes => "Gedragen",
        Support::Reserved => "Gedragen onder voorbehoud",
        Support::No => "Niet gedragen",
        Support::MoreTime => "Meer tijd nodig",
    };
    let mut at = None::<usize>;
    let mut next = 0;
    let mut filled = String::new();
    for line in form.lines() {
        let mut line = line.replace("\\_", "");
        if line.starts_with("#b:besluit:") || line.contains("`#b:besluit:") {
            at = Some(next);
            next += 1;
        } else if line.contains("#b:punt:") {
            at = None;
        }
        if let Some(at) = at
            && let Some((support, reason)) = answers.get(at)
        {
            if line.trim_start_matches(['-', ' ']) == format!("[ ] {}", label(*support)) {
                line = line.replace("[ ]", cross);
            }
            if line.trim_start().starts_with("Reden") && matches!(support, Support::Reserved | Support::No) {
                line = format!("{} {reason}", line.trim_end());
            }
        }
        if line.contains(&format!("#b:punt:{item}:")) {
            line = format!("{} {input}", line.trim_end());
        }
        for (mark, words) in [("#b:door", "beleidsadviseur"), ("#b:afgestemd", "wethouder"), ("#b:datum", "1-12-2025")]
        {
            if line.contains(mark) {
                line = format!("{} {words}", line.trim_end());
            }
        }
        filled.push_str(&format!("{quote}{line}\n"));
    }
    filled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_shape_goes_out_and_comes_back_with_the_same_meaning(
        answers in prop::collection::vec(an_answer(), 6),
        input in "[a-z][a-zé ,]{0,60}[a-z]",
        quote in prop_oneof![Just(""), Just("> "), Just("> > ")],
        cross in prop_oneof![Just("[x]"), Just("[X]"), Just("[v]"), Just("[ x ]")],
    ) {
        let (region, id) = region();
        let all = forms(&region, id, "nieuwkoop", day("2025-12-01"));
        for (form, name) in all.iter().zip(["a.md", "a.txt"]) {
            let text = format!("Beste collega,\n\n{}\nGroet,\nPiet\n", fill(form, &answers, ("begroting", &input), quote, cross));
            let (accepted, said) = take(&region, name, text.as_bytes(), day("2025-12-01"));
            let accepted = accepted.unwrap_or_else(|| panic!("{said}\n{text}"));
            let mut given = answers.iter();
            for (index, item) in region[id].proposals() {
                let items: Vec<_> = accepted.reply.items.iter().filter(|it| it.item == index).collect();
                for number in 1..=item.requested.len() {
                    let (support, reason) = given.next().unwrap();
                    let answer = items.iter().flat_map(|it| &it.answers).find(|it| usize::from(it.number) == number).unwrap();
                    prop_assert_eq!(answer.support, *support);
                    let asked = matches!(support, Support::Reserved | Support::No);
                    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    prop_assert_eq!(answer.reason.as_deref().map(words), asked.then(|| words(reason)));
                    prop_assert_eq!(&*answer.text, item.requested[number - 1].value.as_str());
                }
                if item.key == "begroting" {
                    prop_assert_eq!(items[0].input.as_deref(), Some(input.as_str()));
                }
            }
            // saved as TOML it says the same again
            let toml = beraad::edit::reply_head(&region[id], "nieuwkoop") + "\n" + &beraad::edit::reply(&region[id], &accepted.reply);
            let (again, said) = take(&region, "nieuwkoop.toml", toml.as_bytes(), day("2025-12-01"));
            let again = again.unwrap_or_else(|| panic!("{said}\n{toml}"));
            prop_assert_eq!(beraad::edit::reply(&region[id], &again.reply), beraad::edit::reply(&region[id], &accepted.reply));
        }
    }

    #[test]
    fn any_bytes_give_an_answer_or_a_finding(bytes in prop::collection::vec(any::<u8>(), 0..400), mail in any::<bool>()) {
        let (region, _) = region();
        take(&region, if mail { "a.eml" } else { "a.txt" }, &bytes, day("2025-12-01"));
    }
}

/// Taking in the same twice changes nothing; another answer is added, and the older one stays.
#[test]
fn answers_are_added_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("agendas");
    for (name, bytes) in super::examples::files(Path::new("agendas")) {
        let place = dossier.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    let root = dossier.to_str().unwrap();
    let beraad = |words: &[&str]| {
        let all = [&["beraad", "--dossier", root, "--vandaag", "2025-12-01"], words].concat();
        run(all.into_iter().map(OsString::from)).unwrap()
    };
    let file = dossier.join(MEETING).join("raadpleging/nieuwkoop.toml");
    let read = || fs::read_to_string(&file).unwrap_or_default();
    beraad(&["reactie", "lees", "tests/antwoorden/goed-mail.txt"]);
    let first = read();
    assert!(!first.is_empty());
    beraad(&["reactie", "lees", "tests/antwoorden/goed-mail.txt", "tests/antwoorden/goed-mail.txt"]);
    assert_eq!(read(), first);
    beraad(&["reactie", "nieuw", MEETING, "--partij", "nieuwkoop", "--akkoord", "--door", "x", "--afgestemd-met", "y"]);
    let second = read();
    assert!(second.starts_with(&first) && second.len() > first.len());
    for kind in ["agenda", "raadpleging"] {
        beraad(&["verzend", kind, MEETING]);
        let sent = fs::read_to_string(dossier.join(MEETING).join("verzending.toml")).unwrap();
        beraad(&["verzend", kind, MEETING]);
        assert_eq!(fs::read_to_string(dossier.join(MEETING).join("verzending.toml")).unwrap(), sent);
    }
}
