//! Items that are parts of another (4a, 4b).

use super::{Cancelled, Meeting};

impl Meeting {
    /// With an item its parts are withdrawn, but for one of which minutes say what came of it: what is to stay is no part of
    /// it any more.
    pub fn withdraw_parts(&mut self) {
        let mut is_changed = false;
        for at in 0..self.items.len() {
            let Some(parent) = self.items[at].parent else { continue };
            let Some(whole) = self.items[parent].cancelled.clone() else { continue };
            if self.treated(at).is_some() {
                continue;
            }
            if self.items[at].cancelled.as_ref().is_none_or(|own| own.date > whole.date) {
                self.items[at].cancelled = Some(whole);
                is_changed = true;
            }
        }
        if is_changed {
            self.set_starts();
        }
    }

    /// Why an item was withdrawn, where that was said of it and not of what it is a part of.
    #[must_use]
    pub fn withdrawn_itself(&self, at: usize) -> Option<&Cancelled> {
        let item = &self.items[at];
        let whole = item.parent.and_then(|parent| self.items[parent].cancelled.as_deref());
        item.cancelled.as_deref().filter(|own| whole.is_none_or(|whole| whole.reason.span != own.reason.span))
    }
}
