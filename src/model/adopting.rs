//! What a meeting said of the minutes that it adopted, where one item adopts those of one meeting or of more.

use super::{Item, ItemId, Meeting, Outcome, Region, Treated};

/// How minutes were adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdoptedAs {
    /// As they were.
    Unchanged,
    /// With changes.
    Changed,
    /// With others that were adopted by the same item with changes, which does not say to which of them.
    Unsaid,
}

impl AdoptedAs {
    /// Whether they were changed, where that is said.
    #[must_use]
    pub fn known(self) -> Option<bool> {
        (self != Self::Unsaid).then_some(self == Self::Changed)
    }
}

impl Treated {
    /// The outcome for the minutes at a place: as many requested decisions are about them one by one.
    fn outcome_for(&self, item: &Item, place: usize) -> Option<Outcome> {
        if self.decides_each(item) { self.outcome_of(place + 1) } else { self.outcome }
    }

    /// Whether it went otherwise with some of the minutes, as their own decisions say.
    fn decides_each(&self, item: &Item) -> bool {
        !self.exceptions.is_empty() && item.requested.len() == item.adopts.len()
    }
}

impl Meeting {
    /// Whether its minutes were corrected.
    #[must_use]
    pub fn is_corrected(&self) -> bool {
        self.minutes.as_ref().is_some_and(|minutes| !minutes.corrections.is_empty())
    }
}

impl Region {
    /// How an item adopted the minutes at a place among those that it adopts; nothing when it did not.
    #[must_use]
    pub fn adopted_as(&self, id: ItemId, place: usize) -> Option<AdoptedAs> {
        let (item, treated) = (&self[id], self[id.meeting].treated(id.index)?);
        match treated.outcome_for(item, place)? {
            Outcome::Adopted | Outcome::Assented => return Some(AdoptedAs::Unchanged),
            Outcome::AdoptedChanged | Outcome::AssentedChanged => {}
            _ => return None,
        }
        if !treated.changed.is_empty() {
            let named = treated.changed.iter().any(|it| it.value == item.adopts[place].value);
            return Some(if named { AdoptedAs::Changed } else { AdoptedAs::Unchanged });
        }
        let corrected = item.adopts.iter().all(|it| self[it.value].is_corrected());
        let known = item.adopts.len() == 1 || treated.decides_each(item) || corrected;
        Some(if known { AdoptedAs::Changed } else { AdoptedAs::Unsaid })
    }
}
