//! Questions about a region that documents and checks ask: what follows from its facts on a day.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{
    Attendance, Body, BodyId, Item, Meeting, MeetingId, Outcome, Party, PartyId, PartyKind, Presence, Progress,
    ProgressKind, Region, Role, Seat, SeatHolder, SeatId, Shown, Subject, Treatment,
};
use crate::calendar;
use crate::source::Span;

/// How an action or commitment stands.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'a> {
    /// Still to be done.
    Open,
    /// Done on this day.
    Done(NaiveDate),
    /// Dropped on this day, with the reason.
    Dropped(NaiveDate, &'a str),
}

/// An action or commitment with what the ledger says of it.
#[derive(Debug, Clone, Copy)]
pub struct Tracked<'a> {
    /// How it stands.
    pub standing: Standing<'a>,
    /// By when, the newest date.
    pub due: Option<NaiveDate>,
    /// Whether [`Self::due`] is later than what was agreed.
    pub moved: bool,
    /// The newest explanation, Markdown, with its day: of what is done or dropped only what was said then or later.
    pub explanation: Option<(NaiveDate, &'a str)>,
}

impl Tracked<'_> {
    /// Whether it still had to be done on a day after the one by which it was to be.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        matches!(self.standing, Standing::Open) && self.due.is_some_and(|due| due < today)
    }
}

impl Meeting {
    /// The last day for answers to the consultation: as the file of the meeting says, else as who was asked was told last,
    /// unless the meeting was moved, else by the term.
    #[must_use]
    pub fn answers_due(&self, region: &Region) -> NaiveDate {
        let closes = self.closes.map(|day| day.value).filter(|_| self.is_written());
        let told =
            || self.sendings.iter().rev().find_map(|sending| sending.reply_by).filter(|_| self.moved_from.is_empty());
        let due = self.reply_by.map(|by| by.value).or(closes).or_else(told);
        // what comes later does not count, whatever the file says
        due.unwrap_or_else(|| calendar::before(self.date.value, region.terms_of(self).closing))
            .min(self.last_day_of_file())
    }

    /// Where the day stands on which it is over, of several the first.
    #[must_use]
    pub fn last_day_span(&self) -> Span {
        self.closes.filter(|_| self.is_written()).map_or(self.date.span, |day| day.span)
    }

    /// The moment at which it ended, as the minutes say, else as it was planned; of a written round only the day is known.
    #[must_use]
    pub fn ended(&self) -> Option<NaiveDateTime> {
        let noted = self.minutes.as_ref();
        let begin = noted.and_then(|minutes| minutes.begin).or(self.begin);
        let end = noted.and_then(|minutes| minutes.end).or(self.end).filter(|_| !self.is_written())?;
        let at_night = self.until.is_none() && begin.is_some_and(|begin| end < begin);
        let day = if at_night { self.last_day().succ_opt()? } else { self.last_day() };
        Some(day.and_time(end))
    }

    /// How long it takes, where that is known; it may go on past midnight, but not over several days.
    #[must_use]
    pub fn length(&self) -> Option<TimeDelta> {
        let length = self.end? - self.begin?;
        let night = TimeDelta::days(i64::from(length < TimeDelta::zero()));
        self.until.is_none().then_some(length + night)
    }

    /// Whether this is a written procedure.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.form == super::Form::Written
    }

    /// What was recorded of an item.
    #[must_use]
    pub fn treated(&self, item: usize) -> Option<&super::Treated> {
        self.minutes.as_ref()?.items.iter().find(|treated| treated.item == item)
    }

    /// The items that a consultation asks about, with their places: all but procedure and what was withdrawn.
    pub fn proposals(&self) -> impl Iterator<Item = (usize, &Item)> {
        self.items.iter().enumerate().filter(|(_, item)| item.is_proposal())
    }
}

impl Item {
    /// Whether its author says that there are no financial consequences (`financien = "geen"`).
    #[must_use]
    pub fn costs_nothing(&self) -> bool {
        let says = |text: &str| text.trim().trim_end_matches('.').eq_ignore_ascii_case("geen");
        self.finance.as_ref().is_some_and(|text| says(text))
    }

    /// Whether it is told and no more: taken note of, with an explanation and papers alone.
    #[must_use]
    pub fn is_announcement(&self) -> bool {
        let notes = [&self.arguments, &self.finance, &self.legal, &self.remarks, &self.communication, &self.sequel];
        let heads = [&self.alderman, &self.case_number];
        let asks = !self.requested.is_empty() || self.to_be_adopted_by.is_some() || self.contact.is_some();
        let says_more = notes.into_iter().chain(heads).any(Option::is_some);
        self.treatment == Treatment::Information && !asks && !says_more
    }

    /// Whether members give input on it: no procedure, and not withdrawn.
    #[must_use]
    pub fn is_proposal(&self) -> bool {
        self.treatment != Treatment::Procedure && self.cancelled.is_none()
    }

    /// Whether this view shows more of it than that it is there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.shown == Shown::Whole
    }
}

impl Outcome {
    /// Whether the Beraad assented, wholly or in part.
    #[must_use]
    pub const fn is_assent(self) -> bool {
        matches!(self, Self::Assented | Self::AssentedChanged | Self::AssentedReserved | Self::AssentedPartly)
    }

    /// Whether minutes, an agenda or the like were adopted.
    #[must_use]
    pub const fn is_adoption(self) -> bool {
        matches!(self, Self::Adopted | Self::AdoptedChanged)
    }

    /// Whether nothing came of it that day: it was deferred, withdrawn, or not reached.
    #[must_use]
    pub const fn is_put_off(self) -> bool {
        matches!(self, Self::Deferred | Self::Withdrawn | Self::NotTreated)
    }

    /// Whether it was decided upon that day, for or against: what was discussed, advised or noted was not.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        self.is_assent() || matches!(self, Self::NotAssented | Self::Adopted | Self::AdoptedChanged)
    }
}

impl Region {
    /// What a party was called on the day of a meeting: so all papers of that meeting name it, also when they are made later.
    #[must_use]
    pub fn called(&self, at: MeetingId, party: PartyId) -> &str {
        self[party].name_on(self[at].date.value)
    }

    /// What a body was called on the day of a meeting of its own.
    #[must_use]
    pub fn meets_as(&self, at: MeetingId) -> &str {
        self.body_of(at).name_on(self[at].date.value)
    }
}

impl Party {
    /// Whether it is a municipality.
    #[must_use]
    pub fn is_municipality(&self) -> bool {
        self.kind == PartyKind::Municipality
    }
}

impl Region {
    /// The body of a meeting.
    #[must_use]
    pub fn body_of(&self, meeting: MeetingId) -> &Body {
        &self[self[meeting].body]
    }

    /// The bodies with their ids.
    pub fn body_ids(&self) -> impl Iterator<Item = BodyId> + use<> {
        (0..self.bodies.len()).map(BodyId)
    }

    /// The parties with their ids.
    pub fn party_ids(&self) -> impl Iterator<Item = PartyId> + use<> {
        (0..self.parties.len()).map(PartyId)
    }

    /// The meetings with their ids, by date.
    pub fn meeting_ids(&self) -> impl DoubleEndedIterator<Item = MeetingId> + use<> {
        (0..self.meetings.len()).map(MeetingId)
    }

    /// The seat of the chair of a body on a day: of a party with more seats the first.
    #[must_use]
    pub fn chair_of(&self, body: BodyId, day: NaiveDate) -> Option<SeatId> {
        let holder = SeatHolder::Party(self.chair_on(body, day)?);
        let mut seats = self.seats_on(body, day);
        seats.find(|(_, seat)| seat.role == Role::Member && seat.holder == holder).map(|(id, _)| id)
    }

    /// Who sat on the seat from which a meeting was chaired, as its minutes say; nobody where they do not.
    #[must_use]
    pub fn chaired(&self, id: MeetingId) -> Option<&Attendance> {
        let meeting = &self[id];
        let minutes = meeting.minutes.as_ref()?;
        let row_of = |seat: SeatId| minutes.attendance.iter().find(|row| row.seat == seat);
        let there = |row: &&Attendance| matches!(row.presence, Presence::Present | Presence::Replaced);
        match &minutes.chaired_by {
            Some(seat) => row_of(seat.value).filter(there),
            None => {
                row_of(self.chair_of(meeting.body, meeting.date.value)?).filter(|row| row.presence == Presence::Present)
            }
        }
    }

    /// The name of a seat's party or organisation on a day.
    #[must_use]
    pub fn organisation<'a>(&'a self, seat: &'a Seat, day: NaiveDate) -> &'a str {
        match &seat.holder {
            SeatHolder::Party(party) => self[*party].name_on(day),
            SeatHolder::Organisation(name) => name,
        }
    }

    /// The later meetings of the same body that were not cancelled, by date and time.
    pub fn next_meetings(&self, meeting: MeetingId) -> impl Iterator<Item = &Meeting> {
        let body = self[meeting].body;
        let later = self.meetings.iter().skip(meeting.0 + 1);
        later.filter(move |other| other.body == body && other.cancelled.is_none())
    }

    /// The day, not before this one, on which a meeting is to adopt the minutes of an earlier one.
    #[must_use]
    pub fn adoption_planned(&self, meeting: MeetingId, today: NaiveDate) -> Option<NaiveDate> {
        let to_come = |other: &&Meeting| other.cancelled.is_none() && !other.is_over(today);
        let mut coming = self.meetings.iter().filter(to_come);
        coming.find(|other| other.items.iter().any(|item| adopts(item, meeting))).map(Meeting::last_day)
    }

    /// What the ledger says about something up to a day, by date.
    pub fn progress_of(&self, about: Subject, today: NaiveDate) -> impl Iterator<Item = &Progress> {
        let first = self.progress.partition_point(|entry| entry.about < about);
        self.progress[first..].iter().take_while(move |entry| entry.about == about && entry.date <= today)
    }

    /// How an action or commitment stands on a day.
    #[must_use]
    pub fn track(&self, about: Subject, agreed: Option<NaiveDate>, today: NaiveDate) -> Tracked<'_> {
        let mut tracked = Tracked { standing: Standing::Open, due: agreed, moved: false, explanation: None };
        for entry in self.progress_of(about, today) {
            if matches!(entry.kind, ProgressKind::Done | ProgressKind::Dropped(_)) {
                tracked.explanation = None;
            }
            match &entry.kind {
                ProgressKind::Done => tracked.standing = Standing::Done(entry.date),
                ProgressKind::Dropped(reason) => tracked.standing = Standing::Dropped(entry.date, reason),
                ProgressKind::Reopened => tracked.standing = Standing::Open,
                ProgressKind::Postponed(date) => {
                    tracked.standing = Standing::Open;
                    tracked.due = Some(*date);
                    tracked.moved = agreed.is_some_and(|agreed| agreed != *date);
                }
                ProgressKind::ReservationLifted { .. } | ProgressKind::Adopted { .. } | ProgressKind::Note => {}
            }
            let said = entry.explanation.as_deref().map(|text| (entry.date, text.as_str()));
            tracked.explanation = said.or(tracked.explanation);
        }
        tracked
    }

    /// Whether what `by` did on a day counts for a party: who goes on for one that ended may lift its reservation.
    #[must_use]
    pub fn is_of(&self, party: PartyId, by: PartyId, day: NaiveDate) -> bool {
        by == party || self.party_on(party, day) == Some(by)
    }
}

/// Whether the item adopts the minutes of the meeting.
fn adopts(item: &Item, meeting: MeetingId) -> bool {
    item.cancelled.is_none() && item.adopts.iter().any(|adopted| adopted.value == meeting)
}
