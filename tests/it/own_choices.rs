//! A dossier that calls the choices of its form otherwise: every answer keeps its meaning, in whatever shape it comes back.

use std::sync::LazyLock;

use beraad::answer::{Known, Sent};
use beraad::model::{MeetingId, Region, Reply, Support};
use beraad::render::template::{BUILT_IN, Templates};
use chrono::NaiveDate;
use proptest::prelude::*;

use super::answers::{an_answer, day, fill, fill_called, forms, region, sent, take_known};

const OWN: [&str; 4] = ["Akkoord", "Akkoord, mits", "Niet akkoord", "Later"];
const BEFORE: [&str; 4] = ["Ja", "Ja, onder voorbehoud", "Nee", "Meer tijd nodig"];
const ROLES: [&str; 4] = ["ja", "voorbehoud", "nee", "meer-tijd"];

/// The built-in template of a name in which the choices are called otherwise.
fn called(name: &str, labels: [&str; 4]) -> (String, String) {
    let mut text = BUILT_IN.iter().find(|(known, _)| *known == name).unwrap().1.to_owned();
    for ((before, own), role) in BEFORE.into_iter().zip(labels).zip(ROLES) {
        let line = format!("[ ] {before} {{.{role}}}");
        assert!(text.contains(&line), "{name}: {line}");
        text = text.replace(&line, &format!("[ ] {own} {{.{role}}}"));
    }
    (name.to_owned(), text)
}

fn templates() -> Templates {
    let page = BUILT_IN.iter().find(|(name, _)| *name == "raadpleging.md").unwrap().1;
    let page = page.replace("`gevraagd` Gevraagd {nr}.", "`gevraagd` Wij vragen {nr}.");
    let page = page.replace("`einde` Einde van het formulier.", "`einde` Dit was het.");
    let parts = ["raadpleging-punt.md", "raadpleging.txt"].map(|name| called(name, OWN));
    Templates::load(&[parts.to_vec(), vec![("raadpleging.md".to_owned(), page)]].concat()).unwrap()
}

/// What a browser copies of the page, as `formulier.js` writes it.
fn copied(form: &str, answers: &[(Support, String)], title: &str) -> String {
    let mut text = vec![title.to_owned(), String::new()];
    let mut answers = answers.iter();
    for line in form.lines() {
        let mark = line.split('`').find(|part| part.starts_with("#b:"));
        let Some(mark) = mark.filter(|mark| !matches!(*mark, "#b:alles" | "#b:verder" | "#b:reden" | "#b:benoemen"))
        else {
            continue;
        };
        if mark.starts_with("#b:besluit:") {
            let (support, reason) = answers.next().unwrap();
            let asked = line.rsplit_once("` ").unwrap().1.replace('\\', "");
            let number = mark.split(':').nth(3).unwrap();
            let label = OWN[[Support::Yes, Support::Reserved, Support::No, Support::MoreTime]
                .iter()
                .position(|one| one == support)
                .unwrap()];
            text.extend([mark.to_owned(), format!("Wij vragen {number}. {asked}"), format!("[x] {label}")]);
            if matches!(support, Support::Reserved | Support::No) {
                text.push(format!("#b:reden Reden bij een voorbehoud of bij nee: {reason}"));
            }
            text.push(String::new());
            continue;
        }
        let label = line.split('`').next().unwrap().trim();
        match mark {
            "#b:door" => text.push(format!("{mark} {label}: beleidsadviseur")),
            "#b:afgestemd" => text.push(format!("{mark} {label}: wethouder")),
            "#b:datum" => text.push(format!("{mark} {label}: 1-12-2025")),
            "#b:einde" => text.push(format!("{mark} Dit was het.")),
            _ if mark.starts_with("#b:formulier") => text.extend([mark.to_owned(), String::new()]),
            _ if mark.starts_with("#b:punt") => text.extend([mark.to_owned(), format!("{label}:"), String::new()]),
            _ => {}
        }
    }
    text.join("\n")
}

/// The form in a page that somebody forwards.
fn forwarded(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| format!("<p>{}</p>", line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")));
    let page = lines.collect::<Vec<_>>().join("\n");
    format!(
        "From: a@nieuwkoop.example\nSubject: Fw: Raadpleging\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n\
         <p>Zie hieronder.</p><blockquote>\n{page}\n</blockquote>\n"
    )
}

struct Round {
    region: Region,
    id: MeetingId,
    today: NaiveDate,
    sent: Sent,
    known: Known,
}

static ROUND: LazyLock<Round> = LazyLock::new(Round::new);

impl Round {
    fn new() -> Self {
        let ((region, id), today) = (region(), day("2025-12-01"));
        let sent = sent(&region, id, "nieuwkoop", today, &templates());
        let known = Known::new(&sent);
        Self { region, id, today, sent, known }
    }

    /// What an answer says of every decision, or what is said of the answer.
    fn given(&self, name: &str, text: &str) -> Result<Vec<(Support, Option<String>)>, String> {
        let take = |name, text: &str| {
            let (mut taken, said) = take_known(&self.region, name, text.as_bytes(), self.today, &|_| &self.known);
            taken.pop().map(|taken| taken.reply).ok_or(said)
        };
        let reply = take(name, text)?;
        let saved = |reply: &Reply| {
            beraad::dossier::edit::reply_head(&self.region[self.id], "nieuwkoop")
                + "\n"
                + &beraad::dossier::edit::reply(&self.region[self.id], reply)
        };
        // what the page saves says the same
        assert_eq!(saved(&take("a.toml", &saved(&reply))?), saved(&reply));
        let answers = reply.items.iter().flat_map(|item| &item.answers);
        Ok(answers.map(|one| (one.support, one.reason.as_deref().map(words))).collect())
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_to_a_form_of_own_words_keeps_its_meaning(answers in prop::collection::vec(an_answer(), 6)) {
        let round = &*ROUND;
        let input = ("begroting", "kort");
        let (page, letter, title) = (&round.sent.texts[0], &round.sent.texts[1], &round.sent.texts[2]);
        let is_own = |text: &str| text.contains("[ ] Akkoord, mits\n") && !text.contains("{.");
        prop_assert!(is_own(page) && is_own(letter));
        let fill_own = |form: &str, quote| fill_called(form, &answers, input, (quote, "[x]"), OWN);
        let before = forms(&round.region, round.id, "nieuwkoop", round.today);
        let meant: Vec<(Support, Option<String>)> = answers
            .iter()
            .map(|(support, reason)| (*support, matches!(support, Support::Reserved | Support::No).then(|| words(reason))))
            .collect();
        for (name, text) in [
            ("a.md", fill_own(page, "")),
            ("a.txt", fill_own(letter, "> ")),
            ("a.eml", forwarded(&fill_own(letter, ""))),
            ("kopie.txt", copied(page, &answers, title)),
            ("eerder.txt", fill(&before[1], &answers, input, "", "[x]")),
            ("eerder.md", fill(&before[0], &answers, input, "", "[x]")),
        ] {
            let given = round.given(name, &text).unwrap_or_else(|said| panic!("{name}: {said}\n{text}"));
            prop_assert_eq!(&given, &meant[..given.len()], "{}\n{}", name, text);
            prop_assert!(!given.is_empty());
        }
    }
}

/// What could be another answer is none.
#[test]
fn an_answer_in_own_words_is_never_turned() {
    let round = &*ROUND;
    let letter = &round.sent.texts[1];
    let first = |box_: &str| letter.replacen("[ ] Akkoord\n", &format!("{box_}\n"), 1);
    for (box_, said) in [
        ("[x] Akkoord, maar niet zo", "Achter Akkoord staat nog iets: maar niet zo"),
        ("[x] Akkoord; mits", "Dit antwoord staat niet in het formulier"),
        ("[x] Akkoord ~~mits~~", "Dit antwoord staat niet in het formulier"),
        ("[x] Eens", "Dit antwoord staat niet in het formulier"),
        ("[x] Akkoord [ ] Niet akkoord", "vakjes aan elkaar geraakt"),
        ("x Akkoord", "staat geen vakje van het formulier"),
    ] {
        let text = first(box_);
        match round.given("a.txt", &text) {
            Err(told) => assert!(told.contains(said), "{box_}: {told}"),
            Ok(given) => panic!("{box_}: {given:?}"),
        }
    }
}

/// The box for all begins as a choice is called, and is none.
#[test]
fn one_tick_for_all_is_no_choice() {
    let round = &*ROUND;
    let letter = fill_called(&round.sent.texts[1], &[], ("", ""), ("", "[x]"), OWN);
    let ticked = letter.replace("[ ] Akkoord met alles", "[x] Akkoord met alles");
    assert_ne!(ticked, letter);
    for (name, text) in [("a.txt", ticked.clone()), ("a.eml", forwarded(&ticked))] {
        let given = round.given(name, &text).unwrap();
        assert!(given.len() > 3 && given.iter().all(|(support, _)| *support == Support::Yes), "{given:?}");
    }
}

/// Words that meant something else when the form was made: the dossier gave them to other choices since.
#[test]
fn an_answer_in_words_of_another_day_is_refused() {
    const THEN: [&str; 4] = ["Voor", "Mits", "Tegen", "Later"];
    let ((region, id), today) = (region(), day("2025-12-01"));
    let of = |labels| {
        let own = ["raadpleging-punt.md", "raadpleging.txt"].map(|name| called(name, labels));
        sent(&region, id, "nieuwkoop", today, &Templates::load(&own).unwrap())
    };
    let then = of(THEN);
    let answers = vec![(Support::Yes, String::new()); 6];
    let nows = [
        ["Tegen", "Mits", "Voor", "Later"],
        ["Tegen vervallen", "Deels", "Vo", "Wacht"],
        ["Later", "Voor", "Mits", "Tegen"],
        BEFORE,
        THEN,
    ];
    for now in nows {
        let known = Known::new(&of(now));
        for (name, form) in [("a.md", &then.texts[0]), ("a.txt", &then.texts[1])] {
            let text = fill_called(form, &answers, ("", ""), ("", "[x]"), THEN);
            let (taken, said) = take_known(&region, name, text.as_bytes(), today, &|_| &known);
            let is_read = !taken.is_empty();
            assert_eq!(is_read, now == THEN, "{now:?} {name}: {said}");
            assert!(is_read || said.contains("heetten in dit formulier anders dan nu"), "{now:?} {name}: {said}");
        }
    }
}

/// A label that means two things in one form is a fault of the template, at its line.
#[test]
fn what_means_two_things_is_a_fault_at_its_line() {
    let (region, id) = region();
    let of = |page, letter| {
        let own = [called("raadpleging-punt.md", page), called("raadpleging.txt", letter)];
        let templates = Templates::load(&own).unwrap();
        let mut sent = Sent::default();
        beraad::work::produce::forms(&region, id, "nieuwkoop", day("2025-12-01"), &templates, &mut sent).unwrap_err()
    };
    let fault = of(OWN, ["Akkoord", "Straks", "Niet akkoord", "straks"]);
    let line = BUILT_IN.iter().find(|(name, _)| *name == "raadpleging.txt").unwrap().1;
    let line = line.lines().position(|line| line.contains("{.meer-tijd}")).unwrap() + 1;
    assert_eq!((&*fault.template, fault.line), ("raadpleging.txt", Some(line)));
    assert_eq!(fault.message, "“Straks” is de naam van twee keuzes: {.meer-tijd} en {.voorbehoud}.");
    let fault = of(["Ja", "Ja, mits", "Nee", "Neem later een besluit"], BEFORE);
    assert_eq!(&*fault.template, "raadpleging-punt.md");
    assert!(
        fault.message.contains("“Neem later een besluit” {.meer-tijd} en “Nee” {.nee} zijn te verwisselen"),
        "{fault}"
    );
}

/// A question begins at a mark of the form; what a user wrote like one is part of the words around it.
#[test]
fn what_a_user_writes_like_a_mark_begins_no_question() {
    let mark = |number| format!("#b:besluit:plan:{number}:0123456789abcdef:instemming");
    let text = format!("`{}` a\n\\{} b\n[ ] x\n`{}` c\n", mark(1), mark(3), mark(2));
    let questions = beraad::answer::mark::questions(&text);
    let found: Vec<(u16, &str)> = questions.iter().map(|one| (one.decision.1, one.behind)).collect();
    let first = format!("` a\n\\{} b\n[ ] x\n`", mark(3));
    assert_eq!(found, [(1, first.as_str()), (2, "` c\n")]);
    assert!(questions.iter().all(|one| text[..one.end].ends_with("instemming")));
}
