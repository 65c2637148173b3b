//! What reading gives: entries with fields that keep to the format.

use chrono::{NaiveDate, NaiveTime};

use crate::source::{Span, Spanned};
use crate::word::Word;

/// A table that was read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its header, or the whole file.
    pub span: Span,
    /// What it holds, in the order of the file.
    pub fields: Vec<Field>,
    /// Something in it was wrong and dropped: conclude nothing from what is absent.
    pub lost: bool,
    /// The file has syntax errors: whole entries may be missing.
    pub broken: bool,
    /// Every known key that stood there, right or wrong.
    pub(super) seen: Vec<&'static str>,
    /// Keys that an unknown one was probably meant to be.
    pub(super) meant: Vec<&'static str>,
}

/// One key with its value.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key, as the format names it.
    pub key: &'static str,
    /// Where the key stands.
    pub name: Span,
    /// Where the value stands.
    pub span: Span,
    /// The value.
    pub node: Node,
}

/// An entry of a table whose keys the user chose.
#[derive(Debug, Clone)]
pub struct MapItem {
    /// The key.
    pub key: Spanned<String>,
    /// The value.
    pub node: Node,
}

/// A value of the right type.
#[derive(Debug, Clone)]
pub enum Node {
    /// A line, a name, a word, a reference, a colour or Markdown.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
    /// A number within its bounds.
    Integer(i64),
    /// A day.
    Date(NaiveDate),
    /// A time, in whole minutes.
    Time(NaiveTime),
    /// A number of days; whether they are working days.
    Term(u16, bool),
    /// A list.
    List(Vec<Spanned<Self>>),
    /// A table.
    Table(Entry),
    /// A repeated table.
    Tables(Vec<Entry>),
    /// A table with keys of the user's, in the order of the file.
    Map(Vec<MapItem>),
}

impl Node {
    /// Whether something below it was dropped.
    #[must_use]
    pub fn lost(&self) -> bool {
        match self {
            Self::Table(entry) => entry.lost,
            Self::Tables(entries) => entries.iter().any(|entry| entry.lost),
            Self::Map(items) => items.iter().any(|item| item.node.lost()),
            _ => false,
        }
    }
}

impl Entry {
    pub(super) const fn new(span: Span) -> Self {
        Self { span, fields: Vec::new(), lost: false, broken: false, seen: Vec::new(), meant: Vec::new() }
    }

    /// A file of which nothing could be read.
    #[must_use]
    pub fn unread(span: Span) -> Self {
        Self { lost: true, broken: true, ..Self::new(span) }
    }

    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Whether the key stood there, right or wrong.
    #[must_use]
    pub fn seen(&self, key: &str) -> bool {
        self.seen.contains(&key)
    }

    /// Whether the key stands there and says `false`, which is as if it did not.
    pub(super) fn denies(&self, key: &str) -> bool {
        matches!(self.field(key), Some(Field { node: Node::Bool(false), .. }))
    }

    /// Whether the key stood there, be it with a slip in its name.
    pub(super) fn has_name(&self, key: &str) -> bool {
        self.seen(key) || self.meant.contains(&key)
    }

    /// Where the key stands.
    #[must_use]
    pub fn name_span(&self, key: &str) -> Option<Span> {
        self.field(key).map(|field| field.name)
    }

    /// Where the value stands, else the entry.
    #[must_use]
    pub fn value_span(&self, key: &str) -> Span {
        self.field(key).map_or(self.span, |field| field.span)
    }

    /// A text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<Spanned<&str>> {
        self.field(key).and_then(|field| match &field.node {
            Node::Text(text) => Some(Spanned::new(text.as_str(), field.span)),
            _ => None,
        })
    }

    /// A text of its own.
    #[must_use]
    pub fn string(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| text.value.to_owned())
    }

    /// A text of its own, with its place.
    #[must_use]
    pub fn placed(&self, key: &str) -> Option<Spanned<String>> {
        self.text(key).map(|text| Spanned::new(text.value.to_owned(), text.span))
    }

    /// The variant that a fixed word stands for.
    #[must_use]
    pub fn word<W: Word>(&self, key: &str) -> Option<W> {
        self.text(key).and_then(|text| W::of(text.value))
    }

    /// `true` or `false`; absent is `false`.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.field(key), Some(Field { node: Node::Bool(true), .. }))
    }

    /// A whole number that the format keeps within `u16`.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<u16> {
        match self.field(key)?.node {
            Node::Integer(number) => u16::try_from(number).ok(),
            _ => None,
        }
    }

    /// A day.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        match self.field(key)?.node {
            Node::Date(date) => Some(date),
            _ => None,
        }
    }

    /// A time.
    #[must_use]
    pub fn time(&self, key: &str) -> Option<NaiveTime> {
        match self.field(key)?.node {
            Node::Time(time) => Some(time),
            _ => None,
        }
    }

    /// A number of days; whether they are working days.
    #[must_use]
    pub fn term(&self, key: &str) -> Option<(u16, bool)> {
        match self.field(key)?.node {
            Node::Term(count, working) => Some((count, working)),
            _ => None,
        }
    }

    /// The elements of a list; none when it is absent.
    #[must_use]
    pub fn list(&self, key: &str) -> &[Spanned<Node>] {
        match self.field(key) {
            Some(Field { node: Node::List(list), .. }) => list,
            _ => &[],
        }
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = Spanned<&str>> {
        self.list(key).iter().filter_map(|node| match &node.value {
            Node::Text(text) => Some(Spanned::new(text.as_str(), node.span)),
            _ => None,
        })
    }

    /// The whole numbers of a list, which the format keeps within `u16`, with their places.
    #[must_use]
    pub fn numbers(&self, key: &str) -> Vec<Spanned<u16>> {
        let number = |node: &Spanned<Node>| match node.value {
            Node::Integer(number) => Some(Spanned::new(u16::try_from(number).ok()?, node.span)),
            _ => None,
        };
        self.list(key).iter().filter_map(number).collect()
    }

    /// The texts of a list, for what keeps them with their places.
    #[must_use]
    pub fn strings(&self, key: &str) -> Vec<Spanned<String>> {
        self.texts(key).map(|text| Spanned::new(text.value.to_owned(), text.span)).collect()
    }

    /// The days of a list.
    pub fn dates(&self, key: &str) -> impl Iterator<Item = NaiveDate> {
        self.list(key).iter().filter_map(|node| match node.value {
            Node::Date(date) => Some(date),
            _ => None,
        })
    }

    /// A table.
    #[must_use]
    pub fn table(&self, key: &str) -> Option<&Self> {
        match self.field(key) {
            Some(Field { node: Node::Table(entry), .. }) => Some(entry),
            _ => None,
        }
    }

    /// The entries of a repeated table; none when it is absent.
    #[must_use]
    pub fn tables(&self, key: &str) -> &[Self] {
        match self.field(key) {
            Some(Field { node: Node::Tables(entries), .. }) => entries,
            _ => &[],
        }
    }

    /// The entries of a table with keys of the user's.
    #[must_use]
    pub fn map(&self, key: &str) -> &[MapItem] {
        match self.field(key) {
            Some(Field { node: Node::Map(items), .. }) => items,
            _ => &[],
        }
    }

    /// The tables of a table with keys of the user's.
    pub fn named(&self, key: &str) -> impl Iterator<Item = (&Spanned<String>, &Self)> {
        self.map(key).iter().filter_map(|item| match &item.node {
            Node::Table(entry) => Some((&item.key, entry)),
            _ => None,
        })
    }
}
