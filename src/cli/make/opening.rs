//! A public run: what may not be seen goes first, whatever stands in the way of what may.

use std::collections::BTreeSet;

use anyhow::Result;
use chrono::NaiveDate;

use super::super::arguments::Make;
use super::super::input::Input;
use super::super::{publish, say, stale};
use crate::dutch;
use crate::finding::Finding;
use crate::model::public::Moment;
use crate::model::{Item, MeetingId, Region, Shown};
use crate::render::Format;
use crate::visible;
use crate::write::{Tidied, Writer};

/// What a run makes public, and where.
pub struct Opening<'a> {
    pub make: &'a Make,
    pub today: NaiveDate,
    pub formats: &'static [Format],
    /// The folders of meetings that cannot be read: nobody knows what of it may be public.
    pub faulty: BTreeSet<String>,
}

/// What may not be published.
pub struct Opened {
    pub leaks: Vec<Finding>,
    /// It stands in a text that every paper may have: nothing is made public.
    pub everywhere: bool,
}

impl Opening<'_> {
    /// Makes the region of the input the public one, and takes away what we made earlier and may not be seen any more. `left`
    /// becomes what could not be taken away.
    pub fn run(
        mut self,
        input: &mut Input,
        chosen: &mut Vec<MeetingId>,
        writer: &Writer,
        left: &mut Tidied,
    ) -> Result<Opened> {
        let all = publish::leaks(input, self.today);
        let (leaks, everywhere) = (publish::within(input, &all, chosen), publish::is_everywhere(input, &all));
        let without: Vec<String> = publish::folders(input, &all).into_iter().map(str::to_owned).collect();
        // of a large dossier there is no room for both, and no answer is public
        input.resolved.region.meetings.iter_mut().for_each(|meeting| meeting.replies = Vec::new());
        let hidden: Vec<&str> = without.iter().map(String::as_str).collect();
        let region = input.region().public_view_without(Moment::On(self.today), &hidden);
        self.forget_hidden(input, &region, &hidden);
        input.resolved.region = region;
        chosen.retain(|id| !input.region()[*id].withheld);
        let names = if everywhere {
            self.faulty.clear();
            BTreeSet::new()
        } else {
            stale::names(input.region(), chosen, self.today, self.formats)
        };
        *left = stale::take_away(writer, &names, &self.faulty, &self.make.naar)?;
        tell_changed(input.region(), chosen);
        Ok(Opened { leaks, everywhere })
    }

    /// Of what nobody may see nothing stays, however faulty it is.
    fn forget_hidden(&mut self, input: &Input, region: &Region, hidden: &[&str]) {
        let withheld: Vec<&str> =
            region.meeting_ids().filter(|id| region[*id].withheld).map(|id| input.folder_of(id)).collect();
        let nothing = region.publishes_nothing();
        self.faulty
            .retain(|folder| !nothing && !hidden.contains(&folder.as_str()) && !withheld.contains(&folder.as_str()));
    }
}

/// Says which items are not shown, and what to do.
fn tell_changed(region: &Region, chosen: &[MeetingId]) {
    let is_changed = |item: &&Item| item.shown == Shown::Changed;
    let items = chosen.iter().flat_map(|id| region[*id].items.iter().filter(is_changed).map(|item| (*id, item)));
    let told = items.map(|(id, item)| {
        let (of, key) = (dutch::meeting(region, id), &region[id].key);
        format!("- punt {} van {of}; stuur het na, en leg het vast: beraad verzend nazending {key}", item.number)
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        say("Let op: wat deze punten nu zeggen, is niet verzonden, en daarom niet openbaar:");
    }
    for item in told {
        say(&visible::line(&item));
    }
}
