//! What minutes say, part by part, and whether they still say what was adopted.
//!
//! Not among it are corrections, which are made afterwards, and what is for chair and secretary alone. Parties, seats and
//! items stand in it by their keys: a new name changes nothing.

use crate::consultation::{self, Stand};
use crate::fingerprint;
use crate::format::{GEDRAGEN, STATUS, UITKOMST};
use crate::model::{
    Actor, Adoption, Frozen, FrozenPart, ItemId, MeetingId, Minutes, Outcome, Part, Presence, Region, Support, Treated,
};
use crate::source::{FileId, Span, Spanned};

/// What one part says.
#[derive(Debug)]
struct Said {
    /// The item (place in the meeting) that it is about; nothing of the meeting itself.
    item: Option<usize>,
    /// Which part.
    part: Part,
    /// Its text.
    text: String,
    /// Where it stands.
    span: Span,
}

/// The minutes of a meeting as they are, to be written down when they are adopted.
#[must_use]
pub fn freeze(region: &Region, id: MeetingId, adoption: Adoption) -> Frozen {
    let part = |said: Said| FrozenPart {
        item: said.item,
        part: said.part,
        fingerprint: fingerprint::texts([said.text.as_str()]),
        words: fingerprint::marks(&said.text),
    };
    let parts = said(region, id).into_iter().map(part).collect();
    Frozen { date: adoption.date, by: adoption.meeting, parts, span: Span::whole(FileId(0)) }
}

/// A part that is no longer as it was adopted.
#[derive(Debug)]
pub struct Changed {
    /// The item (place in the meeting) that it is about.
    pub item: Option<usize>,
    /// Which part.
    pub part: Part,
    /// How it changed.
    pub how: How,
    /// Where it stands, or would stand.
    pub span: Span,
}

/// How a part changed.
#[derive(Debug, PartialEq, Eq)]
pub enum How {
    /// It was not there.
    New,
    /// It is gone.
    Gone,
    /// It says something else: from where on, as far as that can be told, and what it says there now.
    Other(Option<String>),
}

/// What the minutes say otherwise than when they were adopted.
#[must_use]
pub fn changes(region: &Region, id: MeetingId, frozen: &Frozen) -> Vec<Changed> {
    let now = said(region, id);
    let minutes = region[id].minutes.as_ref().map(|minutes| minutes.span);
    let is = |then: &FrozenPart, said: &Said| (then.item, then.part) == (said.item, said.part);
    let mut changed = Vec::new();
    // before answers were written down nobody knows what they were
    let knows_answers = frozen.parts.iter().any(|then| then.part == Part::Answers);
    for said in now.iter().filter(|said| said.part != Part::Answers || knows_answers) {
        let how = match frozen.parts.iter().find(|then| is(then, said)) {
            None => How::New,
            Some(then) if then.fingerprint == fingerprint::texts([said.text.as_str()]) => continue,
            Some(then) => How::Other(then.words.as_deref().and_then(|words| other_words(words, &said.text))),
        };
        changed.push(Changed { item: said.item, part: said.part, how, span: said.span });
    }
    for then in frozen.parts.iter().filter(|then| !now.iter().any(|said| is(then, said))) {
        let treated = then.item.and_then(|item| region[id].treated(item)).map(|treated| treated.span);
        let span = treated.or(minutes).unwrap_or(frozen.span);
        changed.push(Changed { item: then.item, part: then.part, how: How::Gone, span });
    }
    changed
}

/// The words that stand where others stood, with one on either side when there are none.
fn other_words(then: &str, text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (then, now): (Vec<char>, Vec<char>) = (then.chars().collect(), fingerprint::marks(text)?.chars().collect());
    let before = then.iter().zip(&now).take_while(|(then, now)| then == now).count();
    let longest = then.len().min(now.len()) - before;
    let after = then.iter().rev().zip(now.iter().rev()).take(longest).take_while(|(then, now)| then == now).count();
    let mut range = before..words.len() - after;
    if range.is_empty() {
        range = before.saturating_sub(1)..(words.len() - after + 1).min(words.len());
    }
    words.get(range).map(|words| words.join(" ")).filter(|words| !words.is_empty() && then != now)
}

/// What the minutes of a meeting say, part by part; nothing of parts without text.
fn said(region: &Region, id: MeetingId) -> Vec<Said> {
    Teller { region, id }.all()
}

/// Lines of a text.
#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, words: &[&str]) {
        let words: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
        if !words.is_empty() {
            self.0.push(words.join(" "));
        }
    }

    fn text(self) -> String {
        self.0.join("\n")
    }
}

fn text_of<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The minutes of a meeting.
struct Teller<'a> {
    region: &'a Region,
    id: MeetingId,
}

impl Teller<'_> {
    fn all(&self) -> Vec<Said> {
        let (meeting, id) = (&self.region[self.id], self.id);
        let Some(minutes) = &meeting.minutes else { return Vec::new() };
        let mut all = vec![
            (None, Part::Meeting, self.meeting(minutes), minutes.span),
            (None, Part::Attendance, self.seats(minutes), minutes.span),
        ];
        for (index, item) in meeting.items.iter().enumerate() {
            all.push((Some(index), Part::Title, format!("{} {}", item.number, *item.title), item.title.span));
            let Some(treated) = meeting.treated(index) else { continue };
            let at = ItemId { meeting: id, index };
            let discussed = treated.discussed.as_ref();
            let told = [
                (Part::Outcome, outcomes(treated), treated.span),
                (
                    Part::Discussed,
                    text_of(discussed.map(|it| it.as_str())),
                    discussed.map_or(treated.span, |it| it.span),
                ),
                (Part::Agreed, self.agreed(at, treated), treated.span),
                (Part::Input, self.input(treated), treated.span),
                (Part::Actions, self.actions(treated), treated.span),
                (Part::Commitments, self.commitments(treated), treated.span),
                (Part::Answers, self.answers(at), treated.span),
            ];
            all.extend(told.into_iter().map(|(part, text, span)| (Some(index), part, text, span)));
        }
        let all = all.into_iter().map(|(item, part, text, span)| Said { item, part, text, span });
        all.filter(|said| !said.text.trim().is_empty()).collect()
    }

    fn meeting(&self, minutes: &Minutes) -> String {
        let meeting = &self.region[self.id];
        let mut lines = Lines::default();
        lines.add(&["datum", &meeting.date.value.to_string(), &text_of(meeting.until)]);
        lines.add(&["begin", &text_of(minutes.begin.or(meeting.begin))]);
        lines.add(&["einde", &text_of(minutes.end.or(meeting.end))]);
        lines.add(&["opgesteld", &minutes.drawn_up.to_string()]);
        lines.add(&["voorzitter", minutes.chaired_by.map_or("", |seat| &self.region[seat.value].key)]);
        lines.add(&["volgende", &text_of(minutes.next)]);
        lines.text()
    }

    fn seats(&self, minutes: &Minutes) -> String {
        let key = |item: &usize| self.region[self.id].items[*item].key.as_str();
        let mut lines = Lines::default();
        for row in &minutes.attendance {
            let (party, function) = row.replaced_by.as_ref().map_or((None, None), |(party, by)| (*party, by.as_ref()));
            let not_at: Vec<&str> = row.not_at.iter().map(key).collect();
            let by = [party.map_or("", |party| &self.region[party].key), function.map_or("", |it| it.as_str())];
            let presence = STATUS[place(&Presence::ALL, &row.presence)];
            lines.add(&[&self.region[row.seat].key, presence, by[0], by[1], &not_at.join(" ")]);
        }
        // in another order they say the same
        lines.0.sort();
        for guest in &minutes.guests {
            let at: Vec<&str> = guest.at.iter().map(key).collect();
            lines.add(&[&guest.function, guest.organisation.as_ref().map_or("", |it| it.as_str()), &at.join(" ")]);
        }
        lines.text()
    }

    /// What was agreed, as the minutes show it: their own text, or what was requested.
    fn agreed(&self, id: ItemId, treated: &Treated) -> String {
        let shown = treated.outcome.is_some_and(Outcome::is_assent) || !treated.exceptions.is_empty();
        let asked = self.region[id].requested.iter().filter(|_| treated.agreed.is_none() && shown);
        let all = treated.agreed.iter().flatten().chain(asked);
        all.map(|text| text.value.as_str()).collect::<Vec<_>>().join("\n")
    }

    fn input(&self, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for input in &treated.input {
            let text = |it: &Option<Spanned<String>>| it.as_ref().map(|it| it.value.clone()).unwrap_or_default();
            lines.add(&[
                &self.region[input.from].key,
                &text(&input.position),
                &text(&input.text),
                &text(&input.not_named),
            ]);
        }
        lines.text()
    }

    /// Who answered what in a written round.
    fn answers(&self, id: ItemId) -> String {
        let item = &self.region[id];
        let mut lines = Lines::default();
        let told = self.region[id.meeting].is_written() && item.is_proposal();
        for number in consultation::decisions(self.region, id).into_iter().filter(|_| told) {
            for (party, stand) in consultation::all_stands(self.region, id, number) {
                lines.add(&[&number.to_string(), &self.region[party].key, stance(stand)]);
            }
        }
        lines.text()
    }

    fn actor_key(&self, actor: Actor) -> &str {
        match actor {
            Actor::Party(party) => &self.region[party].key,
            Actor::Body(body) => &self.region[body].key,
        }
    }

    fn actor_keys(&self, actors: &[Actor]) -> String {
        actors.iter().map(|actor| self.actor_key(*actor)).collect::<Vec<_>>().join(" ")
    }

    fn actions(&self, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for action in &treated.actions {
            let who = self.actor_keys(&action.who);
            lines.add(&[&action.number.to_string(), &action.what, &who, &text_of(action.due)]);
        }
        lines.text()
    }

    fn commitments(&self, treated: &Treated) -> String {
        let mut lines = Lines::default();
        for it in &treated.commitments {
            let who = it.who.map_or("", |who| self.actor_key(who));
            lines.add(&[&it.number.to_string(), &it.what, who, &self.actor_keys(&it.to), &text_of(it.due)]);
        }
        lines.text()
    }
}

fn outcomes(treated: &Treated) -> String {
    let mut lines = Lines::default();
    lines.add(&[treated.outcome.map_or("", word)]);
    for (number, outcome) in &treated.exceptions {
        lines.add(&[&number.to_string(), word(*outcome)]);
    }
    lines.text()
}

fn stance(stand: Stand) -> &'static str {
    match stand {
        Stand::Answered(support) => GEDRAGEN[place(&Support::ALL, &support)],
        Stand::Stale => "verouderd",
        Stand::Silent => "geen antwoord",
        Stand::NotAsked => "niet gevraagd",
    }
}

fn word(outcome: Outcome) -> &'static str {
    UITKOMST[place(&Outcome::ALL, &outcome)]
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|known| known == one).unwrap_or(0)
}
