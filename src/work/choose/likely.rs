//! Which meetings a command about a consultation is likely to mean when none is named.

use chrono::NaiveDate;

use super::Test;
use crate::model::consultation::{self, Asked};
use crate::model::{Meeting, MeetingId, PartyId, Region, SendingKind};
use crate::paper::{Asking, Document, From};

/// What a command does with a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// It asks.
    Asking,
    /// It waits for answers, looks at them, or notes them.
    Answering,
}

/// The tests that a meeting has to pass, the most likely first: who is asked of its parties, and what is said of items.
pub fn tests<'a>(
    region: &'a Region,
    today: NaiveDate,
    aim: Aim,
    who: impl Fn(MeetingId, &[Asked]) -> bool + Clone + 'a,
    what: impl Fn(MeetingId) -> bool + 'a,
) -> Vec<Test<'a>> {
    let asks = who.clone();
    let fits = move |id| who(id, &consultation::asked(region, id));
    let again = fits.clone();
    let asking = move |id| {
        let mut left = consultation::asked(region, id);
        left.retain(|one| !consultation::was_consulted(&region[id], one.party));
        can_be_asked(&region[id], today) && !left.is_empty() && asks(id, &left)
    };
    let running = move |id: MeetingId| is_running(&region[id], today);
    let mut tests: Vec<Test> = Vec::new();
    if aim == Aim::Asking {
        tests.push(Box::new(asking));
    }
    tests.push(Box::new(move |id| running(id) && fits(id) && what(id)));
    tests.push(Box::new(move |id| running(id) && again(id)));
    tests
}

/// For a paper of a consultation: to whom it goes, and on whose behalf, by their keys.
#[must_use]
pub fn paper<'a>(
    region: &'a Region,
    today: NaiveDate,
    document: &Document,
    asking: Asking,
    (to, by): (Option<&'a str>, Option<&'a str>),
) -> Vec<Test<'a>> {
    if document.from != From::Consultation {
        return Vec::new();
    }
    let forms = document.is_form && asking == Asking::All;
    let is = move |party: PartyId, name: &str| region[party].key == name;
    let wanted = move |one: &Asked| {
        to.is_none_or(|name| is(one.party, name))
            && by.is_none_or(|name| one.asker().is_some_and(|asker| is(asker, name)))
    };
    let aim = if forms { Aim::Asking } else { Aim::Answering };
    tests(region, today, aim, move |_, asked| asked.iter().any(wanted), |_| true)
}

/// The meetings whose agenda is there to be sent, and was not.
#[must_use]
pub fn unsent(region: &Region, today: NaiveDate) -> Vec<Test<'_>> {
    let has_items = move |id: MeetingId| region[id].items.iter().any(|item| item.cancelled.is_none());
    vec![Box::new(move |id| is_open(&region[id], today) && region[id].sent().is_none() && has_items(id))]
}

/// The meetings whose agenda was sent, and to which something has been added since.
#[must_use]
pub fn late(region: &Region, today: NaiveDate) -> Vec<Test<'_>> {
    let open = move |id: MeetingId| is_open(&region[id], today) && region[id].sent().is_some();
    let changed = move |id: MeetingId| {
        !consultation::unsent(region, id).is_empty() || !consultation::unsent_plan(&region[id]).is_empty()
    };
    vec![Box::new(move |id| open(id) && changed(id)), Box::new(open)]
}

fn is_open(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.cancelled.is_none() && !meeting.is_over(today)
}

/// Whether a written round has begun.
fn has_begun(meeting: &Meeting, today: NaiveDate) -> bool {
    meeting.is_written() && meeting.date.value <= today
}

/// Whether answers can come in: somebody was asked, or a written round has begun.
fn is_running(meeting: &Meeting, today: NaiveDate) -> bool {
    let asked = meeting.sendings_of(SendingKind::Consultation).any(|sending| sending.date <= today);
    is_open(meeting, today) && (asked || !meeting.replies.is_empty() || has_begun(meeting, today))
}

/// Whether the agenda is known to those who are asked.
fn can_be_asked(meeting: &Meeting, today: NaiveDate) -> bool {
    let sent = meeting.sent().is_some_and(|sent| sent <= today);
    is_open(meeting, today) && (sent || has_begun(meeting, today))
}
