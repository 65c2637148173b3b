//! What is not in a bundle, as the person who made it is told: also what nobody else may know.

use chrono::NaiveDate;

use crate::dutch;
use crate::model::{MeetingId, PaperPlace, Region, Shown};
use crate::paper::Missing;
use crate::paper::bundel::papers_to_come;

/// What could not be made.
pub(super) struct Absent<'a> {
    /// Earlier meetings with faults.
    pub faulty: &'a [(MeetingId, String)],
    /// Papers of earlier meetings.
    pub unmade: Vec<Missing>,
    /// The action list.
    pub no_actions: Option<Missing>,
}

/// All of it, in the order of the page of contents.
pub(super) fn lacking(region: &Region, id: MeetingId, today: NaiveDate, absent: &Absent<'_>) -> Vec<String> {
    let to_come = papers_to_come(region, id).map(|(number, title, day)| {
        let on = dutch::date(day);
        if day < today {
            format!(
                "stuk {number}, {title}: zou op {on} volgen. Is het er, zet het dan in de map {} en schrijf bestand = … in \
                 plaats van volgt",
                region[id].key
            )
        } else {
            format!("stuk {number}, {title}: volgt op {on}")
        }
    });
    let papers = region[id].items.iter().flat_map(|item| &item.papers);
    let elsewhere = papers.filter_map(|paper| match &paper.place {
        PaperPlace::Address(address) => {
            Some(format!("stuk {}, {}: staat op internet, {address}", paper.number, paper.title.value))
        }
        PaperPlace::Oral => Some(format!("stuk {}, {}: mondeling", paper.number, paper.title.value)),
        _ => None,
    });
    let changed = region[id].items.iter().filter(|item| item.shown == Shown::Changed).map(|item| {
        let (number, folder) = (&item.number, &region[id].key);
        format!(
            "punt {number}: wat het nu zegt, is niet verzonden, en daarom niet openbaar; leg het eerst vast, en stuur het dan na: \
             beraad verzend nazending {folder}"
        )
    });
    let earlier = absent.faulty.iter().map(|(_, why)| why.clone());
    let unmade = absent.unmade.iter().chain(&absent.no_actions).map(|missing| missing.0.clone());
    to_come.chain(elsewhere).chain(changed).chain(earlier).chain(unmade).collect()
}
