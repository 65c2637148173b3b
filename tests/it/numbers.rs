//! Numbers of items and papers, and start times, follow from the files and stay once sent.

use std::fs;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;

const COVENANT: &str = include_str!("../fouten/basis/convenant.toml");

/// Items as `id[ extra]` give `number id start`.
fn numbered(items: &[&str], sending: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let meeting = folder.path().join("2025-10-09-beraad");
    fs::create_dir_all(&meeting).unwrap();
    fs::write(folder.path().join("convenant.toml"), COVENANT).unwrap();
    let mut text = "[vergadering]\noverleg = \"beraad\"\ndatum = 2025-10-09\nbegin = 14:00\n".to_owned();
    for item in items {
        let (id, extra) = item.split_once(' ').unwrap_or((item, ""));
        text += &format!(
            "[[agendapunt]]\nid = \"{id}\"\ntitel = \"{id}\"\nbehandeling = \"{}\"\n{}\n",
            if extra.starts_with("ter ") { "ter bespreking" } else { "procedure" },
            extra.trim_start_matches("ter bespreking").trim_start_matches("; ").replace("; ", "\n")
        );
    }
    fs::write(meeting.join("vergadering.toml"), text).unwrap();
    if !sending.is_empty() {
        let text = format!("[[zending]]\ndatum = 2025-09-25\nsoort = \"agenda\"\npunt = [{sending}]\n");
        fs::write(meeting.join("verzending.toml"), text).unwrap();
    }
    let resolved = resolve(&load(folder.path()).unwrap());
    assert_eq!(resolved.findings, []);
    let line = |item: &beraad::model::Item| {
        let start = item.start.map_or("-".to_owned(), |time| time.format("%-H.%M").to_string());
        let papers: String = item.papers.iter().map(|paper| format!(" {}", paper.number)).collect();
        format!("{} {} {start}{papers}", item.number, item.key)
    };
    resolved.region.meetings[0].items.iter().map(line).collect()
}

#[test]
fn numbers_follow_the_file() {
    let table: &[(&[&str], &str, &[&str])] = &[
        (&["a duur = 5", "b duur = 10", "c"], "", &["1 a 14.00", "2 b 14.05", "3 c 14.15"]),
        (&["a", "b"], "", &["1 a 14.00", "2 b -"]),
        (
            &["a duur = 5", "b duur = 5; onder = \"a\"", "c onder = \"a\"", "d"],
            "",
            &["1 a 14.00", "1a b -", "1b c -", "2 d 14.05"],
        ),
        (
            &["a duur = 15", "b duur = 5; onder = \"a\"", "c onder = \"a\"; duur = 10", "d"],
            "",
            &["1 a 14.00", "1a b 14.00", "1b c 14.05", "2 d 14.15"],
        ),
        (
            &["a duur = 30", "b duur = 5; onder = \"a\"", "c onder = \"a\"; duur = 10", "d"],
            "",
            &["1 a 14.00", "1a b -", "1b c -", "2 d 14.30"],
        ),
        (
            &["a duur = 10", "b duur = 15; onder = \"a\"", "c onder = \"a\"; duur = 10", "d"],
            "",
            &["1 a 14.00", "1a b 14.00", "1b c 14.15", "2 d 14.25"],
        ),
        (
            &["a duur = 10", "b duur = 15; onder = \"a\"; vervallen = { datum = 2025-10-01, reden = \"x\" }", "c"],
            "",
            &["1 a 14.00", "1a b -", "2 c 14.10"],
        ),
        (
            &["a duur = 10; vervallen = { datum = 2025-10-01, reden = \"x\" }", "b duur = 15; onder = \"a\"", "c"],
            "",
            &["1 a -", "1a b -", "2 c 14.00"],
        ),
        (&["b onder = \"a\"", "a"], "", &["1 a 14.00", "1a b 14.00"]),
        (
            &["a duur = 0", "b", "c onder = \"b\"; duur = 10", "d onder = \"b\"; duur = 0", "e duur = 5", "f", "g"],
            "",
            &["1 a 14.00", "2 b 14.00", "2a c 14.00", "2b d 14.10", "3 e 14.10", "4 f 14.15", "5 g -"],
        ),
        (
            &["a", "b onder = \"a\"; duur = 5; vervallen = { datum = 2025-10-01, reden = \"x\" }", "c"],
            "",
            &["1 a 14.00", "1a b -", "2 c -"],
        ),
        (
            &["a duur = 5", "b duur = 5; vervallen = { datum = 2025-10-01, reden = \"x\" }", "c"],
            "",
            &["1 a 14.00", "2 b -", "3 c 14.05"],
        ),
        (
            &["a stuk = [{ titel = \"x\", mondeling = true }, { titel = \"y\", volgt = 2025-10-01 }]"],
            "",
            &["1 a 14.00 1.1 1.2"],
        ),
    ];
    for (items, sending, expected) in table {
        assert_eq!(numbered(items, sending), *expected, "{items:?}");
    }
}

#[test]
fn numbers_are_frozen_once_sent() {
    let sent = "{ agendapunt = \"a\", nummer = \"1\" }, { agendapunt = \"b\", nummer = \"2\" }, { agendapunt = \"c\", nummer = \"3\" }";
    let table: &[(&[&str], &[&str])] = &[
        (&["c", "b", "a"], &["1 a 14.00", "2 b -", "3 c -"]),
        (&["a", "new", "b", "c"], &["1 a 14.00", "2 b -", "3 c -", "4 new -"]),
        (&["a", "b", "c", "new nummer = \"2a\""], &["1 a 14.00", "2 b -", "2a new -", "3 c -"]),
        (&["a", "b", "c", "new onder = \"b\""], &["1 a 14.00", "2 b -", "2a new -", "3 c -"]),
    ];
    for (items, expected) in table {
        assert_eq!(numbered(items, sent), *expected, "{items:?}");
    }
}

/// Items, those that were sent with their numbers, and the numbers that follow.
type Late<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], &'a str);

#[test]
fn what_is_new_comes_before_the_closing() {
    let sent = |numbers: &[(&str, &str)]| {
        let items = numbers.iter().map(|(id, number)| format!("{{ agendapunt = \"{id}\", nummer = \"{number}\" }}"));
        items.collect::<Vec<_>>().join(", ")
    };
    let usual = [("opening", "1"), ("plan", "2"), ("rondvraag", "3"), ("sluiting", "4")];
    let parts = [("opening", "1"), ("plan", "2"), ("deel", "2a"), ("rondvraag", "3")];
    let late = [("opening", "1"), ("plan", "2"), ("a", "2a"), ("rondvraag", "3")];
    let short = [("opening", "1"), ("verslag", "2"), ("rondvraag", "3"), ("sluiting", "4")];
    let plan = "plan ter bespreking";
    let table: &[Late<'_>] = &[
        (&["opening", plan, "rondvraag", "sluiting", "a ter bespreking", "b"], &usual, "1 2 2a 2b 3 4"),
        (&["opening", "a ter bespreking", plan, "rondvraag", "sluiting"], &usual, "1 2 2a 3 4"),
        (&["opening", plan, "rondvraag", "sluiting", "a nummer = \"1a\""], &usual, "1 1a 2 3 4"),
        (&["opening", plan, "rondvraag", "sluiting", "sluiting-2"], &usual, "1 2 3 4 5"),
        // a part that came later stands with its item, and does not get the number of what was new
        (&["opening", plan, "deel onder = \"plan\"", "rondvraag", "a ter bespreking"], &parts, "1 2 2a 2b 3"),
        (&["opening", plan, "a ter bespreking", "deel onder = \"plan\"", "rondvraag"], &late, "1 2 2b 2a 3"),
        (&["opening", plan, "a ter bespreking", "deel onder = \"a\"", "b", "rondvraag"], &late, "1 2 2a 2aa 2b 3"),
        // where nothing is discussed, the closing begins where its titles say so
        (&["opening", "verslag", "rondvraag", "sluiting", "a ter bespreking"], &short, "1 2 2a 3 4"),
        // without a closing what is new comes last
        (&["opening", plan, "a"], &usual[..2], "1 2 3"),
        (&["rondvraag", "a"], &[("rondvraag", "1")], "1 2"),
    ];
    for (items, numbers, expected) in table {
        let found: Vec<String> = numbered(items, &sent(numbers));
        let numbers: Vec<&str> = found.iter().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(numbers.join(" "), *expected, "{items:?}: {found:?}");
    }
}

#[test]
fn the_clock_starts_again_at_midnight() {
    assert_eq!(numbered(&["a duur = 600", "b duur = 10", "c"], ""), ["1 a 14.00", "2 b 0.00", "3 c 0.10"]);
}
