//! One table of limits: just below each all is well, just above it is a finding that says so. And what once took for ever,
//! or overflowed the stack, does so no longer.

use std::fs;
use std::io::Write;
use std::path::Path;

use beraad::answer::open::{Letter, open};
use beraad::answer::read::choose;
use beraad::answer::{self, Known};
use beraad::dossier::faults;
use beraad::dossier::load::{self, load_up_to};
use beraad::dossier::resolve::resolve;
use beraad::finding::Finding;
use beraad::limits::{self, LIMITS, Limit};
use beraad::model::Region;
use beraad::paper::{Document, Scope};
use beraad::render::template::Templates;
use beraad::show;
use beraad::source::{FileId, Sources, Span};

const MEETING: &str = "2025-10-09-beraad";
const HEAD: &str = "[vergadering]\noverleg = \"beraad\"\ndatum = 2025-10-09\n";

const ITEM: &str = "[[agendapunt]]\nid = \"plan\"\ntitel = \"Plan\"\nbehandeling = \"ter bespreking\"\n";

/// What is said of the base dossier of faults with these files over it.
fn said(files: &[(&str, String)]) -> String {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    super::faults::said(super::faults::dossier(&files).path())
}

fn meeting(rest: &str) -> String {
    said(&[("2025-10-09-beraad/vergadering.toml", format!("{HEAD}{rest}"))])
}

fn item(rest: &str) -> String {
    meeting(&format!("{ITEM}{rest}"))
}

/// What is said of a file that came back, without a dossier.
fn answer(name: &str, bytes: &[u8]) -> String {
    let opened = open(name, bytes);
    let unread = opened.unread.iter();
    let mut findings: Vec<Finding> =
        unread.filter_map(|it| it.finding(&Region::default(), None, false, Span::whole(FileId(0)))).collect();
    let read = |Letter { text, channel, .. }: &Letter| answer::text::read(FileId(0), text, &Known::default(), *channel);
    let chosen = choose(opened.letters.iter().map(read).collect(), &|_, _, _| false);
    findings.extend(chosen.faults);
    findings.extend(chosen.answers.into_iter().flat_map(|(_, answer)| answer.findings));
    findings.into_iter().map(|finding| finding.message + "\n").collect()
}

fn template(text: String) -> String {
    let templates = Templates::load(&[("samenstelling.md".to_owned(), text)]).unwrap();
    let region = resolve(&load::load(Path::new("examples/minimaal")).unwrap()).region;
    let today = "2025-11-27".parse().unwrap();
    let views = Document::named("samenstelling").unwrap().compose(&Scope::new(&region, today, None)).unwrap();
    templates.render(&views[0]).err().map(|fault| fault.to_string()).unwrap_or_default()
}

fn nested_mail(depth: usize) -> Vec<u8> {
    ("From: a@b.nl\n".to_owned() + &"Content-Type: message/rfc822\n\n".repeat(depth) + "Subject: a\n\nb\n").into_bytes()
}

fn outlook(size: usize) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/__properties_version1.0").unwrap();
    file.create_storage("/__attach_version1.0_#00000000").unwrap();
    let data = "/__attach_version1.0_#00000000/__substg1.0_37010102";
    file.create_stream(data).unwrap().write_all(&vec![b' '; size]).unwrap();
    file.into_inner().into_inner()
}

/// Files of the base dossier and one more, which may have so many bytes together.
fn texts(size: usize) -> String {
    let folder = super::faults::dossier(&[("personen.toml", "#".repeat(size).as_bytes())]);
    let length = |name: &str| fs::read(folder.path().join(name)).unwrap().len();
    let base = length("convenant.toml") + length("2025-10-09-beraad/vergadering.toml");
    let dossier = load_up_to(folder.path(), base + 1000).unwrap();
    show::text(&resolve(&dossier).findings, &dossier.sources, "", false)
}

fn papers(files: usize, depth: usize) -> String {
    let folder = super::faults::dossier(&[]);
    let mut place = folder.path().join(MEETING);
    (0..depth).for_each(|_| place.push("m"));
    fs::create_dir_all(&place).unwrap();
    (0..files).for_each(|at| drop(fs::File::create(place.join(at.to_string())).unwrap()));
    super::faults::said(folder.path())
}

fn logo(size: usize) -> String {
    let covenant = fs::read_to_string("tests/fouten/basis/convenant.toml").unwrap();
    let covenant = covenant + "\n[huisstijl]\nlogo = \"logo.svg\"\n";
    said(&[("convenant.toml", covenant), ("logo.svg", "a".repeat(size))])
}

fn file(size: usize) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.txt");
    fs::File::create(&path).unwrap().set_len(size as u64).unwrap();
    load::answer(&path).err().map(|error| error.to_string()).unwrap_or_default()
}

fn shown(count: usize) -> String {
    let mut sources = Sources::default();
    let id = sources.add("a.toml".to_owned(), "a = 1\n".to_owned());
    let finding = Finding::new(&faults::SYNTAX, Span::whole(id), "x");
    let text = show::text(&vec![finding; count], &sources, "", false);
    if text.contains("Hierna is er nog 1") { limits::FINDINGS.sentence() } else { String::new() }
}

fn lines(count: usize) -> String {
    format!("#{}\n", " ".repeat(1022)).repeat(count)
}

/// What is said of so many.
type Said = fn(usize) -> String;

/// Every limit with what is said of so many, and how many are still good where other things count as well.
fn cases() -> Vec<(&'static Limit, usize, Said)> {
    vec![
        (&limits::DOSSIER, 1000, texts),
        (&limits::FILE, limits::FILE.most(), |size| {
            said(&[("personen.toml", lines(size / 1024) + &"#".repeat(size % 1024))])
        }),
        (&limits::FILE_LINE, limits::FILE_LINE.most(), |size| {
            said(&[("personen.toml", format!("#{}\n", " ".repeat(size - 2)))])
        }),
        (&limits::PICTURE, limits::PICTURE.most(), logo),
        // the paper of the base dossier and the folder that it is in
        (&limits::FOLDER_FILES, limits::FOLDER_FILES.most() - 3, |count| papers(count, 1)),
        (&limits::FOLDER_DEPTH, limits::FOLDER_DEPTH.most(), |depth| papers(1, depth)),
        (&limits::LINE, limits::LINE.most(), |size| meeting(&format!("locatie = \"{}\"\n", "é".repeat(size)))),
        (&limits::NAME, limits::NAME.most(), |size| {
            meeting(&format!(
                "[[agendapunt]]\nid = \"{}\"\ntitel = \"a\"\nbehandeling = \"procedure\"\n",
                "a".repeat(size)
            ))
        }),
        (&limits::FIELD, limits::FIELD.most(), |size| item(&format!("toelichting = \"{}\"\n", "é".repeat(size)))),
        (&limits::MARKDOWN_DEPTH, limits::MARKDOWN_DEPTH.most(), |depth| {
            item(&format!("toelichting = \"{} a\"\n", ">".repeat(depth)))
        }),
        (&limits::MARKDOWN_COLUMNS, limits::MARKDOWN_COLUMNS.most(), |columns| {
            item(&format!("toelichting = \"\"\"\n{}\n{}\n\"\"\"\n", "|a".repeat(columns), "|-".repeat(columns)))
        }),
        (&limits::PAGE, limits::PAGE.most(), |size| {
            let paper = "a\n".repeat(size / 2) + &"a".repeat(size % 2);
            let item = ITEM.to_owned() + "[[agendapunt.stuk]]\ntitel = \"S\"\nbestand = \"stukken/s.md\"\n";
            said(&[
                ("2025-10-09-beraad/vergadering.toml", format!("{HEAD}{item}")),
                ("2025-10-09-beraad/stukken/s.md", paper),
            ])
        }),
        (&limits::ENTRIES, limits::ENTRIES.most(), |count| {
            meeting(&format!("verplaatst_van = [{}]\n", "2025-10-08,".repeat(count)))
        }),
        (&limits::ITEMS, limits::ITEMS.most(), |count| {
            let item = |at| {
                let under = if at > 0 { "onder = \"p0\"\n" } else { "" };
                format!("[[agendapunt]]\nid = \"p{at}\"\ntitel = \"P\"\nbehandeling = \"procedure\"\n{under}")
            };
            meeting(&(0..count).map(item).collect::<String>())
        }),
        (&limits::DECISIONS, limits::DECISIONS.most(), |count| {
            item(&format!("gevraagd = [{}]\n", "\"In te stemmen.\",".repeat(count)))
        }),
        (&limits::PAPERS, limits::PAPERS.most(), |count| {
            item(&"[[agendapunt.stuk]]\ntitel = \"S\"\nmondeling = true\n".repeat(count))
        }),
        (&limits::REPRESENTATIONS, limits::REPRESENTATIONS.most(), |count| {
            let covenant = fs::read_to_string("tests/fouten/basis/convenant.toml").unwrap();
            let (head, _) = covenant.split_once("[[").unwrap();
            said(&[("convenant.toml", head.to_owned() + &"[[vertegenwoordiging]]\n".repeat(count))])
        }),
        (&limits::REPLIES, limits::REPLIES.most(), |count| {
            said(&[("2025-10-09-beraad/raadpleging/leiden.toml", "[[reactie]]\n".repeat(count))])
        }),
        (&limits::PROGRESS, limits::PROGRESS.most(), |count| {
            said(&[("voortgang.toml", format!("voortgang = [{}]\n", "1,\n".repeat(count)))])
        }),
        (&limits::ANSWER, limits::ANSWER.most(), file),
        (&limits::ANSWER_TEXT, limits::ANSWER_TEXT.most(), |size| answer("a.txt", &vec![b'a'; size])),
        (&limits::ANSWER_TAGS, limits::ANSWER_TAGS.most(), |count| answer("a.html", "<br>".repeat(count).as_bytes())),
        (&limits::ANSWER_LINES, limits::ANSWER_LINES.most(), |count| answer("a.txt", "\n".repeat(count).as_bytes())),
        (&limits::FORMS, limits::FORMS.most(), |count| answer("a.txt", "#b:formulier:a:b\n".repeat(count).as_bytes())),
        (&limits::FORM_DECISIONS, limits::FORM_DECISIONS.most(), |count| {
            let marks: String = (0..count).map(|at| format!("#b:punt:p{at}:\nwoord\n")).collect();
            answer("a.txt", format!("#b:formulier:a:b\n{marks}").as_bytes())
        }),
        (&limits::MAIL_PARTS, limits::MAIL_PARTS.most() - 1, |count| {
            let head = "From: a@b.nl\nContent-Type: multipart/mixed; boundary=b\n\n";
            answer("a.eml", (head.to_owned() + &"--b\nContent-Type: text/plain\n\na\n".repeat(count)).as_bytes())
        }),
        (&limits::MAIL_HEADER, limits::MAIL_HEADER.most() - 26, |size| {
            answer("a.eml", format!("From: a@b.nl\nContent-Type: text/plain;{}\n\na", " ".repeat(size)).as_bytes())
        }),
        (&limits::MAIL_DEPTH, limits::MAIL_DEPTH.most(), |depth| answer("a.eml", &nested_mail(depth))),
        (&limits::OUTLOOK, limits::OUTLOOK.most(), |size| answer("a.msg", &outlook(size))),
        (&limits::FINDINGS, limits::FINDINGS.most(), shown),
        (&limits::TEMPLATE_OUTPUT, 200, |count| {
            let megabyte = "a".repeat(1024 * 1024);
            template(format!("{{% for a in range(end={count}) %}}{megabyte}{{% endfor %}}"))
        }),
        (&limits::TEMPLATE_RANGE, limits::TEMPLATE_RANGE.most(), |count| {
            template(format!("{{% for a in range(end={count}, step_by=1) %}}{{% endfor %}}"))
        }),
    ]
}

#[test]
fn below_a_limit_all_is_well_and_above_it_is_a_finding() {
    let cases = cases();
    for (limit, most, said) in &cases {
        let (good, bad) = (said(*most), said(most + 1));
        assert!(!good.contains(&limit.sentence()), "{good}");
        assert!(
            bad.contains(&limit.sentence()),
            "{} says {}",
            limit.name,
            bad.get(..bad.len().min(2000)).unwrap_or("")
        );
    }
    for limit in LIMITS {
        assert!(cases.iter().any(|(tried, ..)| std::ptr::eq(*tried, limit)), "{} is not tried", limit.sentence());
    }
}

#[test]
fn the_handbook_has_the_table() {
    snapbox::assert_data_eq!(Limit::page(), snapbox::Data::read_from(Path::new("docs/grenzen.md"), None).raw());
}

/// A thread with a stack smaller than any system gives.
fn on_a_small_stack(go: impl FnOnce() -> String + Send + 'static) -> String {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(go).unwrap().join().unwrap()
}

/// Each once overflowed a stack, or is of the kind that could.
#[test]
fn what_is_deep_needs_no_deep_stack() {
    // every byte in quoted-printable: what is in it cannot be seen from outside
    let hide = |bytes: &[u8]| bytes.iter().map(|byte| format!("={byte:02X}")).collect::<String>();
    let hidden = format!(
        "From: a@b.nl\nContent-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\n{}",
        hide(&nested_mail(3000))
    );
    let boundaries = (0..3000).map(|at| format!("Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n"));
    let digests = (0..3000).map(|at| format!("Content-Type: multipart/digest; boundary=b{at}\n\n--b{at}\n\n"));
    let mails = [
        nested_mail(60_000),
        nested_mail(150),
        hidden.into_bytes(),
        format!("From: a@b.nl\n{}", "Content-Type: (;) message (a) / rfc822\n\n".repeat(3000)).into_bytes(),
        format!("From: a@b.nl\n{}", "content-type:\n message/global\n\n".repeat(3000)).into_bytes(),
        format!("From: a@b.nl\n{}", boundaries.collect::<String>()).into_bytes(),
        format!("From: a@b.nl\n{}", digests.collect::<String>()).into_bytes(),
    ];
    for mail in mails {
        assert!(on_a_small_stack(move || answer("a.eml", &mail)).contains("hoogstens"));
    }
    let tomls = [
        format!("x = {}", "[".repeat(90_000)),
        format!("x = {}", "[\n".repeat(90_000)),
        format!("x = {}", "{a=".repeat(30_000)),
        format!("{} = 1", "a.".repeat(45_000) + "a"),
        format!("[{}a]", "a.".repeat(45_000)),
        format!("[[{}a]]\n", "a.".repeat(45_000)),
        format!("vergadering.{}a = 1", "a.".repeat(45_000)),
        (0..5000).map(|at| format!("[{}]\n", vec!["a"; at % 200 + 1].join("."))).collect(),
    ];
    for toml in tomls {
        assert!(!on_a_small_stack(move || meeting(&toml)).contains("Geen bevindingen."));
    }
}

/// Shapes that once cost time in the square of their size; as large as a text may be, they are taken in or refused at once.
#[test]
fn what_is_large_is_taken_in_or_refused() {
    let refused = [
        answer("a.txt", (0..60_000).map(|at| format!("#b:formulier:x:p{at}\n")).collect::<String>().as_bytes()),
        item(&format!("toelichting = \"{}\"\n", ">".repeat(40_000))),
        item(&format!("toelichting = \"a\\n{}\"\n", "  ".repeat(300) + "- b")),
        item(&format!("toelichting = \"{}\"\n", "- ".repeat(20_000))),
        item(&format!("toelichting = \"{}\"\n", "1. > ".repeat(10_000))),
        template("{% for a in range(end=90000) %}{% for b in range(end=90000) %}{% endfor %}{% endfor %}".to_owned()),
        template(
            "{% for a in range(end=90000) %}{% for b in range(end=900) %}woord{% endfor %}{% endfor %}".to_owned(),
        ),
        template("{% for a in range(end=-9223372036854775807, step_by=-1) %}{% endfor %}".to_owned()),
    ];
    for said in refused {
        assert!(said.contains("hoogstens"), "{said}");
    }
    let broken = said(&[("2025-10-09-beraad/vergadering.toml", "a=\n".repeat(20_000))]);
    assert!(broken.contains("Hierna zijn er nog"), "{}", &broken[broken.len() - 500..]);
    assert_eq!(
        item(&format!("toelichting = \"{}\"\n", "*a **b _c [d](".repeat(3_000))).lines().last(),
        Some("Geen bevindingen.")
    );
}

/// Marks without end in one line, and questions that nobody asked: below every limit, and once slow in the square of them.
#[test]
fn many_marks_and_unknown_questions_take_no_time() {
    let head = "#b:formulier:a:b\n";
    let words = "woord ".repeat(120);
    let question = |at| format!("#b:besluit:plan:{}:{at:016x}\n{words}\n[x] Gedragen\n", at % 9 + 1);
    let questions: String = (0..100).map(question).collect();
    let begin = std::time::Instant::now();
    for text in ["#b:".repeat(25_000), format!("{head}{}", "#b:".repeat(25_000)), format!("{head}{questions}")] {
        answer("a.txt", text.as_bytes());
    }
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}
