//! What minutes say, part by part, and whether they still say what was adopted.
//!
//! Not among it are corrections, which are made afterwards, and what is for chair and secretary alone. Parties, seats and
//! items stand in it by their keys, and once more by the names and functions of that day.

mod before;
mod changed;
mod frame;
mod teller;
mod words;

pub use self::before::settle;
pub use self::changed::{Changed, How, changes};
use self::teller::Teller;
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
    /// The same with the borders of its fields.
    bordered: String,
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
        fingerprint::texts([self.bordered.as_str()])
    }

    /// Whether a record seals it: the first ones did not say where its fields end.
    fn is_sealed_by(&self, sealed: &str) -> bool {
        sealed == self.fingerprint() || sealed == fingerprint::texts([self.text.as_str()])
    }
}

/// What minutes say to those who are to adopt them: all of it, or of a decision list what came of the items. By keys: a new name of
/// a party is no other text.
#[must_use]
pub fn told(region: &Region, id: MeetingId, whole: bool) -> Vec<String> {
    let is_told = |said: &Said| match said.part {
        Part::Head | Part::Persons | Part::Abbreviations | Part::Item => false,
        Part::Discussed | Part::Input | Part::Reasons => whole,
        _ => true,
    };
    let teller = Teller::of(region, id);
    let texts = teller.all().into_iter().filter(is_told).map(|said| said.bordered);
    texts.chain(teller.positions()).collect()
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
            to: said.item.filter(|_| said.part == Part::Item).and_then(|item| teller.went_to(item)),
            names: (named != said.text).then(|| fingerprint::texts([named])),
            words: fingerprint::marks(named),
        }
    };
    let parts = teller.all().into_iter().map(part).collect();
    let (date, by, changed) = (adoption.date, adoption.meeting, adoption.changed);
    Frozen { date, by, changed, parts, span: Span::whole(FileId(0)) }
}
