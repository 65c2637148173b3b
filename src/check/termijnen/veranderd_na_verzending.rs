//! What came or changed after sending is sent too.

use crate::check::{Found, scope::At};
use crate::consultation::{self, Unsent};
use crate::dutch;

pub(in crate::check) fn run(at: &At<'_>, found: &mut Found) {
    let meeting = at.meeting;
    if !at.is_coming() || meeting.broken || !consultation::is_recorded(meeting) {
        return;
    }
    let sent = meeting.sent_last().map(dutch::short_date).unwrap_or_default();
    let hint = format!("stuur het na, en leg het vast: beraad verzend nazending {}", meeting.key);
    for (index, unsent) in consultation::unsent(meeting) {
        let item = &meeting.items[index];
        let (span, message) = match unsent {
            Unsent::New => (item.span, format!("“{}” staat op de agenda, maar is niet verzonden.", item.title)),
            Unsent::Changed => {
                (item.span, format!("Punt {} (“{}”) is niet meer zoals het is verzonden.", item.number, item.title))
            }
            Unsent::Withdrawn => (
                item.span,
                format!("Punt {} (“{}”) is vervallen; dat is nog niet gemeld aan wie de agenda kreeg.", item.number, item.title),
            ),
            Unsent::Paper(paper) => {
                let paper = &item.papers[paper];
                (paper.span, format!("“{}” bij punt {} is niet verzonden.", paper.title, item.number))
            }
        };
        let more = found.at(span, message, hint.clone()).item(index);
        let sending = consultation::of_papers(meeting).rfind(|sending| !sending.items.is_empty());
        if let Some(sending) = sending {
            more.see(sending.span, format!("dit is het laatst verzonden, tot en met {sent}"));
        }
    }
}
