//! One value against what the format says of it.

use chrono::{Datelike, NaiveDate, NaiveTime};
use toml::Spanned as TomlSpanned;
use toml::de::{DeArray, DeTable, DeValue};
use toml::value::Datetime;

use super::entry::{MapItem, Node};
use super::sample::sample;
use super::{Reader, address, markdown_fault, meant, text};
use crate::dossier::faults;
use crate::dossier::format::{Keys, Table, Value};
use crate::dutch;
use crate::finding::Finding;
use crate::limits;
use crate::source::{Span, Spanned};

/// Years that a date may have; anything else is a slip of the hand.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl Reader<'_> {
    pub(super) fn value(&mut self, found: &TomlSpanned<DeValue<'_>>, wanted: &'static Value) -> Option<Node> {
        let span = self.span(&found.span());
        match (wanted, found.get_ref()) {
            (Value::List(of), DeValue::Array(list)) => Some(self.list(list, of)),
            (Value::Tables(table), DeValue::Array(list)) => Some(self.tables(list, table)),
            (Value::Table(table), DeValue::Table(found)) => Some(Node::Table(self.entry(found, span, table))),
            (Value::Map(keys, of), DeValue::Table(found)) => Some(self.map(found, *keys, of)),
            (Value::Bool, DeValue::Boolean(flag)) => Some(Node::Bool(*flag)),
            (Value::Integer(low, high), DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix());
                self.integer(number.ok(), *low, *high, span)
            }
            (Value::Date, DeValue::Datetime(moment)) => self.date(moment, span),
            (Value::Time | Value::Moment, DeValue::Datetime(moment)) => self.time(moment, wanted, span),
            (_, DeValue::String(found)) if is_text(wanted) => self.text(found, wanted, span),
            (_, found) => self.wrong_type(found, wanted, span),
        }
    }

    fn wrong_type(&mut self, found: &DeValue<'_>, wanted: &Value, span: Span) -> Option<Node> {
        if self.is_broken(&span.range()) {
            return None;
        }
        let message = format!("Hier hoort {} te staan, maar er staat {}.", describe(wanted), describe_found(found));
        let hint = self.as_meant(wanted, span).unwrap_or_else(|| match (wanted, found) {
            (Value::Date, DeValue::String(_)) => "zet de datum zonder aanhalingstekens: 2025-10-09".to_owned(),
            (Value::Time | Value::Moment, DeValue::String(_)) => {
                "zet de tijd zonder aanhalingstekens: 14:00:00".to_owned()
            }
            (Value::Bool, DeValue::String(_)) => "zet true of false zonder aanhalingstekens".to_owned(),
            (Value::Integer(..), DeValue::String(_)) => "zet het getal zonder aanhalingstekens".to_owned(),
            (Value::List(_), _) => "zet er vierkante haken omheen, ook als het er één is: [ … ]".to_owned(),
            (Value::Tables(_), _) => "schrijf de kop met dubbele haken: [[…]]".to_owned(),
            (Value::Table(_), DeValue::Array(_)) => "schrijf de kop met enkele haken: […]".to_owned(),
            (wanted, _) if is_text(wanted) => "zet de tekst tussen aanhalingstekens".to_owned(),
            (wanted, _) => format!("schrijf bijvoorbeeld: {}", sample(wanted)),
        });
        self.report(Finding::new(&faults::WRONG_TYPE, span, message).hint(hint));
        None
    }

    /// The value as it should have been written, when that can be told.
    fn as_meant(&self, wanted: &Value, span: Span) -> Option<String> {
        let written = self.text.get(span.range())?;
        match wanted {
            Value::Date => Some(format!("schrijf: {}", meant::date(written)?)),
            Value::Time | Value::Moment => Some(format!("schrijf: {}", meant::time(written)?)),
            Value::Bool => {
                Some(format!("schrijf true (ja) of false (nee), zonder aanhalingstekens: {}", meant::flag(written)?))
            }
            Value::Integer(..) => Some(format!("schrijf een heel getal: {}", meant::number(written)?)),
            Value::Word(words) => {
                let word = words.iter().find(|word| **word == written)?;
                Some(format!("zet het woord tussen aanhalingstekens: \"{word}\""))
            }
            _ => None,
        }
    }

    fn list(&mut self, found: &DeArray<'_>, of: &'static Value) -> Node {
        let mut nodes = Vec::new();
        for element in found {
            if self.is_broken(&element.span()) {
                continue;
            }
            if let Some(node) = self.value(element, of) {
                nodes.push(Spanned::new(node, self.span(&element.span())));
            }
        }
        Node::List(nodes)
    }

    fn tables(&mut self, found: &DeArray<'_>, table: &'static Table) -> Node {
        let mut entries = Vec::new();
        for element in found {
            let span = self.span(&element.span());
            match element.get_ref() {
                DeValue::Table(fields) => entries.push(self.entry(fields, span, table)),
                _ if self.is_broken(&element.span()) => {}
                other => drop(self.wrong_type(other, &Value::Table(table), span)),
            }
        }
        Node::Tables(entries)
    }

    fn map(&mut self, found: &DeTable<'_>, keys: Keys, of: &'static Value) -> Node {
        let mut items = Vec::new();
        for (name, value) in found {
            let span = self.span(&name.span());
            match keys {
                Keys::Names if !text::is_kebab(name.get_ref()) => {
                    self.report(text::not_kebab(name.get_ref(), span));
                }
                Keys::Abbreviations if !text::is_abbreviation(name.get_ref()) => {
                    self.report(text::no_abbreviation(name.get_ref(), span));
                    continue;
                }
                Keys::Names | Keys::Abbreviations | Keys::Of(_) => {}
            }
            if let Some(node) = self.value(value, of) {
                items.push(MapItem { key: Spanned::new(name.get_ref().to_string(), span), node });
            }
        }
        // toml sorts by name; people write parties in an order of their own
        items.sort_by_key(|item| item.key.span.start);
        Node::Map(items)
    }

    fn integer(&mut self, number: Option<i64>, low: i64, high: i64, span: Span) -> Option<Node> {
        match number {
            Some(number) if (low..=high).contains(&number) => Some(Node::Integer(number)),
            _ => {
                let message = format!("Dit getal moet tussen {low} en {high} liggen.");
                self.report(Finding::new(&faults::OUT_OF_BOUNDS, span, message).hint("verander het getal"));
                None
            }
        }
    }

    fn date(&mut self, moment: &Datetime, span: Span) -> Option<Node> {
        let day = moment.date.filter(|_| moment.time.is_none() && moment.offset.is_none());
        let Some(day) = day else {
            let message = "Hier hoort een datum zonder tijd te staan.";
            self.report(Finding::new(&faults::WRONG_TYPE, span, message).hint("schrijf bijvoorbeeld: 2025-10-09"));
            return None;
        };
        let date = NaiveDate::from_ymd_opt(i32::from(day.year), u32::from(day.month), u32::from(day.day));
        match date {
            Some(date) if YEARS.contains(&date.year()) => Some(Node::Date(date)),
            Some(_) => {
                let message = format!("Het jaar {} kan niet kloppen.", day.year);
                self.report(Finding::new(&faults::IMPOSSIBLE_DATE, span, message).hint("kijk het jaartal na"));
                None
            }
            None => {
                self.report(text::impossible_date(span));
                None
            }
        }
    }

    fn time(&mut self, moment: &Datetime, wanted: &Value, span: Span) -> Option<Node> {
        let to_the_second = matches!(wanted, Value::Moment);
        let time = moment.time.filter(|_| moment.date.is_none() && moment.offset.is_none());
        let second = |time: &toml::value::Time| u32::from(time.second.unwrap_or(0));
        let whole = time.filter(|it| it.nanosecond.unwrap_or(0) == 0 && (to_the_second || second(it) == 0));
        let node = whole.and_then(|it| NaiveTime::from_hms_opt(u32::from(it.hour), u32::from(it.minute), second(&it)));
        if node.is_none() {
            let unit = if to_the_second { "seconden" } else { "minuten" };
            let message = format!("Hier hoort een tijd in hele {unit} te staan.");
            self.report(Finding::new(&faults::WRONG_TYPE, span, message).hint("schrijf bijvoorbeeld: 14:00:00"));
        }
        node.map(Node::Time)
    }

    fn text(&mut self, found: &str, wanted: &'static Value, span: Span) -> Option<Node> {
        let finding = match wanted {
            Value::Markdown => markdown_fault(found, span),
            _ => text::line_fault(found, span),
        };
        if let Some(finding) = finding {
            self.report(finding);
            return None;
        }
        let trimmed = found.trim();
        match wanted {
            Value::Word(words) => self.word(trimmed, words, span),
            Value::Term => {
                self.shaped(text::term(trimmed).map(|(count, working)| Node::Term(count, working)), wanted, span)
            }
            Value::Id if limits::NAME.exceeded(trimmed.len()).is_some() => {
                self.report(text::not_kebab(trimmed, span));
                None
            }
            Value::Id => self.shaped(text::is_kebab(trimmed).then(|| Node::Text(trimmed.into())), wanted, span),
            Value::Address => {
                self.shaped(address::is_address(trimmed).then(|| Node::Text(trimmed.into())), wanted, span)
            }
            Value::Colour => self.shaped(text::is_colour(trimmed).then(|| Node::Text(trimmed.into())), wanted, span),
            Value::Markdown => Some(Node::Text(found.trim_end().trim_start_matches('\n').to_owned())),
            _ => Some(Node::Text(trimmed.to_owned())),
        }
    }

    fn shaped(&mut self, node: Option<Node>, wanted: &'static Value, span: Span) -> Option<Node> {
        if node.is_none() {
            let message = format!("Hier hoort {} te staan.", describe(wanted));
            let hint = format!("schrijf bijvoorbeeld: {}", sample(wanted));
            self.report(Finding::new(&faults::WRONG_SHAPE, span, message).hint(hint));
        }
        node
    }

    fn word(&mut self, found: &str, words: &'static [&'static str], span: Span) -> Option<Node> {
        if words.contains(&found) {
            return Some(Node::Text(found.to_owned()));
        }
        let choice = format!("kies uit: {}", words.join(", "));
        let near = text::nearest_words(found, words);
        let hint = if near.is_empty() { choice } else { format!("bedoelde u {}?\n{choice}", dutch::any_of(&near)) };
        let message = format!("Het woord “{found}” kan hier niet staan.");
        self.report(Finding::new(&faults::UNKNOWN_WORD, span, message).hint(hint));
        None
    }
}

const fn is_text(wanted: &Value) -> bool {
    matches!(
        wanted,
        Value::Line
            | Value::Id
            | Value::Markdown
            | Value::Term
            | Value::Address
            | Value::Colour
            | Value::Word(_)
            | Value::Reference(_)
    )
}

/// What a value is, with its article, for messages.
fn describe(wanted: &Value) -> String {
    match wanted {
        Value::Line => "een tekst".into(),
        Value::Markdown => "een tekst (Markdown)".into(),
        Value::Id => "een naam van kleine letters, cijfers en streepjes".into(),
        Value::Bool => "true of false".into(),
        Value::Integer(low, high) => format!("een heel getal van {low} tot en met {high}"),
        Value::Date => "een datum".into(),
        Value::Time | Value::Moment => "een tijd".into(),
        Value::Term => "een aantal dagen of werkdagen, hoogstens 366,".into(),
        Value::Address => "één e-mailadres, zonder naam of tweede adres,".into(),
        Value::Colour => "een kleur (#rrggbb)".into(),
        Value::Word(words) => format!("een van de woorden {}", dutch::any_of(words)),
        Value::Reference(target) => format!("de naam van een {}", target.word()),
        Value::List(_) => "een lijst".into(),
        Value::Table(_) | Value::Map(..) => "een tabel".into(),
        Value::Tables(_) => "een herhaalde tabel".into(),
    }
}

const fn describe_found(found: &DeValue<'_>) -> &'static str {
    match found {
        DeValue::String(_) => "een tekst",
        DeValue::Integer(_) => "een geheel getal",
        DeValue::Float(_) => "een getal met een punt",
        DeValue::Boolean(_) => "true of false",
        DeValue::Datetime(_) => "een datum of tijd",
        DeValue::Array(_) => "een lijst",
        DeValue::Table(_) => "een tabel",
    }
}
