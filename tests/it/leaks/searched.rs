//! The last look at what is made public finds each private text in every kind of file, however it is written there, and is
//! silent about what everybody may read.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::model::Region;
use beraad::model::public::Moment;
use beraad::model::texts::TextKind;
use beraad::publish::leak::{Content, Hidden, Origin};
use chrono::NaiveDate;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::faults::copy;
use super::planted::{self, Choices};
use super::words;

const RULE: &str = "tekst-zou-lekken";
const MEETING: &str = "2025-10-02-bestuur";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn region(folder: &Path) -> Region {
    resolve(&load(folder).unwrap()).region
}

fn hidden(region: &Region, today: &str) -> Hidden {
    Hidden::all(region, RULE, day(today)).without(&region.public_view(Moment::On(day(today))))
}

fn is_found(hidden: &Hidden, path: &str, bytes: &[u8], origin: Origin) -> bool {
    !hidden.within(&Content::of(path, bytes), origin).is_empty()
}

/// A file of Word with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        packed.start_file(*name, SimpleFileOptions::default()).unwrap();
        packed.write_all(text.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

fn word(text: &str) -> Vec<u8> {
    packed(&[("word/document.xml", &format!("<w:document><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>"))])
}

/// A text in a file of each kind.
fn everywhere(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
    let marked = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let wide: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let texts = [
        ("a.html", format!("<p>Voor <b>{marked}</b> na</p>")),
        ("b.html", format!("<img alt=\"{marked}\">")),
        ("c.html", format!("<!-- {text} -->")),
        ("d.html", format!("<script type=\"application/ld+json\">{{\"name\":\"{quoted}\"}}</script>")),
        ("a.json", format!("{{\"naam\":\"{quoted}\",\"x\":1}}")),
        ("b.json", format!("{{\"{quoted}\":[]}}")),
        ("a.ics", format!("SUMMARY:x\\n{}\r\nEND:VEVENT\r\n", text.replace(',', "\\,"))),
        ("a.csv", format!("a;\"{}\";b\r\n", text.replace('"', "\"\""))),
        (
            "a.atom",
            format!("<feed><title type=\"html\">&lt;p&gt;{}&lt;/p&gt;</title></feed>", marked.replace('&', "&amp;")),
        ),
        ("a.md", format!("# Kop\n\n- {text}\n")),
        ("a.txt", text.to_owned()),
    ];
    let binary = [
        ("b.txt", wide),
        ("a.docx", word(&marked)),
        ("b.docx", packed(&[("docProps/core.xml", &format!("<cp:p><dc:title>{marked}</dc:title></cp:p>"))])),
        ("c.docx", packed(&[("word/comments.xml", &format!("<w:comment><w:t>{marked}</w:t></w:comment>"))])),
        ("a.xlsx", packed(&[("xl/sharedStrings.xml", &format!("<si><t>{marked}</t></si>"))])),
        ("a.odt", packed(&[("content.xml", &format!("<text:p>{marked}</text:p>"))])),
    ];
    texts.into_iter().map(|(path, text)| (path, text.into_bytes())).chain(binary).collect()
}

#[test]
fn each_private_text_is_found_in_every_kind_of_file() {
    let place = tempfile::tempdir().unwrap();
    for choices in [Choices::open(), Choices { closed_item: true, closed_paper: true, day: 0, ..Choices::open() }] {
        let planted = planted::dossier(&choices);
        super::lay_down(&planted, place.path());
        let region = region(place.path());
        let (hidden, mut places) = (hidden(&region, choices.day()), std::collections::BTreeSet::new());
        let public = region.public_view(Moment::On(day(choices.day())));
        let open: String = public.texts().iter().map(|text| format!("{} ", text.text)).collect();
        for text in region.texts() {
            let Some(word) = words(text.text).into_iter().find(|word| !open.contains(word)) else { continue };
            places.insert(planted.planted[word].place);
            for (path, bytes) in everywhere(text.text) {
                assert!(
                    is_found(&hidden, path, &bytes, Origin::Made),
                    "{} in {path}: {}",
                    planted.planted[word].place,
                    text.text
                );
                // of a file that stays inside a paper may give the name: it was there before
                let may_stand =
                    !text.inside || text.kind == TextKind::Name || is_found(&hidden, path, &bytes, Origin::Copied);
                assert!(may_stand, "{} in a copy {path}: {}", planted.planted[word].place, text.text);
            }
            let name = format!("map/{}.html", text.text.replace([' ', '/', ':'], "-"));
            assert!(is_found(&hidden, &name, b"", Origin::Made), "{name}");
        }
        assert!(places.len() > 30, "{places:?}");
    }
}

/// The ways in which nobody reads a text otherwise, and a search for bytes would.
const WRITTEN: [(&str, &str); 18] = [
    ("a.html", "<p>Jan<wbr>sen st<b>emt</b> <i>te</i>gen de begroting van het café</p>"),
    ("a.html", "<td>Jansen stemt<td>tegen de<br>begroting van het caf&eacute;"),
    ("a.html", "<p>Jan&shy;sen stemt&nbsp;tegen de begro\u{200b}ting van het cafe\u{301}"),
    ("a.html", "<p>Jansen stemt (tegen) — de “begroting” van het &#99;afé"),
    ("a.html", "<meta content='JANSEN STEMT TEGEN DE BEGROTING VAN HET CAFÉ'>"),
    ("a.html", "<a href='x?q=Jansen%20stemt%20tegen%20de%20begroting%20van%20het%20caf%C3%A9'>x</a>"),
    ("a.html", "<script>{\"a\": \"Jansen stemt tegen de begroting van het caf\\u00e9\"}</script>"),
    ("a.json", "{\"a\": \"Jansen\\nstemt tegen \\u0064e begroting van het caf\\u00e9\"}"),
    ("a.json", "{\"a\": \"Jansen stemt tegen de begroting van het cafe\\u0301\"}"),
    ("a.ics", "SUMMARY:x\\nJansen stemt teg\r\n en de begroting van h\r\n et café\\, x"),
    ("a.ics", "SUMMARY:Jansen stemt teg\n en de begroting van het ca\n fé"),
    ("a.xml", "<a><![CDATA[Jansen stemt tegen de begroting van het café]]></a>"),
    ("a.atom", "<a>&lt;p&gt;Jan&lt;b&gt;sen&lt;/b&gt; stemt tegen de begroting van het café</a>"),
    ("a.md", "Jansen **stemt** [tegen de](https://example.org/lang/adres) begroting van het café"),
    ("a.md", "> Jansen stemt tegen de\n> begroting van het caf&eacute;"),
    ("a.csv", "\"Jansen stemt; \"\"tegen\"\" de begroting van het café\""),
    ("Jansen-stemt_tegen de.begroting/van-het-cafe\u{301}.txt", ""),
    ("Jansen%20stemt%20tegen%20de%20begroting%20van%20het%20caf%C3%A9.txt", ""),
];

fn changed(file: &str, old: &str, new: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    copy(Path::new("examples/besloten"), place.path());
    change(place.path(), file, old, new);
    place
}

fn change(place: &Path, file: &str, old: &str, new: &str) {
    let path = place.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{old} is not in {file}");
    fs::write(path, text.replacen(old, new, 1)).unwrap();
}

const AGENDA: &str = "2025-10-02-bestuur/vergadering.toml";
const INTERNAL: &str = "intern = \"GEHEIM-2: let op Akkerbuurt.\"";

#[test]
fn a_text_is_found_however_it_is_written() {
    let internal = "intern = \"Let op: Jansen stemt tegen de begroting van het café. Geen idee.\"";
    let place = changed(AGENDA, INTERNAL, &internal.replace("Let op: ", ""));
    let hidden = hidden(&region(place.path()), "2025-11-27");
    for (path, text) in WRITTEN {
        assert!(is_found(&hidden, path, text.as_bytes(), Origin::Copied), "{path}: {text}");
    }
    for runs in [
        "Jan</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>sen stemt tegen de begroting van het café",
        "Jansen stemt</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:ins w:author=\"x\"><w:r><w:t> tegen</w:t></w:r></w:ins><w:r><w:t> de begroting van het café",
    ] {
        assert!(is_found(&hidden, "a.docx", &word(runs), Origin::Copied), "{runs}");
    }
    let old: Vec<u8> = "Jansen stemt tegen de begroting van het caf".bytes().chain([0xe9]).collect();
    assert!(is_found(&hidden, "a.txt", &old, Origin::Copied), "Windows-1252");
    // a part of a word is another word, and a sentence of another is another
    for other in ["Jansen stemt tegen de begroting van het caféhuis", "Jansen stemt voor de begroting van het café"] {
        assert!(!is_found(&hidden, "a.txt", other.as_bytes(), Origin::Copied), "{other}");
    }
}

#[test]
fn what_anybody_may_say_is_no_leak() {
    let internal = |text: &str| format!("intern = '''\n{text}\n'''");
    for said in [
        "donderdag 2 oktober 2025",
        "Regionaal Bestuur Voorbeeldstad van donderdag 2 oktober 2025 om 15.00 uur",
        "In te stemmen met het open voorstel.",
        "Dit mag *iedereen* lezen.",
        "> Zo staat het in de brief van de minister.",
        "Geen.",
        "Ter bespreking",
    ] {
        let place = changed(AGENDA, INTERNAL, &internal(said));
        let hidden = hidden(&region(place.path()), "2025-11-27");
        for (path, bytes) in everywhere(said.trim_start_matches("> ")) {
            assert!(!is_found(&hidden, path, &bytes, Origin::Made), "{said} in {path}");
        }
    }
}

/// Runs the program on a dossier: the exit status, and all that it said.
fn said(dossier: &Path, words: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_beraad"));
    command.env("NO_COLOR", "1").arg("--dossier").arg(dossier).args(["--vandaag", "2025-11-27"]).args(words);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// A dossier in which the papers of the board are public, with one more: its file and what stands in it.
fn with_paper(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let place = changed(AGENDA, INTERNAL, "intern = \"Akkerbuurt wil eigenlijk helemaal niet mee betalen.\"");
    change(place.path(), "convenant.toml", "bestuur = [", "bestuur = [\"stukken\", ");
    change(place.path(), AGENDA, "bestand = \"stukken/open.md\"", &format!("bestand = \"stukken/{name}\""));
    fs::write(place.path().join(MEETING).join("stukken").join(name), bytes).unwrap();
    for file in ["verzending.toml", "vaststelling.toml", "verslag.toml"] {
        fs::remove_file(place.path().join(MEETING).join(file)).unwrap();
    }
    fs::remove_file(place.path().join("voortgang.toml")).unwrap();
    fs::remove_dir_all(place.path().join("2025-11-06-bestuur")).unwrap();
    change(place.path(), "convenant.toml", "geagendeerd = \"2025-11-06-bestuur#conflict\"\n", "");
    place
}

#[test]
fn a_paper_with_a_private_text_is_refused_and_what_stood_there_goes() {
    let leak = word("Akkerbuurt wil eigenlijk </w:t></w:r><w:r><w:t>helemaal niet mee betalen.");
    for words in [&["publiceer"][..], &["maak", "--openbaar"], &["bundel", MEETING, "--openbaar"]] {
        let dossier = with_paper("plan.docx", &word("Een plan."));
        let out = tempfile::tempdir().unwrap();
        let words = [words, &["--naar", out.path().to_str().unwrap()]].concat();
        let (status, text) = said(dossier.path(), &words);
        assert_eq!(status, Some(0), "{text}");
        let made =
            || super::super::examples::files(out.path()).into_keys().filter(|path| path.contains("plan.docx")).count();
        assert_eq!(made(), 1, "{words:?}");

        fs::write(dossier.path().join(MEETING).join("stukken/plan.docx"), &leak).unwrap();
        let (status, text) = said(dossier.path(), &words);
        assert_eq!(status, Some(1), "{text}");
        for part in
            ["[tekst-zou-lekken]", "plan.docx", "2025-10-02-bestuur/vergadering.toml:26", "haal de tekst uit het stuk"]
        {
            assert!(text.contains(part), "{words:?}: no {part} in {text}");
        }
        let left: Vec<String> = super::super::examples::files(out.path()).into_keys().collect();
        assert!(left.iter().all(|path| !path.contains('/') && !path.ends_with(".html")), "{left:?}");

        let reason = "\n[[uitzondering]]\nregel = \"tekst-zou-lekken\"\nagendapunt = \"open-punt\"\nreden = \"Het stond in de krant.\"\n";
        let path = dossier.path().join(AGENDA);
        fs::write(&path, fs::read_to_string(&path).unwrap() + reason).unwrap();
        let (status, text) = said(dossier.path(), &words);
        assert_eq!(status, Some(0), "{text}");
        let (_, text) = said(dossier.path(), &["controleer", "--alleen", "uitzondering-werkt-niet"]);
        assert!(!text.contains(RULE), "{text}");
    }
}

/// A template of one's own may say anything: not what somebody is called who is no alderman.
#[test]
fn a_single_paper_with_a_private_text_is_not_made() {
    let dossier = changed(AGENDA, INTERNAL, "intern = \"Niets.\"");
    fs::create_dir(dossier.path().join("templates")).unwrap();
    let foot = "{% extends \"ingebouwd/agenda.md\" %}\n{% block kop %}{{ super() }}\nVragen? Voorbeeld **Persoon** Twee.\n{% endblock %}\n";
    fs::write(dossier.path().join("templates/agenda.md"), foot).unwrap();
    for (format, status) in [("md", 1), ("html", 1), ("txt", 2)] {
        let (ended, text) = said(dossier.path(), &["agenda", MEETING, "--openbaar", "-f", format]);
        assert_eq!(ended, Some(status), "{text}");
        assert!(status == 2 || (text.contains(RULE) && text.contains("personen.toml:")), "{text}");
        assert!(!text.contains("Vragen?"), "{text}");
    }
    let (ended, text) = said(dossier.path(), &["agenda", MEETING, "-f", "md"]);
    assert!(ended == Some(0) && text.contains("Vragen?"), "{text}");
}

#[test]
fn what_was_not_read_and_who_made_a_paper_are_told() {
    let core = "<cp:coreProperties><dc:creator>Bedachte Auteur</dc:creator><cp:lastModifiedBy>Een Ander</cp:lastModifiedBy></cp:coreProperties>";
    let document = "<w:document><w:p><w:ins w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:ins></w:p></w:document>";
    let parts = [
        ("docProps/core.xml", core),
        ("word/document.xml", document),
        ("word/comments.xml", "<w:comment w:id=\"0\"/>"),
    ];
    for (name, bytes, told) in [
        ("plan.pdf", b"%PDF-1.7".to_vec(), "plan.pdf: is een pdf; wat erin staat, is niet of niet helemaal nagelezen"),
        ("plan.docx", b"PK\x03\x04 stuk".to_vec(), "plan.docx: is beschadigd of beveiligd"),
        (
            "plan.docx",
            packed(&parts),
            "plan.docx: noemt als auteur Bedachte Auteur; noemt als wie het het laatst bewaarde Een Ander; bevat opmerkingen; bevat bijgehouden wijzigingen",
        ),
        ("plan.docx", packed(&[("word/embeddings/oleObject1.bin", "x")]), "plan.docx: bevat andere bestanden"),
    ] {
        let dossier = with_paper(name, &bytes);
        for words in [&["publiceer"][..], &["bundel", MEETING, "--openbaar"]] {
            let out = tempfile::tempdir().unwrap();
            let (status, text) = said(dossier.path(), &[words, &["--naar", out.path().to_str().unwrap()]].concat());
            assert_eq!(status, Some(0), "{text}");
            assert!(text.contains(told), "{told} is not in {text}");
        }
    }
}
