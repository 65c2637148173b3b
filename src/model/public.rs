//! The public view: a region from which everything closed, internal or personal was removed.
//!
//! It is a different value, made before any document is composed; no template decides about publicity. What a body does
//! not publish (`[openbaarheid]`) is not in it. Indexes stay valid: what is withheld leaves an empty stub behind.

use super::{
    BodyKind, Held, Item, ItemId, Meeting, MeetingId, Minutes, Paper, PaperPlace, Person, ProgressKind, Publication,
    Region, Role, SendingKind, Subject, Treatment,
};
use crate::source::Spanned;

/// What the public sees of a closed item.
const CLOSED_ITEM: &str = "Besloten agendapunt";

impl Region {
    /// The public view of this region.
    #[must_use]
    pub fn public_view(&self) -> Self {
        let mut view = self.clone();
        view.public = true;
        view.exceptions.clear();
        view.signals.retain(|signal| !signal.closed);
        for signal in &mut view.signals {
            let hidden = signal.scheduled.is_some_and(|item| self.is_closed(item));
            signal.scheduled = signal.scheduled.filter(|_| !hidden);
        }
        for at in 0..view.meetings.len() {
            view.meetings[at] = self.public_meeting(&self.meetings[at]);
        }
        view.progress.retain(|progress| self.is_public_subject(progress.about, &progress.kind));
        view.hide_persons();
        view.hide_bodies();
        view
    }

    /// Whether the body of a meeting publishes this.
    fn publishes(&self, meeting: &Meeting, what: Publication) -> bool {
        self.publicity.get(&meeting.body).is_some_and(|published| published.contains(&what))
    }

    /// A sub-item of a closed item is closed too.
    fn is_closed(&self, item: ItemId) -> bool {
        is_closed(&self[item.meeting], item.index)
    }

    fn public_meeting(&self, meeting: &Meeting) -> Meeting {
        let adopted = meeting.adoption.is_some() || self.publishes(meeting, Publication::Draft);
        let held = Held {
            agenda: self.publishes(meeting, Publication::Agenda),
            decisions: adopted && self.publishes(meeting, Publication::Decisions),
            minutes: adopted && self.publishes(meeting, Publication::Minutes),
        };
        let mut view = meeting.clone();
        view.withheld = self.publicity.get(&meeting.body).is_none_or(Vec::is_empty);
        view.held = held;
        view.replies.clear();
        view.sendings.retain(|sending| matches!(sending.kind, SendingKind::Agenda | SendingKind::Late));
        for sending in &mut view.sendings {
            (sending.items, sending.papers, sending.to, sending.on_behalf_of) =
                (Vec::new(), Vec::new(), Vec::new(), None);
        }
        let papers = self.publishes(meeting, Publication::Papers);
        let shown = |at: usize| (held.agenda || held.decisions || held.minutes) && !is_closed(meeting, at);
        for (at, item) in view.items.iter_mut().enumerate() {
            if shown(at) { open_item(item, papers) } else { *item = stub(item) }
        }
        view.minutes = meeting
            .minutes
            .as_ref()
            .filter(|_| held.decisions || held.minutes)
            .map(|minutes| public_minutes(minutes, held.minutes, &shown));
        view
    }

    /// An entry of the ledger that says nothing of what is closed; replies, and so reservations, are never public.
    fn is_public_subject(&self, about: Subject, kind: &ProgressKind) -> bool {
        let meeting = &self[about.meeting()];
        let published =
            [Publication::Decisions, Publication::Minutes].iter().any(|what| self.publishes(meeting, *what));
        let treated = meeting.minutes.iter().flat_map(|minutes| &minutes.items);
        let mut treated = treated.filter(|treated| match about {
            Subject::Action(_, number) => treated.actions.iter().any(|action| action.number == number),
            Subject::Commitment(_, number) => treated.commitments.iter().any(|it| it.number == number),
            Subject::Item(..) => false,
        });
        let item = match about {
            Subject::Item(_, item) => Some(item),
            _ => treated.next().map(|treated| treated.item),
        };
        published
            && !matches!(kind, ProgressKind::ReservationLifted(_))
            && item.is_some_and(|item| !is_closed(meeting, item))
    }

    /// Names of those who sit for a party in an administrative body are public; those of civil servants are not.
    fn hide_persons(&mut self) {
        let public = |region: &Self, at: usize| {
            region.seats.iter().any(|seat| {
                seat.person.is_some_and(|person| person.0 == at)
                    && seat.role == Role::Member
                    && region[seat.body].kind == BodyKind::Administrative
            })
        };
        let shown: Vec<bool> = (0..self.persons.len()).map(|at| public(self, at)).collect();
        let hidden: Vec<Person> =
            self.persons.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(it, _)| it.clone()).collect();
        for seat in &mut self.seats {
            seat.person = seat.person.filter(|person| shown[person.0]);
            for alternate in &mut seat.alternates {
                if let Some(person) = hidden.iter().find(|person| person.name == alternate.value) {
                    alternate.value = person.function.clone().unwrap_or_default();
                }
            }
            seat.alternates.retain(|alternate| !alternate.is_empty());
        }
        for (person, shown) in self.persons.iter_mut().zip(shown) {
            (person.email, person.phone) = (None, None);
            person.receives.clear();
            if !shown {
                (person.key, person.name, person.function) = (String::new(), String::new(), None);
            }
        }
    }

    /// Who sits in a body that publishes nothing is not public. Its seats go; those that stay keep their indexes right.
    fn hide_bodies(&mut self) {
        let public: Vec<bool> = (0..self.bodies.len())
            .map(|at| self.publicity.get(&super::BodyId(at)).is_some_and(|list| !list.is_empty()))
            .collect();
        self.representations.retain(|representation| public[representation.body.0]);
        let kept: Vec<usize> = (0..self.seats.len()).filter(|at| public[self.seats[*at].body.0]).collect();
        for minutes in self.meetings.iter_mut().filter_map(|meeting| meeting.minutes.as_mut()) {
            minutes.attendance.retain(|attendance| kept.contains(&attendance.seat.0));
            for attendance in &mut minutes.attendance {
                attendance.seat.0 = kept.partition_point(|old| *old < attendance.seat.0);
            }
        }
        let mut at = 0;
        self.seats.retain(|_| {
            at += 1;
            kept.contains(&(at - 1))
        });
    }

    /// The meetings that this view shows anything of.
    pub fn shown_meetings(&self) -> impl Iterator<Item = MeetingId> {
        self.meetings.iter().enumerate().filter(|(_, meeting)| !meeting.withheld).map(|(at, _)| MeetingId(at))
    }
}

fn is_closed(meeting: &Meeting, at: usize) -> bool {
    let item = &meeting.items[at];
    item.closed || item.parent.is_some_and(|parent| meeting.items[parent].closed)
}

fn open_item(item: &mut Item, papers: bool) {
    item.fingerprint = None;
    item.internal = None;
    item.papers.retain(|paper| !paper.closed);
    let withhold = |paper: &mut Paper| {
        if matches!(paper.place, PaperPlace::File(_)) {
            paper.place = PaperPlace::Withheld;
        }
    };
    if !papers {
        item.papers.iter_mut().for_each(withhold);
    }
}

/// The number, the times and nothing else.
fn stub(item: &Item) -> Item {
    Item {
        key: String::new(),
        number: item.number.clone(),
        frozen: item.frozen,
        title: Spanned::new(CLOSED_ITEM.to_owned(), item.title.span),
        treatment: Treatment::Procedure,
        formality: false,
        submitter: None,
        author: None,
        duration: item.duration,
        start: item.start,
        discussed_in: Vec::new(),
        follows: Vec::new(),
        adopts: Vec::new(),
        requested: Vec::new(),
        explanation: None,
        finance: None,
        remarks: None,
        communication: None,
        sequel: None,
        internal: None,
        adopted_by: None,
        closed: true,
        parent: item.parent,
        cancelled: None,
        papers: Vec::new(),
        fingerprint: None,
        span: item.span,
    }
}

fn public_minutes(minutes: &Minutes, full: bool, shown: &impl Fn(usize) -> bool) -> Minutes {
    let mut view = minutes.clone();
    view.items.retain(|treated| shown(treated.item));
    for treated in &mut view.items {
        treated.internal = None;
        treated.discussed = treated.discussed.take().filter(|_| full);
    }
    view.corrections.retain(|correction| correction.item.is_none_or(shown));
    for attendance in &mut view.attendance {
        attendance.not_at.retain(|item| shown(*item));
    }
    view.guests.retain(|guest| guest.at.is_empty() || guest.at.iter().any(|item| shown(*item)));
    for guest in &mut view.guests {
        guest.at.retain(|item| shown(*item));
    }
    view
}
