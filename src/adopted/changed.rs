//! Whether minutes still say what was adopted, and what of it they say otherwise.

use std::ops::Range;

use super::Said;
use super::teller::Teller;
use super::words::{JOINT, joined};
use crate::fingerprint;
use crate::model::{Frozen, FrozenPart, MeetingId, Part, Region};
use crate::source::Span;

/// A part that is no longer as it was adopted.
#[derive(Debug)]
pub struct Changed {
    /// The item (place in the meeting) that it is about.
    pub item: Option<usize>,
    /// Which part.
    pub part: Part,
    /// How it changed.
    pub how: How,
    /// Which line of the head: the word with which it begins.
    pub line: Option<String>,
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
    /// The names of then were not written down, or what was written is gone.
    Unnamed,
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
        let (how, line) = match frozen.parts.iter().find(|then| is(then, said)) {
            // records of before have none of these, and those made where no person was known do not tell who was named
            None if matches!(said.part, Part::Persons | Part::Abbreviations) => continue,
            None if knows(Part::Head) => (How::New, None),
            None if said.was_left_out && !(said.part != Part::Agreed && knows(said.part)) => continue,
            None => (How::New, None),
            Some(then) => match (Compared { teller, then, said, named, knows_names: knows(Part::Head) }.changed()) {
                Some(how) => how,
                None => continue,
            },
        };
        let span = if how == How::Unnamed { frozen.span } else { said.span };
        changed.push(Changed { item: said.item, part: said.part, how, line, span });
    }
    let unknown = |then: &&FrozenPart| then.part == Part::Persons && region.persons.is_empty();
    let then = frozen.parts.iter().filter(|then| !unknown(then));
    for then in then.filter(|then| !now.iter().any(|said| is(then, said))) {
        let treated = then.item.and_then(|item| region[id].treated(item)).map(|treated| treated.span);
        let span = treated.or(minutes).unwrap_or(frozen.span);
        changed.push(Changed { item: then.item, part: then.part, how: How::Gone, line: None, span });
    }
    changed
}

/// A part that was adopted and is there.
struct Compared<'a> {
    teller: Teller<'a>,
    /// As it was written down.
    then: &'a FrozenPart,
    /// As it is.
    said: &'a Said,
    /// The same with names.
    named: &'a str,
    /// The names of then were written down: since heads are.
    knows_names: bool,
}

/// How a part that is there changed.
#[derive(Clone, Copy)]
enum Kind {
    Other,
    Renamed,
    Unnamed,
}

impl Compared<'_> {
    /// How it changed, if it did, and in which line.
    fn changed(&self) -> Option<(How, Option<String>)> {
        let kind = self.kind()?;
        let shown = || self.teller.as_shown().all().into_iter().find(|one| one.is_same(self.said)).map(|one| one.text);
        // with names of then stand the marks of their words
        let text = if self.then.names.is_some() { self.named } else { &self.said.text };
        let difference = self.then.words.as_deref().and_then(|words| Difference::of(words, text));
        let line = difference.as_ref().filter(|_| self.said.part == Part::Head).and_then(|it| it.line(text));
        let words = || match (&line, &difference) {
            (Some(line), _) => words(&shown()?, &line.rest),
            (None, Some(difference)) => words(&shown()?, &difference.around()),
            (None, None) => None,
        };
        let how = match kind {
            Kind::Other => How::Other(words()),
            Kind::Renamed => How::Renamed(words()),
            Kind::Unnamed => How::Unnamed,
        };
        Some((how, line.map(|line| line.name)))
    }

    fn kind(&self) -> Option<Kind> {
        let Self { then, said, named, .. } = *self;
        if !said.is_sealed_by(&then.fingerprint) {
            return Some(Kind::Other);
        }
        match &then.names {
            Some(of_then) if *of_then == fingerprint::texts([named]) => None,
            // what a record holds is what it was; those of before do not hold it, and what it is now tells nothing
            Some(_) if self.only_went_elsewhere() => then.to.is_some().then_some(Kind::Unnamed),
            Some(_) => Some(Kind::Renamed),
            None if *named == said.text => None,
            // everything was called as its key is, or the names are gone
            None => match &then.words {
                Some(words) if fingerprint::marks(&said.text).is_none_or(|marks| *words == marks) => {
                    self.knows_names.then_some(Kind::Renamed)
                }
                Some(_) => Some(Kind::Unnamed),
                None => self.knows_names.then_some(Kind::Unnamed),
            },
        }
    }

    /// Whether all is called as it was, but for the meeting to which the item went, as far as that was written down.
    fn only_went_elsewhere(&self) -> bool {
        let item = self.said.item.filter(|_| self.said.part == Part::Item);
        let Some(to) = item.and_then(|item| self.teller.went_to(item)).map(|to| joined(&to)) else { return false };
        let (Some(then), Some(now)) = (&self.then.words, fingerprint::marks(self.named)) else { return true };
        let same = || then.chars().zip(now.chars()).zip(self.named.split_whitespace());
        then.len() == now.len() && same().all(|((then, now), word)| then == now || word == to)
    }
}

/// Words of a text as people see it.
fn words(shown: &str, range: &Range<usize>) -> Option<String> {
    let words: Vec<String> = shown.split_whitespace().map(|word| word.replace(JOINT, " ")).collect();
    let range = range.start..range.end.min(words.len());
    words.get(range).map(|words| words.join(" ")).filter(|words| !words.is_empty())
}

/// A line of a text.
struct Line {
    /// The word with which it begins.
    name: String,
    /// The words behind that.
    rest: Range<usize>,
}

/// Which words of now stand where others stood.
struct Difference(Range<usize>);

impl Difference {
    /// Between the marks of the words of then and a text of now; nothing when its words are the same.
    fn of(then: &str, text: &str) -> Option<Self> {
        let (then, now): (Vec<char>, Vec<char>) = (then.chars().collect(), fingerprint::marks(text)?.chars().collect());
        let before = then.iter().zip(&now).take_while(|(then, now)| then == now).count();
        let longest = then.len().min(now.len()) - before;
        let after = then.iter().rev().zip(now.iter().rev()).take(longest).take_while(|(then, now)| then == now).count();
        (then != now).then_some(Self(before..now.len() - after))
    }

    /// Them, or one on either side when there are none.
    fn around(&self) -> Range<usize> {
        let range = &self.0;
        if range.is_empty() { range.start.saturating_sub(1)..range.end + 1 } else { range.clone() }
    }

    /// The line in which the first of them stands.
    fn line(&self, text: &str) -> Option<Line> {
        let (first, mut until) = (self.around().start, 0);
        text.lines().find_map(|line| {
            let from = until;
            until += line.split_whitespace().count();
            let name = line.split_whitespace().next()?.to_owned();
            (first < until).then_some(Line { name, rest: from + 1..until })
        })
    }
}
