//! What of a meeting may be published, and of which item how much.

use super::Gate;
use crate::model::consultation::{self, Unsent};
use crate::model::{
    Fact, ItemId, Meeting, MeetingId, Paper, PaperPlace, Publication, Release, Released, Sending, Shown,
};

impl Gate<'_> {
    /// Which documents of a meeting may be made, and why not.
    pub(super) fn released(&self, id: MeetingId) -> Released {
        let meeting = &self.region[id];
        let named = |what| self.is_seen(meeting) && self.region.publishes_its(meeting.body, what);
        let drafts = named(Publication::Draft);
        let when = |what, ready: bool, not_yet| match (named(what), drafts || ready) {
            (false, _) => Release::NotNamed,
            (true, true) => Release::Open,
            (true, false) => not_yet,
        };
        let sent = self.moment == super::Moment::Ever || self.sendings(meeting).next().is_some();
        // what was changed after its adoption was not adopted
        let adopted = self.moment == super::Moment::Ever
            || meeting.adoption.is_some_and(|adoption| self.moment.has_come(adoption.date));
        let none = meeting.minutes.is_none();
        let altered = meeting.altered && self.moment != super::Moment::Ever;
        let written = |release| match release {
            Release::NotNamed => release,
            _ if none => Release::NotWritten,
            _ if altered => Release::Altered,
            _ => release,
        };
        let agenda = match when(Publication::Agenda, sent, Release::NotSent) {
            Release::Open if !drafts && self.is_not_what_was_sent(id) => Release::Changed,
            agenda => agenda,
        };
        Released {
            agenda,
            decisions: written(when(Publication::Decisions, adopted, Release::NotAdopted)),
            minutes: written(when(Publication::Minutes, adopted, Release::NotAdopted)),
        }
    }

    /// How much everybody may see of an item.
    pub(super) fn shown(&self, id: ItemId) -> Shown {
        self.shown_when(id, self.released(id.meeting))
    }

    /// The same, where it is known what of its meeting may be published.
    pub(super) fn shown_when(&self, id: ItemId, released: Released) -> Shown {
        let meeting = &self.region[id.meeting];
        let listed = released.decisions.is_open() || released.minutes.is_open();
        if !(self.on_agenda(meeting, id.index, released) || listed) {
            Shown::Nothing
        } else if meeting.is_closed(id.index) {
            Shown::Number
        } else if self.says_something_else(id) {
            Shown::Changed
        } else {
            Shown::Whole
        }
    }

    /// Whether an item stands on an agenda that everybody may see: it was sent, or drafts may be seen too.
    pub(super) fn on_agenda(&self, meeting: &Meeting, item: usize, released: Released) -> bool {
        released.agenda.is_open() && (self.shows_drafts(meeting) || self.was_sent(meeting, item))
    }

    /// Whether everybody may see drafts of its body.
    pub(super) fn shows_drafts(&self, meeting: &Meeting) -> bool {
        self.region.publishes_its(meeting.body, Publication::Draft)
    }

    /// Whether an agenda that everybody may see shows that something is not as it was sent.
    pub(super) fn shows_unsent(&self, id: MeetingId, released: Released) -> bool {
        let meeting = &self.region[id];
        let shows = |(at, what): (usize, Unsent)| match what {
            Unsent::New | Unsent::Paper(_) => self.shows_drafts(meeting),
            Unsent::Changed => !meeting.is_closed(at),
            Unsent::Withdrawn => true,
        };
        let mut items = consultation::known_unsent(self.region, id).into_iter();
        released.agenda.is_open()
            && (consultation::unsent_plan(meeting).iter().any(|fact| *fact != Fact::Link) || items.any(shows))
    }

    /// Whether an item of a coming agenda was changed after its sending, and drafts may not be seen: what it says now was sent
    /// to nobody.
    fn says_something_else(&self, id: ItemId) -> bool {
        let super::Moment::On(today) = self.moment else { return false };
        let meeting = &self.region[id.meeting];
        !self.shows_drafts(meeting) && !meeting.is_over(today) && consultation::was_changed(self.region, id)
    }

    /// Whether everybody may know why an item was withdrawn, and where it goes: that was sent, or a list that may be seen tells it.
    pub(super) fn tells_withdrawal(&self, id: ItemId, released: Released) -> bool {
        let listed = released.decisions.is_open() || released.minutes.is_open();
        let free = self.moment == super::Moment::Ever || listed || self.shows_drafts(&self.region[id.meeting]);
        free || !consultation::known_unsent(self.region, id.meeting).contains(&(id.index, Unsent::Withdrawn))
    }

    /// Whether an agenda says something else, after its meeting, than was sent: then it is not the agenda that lay on the table.
    fn is_not_what_was_sent(&self, id: MeetingId) -> bool {
        let super::Moment::On(today) = self.moment else { return false };
        let meeting = &self.region[id];
        let is_changed = |index: usize| consultation::was_changed(self.region, ItemId { meeting: id, index });
        meeting.is_over(today) && (0..meeting.items.len()).any(|item| !meeting.is_closed(item) && is_changed(item))
    }

    /// Sendings without items, written by hand, were of the whole agenda.
    fn was_sent(&self, meeting: &Meeting, item: usize) -> bool {
        let mut items = self.sendings(meeting).flat_map(|sending| &sending.items).peekable();
        self.moment == super::Moment::Ever || items.peek().is_none() || items.any(|sent| sent.item == item)
    }

    /// Whether a paper went out with the agenda or after it, or drafts may be seen too. A file that was put beside the agenda
    /// later is a draft until its sending is recorded.
    pub(super) fn paper_was_sent(&self, meeting: &Meeting, paper: &Paper) -> bool {
        let PaperPlace::File(path) = &paper.place else { return true };
        let drafts = self.moment == super::Moment::Ever || self.shows_drafts(meeting);
        let by_hand = self.sendings(meeting).all(|sending| sending.items.is_empty() && sending.papers.is_empty());
        let named = |sending: &Sending| sending.papers.iter().any(|(sent, _)| sent == path);
        drafts || by_hand || self.sendings(meeting).any(named)
    }

    /// The sendings of agenda and papers so far.
    pub(super) fn sendings<'m>(&self, meeting: &'m Meeting) -> impl Iterator<Item = &'m Sending> {
        let moment = self.moment;
        meeting.sendings_of_papers().filter(move |sending| moment.has_come(sending.date))
    }

    /// Whether a reference to an item says nothing that is hidden.
    pub(super) fn may_name(&self, id: ItemId) -> bool {
        self.shown(id) == Shown::Whole
    }

    /// Whether everybody may know of a meeting: its body publishes agendas, or a list of it may be seen.
    pub(super) fn is_announced(&self, id: MeetingId) -> bool {
        let meeting = &self.region[id];
        let published = self.region.publishes_its(meeting.body, Publication::Agenda);
        self.is_seen(meeting) && (published || self.released(id).any())
    }

    /// Whether anything of a meeting may be seen.
    pub(super) fn is_seen(&self, meeting: &Meeting) -> bool {
        self.region.publishes(meeting.body) && !self.without.contains(&meeting.key.as_str())
    }
}

impl Meeting {
    /// Whether an item is closed; a sub-item of a closed item is closed too.
    #[must_use]
    pub fn is_closed(&self, at: usize) -> bool {
        let item = &self.items[at];
        item.closed || item.parent.is_some_and(|parent| self.items[parent].closed)
    }
}
