//! How long items take: an item and its parts share their time.

use chrono::{NaiveTime, TimeDelta};

use super::{Item, Meeting};

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

    /// When an item begins, as far as that is known and before the meeting is to end.
    #[must_use]
    pub fn start_of(&self, item: &Item) -> Option<NaiveTime> {
        item.start.filter(|start| self.end.is_none_or(|end| *start != end) && self.lasts_until(*start))
    }

    /// Whether it is not over yet at a time, as far as its end is known; past midnight the clock starts again.
    #[must_use]
    pub fn lasts_until(&self, time: NaiveTime) -> bool {
        let Some((begin, end)) = self.begin.zip(self.end) else { return true };
        if begin <= end { time <= end } else { time >= begin || time <= end }
    }

    /// How long all items take together, as far as that is known.
    #[must_use]
    pub fn takes_in_all(&self) -> u32 {
        let whole = (0..self.items.len()).filter(|index| self.items[*index].parent.is_none());
        whole.map(|index| self.takes(index).known).sum()
    }

    /// Gives the items the times at which they start and end, as far as the durations are known; what was withdrawn takes no time.
    /// The parts of an item run within its time: where it has time left nobody says when. Of several days nobody says where
    /// one ends.
    pub fn set_starts(&mut self) {
        // past midnight the clock starts again
        let after = |time: Option<NaiveTime>, minutes: Option<u32>| {
            let length = minutes.filter(|_| self.until.is_none()).map(|minutes| TimeDelta::minutes(minutes.into()));
            time.zip(length).map(|(time, length)| time.overflowing_add_signed(length).0)
        };
        let mut slots = vec![(None, None); self.items.len()];
        let (mut now, mut within) = (self.begin, self.begin);
        for (at, item) in self.items.iter().enumerate() {
            if item.parent.is_none() {
                let end = after(now, self.takes(at).whole());
                slots[at] = (now, end);
                within = now.filter(|_| self.takes(at).is_that_of_parts);
                now = end;
            } else if item.cancelled.is_none() {
                let end = after(within, item.duration.map(u32::from));
                slots[at] = (within, end);
                within = end;
            }
        }
        for (item, (start, end)) in self.items.iter_mut().zip(slots) {
            let is_held = item.cancelled.is_none();
            (item.start, item.end) = (start.filter(|_| is_held), end.filter(|_| is_held));
        }
    }
}
