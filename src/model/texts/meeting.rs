//! The texts of a meeting: as planned, as sent, as answered.

use super::{TextKind, Texts};
use crate::model::reply::Filled;
use crate::model::{
    Abbreviation, Alternate, Answer, AnswerItem, Cancelled, Guest, Item, ItemId, Meeting, MeetingId, Paper, PaperPlace,
    Reply, Sending, SentItem,
};
use crate::source::Span;

impl<'a> Texts<'a> {
    pub(super) fn meeting(&mut self, id: MeetingId, meeting: &'a Meeting) {
        let Meeting {
            key,
            body: _,
            date: _,
            until: _,
            begin: _,
            end: _,
            told_hours: _,
            place,
            online_at,
            invited,
            form: _,
            closes: _,
            told_open: _,
            moved_from: _,
            moved_by_file: _,
            form_untold: _,
            cancelled,
            reply_by: _,
            example,
            items,
            sendings,
            replies,
            awaited: _,
            minutes,
            adoption: _,
            frozen: _,
            abbreviations,
            altered: _,
            unsent: _,
            withheld: _,
            released: _,
            broken: _,
            span,
        } = meeting;
        self.meeting = Some(id);
        self.name(key, *span);
        self.placed(place);
        if let Some(address) = online_at {
            let add = |texts: &mut Self| texts.add(&address.value, TextKind::Address, address.span, None);
            self.inside(true, |texts| texts.names(add));
        }
        for Guest { function, organisation, at: _ } in invited {
            self.placed([function]);
            self.placed(organisation);
        }
        self.cancelled(cancelled.as_ref());
        self.value(example.as_ref(), *span, "voorbeeld");
        for Abbreviation { short, meaning } in abbreviations.iter().flatten() {
            self.placed([short, meaning]);
        }
        for it in sendings {
            self.sending(it);
        }
        for it in replies {
            self.reply(id, it);
        }
        for (index, item) in items.iter().enumerate() {
            self.item = Some(ItemId { meeting: id, index });
            self.inside(meeting.is_closed(index), |texts| {
                texts.item(item);
                texts.cancelled(meeting.withdrawn_itself(index));
            });
            self.item = None;
        }
        if let Some(minutes) = minutes {
            self.minutes(id, minutes, |item| meeting.is_closed(item));
        }
        self.meeting = None;
    }

    fn cancelled(&mut self, cancelled: Option<&'a Cancelled>) {
        if let Some(Cancelled { date: _, reason, to: _, called, known: _ }) = cancelled {
            self.placed([reason]);
            self.value(called.as_ref(), reason.span, "naar");
        }
    }

    fn item(&mut self, item: &'a Item) {
        let Item {
            key,
            number: _,
            frozen: _,
            title,
            treatment: _,
            formality: _,
            submitter: _,
            author,
            alderman,
            contact,
            case_number,
            duration: _,
            start: _,
            end: _,
            discussed_in: _,
            follows: _,
            adopts: _,
            action_list: _,
            requested,
            explanation,
            arguments,
            finance,
            legal,
            remarks,
            communication,
            sequel,
            internal,
            to_be_adopted_by: _,
            closed: _,
            parent: _,
            cancelled: _,
            papers,
            fingerprint: _,
            fingerprint_as_sent: _,
            record: _,
            on_agenda: _,
            shown: _,
            span,
        } = item;
        self.name(key, *span);
        self.names(|texts| texts.placed([title]));
        for head in [author, alderman, case_number] {
            self.placed(head.as_deref());
        }
        if let Some(Alternate::Function(function)) = contact.as_deref().map(|one| &one.value) {
            self.placed([function]);
        }
        self.placed(requested);
        for note in [explanation, arguments, finance, legal, remarks, communication, sequel] {
            self.placed(note.as_deref());
        }
        self.inside(true, |texts| texts.value(internal.as_deref(), *span, "intern"));
        for paper in papers {
            self.inside(paper.closed, |texts| texts.names(|texts| texts.paper(paper)));
        }
    }

    fn paper(&mut self, paper: &'a Paper) {
        // what stands in its file is no part of the model; the rules of openbaarheid read it there
        let Paper { number: _, title, place, closed: _, size: _, linked_to, text: _, span } = paper;
        self.placed([title]);
        match place {
            PaperPlace::File(path) => self.add(path, TextKind::Name, *span, Some("bestand")),
            PaperPlace::Address(address) => self.add(address, TextKind::Address, *span, Some("adres")),
            PaperPlace::Follows(_) | PaperPlace::Oral | PaperPlace::Withheld => {}
        }
        if let Some(path) = linked_to {
            self.add(path, TextKind::Name, *span, Some("bestand"));
        }
    }

    fn sending(&mut self, sending: &'a Sending) {
        let Sending { date: _, kind: _, items, papers, on_behalf_of: _, to: _, reply_by: _, planned: _, span } =
            sending;
        for SentItem {
            item: _,
            number: _,
            fingerprint: _,
            wording: _,
            record: _,
            treatment: _,
            to_day: _,
            decisions: _,
        } in items
        {}
        for (path, _) in papers {
            self.name(path, *span);
        }
    }

    fn reply(&mut self, id: MeetingId, reply: &'a Reply) {
        let Reply { party: _, date: _, time: _, channel: _, whole, items, span } = reply;
        self.inside(true, |texts| texts.filled(whole, *span));
        for AnswerItem { item, remarks, answers, span } in items {
            self.item = Some(ItemId { meeting: id, index: *item });
            self.inside(true, |texts| texts.filled(remarks, *span));
            for Answer { number: _, text, treatment: _, or_treatment: _, support: _, reason, span } in answers {
                // it says what was asked
                self.value(Some(text), *span, "tekst");
                self.inside(true, |texts| texts.value(reason.as_ref(), *span, "reden"));
            }
            self.item = None;
        }
    }

    fn filled(&mut self, filled: &'a impl Filled, span: Span) {
        for (field, text) in filled.texts() {
            self.value(Some(text), span, field.key());
        }
    }
}
