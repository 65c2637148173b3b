//! A paper as what it is: a typed tree, made once of the text of a template and its fields.
//!
//! All recognition happens while the tree is made ([`Paper::of`]): roles, numbers, marks of a form, lines to fill in, and
//! the places of fields. A field is a tree of its own that is put without meaning where its placeholder stands. A writer
//! walks the tree from its beginning to its end; it changes nothing and recognises nothing.

mod asked;
mod blocks;
mod body;
mod build;
mod inlines;
mod lacking;
mod named;
mod prose;
mod roles;
mod trim;

pub use asked::{Asked, Asks, Blank, Choice, Decision, Form};
pub use lacking::lacking;
pub(super) use named::texts;
pub use prose::{Block, Inline, Line, List, ListItem, Table, Tick, plain};

use super::words::OnPage;
use crate::role::Role;

/// A paper.
#[derive(Debug, Default)]
pub struct Paper {
    /// What stands above the first heading of the second level, in its order.
    pub head: Vec<Head>,
    /// The table of contents, where there is enough for one.
    pub contents: Option<Contents>,
    /// What the paper asks back, where it is a form.
    pub form: Option<Form>,
    /// What it says, in its order.
    pub body: Vec<Part>,
    /// What stands below the last line across the paper.
    pub foot: Vec<Block>,
    /// What stands at the foot of every printed page.
    pub page: Vec<OnPage>,
}

impl Paper {
    /// The words of the notices that it is internal or a draft.
    pub fn marks(&self) -> impl Iterator<Item = String> {
        self.head.iter().filter_map(|part| match part {
            Head::Notice(notice) if matches!(notice.role, Role::Internal | Role::Draft) => Some(plain(&notice.word)),
            _ => None,
        })
    }
}

/// What can stand in the head of a paper.
#[derive(Debug)]
pub enum Head {
    /// The title.
    Title(Title),
    /// A notice.
    Notice(Notice),
    /// The facts.
    Facts(Vec<Fact>),
    /// Any other text.
    Block(Block),
}

/// The title of a paper.
#[derive(Debug)]
pub struct Title {
    /// What kind of document it is, where the template says so.
    pub label: Option<Line>,
    /// The rest of it.
    pub words: Line,
}

/// A notice: that a paper is internal, a draft, an example.
#[derive(Debug)]
pub struct Notice {
    /// Which kind.
    pub role: Role,
    /// The word that it opens with, without its dot.
    pub word: Line,
    /// What it says.
    pub words: Line,
}

/// A fact: a date, a place.
#[derive(Debug)]
pub struct Fact {
    /// What it is, without a colon.
    pub name: Line,
    /// What is so.
    pub words: Line,
}

/// A table of contents.
#[derive(Debug)]
pub struct Contents {
    /// What it is called.
    pub label: String,
    /// Its lines.
    pub entries: Vec<Entry>,
}

/// A line of a table of contents.
#[derive(Debug)]
pub struct Entry {
    /// What it says.
    pub words: Line,
    /// Where it leads to.
    pub to: Place,
}

/// A place in a paper that can be referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The first heading of the item of this number.
    Item(String),
    /// The heading of the second level that is so many-th, from 1.
    Heading(usize),
}

/// A part of what a paper says.
#[derive(Debug)]
pub enum Part {
    /// An item of the agenda.
    Item(Item),
    /// A block of a role, under its label.
    Section(Section),
    /// What is shown on request, under its heading.
    Folded(Folded),
    /// A heading of none of these.
    Heading(Heading),
    /// The papers of an item.
    Papers(Vec<Enclosed>),
    /// The decisions that a form asks about.
    Decisions(Vec<Decision>),
    /// Any other text.
    Block(Block),
}

/// An item, or what a paper says of it in one place.
#[derive(Debug)]
pub struct Item {
    /// The level of its heading.
    pub level: u8,
    /// Its number, such as `4a`.
    pub number: String,
    /// Whether no heading of this item stands before this one.
    pub is_first: bool,
    /// Its title.
    pub words: Line,
    /// The line of marks below its title.
    pub marks: Option<Marks>,
    /// What is said of it; its sub-items too.
    pub parts: Vec<Part>,
}

/// What stands below the title of an item.
#[derive(Debug)]
pub struct Marks {
    /// When it is dealt with.
    pub time: Option<Line>,
    /// Its treatment or its outcome, and more.
    pub words: Line,
}

/// A block of a role.
#[derive(Debug)]
pub struct Section {
    /// What it is.
    pub role: Role,
    /// Its label.
    pub heading: Heading,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// What a reader opens who looks for it.
#[derive(Debug)]
pub struct Folded {
    /// What it is.
    pub heading: Heading,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// A heading.
#[derive(Debug)]
pub struct Heading {
    /// Its level.
    pub level: u8,
    /// Where it is, when it can be referred to.
    pub place: Option<Place>,
    /// What it says.
    pub words: Line,
}

/// A paper that goes with an item.
#[derive(Debug)]
pub struct Enclosed {
    /// Its number, such as `4a.1`.
    pub number: String,
    /// Its title and what is said of it.
    pub words: Line,
}
