//! A line as people write it by mistake gives one finding, and a hint that mends it.
//!
//! Each line of `tests/fouten/vergissingen.txt` takes the place of the line with its key, or is added: to the meeting when
//! its key is one of a meeting, else to the item "plan". What is said stands in `vergissingen.uit`.

use std::fs;
use std::path::Path;

use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::finding::Finding;

use super::faults::dossier;

const MEETING: &str = "2025-10-09-beraad/vergadering.toml";
const KEYS_OF_A_MEETING: [&str; 6] = ["datum", "begin", "einde", "locatie", "lokatie", "vorm"];

#[test]
fn a_slip_of_the_hand_gives_one_finding_that_mends_it() {
    let base = fs::read_to_string(Path::new("tests/fouten/basis").join(MEETING)).unwrap();
    let lines = fs::read_to_string("tests/fouten/vergissingen.txt").unwrap();
    assert!(lines.lines().count() > 60, "the slips are gone");
    let said: String = lines.lines().map(|line| format!("{line}\n{}\n", said(&with(&base, line)))).collect();
    snapbox::assert_data_eq!(said, snapbox::Data::read_from(Path::new("tests/fouten/vergissingen.uit"), None).raw());
}

fn said(meeting: &str) -> String {
    let folder = dossier(&[(MEETING, meeting.as_bytes())]);
    let resolved = resolve(&load(folder.path()).unwrap());
    let say = |finding: &Finding| {
        let hint = finding.hint.as_deref().unwrap_or_default().replace('\n', " ");
        format!("    {}: {}\n        {hint}\n", finding.fault.name, finding.message)
    };
    resolved.findings.iter().map(say).collect()
}

/// The meeting with this line in it.
fn with(base: &str, line: &str) -> String {
    let letter = |letter: char| letter.is_ascii_lowercase();
    let key = line.trim_start_matches(|start| !letter(start)).split(|end| !letter(end)).next().unwrap();
    let (meeting, items) = base.split_at(base.find("[[agendapunt]]").unwrap());
    let (others, plan) = items.split_at(items.rfind("[[agendapunt]]").unwrap());
    if KEYS_OF_A_MEETING.contains(&key) || line.starts_with("//") {
        format!("{}{others}{plan}", laid(meeting, key, line))
    } else {
        format!("{meeting}{others}{}", laid(plan, key, line))
    }
}

fn laid(table: &str, key: &str, line: &str) -> String {
    let key = if matches!(key, "title" | "titell") { "titel" } else { key };
    let table = if key == "stuk" { table.split("[[agendapunt.stuk]]").next().unwrap() } else { table };
    let (head, rest) = table.split_once('\n').unwrap();
    // the table itself ends where one within it begins
    let (own, within) = rest.split_at(rest.find("\n[[").unwrap_or(rest.len()));
    let own: String = own.split_inclusive('\n').filter(|old| key.is_empty() || !old.starts_with(key)).collect();
    let others = own + within;
    format!("{head}\n{line}\n{others}")
}
