//! Programs break the lines of a filled-in form at any width: what is read stays the same, or is asked about.

use beraad::answer::Known;
use beraad::model::Support;
use beraad::render::template::Templates;

use super::answers::{day, fill, region, sent, take_known};

const DAY: &str = "2025-12-01";
const WIDTHS: [usize; 5] = [20, 29, 33, 46, 78];

/// How a program breaks lines, and where the quotation of the form stands then.
#[derive(Debug, Clone, Copy)]
enum Way {
    Plain,
    /// Words that are too long are cut.
    Cut,
    /// First quoted, then broken: what was broken off stands outside the quotation.
    QuotedFirst,
    QuotedAfter,
    QuotedTwice,
    Flowed,
    FlowedQuoted,
    QuotedPrintable,
    /// An empty line below every line.
    Doubled,
}

const WAYS: [Way; 9] = [
    Way::Plain,
    Way::Cut,
    Way::QuotedFirst,
    Way::QuotedAfter,
    Way::QuotedTwice,
    Way::Flowed,
    Way::FlowedQuoted,
    Way::QuotedPrintable,
    Way::Doubled,
];

/// The lines of a text, none longer than a width where words allow it; `cut` breaks words too. What was indented is not again.
fn broken(line: &str, width: usize, cut: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split(' ') {
        let mut word = word.to_owned();
        loop {
            let last = lines.last_mut().unwrap();
            let used = last.chars().count();
            if used == 0 || used + 1 + word.chars().count() <= width {
                if used > 0 || (lines.len() == 1 && lines[0].is_empty() && word.is_empty()) {
                    lines.last_mut().unwrap().push(' ');
                }
                let last = lines.last_mut().unwrap();
                if !cut || word.chars().count() <= width {
                    last.push_str(&word);
                    break;
                }
                let rest = word.split_off(word.char_indices().nth(width).map_or(word.len(), |(at, _)| at));
                last.push_str(&word);
                lines.push(String::new());
                word = rest;
            } else {
                lines.push(String::new());
            }
        }
    }
    lines
}

fn each(text: &str, change: impl Fn(&str) -> Vec<String>) -> String {
    text.lines().flat_map(change).collect::<Vec<_>>().join("\n")
}

fn soft(text: &str, width: usize) -> String {
    let mut all = String::new();
    for line in text.lines() {
        let mut used = 0;
        for byte in line.bytes() {
            let piece = if byte == b'=' || !(b' '..=b'~').contains(&byte) {
                format!("={byte:02X}")
            } else {
                char::from(byte).to_string()
            };
            if used + piece.len() > width {
                all.push_str("=\n");
                used = 0;
            }
            used += piece.len();
            all.push_str(&piece);
        }
        all.push('\n');
    }
    all
}

fn mail(text: &str, way: Way, width: usize) -> String {
    let plain = |cut| each(text, |line| broken(line, width, cut));
    let quote = |text: &str, mark: &str| each(text, |line| vec![format!("{mark}{line}")]);
    let flowed = |mark: &str| {
        each(text, |line| {
            let mut lines = broken(line, width, false);
            let last = lines.len() - 1;
            for (at, line) in lines.iter_mut().enumerate() {
                if at < last {
                    line.push(' ');
                } else {
                    line.truncate(line.trim_end().len());
                }
                if mark.is_empty() && line.starts_with([' ', '>']) {
                    line.insert(0, ' ');
                }
                line.insert_str(0, mark);
            }
            lines
        })
    };
    let (kind, coding, body) = match way {
        Way::Plain => ("", "8bit", plain(false)),
        Way::Cut => ("", "8bit", plain(true)),
        Way::QuotedFirst => ("", "8bit", each(&quote(text, "> "), |line| broken(line, width, false))),
        Way::QuotedAfter => ("", "8bit", quote(&plain(false), "> ")),
        Way::QuotedTwice => ("", "8bit", quote(&each(&quote(text, "> "), |line| broken(line, width, false)), "> ")),
        Way::Flowed => ("; format=flowed", "8bit", flowed("")),
        Way::FlowedQuoted => ("; format=flowed", "8bit", flowed("> ")),
        Way::QuotedPrintable => ("", "quoted-printable", soft(text, width)),
        Way::Doubled => ("", "8bit", plain(false).replace('\n', "\n\n")),
    };
    format!(
        "From: a@nieuwkoop.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8{kind}\nContent-Transfer-Encoding: {coding}\n\n{body}\n"
    )
}

fn words(text: &str) -> String {
    text.replace(['\'', '"'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn filled(form: &str) -> Vec<String> {
    let one = |support, reason: &str| (support, reason.to_owned());
    let some = [
        one(Support::Yes, ""),
        one(Support::No, "te duur"),
        one(Support::Reserved, "mits het rijk de helft van de kosten betaalt en de gemeenten de rest"),
        one(Support::MoreTime, ""),
    ];
    let every: Vec<_> = some.iter().cycle().take(6).cloned().collect();
    let all = fill(form, &[], ("geen", ""), "", "[x]")
        .replace("[ ] Akkoord", "[x] Akkoord")
        .replace("[ ] **Akkoord", "[x] **Akkoord");
    let named = fill(
        form,
        &every,
        ("begroting", "Graag meer aandacht voor de kleine kernen, en voor wie geen auto heeft."),
        "",
        "[x]",
    );
    let named = named.replace("[ ] Benoemen", "[x] Benoemen");
    vec![all, fill(form, &some[1..3], ("begroting", "kort"), "", "[x]"), named]
}

/// The lines of findings that say what is the matter.
fn messages(said: &str) -> Vec<&str> {
    said.lines().filter(|line| line.contains("]: ")).collect()
}

#[test]
fn a_form_says_the_same_at_every_width() {
    let (region, id) = region();
    let today = day(DAY);
    let sent = sent(&region, id, "nieuwkoop", today, &Templates::load(&[]).unwrap());
    let (all, known) = (&sent.texts, Known::new(&sent));
    let take = |name, bytes: &str| {
        let (mut taken, said) = take_known(&region, name, bytes.as_bytes(), today, &|_| &known);
        (taken.pop().map(|taken| words(&beraad::dossier::edit::reply(&region[id], &taken.reply))), said)
    };
    for text in all[..2].iter().flat_map(|form| filled(form)) {
        let (plain, plain_said) = take("a.txt", &text);
        assert!(plain.is_some(), "{plain_said}\n{text}");
        for (way, width) in WAYS.into_iter().flat_map(|way| WIDTHS.map(|width| (way, width))) {
            let mail = mail(&text, way, width);
            let (taken, said) = take("a.eml", &mail);
            if matches!(way, Way::Cut) && taken.is_none() {
                // a mark that was cut is not there to be known
                assert!(width < 60 && said.contains("fout["), "{width}: {said}");
                continue;
            }
            assert_eq!(messages(&said), messages(&plain_said), "{way:?} {width}\n{mail}");
            assert_eq!(taken, plain, "{way:?} {width}\n{mail}");
        }
    }
}
