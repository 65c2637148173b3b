//! What went before a meeting.

use chrono::NaiveDate;

use super::{MeetingId, Region};

impl Region {
    /// The last meeting of the same body that has been on a day, and the written rounds since of which there is a list; by date.
    #[must_use]
    pub fn previous(&self, id: MeetingId, today: NaiveDate) -> Vec<MeetingId> {
        let held = |other: &MeetingId| {
            let other = &self[*other];
            other.body == self[id].body && other.cancelled.is_none() && other.is_over(today)
        };
        let mut since = Vec::new();
        for other in (0..id.0).rev().map(MeetingId).filter(held) {
            since.push(other);
            if !self[other].is_written() {
                break;
            }
        }
        since.retain(|other| !self[*other].is_written() || self[*other].minutes.is_some());
        since.reverse();
        since
    }

    /// Forgets what is for chair and secretary only.
    pub fn forget_internal(&mut self) {
        for meeting in &mut self.meetings {
            meeting.items.iter_mut().for_each(|item| item.internal = None);
            let treated = meeting.minutes.iter_mut().flat_map(|minutes| &mut minutes.items);
            treated.for_each(|treated| treated.internal = None);
        }
    }
}
