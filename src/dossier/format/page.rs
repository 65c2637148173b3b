//! The page with every key of every file, `docs/sleutels.md`.

use std::fmt::Write as _;

use super::{KINDS, Key, Keys, Table, Target, Value};

/// Every file of a dossier with its keys, as Markdown in Dutch, with a line end.
#[must_use]
pub fn page() -> String {
    let mut page = String::from(
        "# Sleutels\n\n\
         Alle bestanden van een dossier, met alle sleutels die erin kunnen staan. **Vet** is verplicht.\n\
         Hoe u ze gebruikt, staat in het [handboek](handboek.md).\n",
    );
    for kind in KINDS {
        let path = kind.path.replace('<', "\\<");
        let _ = write!(page, "\n## {path}\n\n{}\n", kind.about);
        table(&mut page, "", &kind.table);
    }
    page
}

/// A table, and the tables in it behind it. At the top of a file there are headings only.
fn table(page: &mut String, name: &str, of: &Table) {
    let is_file = name.is_empty();
    let plain = |key: &&Key| !(is_file && inner(&key.value).is_some());
    let rows: String = of.keys.iter().filter(plain).map(row).collect();
    if !rows.is_empty() {
        let _ = write!(page, "\n| Sleutel | Waarde | Wat het is |\n|---|---|---|\n{rows}");
    }
    for group in of.one_of {
        let _ = writeln!(page, "\nPrecies één van: {}.", quoted(group));
    }
    for group in of.at_most_one_of {
        let _ = writeln!(page, "\nHoogstens één van: {}.", quoted(group));
    }
    for key in of.keys {
        if let Some((within, heading)) = heading(name, key) {
            let _ = write!(page, "\n### {heading}\n\n{}\n", key.about);
            table(page, within.0.as_str(), within.1);
        }
    }
}

/// The table that a key holds: its path and itself, and its heading as it stands in a file.
fn heading(name: &str, key: &Key) -> Option<((String, &'static Table), String)> {
    let path = if name.is_empty() { key.name.to_owned() } else { format!("{name}.{}", key.name) };
    let (table, repeated) = inner(&key.value)?;
    let path = if matches!(key.value, Value::Map(..)) { format!("{path}.…") } else { path };
    let heading = if repeated { format!("`[[{path}]]`") } else { format!("`[{path}]`") };
    Some(((path, table), heading))
}

fn inner(value: &Value) -> Option<(&'static Table, bool)> {
    match value {
        Value::Table(table) | Value::Map(_, Value::Table(table)) => Some((table, false)),
        Value::Tables(table) => Some((table, true)),
        _ => None,
    }
}

fn row(key: &Key) -> String {
    let mark = if key.required { "**" } else { "" };
    format!("| {mark}`{}`{mark} | {} | {} |\n", key.name, kind(&key.value), key.about.replace('|', "\\|"))
}

fn kind(value: &Value) -> String {
    match value {
        Value::Line => "tekst".into(),
        Value::Id => "korte naam".into(),
        Value::Markdown => "tekst, ook van meer regels (Markdown)".into(),
        Value::Bool => "`true` (ja) of `false` (nee)".into(),
        Value::Integer(low, high) => format!("getal van {low} tot en met {high}"),
        Value::Date => "datum, als `2025-10-09`".into(),
        Value::Time => "tijd, als `14:00:00`".into(),
        Value::Moment => "tijd, als `14:00:00` of `14:00:23`".into(),
        Value::Term => "`\"14 dagen\"` of `\"5 werkdagen\"`".into(),
        Value::Address => "e-mailadres".into(),
        Value::Colour => "kleur, als `\"#154273\"`".into(),
        Value::Word(words) => quoted(words),
        Value::Reference(Target::ItemElsewhere | Target::Ledger) => "vergadering#naam".into(),
        Value::Reference(target) => format!("korte naam van een {}", target.word()),
        Value::List(of) => format!("lijst: [{}, …]", kind(of)),
        Value::Table(_) | Value::Tables(_) => "tabel, zie hieronder".into(),
        Value::Map(_, Value::Table(_)) => "tabel per korte naam, zie hieronder".into(),
        Value::Map(Keys::Abbreviations, of) => format!("per afkorting: {}", kind(of)),
        Value::Map(_, of) => format!("per korte naam: {}", kind(of)),
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
