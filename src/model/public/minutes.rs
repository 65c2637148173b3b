//! The public part of `verslag.toml` and `voortgang.toml`.

use super::{Gate, fitting};
use crate::model::{
    Action, Advice, Attendance, Commitment, Contribution, Correction, Guest, Input, ItemId, MeetingId, Minutes,
    Progress, ProgressKind, Released, Shown, Subject, Treated,
};

impl Gate<'_> {
    pub(super) fn minutes(&self, id: MeetingId, minutes: &Minutes, released: Released) -> Minutes {
        let Minutes { drawn_up, begin, end, chaired_by, next, attendance, guests, items, corrections, span } = minutes;
        let shown = |index: usize| self.shown(ItemId { meeting: id, index }) == Shown::Whole;
        let whole = released.minutes.is_open();
        let corrections = corrections.iter().filter(|it| self.moment.has_come(it.date));
        Minutes {
            drawn_up: *drawn_up,
            begin: *begin,
            end: *end,
            chaired_by: *chaired_by,
            next: *next,
            attendance: attendance.iter().map(|it| present(it, &shown)).collect(),
            // a decision list tells neither who else was there, nor what was brought in
            guests: fitting(guests.iter().filter(|_| whole).filter_map(|it| guest(it, &shown))),
            items: fitting(items.iter().filter(|it| shown(it.item)).map(|it| treated(it, released))),
            corrections: corrections.filter(|it| it.item.is_none_or(&shown)).map(correction).collect(),
            span: *span,
        }
    }

    /// An entry of the ledger that says nothing of what is closed; replies, and so reservations, are never public.
    pub(super) fn progress(&self, entry: &Progress) -> Option<Progress> {
        let Progress { about, date, kind, explanation, span } = entry;
        let kind = match kind {
            ProgressKind::Done => ProgressKind::Done,
            ProgressKind::Postponed(day) => ProgressKind::Postponed(*day),
            ProgressKind::Dropped(reason) => ProgressKind::Dropped(reason.clone()),
            ProgressKind::ReservationLifted { .. } => return None,
            ProgressKind::Adopted { college, outcome, verdict, case_number } => {
                let (outcome, case_number) = (outcome.clone(), case_number.clone());
                ProgressKind::Adopted { college: *college, outcome, verdict: *verdict, case_number }
            }
            ProgressKind::Reopened => ProgressKind::Reopened,
            ProgressKind::Note => ProgressKind::Note,
        };
        let listed = self.released(about.meeting());
        let told = (listed.decisions.is_open() || listed.minutes.is_open()) && self.moment.has_come(*date);
        let item = self.region.item_of(*about)?;
        (told && self.may_name(item)).then(|| Progress {
            about: *about,
            date: *date,
            kind,
            explanation: explanation.clone(),
            span: *span,
        })
    }
}

fn present(attendance: &Attendance, shown: &impl Fn(usize) -> bool) -> Attendance {
    let Attendance { seat, presence, replaced_by, not_at, came, left, span } = attendance;
    let not_at = not_at.iter().copied().filter(|item| shown(*item)).collect();
    let (seat, presence, replaced_by) = (*seat, *presence, replaced_by.clone());
    Attendance { seat, presence, replaced_by, not_at, came: *came, left: *left, span: *span }
}

/// A guest at closed items alone was not there for everybody.
fn guest(guest: &Guest, shown: &impl Fn(usize) -> bool) -> Option<Guest> {
    let Guest { function, organisation, at } = guest;
    let open: Vec<usize> = at.iter().copied().filter(|item| shown(*item)).collect();
    let there = at.is_empty() || !open.is_empty();
    there.then(|| Guest { function: function.clone(), organisation: organisation.clone(), at: open })
}

fn treated(treated: &Treated, released: Released) -> Treated {
    let Treated {
        item,
        discussed_at_all,
        changed: _,
        discussed,
        discussion,
        internal: _,
        outcome,
        advice,
        agreed,
        exceptions,
        input: said,
        actions,
        commitments,
        span,
    } = treated;
    Treated {
        item: *item,
        discussed_at_all: *discussed_at_all,
        changed: Vec::new(),
        discussed: discussed.clone().filter(|_| released.minutes.is_open()),
        discussion: if released.minutes.is_open() { discussion.iter().map(contribution).collect() } else { Vec::new() },
        internal: None,
        outcome: *outcome,
        advice: advice.as_ref().map(|Advice { verdict, points }| Advice { verdict: *verdict, points: points.clone() }),
        agreed: agreed.clone(),
        exceptions: exceptions.clone(),
        input: said.iter().map(|it| input(it, released)).collect(),
        actions: actions.iter().map(action).collect(),
        commitments: commitments.iter().map(commitment).collect(),
        span: *span,
    }
}

fn contribution(said: &Contribution) -> Contribution {
    let Contribution { who, on_behalf_of, text } = said;
    Contribution { who: *who, on_behalf_of: on_behalf_of.clone(), text: text.clone() }
}

fn input(input: &Input, released: Released) -> Input {
    // why a reply was not named says that there was one
    let Input { from, text, position, decisions, stance, lifts, not_named: _, span } = input;
    let (text, position) = (text.clone().filter(|_| released.minutes.is_open()), position.clone());
    let (decisions, stance, lifts) = (decisions.clone(), *stance, *lifts);
    Input { from: *from, text, position, decisions, stance, lifts, not_named: None, span: *span }
}

fn action(action: &Action) -> Action {
    let Action { number, what, who, due, span } = action;
    Action { number: *number, what: what.clone(), who: who.clone(), due: *due, span: *span }
}

fn commitment(commitment: &Commitment) -> Commitment {
    let Commitment { number, what, who, to, due, span } = commitment;
    Commitment { number: *number, what: what.clone(), who: *who, to: to.clone(), due: *due, span: *span }
}

fn correction(correction: &Correction) -> Correction {
    let Correction { date, item, text } = correction;
    Correction { date: *date, item: *item, text: text.clone() }
}

impl crate::model::Region {
    /// The item under which something of the ledger was agreed, or that it is about.
    #[must_use]
    pub fn item_of(&self, about: Subject) -> Option<ItemId> {
        let meeting = about.meeting();
        let mut treated = self[meeting].minutes.iter().flat_map(|minutes| &minutes.items);
        let index = match about {
            Subject::Item(_, item) => Some(item),
            Subject::Action(_, nr) => {
                treated.find(|it| it.actions.iter().any(|one| one.number == nr)).map(|it| it.item)
            }
            Subject::Commitment(_, nr) => {
                treated.find(|it| it.commitments.iter().any(|one| one.number == nr)).map(|it| it.item)
            }
        };
        index.map(|index| ItemId { meeting, index })
    }
}
