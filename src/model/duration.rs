//! How long items take: an item and its parts share their time.

use super::Meeting;

/// How long an item takes with its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Takes {
    /// Minutes, as far as they are known.
    pub known: u32,
    /// More of it is not known.
    pub open: bool,
    /// Its parts fill it: they follow each other from its beginning.
    pub is_that_of_parts: bool,
}

impl Takes {
    /// All minutes, where they are known.
    #[must_use]
    pub fn whole(self) -> Option<u32> {
        (!self.open).then_some(self.known)
    }
}

impl Meeting {
    /// How long an item that is no part takes: its own time, within which its parts run, or what these take together. What
    /// was withdrawn takes no time.
    #[must_use]
    pub fn takes(&self, index: usize) -> Takes {
        let item = &self.items[index];
        let own = item.duration.filter(|_| item.cancelled.is_none()).map(u32::from);
        let parts: Vec<_> =
            self.items.iter().filter(|part| part.parent == Some(index) && part.cancelled.is_none()).collect();
        let known = parts.iter().filter_map(|part| part.duration).map(u32::from).sum();
        let unknown =
            if parts.is_empty() { item.cancelled.is_none() } else { parts.iter().any(|part| part.duration.is_none()) };
        match own {
            Some(own) if own > known || unknown => {
                Takes { known: own.max(known), open: false, is_that_of_parts: false }
            }
            Some(_) => Takes { known, open: false, is_that_of_parts: true },
            None => Takes { known, open: unknown, is_that_of_parts: true },
        }
    }

    /// How long all items take together, as far as that is known.
    #[must_use]
    pub fn takes_in_all(&self) -> u32 {
        let whole = (0..self.items.len()).filter(|index| self.items[*index].parent.is_none());
        whole.map(|index| self.takes(index).known).sum()
    }
}
