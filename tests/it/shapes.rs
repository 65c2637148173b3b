//! What mail programs make of a filled-in form changes nothing of what is read in it.

use proptest::prelude::*;

use super::answers::{an_answer, fill, forms, region, take};

const DAY: &str = "2025-12-01";

/// What a program makes of a text.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Doubled,
    Quoted,
    Paragraphs,
    WordParagraphs,
    Divisions,
    Breaks,
    Drawn,
    Listed,
    Blanks,
    Flowed,
}

const SHAPES: [Shape; 10] = [
    Shape::Doubled,
    Shape::Quoted,
    Shape::Paragraphs,
    Shape::WordParagraphs,
    Shape::Divisions,
    Shape::Breaks,
    Shape::Drawn,
    Shape::Listed,
    Shape::Blanks,
    Shape::Flowed,
];

fn each(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(change).collect::<Vec<_>>().join("\n")
}

fn escaped(line: &str) -> String {
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The mail with a text in this shape.
fn mail(text: &str, shape: Shape) -> String {
    let (kind, body) = match shape {
        Shape::Doubled => ("plain", text.replace('\n', "\n\n")),
        Shape::Quoted => ("plain", each(text, |line| format!("> {line}"))),
        Shape::Paragraphs => ("html", each(text, |line| format!("<p>{}</p>", escaped(line)))),
        Shape::WordParagraphs => {
            ("html", each(text, |line| format!("<p class=MsoNormal>{}<o:p>&nbsp;</o:p></p>", escaped(line))))
        }
        Shape::Divisions => ("html", each(text, |line| format!("<div>{}<br></div>", escaped(line)))),
        Shape::Breaks => ("html", each(text, |line| format!("{}<br>", escaped(line)))),
        Shape::Drawn => ("plain", each(text, drawn)),
        Shape::Listed => {
            ("plain", each(text, |line| if line.starts_with('[') { format!("o   {line}") } else { line.into() }))
        }
        Shape::Blanks => ("plain", each(text, |line| format!("\t{}\u{a0}", line.replace(" (", "\u{a0}(")))),
        Shape::Flowed => ("plain; format=flowed", each(text, |line| line.replacen(": ", ": \n", 1))),
    };
    format!("From: a@nieuwkoop.example\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}\n")
}

/// A line with the boxes and dashes that programs draw.
fn drawn(line: &str) -> String {
    if line.len() > 40 && line.chars().all(|c| c == '-') {
        return "—".repeat(line.len());
    }
    for (typed, box_) in [("[ ]", "☐"), ("[x]", "☒")] {
        if let Some(rest) = line.strip_prefix(typed) {
            return format!("{box_}{rest}");
        }
    }
    line.to_owned()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_form_says_the_same_in_every_shape(
        answers in prop::collection::vec(an_answer(), 6),
        input in "[a-z][a-zé ,]{0,60}[a-z]",
        shape in prop::sample::select(SHAPES.to_vec()),
    ) {
        let (region, id) = region();
        let today = DAY.parse().unwrap();
        let all = forms(&region, id, "nieuwkoop", today);
        let text = fill(&all[1], &answers, ("begroting", &input), "", "[x]");
        let (plain, said) = take(&region, "a.txt", text.as_bytes(), today);
        let plain = plain.unwrap_or_else(|| panic!("{said}\n{text}"));
        let mail = mail(&text, shape);
        let (mailed, said) = take(&region, "a.eml", mail.as_bytes(), today);
        let mailed = mailed.unwrap_or_else(|| panic!("{said}\n{mail}"));
        prop_assert_eq!(&said, "Geen bevindingen.\n", "{}", mail);
        let said = |reply| words(&beraad::dossier::edit::reply(&region[id], reply));
        prop_assert_eq!(said(&mailed.reply), said(&plain.reply));
    }
}
