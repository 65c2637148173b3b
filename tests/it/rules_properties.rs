//! Correct dossiers are silent; broken in one way, they give that one finding.
//!
//! Dossiers of every size and year are made from the terms backwards, as a good secretary would.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use beraad::calendar::{before, is_working_day};
use beraad::load::load;
use beraad::model::{Term, Unit};
use beraad::resolve::resolve;
use beraad::{check, show};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Plan {
    /// The day of the meeting to come.
    day: NaiveDate,
    /// Municipalities per subregion; the first one speaks.
    sizes: Vec<usize>,
    /// Requested decisions per item.
    items: Vec<usize>,
    /// Working days to answer, days between sending and meeting beyond what that takes.
    reaction: u16,
    closing: u16,
}

fn plan() -> impl Strategy<Value = Plan> {
    let parts = (prop::collection::vec(1usize..5, 1..4), prop::collection::vec(1usize..4, 1..4), 1u16..8, 0u16..5);
    (0u64..3000, parts).prop_map(|(offset, (sizes, items, reaction, closing))| {
        let mut day = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap() + Days::new(offset);
        while !is_working_day(day) {
            day = day + Days::new(1);
        }
        Plan { day, sizes, items, reaction, closing }
    })
}

/// The days that follow from a plan.
struct Dates {
    prepared: NaiveDate,
    sent: NaiveDate,
    asked: NaiveDate,
    answered: NaiveDate,
    today: NaiveDate,
}

fn dates(plan: &Plan) -> Dates {
    let working = |count| Term { count, unit: Unit::WorkingDays };
    let due = before(plan.day, working(plan.closing));
    let asked = before(due, working(plan.reaction));
    let sent = asked.min(plan.day - Days::new(14));
    Dates { prepared: sent - Days::new(7), sent, asked, answered: due, today: due }
}

type Files = BTreeMap<String, String>;

fn name(subregion: usize, at: usize) -> String {
    format!("gemeente-{}-{}", ["een", "twee", "drie"][subregion], ["a", "b", "c", "d"][at])
}

fn covenant(plan: &Plan) -> String {
    let mut text =
        "[convenant]\nnaam = \"Proef\"\nregio = \"Proef\"\ncentrumgemeente = \"gemeente-een-a\"\n".to_owned();
    let _ = write!(
        text,
        "\n[termijnen]\nreactietermijn = \"{} werkdagen\"\nsluiting_raadpleging = \"{} werkdagen\"\n\n[openbaarheid]\n\
         beraad = [\"agenda\"]\n\n[overleg.ao]\nnaam = \"Ambtelijk Overleg\"\nsoort = \"ambtelijk\"\n\n[overleg.beraad]\n\
         naam = \"Beraad\"\nsoort = \"bestuurlijk\"\nvoorzitter = \"gemeente-een-a\"\nvoorbereiding = \"ao\"\n",
        plan.reaction, plan.closing
    );
    for (subregion, size) in plan.sizes.iter().enumerate() {
        let names: Vec<String> = (0..*size).map(|at| name(subregion, at)).collect();
        for (at, name) in names.iter().enumerate() {
            let code = 1000 + 10 * subregion + at;
            let _ = write!(
                text,
                "\n[partij.{name}]\nnaam = \"{name}\"\nsoort = \"gemeente\"\ncode = \"gm{code}\"\n\n[partij.{name}.ondertekening]\n\
                 collegebesluit = 2023-01-10\nmachtiging = 2023-01-12\ngetekend = 2023-02-01\n"
            );
        }
        let first = &names[0];
        let _ = write!(
            text,
            "\n[subregio.streek-{subregion}]\nnaam = \"Streek {subregion}\"\ngemeenten = {names:?}\n\n[[zetel]]\npartij = \
             \"{first}\"\noverleg = \"beraad\"\nfunctie = \"wethouder\"\nvan = 2023-01-01\n"
        );
        let _ = write!(
            text,
            "\n[[vertegenwoordiging]]\noverleg = \"beraad\"\nsubregio = \"streek-{subregion}\"\ndoor = \"{first}\"\nvan = 2023-01-01\n"
        );
    }
    text
}

fn requested(item: usize, number: usize) -> String {
    format!("In te stemmen met deel {number} van plan {item}.")
}

fn agenda(plan: &Plan, body: &str, day: NaiveDate, prepared: Option<NaiveDate>) -> String {
    let mut text = format!("[vergadering]\noverleg = \"{body}\"\ndatum = {day}\nbegin = 09:00:00\neinde = 12:00:00\n");
    let fixed = |id: &str, title: &str| {
        format!("\n[[agendapunt]]\nid = \"{id}\"\ntitel = \"{title}\"\nbehandeling = \"procedure\"\nduur = 10\n")
    };
    text += &fixed("opening", "Opening en agenda");
    for (at, count) in plan.items.iter().enumerate() {
        let treatment = if prepared.is_some() { "ter instemming" } else { "ter bespreking" };
        let _ = write!(
            text,
            "\n[[agendapunt]]\nid = \"plan-{at}\"\ntitel = \"Plan {at}\"\nbehandeling = \"{treatment}\"\nduur = 50\n"
        );
        if let Some(prepared) = prepared {
            let asked: Vec<String> = (1..=*count).map(|number| requested(at, number)).collect();
            let _ = write!(text, "besproken_in = [\"{prepared}-ao#plan-{at}\"]\ngevraagd = {asked:?}\n");
        }
    }
    text + &fixed("slot", "Rondvraag en sluiting")
}

fn reply(plan: &Plan, folder: &str, party: &str, day: NaiveDate) -> String {
    let mut text = format!(
        "vergadering = \"{folder}\"\npartij = \"{party}\"\n\n[[reactie]]\ndatum = {day}\ndoor = \"beleidsadviseur\"\n\
         afgestemd_met = \"wethouder\"\nkanaal = \"formulier\"\n"
    );
    for (at, count) in plan.items.iter().enumerate() {
        let _ = write!(text, "\n[[reactie.punt]]\nagendapunt = \"plan-{at}\"\n");
        for number in 1..=*count {
            let asked = requested(at, number);
            let _ = write!(text, "\n[[reactie.punt.besluit]]\nnr = {number}\ntekst = \"{asked}\"\ngedragen = \"ja\"\n");
        }
    }
    text
}

fn correct(plan: &Plan) -> (Files, NaiveDate) {
    let Dates { prepared, sent, asked, answered, today } = dates(plan);
    let (ao, folder) = (format!("{prepared}-ao"), format!("{}-beraad", plan.day));
    let mut files = Files::from([
        ("convenant.toml".to_owned(), covenant(plan)),
        (format!("{ao}/vergadering.toml"), agenda(plan, "ao", prepared, None)),
        (format!("{folder}/vergadering.toml"), agenda(plan, "beraad", plan.day, Some(prepared))),
    ]);
    let mut minutes = format!("[verslag]\nopgesteld = {prepared}\n");
    for at in 0..plan.items.len() {
        let _ = write!(minutes, "\n[[punt]]\nagendapunt = \"plan-{at}\"\nuitkomst = \"besproken\"\n");
    }
    files.insert(format!("{ao}/verslag.toml"), minutes);
    let mut sendings = format!("[[zending]]\nsoort = \"agenda\"\ndatum = {sent}\n");
    for (subregion, size) in plan.sizes.iter().enumerate().filter(|(_, size)| **size > 1) {
        let others: Vec<String> = (1..*size).map(|at| name(subregion, at)).collect();
        let _ = write!(
            sendings,
            "\n[[zending]]\nsoort = \"raadpleging\"\nnamens = \"{}\"\naan = {others:?}\ndatum = {asked}\n",
            name(subregion, 0)
        );
        for other in &others {
            files.insert(format!("{folder}/raadpleging/{other}.toml"), reply(plan, &folder, other, answered));
        }
    }
    files.insert(format!("{folder}/verzending.toml"), sendings);
    (files, today)
}

fn names_of_findings(files: &Files, today: NaiveDate) -> (Vec<&'static str>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let dossier = load(folder.path()).unwrap();
    let resolved = resolve(&dossier);
    let findings = [resolved.findings, check::check(&resolved.region, &dossier.sources, today).findings].concat();
    (findings.iter().map(|finding| finding.fault.name).collect(), show::text(&findings, &dossier.sources, "", false))
}

/// One way to break a dossier: the finding that it gives, the file that changes (the end of its path), what stands
/// there, and what takes its place.
const BREAKS: [(&str, &str, &str, &str); 16] = [
    ("niet-in-ao-besproken", "-beraad/vergadering.toml", "besproken_in", "# besproken_in"),
    ("gevraagd-ontbreekt", "-ao/vergadering.toml", "ter bespreking", "ter advisering"),
    ("vast-punt-ontbreekt", "-beraad/vergadering.toml", "Rondvraag en sluiting", "Rondvraag"),
    ("tijden-passen-niet", "-beraad/vergadering.toml", "09:00:00", "11:50:00"),
    ("voorzitter-niet-van-centrumgemeente", "convenant.toml", "voorzitter =", "# voorzitter ="),
    ("stappen-niet-op-volgorde", "convenant.toml", "machtiging = 2023-01-12", "machtiging = 2023-01-09"),
    ("getekend-zonder-machtiging", "convenant.toml", "machtiging =", "# machtiging ="),
    ("gemeente-zonder-code", "convenant.toml", "code = \"gm1001\"", "# code"),
    ("niet-afgestemd", "raadpleging/gemeente-een-b.toml", "afgestemd_met", "# afgestemd_met"),
    ("reden-ontbreekt", "raadpleging/gemeente-een-b.toml", "gedragen = \"ja\"", "gedragen = \"nee\""),
    ("antwoord-verouderd", "raadpleging/gemeente-een-b.toml", "deel 1 van plan 0", "deel 1 van iets"),
    ("punt-zonder-uitkomst", "-ao/verslag.toml", "uitkomst", "# uitkomst"),
    ("uitkomst-past-niet", "-ao/verslag.toml", "\"besproken\"", "\"ingestemd\""),
    ("juridische-woorden", "-ao/verslag.toml", "\"besproken\"", "\"besproken\"\nafspraken = [\"Bezwaar maken kan.\"]"),
    ("contactgegevens-openbaar", "-beraad/vergadering.toml", "titel = \"Opening", "titel = \"a@example.org Opening"),
    (
        "spreker-zonder-zetel",
        "convenant.toml",
        "functie = \"wethouder\"\nvan = 2023-01-01",
        "functie = \"wethouder\"\nvan = 2099-01-01",
    ),
];

/// Else a break that never fits would pass unseen.
#[test]
fn every_break_fits_somewhere() {
    let day = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
    let plan = Plan { day, sizes: vec![3, 2], items: vec![2, 1], reaction: 5, closing: 3 };
    for (rule, file, old, new) in BREAKS {
        let (mut files, today) = correct(&plan);
        let target = files.iter_mut().find(|(path, text)| path.ends_with(file) && text.contains(old));
        let (_, text) = target.unwrap_or_else(|| panic!("{rule} fits nowhere"));
        *text = text.replacen(old, new, 1);
        let (found, said) = names_of_findings(&files, today);
        assert_eq!(found, [rule], "{said}");
    }
}

fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_correct_dossier_is_silent_and_a_break_gives_its_finding(plan in plan(), which in 0..BREAKS.len()) {
        let (mut files, today) = correct(&plan);
        let (found, said) = names_of_findings(&files, today);
        prop_assert!(found.is_empty(), "{}", said);
        let (rule, file, old, new) = BREAKS[which];
        let target = files.iter_mut().find(|(path, text)| path.ends_with(file) && text.contains(old));
        let Some((_, text)) = target else { return Ok(()) };
        *text = text.replacen(old, new, 1);
        let (found, said) = names_of_findings(&files, today);
        prop_assert_eq!(found, vec![rule], "{}", said);
    }
}
