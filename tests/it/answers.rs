//! Answers that come back: a folder of realistic ones with what is said of each, and every shape out and back.

use std::borrow::Borrow;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use beraad::answer::accept::{Accepted, Circumstances, accept, is_asked};
use beraad::answer::open::{Holds, Letter, open};
use beraad::answer::read::{Read, choose};
use beraad::answer::{self, Known, Sent};
use beraad::cli::run;
use beraad::dossier::{load, resolve};
use beraad::finding::Finding;
use beraad::model::consultation;
use beraad::model::{Cancelled, MeetingId, Region, Support};
use beraad::render::template::Templates;
use beraad::source::{FileId, Sources, Span, Spanned};
use beraad::work::produce;
use chrono::NaiveDate;
use proptest::prelude::*;

/// The dossier with the questions of the answers in `tests/antwoorden`, as they were asked.
const ASKED: &str = "tests/antwoorden-op";
const MEETING: &str = "2025-12-11-regionaal-beraad";

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A meeting of a dossier, with the fingerprints of its items, as commands read it.
pub(super) fn meeting(dossier: &load::Folder, mut region: Region, ending: &str) -> (Region, MeetingId) {
    let id = region.meeting_ids().find(|id| region[*id].key.ends_with(ending)).unwrap();
    let files = load::fingerprints(dossier, &region[id].key);
    for item in &mut region.meetings[id.0].items {
        item.fingerprint = consultation::fingerprint(item, &files);
    }
    (region, id)
}

/// The region of the shipped dossier, in which nobody answered yet.
pub(super) fn region() -> (Region, MeetingId) {
    let dossier = load::load(Path::new(ASKED)).unwrap();
    let (mut region, id) = meeting(&dossier, resolve::resolve(&dossier).region, MEETING);
    region.meetings[id.0].replies.clear();
    (region, id)
}

pub(super) fn forms(region: &Region, id: MeetingId, party: &str, today: NaiveDate) -> Vec<String> {
    sent(region, id, party, today, &Templates::load(&[]).unwrap()).texts
}

/// A form of these templates as it was sent.
pub(super) fn sent(region: &Region, id: MeetingId, party: &str, today: NaiveDate, templates: &Templates) -> Sent {
    let mut sent = Sent::default();
    produce::forms(region, id, party, today, templates, &mut sent).unwrap();
    sent
}

/// Reads the bytes of a file as `reactie lees` does; gives what was accepted and what is said.
pub(super) fn take(region: &Region, name: &str, bytes: &[u8], today: NaiveDate) -> (Option<Accepted>, String) {
    let (mut accepted, said) = take_all(region, name, bytes, today);
    (accepted.pop(), said)
}

/// The same of a file with answers of more than one party.
fn take_all(region: &Region, name: &str, bytes: &[u8], today: NaiveDate) -> (Vec<Accepted>, String) {
    take_known(region, name, bytes, today, &|text| known(region, text, today))
}

/// The same with the words of forms from elsewhere.
pub(super) fn take_known<K: Borrow<Known>>(
    region: &Region,
    name: &str,
    bytes: &[u8],
    today: NaiveDate,
    known: &dyn Fn(&str) -> K,
) -> (Vec<Accepted>, String) {
    let mut findings = Vec::new();
    let mut sources = Sources::default();
    let opened = open(name, bytes);
    let mut read = |letter| read(letter, &mut sources, &mut findings, known);
    let reads: Vec<Read> = opened.letters.iter().map(&mut read).collect();
    let chosen = choose(reads, &|meeting, item, answer| is_asked(region, meeting, item, answer));
    let mut accepted = Vec::new();
    for (at, answer) in &chosen.answers {
        let letter = &opened.letters[*at];
        let sender = letter.sender.as_deref();
        let known = Circumstances { sender, moment: letter.sent, ..Circumstances::default() };
        let mut found = answer.findings.clone();
        let one = accept(region, &answer.returned, today, known, &mut found);
        accepted.extend(one.filter(|_| !found.iter().any(Finding::is_error)));
        findings.extend(found);
    }
    let answered = !chosen.answers.is_empty();
    for unread in &opened.unread {
        let file = sources.add(unread.name.clone(), String::new());
        findings.extend(unread.finding(region, None, answered || opened.is_said(), Span::whole(file)));
    }
    if answered || opened.is_said() {
        findings.extend(chosen.faults);
    }
    beraad::finding::sort(&mut findings);
    (accepted, beraad::show::text(&findings, &sources, "", false))
}

fn read<K: Borrow<Known>>(
    letter: &Letter,
    sources: &mut Sources,
    findings: &mut Vec<Finding>,
    known: &dyn Fn(&str) -> K,
) -> Read {
    let file = sources.add(letter.name.clone(), letter.text.clone());
    findings.extend(letter.unseen(file));
    if letter.holds == Holds::Toml {
        return Read::toml(file, &letter.text);
    }
    answer::text::read_letter(file, letter, known(&letter.text).borrow())
}

/// The words of the forms that a text names.
fn known(region: &Region, text: &str, today: NaiveDate) -> Known {
    let (templates, mut sent) = (Templates::load(&[]).unwrap(), Sent::default());
    for head in answer::text::heads(text) {
        if let Some(id) = region.meeting_ids().find(|id| region[*id].key == head.meeting) {
            produce::forms(region, id, &head.party, today, &templates, &mut sent).unwrap();
        }
    }
    Known::new(&sent)
}

/// `tests/antwoorden/<name>` beside `<name>.verwacht`: what is taken over, and what is said.
#[test]
fn realistic_answers_are_taken_in_or_sent_back_with_a_question() {
    let (region, _) = region();
    let mut names: Vec<PathBuf> =
        fs::read_dir("tests/antwoorden").unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_none_or(|ending| ending != "verwacht"));
    names.sort();
    assert!(names.len() >= 20, "{}", names.len());
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (accepted, said) = take_all(&region, &name, &fs::read(&path).unwrap(), day("2025-12-01"));
        let replies = accepted.iter().map(|it| beraad::dossier::edit::reply(&region[it.meeting], &it.reply));
        let taken = replies.collect::<Vec<_>>().join("\n");
        let taken = if taken.is_empty() { "Niet overgenomen.\n".to_owned() } else { taken };
        let expected = std::env::current_dir().unwrap().join(&path).with_file_name(format!("{name}.verwacht"));
        snapbox::assert_data_eq!(format!("{said}\n{taken}"), snapbox::Data::read_from(&expected, None).raw());
    }
}

/// What was withdrawn after it was asked leaves the rest of an answer as it is, and is said.
#[test]
fn an_answer_about_what_was_withdrawn_is_kept_and_said() {
    let (mut region, id) = region();
    let bytes = fs::read("tests/antwoorden/goed-mail.txt").unwrap();
    let (whole, _) = take(&region, "a.txt", &bytes, day("2025-12-01"));
    let whole = beraad::dossier::edit::reply(&region[id], &whole.unwrap().reply);
    let cancelled = Cancelled {
        date: day("2025-11-30"),
        reason: Spanned::new("ziek".to_owned(), Span::whole(FileId(0))),
        to: None,
        called: None,
        known: None,
    };
    let item = region[id].items.iter().position(|item| item.key == "begroting").unwrap();
    region.meetings[id.0].items[item].cancelled = Some(Box::new(cancelled.clone()));
    let (accepted, said) = take(&region, "a.txt", &bytes, day("2025-12-01"));
    assert_eq!(beraad::dossier::edit::reply(&region[id], &accepted.unwrap().reply), whole);
    assert!(
        said.contains("waarschuwing[punt-is-vervallen]: Punt 4 is vervallen, sinds zondag 30 november 2025."),
        "{said}"
    );
    region.meetings[id.0].items[item].cancelled = None;
    region.meetings[id.0].cancelled = Some(cancelled);
    let (accepted, said) = take(&region, "a.txt", &bytes, day("2025-12-01"));
    assert_eq!(beraad::dossier::edit::reply(&region[id], &accepted.unwrap().reply), whole);
    assert!(said.contains("waarschuwing[vergadering-is-vervallen]"), "{said}");
}

/// A folder and a pattern mean the files in them, sorted; hidden ones, and folders, are not meant.
#[test]
fn a_folder_and_a_pattern_mean_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["b.eml", "a.txt", "c.eml", ".verborgen.eml", "Thumbs.db", "[x].eml"] {
        fs::write(at(name), "").unwrap();
    }
    fs::create_dir(at("map.eml")).unwrap();
    let means = |path: PathBuf, names: &[&str]| {
        assert_eq!(load::answers(&path).unwrap(), names.iter().map(|name| at(name)).collect::<Vec<_>>(), "{path:?}");
    };
    means(folder.path().to_owned(), &["[x].eml", "a.txt", "b.eml", "c.eml"]);
    means(at("*"), &["[x].eml", "a.txt", "b.eml", "c.eml"]);
    means(at("?.eml"), &["b.eml", "c.eml"]);
    means(at("[x].eml"), &["[x].eml"]);
    means(at("*.msg"), &[]);
    means(at("weg.eml"), &["weg.eml"]);
    fs::create_dir(at("leeg")).unwrap();
    means(at("leeg"), &[]);
}

/// What somebody answers to one requested decision.
pub(super) fn an_answer() -> impl Strategy<Value = (Support, String)> {
    let support = prop_oneof![Just(Support::Yes), Just(Support::Reserved), Just(Support::No), Just(Support::MoreTime)];
    // a word of a person is no mark, whatever it looks like
    let like_marks = prop::sample::select(vec!["te duur, zie #b:x en meer", "zie #b: en #b:qq, daar", "a#b:zo-1: dat"]);
    let ordinary = "[a-z][a-z0-9 éë,_*\\[\\]#:<>'\"-]{0,40}[a-z]";
    (support, prop_oneof![5 => ordinary, 1 => like_marks.prop_map(str::to_owned)])
}

/// Fills in a form as a person does: a cross in a box, words behind a colon.
pub(super) fn fill(form: &str, answers: &[(Support, String)], input: (&str, &str), quote: &str, cross: &str) -> String {
    let labels = ["Ja", "Ja, onder voorbehoud", "Nee", "Meer tijd nodig"];
    fill_called(form, answers, input, (quote, cross), labels)
}

/// The same with a form that calls yes, a reservation, no and more time otherwise.
pub(super) fn fill_called(
    form: &str,
    answers: &[(Support, String)],
    input: (&str, &str),
    (quote, cross): (&str, &str),
    labels: [&str; 4],
) -> String {
    let (item, input) = input;
    let label = |support| match support {
        Support::Yes => labels[0],
        Support::Reserved => labels[1],
        Support::No => labels[2],
        Support::MoreTime => labels[3],
    };
    let mut at = None::<usize>;
    let mut next = 0;
    let mut here = false;
    let mut filled = String::new();
    for line in form.lines() {
        let mut line = line.replace(&"\\_".repeat(24), "");
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
            if line.contains("#b:reden") && matches!(support, Support::Reserved | Support::No) {
                line = format!("{} {reason}", line.trim_end());
            }
        }
        // in a mail the label stands below the mark
        here |= line.contains(&format!("#b:punt:{item}:"));
        if here && line.trim_end().ends_with(':') {
            line = format!("{} {input}", line.trim_end());
            here = false;
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
                for (number, _) in item.asked() {
                    let (support, reason) = given.next().unwrap();
                    let answer = items.iter().flat_map(|it| &it.answers).find(|it| usize::from(it.number) == number).unwrap();
                    prop_assert_eq!(answer.support, *support);
                    prop_assert_eq!(answer.treatment, Some(region[id].items[index].treatment));
                    let asked = matches!(support, Support::Reserved | Support::No);
                    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    prop_assert_eq!(answer.reason.as_deref().map(words), asked.then(|| words(reason)));
                    prop_assert_eq!(&*answer.text, item.requested[number - 1].value.as_str());
                }
                if item.key == "begroting" {
                    prop_assert_eq!(items[0].remarks.input.as_deref(), Some(input.as_str()));
                }
            }
            // saved as TOML it says the same again
            let toml = beraad::dossier::edit::reply_head(&region[id], "nieuwkoop") + "\n" + &beraad::dossier::edit::reply(&region[id], &accepted.reply);
            let (again, said) = take(&region, "nieuwkoop.toml", toml.as_bytes(), day("2025-12-01"));
            let again = again.unwrap_or_else(|| panic!("{said}\n{toml}"));
            prop_assert_eq!(beraad::dossier::edit::reply(&region[id], &again.reply), beraad::dossier::edit::reply(&region[id], &accepted.reply));
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
    for (name, bytes) in super::examples::files(Path::new(ASKED)) {
        let place = dossier.join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    let root = dossier.to_str().unwrap();
    let beraad = |words: &[&str]| {
        let all = [&["beraad", "--dossier", root, "--vandaag", "2025-12-01"], words].concat();
        run(all.into_iter().map(OsString::from))
    };
    let file = dossier.join(MEETING).join("raadpleging/nieuwkoop.toml");
    let read = || fs::read_to_string(&file).unwrap_or_default();
    beraad(&["reactie", "lees", "tests/antwoorden/goed-mail.txt"]).unwrap();
    let first = read();
    assert!(!first.is_empty());
    beraad(&["reactie", "lees", "tests/antwoorden/goed-mail.txt", "tests/antwoorden/goed-mail.txt"]).unwrap();
    assert_eq!(read(), first);
    beraad(&["reactie", "nieuw", MEETING, "--partij", "nieuwkoop", "--akkoord", "--door", "x", "--afgestemd-met", "y"])
        .unwrap();
    let second = read();
    assert!(second.starts_with(&first) && second.len() > first.len());
    beraad(&["verzend", "raadpleging", MEETING]).unwrap();
    for kind in ["agenda", "raadpleging"] {
        let sent = fs::read_to_string(dossier.join(MEETING).join("verzending.toml")).unwrap();
        assert_eq!(beraad(&["verzend", kind, MEETING]).is_ok(), kind == "raadpleging", "{kind}");
        assert_eq!(fs::read_to_string(dossier.join(MEETING).join("verzending.toml")).unwrap(), sent);
    }
}
