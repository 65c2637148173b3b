//! The index of a run: one page, or of many meetings a page for each older year; each document is on one of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};

use super::examples::{beraad, files};
use super::faults::copy;

/// Meetings in years, and the pages of their index.
type Case = (&'static [(i32, u64)], &'static [&'static str]);

/// The example with so many meetings more in each of these years.
fn dossier(folder: &Path, years: &[(i32, u64)]) {
    copy(Path::new("examples/besloten"), folder);
    for (year, meetings) in years {
        for at in 0..*meetings {
            let day = NaiveDate::from_ymd_opt(*year, 1, 1).unwrap() + Days::new(at);
            let meeting = folder.join(format!("{day}-bestuur"));
            fs::create_dir_all(&meeting).unwrap();
            let text = format!(
                "[vergadering]\noverleg = \"bestuur\"\ndatum = {day}\n\n[[agendapunt]]\nid = \"opening\"\ntitel = \"Opening\"\n\
                 behandeling = \"procedure\"\n"
            );
            fs::write(meeting.join("vergadering.toml"), text).unwrap();
        }
    }
}

fn make(dossier: &Path, to: &Path) {
    let [dossier, to] = [dossier, to].map(|path| path.to_str().unwrap());
    beraad(&["--dossier", dossier, "--vandaag", "2025-11-27", "maak", "-f", "md", "--openbaar", "--naar", to]);
}

/// The pages of the index.
fn pages(folder: &Path) -> Vec<String> {
    let names = files(folder).into_keys();
    names.filter(|name| name.starts_with("index") && name.ends_with(".md")).collect()
}

/// What the pages link to, each once.
fn linked(folder: &Path) -> BTreeSet<String> {
    let mut linked = BTreeSet::new();
    for page in pages(folder) {
        let text = fs::read_to_string(folder.join(page)).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link) {
            assert!(linked.insert(link.to_owned()), "{link} stands twice");
        }
    }
    linked
}

#[test]
fn every_document_is_on_one_page_and_older_years_have_their_own() {
    let cases: &[Case] = &[
        (&[(2021, 52), (2022, 52), (2023, 52)], &["index.md"]),
        (
            &[(2020, 52), (2021, 52), (2022, 52), (2023, 52), (2024, 52)],
            &["index-2020.md", "index-2021.md", "index.md"],
        ),
        (&[(2020, 1), (2026, 210)], &["index-2020.md", "index-2025.md", "index.md"]),
        (&[(2019, 1), (2020, 199), (2026, 1)], &["index-2019.md", "index-2020.md", "index.md"]),
    ];
    for (years, wanted) in cases {
        let place = tempfile::tempdir().unwrap();
        let (from, to) = (place.path().join("d"), place.path().join("uit"));
        dossier(&from, years);
        make(&from, &to);
        assert_eq!(pages(&to), *wanted, "{years:?}");
        let made: BTreeSet<String> = files(&to).into_keys().filter(|name| name.ends_with(".md")).collect();
        let papers = |name: &&String| name.contains("/stukken/");
        let mut listed = linked(&to);
        listed.insert("index.md".to_owned());
        assert_eq!(listed, made.iter().filter(|name| !papers(name)).cloned().collect(), "{years:?}");
    }
}

#[test]
fn the_page_of_a_year_that_is_no_longer_made_goes() {
    let place = tempfile::tempdir().unwrap();
    let (from, to) = (place.path().join("d"), place.path().join("uit"));
    dossier(&from, &[(2020, 52), (2021, 52), (2022, 52), (2023, 52)]);
    make(&from, &to);
    assert_eq!(pages(&to), ["index-2020.md", "index.md"]);
    for at in 0..52 {
        let day = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(at);
        fs::remove_dir_all(from.join(format!("{day}-bestuur"))).unwrap();
    }
    make(&from, &to);
    assert_eq!(pages(&to), ["index.md"]);
}

/// Two meetings of a body on one day are told apart by their time: in the index, on their pages and in the subjects of mails.
#[test]
fn meetings_on_one_day_are_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("d");
    dossier(&folder, &[]);
    for (name, begin) in [("2026-02-05-bestuur", "14:00:00"), ("2026-02-05-bestuur-2", "19:30:00")] {
        let text = format!(
            "[vergadering]\noverleg = \"bestuur\"\ndatum = 2026-02-05\nbegin = {begin}\n\n[[agendapunt]]\nid = \"plan\"\n\
             titel = \"Plan\"\nbehandeling = \"ter instemming\"\ngevraagd = [\"In te stemmen met het plan.\"]\n"
        );
        fs::create_dir_all(folder.join(name)).unwrap();
        fs::write(folder.join(name).join("vergadering.toml"), text).unwrap();
    }
    let to = place.path().join("uit");
    let [from, out] = [&folder, &to].map(|path| path.to_str().unwrap());
    beraad(&["--dossier", from, "--vandaag", "2026-01-20", "maak", "--naar", out]);
    let index = fs::read_to_string(to.join("index.md")).unwrap();
    for (name, time) in [("2026-02-05-bestuur", "14.00 uur"), ("2026-02-05-bestuur-2", "19.30 uur")] {
        assert!(index.contains(&format!("donderdag 5 februari 2026, {time}")), "{index}");
        let page = fs::read_to_string(to.join(name).join("agenda.html")).unwrap();
        assert!(
            page.contains(&format!("<title>Agenda Regionaal Bestuur, donderdag 5 februari 2026, {time}")),
            "{name}"
        );
        let mails = to.join(format!("mail-{name}"));
        let mail = format!("{}/", mails.display());
        beraad(&["--dossier", from, "--vandaag", "2026-01-20", "raadpleging", name, "-f", "eml", "-o", &mail]);
        let mail = files(&mails).into_values().next().unwrap();
        let mail = mail_parser::MessageParser::default().parse(&mail).unwrap();
        assert!(mail.subject().unwrap().ends_with(time), "{:?}", mail.subject());
    }
    assert!(index.contains("[Agenda](2026-02-05-bestuur/agenda.md)"), "{index}");
}

/// A day, for whom, and how the agenda of 11 December names the action list.
const ACTIONS: [(&str, &[&str], &str); 4] = [
    ("2025-11-27", &[], "\n[Actielijst](../acties.md)\n"),
    // on that day nothing is public of which it could tell
    ("2025-11-27", &["--openbaar"], "\nActielijst\n"),
    ("2025-12-11", &[], "\n[Actielijst](../acties.md)\n"),
    // it says how things stand now, and that is not what was there
    ("2025-12-12", &[], "\nActielijst\n"),
];

#[test]
fn an_agenda_links_to_the_action_list_of_the_same_run_until_its_meeting_is_over() {
    for (day, audience, says) in ACTIONS {
        let place = tempfile::tempdir().unwrap();
        let to = place.path().to_str().unwrap();
        beraad(&[&["--dossier", "agendas", "--vandaag", day, "maak", "--naar", to][..], audience].concat());
        let folder = place.path().join("2025-12-11-regionaal-beraad");
        let text = fs::read_to_string(folder.join("agenda.md")).unwrap();
        assert!(text.contains(says), "{day}: {text}");
        let page = fs::read_to_string(folder.join("agenda.html")).unwrap();
        assert_eq!(page.contains("<a href=\"../acties.html\">Actielijst</a>"), says.contains("]("), "{day}: {page}");
        assert_eq!(place.path().join("acties.md").exists(), audience.is_empty());
        let alone = place.path().join("los.md");
        let words = ["--dossier", "agendas", "--vandaag", day, "agenda", "2025-12-11", "-o", alone.to_str().unwrap()];
        beraad(&[&words[..], audience].concat());
        assert!(fs::read_to_string(alone).unwrap().contains("\nActielijst\n"));
    }
}

/// What the index of the dossier of a merger says on a day, and what its page folds.
const YEARS: [(&str, &[&str], usize); 3] = [
    (
        "2024-12-20",
        &[
            "## Eerstvolgende: Regionaal Beraad Kreekland, donderdag 23 januari 2025\n",
            "\n## Regionaal Beraad Kreekland, donderdag 12 december 2024\n\n",
        ],
        0,
    ),
    (
        "2025-11-27",
        &[
            "\n## Regionaal Beraad Kreekland, donderdag 23 januari 2025\n",
            "\n## Vergaderingen in 2024\n\n### Regionaal Beraad Kreekland, donderdag 12 december 2024\n",
        ],
        1,
    ),
    // where nothing is of this year, the newest year is open
    (
        "2026-06-01",
        &["\n## Regionaal Beraad Kreekland, donderdag 23 januari 2025\n", "\n## Vergaderingen in 2024\n"],
        1,
    ),
];

#[test]
fn older_years_are_folded() {
    for (day, says, folded) in YEARS {
        let place = tempfile::tempdir().unwrap();
        let to = place.path().to_str().unwrap();
        beraad(&["--dossier", "examples/fusie", "--vandaag", day, "maak", "--naar", to]);
        let text = fs::read_to_string(place.path().join("index.md")).unwrap();
        for said in says {
            assert!(text.contains(said), "{day}: {said} in {text}");
        }
        let page = fs::read_to_string(place.path().join("index.html")).unwrap();
        let opens =
            "<details class=\"ouder\">\n<summary><h2 id=\"deel-2\">Vergaderingen in 2024</h2>\n</summary>\n<h3>";
        assert_eq!((page.matches("<details").count(), page.matches(opens).count()), (folded, folded), "{day}: {page}");
        let within = page.split("</details>").next().unwrap().split("<details").nth(1).unwrap_or_default();
        assert_eq!(within.contains("2024-12-12-beraad/agenda.html"), folded > 0, "{day}");
    }
}

/// What the index says of the open dossier, on a day and for whom, and what it does not say.
type Desk = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const DESK: [Desk; 3] = [
    (
        "2025-11-27",
        &[],
        &[
            "## Eerstvolgende: Regionaal Bestuur, donderdag 4 december 2025\n\nConcept: de agenda is nog niet verzonden.\n",
            "### Intern\n\n- [Geannoteerde agenda](2025-10-02-bestuur/agenda-annotatie.md)\n",
            "- [Verslag](2025-10-02-bestuur/verslag.md)\n",
            "- Bijlage 2.1, 3.1: [GEHEIM-3: een besloten stuk](2025-10-02-bestuur/stukken/besloten.md) (besloten)\n",
            "### Per partij\n\n- Akkerbuurt: [Raadpleging](2025-10-02-bestuur/raadpleging-akkerbuurt.md)",
        ],
        &[],
    ),
    (
        "2025-11-27",
        &["--openbaar"],
        &["### Stukken\n\n- [Agenda](2025-10-02-bestuur/agenda.md)\n"],
        &["GEHEIM", "Intern", "Per partij", "### Leden", "annotatie"],
    ),
    (
        "2026-11-27",
        &[],
        &["## Regionaal Bestuur, donderdag 4 december 2025\n\nConcept: van de agenda is geen verzending vastgelegd.\n"],
        &["Eerstvolgende"],
    ),
];

#[test]
fn the_index_says_what_is_for_whom() {
    for (day, audience, says, never) in DESK {
        let place = tempfile::tempdir().unwrap();
        let to = place.path().to_str().unwrap();
        let words = ["--dossier", "examples/besloten", "--vandaag", day, "maak", "--naar", to];
        beraad(&[&words[..], audience].concat());
        let text = fs::read_to_string(place.path().join("index.md")).unwrap();
        for said in says {
            assert!(text.contains(said), "{said} in {text}");
        }
        for said in never {
            assert!(!text.contains(said), "{said} in {text}");
        }
        let page = fs::read_to_string(place.path().join("index.html")).unwrap();
        assert_eq!(page.contains("2025-10-02-bestuur/stukken/besloten.html"), audience.is_empty(), "{page}");
    }
}

/// The days on which a body agreed to meet, until there is a meeting; who publishes nothing tells none.
#[test]
fn days_that_are_to_come_stand_in_the_index() {
    let day = |day: &str| format!("- Regionaal Beraad Holland Rijnland, {day}\n");
    let [march, december] = [day("donderdag 12 maart 2026"), day("donderdag 10 december 2026")];
    for (today, shows_march, shows_december) in [
        ("2025-11-27", true, true),
        ("2026-03-12", true, true),
        ("2026-03-13", false, true),
        ("2026-12-11", false, false),
    ] {
        let to = tempfile::tempdir().unwrap();
        let path = to.path().to_str().unwrap();
        beraad(&["--dossier", "agendas", "--vandaag", today, "maak", "-f", "md", "--openbaar", "--naar", path]);
        let index = fs::read_to_string(to.path().join("index.md")).unwrap();
        assert_eq!(
            (index.contains(&march), index.contains(&december)),
            (shows_march, shows_december),
            "{today}: {index}"
        );
        assert!(!index.contains("AO Breed Participatie"), "{today}: {index}");
        assert_eq!(index.contains("## Gepland"), shows_december, "{today}: {index}");
    }
}
