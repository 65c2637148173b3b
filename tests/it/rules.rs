//! Does each rule find what its page says, at the marked lines, and nothing else?
//!
//! The pages `src/check/<family>/<name>.md` hold pieces of files, laid over `tests/regels/basis`, a dossier in which all is
//! well. Under a heading that starts with *Voorbeeld* every line marked `# ← hier` gets one finding of the rule, and there is no
//! other; under *Beter* or *Ook goed* there is none at all. `tests/regels/grenzen` holds more of them, the same way.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use beraad::check::{self, Rule};
use beraad::dossier::faults;
use beraad::dossier::load::load;
use beraad::dossier::resolve::resolve;
use beraad::finding::{Fault, Finding, Page, Part};
use beraad::show;
use chrono::NaiveDate;

use super::faults::copy;

const BASE: &str = "tests/regels/basis";
const MARK: &str = "# ← hier";

/// A piece of a file: its path, the words behind it, its text.
pub(super) type Piece<'a> = (&'a str, &'a str, &'a str);

/// The dossiers of a page, each with its heading.
fn cases_of(page: &Page<'static>) -> Vec<(&'static str, Vec<Piece<'static>>)> {
    let mut cases = Vec::new();
    for part in &page.parts {
        match *part {
            Part::Heading(heading) => cases.push((heading, Vec::new())),
            Part::File(path, words, text) => cases.last_mut().unwrap().1.push((path, words, text)),
            Part::Text(_) => {}
        }
    }
    cases.retain(|(_, pieces)| !pieces.is_empty());
    cases
}

/// The dossiers of a rule: those of its page, and the borders that would make the page longer than a reader likes.
pub(super) fn cases(rule: &Rule) -> Vec<(&'static str, Vec<Piece<'static>>)> {
    let file = format!("tests/regels/grenzen/{}.md", rule.fault.name.replace('-', "_"));
    let borders = fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    let mut cases = cases_of(&rule.page());
    cases.extend(cases_of(&Page::read(borders.leak())));
    cases
}

/// An entry of a TOML file: its header, and its lines; sub-entries of an entry in a list are part of it.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = vec![(String::new(), String::new())];
    for line in text.split_inclusive('\n') {
        let header = line.split('#').next().unwrap().trim();
        let inside = header.starts_with("[[") && {
            let parent = entries.last().unwrap().0.trim_end_matches("]]").to_owned();
            parent.starts_with("[[") && header.starts_with(&format!("{parent}."))
        };
        if header.starts_with('[') && header.ends_with(']') && !inside {
            entries.push((header.to_owned(), line.to_owned()));
        } else {
            entries.last_mut().unwrap().1.push_str(line);
        }
    }
    entries
}

/// The line after the header without a remark: by it an entry of a list is known.
fn identity(entry: &str) -> &str {
    entry.lines().nth(1).unwrap_or_default().split(MARK).next().unwrap().trim()
}

fn key(line: &str) -> Option<&str> {
    line.split_once('=').map(|(key, _)| key.trim()).filter(|key| !key.starts_with('#'))
}

/// A table gets the keys of the piece in place of its own.
fn with_keys(table: &mut String, piece: &str) {
    let mut lines: Vec<String> = table.trim_end().lines().map(str::to_owned).collect();
    if piece.lines().next().is_some_and(|header| header.contains(MARK)) {
        piece.lines().next().unwrap().clone_into(&mut lines[0]);
    }
    for line in piece.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        match lines.iter().position(|old| key(old).is_some() && key(old) == key(line)) {
            Some(at) => line.clone_into(&mut lines[at]),
            None => lines.push(line.to_owned()),
        }
    }
    *table = lines.join("\n") + "\n\n";
}

/// A file with a piece laid over it.
fn over(base: &str, piece: &str) -> String {
    let mut all = entries(base);
    for (header, text) in entries(piece).into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let list = header.starts_with("[[");
        let same = all.iter().position(|(old, entry)| *old == header && (!list || identity(entry) == identity(&text)));
        match same {
            Some(at) if list => all[at].1 = format!("{}\n\n", text.trim_end()),
            Some(at) => with_keys(&mut all[at].1, &text),
            None => {
                let behind = all.iter().rposition(|(old, _)| *old == header).unwrap_or(all.len() - 1);
                all.insert(behind + 1, (header, format!("\n{}\n\n", text.trim_end())));
            }
        }
    }
    all.into_iter().map(|(_, text)| text).collect()
}

/// The dossier of a case, and its day.
pub(super) fn lay(folder: &Path, pieces: &[Piece<'_>]) -> NaiveDate {
    copy(Path::new(BASE), folder);
    lay_over(folder, pieces, NaiveDate::from_ymd_opt(2025, 12, 4).unwrap())
}

/// Lays pieces over a dossier that is there; its day, unless they say another.
pub(super) fn lay_over(folder: &Path, pieces: &[Piece<'_>], mut today: NaiveDate) -> NaiveDate {
    for (path, words, piece) in pieces {
        let place = folder.join(path);
        if let Some(day) = words.split(' ').find_map(|word| word.parse().ok()) {
            today = day;
        }
        if words.contains("weg") {
            fs::remove_file(&place).unwrap();
            continue;
        }
        let base = fs::read_to_string(&place).unwrap_or_default();
        let whole = words.contains("heel") || base.is_empty();
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, if whole { (*piece).to_owned() } else { over(&base, piece) }).unwrap();
    }
    today
}

/// The lines of the files that carry the mark, each with the rule: this one, or the one that the mark names after it.
fn marked(folder: &Path, place: &str, rule: &str, found: &mut BTreeSet<(String, String)>) {
    for entry in fs::read_dir(folder.join(place)).unwrap().map(Result::unwrap) {
        let name = format!("{place}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            marked(folder, &format!("{name}/"), rule, found);
        } else {
            let text = fs::read_to_string(entry.path()).unwrap();
            for (at, (_, after)) in text.lines().enumerate().filter_map(|(at, line)| Some((at, line.split_once(MARK)?)))
            {
                let rule = after.strip_prefix(": ").unwrap_or(rule);
                found.insert((rule.to_owned(), format!("{name}:{}", at + 1)));
            }
        }
    }
}

/// What is found in a folder on each of some days, by name and place, and as it is said.
pub(super) fn found_on(folder: &Path, days: &[NaiveDate]) -> Vec<(Vec<(&'static str, String)>, String)> {
    let dossier = load(folder).unwrap();
    let resolved = resolve(&dossier);
    let place = |finding: &Finding| {
        format!("{}:{}", dossier.sources.path(finding.span.file), dossier.sources.place(finding.span).0)
    };
    let on = |day: &NaiveDate| {
        let mut findings = resolved.findings.clone();
        findings.extend(check::check(&resolved.region, &dossier.sources, *day).findings);
        beraad::finding::sort(&mut findings);
        let places = findings.iter().map(|finding| (finding.fault.name, place(finding))).collect();
        (places, show::text(&findings, &dossier.sources, "", false))
    };
    days.iter().map(on).collect()
}

pub(super) fn findings_of(folder: &Path, today: NaiveDate) -> (Vec<(&'static str, String)>, String) {
    found_on(folder, &[today]).remove(0)
}

#[test]
fn every_page_is_what_is_found_and_nothing_else() {
    let mut wrong = String::new();
    let rules = check::rules().map(|rule| (rule.fault.name, cases(rule)));
    let faults = faults::FAULTS.iter().map(|fault| (fault.name, cases_of(&Page::of(fault))));
    for (name, cases) in rules.chain(faults) {
        for (heading, pieces) in cases {
            let folder = tempfile::tempdir().unwrap();
            let today = lay(folder.path(), &pieces);
            let (found, said) = findings_of(folder.path(), today);
            let mut lines = BTreeSet::new();
            if heading.starts_with("Voorbeeld") {
                marked(folder.path(), "", name, &mut lines);
                assert!(!lines.is_empty(), "{name}: under {heading} no line is marked");
            }
            let at: BTreeSet<_> = found.iter().map(|(rule, place)| ((*rule).to_owned(), place.clone())).collect();
            if at != lines || found.len() != lines.len() {
                wrong += &format!("\n==== {name}, {heading} ({today}): expected at {lines:?}\n{said}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_page_is_whole() {
    for rule in check::rules() {
        let page = rule.page();
        let name = rule.fault.name;
        let heading = |wanted: &str| {
            page.parts.iter().any(|part| matches!(part, Part::Heading(found) if found.starts_with(wanted)))
        };
        for wanted in ["Wat", "Waarom", "Voorbeeld", "Beter"] {
            assert!(heading(wanted), "{name}: the page has no {wanted}");
        }
        let of = |wanted: &str| cases_of(&page).iter().any(|(heading, _)| heading.starts_with(wanted));
        assert!(of("Voorbeeld") && of("Beter"), "{name}: an example is missing");
        assert!(rule.fault.summary.ends_with('.'), "{name}");
        assert!(name.bytes().all(|b| b == b'-' || b.is_ascii_lowercase()), "{name}");
        let file = format!("src/check/{}/{}.md", rule.fault.family, name.replace('-', "_"));
        assert_eq!(
            fs::read_to_string(&file).unwrap().replace("\r\n", "\n"),
            rule.text,
            "{name} is not its file's name"
        );
    }
}

#[test]
fn every_fault_has_a_page_of_its_own() {
    let faults = show::faults();
    let names: BTreeSet<&str> = faults.iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults.len(), "a name stands twice");
    let headings = |fault: &Fault| -> Vec<&'static str> {
        let parts = Page::of(fault).parts;
        parts.iter().filter_map(|part| if let Part::Heading(heading) = part { Some(*heading) } else { None }).collect()
    };
    for fault in faults.iter().filter(|fault| check::rule(fault.name).is_none()) {
        let found = headings(fault);
        assert!(found.starts_with(&["Wat", "Wat te doen"]), "{}: {found:?}", fault.name);
    }
    for file in ["dossier", "answer"] {
        let text = fs::read_to_string(format!("src/{file}/faults.md")).unwrap();
        let known =
            |line: &str| line.strip_prefix("# ").is_none_or(|name| names.contains(name) && check::rule(name).is_none());
        assert_eq!(text.lines().find(|line| !known(line)), None);
    }
}

#[test]
fn borders_are_of_rules() {
    for entry in fs::read_dir("tests/regels/grenzen").unwrap().map(Result::unwrap) {
        let name = entry.path().file_stem().unwrap().to_string_lossy().replace('_', "-");
        assert!(check::rule(&name).is_some_and(|rule| cases(rule).len() > cases_of(&rule.page()).len()), "{name}");
    }
}

#[test]
fn the_base_is_silent() {
    let folder = tempfile::tempdir().unwrap();
    let today = lay(folder.path(), &[]);
    assert_eq!(findings_of(folder.path(), today).1, "Geen bevindingen.\n");
}

/// The numbers of the policy, and whether a program can check them.
fn policy() -> Vec<(u8, bool)> {
    let text = fs::read_to_string("docs/beleid.md").unwrap().replace("\r\n", "\n");
    let mut lines: Vec<(u8, String)> = Vec::new();
    for line in text.lines() {
        match line.split_once(". ").map(|(number, rest)| (number.parse(), rest)) {
            Some((Ok(number), rest)) => lines.push((number, rest.to_owned())),
            _ if line.starts_with("   ") => lines.last_mut().unwrap().1.push_str(line),
            _ => {}
        }
    }
    lines.into_iter().map(|(number, line)| (number, !line.contains("*(niet te controleren)*"))).collect()
}

#[test]
fn every_line_of_the_policy_has_a_rule_and_every_rule_a_line() {
    let policy = policy();
    assert_eq!(policy.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (1..=46).collect::<Vec<_>>());
    let kept: BTreeSet<u8> = check::rules().flat_map(|rule| rule.policy).copied().collect();
    for (number, can) in &policy {
        assert_eq!(kept.contains(number), *can, "policy {number}");
    }
    assert!(kept.iter().all(|number| policy.iter().any(|(line, _)| line == number)));
    for rule in check::rules() {
        for number in rule.policy {
            assert!(rule.text.contains(&format!("beleid {number}")), "{} does not name {number}", rule.fault.name);
        }
    }
}

#[test]
fn the_handbook_has_the_pages_of_the_rules() {
    let pages = show::pages();
    for (name, text) in &pages {
        let place = Path::new("docs/regels").join(name);
        let shown = fs::read_to_string(&place).unwrap_or_default().replace("\r\n", "\n");
        assert!(shown == *text, "{name} is old; run: beraad uitleg --naar docs/regels --overschrijf");
    }
    assert_eq!(fs::read_dir("docs/regels").unwrap().count(), pages.len(), "a page too many in docs/regels");
}
