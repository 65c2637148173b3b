//! The words of minutes, part by part: with keys, by which they are known again, or with the names that people see.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};

use super::Said;
use super::words::{Lines, joined, listed, plain, stance, text_of};
use crate::dutch;
use crate::model::consultation::{self, Stand};
use crate::model::{
    Actor, Advice, Attendance, ItemId, MeetingId, Minutes, Outcome, Part, PartyId, Region, Role, SeatId, Support,
    Treated,
};
use crate::source::Spanned;
use crate::word::Word;

/// The minutes of a meeting.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) region: &'a Region,
    pub(super) id: MeetingId,
    words: Words,
}

/// What stands where a name does: in each as many words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Keys.
    Keys,
    /// Names and functions of then; days and numbers as they stand in the files.
    Names,
    /// What people see, also of days and numbers.
    Shown,
}

impl<'a> Teller<'a> {
    pub(super) const fn of(region: &'a Region, id: MeetingId) -> Self {
        Self { region, id, words: Words::Keys }
    }

    pub(super) const fn with_names(self) -> Self {
        Self { words: Words::Names, ..self }
    }

    pub(super) const fn as_shown(self) -> Self {
        Self { words: Words::Shown, ..self }
    }

    /// A key, or what people see in its place.
    pub(super) fn name(self, key: &'a str, shown: impl FnOnce() -> String) -> Cow<'a, str> {
        if self.words == Words::Keys { Cow::Borrowed(key) } else { Cow::Owned(joined(&shown())) }
    }

    /// What the files say, or what people see in its place.
    fn value(self, said: impl FnOnce() -> String, shown: impl FnOnce() -> String) -> String {
        if self.words == Words::Shown { joined(&shown()) } else { said() }
    }

    fn party(self, party: PartyId) -> Cow<'a, str> {
        let (party, day) = (&self.region[party], self.region[self.id].date.value);
        self.name(&party.key, || party.name_on(day).to_owned())
    }

    /// Who brought something in, or for whom that was done.
    fn speaker(self, id: ItemId, party: PartyId) -> Cow<'a, str> {
        let (it, day) = (&self.region[party], self.region[self.id].date.value);
        let namens = if self.region.was_spoken_for(id, party) { "namens " } else { "" };
        self.name(&it.key, || format!("{namens}{}", it.name_on(day)))
    }

    pub(super) fn seat(self, seat: SeatId) -> Cow<'a, str> {
        let (seat, region, day) = (&self.region[seat], self.region, self.region[self.id].date.value);
        let role = if seat.role == Role::Member { "" } else { seat.role.word() };
        let role = if role.is_empty() { String::new() } else { format!(", {role}") };
        self.name(&seat.key, || format!("{}, {}{role}", region.organisation(seat, day), *seat.function))
    }

    /// Items as those at which a seat was empty or a guest was there.
    fn items(self, items: &[usize]) -> String {
        let all = &self.region[self.id].items;
        let name = |item: &usize| self.value(|| all[*item].key.clone(), || format!("punt {}", all[*item].number));
        items.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn day(self, day: Option<NaiveDate>) -> String {
        day.map(|day| self.value(|| day.to_string(), || dutch::short_date(day))).unwrap_or_default()
    }

    fn time(self, time: Option<NaiveTime>) -> String {
        time.map(|time| self.value(|| time.to_string(), || dutch::time(time))).unwrap_or_default()
    }

    /// What the minutes say, part by part; nothing of parts without text.
    pub(super) fn all(&self) -> Vec<Said> {
        let (meeting, id) = (&self.region[self.id], self.id);
        let Some(minutes) = &meeting.minutes else { return Vec::new() };
        let mut all = vec![
            (None, Part::Head, self.head(), meeting.span),
            (None, Part::Meeting, self.meeting(minutes), minutes.span),
            (None, Part::Attendance, self.seats(minutes), minutes.span),
            (None, Part::Persons, self.persons(minutes), minutes.span),
            (None, Part::Abbreviations, self.abbreviations(), minutes.span),
        ];
        for (index, item) in meeting.items.iter().enumerate() {
            all.push((Some(index), Part::Title, format!("{} {}", item.number, *item.title), item.title.span));
            let at = ItemId { meeting: id, index };
            all.push((Some(index), Part::Item, self.item(at), item.title.span));
            let Some(treated) = meeting.treated(index) else { continue };
            let discussed = treated.discussed.as_ref();
            let told = [
                (Part::Outcome, outcomes(treated), treated.span),
                (Part::Discussed, self.discussed(treated), discussed.map_or(treated.span, |it| it.span)),
                (Part::Agreed, self.agreed(at, treated), treated.span),
                (Part::Input, self.input(at, treated), treated.span),
                (Part::Actions, self.actions(treated), treated.span),
                (Part::Commitments, self.commitments(treated), treated.span),
                (Part::Answers, self.answers(at), treated.span),
                (Part::Reasons, self.reasons(at), treated.span),
            ];
            all.extend(told.into_iter().map(|(part, text, span)| (Some(index), part, text, span)));
        }
        let of_old = |item: Option<usize>, part| {
            let treated = item.and_then(|item| meeting.treated(item));
            matches!(
                part,
                Part::Head | Part::Persons | Part::Abbreviations | Part::Item | Part::Answers | Part::Reasons
            ) || part == Part::Agreed && treated.is_some_and(shows_asked)
        };
        let all = all.into_iter().map(|(item, part, text, span)| {
            let was_left_out = of_old(item, part);
            Said { item, part, text: plain(&text), bordered: text, span, was_left_out }
        });
        all.filter(|said| !said.text.trim().is_empty()).collect()
    }

    pub(super) fn meeting(&self, minutes: &Minutes) -> String {
        let meeting = &self.region[self.id];
        let mut lines = Lines::default();
        lines.add(&["datum", &self.day(Some(meeting.date.value)), &self.day(meeting.until)]);
        lines.add(&["begin", &self.time(minutes.begin.or(meeting.told_hours.0))]);
        lines.add(&["einde", &self.time(minutes.end.or(meeting.told_hours.1))]);
        lines.add(&["opgesteld", &self.day(Some(minutes.drawn_up))]);
        lines.add(&["voorzitter", &minutes.chaired_by.map(|seat| self.seat(seat.value)).unwrap_or_default()]);
        lines.add(&["volgende", &self.day(minutes.next)]);
        lines.text()
    }

    fn seats(&self, minutes: &Minutes) -> String {
        let mut lines = Lines::default();
        // in another order they say the same
        let mut rows: Vec<&Attendance> = minutes.attendance.iter().collect();
        rows.sort_by_cached_key(|row| plain(&Teller { words: Words::Keys, ..*self }.row(row)));
        for row in rows {
            lines.add(&[&self.row(row)]);
        }
        for guest in &minutes.guests {
            let organisation = guest.organisation.as_ref().map_or("", |it| it.as_str());
            lines.add(&[&guest.function, organisation, &self.items(&guest.at)]);
        }
        lines.text()
    }

    fn row(&self, row: &Attendance) -> String {
        let deputy = row.replaced_by.as_deref();
        let party = deputy.and_then(|deputy| deputy.party).map(|party| self.party(party)).unwrap_or_default();
        let presence = row.presence.word();
        let mut lines = Lines::default();
        let function = deputy.and_then(|deputy| deputy.function.as_ref()).map_or("", |it| it.as_str());
        lines.add(&[&self.seat(row.seat), presence, &party, function, &self.items(&row.not_at)]);
        // records of before end there
        for (word, time) in [("gekomen", row.came), ("vertrokken", row.left)].into_iter().filter(|it| it.1.is_some()) {
            lines.add(&[word, &self.time(time)]);
        }
        lines.text()
    }

    /// What was agreed, as the minutes show it: their own text, or what was requested, also where that was put off.
    pub(super) fn agreed(&self, id: ItemId, treated: &Treated) -> String {
        let shown = treated.outcome.is_some_and(Outcome::is_assent) || !treated.exceptions.is_empty();
        let asked = self.region[id].requested.iter();
        let asked = asked.filter(|_| treated.agreed.is_none() && (shown || shows_asked(treated)));
        let all = treated.agreed.iter().flatten().chain(asked);
        listed(all.map(|text| text.value.as_str()))
    }

    fn discussed(&self, treated: &Treated) -> String {
        let mut lines = vec![text_of(treated.discussed.as_ref().map(|it| it.as_str()))];
        for said in &treated.discussion {
            let parties = said.on_behalf_of.iter().map(|party| self.party(*party)).collect::<Vec<_>>().join(" ");
            let mut line = Lines::default();
            line.add(&[&self.actor(said.who), &parties, &said.text]);
            lines.push(line.text());
        }
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn input(&self, id: ItemId, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for input in &treated.input {
            let text = |it: &Option<Spanned<String>>| it.as_ref().map(|it| it.value.clone()).unwrap_or_default();
            let (position, words) = (text(&input.position), text(&input.text));
            // records of before have no decisions
            let about = input.decisions.iter().flatten().map(|number| format!("besluit {number} "));
            let position = about.collect::<String>() + &position;
            lines.add(&[&self.speaker(id, input.from), &position, &words, &text(&input.not_named)]);
        }
        lines.text()
    }

    /// Who answered what in a written round.
    pub(super) fn answers(&self, id: ItemId) -> String {
        let item = &self.region[id];
        let mut lines = Lines::default();
        let told = self.region[id.meeting].is_written() && item.is_proposal();
        for number in consultation::decisions(self.region, id).into_iter().filter(|_| told) {
            for (party, stand) in consultation::all_stands(self.region, id, number) {
                let (_, newest) = consultation::standing(self.region, id, party, number);
                let reserved = newest.as_ref().filter(|_| stand == Stand::Answered(Support::Reserved));
                let day = self.region[self.id].last_day();
                let lifted = reserved.and_then(|newest| self.region.lifted(id, newest.reply, number, day));
                let said =
                    newest.as_ref().map_or(stance(stand), |newest| stance(Stand::Answered(newest.answer.support)));
                // of what was answered to an earlier text the first form said nothing
                let other = newest.as_ref().and_then(|newest| newest.answer.other_treatment(item));
                let other = other.map(|other| format!(", {}", other.word())).unwrap_or_default();
                let word = self.name(stance(stand), || format!("{} {said}{other}", stance(stand)));
                let word = match lifted {
                    Some(day) => self.name(stance(stand), || format!("{}, vervallen op {day}", stance(stand))),
                    None if stand == Stand::Stale => word,
                    None => stance(stand).into(),
                };
                lines.add(&[&number.to_string(), &self.party(party), &word]);
            }
        }
        lines.text()
    }

    /// Why, in their own words.
    pub(super) fn reasons(&self, id: ItemId) -> String {
        let mut lines = Lines::default();
        for number in consultation::decisions(self.region, id) {
            for (party, reason) in consultation::reasons(self.region, id, number) {
                lines.add(&[&number.to_string(), &self.party(party), reason]);
            }
        }
        lines.text()
    }

    pub(super) fn actor(self, actor: Actor) -> Cow<'a, str> {
        let (region, day) = (self.region, self.region[self.id].last_day());
        let key = match actor {
            Actor::Party(party) => &region[party].key,
            Actor::Body(body) => &region[body].key,
        };
        self.name(key, || region.actor_on(actor, day).to_owned())
    }

    fn actors(&self, actors: &[Actor]) -> String {
        actors.iter().map(|actor| self.actor(*actor)).collect::<Vec<_>>().join(" ")
    }

    fn actions(&self, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for action in &treated.actions {
            let who = self.actors(&action.who);
            lines.add(&[&action.number.to_string(), &action.what, &who, &self.day(action.due)]);
        }
        lines.text()
    }

    fn commitments(&self, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for it in &treated.commitments {
            let who = it.who.map(|who| self.actor(who)).unwrap_or_default();
            lines.add(&[&it.number.to_string(), &it.what, &who, &self.actors(&it.to), &self.day(it.due)]);
        }
        lines.text()
    }
}

fn outcomes(treated: &Treated) -> String {
    let mut lines = Lines::default();
    lines.add(&[treated.outcome.map_or("", Word::word)]);
    for (number, outcome) in &treated.exceptions {
        lines.add(&[&number.to_string(), outcome.word()]);
    }
    if let Some(Advice { verdict, points }) = &treated.advice {
        lines.add(&["advies", verdict.word(), &listed(points.iter().map(|point| point.as_str()))]);
    }
    lines.text()
}

/// Whether the minutes show what was requested, though nothing of it was agreed.
fn shows_asked(treated: &Treated) -> bool {
    let told = |outcome: Outcome| outcome.is_put_off() || outcome == Outcome::NotAssented;
    treated.agreed.is_none() && treated.exceptions.is_empty() && treated.outcome.is_some_and(told)
}
