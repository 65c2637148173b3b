//! One language in all papers: the words of the templates, those of the views, and the days in tables.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beraad::paper;

use super::examples::files;

/// Words that no paper has: those of the tool, of another language, and pronouns by which a thing would be a woman.
const WORDS: [&str; 24] = [
    "dossier", "sleutel", "sleutels", "id", "toml", "json", "markdown", "sjabloon", "zij", "haar", "meeting", "item",
    "items", "update", "deadline", "feedback", "input", "draft", "file", "the", "middels", "teneinde", "inzake",
    "conform",
];

/// Forms that no paper has.
const FORMS: [&str; 12] = [
    "u heeft",
    "heeft u",
    "u bent verzocht",
    "dient te",
    "dienen te",
    "n.v.t.",
    "d.m.v.",
    "m.b.t.",
    "i.v.m.",
    "t.a.v.",
    "e.e.a.",
    "niet gedragen",
];

/// Where an item is marked as closed: that is no outcome.
const MARKS_CLOSED: [&str; 4] = ["agenda-punt.md", "oplegger.md", "raadpleging-punt.md", "raadpleging.txt"];

/// The form names its choices and speaks to a browser in words of its own.
const FORM: [&str; 3] = ["raadpleging.md", "raadpleging-punt.md", "raadpleging.txt"];

/// How an answer and an advice are called, by the colour that a paper gives them.
const CALLED: [&str; 7] =
    ["Ja", "Ja, onder voorbehoud", "Nee", "Meer tijd nodig", "Positief", "Positief, met aandachtspunten", "Negatief"];

/// A template without its code: what a reader sees of it.
fn seen(template: &str) -> String {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("{.", "}"), ("](", ")"), ("`", "`")] {
        while let Some(start) = text.find(open) {
            let length = text[start + open.len()..].find(close).map_or(open.len(), |at| at + open.len() + close.len());
            text.replace_range(start..start + length, " ");
        }
    }
    text
}

/// Whether a text has these words, and not as a part of longer ones.
fn holds(text: &str, said: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(said);
    places.any(|(at, _)| !part(text[..at].chars().next_back()) && !part(text[at + said.len()..].chars().next()))
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect()
}

#[test]
fn a_template_is_read_without_its_code() {
    let text =
        seen("{% if a.id %}- **Nog `id` een:** {{ zij.haar }}{.tegen} [titel](dossier.toml){# the #}{% endif %}");
    assert_eq!(text.split_whitespace().collect::<Vec<_>>(), ["-", "**Nog", "een:**", "[titel"]);
    assert!(holds("dan heeft u dat", "heeft u") && !holds("heeft uw gemeente", "heeft u"));
}

#[test]
fn templates_have_no_word_that_papers_do_not_have() {
    let mut found = Vec::new();
    for (name, template) in paper::templates() {
        let text = seen(template);
        let lower = text.to_lowercase();
        let form = FORM.contains(&name);
        let there = words(&text);
        found.extend(WORDS.iter().filter(|word| !form && there.contains(**word)).map(|word| format!("{name}: {word}")));
        found.extend(FORMS.iter().filter(|said| !form && holds(&lower, said)).map(|said| format!("{name}: {said}")));
        if text.contains("Besloten") && !MARKS_CLOSED.contains(&name) {
            found.push(format!("{name}: Besloten; of an outcome it is *Niet openbaar*"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn papers_made_of_the_dossiers_have_none_of_these_forms() {
    let mut found = Vec::new();
    // the form speaks in its own words
    for (name, text) in papers().into_iter().filter(|(name, _)| !name.contains("/raadpleging-")) {
        let lower = text.to_lowercase();
        found.extend(FORMS[..5].iter().filter(|said| holds(&lower, said)).map(|said| format!("{name}: {said}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn answers_and_advice_are_called_as_everywhere() {
    let code = fs::read_to_string("src/paper/words.rs").unwrap();
    let (_, from) = code.split_once("Stand::Answered(Support::Yes)").unwrap();
    let (answers, _) = from.split_once("\"meer-tijd\"").unwrap();
    let said: Vec<&str> =
        answers.split('"').skip(1).step_by(2).filter(|word| word.starts_with(char::is_uppercase)).collect();
    assert!(said.len() >= CALLED.len() - 1 && said.iter().all(|word| CALLED.contains(word)), "{said:?}");
}

/// Days with their weekday in a table of a paper; the lists of what was agreed say in full until when.
#[test]
fn days_in_tables_are_brief() {
    let week = ["maandag ", "dinsdag ", "woensdag ", "donderdag ", "vrijdag ", "zaterdag ", "zondag "];
    let in_full = |row: &str| {
        week.iter().any(|day| {
            row.match_indices(day).any(|(at, _)| row[at + day.len()..].starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    let mut found = Vec::new();
    for (name, text) in papers() {
        let rows = text.lines().filter(|line| line.starts_with('|'));
        found.extend(rows.filter(|row| in_full(row)).map(|row| format!("{name}: {row}")));
    }
    // the overview of an agenda names items as their authors do
    let papers = ["besluitenlijst", "/verslag", "/agenda"];
    let others = |found: &&String| !papers.iter().any(|paper| found.contains(paper));
    let found: Vec<&String> = found.iter().filter(others).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// What is made of every dossier of the repository, as Markdown.
fn papers() -> Vec<(String, String)> {
    let all = files(Path::new("tests/verwacht")).into_iter().filter(|(name, _)| name.ends_with(".md"));
    let all: Vec<_> = all.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect();
    assert!(all.len() > 40, "{}", all.len());
    all
}
