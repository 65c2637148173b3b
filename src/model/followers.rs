//! Which items follow on an item: the reverse of [`super::Item::follows`], made once for all.

use std::collections::{BTreeMap, BTreeSet};

use super::{ItemId, Meeting, MeetingId, Region};

/// Per item on which others follow, those others, by date.
pub type Followers = BTreeMap<ItemId, Vec<ItemId>>;

impl Region {
    /// The items that say that they follow on this one, by date; those that were withdrawn too.
    #[must_use]
    pub fn followers(&self, id: ItemId) -> &[ItemId] {
        self.followers.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The items of later meetings that follow on this one, and on those, to the end, by date; those that were withdrawn
    /// too.
    #[must_use]
    pub fn sequels(&self, id: ItemId) -> BTreeSet<ItemId> {
        let mut all = BTreeSet::new();
        let mut from = vec![id];
        while let Some(one) = from.pop() {
            let later = self.followers(one).iter().filter(|later| later.meeting > one.meeting);
            from.extend(later.copied().filter(|later| all.insert(*later)));
        }
        all
    }
}

/// The reverse of what the items of these meetings follow on.
#[must_use]
pub fn of(meetings: &[Meeting]) -> Followers {
    let mut followers = Followers::new();
    for (at, meeting) in meetings.iter().enumerate() {
        for (index, item) in meeting.items.iter().enumerate() {
            let id = ItemId { meeting: MeetingId(at), index };
            for before in &item.follows {
                let known = followers.entry(before.value).or_default();
                if known.last() != Some(&id) {
                    known.push(id);
                }
            }
        }
    }
    followers
}
