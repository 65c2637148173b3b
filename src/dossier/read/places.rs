//! Where the values of a file stand, for who knows an entry and wants to point into it.

use std::collections::BTreeMap;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use crate::source::{FileId, Span};

/// The values of a file, by the place of their entry and by key.
#[derive(Debug)]
pub struct Places {
    file: FileId,
    /// The values of each entry, by key; those of a table in it as `table.key`.
    entries: Vec<BTreeMap<String, Span>>,
    /// An entry is known by its header, by its name, and by its values.
    known_by: BTreeMap<Span, usize>,
}

impl Places {
    /// Of a file, as far as it can be read.
    #[must_use]
    pub fn of(file: FileId, text: &str) -> Self {
        let (document, _) = DeTable::parse_recoverable(text);
        let mut places = Self { file, entries: Vec::new(), known_by: BTreeMap::new() };
        places.table(document.get_ref(), &[]);
        places
    }

    /// Where the value with this key stands in the entry that is known by a place.
    #[must_use]
    pub fn value(&self, entry: Span, key: &str) -> Option<Span> {
        self.entries[*self.known_by.get(&entry)?].get(key).copied()
    }

    /// Takes in a table that is known by these places, and gives its values.
    fn table(&mut self, table: &DeTable<'_>, known_by: &[Span]) -> BTreeMap<String, Span> {
        let mut values = BTreeMap::new();
        for (name, value) in table {
            let [name_span, span] = [name.span(), value.span()].map(|range| Span::new(self.file, &range));
            let name = name.get_ref();
            match value.get_ref() {
                DeValue::Table(inner) => {
                    let inner = self.table(inner, &[name_span, span]);
                    values.extend(inner.into_iter().map(|(key, span)| (format!("{name}.{key}"), span)));
                }
                DeValue::Array(list) => self.list(list),
                _ => {}
            }
            values.insert(name.to_string(), span);
        }
        for span in known_by.iter().chain(values.values()) {
            self.known_by.entry(*span).or_insert(self.entries.len());
        }
        self.entries.push(values.clone());
        values
    }

    fn list(&mut self, list: &[TomlSpanned<DeValue<'_>>]) {
        for element in list {
            if let DeValue::Table(inner) = element.get_ref() {
                self.table(inner, &[Span::new(self.file, &element.span())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_from_the_header_the_name_and_its_neighbours() {
        let text = "[a.b]\nx = 1\n[[c]]\ny = 2\nz = 3\n[[c]]\nz = 4\nd = [{ z = 5 }]\n";
        let places = Places::of(FileId(0), text);
        let from = |entry: &str, nth: usize, key: &str| {
            let (at, _) = text.match_indices(entry).nth(nth).unwrap();
            places.value(Span::new(FileId(0), &(at..at + entry.len())), key).map(|span| &text[span.range()])
        };
        assert_eq!(from("b", 0, "x"), Some("1"));
        assert_eq!(
            [from("[[c]]", 0, "z"), from("[[c]]", 1, "z"), from("2", 0, "z")],
            [Some("3"), Some("4"), Some("3")]
        );
        assert_eq!([from("a", 0, "b.x"), from("[a.b]", 0, "x")], [Some("1"), Some("1")]);
        assert_eq!([from("{ z = 5 }", 0, "z"), from("[[c]]", 1, "y"), from("a", 0, "x")], [Some("5"), None, None]);
    }
}
