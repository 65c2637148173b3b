//! The file format as data: which tables and keys there are, what they hold, and what they mean in Dutch.
//!
//! Reading ([`crate::dossier::read`]), the JSON Schemas ([`crate::dossier::schema`]), suggestions and the handbook's reference walk this
//! description and nothing else. A key either is a list or is not; there are no unions.

mod convenant;
mod page;
mod raadpleging;
mod spoken;
mod vaststelling;
mod vergadering;
mod verslag;
mod verzending;
mod voortgang;

pub use page::page;
pub use spoken::{
    ANDERS_COLLEGE, BESLUIT_COLLEGE, KOMEND_COLLEGE, STANDPUNT, TE_DOEN_COLLEGE, TOT_COLLEGE, UITSTEL_COLLEGE,
    VOORWAARDE, ZONDER_VOORBEHOUD,
};

/// One kind of file.
#[derive(Debug)]
pub struct Kind {
    /// Its name, `vergadering`; the file is `vergadering.toml`, save for `raadpleging`.
    pub name: &'static str,
    /// Where it stands in a dossier, for people.
    pub path: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Its keys.
    pub table: Table,
}

/// A table of a file.
#[derive(Debug)]
pub struct Table {
    /// Its keys, in the order in which the handbook shows them.
    pub keys: &'static [Key],
    /// Groups of keys of which exactly one is needed.
    pub one_of: &'static [&'static [&'static str]],
    /// Groups of keys of which at most one may stand.
    pub at_most_one_of: &'static [&'static [&'static str]],
}

impl Table {
    /// A table without groups.
    #[must_use]
    pub const fn of(keys: &'static [Key]) -> Self {
        Self { keys, one_of: &[], at_most_one_of: &[] }
    }

    /// The key with this name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As users type it.
    pub name: &'static str,
    /// What it holds.
    pub value: Value,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in Dutch.
    pub about: &'static str,
}

/// A key that may be left out.
#[must_use]
pub const fn key(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, value, required: false, about }
}

/// A key that must be there.
#[must_use]
pub const fn need(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, value, required: true, about }
}

/// What a key holds.
#[derive(Debug)]
pub enum Value {
    /// A text of one line, not empty.
    Line,
    /// A name in kebab-case that other entries refer to.
    Id,
    /// Markdown, one or more lines, not empty.
    Markdown,
    /// `true` or `false`.
    Bool,
    /// A whole number within bounds, both ends included.
    Integer(i64, i64),
    /// A day.
    Date,
    /// A time of the day, in whole minutes.
    Time,
    /// A time of the day, with seconds where they are known.
    Moment,
    /// `"14 dagen"` or `"5 werkdagen"`.
    Term,
    /// The address of one mailbox.
    Address,
    /// A colour, `#rrggbb`.
    Colour,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The key of something else.
    Reference(Target),
    /// A list.
    List(&'static Value),
    /// A table.
    Table(&'static Table),
    /// A repeated table, `[[x]]`.
    Tables(&'static Table),
    /// A table whose keys the user chooses (or that are references).
    Map(Keys, &'static Value),
}

/// What the keys of a table are that the user chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Short names, kebab-case.
    Names,
    /// Keys of something else.
    Of(Target),
    /// Abbreviations.
    Abbreviations,
}

/// What a reference points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A party.
    Party,
    /// A body.
    Body,
    /// A party or a body.
    PartyOrBody,
    /// A subregion.
    Subregion,
    /// A seat.
    Seat,
    /// A person.
    Person,
    /// A meeting, by its folder.
    Meeting,
    /// An item of another meeting, `<folder>#<id>`.
    ItemElsewhere,
    /// An item of this meeting.
    Item,
    /// What the ledger is about, `<folder>#<id>`, `#actie-1` or `#toezegging-1`.
    Ledger,
}

impl Target {
    /// What it is called in messages, with its article where Dutch wants one: "Er is geen … met deze naam".
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Party => "partij",
            Self::Body => "overleg",
            Self::PartyOrBody => "partij of overleg",
            Self::Subregion => "subregio",
            Self::Seat => "zetel",
            Self::Person => "persoon",
            Self::Meeting => "vergadering",
            Self::ItemElsewhere | Self::Item => "agendapunt",
            Self::Ledger => "actie, toezegging of agendapunt",
        }
    }
}

/// Every kind of file, in the order of a dossier's life.
pub static KINDS: [&Kind; 8] = [
    &convenant::CONVENANT,
    &convenant::PERSONEN,
    &vergadering::VERGADERING,
    &verzending::VERZENDING,
    &raadpleging::RAADPLEGING,
    &verslag::VERSLAG,
    &vaststelling::VASTSTELLING,
    &voortgang::VOORTGANG,
];

/// The kind with this name.
#[must_use]
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.name == name)
}

/// The numbers that a requested decision may have, both ends included.
pub const NUMBERS: (i64, i64) = (1, 99);

static LINES: Value = Value::Line;
static PARTY: Value = Value::Reference(Target::Party);
static PARTY_OR_BODY: Value = Value::Reference(Target::PartyOrBody);
static ITEM: Value = Value::Reference(Target::Item);
static ITEM_ELSEWHERE: Value = Value::Reference(Target::ItemElsewhere);
static MEETING: Value = Value::Reference(Target::Meeting);
static DATE: Value = Value::Date;

static EXCEPTION: Table = Table::of(&[
    need("regel", Value::Line, "De naam van de regel, zoals de bevinding die noemt."),
    need("reden", Value::Line, "Waarom de bevinding hier niet telt."),
    key("agendapunt", Value::Line, "Alleen voor dit agendapunt."),
    key("tot", Value::Date, "Tot en met deze dag."),
]);

/// `[[uitzondering]]`, which every kind of file may hold.
const EXCEPTIONS: Key =
    key("uitzondering", Value::Tables(&EXCEPTION), "Een bevinding die niet telt, met de reden. De tool laat haar weg.");
