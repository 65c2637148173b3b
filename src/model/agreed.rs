//! What minutes say was agreed of what was requested, and what they leave open.

use super::{Item, Outcome, Treated};
use crate::model::consultation::same_text;

/// What nobody can read in minutes that say it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// What was agreed with the change.
    Change,
    /// To which part was assented.
    Part,
}

impl Treated {
    /// Whether a requested decision, which is numbered from 1, has an outcome of its own.
    #[must_use]
    pub fn is_exception(&self, number: usize) -> bool {
        self.exceptions.iter().any(|(nr, _)| usize::from(*nr) == number)
    }

    /// What came of a requested decision: its own outcome, or that of the item. Where a part was assented to and some
    /// decisions went otherwise, the others are that part.
    #[must_use]
    pub fn outcome_of(&self, number: usize) -> Option<Outcome> {
        let own = self.exceptions.iter().find(|(nr, _)| usize::from(*nr) == number).map(|(_, outcome)| *outcome);
        match (own, self.outcome) {
            (None, Some(Outcome::AssentedPartly)) if !self.exceptions.is_empty() => Some(Outcome::Assented),
            (own, whole) => own.or(whole),
        }
    }

    /// The outcomes of the item and of its decisions.
    pub fn outcomes(&self) -> impl Iterator<Item = Outcome> {
        self.outcome.into_iter().chain(self.exceptions.iter().map(|(_, outcome)| *outcome))
    }

    /// Whether something was adopted that the members of a body settle among themselves, such as minutes.
    #[must_use]
    pub fn adopts_something(&self, item: &Item) -> bool {
        let adopts = |outcome: Outcome| outcome.is_adoption() || !item.adopts.is_empty() && outcome.is_assent();
        self.outcomes().any(adopts)
    }

    /// Whether an item that would go through without discussion did: nothing was said of it or promised, and it came to
    /// what was asked, in those words.
    #[must_use]
    pub fn went_through(&self, item: &Item) -> bool {
        let as_asked = |outcome: Outcome| {
            use Outcome as O;
            matches!(outcome, O::Assented | O::Noted | O::Advised | O::Adopted)
        };
        // an advice has words of its own
        let in_words = self.outcome == Some(Outcome::Advised) || self.is_in_words_asked(item);
        !self.discussed_at_all && in_words && self.outcomes().all(as_asked)
    }

    /// Whether what was agreed is what was asked, in these words.
    #[must_use]
    pub fn is_in_words_asked(&self, item: &Item) -> bool {
        let Some(agreed) = &self.agreed else { return true };
        let asked = &item.requested;
        agreed.len() == asked.len() && agreed.iter().zip(asked).all(|(agreed, asked)| same_text(agreed, asked))
    }

    /// What the minutes say happened without saying what it was: they have no words for it, or those that were asked.
    /// What changed in minutes that were adopted, their corrections say.
    #[must_use]
    pub fn leaves_open(&self, item: &Item) -> Option<Open> {
        let in_other_words = self.agreed.as_ref().is_some_and(|own| !own.is_empty()) && !self.is_in_words_asked(item);
        if in_other_words || !item.adopts.is_empty() {
            return None;
        }
        if self.outcomes().any(|outcome| outcome == Outcome::AssentedChanged) {
            return Some(Open::Change);
        }
        let whole = self.outcome == Some(Outcome::AssentedPartly) && self.exceptions.is_empty();
        let one = self.exceptions.iter().any(|(_, outcome)| *outcome == Outcome::AssentedPartly);
        (whole || one).then_some(Open::Part)
    }
}
