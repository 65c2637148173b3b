//! Findings explained: the catalogue, and a page per finding.

use std::fmt::Write as _;

use crate::check::{self, Part, Rule};
use crate::finding::{Fault, dossier, form};

/// Every kind of fault, by family.
#[must_use]
pub fn faults() -> Vec<&'static Fault> {
    let of_rules = || check::rules().map(|rule| &rule.fault);
    let files = dossier::FAULTS.iter().copied().chain(of_rules().filter(|fault| fault.family == "dossier"));
    let answers = form::FAULTS.iter().copied();
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
    let Some(rule) = check::rule(name) else {
        text += if fault.family == "antwoord" {
            "\nDit gaat over een antwoord dat terugkwam. beraad gokt niet: bij de bevinding staat waar het is, en wat u moet\n\
             navragen. Na een fout is van dat bestand niets overgenomen; na een waarschuwing wel.\n"
        } else {
            "\nDit is een fout in een bestand. Bij de bevinding staat waar, en hoe u haar herstelt.\n"
        };
        return Some(text);
    };
    for part in rule.page().parts {
        let _ = match part {
            Part::Heading(heading) => writeln!(text, "\n{}", heading.to_uppercase()),
            Part::Text(lines) => writeln!(text, "\n{}", wrapped(lines)),
            Part::File(path, words, lines) if lines.trim().is_empty() => {
                writeln!(text, "\n  {path}{}", remark(words))
            }
            Part::File(path, words, lines) => {
                writeln!(text, "\n  {path}{}\n\n{}", remark(words), indented(lines))
            }
        };
    }
    text += "\nHoort deze bevinding hier niet? Leg in het bestand vast waarom:\n\n    [[uitzondering]]\n";
    let _ = writeln!(text, "    regel = \"{name}\"\n    reden = \"…\"");
    Some(text)
}

/// The pages of the handbook: one per rule, and a list. Names and Markdown.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    let mut index = String::from(
        "# Regels\n\nWat `beraad controleer` nakijkt, per familie. Fouten in de bestanden zelf staan hier niet bij: daarvan zegt de \
         bevinding alles.\n",
    );
    let mut family = "";
    let mut pages = Vec::new();
    for rule in check::rules() {
        let fault = &rule.fault;
        if fault.family != family {
            family = fault.family;
            let _ = write!(index, "\n## {} ({})\n\n", crate::dutch::capital(family), about(family));
        }
        let _ = writeln!(index, "- [{0}]({0}.md) ({1}): {2}", fault.name, fault.severity.word(), fault.summary);
        pages.push((format!("{}.md", fault.name), markdown(rule)));
    }
    pages.push(("README.md".to_owned(), index));
    pages
}

fn markdown(rule: &Rule) -> String {
    let fault = &rule.fault;
    let policy: Vec<String> = rule.policy.iter().map(ToString::to_string).collect();
    let policy = crate::dutch::list(&policy).unwrap_or_default();
    let mut text = format!(
        "# {}\n\n{} Familie {}, ernst: {}. Houdt zich aan [beleid](../beleid.md) {policy}.\n",
        fault.name,
        fault.summary,
        fault.family,
        fault.severity.word()
    );
    for part in rule.page().parts {
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

/// Lines of at most 80 characters.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { continue };
        if !line.is_empty() && line.chars().count() + word.chars().count() >= 80 {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}
