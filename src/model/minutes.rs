//! `verslag.toml`: what was said and agreed.

use chrono::{NaiveDate, NaiveTime};

use super::{Actor, MeetingId, PartyId, SeatId, Support};
use crate::source::{Span, Spanned};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

/// The minutes of a meeting.
#[derive(Debug, Clone)]
pub struct Minutes {
    /// When they were drawn up.
    pub drawn_up: NaiveDate,
    /// When the meeting really began.
    pub begin: Option<NaiveTime>,
    /// When it really ended.
    pub end: Option<NaiveTime>,
    /// The seat of who chaired, where it was not the chair of the body.
    pub chaired_by: Option<Spanned<SeatId>>,
    /// The day of the next meeting, as it was known then.
    pub next: Option<NaiveDate>,
    /// Per seat.
    pub attendance: Vec<Attendance>,
    /// Who else was there.
    pub guests: Vec<Guest>,
    /// Per item that was treated, in the order of the agenda.
    pub items: Vec<Treated>,
    /// Corrections, printed beside the text and never merged into it.
    pub corrections: Vec<Correction>,
    /// The `[verslag]` table.
    pub span: Span,
}

/// Whether a seat was filled (`status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Presence {
    #[strum(serialize = "aanwezig")]
    Present,
    #[strum(serialize = "vervangen")]
    Replaced,
    #[strum(serialize = "afwezig met bericht")]
    Excused,
    #[strum(serialize = "afwezig zonder bericht")]
    Absent,
}

/// The attendance of one seat.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// Which.
    pub seat: SeatId,
    /// Whether somebody sat there.
    pub presence: Presence,
    /// Who came instead.
    pub replaced_by: Option<Box<Deputy>>,
    /// Items (places in [`super::Meeting::items`]) for which the seat was empty.
    pub not_at: Vec<usize>,
    /// When they came, who were not there from the beginning.
    pub came: Option<NaiveTime>,
    /// When they left, who were not there until the end.
    pub left: Option<NaiveTime>,
    /// Where it stands.
    pub span: Span,
}

/// Who came instead of who holds a seat (`door`), as far as it was said.
#[derive(Debug, Clone)]
pub struct Deputy {
    /// Of which party.
    pub party: Option<PartyId>,
    /// In which function.
    pub function: Option<Spanned<String>>,
}

/// A guest (`[[gast]]`).
#[derive(Debug, Clone)]
pub struct Guest {
    /// The function.
    pub function: Spanned<String>,
    /// Of which organisation.
    pub organisation: Option<Spanned<String>>,
    /// At which items; all when empty.
    pub at: Vec<usize>,
}

/// What came of an item (`uitkomst`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Outcome {
    #[strum(serialize = "ingestemd")]
    Assented,
    #[strum(serialize = "ingestemd met wijziging")]
    AssentedChanged,
    #[strum(serialize = "ingestemd onder voorbehoud")]
    AssentedReserved,
    #[strum(serialize = "deels ingestemd")]
    AssentedPartly,
    #[strum(serialize = "niet ingestemd")]
    NotAssented,
    #[strum(serialize = "aangehouden")]
    Deferred,
    #[strum(serialize = "ingetrokken")]
    Withdrawn,
    #[strum(serialize = "kennisgenomen")]
    Noted,
    #[strum(serialize = "besproken")]
    Discussed,
    #[strum(serialize = "advies uitgebracht")]
    Advised,
    #[strum(serialize = "vastgesteld")]
    Adopted,
    #[strum(serialize = "gewijzigd vastgesteld")]
    AdoptedChanged,
    #[strum(serialize = "niet behandeld")]
    NotTreated,
}

/// What an advice comes to (`advies`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Advised {
    #[strum(serialize = "positief")]
    For,
    #[strum(serialize = "positief met aandachtspunten")]
    ForWithPoints,
    #[strum(serialize = "negatief")]
    Against,
}

/// The advice of a body on an item.
#[derive(Debug, Clone)]
pub struct Advice {
    /// What it comes to.
    pub verdict: Advised,
    /// What the body asks with it, or why it is against (`aandachtspunten`).
    pub points: Vec<Spanned<String>>,
}

/// What somebody said in a discussion (`[[punt.bespreking]]`).
#[derive(Debug, Clone)]
pub struct Contribution {
    /// Who.
    pub who: Actor,
    /// Whom they spoke for.
    pub on_behalf_of: Vec<PartyId>,
    /// What, Markdown.
    pub text: Spanned<String>,
}

/// An item in the minutes (`[[punt]]`).
#[derive(Debug, Clone)]
pub struct Treated {
    /// Its place in [`super::Meeting::items`].
    pub item: usize,
    /// Something was said of it, also where the public may not read what.
    pub discussed_at_all: bool,
    /// Whose minutes were changed, where it adopts those of more meetings (`gewijzigd`).
    pub changed: Vec<Spanned<MeetingId>>,
    /// What was said, Markdown.
    pub discussed: Option<Spanned<String>>,
    /// Who said what, in order.
    pub discussion: Vec<Contribution>,
    /// Markdown, for chair and secretary only.
    pub internal: Option<String>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What the advice was, where it was given.
    pub advice: Option<Advice>,
    /// What was agreed; `None`: the requested decisions, as asked.
    pub agreed: Option<Vec<Spanned<String>>>,
    /// Requested decisions (numbers from 1) that went otherwise.
    pub exceptions: Vec<(u16, Outcome)>,
    /// What parties brought in.
    pub input: Vec<Input>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Commitments.
    pub commitments: Vec<Commitment>,
    /// Where it stands.
    pub span: Span,
}

/// Input at the table (`[[punt.inbreng]]`).
#[derive(Debug, Clone)]
pub struct Input {
    /// Whose.
    pub from: PartyId,
    /// What, Markdown.
    pub text: Option<Spanned<String>>,
    /// A position of its own, `stemt niet in` say.
    pub position: Option<Spanned<String>>,
    /// The requested decisions (numbers from 1) that the position is about; nothing where it is about the item as a whole.
    pub decisions: Option<Vec<usize>>,
    /// What that says, where its words leave no doubt.
    pub stance: Option<Support>,
    /// It says that a reservation is no more, and nothing else.
    pub lifts: bool,
    /// Why input that asked to be named was not.
    pub not_named: Option<Spanned<String>>,
    /// Where it stands.
    pub span: Span,
}

impl Input {
    /// Whether its position is about a requested decision.
    #[must_use]
    pub fn is_about(&self, number: usize) -> bool {
        self.decisions.as_ref().is_none_or(|numbers| numbers.contains(&number))
    }
}

/// An action (`[[punt.actie]]`).
#[derive(Debug, Clone)]
pub struct Action {
    /// Its number in the meeting.
    pub number: u16,
    /// What is to be done.
    pub what: Spanned<String>,
    /// By whom.
    pub who: Vec<Actor>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub span: Span,
}

/// A commitment (`[[punt.toezegging]]`).
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Its number in the meeting.
    pub number: u16,
    /// What was promised.
    pub what: Spanned<String>,
    /// By whom.
    pub who: Option<Actor>,
    /// To whom.
    pub to: Vec<Actor>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub span: Span,
}

/// A correction of earlier minutes (`[[correctie]]`).
#[derive(Debug, Clone)]
pub struct Correction {
    /// The day on which it was made.
    pub date: NaiveDate,
    /// The item (place in the meeting) that it is about.
    pub item: Option<usize>,
    /// Markdown.
    pub text: Spanned<String>,
}
