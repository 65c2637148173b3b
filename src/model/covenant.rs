//! `convenant.toml`: who takes part, who sits where and who speaks for whom.

use chrono::NaiveDate;

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{BodyId, FormerChair, FormerName, ItemId, PartyId, Period, PersonId, Region, SubregionId};
use crate::source::{Span, Spanned};

/// The covenant (`[convenant]`).
#[derive(Debug, Clone, Default)]
pub struct Covenant {
    /// Its full name.
    pub name: String,
    /// The region's name.
    pub region: String,
    /// The code of the labour-market region, `AM19` say.
    pub code: Option<String>,
    /// The municipality that keeps the money and adopts plan and budget.
    pub centre: Option<PartyId>,
    /// Where the facts come from.
    pub origin: Option<String>,
    /// `raadpleging_grondslag`: on what the consultation is based, as words behind *volgens*.
    pub ground: Option<String>,
    /// Said in every paper when the dossier is an example.
    pub example: Option<String>,
    /// What abbreviations stand for (`[begrippen]`), in their alphabetical order.
    pub abbreviations: Vec<Abbreviation>,
    /// The `[convenant]` table, when there is one.
    pub span: Option<Span>,
}

/// An abbreviation that papers explain.
#[derive(Debug, Clone)]
pub struct Abbreviation {
    /// `AO`
    pub short: Spanned<String>,
    /// `ambtelijk overleg`
    pub meaning: Spanned<String>,
}

/// What a body makes public (`[openbaarheid]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Publication {
    #[strum(serialize = "agenda")]
    Agenda,
    #[strum(serialize = "besluitenlijst")]
    Decisions,
    /// `stukken`: the papers themselves.
    #[strum(serialize = "stukken")]
    Papers,
    #[strum(serialize = "verslag")]
    Minutes,
    /// `concept`: lists and minutes before they were adopted.
    #[strum(serialize = "concept")]
    Draft,
}

/// The kind of a party, which decides the steps of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum PartyKind {
    #[strum(serialize = "gemeente")]
    Municipality,
    #[strum(serialize = "uwv")]
    Uwv,
    #[strum(serialize = "werknemersorganisatie")]
    Union,
    #[strum(serialize = "werkgeversorganisatie")]
    Employers,
    #[strum(serialize = "onderwijs")]
    Education,
    #[strum(serialize = "sbb")]
    Sbb,
    #[strum(serialize = "overig")]
    Other,
}

/// A party of the covenant (`[partij.<key>]`).
#[derive(Debug, Clone)]
pub struct Party {
    /// Its key, kebab-case.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it was called before.
    pub former: Vec<FormerName>,
    /// What kind it is.
    pub kind: PartyKind,
    /// The TOOI identifier of a municipality, `gm1884` say.
    pub code: Option<String>,
    /// When it exists.
    pub period: Period,
    /// What it was merged into after its last day.
    pub merged_into: Option<PartyId>,
    /// The steps of signing.
    pub signing: Signing,
    /// Where it stands.
    pub span: Span,
}

/// The steps of joining the covenant; each may not have been taken yet.
#[derive(Debug, Clone, Default)]
pub struct Signing {
    /// `voordracht`: nomination by the Beraad.
    pub nominated: Option<NaiveDate>,
    /// `collegebesluit`: the college decided to join.
    pub decided: Option<NaiveDate>,
    /// `machtiging`: the mayor authorised.
    pub authorised: Option<NaiveDate>,
    /// `getekend`: signed.
    pub signed: Option<NaiveDate>,
    /// `zaaknummer`
    pub case_number: Option<String>,
    /// `gemachtigde`: who may sign.
    pub signatory: Option<String>,
}

/// The kind of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum BodyKind {
    #[strum(serialize = "ambtelijk")]
    Staff,
    #[strum(serialize = "bestuurlijk")]
    Executive,
    #[strum(serialize = "werkgroep")]
    WorkingGroup,
    #[strum(serialize = "extern")]
    External,
}

/// A consultative body (`[overleg.<key>]`).
#[derive(Debug, Clone)]
pub struct Body {
    /// Its key, which is part of the name of a meeting's folder.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it was called before.
    pub former: Vec<FormerName>,
    /// What kind it is.
    pub kind: BodyKind,
    /// The party that chairs, after those who did before.
    pub chair: Option<PartyId>,
    /// Who chaired before.
    pub former_chairs: Vec<FormerChair>,
    /// Who is told by somebody that cannot come; never in a public view.
    pub contact: Option<Contact>,
    /// The days on which it agreed to meet (`vergaderdata`), in order; see [`Region::planned_days`].
    pub planned: Vec<NaiveDate>,
    /// The body that discusses proposals first.
    pub preparing: Option<BodyId>,
    /// What it calls its decision list; `Besluitenlijst` unless it says otherwise.
    pub decision_list: String,
    /// What it called that before.
    pub former_lists: Vec<FormerName>,
    /// Where it stands.
    pub span: Span,
}

/// Who is told by somebody that cannot come (`[overleg.<key>.contact]`).
#[derive(Debug, Clone)]
pub struct Contact {
    /// In which function; else that of the secretary.
    pub function: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Who speaks for whom (`[[vertegenwoordiging]]`).
#[derive(Debug, Clone)]
pub struct Representation {
    /// In which body.
    pub body: BodyId,
    /// Of which subregion, when it is one.
    pub subregion: Option<SubregionId>,
    /// For whom, when it is no subregion; see [`super::Region::represented_on`].
    pub parties: Vec<PartyId>,
    /// Who speaks.
    pub by: PartyId,
    /// Who speaks when that one cannot.
    pub substitute: Option<PartyId>,
    /// Who gets the answers of those who are asked.
    pub contact: Option<super::PersonId>,
    /// When.
    pub period: Period,
    /// Where it stands.
    pub span: Span,
}

/// The role of a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Role {
    #[strum(serialize = "lid")]
    Member,
    #[strum(serialize = "secretaris")]
    Secretary,
    #[strum(serialize = "adviseur")]
    Adviser,
}

/// Whose seat it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatHolder {
    /// A party's.
    Party(PartyId),
    /// An organisation's that is no party.
    Organisation(String),
}

/// A seat (`[[zetel]]`). A function is needed, a name is not.
#[derive(Debug, Clone)]
pub struct Seat {
    /// Its id; the party's key unless said otherwise.
    pub key: String,
    /// In which body.
    pub body: BodyId,
    /// Whose it is.
    pub holder: SeatHolder,
    /// Its role.
    pub role: Role,
    /// The function of who sits there.
    pub function: Spanned<String>,
    /// Who sits there.
    pub person: Option<PersonId>,
    /// Alternates in order.
    pub alternates: Vec<Alternate>,
    /// When.
    pub period: Period,
    /// Where it stands.
    pub span: Span,
}

/// An alternate (`plaatsvervanger`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alternate {
    /// Somebody of `personen.toml`.
    Person(PersonId),
    /// A function.
    Function(Spanned<String>),
    /// A key of a `personen.toml` that is not there: somebody whose name and function are not known.
    Unknown,
}

impl Alternate {
    /// The person, where it is one.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        if let Self::Person(person) = self { Some(*person) } else { None }
    }
}

/// A signal about the cooperation (`[[signaal]]`).
#[derive(Debug, Clone)]
pub struct Signal {
    /// Who gave it.
    pub party: PartyId,
    /// When.
    pub date: NaiveDate,
    /// What it says, Markdown.
    pub text: Spanned<String>,
    /// Not for the public.
    pub closed: bool,
    /// The item on which it was discussed.
    pub scheduled: Option<ItemId>,
    /// When it was answered and how, Markdown.
    pub answer: Option<(NaiveDate, Spanned<String>)>,
    /// Where it stands.
    pub span: Span,
}

impl Region {
    /// Who holds a seat, by name. Administrators may be named; civil servants are known by their function alone.
    #[must_use]
    pub fn named(&self, seat: &Seat) -> Option<&str> {
        let named = self[seat.body].kind == BodyKind::Executive && seat.role == Role::Member;
        let name = seat.person.filter(|_| named).map(|person| self[person].name.as_str());
        name.filter(|name| !name.is_empty() && !seat.function.contains(name))
    }
}
