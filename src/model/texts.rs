//! Every text of a region that a user wrote, with its place: the one list that the rules of *openbaarheid* and every
//! search for a leak take theirs from.
//!
//! The structs of the model are taken apart without `..`: a new text does not compile until it is on the list. Of a
//! public view the list holds what everybody may read, of the whole region all there is.

mod covenant;
mod meeting;
mod minutes;

use std::borrow::Cow;
use std::mem;

use super::{ItemId, Meeting, MeetingId, Region};
use crate::source::{Span, Spanned};

/// The key of a telephone number.
pub const PHONE: &str = "telefoon";

/// What sort of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Words: a line, or Markdown.
    Words,
    /// A key or the path of a file: words with `-`, `_`, `.` and `/` between them.
    Name,
    /// An address on the web.
    Address,
    /// A mailbox that its owner put there for everybody.
    Mailbox,
}

/// A text of a region.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// The text itself.
    pub text: &'a str,
    /// What sort of text it is.
    pub kind: TextKind,
    /// Where it stands, or the entry that it is a value of.
    pub span: Span,
    /// The key of the value in that entry, where the place is the entry's.
    pub key: Option<&'static str>,
    /// The item that it is about.
    pub item: Option<ItemId>,
    /// The meeting that it is about.
    pub meeting: Option<MeetingId>,
    /// It stays inside, whatever is made public: an answer, a remark, what is closed, how to reach somebody.
    pub inside: bool,
    /// It is what somebody or something is called: as a whole it tells of whom or of what it speaks.
    pub names: bool,
}

impl Text<'_> {
    /// Its words; those of a name stand apart, each byte in its place.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        if self.kind == TextKind::Words {
            self.text.into()
        } else {
            self.text.replace(['-', '_', '.', '/'], " ").into()
        }
    }
}

/// Collects texts; empty ones are no texts.
#[derive(Default)]
struct Texts<'a> {
    all: Vec<Text<'a>>,
    meeting: Option<MeetingId>,
    item: Option<ItemId>,
    inside: bool,
    names: bool,
}

impl<'a> Texts<'a> {
    /// Adds texts that stay inside, where that is so.
    fn inside(&mut self, is_so: bool, add: impl FnOnce(&mut Self)) {
        let before = self.inside;
        self.inside |= is_so;
        add(self);
        self.inside = before;
    }

    /// Adds what somebody or something is called.
    fn names(&mut self, add: impl FnOnce(&mut Self)) {
        let before = mem::replace(&mut self.names, true);
        add(self);
        self.names = before;
    }

    fn add(&mut self, text: &'a str, kind: TextKind, span: Span, key: Option<&'static str>) {
        if !text.is_empty() {
            let Self { item, meeting, inside, names, .. } = *self;
            self.all.push(Text { text, kind, span, key, item, meeting, inside, names });
        }
    }

    /// A text that knows its place.
    fn placed<'t: 'a>(&mut self, texts: impl IntoIterator<Item = &'t Spanned<String>>) {
        for text in texts {
            self.add(&text.value, TextKind::Words, text.span, None);
        }
    }

    /// A value of an entry, by its key.
    fn value(&mut self, text: Option<&'a (impl AsRef<str> + ?Sized)>, entry: Span, key: &'static str) {
        if let Some(text) = text {
            self.add(text.as_ref(), TextKind::Words, entry, Some(key));
        }
    }

    /// A name that the user chose for an entry.
    fn name(&mut self, text: &'a str, span: Span) {
        self.names(|texts| texts.add(text, TextKind::Name, span, None));
    }
}

impl Meeting {
    /// Every text of this meeting.
    #[must_use]
    pub fn texts(&self, id: MeetingId) -> Vec<Text<'_>> {
        let mut texts = Texts::default();
        texts.meeting(id, self);
        texts.all
    }
}

impl Region {
    /// Every text of this region or view.
    #[must_use]
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Texts::default();
        let Self {
            covenant,
            terms: _,
            former_terms: _,
            style,
            site,
            publicity: _,
            parties,
            subregions,
            bodies,
            representations: _,
            seats,
            persons,
            signals,
            meetings,
            progress,
            exceptions,
            incomplete: _,
            covenant_broken: _,
            progress_broken: _,
            followers: _,
            public: _,
        } = self;
        texts.covenant(covenant);
        texts.placed(&style.sender);
        texts.site(site);
        for party in parties {
            texts.party(party);
        }
        for subregion in subregions {
            texts.subregion(subregion);
        }
        for body in bodies {
            texts.body(body);
        }
        for seat in seats {
            texts.seat(seat);
        }
        for person in persons {
            texts.person(person);
        }
        for signal in signals {
            texts.signal(signal);
        }
        for (id, meeting) in self.meeting_ids().zip(meetings) {
            texts.meeting(id, meeting);
        }
        for entry in progress {
            texts.progress(entry);
        }
        for exception in exceptions {
            texts.exception(exception);
        }
        texts.all
    }
}
