//! The region, its covenant and its meetings, resolved: every reference points at something that exists.
//!
//! Glossary (the Dutch word that users type, the English one that the code uses):
//! partij [`Party`], subregio [`Subregion`], overleg [`Body`], vertegenwoordiging [`Representation`], zetel [`Seat`],
//! signaal [`Signal`], vergadering [`Meeting`], agendapunt [`Item`], gevraagd besluit [`Item::requested`], stuk [`Paper`],
//! zending [`Sending`], reactie [`Reply`], verslag [`Minutes`], uitkomst [`Outcome`], actie [`Action`],
//! toezegging [`Commitment`], voortgang [`Progress`].
//!
//! Things are named by typed indexes ([`PartyId`], …) into [`Region`]. An entry of a file that was faulty is left out;
//! [`Region::incomplete`] then says so, and nothing may be concluded from what is absent.

use std::collections::BTreeMap;
use std::ops::Index;

use chrono::NaiveDate;

mod adopting;
pub mod agreed;
mod asking;
mod at_table;
pub mod called;
pub mod consultation;
pub mod covenant;
mod done;
pub mod due;
mod duration;
pub mod earlier;
mod exception;
pub mod followers;
mod former;
mod frozen;
mod known;
mod lifetime;
pub mod lifting;
pub use at_table::AtTable;
pub mod meeting;
pub mod minutes;
mod moved;
pub mod opening;
mod parts;
pub mod person;
mod previous;
pub mod progress;
pub mod public;
pub mod queries;
mod release;
pub mod reply;
pub mod sending;
mod site;
pub mod standing;
pub mod stood;
mod style;
mod subregion;
mod terms;
pub mod texts;

pub use adopting::AdoptedAs;
pub use covenant::{
    Abbreviation, Alternate, Body, BodyKind, Contact, Covenant, Party, PartyKind, Publication, Representation, Role,
    Seat, SeatHolder, Signal, Signing,
};
pub use exception::{Exception, Silenceable};
pub use former::FormerName;
pub use frozen::{Frozen, FrozenPart, Part};
pub use known::{Awaited, Dated};
pub use lifetime::FormerChair;
pub use meeting::{Adoption, Cancelled, Destination, Form, Item, Meeting, Paper, PaperPlace, Treatment};
pub use minutes::{
    Action, Advice, Advised, Attendance, Commitment, Contribution, Correction, Deputy, Guest, Input, Minutes, Outcome,
    Presence, Treated,
};
pub use person::{Mailing, Person};
pub use progress::{Progress, ProgressKind, Subject};
pub use release::{Release, Released, Shown};
pub use reply::{Answer, AnswerItem, Channel, Remarks, Reply, Support};
pub use sending::{Fact, Planned, Sending, SendingKind, SentItem};
pub use site::Site;
pub use style::{Logo, Style};
pub use subregion::{Member, Subregion};
pub use terms::{FormerTerms, Terms};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);

        impl Index<$name> for Region {
            type Output = $item;
            fn index(&self, id: $name) -> &$item {
                &self.$field[id.0]
            }
        }
    )*};
}

ids! {
    /// A party of the covenant.
    PartyId => parties: Party;
    /// A subregion.
    SubregionId => subregions: Subregion;
    /// A consultative body.
    BodyId => bodies: Body;
    /// A seat in a body.
    SeatId => seats: Seat;
    /// A person of `personen.toml`.
    PersonId => persons: Person;
    /// A meeting.
    MeetingId => meetings: Meeting;
}

/// An agenda item of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// The meeting that it is on.
    pub meeting: MeetingId,
    /// Its place in [`Meeting::items`].
    pub index: usize,
}

impl Index<ItemId> for Region {
    type Output = Item;
    fn index(&self, id: ItemId) -> &Item {
        &self.meetings[id.meeting.0].items[id.index]
    }
}

/// Who does something: a party, or a body as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// A party.
    Party(PartyId),
    /// A body.
    Body(BodyId),
}

impl Region {
    /// What who does something was called on a day.
    #[must_use]
    pub fn actor_on(&self, actor: Actor, day: NaiveDate) -> &str {
        match actor {
            Actor::Party(party) => self[party].name_on(day),
            Actor::Body(body) => self[body].name_on(day),
        }
    }

    /// The name of who does something.
    #[must_use]
    pub fn actor(&self, actor: Actor) -> &str {
        match actor {
            Actor::Party(party) => &self[party].name,
            Actor::Body(body) => &self[body].name,
        }
    }
}

/// Everything that a dossier says. Lists keep the order of the files; meetings are in order of date, time, then folder.
#[expect(clippy::struct_excessive_bools, reason = "each says of another part that it is incomplete, or public")]
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// The covenant as a whole.
    pub covenant: Covenant,
    /// Terms for papers and answers.
    pub terms: Terms,
    /// Those that held before.
    pub former_terms: Vec<FormerTerms>,
    /// The accent colour.
    pub style: Style,
    /// What the public site says of itself.
    pub site: Site,
    /// What each body publishes; a body that is absent publishes nothing.
    pub publicity: BTreeMap<BodyId, Vec<Publication>>,
    /// The parties.
    pub parties: Vec<Party>,
    /// The subregions.
    pub subregions: Vec<Subregion>,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// Who speaks for whom.
    pub representations: Vec<Representation>,
    /// Who sits where.
    pub seats: Vec<Seat>,
    /// Persons, apart because of the AVG.
    pub persons: Vec<Person>,
    /// Signals about the cooperation.
    pub signals: Vec<Signal>,
    /// The meetings, by date, time and folder.
    pub meetings: Vec<Meeting>,
    /// Per item the items that follow on it; see [`Region::followers`].
    pub followers: followers::Followers,
    /// What happened to actions, commitments, reservations and adoptions: by what it is about, then by date.
    pub progress: Vec<Progress>,
    /// Findings that the user silenced, with reasons.
    pub exceptions: Vec<Exception>,
    /// Something faulty was left out somewhere.
    pub incomplete: bool,
    /// Something faulty was left out of `convenant.toml`: conclude nothing from what is absent there.
    pub covenant_broken: bool,
    /// Something faulty was left out of `voortgang.toml`: conclude nothing from progress that is absent.
    pub progress_broken: bool,
    /// Whether this is the public view, from which closed and internal parts were removed.
    pub public: bool,
}

/// A period of which both ends count; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether the day falls in it, both ends included.
    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether there is a day in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |one: Self, other: Self| one.until.zip(other.from).is_some_and(|(until, from)| until < from);
        !before(self, other) && !before(other, self)
    }
}
