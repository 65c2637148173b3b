//! What stands around what was said: the head of minutes and decision list, and how an item stood on the agenda.

use super::teller::Teller;
use super::words::{Lines, joined};
use crate::model::called;
use crate::model::{BodyKind, ItemId, Minutes, Outcome, Seat};
use crate::word::Word as _;

impl Teller<'_> {
    /// Everything in the head that the minutes themselves do not say.
    pub(super) fn head(&self) -> String {
        let (region, meeting) = (self.region, &self.region[self.id]);
        let (body, day) = (region.body_of(self.id), meeting.date.value);
        let mut lines = Lines::default();
        let staff = if body.kind == BodyKind::Staff { "ambtelijk" } else { "" };
        lines.add(&["overleg", &self.name(&body.key, || body.name_on(day).to_owned()), staff]);
        lines.add(&["besluitenlijst", body.decision_list_on(day)]);
        if meeting.is_written() {
            lines.add(&["ronde", &self.day(Some(day)), &self.day(Some(meeting.last_day()))]);
        } else {
            lines.add(&["plaats", meeting.place.as_deref().map_or("", String::as_str)]);
        }
        lines.add(&["voorzitter", &region.chaired(self.id).map(|row| self.seat(row.seat)).unwrap_or_default()]);
        let moved: Vec<String> = meeting.moved_from.iter().map(|day| self.day(Some(*day))).collect();
        lines.add(&["verplaatst van", &moved.join(" ")]);
        let sent_for = self.sent_for();
        if !sent_for.is_empty() {
            lines.add(&["verzonden voor", &sent_for]);
        }
        lines
            .add(&["voorbeeld", meeting.example.as_deref().or(region.covenant.example.as_deref()).unwrap_or_default()]);
        if let Some(cancelled) = &meeting.cancelled {
            lines.add(&["vervallen", &self.day(Some(cancelled.date)), &cancelled.reason]);
        }
        // the last, so that records of before differ in nothing that stands before it
        if !meeting.is_written() && !meeting.form_untold {
            lines.add(&["vorm", meeting.form.word()]);
        }
        lines.text()
    }

    /// The positions of parties, item by item, which a decision list tells as well.
    pub(super) fn positions(&self) -> Vec<String> {
        let minutes = self.region[self.id].minutes.iter().flat_map(|minutes| &minutes.items);
        let all = minutes.flat_map(|treated| treated.input.iter().map(move |input| (treated.item, input)));
        let told = all.filter_map(|(item, input)| {
            let position = input.position.as_ref()?.as_str();
            let about = input.decisions.iter().flatten().map(|number| format!("besluit {number} "));
            let (item, party) = (&self.region[self.id].items[item].key, &self.region[input.from].key);
            Some(format!("{item} {party} {}{position}", about.collect::<String>()))
        });
        told.collect()
    }

    /// Who is named in the seats. Where nobody knows a person, nobody is named and nothing is told of it.
    pub(super) fn persons(&self, minutes: &Minutes) -> String {
        if self.region.persons.is_empty() {
            return String::new();
        }
        let mut lines = Lines::default();
        // that nobody was named is told too
        lines.add(&["genoemd"]);
        let mut seats: Vec<&Seat> = minutes.attendance.iter().map(|row| &self.region[row.seat]).collect();
        seats.sort_unstable_by_key(|seat| &seat.key);
        for (seat, name) in seats.into_iter().filter_map(|seat| Some((seat, self.region.named(seat)?))) {
            lines.add(&[&seat.key, &joined(name)]);
        }
        lines.text()
    }

    /// What abbreviations stand for at the foot, as they were written down, else as they are.
    pub(super) fn abbreviations(&self) -> String {
        let mut lines = Lines::default();
        lines.add(&["begrippen"]);
        for one in self.region.abbreviations_in(self.id) {
            lines.add(&[&one.short, &one.meaning]);
        }
        lines.text()
    }

    /// The days for which it was planned as only papers say that were sent, and that it was put back.
    fn sent_for(&self) -> String {
        let meeting = &self.region[self.id];
        let sent = meeting.planned_before().into_iter().filter(|day| !meeting.moved_from.contains(day));
        let back = Some(meeting.date.value).filter(|day| meeting.was_put_back() && !meeting.moved_from.contains(day));
        sent.chain(back).map(|day| self.day(Some(day))).collect::<Vec<_>>().join(" ")
    }

    /// What the minutes call the meeting to which an item went.
    pub(super) fn went_to(&self, item: usize) -> Option<String> {
        let (meeting, day) = (&self.region[self.id], self.region[self.id].last_day());
        let cancelled = meeting.items[item].cancelled.as_ref().filter(|cancelled| cancelled.date <= day)?;
        called::went_to(self.region, cancelled, day)
    }

    /// How an item stood on the agenda at the end of the meeting.
    pub(super) fn item(&self, id: ItemId) -> String {
        let (region, item, day) = (self.region, &self.region[id], self.region[self.id].last_day());
        let flag = |is: bool, word| if is { word } else { "" };
        let mut lines = Lines::default();
        let (part, closed, formality) = (item.parent.is_some(), item.closed, item.formality);
        let flags = [flag(part, "onderdeel"), flag(closed, "besloten"), flag(formality, "hamerstuk")];
        lines.add(&[&[item.treatment.word()], &flags[..]].concat());
        let assented =
            region[self.id].treated(id.index).and_then(|treated| treated.outcome).is_some_and(Outcome::is_assent);
        if let Some(by) = item.to_be_adopted_by.filter(|_| assented) {
            lines.add(&["vast te stellen door", &self.actor(crate::model::Actor::Party(by))]);
        }
        if let Some(cancelled) = item.cancelled.as_ref().filter(|cancelled| cancelled.date <= day) {
            let key = cancelled.went_to(region, day).map_or("", |to| region[to].key.as_str());
            let to = self.name(key, || self.went_to(id.index).unwrap_or_default());
            lines.add(&["vervallen", &self.day(Some(cancelled.date)), &cancelled.reason, &to]);
        }
        lines.add(&[&self.asked(id)]);
        lines.text()
    }

    /// What was asked, and answered, where nothing else tells of it: it went otherwise than the words of the minutes say, or they
    /// say nothing of the item.
    fn asked(&self, id: ItemId) -> String {
        let (region, item) = (self.region, &self.region[id]);
        let round = region[self.id].is_written() && item.is_proposal();
        let mut lines = Lines::default();
        let told = match region[self.id].treated(id.index) {
            None => {
                lines.add(&[&self.answers(id)]);
                lines.add(&[&self.reasons(id)]);
                round
            }
            Some(treated) if treated.agreed.is_some() => {
                round || !treated.exceptions.is_empty() || treated.leaves_open(item).is_some()
            }
            Some(treated) => round && self.agreed(id, treated).is_empty(),
        };
        for (number, asked) in (1..).zip(&item.requested).filter(|_| told) {
            lines.add(&["gevraagd", &format!("{number}"), asked]);
        }
        lines.text()
    }
}
