//! For which days a meeting was planned before, and as what those who got its papers know it.

use chrono::{NaiveDate, NaiveTime};

use super::{BodyId, Destination, Form, Meeting, MeetingId, Planned, Region};
use crate::model::consultation;
use crate::source::Spanned;

impl Meeting {
    /// The day for which it was planned first, as its folder says, which keeps its name: so papers of before name it.
    #[must_use]
    pub fn first_planned(&self) -> NaiveDate {
        let day = self.key.get(..10).and_then(|day| day.parse().ok());
        day.unwrap_or(self.date.value)
    }

    /// The other days for which it was planned, each once: as its file says, and the papers that were sent.
    #[must_use]
    pub fn planned_before(&self) -> Vec<NaiveDate> {
        let mut all: Vec<NaiveDate> = Vec::new();
        for day in self.moved_from.iter().copied().chain(self.sent_days()).filter(|day| *day != self.date.value) {
            if !all.contains(&day) {
                all.push(day);
            }
        }
        all
    }

    /// Whether it was put back on a day for which it was planned before.
    #[must_use]
    pub fn was_put_back(&self) -> bool {
        let now = self.date.value;
        let mut since = self.sent_days().skip_while(|day| *day != now);
        !self.planned_before().is_empty() && (self.moved_from.contains(&now) || since.any(|day| day != now))
    }

    /// Whether it is on a day, or was to be, as its folder and its file say, and what was sent.
    #[must_use]
    pub fn holds_day(&self, day: NaiveDate) -> bool {
        let last = if self.is_written() { self.date.value } else { self.last_day() };
        (self.date.value..=last).contains(&day) || self.first_planned() == day || self.planned_before().contains(&day)
    }

    /// The days for which papers were sent before it was over.
    fn sent_days(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last_day();
        let before = self.sent_on_day().filter(move |(sent, _)| *sent <= last && !self.moved_by_file);
        before.map(|(_, plan)| plan.date)
    }

    /// When, where and how it was, as papers were sent.
    fn sent_plans(&self) -> impl DoubleEndedIterator<Item = &Planned> {
        self.sent_on_day().map(|(_, plan)| plan)
    }

    fn sent_on_day(&self) -> impl DoubleEndedIterator<Item = (NaiveDate, &Planned)> {
        self.sendings_of_papers().filter_map(|sending| Some((sending.date, sending.planned.as_ref()?)))
    }

    /// The same, as they were sent last until a day.
    #[must_use]
    pub fn sent_plan(&self, day: NaiveDate) -> Option<&Planned> {
        self.sent_on_day().filter(|(sent, _)| *sent <= day).map(|(_, plan)| plan).next_back()
    }

    /// From when until when it was to be, as was sent last before it for its day; else as its file says.
    fn hours_as_told(&self) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let of_day = |plan: &&Planned| plan.date == self.date.value && plan.form != Form::Written;
        let told = self.sent_plan(self.last_day()).filter(of_day);
        told.map_or((self.begin, self.end), |plan| (plan.begin, plan.end))
    }

    /// Whether it was called off after it was moved without telling that: what everybody knows, is what was sent.
    pub(super) fn was_called_off_otherwise(&self) -> bool {
        self.cancelled.is_some() && !consultation::unsent_plan(self).is_empty()
    }

    /// Makes it the meeting that was called off: the one that was sent.
    pub(super) fn stand_as_sent(&mut self) {
        let Some(sent) = self.sent_plans().next_back().cloned().filter(|_| self.was_called_off_otherwise()) else {
            return;
        };
        if consultation::planned(self).place != sent.place {
            self.place = None;
        }
        if consultation::planned(self).online_at != sent.online_at {
            self.online_at = None;
        }
        let told: Vec<NaiveDate> = self.sent_plans().map(|plan| plan.date).chain([self.first_planned()]).collect();
        self.moved_from.retain(|day| *day != sent.date && told.contains(day));
        let closes = self.closes.map_or(self.date.span, |day| day.span);
        self.date.value = sent.date;
        self.closes = sent.closes.map(|day| Spanned::new(day, closes));
        (self.until, self.begin, self.end, self.form) = (sent.until, sent.begin, sent.end, sent.form);
        self.set_starts();
    }
}

impl Region {
    /// The days on which a body agreed to meet that no meeting of it has taken, in order; none where a meeting may be left out.
    pub fn planned_days(&self, body: BodyId) -> impl Iterator<Item = NaiveDate> {
        let of_body = move || self.meetings.iter().filter(move |meeting| meeting.body == body);
        let all = self[body].planned.iter().copied().filter(|_| !self.incomplete);
        all.filter(move |day| !of_body().any(|meeting| meeting.holds_day(*day)))
    }

    /// Remembers, of every meeting, what papers told before it: its hours, and of what was withdrawn where that was to go. What is
    /// changed or sent later changes nothing of it.
    pub fn remember_what_was_told(&mut self) {
        for id in self.meeting_ids() {
            let hours = self[id].hours_as_told();
            let places: Vec<Option<Destination>> =
                (0..self[id].items.len()).map(|at| self.destination(id, at)).collect();
            let meeting = &mut self.meetings[id.0];
            meeting.told_hours = hours;
            for (item, known) in meeting.items.iter_mut().zip(places) {
                item.cancelled.iter_mut().for_each(|cancelled| cancelled.known = known);
            }
        }
    }

    /// The meeting to which an item that was withdrawn goes, as it was known when its own was over: as it was sent with the item,
    /// else with its own papers, else as it was planned first, and now, where nothing says when it was moved.
    fn destination(&self, id: MeetingId, at: usize) -> Option<Destination> {
        let (meeting, last) = (&self[id], self[id].last_day());
        let there = &self[meeting.items[at].cancelled.as_ref()?.to?];
        let before = meeting.sendings.iter().filter(|sending| sending.date <= last);
        let sent =
            before.flat_map(|it| &it.items).filter(|sent| sent.item == at).filter_map(|sent| sent.to_day).next_back();
        // it may have been another meeting
        let is_its = |day: &NaiveDate| *day == there.date.value || there.planned_before().contains(day);
        let plan = there.sent_plan(last);
        let known = sent.filter(is_its).or(plan.map(|plan| plan.date));
        let (first, now) = (there.first_planned(), there.date.value);
        let written = plan.map_or(there.is_written(), |plan| plan.form == Form::Written);
        // its own papers came later, and said that it was not moved yet
        let stood = there.sent_plans().any(|plan| plan.date == first);
        Some(match known {
            None if now != first && !stood => Destination { day: now, first: Some(first), written, named_on: last },
            known => Destination { day: known.unwrap_or(first), first: None, written, named_on: last },
        })
    }
}
