//! What minutes say, part by part, and whether they still say what was adopted.
//!
//! Not among it are corrections, which are made afterwards, and what is for chair and secretary alone. Parties, seats and
//! items stand in it by their keys, and once more by the names and functions of that day.

mod frame;
mod teller;
mod words;

use self::teller::Teller;
use self::words::JOINT;
use crate::fingerprint;
use crate::model::{Adoption, Frozen, FrozenPart, MeetingId, Part, Region};
use crate::source::{FileId, Span};

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
    /// It was not written down at first: where it is absent nobody knows what it was.
    was_left_out: bool,
}

impl Said {
    fn is_same(&self, other: &Self) -> bool {
        (self.item, self.part) == (other.item, other.part)
    }

    fn fingerprint(&self) -> String {
        fingerprint::texts([self.text.as_str()])
    }
}

/// The minutes of a meeting as they are, to be written down when they are adopted.
#[must_use]
pub fn freeze(region: &Region, id: MeetingId, adoption: Adoption) -> Frozen {
    let teller = Teller::of(region, id);
    let in_names = teller.with_names().all();
    let part = |said: Said| {
        let named = in_names.iter().find(|named| named.is_same(&said)).map_or(said.text.as_str(), |named| &named.text);
        FrozenPart {
            item: said.item,
            part: said.part,
            fingerprint: said.fingerprint(),
            names: (named != said.text).then(|| fingerprint::texts([named])),
            words: fingerprint::marks(named),
        }
    };
    let parts = teller.all().into_iter().map(part).collect();
    let (date, by, changed) = (adoption.date, adoption.meeting, adoption.changed);
    Frozen { date, by, changed, parts, span: Span::whole(FileId(0)) }
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
    /// Who or what is named in it is called otherwise, or has another function; and what stands there now.
    Renamed(Option<String>),
}

/// What the minutes say otherwise than when they were adopted.
#[must_use]
pub fn changes(region: &Region, id: MeetingId, frozen: &Frozen) -> Vec<Changed> {
    let teller = Teller::of(region, id);
    let (now, in_names) = (teller.all(), teller.with_names().all());
    let minutes = region[id].minutes.as_ref().map(|minutes| minutes.span);
    let is = |then: &FrozenPart, said: &Said| (then.item, then.part) == (said.item, said.part);
    let mut changed = Vec::new();
    // before answers were written down nobody knows what they were, nor before their reasons were; since heads are, all is
    let knows = |part| frozen.parts.iter().any(|then| then.part == part);
    for said in &now {
        let named = in_names.iter().find(|named| named.is_same(said)).map_or(said.text.as_str(), |named| &named.text);
        let how = match frozen.parts.iter().find(|then| is(then, said)) {
            None if knows(Part::Head) => How::New,
            None if said.was_left_out && !(said.part != Part::Agreed && knows(said.part)) => continue,
            None => How::New,
            Some(then) => match how_changed(then, said, named) {
                None => continue,
                Some(how) => {
                    let all = teller.as_shown().all();
                    let shown = all.into_iter().find(|one| is(then, one)).map(|one| one.text).unwrap_or_default();
                    // with names of then stand the marks of their words
                    let text = if then.names.is_some() { named } else { &said.text };
                    how(then.words.as_deref().and_then(|words| other_words(words, text, &shown)))
                }
            },
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

/// How a part that is there changed, if it did.
fn how_changed(then: &FrozenPart, said: &Said, named: &str) -> Option<fn(Option<String>) -> How> {
    if then.fingerprint != said.fingerprint() {
        return Some(How::Other);
    }
    let other = then.names.as_ref().is_some_and(|names| *names != fingerprint::texts([named]));
    other.then_some(How::Renamed)
}

/// The words that stand where others stood, as people see them, with one on either side when there are none.
fn other_words(then: &str, text: &str, shown: &str) -> Option<String> {
    let words: Vec<String> = shown.split_whitespace().map(|word| word.replace(JOINT, " ")).collect();
    let (then, now): (Vec<char>, Vec<char>) = (then.chars().collect(), fingerprint::marks(text)?.chars().collect());
    let before = then.iter().zip(&now).take_while(|(then, now)| then == now).count();
    let longest = then.len().min(now.len()) - before;
    let after = then.iter().rev().zip(now.iter().rev()).take(longest).take_while(|(then, now)| then == now).count();
    let mut range = before..now.len() - after;
    if range.is_empty() {
        range = before.saturating_sub(1)..(now.len() - after + 1).min(now.len());
    }
    words.get(range).map(|words| words.join(" ")).filter(|words| !words.is_empty() && then != now)
}
