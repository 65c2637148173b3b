//! `vergadering.toml`: a meeting as planned.

use chrono::{NaiveDate, NaiveTime};

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{
    Abbreviation, Actor, Alternate, Awaited, BodyId, Frozen, Guest, ItemId, MeetingId, Minutes, PartyId, Region,
    Released, Reply, Sending, Shown,
};
use crate::source::{FileId, Span, Spanned};
use crate::word::Word as _;

/// How a meeting is held (`vorm`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Form {
    #[strum(serialize = "fysiek")]
    InPerson,
    #[strum(serialize = "hybride")]
    Hybrid,
    #[strum(serialize = "digitaal")]
    Online,
    /// `schriftelijk`: every seat is asked, there is no meeting.
    #[strum(serialize = "schriftelijk")]
    Written,
}

/// Something that will not take place (`vervallen`).
#[derive(Debug, Clone)]
pub struct Cancelled {
    /// When that was decided.
    pub date: NaiveDate,
    /// Why.
    pub reason: Spanned<String>,
    /// The meeting that it moves to; only for items.
    pub to: Option<MeetingId>,
    /// What that meeting was called in minutes that were adopted, as their record holds it.
    pub called: Option<String>,
    /// What was known of that meeting when its own was over.
    pub known: Option<Destination>,
}

/// A meeting to which an item goes, as papers of record name it: whatever is moved later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Destination {
    /// The day for which it was planned.
    pub day: NaiveDate,
    /// The day for which it was planned first, where nothing says whether it had been moved from there already.
    pub first: Option<NaiveDate>,
    /// Whether it was to be a written round.
    pub written: bool,
    /// The day of which its body has its name.
    pub named_on: NaiveDate,
}

impl Cancelled {
    /// The meeting that an item moves to, as far as it was not called off until a day.
    #[must_use]
    pub fn goes_to(&self, region: &Region, day: NaiveDate) -> Option<MeetingId> {
        let held = |to: &MeetingId| region[*to].cancelled.as_ref().is_none_or(|called_off| called_off.date > day);
        self.to.filter(held)
    }

    /// The same in papers of record: what adopted minutes say of it holds, whatever became of that meeting.
    #[must_use]
    pub fn went_to(&self, region: &Region, day: NaiveDate) -> Option<MeetingId> {
        if self.called.is_some() { self.to } else { self.goes_to(region, day) }
    }
}

/// A meeting: a folder of the dossier.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, most of them false")]
#[derive(Debug, Clone)]
pub struct Meeting {
    /// The folder's name, `2025-10-09-regionaal-beraad`: its identity, which never changes.
    pub key: String,
    /// Which body meets.
    pub body: BodyId,
    /// The day; of more the first.
    pub date: Spanned<NaiveDate>,
    /// The last day of a meeting of several days; see [`Meeting::last_day`].
    pub until: Option<NaiveDate>,
    /// From when.
    pub begin: Option<NaiveTime>,
    /// Until when; before [`Meeting::begin`]: on the next day.
    pub end: Option<NaiveTime>,
    /// From when until when it was to be, as papers told before it: what its minutes call planned.
    pub told_hours: (Option<NaiveTime>, Option<NaiveTime>),
    /// Where.
    pub place: Option<Spanned<String>>,
    /// The address at which one takes part from elsewhere; never in a public view.
    pub online_at: Option<Spanned<String>>,
    /// Who is invited and has no seat.
    pub invited: Vec<Guest>,
    /// How.
    pub form: Form,
    /// The last day of a written procedure.
    pub closes: Option<Spanned<NaiveDate>>,
    /// In a public view: until when a written round was open, which its sendings do not say there.
    pub told_open: Option<NaiveDate>,
    /// Earlier dates from which it was moved.
    pub moved_from: Vec<NaiveDate>,
    /// Its minutes were laid down when those of its file alone were told, not those for which papers were sent.
    pub moved_by_file: bool,
    /// Its minutes were laid down when they did not tell how it was held, and told its room also where nobody was there.
    pub form_untold: bool,
    /// It will not take place.
    pub cancelled: Option<Cancelled>,
    /// Answers are due on this day, as the file says; see [`Meeting::answers_due`].
    pub reply_by: Option<Spanned<NaiveDate>>,
    /// Said in every paper when the meeting is an example.
    pub example: Option<String>,
    /// The agenda, in the order of the numbers, sub-items straight after their item.
    pub items: Vec<Item>,
    /// What was sent, by date.
    pub sendings: Vec<Sending>,
    /// What the represented parties answered, per party in the order of the files.
    pub replies: Vec<Reply>,
    /// What is dated after the day of this view, and is not in it.
    pub awaited: Vec<Awaited>,
    /// What came of it.
    pub minutes: Option<Minutes>,
    /// When and by which later meeting the minutes were adopted.
    pub adoption: Option<Adoption>,
    /// The minutes as they were adopted, by fingerprints.
    pub frozen: Option<Box<Frozen>>,
    /// What abbreviations stood for when the minutes were adopted, where that was written down.
    pub abbreviations: Option<Vec<Abbreviation>>,
    /// The minutes are not those that were adopted: they were changed afterwards.
    pub altered: bool,
    /// In a public view that shows drafts: something of the agenda is not as it was sent.
    pub unsent: bool,
    /// In a public view: this body publishes nothing, so only the place of the meeting is left.
    pub withheld: bool,
    /// In a public view: what may be made of this meeting (everything otherwise).
    pub released: Released,
    /// Something faulty was left out of its files: conclude nothing from what is absent.
    pub broken: bool,
    /// The `[vergadering]` table.
    pub span: Span,
}

/// The adoption of a meeting's minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adoption {
    /// The meeting that adopted them.
    pub meeting: MeetingId,
    /// Its date.
    pub date: NaiveDate,
    /// Whether that was with changes; nothing where that is not said.
    pub changed: Option<bool>,
}

/// What is done with an item (`behandeling`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[expect(missing_docs, reason = "each is its word")]
pub enum Treatment {
    #[strum(serialize = "procedure")]
    Procedure,
    #[strum(serialize = "ter kennisname")]
    Information,
    #[strum(serialize = "ter bespreking")]
    Discussion,
    #[strum(serialize = "ter advisering")]
    Advice,
    #[strum(serialize = "ter instemming")]
    Assent,
}

impl Treatment {
    /// The same as the mark of a form has it.
    #[must_use]
    pub fn in_one_word(self) -> &'static str {
        self.word().trim_start_matches("ter ")
    }
}

/// An agenda item (`[[agendapunt]]`).
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
#[derive(Debug, Clone)]
pub struct Item {
    /// The id that everything refers to; empty in a public view of a closed item.
    pub key: String,
    /// The number that users see: `4`, `4a`.
    pub number: String,
    /// Whether [`Item::number`] was frozen by a sending.
    pub frozen: bool,
    /// The title; `Besloten agendapunt` in a public view of a closed item.
    pub title: Spanned<String>,
    /// What is done with it.
    pub treatment: Treatment,
    /// Goes through without discussion.
    pub formality: bool,
    /// Who brings it in.
    pub submitter: Option<Actor>,
    /// The function of who wrote it.
    pub author: Option<Box<Spanned<String>>>,
    /// The alderman whose subject it is.
    pub alderman: Option<Box<Spanned<String>>>,
    /// Who answers questions: a function, or somebody of `personen.toml`.
    pub contact: Option<Box<Spanned<Alternate>>>,
    /// The case number.
    pub case_number: Option<Box<Spanned<String>>>,
    /// Minutes.
    pub duration: Option<u16>,
    /// When it starts, as far as the durations before it are known.
    pub start: Option<NaiveTime>,
    /// When it ends, as far as that follows from the durations.
    pub end: Option<NaiveTime>,
    /// Where it was discussed before.
    pub discussed_in: Vec<Spanned<ItemId>>,
    /// What it continues.
    pub follows: Vec<Spanned<ItemId>>,
    /// The meetings whose minutes this item adopts.
    pub adopts: Vec<Spanned<MeetingId>>,
    /// The action list is a paper of it.
    pub action_list: bool,
    /// What is requested, in order; numbered from 1 in papers and answers.
    pub requested: Vec<Spanned<String>>,
    /// Explanation, Markdown.
    pub explanation: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note.
    pub arguments: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note; see [`Item::costs_nothing`].
    pub finance: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note.
    pub legal: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note.
    pub remarks: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note.
    pub communication: Option<Box<Spanned<String>>>,
    /// Markdown, for the cover note.
    pub sequel: Option<Box<Spanned<String>>>,
    /// Markdown, for chair and secretary only.
    pub internal: Option<Box<str>>,
    /// The college that still has to adopt it.
    pub to_be_adopted_by: Option<PartyId>,
    /// Not for the public.
    pub closed: bool,
    /// The item that this is a sub-item of, as an index in [`Meeting::items`].
    pub parent: Option<usize>,
    /// It was withdrawn.
    pub cancelled: Option<Box<Cancelled>>,
    /// Its papers.
    pub papers: Vec<Paper>,
    /// The fingerprint of explanation and papers as they are now, where the files of the papers were read.
    pub fingerprint: Option<String>,
    /// The same without the papers that were not sent, where these differ: to be compared with what was sent.
    pub fingerprint_as_sent: Option<String>,
    /// The fingerprint of the minutes that it adopts as they are now, where these were looked at.
    pub record: Option<String>,
    /// How much this view shows of it.
    pub shown: Shown,
    /// It stands on the agenda; in a public view one that was not sent stands in the lists of what was decided alone.
    pub on_agenda: bool,
    /// Where it stands.
    pub span: Span,
}

/// Where a paper is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperPlace {
    /// A file, as a path from the meeting's folder with `/`.
    File(String),
    /// An https address.
    Address(String),
    /// It will come on this day.
    Follows(NaiveDate),
    /// It is told at the meeting.
    Oral,
    /// In a public view: not published.
    Withheld,
}

/// A paper of an item (`[[agendapunt.stuk]]`).
#[derive(Debug, Clone)]
pub struct Paper {
    /// `4.1`
    pub number: String,
    /// The title.
    pub title: Spanned<String>,
    /// Where it is.
    pub place: PaperPlace,
    /// Not for the public.
    pub closed: bool,
    /// The bytes of its file.
    pub size: Option<u64>,
    /// The file in the dossier that a link stands for, as a path from the dossier's folder.
    pub linked_to: Option<String>,
    /// What stands in it, where it becomes a page.
    pub text: Option<FileId>,
    /// Where it stands.
    pub span: Span,
}
