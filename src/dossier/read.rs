//! Text to tables that keep to the format. Pure; every fault in Dutch, all of them in one run.
//!
//! [`read`] walks toml's tree beside the [`format`](crate::dossier::format). What is wrong gives a finding and is dropped; the
//! entry then remembers that something is missing ([`Entry::lost`]), so that nothing is concluded from its absence.

mod address;
mod broken;
mod entry;
mod markdown;
mod meant;
mod places;
mod sample;
mod slip;
mod syntax;
mod text;
mod value;

use std::ops::Range;

use toml::Spanned as TomlSpanned;
use toml::de::{DeTable, DeValue};

use broken::Broken;
pub use entry::{Entry, Field, MapItem, Node};
pub use markdown::{Flaw, markdown_fault, markdown_flaw};
pub use places::Places;
pub use text::{is_kebab, is_strange, line_fault, nearest};
pub use value::YEARS;

use crate::dossier::faults;
use crate::dossier::format::{Key, Table, Value};
use crate::dutch;
use crate::finding::Finding;
use crate::limits;
use crate::source::{FileId, Span};

/// Reads one file after its kind. Never fails: what cannot be read is left out and reported.
#[must_use]
pub fn read(file: FileId, text: &str, table: &'static Table, findings: &mut Vec<Finding>) -> Entry {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file, text, broken: Broken::default(), last: None, only_twice: true, findings };
    for error in &errors {
        reader.syntax_error(error);
    }
    reader.entry(document.get_ref(), Span::whole(file), table)
}

/// A reader of one file.
struct Reader<'a> {
    file: FileId,
    text: &'a str,
    /// Pieces with a syntax error: toml invents values around them.
    broken: Broken,
    /// The last of them so far.
    last: Option<Range<usize>>,
    /// All syntax errors so far were names that stand twice.
    only_twice: bool,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Whether toml may have invented this value.
    fn is_broken(&self, range: &Range<usize>) -> bool {
        self.broken.touches(range)
    }

    fn entry(&mut self, found: &DeTable<'_>, span: Span, table: &'static Table) -> Entry {
        let mut entry = Entry::new(span);
        for (name, value) in found {
            self.field(&mut entry, name, value, table);
        }
        entry.fields.sort_by_key(|field| field.name.start);
        if self.broken.is_empty() {
            self.required(&mut entry, table);
        } else {
            entry.lost = true;
            entry.broken = true;
        }
        self.groups(&mut entry, table);
        entry
    }

    fn field(
        &mut self,
        entry: &mut Entry,
        name: &TomlSpanned<std::borrow::Cow<'_, str>>,
        value: &TomlSpanned<DeValue<'_>>,
        table: &'static Table,
    ) {
        let name_span = self.span(&name.span());
        let Some(key) = table.key(name.get_ref()) else {
            entry.lost = true;
            if !self.is_broken(&name.span()) {
                self.unknown_key(entry, name.get_ref(), name_span, table);
            }
            return;
        };
        entry.seen.push(key.name);
        if self.too_many(key, value.get_ref(), name_span) {
            entry.lost = true;
            return;
        }
        if !is_container(value.get_ref()) && (self.is_broken(&value.span()) || self.is_broken(&name.span())) {
            entry.lost = true;
            return;
        }
        match self.value(value, &key.value) {
            Some(node) => {
                entry.lost |= node.lost();
                entry.fields.push(Field { key: key.name, name: name_span, span: self.span(&value.span()), node });
            }
            None => entry.lost = true,
        }
    }

    /// Whether a list or table has more entries than are taken in: none of them is.
    fn too_many(&mut self, key: &Key, value: &DeValue<'_>, span: Span) -> bool {
        let count = match (&key.value, value) {
            (_, DeValue::Array(list)) => list.len(),
            (Value::Map(..), DeValue::Table(table)) => table.len(),
            _ => return false,
        };
        let Some(message) = limits::of_key(key.name).exceeded(count) else { return false };
        self.report(Finding::new(&faults::TOO_MUCH, span, message).hint("kijk of hier iets dubbel is geplakt"));
        true
    }

    /// A key that was meant is not missing as well.
    fn unknown_key(&mut self, entry: &mut Entry, name: &str, span: Span, table: &'static Table) {
        let names: Vec<&'static str> = table.keys.iter().map(|key| key.name).collect();
        let hint = match nearest(name, names.iter().copied()) {
            Some(near) => {
                entry.meant.push(near);
                format!("bedoelde u {near}?")
            }
            None => format!("hier kunnen staan: {}", names.join(", ")),
        };
        self.report(
            Finding::new(&faults::UNKNOWN_KEY, span, format!("De sleutel {name} bestaat hier niet.")).hint(hint),
        );
    }

    fn required(&mut self, entry: &mut Entry, table: &'static Table) {
        let missing: Vec<&Key> = table.keys.iter().filter(|key| key.required && !entry.has_name(key.name)).collect();
        for key in missing {
            entry.lost = true;
            let what = if matches!(key.value, Value::Table(_) | Value::Map(..)) { "tabel" } else { "sleutel" };
            let hint = format!("{}\nSchrijf bijvoorbeeld: {}", key.about, sample::example(key));
            self.report(
                Finding::new(&faults::MISSING_KEY, entry.span, format!("Hier ontbreekt de {what} {}.", key.name))
                    .hint(hint),
            );
        }
    }

    fn groups(&mut self, entry: &mut Entry, table: &'static Table) {
        let groups = table.one_of.iter().map(|group| (group, true));
        for (group, needed) in groups.chain(table.at_most_one_of.iter().map(|group| (group, false))) {
            let said = |name: &&str| !entry.denies(name);
            let there: Vec<&str> =
                group.iter().copied().filter(said).filter(|name| entry.seen.contains(name)).collect();
            let names = dutch::any_of(group);
            let meant = group.iter().filter(|name| said(name)).any(|name| entry.has_name(name));
            if !meant && needed && self.broken.is_empty() {
                entry.lost = true;
                let message = format!("Hier ontbreekt een van de sleutels {names}.");
                let denied = group.iter().find(|name| entry.denies(name));
                let denied = denied.map(|name| format!("{name} = false telt niet. ")).unwrap_or_default();
                let hint = format!("{denied}Zet er precies één bij.");
                self.report(Finding::new(&faults::MISSING_KEY, entry.span, message).hint(hint));
            }
            if there.len() > 1 {
                self.contradiction(entry, &there, &names);
            }
        }
    }

    fn contradiction(&mut self, entry: &mut Entry, there: &[&str], names: &str) {
        entry.lost = true;
        let places: Vec<Span> = there.iter().filter_map(|name| entry.name_span(name)).collect();
        let (Some(&last), Some(&first)) = (places.last(), places.first()) else { return };
        entry.fields.retain(|field| !there.contains(&field.key));
        let message = format!("De sleutels {} kunnen niet samen.", dutch::list(there).unwrap_or_default());
        let finding = Finding::new(&faults::CONTRADICTION, last, message).hint(format!("Kies er één: {names}."));
        let finding = if first == last { finding } else { finding.label(first, "dit staat er al") };
        self.report(finding);
    }
}

const fn is_container(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::Table(_) | DeValue::Array(_))
}
