//! Format to JSON Schema (draft 2020-12 words that editors know), with the Dutch texts of the format.

use serde_json::{Map, Value as Json, json};

use crate::dossier::format::{Key, Keys, Kind, Table, Target, Value};

/// The schema of one kind of file, pretty-printed, with a line end.
#[must_use]
pub fn schema(kind: &Kind) -> String {
    let mut root = table(&kind.table);
    if let Some(object) = root.as_object_mut() {
        let head = [
            ("$schema", json!("http://json-schema.org/draft-07/schema#")),
            ("title", json!(format!("beraad: {}", kind.path))),
            ("description", json!(kind.about)),
        ];
        let head: Map<String, Json> = head.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let rest = std::mem::replace(object, head);
        object.extend(rest);
    }
    format!("{root:#}\n")
}

fn table(table: &Table) -> Json {
    let properties: Map<String, Json> = table.keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut object = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    let groups = table.one_of.iter().map(|group| exactly_one(group));
    let groups: Vec<Json> = groups.chain(table.at_most_one_of.iter().map(|group| at_most_one(group))).collect();
    if !groups.is_empty() {
        object["allOf"] = json!(groups);
    }
    object
}

fn property(key: &Key) -> Json {
    let mut property = value(&key.value);
    property["description"] = json!(key.about);
    property
}

fn exactly_one(names: &[&str]) -> Json {
    let one: Vec<Json> = names.iter().map(|name| json!({ "required": [name] })).collect();
    json!({ "oneOf": one })
}

fn at_most_one(names: &[&str]) -> Json {
    let any: Vec<Json> = names.iter().map(|name| json!({ "required": [name] })).collect();
    let mut one = any.clone();
    one.push(json!({ "not": { "anyOf": any } }));
    json!({ "oneOf": one })
}

/// What a key holds. Dates and times carry no `format`: TOML gives them a type of their own, which editors show as text.
fn value(wanted: &Value) -> Json {
    match wanted {
        Value::Line => json!({ "type": "string", "pattern": r"^[^\n]*\S[^\n]*$" }),
        Value::Markdown => json!({ "type": "string", "pattern": r"\S" }),
        Value::Id => json!({ "type": "string", "pattern": KEBAB }),
        Value::Bool => json!({ "type": "boolean" }),
        Value::Integer(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Value::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Value::Moment => json!({ "type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?$" }),
        Value::Time => json!({ "type": "string", "pattern": r"^\d{2}:\d{2}(:00)?$" }),
        Value::Term => json!({ "type": "string", "pattern": r"^\d{1,3} (dag|dagen|werkdag|werkdagen)$" }),
        Value::Address => json!({ "type": "string", "format": "email" }),
        Value::Colour => json!({ "type": "string", "pattern": "^#[0-9a-fA-F]{6}$" }),
        Value::Word(words) => json!({ "type": "string", "enum": words }),
        Value::Reference(target) => json!({ "type": "string", "pattern": reference(*target) }),
        Value::List(of) => json!({ "type": "array", "items": value(of) }),
        Value::Table(of) => table(of),
        Value::Tables(of) => json!({ "type": "array", "items": table(of) }),
        Value::Map(keys, of) => {
            let pattern = if *keys == Keys::Abbreviations { ABBREVIATION } else { KEBAB };
            json!({
                "type": "object", "additionalProperties": value(of), "propertyNames": { "pattern": pattern },
            })
        }
    }
}

const ABBREVIATION: &str = r"^(?=.*\p{Lu})\p{L}[\p{L}\p{N}]*$";
const KEBAB: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

const fn reference(target: Target) -> &'static str {
    match target {
        Target::ItemElsewhere | Target::Ledger => "^[^#]+#[^#]+$",
        _ => r"\S",
    }
}
