//! Examples of values, for hints.

use crate::dossier::format::{Key, Keys, Table, Target, Value};

/// An example of a value.
pub(super) fn sample(wanted: &Value) -> String {
    match wanted {
        Value::Line | Value::Markdown => "\"…\"".into(),
        Value::Id => "\"meerjarenagenda\"".into(),
        Value::Bool => "true".into(),
        Value::Integer(low, _) => low.to_string(),
        Value::Date => "2025-10-09".into(),
        Value::Time | Value::Moment => "14:00:00".into(),
        Value::Term => "\"14 dagen\" of \"5 werkdagen\"".into(),
        Value::Address => "\"naam@gemeente.nl\"".into(),
        Value::Colour => "\"#154273\"".into(),
        Value::Word(words) => format!("\"{}\"", words[0]),
        Value::Reference(Target::Meeting) => "\"2025-10-09-regionaal-beraad\"".into(),
        Value::Reference(Target::ItemElsewhere) => "\"2025-10-09-regionaal-beraad#meerjarenagenda\"".into(),
        Value::Reference(Target::Ledger) => "\"2025-10-09-regionaal-beraad#actie-1\"".into(),
        Value::Reference(_) => "\"leiden\"".into(),
        Value::List(of) => format!("[{}]", sample(of)),
        Value::Table(table) | Value::Tables(table) => row(table),
        Value::Map(Keys::Abbreviations, of) => format!("{{ AO = {} }}", sample(of)),
        Value::Map(_, of) => format!("{{ leiden = {} }}", sample(of)),
    }
}

/// A table in one line: the keys that it needs, and of a short one another.
fn row(table: &Table) -> String {
    let (needed, others): (Vec<&Key>, Vec<&Key>) = table.keys.iter().partition(|key| key.required);
    let more = usize::from(needed.len() < 2);
    let keys = needed.into_iter().chain(others.into_iter().filter(|key| !is_table(&key.value)).take(more));
    let one = |key: &Key| match key.value {
        Value::Term => format!("{} = \"14 dagen\"", key.name),
        _ => format!("{} = {}", key.name, sample(&key.value)),
    };
    format!("{{ {} }}", keys.map(one).collect::<Vec<_>>().join(", "))
}

const fn is_table(value: &Value) -> bool {
    matches!(value, Value::Table(_) | Value::Tables(_) | Value::Map(..))
}

/// An example of a whole key.
pub(super) fn example(key: &Key) -> String {
    match key.value {
        Value::Table(_) | Value::Map(Keys::Abbreviations, _) => format!("[{}]", key.name),
        Value::Tables(_) => format!("[[{}]]", key.name),
        Value::Map(..) => format!("[{}.leiden]", key.name),
        _ => format!("{} = {}", key.name, sample(&key.value)),
    }
}
