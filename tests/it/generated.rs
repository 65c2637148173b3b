//! Dossiers of every size and year in which all is well, made from the terms backwards, as a good secretary would.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use beraad::calendar::{Term, Unit};
use beraad::calendar::{before, is_working_day};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The day of the meeting to come.
    pub(super) day: NaiveDate,
    /// Municipalities per subregion; the first one speaks.
    pub(super) sizes: Vec<usize>,
    /// Requested decisions per item.
    pub(super) items: Vec<usize>,
    /// Working days to answer, days between sending and meeting beyond what that takes.
    pub(super) reaction: u16,
    pub(super) closing: u16,
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
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

pub(super) type Files = BTreeMap<String, String>;

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

pub(super) fn requested(item: usize, number: usize) -> String {
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
            let _ = write!(
                text,
                "besproken_in = [\"{prepared}-ao#plan-{at}\"]\nfinancien = \"geen\"\ngevraagd = {asked:?}\n"
            );
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

pub(super) fn correct(plan: &Plan) -> (Files, NaiveDate) {
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

/// Puts files in a folder.
pub(super) fn write(files: &Files, folder: &Path) {
    for (path, text) in files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
}

/// How many dossiers a test makes.
pub(super) fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(40)
}
