//! What a rule looks at: the region or one meeting of it, on a day.

use chrono::NaiveDate;

use crate::dutch;
use crate::model::consultation::{self, Asked};
use crate::model::earlier::Missed;
use crate::model::{
    Body, BodyKind, Item, ItemId, Meeting, MeetingId, Minutes, Outcome, PartyId, Region, Role, Seat, SeatHolder,
    SeatId, Terms, Treated,
};
use crate::source::Span;

/// One meeting, which is not cancelled, on a day.
#[derive(Debug)]
pub(super) struct At<'a> {
    /// The region.
    pub region: &'a Region,
    /// Today.
    pub today: NaiveDate,
    /// The meeting's id.
    pub id: MeetingId,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Who is asked before it.
    pub asked: Vec<Asked>,
}

impl<'a> At<'a> {
    pub(super) fn new(region: &'a Region, id: MeetingId, today: NaiveDate) -> Self {
        Self { region, today, id, meeting: &region[id], asked: consultation::asked(region, id) }
    }

    /// The day from which terms before it are counted; of a written procedure the last one.
    pub(super) fn day(&self) -> NaiveDate {
        self.meeting.closes.filter(|_| self.meeting.is_written()).unwrap_or(self.meeting.date).value
    }

    /// What it ends with, and from which terms are counted.
    pub(super) fn end(&self) -> &'static str {
        if self.meeting.is_written() { "de sluiting" } else { "de vergadering" }
    }

    /// Where the day of its end stands, and what that day is.
    pub(super) fn end_day(&self) -> (Span, &'static str) {
        let what = if self.meeting.is_written() { "de sluiting" } else { "de dag van de vergadering" };
        (self.meeting.last_day_span(), what)
    }

    /// Whether it is still to come, or today.
    pub(super) fn is_coming(&self) -> bool {
        !self.meeting.is_over(self.today)
    }

    /// The body that meets.
    pub(super) fn body(&self) -> &'a Body {
        self.region.body_of(self.id)
    }

    /// Whether the dossier keeps its way of working: a body of others does as it likes.
    pub(super) fn is_own(&self) -> bool {
        self.body().kind != BodyKind::External
    }

    /// Whether aldermen meet.
    pub(super) fn is_executive(&self) -> bool {
        self.body().kind == BodyKind::Executive
    }

    /// The items that were not withdrawn, with their places.
    pub(super) fn items(&self) -> impl Iterator<Item = (usize, &'a Item)> {
        self.meeting.items.iter().enumerate().filter(|(_, item)| item.cancelled.is_none())
    }

    /// The items that request something.
    pub(super) fn requests(&self) -> impl Iterator<Item = (usize, &'a Item)> {
        self.meeting.proposals().filter(|(_, item)| !item.requested.is_empty())
    }

    /// The item as a reference.
    pub(super) const fn item_id(&self, index: usize) -> ItemId {
        ItemId { meeting: self.id, index }
    }

    /// The terms before and after it.
    pub(super) fn terms(&self) -> &'a Terms {
        self.region.terms_of(self.meeting)
    }

    /// The last day for answers.
    pub(super) fn answers_due(&self) -> NaiveDate {
        self.meeting.answers_due(self.region)
    }

    /// The minutes of a meeting that has been held.
    pub(super) fn minutes(&self) -> Option<&'a Minutes> {
        self.meeting.minutes.as_ref().filter(|_| self.meeting.last_day() <= self.today)
    }

    /// The items of the minutes, each with its item on the agenda.
    pub(super) fn treated(&self) -> impl Iterator<Item = (&'a Treated, &'a Item)> {
        let meeting = self.meeting;
        self.minutes().into_iter().flat_map(|minutes| &minutes.items).map(|it| (it, &meeting.items[it.item]))
    }

    /// The seats of the body on the day.
    pub(super) fn seats(&self) -> impl Iterator<Item = (SeatId, &'a Seat)> {
        self.region.seats_on(self.meeting.body, self.meeting.date.value)
    }

    /// The seat of a party on the day; who takes the minutes or advises there, does not speak.
    pub(super) fn seat_of(&self, party: PartyId) -> Option<SeatId> {
        let mut own = self.seats().filter(|(_, seat)| seat.role == Role::Member);
        own.find(|(_, seat)| seat.holder == SeatHolder::Party(party)).map(|(id, _)| id)
    }

    /// The meetings of the same body after this one that were not cancelled, by date.
    pub(super) fn later(&self) -> impl Iterator<Item = &'a Meeting> {
        self.region.next_meetings(self.id)
    }

    /// The items on later meetings of the same body, those that were cancelled not among them, that follow on one, and on
    /// those, by date.
    pub(super) fn followers(&self, item: usize) -> impl Iterator<Item = ItemId> {
        let of_later = |later: &ItemId| {
            let other = &self.region[later.meeting];
            later.meeting > self.id && other.body == self.meeting.body && other.cancelled.is_none()
        };
        let all = self.region.sequels(self.item_id(item)).into_iter();
        all.filter(of_later)
    }

    /// The meetings at a table since: in a written round nobody meets, and on the same day nothing was worked out yet.
    pub(super) fn tables_since(&self) -> impl Iterator<Item = &'a Meeting> {
        let last = self.meeting.last_day();
        self.later().filter(move |later| !later.is_written() && later.date.value > last)
    }

    /// Whether the body has met again since, as far as the dossier says.
    pub(super) fn met_again(&self) -> bool {
        self.tables_since().any(|later| later.is_over(self.today))
    }

    /// What can be done where an answer may not be what was meant: it stays as it came, and a new one comes beside it.
    pub(super) fn ask_again(&self, party: PartyId) -> String {
        if !self.is_coming() {
            return String::new();
        }
        let (name, record) = (self.name(party), self.record_answer(party));
        format!("; is er iets anders bedoeld, vraag {name} dan opnieuw en leg dat antwoord erbij vast: {record}")
    }

    /// The command that writes down an answer of a party.
    pub(super) fn record_answer(&self, party: PartyId) -> String {
        format!("beraad reactie nieuw {} --partij {}", self.meeting.key, self.region[party].key)
    }

    /// The command that writes down that a party was asked.
    pub(super) fn record_question(&self, party: PartyId) -> String {
        format!("beraad verzend raadpleging {} --aan {}", self.meeting.key, self.region[party].key)
    }

    /// The name that a party has on the day of the meeting.
    pub(super) fn name(&self, party: PartyId) -> &'a str {
        self.region[party].name_on(self.meeting.date.value)
    }

    /// The names of parties as "a, b en c".
    pub(super) fn names(&self, parties: &[PartyId]) -> String {
        let names: Vec<&str> = parties.iter().map(|party| self.name(*party)).collect();
        dutch::list(&names).unwrap_or_default()
    }
}

/// `een, twee en drie`
pub(super) fn list<T: AsRef<str>>(parts: &[T]) -> String {
    dutch::list(parts).unwrap_or_default()
}

/// Requested decisions of an item, by their numbers: some of those that it asks, or all.
pub(super) type Decisions = (usize, Vec<usize>);

/// Requested decisions in words, per item of a meeting: `punt 3`, or `besluit 2 van punt 4` where it asks more than these.
pub(super) fn decisions(meeting: &Meeting, all: &[Decisions]) -> String {
    let is_whole = |(index, numbers): &&Decisions| meeting.items[*index].asked().count() <= numbers.len();
    let (whole, parts): (Vec<&Decisions>, Vec<&Decisions>) = all.iter().partition(is_whole);
    let points: Vec<&str> = whole.iter().map(|(index, _)| meeting.items[*index].number.as_str()).collect();
    let what = if points.len() == 1 { "punt" } else { "de punten" };
    let first = whole.first().map(|(index, _)| (*index, format!("{what} {}", list(&points))));
    let part = |(index, numbers): &Decisions| {
        (*index, format!("{} van punt {}", numbered(numbers), meeting.items[*index].number))
    };
    let mut told: Vec<(usize, String)> = first.into_iter().chain(parts.into_iter().map(part)).collect();
    told.sort();
    list(&told.into_iter().map(|(_, words)| words).collect::<Vec<_>>())
}

/// `besluit 2`, `de besluiten 1 en 3`
pub(super) fn numbered(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    format!("{} {}", if numbers.len() == 1 { "besluit" } else { "de besluiten" }, list(&words))
}

/// Why something was not discussed at a meeting, in Dutch.
pub(super) fn missed(missed: Missed, meeting: &Meeting) -> &'static str {
    match missed {
        Missed::Meeting if meeting.is_written() => "de ronde ging niet door",
        Missed::Meeting => "de vergadering ging niet door",
        Missed::Item => "het punt is vervallen",
        Missed::Outcome(Outcome::Deferred) => "het punt is aangehouden",
        Missed::Outcome(Outcome::Withdrawn) => "het punt is ingetrokken",
        Missed::Outcome(_) => "het punt is niet behandeld",
    }
}
