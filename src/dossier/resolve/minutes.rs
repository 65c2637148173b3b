//! `verslag.toml`: attendance, outcomes, input, actions and commitments.

use std::collections::BTreeMap;

use super::{Resolver, spoken};
use crate::dossier::read::Entry;
use crate::dutch;
use crate::model::called;
use crate::model::{
    Action, Adoption, Attendance, Commitment, Correction, Deputy, Guest, Input, ItemId, MeetingId, Minutes, Outcome,
    Treated,
};
use crate::source::{Span, Spanned};

/// Numbers that were given out, with their places.
type Numbers = BTreeMap<u16, Span>;

impl Resolver<'_> {
    pub(super) fn minutes(&mut self, id: MeetingId, file: &Entry) {
        if file.broken || file.lost {
            let folder = self.region[id].key.clone();
            self.names.broken_minutes.push(folder);
        }
        let attendance = self.attendance(id, file);
        let guests = file.tables("gast").iter().filter_map(|entry| self.guest(id, entry)).collect();
        let items = self.treated_items(id, file);
        let corrections = file.tables("correctie").iter().filter_map(|entry| self.correction(id, entry)).collect();
        let Some(head) = file.table("verslag") else { return };
        let Some(drawn_up) = head.date("opgesteld") else { return };
        self.times(head);
        let chaired_by = head.text("voorzitter");
        let chaired_by = chaired_by.and_then(|name| Some(Spanned::new(self.seat(id, name)?, name.span)));
        self.region.meetings[id.0].minutes = Some(Minutes {
            drawn_up,
            begin: head.time("begin"),
            end: head.time("einde"),
            chaired_by,
            next: head.date("volgende_vergadering"),
            attendance,
            guests,
            items,
            corrections,
            span: head.span,
        });
    }

    fn attendance(&mut self, id: MeetingId, file: &Entry) -> Vec<Attendance> {
        let mut seen = BTreeMap::new();
        let mut attendance = Vec::new();
        for entry in file.tables("aanwezigheid") {
            let replaced_by = entry
                .table("door")
                .map(|by| Box::new(Deputy { party: self.party(by, "partij"), function: by.placed("functie") }));
            let not_at = self.item_list(id, entry, "niet_bij");
            let (came, left) = self.came_and_left(id, file, entry);
            let Some(name) = entry.text("zetel") else { continue };
            let (Some(seat), Some(presence)) = (self.seat(id, name), entry.word("status")) else { continue };
            if let Some(first) = seen.insert(seat, name.span) {
                self.duplicate("De zetel", name.value, name.span, first);
                continue;
            }
            attendance.push(Attendance { seat, presence, replaced_by, not_at, came, left, span: name.span });
        }
        attendance
    }

    pub(super) fn guest(&mut self, id: MeetingId, entry: &Entry) -> Option<Guest> {
        let at = self.item_list(id, entry, "bij");
        Some(Guest { function: entry.placed("functie")?, organisation: entry.placed("organisatie"), at })
    }

    fn correction(&mut self, id: MeetingId, entry: &Entry) -> Option<Correction> {
        let item = entry.text("agendapunt").and_then(|name| self.item(id, name));
        let (date, held) = (entry.date("datum")?, self.region[id].date);
        let kind = called::kind(&self.region[id]);
        if date < held.value {
            let message = format!("Deze correctie is van {}, vóór de {kind}.", dutch::short_date(date));
            self.impossible(entry.value_span("datum"), message, held.span, "de dag van de vergadering");
        }
        Some(Correction { date, item, text: entry.placed("tekst")? })
    }

    /// In the order of the agenda.
    fn treated_items(&mut self, id: MeetingId, file: &Entry) -> Vec<Treated> {
        let (mut seen, mut actions, mut commitments) = (BTreeMap::new(), Numbers::new(), Numbers::new());
        let mut treated = Vec::new();
        for entry in file.tables("punt") {
            let name = entry.text("agendapunt");
            let item = name.and_then(|name| self.item(id, name));
            let asked = item.map(|item| self.region[id].items[item].requested.len());
            let input = entry.tables("inbreng").iter().filter_map(|input| self.input(input, asked));
            let input: Vec<Input> = input.collect();
            let actions = self.actions(entry, &mut actions);
            let commitments = self.commitments(entry, &mut commitments);
            let discussion = entry.tables("bespreking").iter().filter_map(|said| self.contribution(said)).collect();
            let advice = self.advice(entry);
            let (Some(name), Some(item)) = (name, item) else { continue };
            if let Some(first) = seen.insert(item, name.span) {
                self.duplicate("Het agendapunt", name.value, name.span, first);
                continue;
            }
            let said = |one: &Input| one.text.is_some() || one.position.is_some();
            let told = ["besproken", "bespreking", "toezegging"].iter().any(|key| entry.seen(key));
            let discussed_at_all = told || input.iter().any(said);
            let agreed = entry.seen("afspraken").then(|| entry.strings("afspraken"));
            let exceptions = self.exceptions_of(entry);
            let changed = entry.texts("gewijzigd");
            let changed =
                changed.filter_map(|it| Some(Spanned::new(self.meeting_named(Some(id), it)?, it.span))).collect();
            treated.push(Treated {
                item,
                discussed_at_all,
                changed,
                discussed: entry.placed("besproken"),
                discussion,
                internal: entry.string("intern"),
                outcome: entry.word("uitkomst"),
                advice,
                agreed,
                exceptions,
                input,
                actions,
                commitments,
                span: name.span,
            });
        }
        treated.sort_by_key(|treated| treated.item);
        treated
    }

    /// The requested decisions that went otherwise, each once.
    fn exceptions_of(&mut self, punt: &Entry) -> Vec<(u16, Outcome)> {
        let mut seen = Numbers::new();
        let mut exceptions = Vec::new();
        for entry in punt.tables("besluit") {
            let number = self.numbered("De uitkomst van het besluit", entry, &mut seen);
            let outcome = entry.word("uitkomst");
            exceptions.extend(number.zip(outcome));
        }
        exceptions
    }

    /// What a party brought in on an item that asks so many decisions, where it is known which item that is.
    fn input(&mut self, entry: &Entry, asked: Option<usize>) -> Option<Input> {
        let decisions = self.decisions_named(entry, asked);
        let from = self.party(entry, "van")?;
        Some(Input {
            from,
            text: entry.placed("tekst"),
            position: entry.placed("standpunt"),
            decisions,
            stance: entry.text("standpunt").and_then(|position| spoken::stance(position.value)),
            lifts: entry.text("standpunt").is_some_and(|position| spoken::lifts(position.value)),
            not_named: entry.placed("niet_benoemd"),
            span: entry.span,
        })
    }

    fn actions(&mut self, punt: &Entry, numbers: &mut Numbers) -> Vec<Action> {
        let mut actions = Vec::new();
        for entry in punt.tables("actie") {
            let who = self.actors(entry, "wie");
            let (Some(number), Some(what)) = (self.numbered("De actie", entry, numbers), entry.placed("wat")) else {
                continue;
            };
            actions.push(Action { number, what, who, due: entry.date("uiterlijk"), span: entry.span });
        }
        actions
    }

    fn commitments(&mut self, punt: &Entry, numbers: &mut Numbers) -> Vec<Commitment> {
        let mut commitments = Vec::new();
        for entry in punt.tables("toezegging") {
            let who = entry.text("wie").and_then(|name| self.actor(name));
            let to = self.actors(entry, "aan");
            let number = self.numbered("De toezegging", entry, numbers);
            let (Some(number), Some(what)) = (number, entry.placed("wat")) else { continue };
            commitments.push(Commitment { number, what, who, to, due: entry.date("uiterlijk"), span: entry.span });
        }
        commitments
    }

    /// A number that is unique in the meeting.
    fn numbered(&mut self, what: &str, entry: &Entry, numbers: &mut Numbers) -> Option<u16> {
        let number = entry.number("nr")?;
        if let Some(first) = numbers.insert(number, entry.value_span("nr")) {
            self.duplicate(&format!("{what} met nummer"), &number.to_string(), entry.value_span("nr"), first);
            return None;
        }
        Some(number)
    }

    /// Which minutes were adopted, by the outcome of the first item that adopts them.
    pub(super) fn adoptions(&mut self) {
        let mut adopted = Vec::new();
        for (at, meeting) in self.region.meetings.iter().enumerate() {
            let (id, date) = (MeetingId(at), meeting.last_day());
            for treated in meeting.minutes.iter().flat_map(|minutes| &minutes.items) {
                // no meeting adopts what was said after it, or never
                let can =
                    |it: MeetingId| it < id && [meeting, &self.region[it]].iter().all(|it| it.cancelled.is_none());
                let adopts = meeting.items[treated.item].adopts.iter().map(|minutes| minutes.value);
                for (place, minutes) in adopts.enumerate().filter(|(_, minutes)| can(*minutes)) {
                    let Some(changed) = self.region.adopted_as(ItemId { meeting: id, index: treated.item }, place)
                    else {
                        continue;
                    };
                    adopted.push((minutes, Adoption { meeting: id, date, changed: changed.known() }));
                }
            }
        }
        for (id, adoption) in adopted {
            self.region.meetings[id.0].adoption.get_or_insert(adoption);
        }
    }

    /// What faulty files say of an adoption is not known: then what was written down of it counts.
    pub(super) fn adoptions_written_down(&mut self) {
        for at in 0..self.region.meetings.len() {
            let meeting = &self.region.meetings[at];
            if let Some(frozen) = meeting.frozen.as_ref().filter(|frozen| self.region[frozen.by].broken) {
                let changed = frozen.changed.or(meeting.adoption.and_then(|adoption| adoption.changed));
                let adoption = Adoption { meeting: frozen.by, date: frozen.date, changed };
                self.region.meetings[at].adoption = Some(adoption);
            }
        }
    }
}
