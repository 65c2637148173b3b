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

/// So many words a sentence has at most.
const MOST_WORDS: usize = 30;

/// Where an item is marked as closed: that is no outcome.
const MARKS_CLOSED: [&str; 4] = ["agenda-punt.md", "oplegger.md", "raadpleging-punt.md", "raadpleging.txt"];

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
        let there = words(&text);
        found.extend(WORDS.iter().filter(|word| there.contains(**word)).map(|word| format!("{name}: {word}")));
        found.extend(FORMS.iter().filter(|said| holds(&lower, said)).map(|said| format!("{name}: {said}")));
        if text.contains("Besloten") && !MARKS_CLOSED.contains(&name) {
            found.push(format!("{name}: Besloten; of an outcome it is *Niet openbaar*"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The strings of a source: of its code, without its tests, remarks and reasons.
fn strings(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut all, mut rest) = (Vec::new(), code);
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (kind, behind) = (&rest[at..], &rest[at + 1..]);
        if kind.starts_with("//") {
            rest = behind.find('\n').map_or("", |end| &behind[end..]);
        } else if let Some(after) = kind.strip_prefix("'\"'") {
            rest = after;
        } else if kind.starts_with('"') {
            let mut escaped = false;
            let end = behind.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.unwrap_or(behind.len());
            if !rest[..at].ends_with("reason = ") {
                all.push(behind[..end].to_owned());
            }
            rest = behind.get(end + 1..).unwrap_or_default();
        } else {
            rest = behind;
        }
    }
    all
}

/// A string without what is code in it: tags, attributes, places for values and names of files.
fn said_in(string: &str) -> String {
    let mut text = string.to_owned();
    for (open, close) in [("<", ">"), ("{", "}")] {
        while let Some(start) = text.find(open) {
            let end = text[start..].find(close).map_or(text.len(), |at| start + at + close.len());
            text.replace_range(start..end, " ");
        }
    }
    let is_code = |word: &&str| !word.contains(['=', '\\']) && !word.contains(".toml");
    text.split_whitespace().filter(is_code).collect::<Vec<_>>().join(" ")
}

#[test]
fn strings_of_code_are_found() {
    let code = "let a = '\"'; // no \"one\"\nlet b = \"two \\\" three\"; #[expect(x, reason = \"four\")]\n#[cfg(test)] \"five\"";
    assert_eq!(strings(code), ["two \\\" three"]);
    assert_eq!(said_in("<p id=\\\"a\\\">Zij {name} in verslag.toml"), "Zij in");
}

/// What is wrong with a template, and why a paper cannot be made, is said to who makes papers.
const SAID_TO_THE_MAKER: [&str; 2] = ["template", "release.rs"];

#[test]
fn strings_of_the_code_of_papers_have_none_of_these_words_either() {
    let (mut found, mut read) = (Vec::new(), 0);
    for folder in ["src/paper", "src/render"] {
        let all = files(Path::new(folder)).into_iter();
        let sources = all.filter(|(name, _)| {
            name.ends_with(".rs") && !SAID_TO_THE_MAKER.iter().any(|other| name.starts_with(other))
        });
        for (name, bytes) in sources {
            // one word is a name of something
            for string in
                strings(&String::from_utf8(bytes).unwrap()).iter().map(|it| said_in(it)).filter(|it| it.contains(' '))
            {
                read += 1;
                let (lower, there) = (string.to_lowercase(), words(&string));
                found.extend(
                    WORDS.iter().filter(|word| there.contains(**word)).map(|word| format!("{name}: {word}: {string}")),
                );
                found.extend(
                    FORMS.iter().filter(|said| holds(&lower, said)).map(|said| format!("{name}: {said}: {string}")),
                );
            }
        }
    }
    assert!(read > 100, "{read}");
    assert!(found.is_empty(), "{found:#?}");
}

/// What a template says between its code, without an end in sight: who reads it aloud is out of breath.
#[test]
fn sentences_in_papers_can_be_read_aloud() {
    let mut found = Vec::new();
    for (name, text) in papers() {
        // a row is no sentence, nor is a list of names behind its label
        let prose = text.lines().filter(|line| !line.starts_with(['|', '-']) && !line.contains("Afkortingen: "));
        let long = prose
            .flat_map(|line| line.split_inclusive(['.', '!', '?']))
            .filter(|said| said.split_whitespace().count() > MOST_WORDS);
        found.extend(long.map(|said| format!("{name}: {said}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn papers_made_of_the_dossiers_have_none_of_these_forms() {
    let mut found = Vec::new();
    for (name, text) in papers() {
        let lower = text.to_lowercase();
        found.extend(FORMS.iter().filter(|said| holds(&lower, said)).map(|said| format!("{name}: {said}")));
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
