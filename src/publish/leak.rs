//! What may not be read by everybody, looked for in all that is to be written for everybody.
//!
//! The public view is what keeps a text inside. This is the second look at the same: it knows no document and no
//! template, and holds the texts that the view does not have against the bytes that are about to be written. What the view
//! says as well, what our own templates say, and days and names that any page may put together are no leaks.
//!
//! A file of the dossier that is copied was written by somebody else, with words of its own: there only what stays inside
//! whatever is made public is looked for, and more of it has to be the same.

mod letters;
mod needles;
mod office;
mod read;
mod wanted;

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::model::{Region, Silenceable};
use crate::render::template::BUILT_IN;
use crate::source::Span;
use letters::Letters;
use needles::Needles;
use wanted::{Ordinary, wanted};

pub use read::{Content, LARGEST, is_read};

/// Whose words a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It was made of the public view.
    Made,
    /// It was copied from the dossier, or made of such a file.
    Copied,
}

/// The place of a text in the dossier: its own, or that of the entry that has it as the value of a key.
pub type Place = (Span, Option<&'static str>);

/// The texts that may not be read by everybody.
#[derive(Debug)]
pub struct Hidden(Needles);

impl Hidden {
    /// Every text of a region but those that an exception to `rule` lets go on a day.
    #[must_use]
    pub fn all(region: &Region, rule: &str, today: NaiveDate) -> Self {
        let mut needles = Vec::new();
        for text in region.texts() {
            let found = Silenceable { rule, meeting: text.meeting, item: text.item, span: text.span };
            if !region.exceptions.iter().any(|exception| exception.silences(region, found, today)) {
                wanted(&text, &mut needles);
            }
        }
        Self(Needles::new(needles))
    }

    /// Without what a public view says, or our own templates, or what any page may put together.
    #[must_use]
    pub fn without(self, public: &Region) -> Self {
        let mut said = HashSet::new();
        let mut hear = |letters: &Letters| self.0.within(letters, |at| said.extend([at]));
        for text in public.texts() {
            let mut letters = Letters::default();
            read::typed(text.text, &mut letters);
            hear(&letters);
        }
        for (_, template) in BUILT_IN.iter() {
            let mut letters = Letters::default();
            read::template(template, &mut letters);
            hear(&letters);
        }
        let ordinary = Ordinary::of(public);
        Self(self.0.retain(|at, needle| !said.contains(&at) && !ordinary.is_all_of(&needle.letters)))
    }

    /// The places of those that stand in a file, by place.
    #[must_use]
    pub fn within(&self, content: &Content, origin: Origin) -> Vec<Place> {
        let mut found = Vec::new();
        self.0.within(&content.letters, |at| {
            let needle = self.0.at(at);
            found.extend((origin == Origin::Made || needle.in_copies).then_some(needle.place));
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// How many texts and parts of texts are looked for.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count()
    }
}
