//! Prose: blocks and what stands in a line, of a template and of a field.

use super::asked::Blank;
use crate::role::Role;

/// What stands in a line.
pub type Line = Vec<Inline>;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words as a program has them.
    Code(String),
    /// The end of a line in what was written, which a paper need not keep.
    Soft,
    /// The end of a line.
    Break,
    /// Words with stress.
    Emphasis(Line),
    /// Words with more stress.
    Strong(Line),
    /// A word of state: support, a no, what nobody knows yet.
    Status(Role, Line),
    /// Words that hold no more.
    Struck(Line),
    /// A link.
    Link {
        /// Where it leads to.
        address: String,
        /// What it says.
        words: Line,
    },
}

/// A block.
#[derive(Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A heading that nothing refers to.
    Heading {
        /// Its level.
        level: u8,
        /// What it says.
        words: Line,
    },
    /// A line across the paper.
    Rule,
    /// Lines as a program has them.
    Code(String),
    /// A quotation.
    Quote(Vec<Block>),
    /// A text that asks for attention.
    Alert {
        /// What it is called.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// A field to fill in.
    Blank(Blank),
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// The number of the first item, when they are numbered.
    pub start: Option<usize>,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug)]
pub struct ListItem {
    /// Its box.
    pub tick: Option<Tick>,
    /// The words that it opens with, where those need no paragraph of their own.
    pub words: Option<Line>,
    /// What stands below them.
    pub blocks: Vec<Block>,
}

/// A box before words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tick {
    /// For whoever reads it.
    Open {
        /// Whether it is ticked.
        ticked: bool,
    },
    /// As somebody wrote it in a text.
    Fixed {
        /// Whether it is ticked.
        ticked: bool,
    },
    /// In a form: the input on the item of this key must be named.
    NameIt(String),
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Whether the first column has numbers.
    pub numbered: bool,
    /// The cells of its head.
    pub head: Vec<Line>,
    /// The cells of its rows.
    pub rows: Vec<Vec<Line>>,
}

/// The words of a line, without what they look like.
#[must_use]
pub fn plain(line: &[Inline]) -> String {
    let mut out = String::new();
    plain_into(line, &mut out);
    out
}

fn plain_into(line: &[Inline], out: &mut String) {
    for inline in line {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Soft | Inline::Break => out.push(' '),
            Inline::Emphasis(words)
            | Inline::Strong(words)
            | Inline::Status(_, words)
            | Inline::Struck(words)
            | Inline::Link { words, .. } => plain_into(words, out),
        }
    }
}
