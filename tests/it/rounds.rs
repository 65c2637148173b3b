//! Rounds of dossiers that nobody thought of: asked in every shape, answered as people do, read again from the file.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use beraad::answer::open::{Letter, open};
use beraad::dossier::edit;
use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::reply::Whole;
use beraad::model::{MeetingId, PartyId, Region, Reply, Support};
use beraad::paper::{Document, Scope};
use beraad::render::Format;
use beraad::render::template::Templates;
use beraad::work::produce;
use chrono::NaiveDate;
use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use mail_parser::MessageParser;
use proptest::prelude::*;

use super::answers::{an_answer, fill, forms, meeting, take};
use super::generated::{Files, Plan, correct, plan, requested, write};

/// With one blank between words: more than one is not kept in HTML.
fn single(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words of a dossier: ordinary, and of those that would break a form if they were not tamed.
fn words() -> impl Strategy<Value = String> {
    let ordinary = "[A-Za-z0-9é(][A-Za-zé0-9 ,.;:()*_#<>&'|`~\\[\\]-]{0,80}[a-z0-9.]";
    let nasty = prop::sample::select(vec![
        "[x] Gedragen",
        "[ ] Niet gedragen",
        "#b:besluit:plan-0:1:0000000000000000",
        "Reden bij voorbehoud of niet gedragen: nee",
        "[x] Ja",
        "[ ] Nee",
        "Reden bij een voorbehoud of bij nee: nee",
        "Einde van het formulier. #b:einde",
        "----------------------------------------------------------------------",
        "> Van: iemand anders",
        "<b>In te stemmen</b> & <script>alert(1)</script>",
        "In te stemmen met https://example.org/een/heel/lang/adres/dat/niet/op/een/regel/past/en/nog/langer/is.pdf",
    ]);
    prop_oneof![3 => ordinary.prop_map(|text| single(&text)), 1 => nasty.prop_map(str::to_owned)]
}

/// Other words for titles, explanations and requested decisions of a dossier.
fn said_otherwise(plan: &Plan, files: &mut Files, words: &[String]) {
    let (_, agenda) = files.iter_mut().find(|(path, _)| path.ends_with("-beraad/vergadering.toml")).unwrap();
    let mut words = words.iter().cycle();
    for (at, count) in plan.items.iter().enumerate() {
        let (title, explanation, more) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let titled = format!("titel = {title:?}\ntoelichting = {:?}", format!("{explanation}\n\n- {more}\n"));
        *agenda = agenda.replace(&format!("titel = \"Plan {at}\""), &titled);
        for number in 1..=*count {
            let asked = format!("{number}. {}", words.next().unwrap());
            *agenda = agenda.replace(&format!("{:?}", requested(at, number)), &format!("{asked:?}"));
        }
    }
    files.retain(|path, _| !path.contains("/raadpleging/"));
}

/// What the files say, with the fingerprints of what is asked.
fn read(files: &Files) -> (Region, MeetingId) {
    let folder = tempfile::tempdir().unwrap();
    write(files, folder.path());
    let dossier = load(folder.path()).unwrap();
    let resolved = resolve(&dossier);
    let said = beraad::show::text(&resolved.findings, &dossier.sources, "", false);
    assert!(resolved.findings.is_empty(), "{said}");
    meeting(&dossier, resolved.region, "-beraad")
}

/// The mail with the consultation of a party, as it is sent.
fn mail(region: &Region, id: MeetingId, party: &str, today: NaiveDate) -> String {
    let scope = Scope { only: Some(party), ..Scope::new(region, today, Some(id)) };
    let views = Document::named("raadpleging").unwrap().compose(&scope).unwrap();
    let templates = Templates::load(&[]).unwrap();
    let mail = produce::render(&views[0], &templates, Format::Mail, region, produce::Setting::default()).unwrap();
    String::from_utf8(mail).unwrap()
}

/// How a program sends an answer.
#[derive(Debug, Clone, Copy)]
enum Program {
    Text,
    Breaks,
    Paragraphs,
}

/// A reply to a mail: the text below a line that says who wrote it, as text or as HTML.
fn answered(filled: &str, program: Program, date: NaiveDate) -> Vec<u8> {
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let html = |before: &str, after: &str| {
        let lines = filled.lines().map(|line| format!("{before}{}{after}\r\n", escaped(line)));
        format!(
            "<html><body><p>Hierbij ons antwoord.</p><blockquote>{}</blockquote></body></html>",
            lines.collect::<String>()
        )
    };
    let message = MessageBuilder::new()
        .from("a@example.org")
        .to("b@example.org")
        .subject("RE: Raadpleging")
        .header("Date", Raw::new(date.format("%a, %d %b %Y 12:00:00 +0100").to_string()));
    let message = match program {
        Program::Text => message.text_body(format!(
            "Hierbij ons antwoord.\r\n\r\nOp maandag schreef het secretariaat:\r\n\r\n{}",
            filled.replace('\n', "\r\n")
        )),
        Program::Breaks => message.html_body(html("", "<br>")),
        Program::Paragraphs => message.html_body(html("<p class=MsoNormal>", "</p>")),
    };
    message.write_to_vec().unwrap()
}

/// A mail as Outlook saves it: the text, who sent it, when, and a file that is attached.
fn outlook(text: &str, attached: Option<(&str, &[u8])>, date: NaiveDate) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    let mut put = |path: &str, bytes: &[u8]| file.create_stream(path).unwrap().write_all(bytes).unwrap();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let days = date.signed_duration_since(NaiveDate::from_ymd_opt(1601, 1, 1).unwrap()).num_days();
    let time = (u64::try_from(days).unwrap() * 24 + 12) * 60 * 60 * 10_000_000;
    let entry = [&[0x40, 0, 0x39, 0, 6, 0, 0, 0][..], &time.to_le_bytes()].concat();
    put("/__properties_version1.0", &[vec![0; 32], entry].concat());
    put("/__substg1.0_1000001F", &wide(&text.replace('\n', "\r\n")));
    put("/__substg1.0_5D01001F", &wide("A@Example.org"));
    if let Some((name, bytes)) = attached {
        file.create_storage("/__attach_version1.0_#00000000").unwrap();
        let mut put = |path: &str, bytes: &[u8]| file.create_stream(path).unwrap().write_all(bytes).unwrap();
        put("/__attach_version1.0_#00000000/__substg1.0_3707001F", &wide(name));
        put("/__attach_version1.0_#00000000/__substg1.0_37010102", bytes);
    }
    file.into_inner().into_inner()
}

/// What a reply says, without the places: per requested decision in the order of the agenda, and the input.
fn meaning(region: &Region, id: MeetingId, reply: &Reply) -> String {
    let Whole { by, agreed_with, general, .. } = &reply.whole;
    let mut said = format!("{} {agreed_with:?} {general:?}\n", by.as_deref().unwrap_or_default());
    for (index, item) in region[id].proposals() {
        for answers in reply.items.iter().filter(|it| it.item == index) {
            let _ = writeln!(said, "{}: {:?} {}", item.key, answers.remarks.input, answers.remarks.name_it);
            for answer in &answers.answers {
                let _ = writeln!(said, "{} {:?} {:?} {:?}", answer.number, answer.text, answer.support, answer.reason);
            }
        }
    }
    said
}

/// What somebody meant with these answers.
fn meant(region: &Region, id: MeetingId, answers: &[(Support, String)], input: (&str, &str)) -> String {
    let mut said = "beleidsadviseur Some(\"wethouder\") None\n".to_owned();
    let mut answers = answers.iter();
    for (_, item) in region[id].proposals() {
        let _ = writeln!(said, "{}: {:?} false", item.key, (item.key == input.0).then_some(input.1));
        for (number, asked) in (1..).zip(&item.requested) {
            let (support, reason) = answers.next().unwrap();
            let reason = matches!(support, Support::Reserved | Support::No).then(|| single(reason));
            let _ = writeln!(said, "{number} {:?} {support:?} {reason:?}", asked.value);
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::generated::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_shape_of_every_dossier_comes_back_with_the_same_meaning(
        plan in plan(),
        words in prop::collection::vec(words(), 1..12),
        answers in prop::collection::vec(an_answer(), 9),
        input in "[a-z][a-zé ,]{0,60}[a-z]".prop_map(|text| single(&text)),
        quote in prop_oneof![Just(""), Just("> "), Just("> > ")],
        cross in prop_oneof![Just("[x]"), Just("[X]"), Just("[v]"), Just("[ x ]")],
        program in prop_oneof![Just(Program::Text), Just(Program::Breaks), Just(Program::Paragraphs)],
    ) {
        let (mut files, today) = correct(&plan);
        said_otherwise(&plan, &mut files, &words);
        let (region, id) = read(&files);
        let asked: Vec<PartyId> = region[id].sendings.iter().flat_map(|sending| &sending.to).copied().collect();
        let Some(party) = asked.first().map(|party| region[*party].key.clone()) else { return Ok(()) };
        let input = ("plan-0", input.as_str());
        let meant = meant(&region, id, &answers, input);

        let sent = mail(&region, id, &party, today);
        let text = MessageParser::default().parse(sent.as_bytes()).unwrap().body_text(0).unwrap().replace("\r\n", "\n");
        let shapes = forms(&region, id, &party, today);
        let date = today.format("%-d-%-m-%Y").to_string();
        let fill = |form: &str, quote| fill(form, &answers, input, quote, cross).replace("1-12-2025", &date);
        let mut toml = String::new();
        for (name, bytes) in [
            ("a.md", fill(&shapes[0], quote).into_bytes()),
            ("a.txt", fill(&shapes[1], quote).into_bytes()),
            ("a.msg", outlook(&fill(&text, quote), None, today)),
            ("a.eml", answered(&fill(&text, if matches!(program, Program::Text) { quote } else { "" }), program, today)),
        ] {
            let (accepted, said) = take(&region, name, &bytes, today);
            let accepted = accepted.unwrap_or_else(|| panic!("{said}\n{}", String::from_utf8_lossy(&bytes)));
            prop_assert_eq!(&meaning(&region, id, &accepted.reply), &meant, "{}\n{}\n{}", name, said, String::from_utf8_lossy(&bytes));
            toml = edit::reply_head(&region[id], &party) + "\n" + &edit::reply(&region[id], &accepted.reply);
        }
        // what the form in a browser saves, and what stands in the dossier after it
        let (again, said) = take(&region, "a.toml", toml.as_bytes(), today);
        prop_assert_eq!(&meaning(&region, id, &again.unwrap_or_else(|| panic!("{said}\n{toml}")).reply), &meant);
        let attached = outlook("Hierbij.", Some(("antwoord.toml", toml.as_bytes())), today);
        let (again, said) = take(&region, "a.msg", &attached, today);
        prop_assert_eq!(&meaning(&region, id, &again.unwrap_or_else(|| panic!("{said}\n{toml}")).reply), &meant);
        files.insert(format!("{}/raadpleging/{party}.toml", region[id].key), toml);
        let (region, id) = read(&files);
        prop_assert_eq!(&meaning(&region, id, &region[id].replies[0]), &meant);
    }
}

/// What Outlook saves tells who sent it and when.
#[test]
fn a_mail_of_outlook_has_a_sender_and_a_day() {
    let day = NaiveDate::from_ymd_opt(2025, 12, 1).unwrap();
    let letters = open("a.msg", &outlook("Beste", None, day)).letters;
    let sent = |letter: &Letter| letter.sent.map(|sent| sent.date());
    let found: Vec<_> = letters.iter().map(|it| (it.text.as_str(), it.sender.as_deref(), sent(it))).collect();
    assert_eq!(found, [("Beste", Some("a@example.org"), Some(day))]);
}

proptest! {
    #[test]
    fn a_damaged_mail_of_outlook_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        kept in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let day = NaiveDate::from_ymd_opt(2025, 12, 1).unwrap();
        let mut bytes = outlook("Beste collega", Some(("antwoord.toml", b"[[reactie]]\n")), day);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(kept.index(bytes.len()));
        }
        drop(open("a.msg", &bytes));
    }
}
