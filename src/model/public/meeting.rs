//! The public part of `vergadering.toml` and `verzending.toml`.

use super::{Gate, fitting};
use crate::model::earlier::Discussed;
use crate::model::{
    Actor, Alternate, Cancelled, Form, Guest, Item, ItemId, Meeting, MeetingId, Paper, PaperPlace, Planned,
    Publication, Released, Sending, Shown, Treatment,
};
use crate::source::Spanned;

/// What the public sees of a closed item.
const CLOSED_ITEM: &str = "Besloten agendapunt";

/// What it sees of an item that says something else than was sent.
const CHANGED_ITEM: &str = "Gewijzigd agendapunt";

impl Gate<'_> {
    /// Of a meeting that is not announced only its place is left; of one whose agenda may not be seen, its date.
    pub(super) fn meeting(&self, id: MeetingId, meeting: &Meeting) -> Meeting {
        let Meeting {
            key,
            body,
            date,
            until,
            begin,
            end,
            told_hours,
            place,
            // who may take part gets it
            online_at: _,
            invited,
            form,
            closes,
            told_open: _,
            moved_from,
            moved_by_file,
            form_untold,
            cancelled,
            reply_by: _,
            example,
            items,
            sendings: _,
            // what a party answers is for who speaks for it
            replies: _,
            awaited: _,
            minutes,
            adoption,
            // it tells of parts that are hidden
            frozen: _,
            abbreviations,
            altered,
            unsent: _,
            withheld: _,
            released: _,
            broken,
            span,
        } = meeting;
        let (released, announced) = (self.released(id), self.is_announced(id));
        let shown = if released.any() { items.len() } else { 0 };
        let items = (0..shown).map(|index| self.item(ItemId { meeting: id, index }, released));
        let listed = released.decisions.is_open() || released.minutes.is_open();
        Meeting {
            key: if self.region.publishes(*body) { key.clone() } else { String::new() },
            body: *body,
            date: *date,
            until: *until,
            begin: begin.filter(|_| announced),
            end: end.filter(|_| announced),
            told_hours: if announced { *told_hours } else { (None, None) },
            place: place.clone().filter(|_| announced),
            online_at: None,
            invited: invited.iter().filter_map(|it| self.invited(id, it, released)).collect(),
            form: *form,
            closes: *closes,
            told_open: form.eq(&Form::Written).then(|| meeting.last_day()),
            moved_by_file: *moved_by_file,
            form_untold: *form_untold,
            moved_from: if announced { moved_from.clone() } else { Vec::new() },
            cancelled: cancelled.as_ref().map(|it| self.cancelled(it, released.any())),
            reply_by: None,
            example: example.clone().filter(|_| announced),
            items: items.collect(),
            sendings: self.sendings(meeting).filter(|_| released.agenda.is_open()).map(sending).collect(),
            replies: Vec::new(),
            awaited: Vec::new(),
            minutes: minutes.as_ref().filter(|_| listed).map(|it| self.minutes(id, it, released)),
            adoption: adoption.filter(|adoption| listed && self.moment.has_come(adoption.date)),
            frozen: None,
            abbreviations: abbreviations.clone().filter(|_| listed),
            altered: *altered,
            unsent: self.shows_unsent(id, released),
            withheld: !self.is_seen(meeting),
            released,
            broken: *broken,
            span: *span,
        }
    }

    fn cancelled(&self, cancelled: &Cancelled, told: bool) -> Cancelled {
        let Cancelled { date, reason, to, called, known } = cancelled;
        let to = to.filter(|to| told && self.is_announced(*to));
        Cancelled {
            date: *date,
            reason: if told { reason.clone() } else { Spanned::new(String::new(), reason.span) },
            to,
            called: called.clone().filter(|_| to.is_some()),
            known: known.filter(|_| to.is_some()),
        }
    }

    fn item(&self, id: ItemId, released: Released) -> Item {
        let shown = self.shown_when(id, released);
        let on_agenda = self.on_agenda(&self.region[id.meeting], id.index, released);
        let published = self.region.publishes_its(self.region[id.meeting].body, Publication::Papers);
        let Item {
            key,
            number,
            frozen,
            title,
            treatment,
            formality,
            submitter,
            author,
            alderman,
            contact,
            case_number,
            duration,
            start,
            end,
            discussed_in,
            follows,
            adopts,
            action_list,
            requested,
            explanation,
            arguments,
            finance,
            legal,
            remarks,
            communication,
            sequel,
            internal: _,
            to_be_adopted_by,
            closed: _,
            parent,
            cancelled,
            papers,
            fingerprint: _,
            fingerprint_as_sent: _,
            record: _,
            shown: _,
            on_agenda: _,
            span,
        } = &self.region[id];
        let whole = shown == Shown::Whole;
        let named = |items: &[Spanned<ItemId>]| -> Vec<_> {
            items.iter().filter(|it| whole && on_agenda && self.may_name(it.value)).copied().collect()
        };
        let note = |text: &Option<Box<Spanned<String>>>| text.clone().filter(|_| whole && on_agenda);
        Item {
            key: if whole { key.clone() } else { String::new() },
            number: if shown == Shown::Nothing { String::new() } else { number.clone() },
            frozen: *frozen,
            title: title_as(shown, title),
            treatment: if whole { *treatment } else { Treatment::Procedure },
            formality: whole && *formality,
            submitter: submitter.filter(|by| whole && on_agenda && self.is_known(*by)),
            author: note(author),
            alderman: note(alderman),
            contact: contact.clone().filter(|one| whole && on_agenda && is_function(one)),
            case_number: note(case_number),
            // one that was withdrawn takes no time
            duration: duration.filter(|_| on_agenda && (whole || cancelled.is_none())),
            start: start.filter(|_| on_agenda),
            end: end.filter(|_| on_agenda),
            discussed_in: named(discussed_in).into_iter().filter(|it| self.was_discussed(it.value)).collect(),
            follows: named(follows),
            adopts: adopts.iter().filter(|it| whole && self.is_announced(it.value)).copied().collect(),
            action_list: whole && on_agenda && *action_list,
            requested: if whole { requested.clone() } else { Vec::new() },
            explanation: note(explanation),
            arguments: note(arguments),
            finance: note(finance),
            legal: note(legal),
            remarks: note(remarks),
            communication: note(communication),
            sequel: note(sequel),
            internal: None,
            to_be_adopted_by: to_be_adopted_by.filter(|_| whole),
            closed: shown == Shown::Number,
            parent: *parent,
            // that and when something was withdrawn tells nothing of it; why, and where it went, may
            cancelled: match shown {
                Shown::Whole => {
                    cancelled.as_ref().map(|it| self.cancelled(it, self.tells_withdrawal(id, released)).into())
                }
                Shown::Number => cancelled.as_ref().map(|it| self.cancelled(it, false).into()),
                Shown::Changed | Shown::Nothing => None,
            },
            papers: {
                let shown = |it: &&Paper| whole && on_agenda && self.paper_was_sent(&self.region[id.meeting], it);
                fitting(papers.iter().filter(shown).filter_map(|it| paper(it, published)))
            },
            fingerprint: None,
            fingerprint_as_sent: None,
            record: None,
            shown,
            on_agenda,
            span: *span,
        }
    }

    /// Who is invited at closed items alone, or at items that were not sent, is not invited for everybody to see.
    fn invited(&self, id: MeetingId, guest: &Guest, released: Released) -> Option<Guest> {
        let Guest { function, organisation, at } = guest;
        let is_seen = |index: &usize| {
            let on_agenda = self.on_agenda(&self.region[id], *index, released);
            on_agenda && self.shown_when(ItemId { meeting: id, index: *index }, released) == Shown::Whole
        };
        let open: Vec<usize> = at.iter().copied().filter(is_seen).collect();
        let is_told = released.agenda.is_open() && (at.is_empty() || !open.is_empty());
        is_told.then(|| Guest { function: function.clone(), organisation: organisation.clone(), at: open })
    }

    /// Whether an item was discussed; the minutes that say so may be hidden.
    fn was_discussed(&self, id: ItemId) -> bool {
        match self.moment {
            super::Moment::On(today) => matches!(self.region.discussed(id, today), Discussed::Yes | Discussed::Listed),
            super::Moment::Ever => true,
        }
    }

    /// Whether everybody may know that this actor does something.
    fn is_known(&self, actor: Actor) -> bool {
        match actor {
            Actor::Party(_) => true,
            Actor::Body(body) => self.region.publishes(body),
        }
    }
}

/// Whether a contact is a function, which is public as that of who wrote it: somebody of `personen.toml` is not, nor one word,
/// which may be the key of somebody who is not there.
fn is_function(contact: &Alternate) -> bool {
    matches!(contact, Alternate::Function(function) if function.contains(' '))
}

fn paper(paper: &Paper, published: bool) -> Option<Paper> {
    let Paper { number, title, place, closed, size, linked_to, text, span } = paper;
    let place = match place {
        PaperPlace::File(_) | PaperPlace::Address(_) if !published => PaperPlace::Withheld,
        PaperPlace::File(path) => PaperPlace::File(path.clone()),
        PaperPlace::Address(address) => PaperPlace::Address(address.clone()),
        PaperPlace::Follows(day) => PaperPlace::Follows(*day),
        PaperPlace::Oral => PaperPlace::Oral,
        PaperPlace::Withheld => PaperPlace::Withheld,
    };
    (!closed).then(|| Paper {
        number: number.clone(),
        title: title.clone(),
        place,
        closed: false,
        size: size.filter(|_| published),
        linked_to: linked_to.clone().filter(|_| published),
        text: text.filter(|_| published),
        span: *span,
    })
}

/// That something was sent, and when; for when and where the meeting would be, which that said.
fn sending(sending: &Sending) -> Sending {
    let Sending { date, kind, items: _, papers: _, on_behalf_of: _, to: _, reply_by, planned, span } = sending;
    let (items, papers, to) = (Vec::new(), Vec::new(), Vec::new());
    let (date, kind, reply_by) = (*date, *kind, *reply_by);
    // nobody outside hears of the link, nor that it is another one
    let planned = planned.clone().map(|planned| Planned { online_at: None, ..planned });
    Sending { date, kind, items, papers, on_behalf_of: None, to, reply_by, planned, span: *span }
}

/// The title of an item, as far as it is shown.
fn title_as(shown: Shown, title: &Spanned<String>) -> Spanned<String> {
    match shown {
        Shown::Whole => title.clone(),
        Shown::Changed => Spanned::new(CHANGED_ITEM.to_owned(), title.span),
        Shown::Number => Spanned::new(CLOSED_ITEM.to_owned(), title.span),
        Shown::Nothing => Spanned::new(String::new(), title.span),
    }
}
