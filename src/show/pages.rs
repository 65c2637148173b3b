//! Findings explained: the catalogue, and a page per finding.

use std::fmt::Write as _;

use crate::answer::faults as of_answers;
use crate::check;
use crate::dossier::faults as of_files;
use crate::finding::{Fault, Page, Part, Severity};
use crate::render::terminal;

/// Every kind of fault, by family.
#[must_use]
pub fn faults() -> Vec<&'static Fault> {
    let of_rules = || check::rules().map(|rule| &rule.fault);
    let files = of_files::FAULTS.iter().copied().chain(of_rules().filter(|fault| fault.family == "dossier"));
    let answers = of_answers::FAULTS.iter().copied();
    files.chain(of_rules().filter(|fault| fault.family != "dossier")).chain(answers).collect()
}

/// What a family is about.
fn about(family: &str) -> &'static str {
    match family {
        "dossier" => "de bestanden zelf",
        "convenant" => "wie meedoet en hoe een partij toetreedt",
        "vertegenwoordiging" => "wie voor wie spreekt",
        "voorbereiding" => "wat voor een vergadering gebeurt",
        "termijnen" => "op tijd",
        "raadpleging" => "wat de vertegenwoordigde gemeenten vinden",
        "bewoording" => "wat het overleg doet en niet doet",
        "verslag" => "wat ervan kwam",
        "openbaarheid" => "wat niet naar buiten mag",
        "antwoord" => "wat terugkomt op een raadpleging (beraad reactie lees)",
        _ => "",
    }
}

/// All findings in a list, by family.
#[must_use]
pub fn catalogue() -> String {
    let mut text = String::from("Wat beraad controleert. Meer over één bevinding: beraad uitleg NAAM\n");
    let mut family = "";
    for fault in faults() {
        if fault.family != family {
            family = fault.family;
            let _ = write!(text, "\n{family}: {}\n", about(family));
        }
        let _ = writeln!(text, "  {} ({})\n      {}", fault.name, fault.severity.word(), fault.summary);
    }
    text
}

/// The page of a finding, for a terminal.
#[must_use]
pub fn page(name: &str) -> Option<String> {
    let fault = faults().into_iter().find(|fault| fault.name == name)?;
    let mut text = format!("{} ({}, {})\n\n{}\n", fault.name, fault.severity.word(), fault.family, fault.summary);
    for part in page_of(fault).parts {
        let _ = match part {
            Part::Heading(heading) => writeln!(text, "\n{}", heading.to_uppercase()),
            Part::Text(lines) => writeln!(text, "\n{}", terminal::wrapped(lines)),
            Part::File(path, words, lines) if lines.trim().is_empty() => {
                writeln!(text, "\n  {path}{}", remark(words))
            }
            Part::File(path, words, lines) => {
                writeln!(text, "\n  {path}{}\n\n{}", remark(words), indented(lines))
            }
        };
    }
    if check::rule(name).is_some() {
        text += "\nHoort deze bevinding hier niet? Leg in het bestand vast waarom:\n\n    [[uitzondering]]\n";
        let _ = writeln!(text, "    regel = \"{name}\"\n    reden = \"…\"");
    } else {
        let _ = write!(text, "\n{}\n", terminal::wrapped(consequence(fault)));
    }
    Some(text)
}

fn page_of(fault: &Fault) -> Page<'static> {
    check::rule(fault.name).map_or_else(|| Page::of(fault), check::Rule::page)
}

/// What happens to a file with a fault that is no rule.
fn consequence(fault: &Fault) -> &'static str {
    match (fault.family, fault.severity) {
        ("antwoord", Severity::Error) => "Van dit bestand is niets overgenomen.",
        ("antwoord", _) => "De antwoorden in dit bestand zijn wel overgenomen, of stonden er al.",
        (_, Severity::Error) => "Zolang deze fout er is, komt wat hier staat in geen stuk.",
        _ => "De stukken worden wel gemaakt.",
    }
}

/// The pages of the handbook: one per finding, and a list. Names and Markdown.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    let mut index = String::from(
        "# Bevindingen\n\nWat `beraad` nakijkt, per familie. Op de regels, van convenant tot en met openbaarheid, kan met reden een \
         uitzondering worden gemaakt.\n",
    );
    let mut family = "";
    let mut pages = Vec::new();
    for fault in faults() {
        if fault.family != family {
            family = fault.family;
            let _ = write!(index, "\n## {} ({})\n\n", crate::dutch::capital(family), about(family));
        }
        let _ = writeln!(index, "- [{0}]({0}.md) ({1}): {2}", fault.name, fault.severity.word(), fault.summary);
        pages.push((format!("{}.md", fault.name), markdown(fault)));
    }
    pages.push(("README.md".to_owned(), index));
    pages
}

fn markdown(fault: &Fault) -> String {
    let kept = check::rule(fault.name).and_then(|rule| {
        let policy: Vec<String> = rule.policy.iter().map(ToString::to_string).collect();
        Some(format!("Houdt zich aan [beleid](../beleid.md) {}.", crate::dutch::list(&policy)?))
    });
    let mut text = format!(
        "# {}\n\n{} Familie {}, ernst: {}. {}\n",
        fault.name,
        fault.summary,
        fault.family,
        fault.severity.word(),
        kept.as_deref().unwrap_or(consequence(fault))
    );
    for part in page_of(fault).parts {
        let _ = match part {
            Part::Heading(heading) => write!(text, "\n## {heading}\n"),
            Part::Text(lines) => write!(text, "\n{lines}\n"),
            Part::File(path, words, lines) if lines.trim().is_empty() => write!(text, "\n`{path}`{}\n", remark(words)),
            Part::File(path, words, lines) => {
                write!(text, "\n`{path}`{}:\n\n```toml\n{}\n```\n", remark(words), lines.trim_end())
            }
        };
    }
    text
}

/// What the words on a fence mean.
fn remark(words: &str) -> String {
    let mut text = String::new();
    for word in words.split_whitespace() {
        match word {
            "weg" => text += " (dit bestand is er niet)",
            "heel" => text += " (het hele bestand)",
            day => {
                if let Ok(day) = day.parse() {
                    let _ = write!(text, ", op {}", crate::dutch::date(day));
                }
            }
        }
    }
    text
}

fn indented(lines: &str) -> String {
    let lines = lines.trim_end().lines();
    lines
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
        .collect::<String>()
        .trim_end()
        .to_owned()
}
