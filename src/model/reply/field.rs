//! The fields of an answer that somebody fills in, each declared once: its key, its mark, of what it is, and what it holds.
//!
//! Files, forms, texts that came back, the browser and `reactie nieuw` go by this table. What is not in it is the answer
//! itself: which decision, and which choice.

use std::sync::Arc;

use strum::VariantArray;

/// A field of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Field {
    /// Input on an item.
    Input,
    /// The input must be named at the table.
    NameIt,
    /// The fingerprint of explanation and papers that were seen, which the program says itself.
    Seen,
    /// Why a decision is not simply supported.
    Reason,
    /// Input on the agenda as a whole.
    General,
    /// The function of who answers.
    By,
    /// The alderman who was consulted.
    AgreedWith,
    /// The day of the answer.
    Date,
    /// Who wrote it down.
    NotedBy,
    /// What was written beside the questions.
    Accompanying,
}

/// Of what an answer has a field, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The answer: once.
    Whole,
    /// An item.
    Item,
    /// A requested decision.
    Decision,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line.
    Line,
    /// Words that are stored as one line, on as many as somebody needs.
    Words,
    /// Markdown.
    Text,
    /// A day.
    Day,
    /// A tick.
    Tick,
}

impl Field {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The table: the key in a file, the word of the mark in a form, where a form asks it, of what it is, what it holds.
    const fn row(self) -> (&'static str, Option<&'static str>, Scope, Holds) {
        match self {
            // its mark says on which item
            Self::Input => ("inbreng", Some("punt"), Scope::Item, Holds::Text),
            Self::NameIt => ("benoemen", Some("benoemen"), Scope::Item, Holds::Tick),
            Self::Seen => ("vingerafdruk", None, Scope::Item, Holds::Line),
            Self::Reason => ("reden", Some("reden"), Scope::Decision, Holds::Words),
            Self::General => ("algemeen", Some("algemeen"), Scope::Whole, Holds::Text),
            Self::By => ("door", Some("door"), Scope::Whole, Holds::Line),
            Self::AgreedWith => ("afgestemd_met", Some("afgestemd"), Scope::Whole, Holds::Line),
            Self::Date => ("datum", Some("datum"), Scope::Whole, Holds::Day),
            Self::NotedBy => ("genoteerd_door", None, Scope::Whole, Holds::Line),
            Self::Accompanying => ("begeleidende_tekst", None, Scope::Whole, Holds::Text),
        }
    }

    /// The key under which it is stored.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// The word of its mark, where a form asks it.
    #[must_use]
    pub const fn mark(self) -> Option<&'static str> {
        self.row().1
    }

    /// Of what it is.
    #[must_use]
    pub const fn scope(self) -> Scope {
        self.row().2
    }

    /// What it holds.
    #[must_use]
    pub const fn holds(self) -> Holds {
        self.row().3
    }

    /// The field of the word of a mark.
    #[must_use]
    pub fn of_mark(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.mark() == Some(word))
    }
}

/// The place of what a field holds.
#[derive(Debug)]
pub enum Place<'a> {
    /// Of a text.
    Text(&'a mut Option<Arc<str>>),
    /// Of a tick.
    Flag(&'a mut bool),
}

/// What was filled in of one thing: the answer as a whole, or an item.
pub trait Filled: Clone {
    /// Gives each field with its place: whoever reads, writes or compares an answer goes by this.
    fn each(&mut self, visit: impl FnMut(Field, Place<'_>));

    /// The texts that somebody gave.
    fn texts(&self) -> impl Iterator<Item = (Field, &Arc<str>)>;

    /// The text of a field.
    fn text(&self, field: Field) -> Option<&str> {
        self.texts().find(|(known, _)| *known == field).map(|(_, text)| &**text)
    }

    /// Puts a text in its field.
    fn put(&mut self, field: Field, text: &str) {
        self.each(|known, place| match place {
            Place::Text(place) if known == field => *place = Some(text.into()),
            _ => {}
        });
    }

    /// Sets the tick of a field.
    fn tick(&mut self, field: Field) {
        self.each(|known, place| match place {
            Place::Flag(place) if known == field => *place = true,
            _ => {}
        });
    }

    /// Adds what somebody gave in another; of a text that is there already it gives the key.
    ///
    /// # Errors
    ///
    /// When both have a text in the same field.
    fn add(&mut self, other: &Self) -> Result<(), &'static str> {
        if let Some((twice, _)) = self.texts().find(|(field, _)| other.texts().any(|(known, _)| known == *field)) {
            return Err(twice.key());
        }
        other.texts().for_each(|(field, text)| self.put(field, text));
        other.clone().each(|field, place| match place {
            Place::Flag(true) => self.tick(field),
            Place::Flag(false) | Place::Text(_) => {}
        });
        Ok(())
    }

    /// Without blanks around texts.
    #[must_use]
    fn trimmed(&self) -> Self {
        let mut said = self.clone();
        said.each(|_, place| {
            if let Place::Text(Some(text)) = place {
                *text = text.trim().into();
            }
        });
        said
    }
}
