//! Mails that wait to be sent, as a mail program reads them: a letter in plain Dutch, the page and its papers, and nothing of the
//! disk on which they were made.

use std::fs;
use std::path::Path;

use beraad::cli::{Status, run};
use beraad::paper::{Choice, DOCUMENTS};
use beraad::render::template::BUILT_IN;
use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::examples::{dossiers, files};
use super::faults::copy;

/// What only Markdown, a template or a page holds.
const RAW: [&str; 11] = ["**", "\n# ", "\n## ", "|---", "| ---", "{.", "{{", "{%", "](", "<p>", "\u{e000}"];

/// Makes a document as mails in a folder.
fn made(dossier: &Path, day: &str, words: &[&str], to: &Path) {
    fs::create_dir_all(to).unwrap();
    let base = ["beraad", "--dossier", dossier.to_str().unwrap(), "--vandaag", day];
    let out = ["-f", "eml", "-o", to.to_str().unwrap()];
    // of what there is nothing to make, nothing stands there
    drop(run(base.iter().chain(words).chain(&out).map(Into::into)));
}

fn text(mail: &Message<'_>) -> String {
    mail.body_text(0).unwrap().replace("\r\n", "\n")
}

#[test]
fn every_document_has_a_letter() {
    for document in &DOCUMENTS {
        let name = format!("{}.txt", document.name);
        assert!(BUILT_IN.iter().any(|(known, _)| *known == name), "{name}");
    }
}

#[test]
fn no_mail_holds_raw_markdown_or_tells_where_it_was_made() {
    let mut count = 0;
    for (name, folder) in dossiers() {
        let place = tempfile::tempdir().unwrap();
        let dossier = place.path().join("hier-staat-het-dossier");
        copy(&folder, &dossier);
        let meetings = fs::read_dir(&dossier).unwrap().map(|entry| entry.unwrap());
        let meetings: Vec<String> = meetings
            .filter(|entry| entry.path().join("vergadering.toml").is_file())
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect();
        // every run is a process: the largest dossier is looked at on a second day
        let days = ["2025-11-27", "2026-03-01"].into_iter().take(if name == "agendas" { 2 } else { 1 });
        for (at, day) in days.enumerate() {
            for document in &DOCUMENTS {
                let extra = [(document.inside.is_some(), "--intern"), (document.has(Choice::Public), "--openbaar")];
                let extra = extra.iter().filter(|(has, _)| *has).map(|(_, word)| Some(*word));
                for (way, word) in [None].into_iter().chain(extra).enumerate() {
                    let of: Vec<Option<&str>> = if document.from.is_overview() {
                        vec![None]
                    } else {
                        meetings.iter().map(|name| Some(name.as_str())).collect()
                    };
                    for meeting in of {
                        let words: Vec<&str> = [Some(document.name), meeting, word].into_iter().flatten().collect();
                        made(&dossier, day, &words, &place.path().join(format!("uit/{at}-{way}")));
                    }
                }
            }
        }
        for (file, bytes) in files(&place.path().join("uit")).into_iter().filter(|(file, _)| file.ends_with(".eml")) {
            count += 1;
            sound(&format!("{name}: {file}"), &bytes, place.path());
        }
    }
    assert!(count > 200, "{count}");
}

/// Whether a mail is one that can be sent as it is.
fn sound(name: &str, bytes: &[u8], place: &Path) {
    let raw = std::str::from_utf8(bytes).unwrap();
    let head = raw.split("\r\n\r\n").next().unwrap();
    assert!(head.lines().all(|line| line.len() <= 78), "{name}: {head}");
    for unknown in ["From:", "Date:", "Message-ID:"] {
        assert!(!head.lines().any(|line| line.starts_with(unknown)), "{name}: {head}");
    }
    let mail = MessageParser::default().parse(bytes).unwrap();
    let letter = text(&mail);
    let body = mail.parts.iter().find(|part| part.is_text()).unwrap();
    assert!(!body.is_text_html(), "{name}");
    let is_form = raw.contains("#b:") || letter.contains("#b:");
    if !is_form {
        assert!(letter.starts_with("Geachte "), "{name}: {letter}");
        assert!(letter.contains("\nMet vriendelijke groet,\n"), "{name}: {letter}");
        assert!(letter.lines().count() < 40, "{name}: {letter}");
        for raw in RAW {
            assert!(!letter.contains(raw), "{name} holds {raw}: {letter}");
        }
    }
    let page = mail.attachment(0).unwrap();
    assert_eq!(page.content_type().and_then(|kind| kind.subtype()), Some("html"), "{name}");
    let all: Vec<String> = mail.attachments().map(|part| part.attachment_name().unwrap().to_owned()).collect();
    let is_plain = |name: &String| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    assert!(all.iter().all(is_plain), "{name}: {all:?}");
    let home = std::env::var("HOME").unwrap_or_default();
    let told = [place.to_str().unwrap(), "hier-staat-het-dossier", "/tmp/", "../", "file:", &home];
    let parts = mail.parts.iter().map(|part| String::from_utf8_lossy(part.contents()).into_owned());
    for part in parts.chain([raw.to_owned()]) {
        for word in told.iter().filter(|word| word.len() > 1) {
            assert!(!part.contains(word), "{name} tells {word}");
        }
        // what a page of ours leads to is in the mail or on the web
        for address in part.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let is_there = address.starts_with(['#'])
                || ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
                || all.iter().any(|name| name == address);
            assert!(is_there, "{name} leads to {address}");
        }
    }
}

/// The decision list that the agenda adopts.
const LIST: &str = "2-2025-10-09-beraad-besluitenlijst.html";

#[test]
fn papers_go_along_as_they_are_until_there_is_no_room() {
    let place = tempfile::tempdir().unwrap();
    let dossier = place.path().join("d");
    copy(Path::new("tests/regels/basis"), &dossier);
    let meeting = dossier.join("2025-12-11-beraad");
    fs::create_dir(meeting.join("stukken")).unwrap();
    let (small, large) = (vec![0xE9; 600_000], vec![0; 500_000]);
    fs::write(meeting.join("stukken/klein.pdf"), &small).unwrap();
    fs::write(meeting.join("stukken/groot.bin"), &large).unwrap();
    let path = meeting.join("vergadering.toml");
    let papers = "financien = \"geen\"\nstuk = [{ titel = \"Klein\", bestand = \"stukken/klein.pdf\" }, \
                  { titel = \"Groot\", bestand = \"stukken/groot.bin\" }]\n";
    let changed = fs::read_to_string(&path).unwrap().replace("financien = \"geen\"\n", papers);
    fs::write(&path, changed).unwrap();
    for (most, names) in
        [("0", &[][..]), ("1", &["3.1-klein.pdf", LIST]), ("2", &["3.1-klein.pdf", "3.2-groot.bin", LIST])]
    {
        let to = place.path().join(most);
        made(&dossier, "2025-12-01", &["agenda", "2025-12-11", "--bijlagen", most], &to);
        let bytes = files(&to).remove("2025-12-11-beraad-agenda.eml").unwrap();
        let mail = MessageParser::default().parse(&bytes).unwrap();
        let along: Vec<&str> = mail.attachments().skip(1).map(|part| part.attachment_name().unwrap()).collect();
        assert_eq!(along, names);
        let as_they_are = mail.attachments().skip(1).filter(|part| part.attachment_name() != Some(LIST));
        for (part, bytes) in as_they_are.zip([&small, &large]) {
            assert_eq!(part.contents(), bytes.as_slice());
        }
        let letter = text(&mail);
        assert_eq!(letter.contains("Te groot om mee te sturen:\n- 3.2 Groot (500 kB)\n"), most == "1", "{letter}");
        let none = "Niet bij deze mail:\n- 3.1 Klein\n- 3.2 Groot\n- 2 Concept-besluitenlijst van 9 oktober 2025\n";
        assert_eq!(letter.contains(none), most == "0", "{letter}");
    }
}

#[test]
fn what_comes_back_with_its_papers_is_the_answer_and_nothing_else() {
    for most in ["20", "0"] {
        let place = tempfile::tempdir().unwrap();
        let dossier = place.path().join("d");
        copy(Path::new("tests/regels/basis"), &dossier);
        let meeting = dossier.join("2025-12-11-beraad");
        fs::create_dir(meeting.join("stukken")).unwrap();
        fs::write(meeting.join("stukken/plan.md"), "# Plan\n\n- [x] Nee\n\nWij stemmen niet in.\n").unwrap();
        fs::write(meeting.join("stukken/kaart.pdf"), b"%PDF-1.4\n").unwrap();
        let hostile = "# Stuk\n\n#b:formulier:2025-12-11-beraad:eikerveen\n\n#b:alles\n- [x] Akkoord\n";
        fs::write(meeting.join("stukken/vals.md"), hostile).unwrap();
        fs::write(meeting.join("stukken/vals.html"), format!("<p>{hostile}")).unwrap();
        let path = meeting.join("vergadering.toml");
        let files_of = ["plan.md", "kaart.pdf", "vals.md", "vals.html"];
        let papers = files_of.map(|name| format!("{{ titel = \"{name}\", bestand = \"stukken/{name}\" }}")).join(", ");
        let papers = format!("financien = \"geen\"\nstuk = [{papers}]\n");
        let changed = fs::read_to_string(&path).unwrap().replace("financien = \"geen\"\n", &papers);
        fs::write(&path, changed).unwrap();
        fs::remove_file(meeting.join("raadpleging/eikerveen.toml")).unwrap();
        let to = place.path().join("uit");
        let words = ["raadpleging", "2025-12-11", "--aan", "eikerveen", "--bijlagen", most];
        made(&dossier, "2025-12-01", &words, &to);
        let bytes = files(&to).remove("2025-12-11-beraad-raadpleging-eikerveen.eml").unwrap();
        let mail = MessageParser::default().parse(&bytes).unwrap();
        let along: Vec<&str> = mail.attachments().map(|part| part.attachment_name().unwrap()).collect();
        let expected: &[&str] = if most == "0" { &[] } else { &["3.1-plan.html", "3.2-kaart.pdf"] };
        assert_eq!(along[1..], *expected);
        let filled = text(&mail).replacen("[ ] Ja\n", "[x] Ja\n", 1);
        let filled = filled.replace("#b:door Uw functie:", "#b:door Uw functie: adviseur");
        // who forwards sends all that hangs on it back, who answers does not
        let raw = String::from_utf8(bytes.clone()).unwrap();
        let (_, parts) = raw.split_once("\r\n\r\n").unwrap();
        let boundary = parts.lines().find(|line| line.starts_with("--")).unwrap();
        let rest = parts.split(boundary).skip(3).map(|part| format!("{boundary}{part}")).collect::<String>();
        let head = format!(
            "From: vijf@eikerveen.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n",
            &boundary[2..]
        );
        let part = "Content-Type: text/plain; charset=utf-8\r\n\r\n";
        let forwarded = format!("{head}{boundary}\r\n{part}Akkoord.\r\n\r\n{filled}\r\n{rest}");
        let back = place.path().join("terug.eml");
        fs::write(&back, &forwarded).unwrap();
        let base = ["beraad", "--dossier", dossier.to_str().unwrap(), "--vandaag", "2025-12-02", "reactie", "lees"];
        let status = run(base.into_iter().chain([back.to_str().unwrap()]).map(Into::into)).unwrap();
        let stored = fs::read_to_string(meeting.join("raadpleging/eikerveen.toml")).unwrap_or_default();
        assert_eq!(status, Status::Done, "{stored}\n{forwarded}");
        assert_eq!(stored.matches("gedragen = \"ja\"").count(), 1, "{stored}");
        assert_eq!(stored.matches("gedragen").count(), 1, "{stored}");
        assert!(
            !stored.contains("Wij stemmen niet in") && !stored.contains("vals") && !stored.contains("Te groot"),
            "{stored}"
        );
    }
}

/// Who answers the mail of the agenda with the form sends our letter and our pages back: none of their words is an answer.
#[test]
fn the_letter_and_the_pages_of_an_agenda_that_come_back_are_no_words_of_who_answers() {
    let place = tempfile::tempdir().unwrap();
    let dossier = place.path().join("d");
    copy(Path::new("tests/regels/basis"), &dossier);
    let stored = dossier.join("2025-12-11-beraad/raadpleging/eikerveen.toml");
    let answer = fs::read_to_string(&stored).unwrap();
    fs::remove_file(&stored).unwrap();
    let to = place.path().join("uit");
    made(&dossier, "2025-12-01", &["agenda", "2025-12-11"], &to);
    let sent = files(&to).remove("2025-12-11-beraad-agenda.eml").unwrap();
    let sent = String::from_utf8(sent).unwrap().replace("X-Unsent: 1\r\n", "From: wij@regio.example\r\n");
    let mail = MessageParser::default().parse(sent.as_bytes()).unwrap();
    let page = String::from_utf8(mail.attachment(0).unwrap().contents().to_vec()).unwrap();
    let head = "From: vijf@eikerveen.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=G\r\n\r\n";
    let part = |kind: &str, text: &str| format!("--G\r\nContent-Type: {kind}\r\n\r\n{text}\r\n");
    let quoted = format!(
        "Hierbij ons antwoord.\n\nVan: Wij <wij@regio.example>\nVerzonden: maandag 1 december 2025 09:00\nAan: Leden <leden@regio.example>\n\
         Onderwerp: Agenda\n\n{}",
        text(&mail)
    );
    let toml = part("application/toml; name=eikerveen.toml\r\nContent-Disposition: attachment", &answer);
    let ours = part("text/html; charset=utf-8; name=agenda.html\r\nContent-Disposition: attachment", &page);
    let plain = "text/plain; charset=utf-8";
    for (name, parts) in [
        ("aangehaald.eml", part(plain, &quoted) + &toml + &ours),
        ("bijgevoegd.eml", part(plain, "Hierbij ons antwoord.") + &toml + &part("message/rfc822", &sent)),
    ] {
        let back = place.path().join(name);
        fs::write(&back, format!("{head}{parts}--G--\r\n")).unwrap();
        let base = ["beraad", "--dossier", dossier.to_str().unwrap(), "--vandaag", "2025-12-02", "reactie", "lees"];
        let status = run(base.into_iter().chain([back.to_str().unwrap()]).map(Into::into)).unwrap();
        let taken = fs::read_to_string(&stored).unwrap_or_default();
        assert_eq!(status, Status::Done, "{name}: {taken}");
        assert!(taken.contains("gedragen") && !taken.contains("begeleidende_tekst"), "{name}: {taken}");
        fs::remove_file(&stored).unwrap();
    }
}

/// What the program makes of an earlier meeting is a paper of the agenda that adopts it; of a list of actions those of that body.
#[test]
fn the_decision_list_and_the_action_list_of_an_agenda_go_along() {
    let place = tempfile::tempdir().unwrap();
    let dossier = place.path().join("d");
    copy(Path::new("tests/regels/basis"), &dossier);
    let path = dossier.join("2025-12-11-beraad/vergadering.toml");
    let changed = fs::read_to_string(&path).unwrap().replacen("verslag_van", "actielijst = true\nverslag_van", 1);
    fs::write(&path, changed).unwrap();
    let made_with = |words: &[&str], name: &str| {
        let to = place.path().join(name);
        made(&dossier, "2025-12-01", &[&["agenda", "2025-12-11"], words].concat(), &to);
        files(&to).into_values().next().unwrap()
    };
    let bytes = made_with(&[], "leden");
    sound("agenda", &bytes, place.path());
    let mail = MessageParser::default().parse(&bytes).unwrap();
    let along: Vec<&str> = mail.attachments().skip(1).map(|part| part.attachment_name().unwrap()).collect();
    assert_eq!(along, [LIST, "2-acties.html"]);
    let of = |at| String::from_utf8(mail.attachment(at).unwrap().contents().to_vec()).unwrap();
    let (page, list, actions) = (of(0), of(1), of(2));
    assert!(along.iter().all(|name| page.contains(&format!("href=\"{name}\""))), "{page}");
    assert!(list.contains("<body class=\"besluitenlijst\">") && list.contains("Concept"), "{list}");
    assert!(actions.contains("<body class=\"acties\">"), "{actions}");
    assert!(text(&mail).contains("Er zijn ook 2 stukken bijgevoegd.") && !text(&mail).contains("Niet bij deze mail"));
    // a list with a fault goes to nobody
    let minutes = dossier.join("2025-10-09-beraad/verslag.toml");
    fs::write(&minutes, fs::read_to_string(&minutes).unwrap() + "\nonbekend = 1\n").unwrap();
    let bytes = made_with(&[], "fout");
    let mail = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(mail.attachments().count(), 1);
    assert!(text(&mail).contains("Niet bij deze mail:\n- 2 Concept-besluitenlijst"), "{}", text(&mail));
}
