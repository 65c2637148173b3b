//! Which meeting the user means: a folder, any unique part of it, a date, `volgende` or `laatste`.

pub mod likely;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::iter;

use anyhow::{Result, bail};
use chrono::NaiveDate;

use crate::model::{MeetingId, Region};
use crate::paper::From;
use crate::visible;

/// What stands behind a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A meeting that was read well enough.
    Meeting(MeetingId),
    /// A folder whose file is too faulty to be a meeting.
    Broken(String),
}

impl Choice {
    /// The folder of the meeting.
    #[must_use]
    pub fn folder<'a>(&'a self, region: &'a Region) -> &'a str {
        match self {
            Self::Meeting(id) => &region[*id].key,
            Self::Broken(folder) => folder,
        }
    }
}

/// A folder with its meeting, where it was read well enough.
type Known<'a> = (&'a str, Option<MeetingId>);

/// Whether a command may mean a meeting.
pub type Test<'a> = Box<dyn Fn(MeetingId) -> bool + 'a>;

/// The names of all folders with a meeting; those that could not be resolved have no id.
pub struct Choices<'a> {
    region: &'a Region,
    folders: Vec<Known<'a>>,
    today: NaiveDate,
    /// What a meeting that is not named passes, the most likely first.
    likely: Vec<Test<'a>>,
}

impl<'a> Choices<'a> {
    /// The choices on a day between these folders of a region.
    pub fn new(region: &'a Region, folders: impl Iterator<Item = &'a str>, today: NaiveDate) -> Self {
        let ids: BTreeMap<&str, MeetingId> = region.meeting_ids().map(|id| (region[id].key.as_str(), id)).collect();
        let mut folders: Vec<_> = folders.map(|folder| (folder, ids.get(folder).copied())).collect();
        folders.sort_unstable();
        Self { region, folders, today, likely: Vec::new() }
    }

    /// Without a name a meeting is meant that passes the first of these tests that one passes.
    #[must_use]
    pub fn likely(self, likely: Vec<Test<'a>>) -> Self {
        Self { likely, ..self }
    }

    /// The meeting that a name means for a document; without a name the one that is likely wanted.
    ///
    /// # Errors
    ///
    /// When there is none, or more than one: the message names those that there are.
    pub fn choose(&self, name: Option<&str>, from: From) -> Result<Choice> {
        match name {
            None => self.default(from),
            Some("volgende") => {
                self.next(from).map_or_else(|| self.none_there("komende", from), |id| Ok(Choice::Meeting(id)))
            }
            Some("laatste") => {
                self.last(from).map_or_else(|| self.none_there("eerdere", from), |id| Ok(Choice::Meeting(id)))
            }
            Some(name) => self.named(name, from),
        }
    }

    /// All meetings that one of the names means; all meetings without names.
    ///
    /// # Errors
    ///
    /// As [`Self::choose`], for the first name that means none or more than one.
    pub fn all(&self, names: &[String]) -> Result<Vec<Choice>> {
        if names.is_empty() {
            return Ok(self.folders.iter().map(|(folder, id)| choice(folder, *id)).collect());
        }
        let mut chosen = Vec::new();
        for name in names {
            let one = self.choose(Some(name), From::Region)?;
            if !chosen.contains(&one) {
                chosen.push(one);
            }
        }
        Ok(chosen)
    }

    /// The meetings that are likely meant when none is named; none when that cannot be told.
    fn meant(&self, from: From) -> Vec<MeetingId> {
        let passing = |test: &Test| self.fitting(from).filter(|id| test(*id)).collect();
        self.likely.iter().map(passing).find(|found: &Vec<MeetingId>| !found.is_empty()).unwrap_or_default()
    }

    fn default(&self, from: From) -> Result<Choice> {
        match self.meant(from).as_slice() {
            [] => {}
            [id] => return Ok(Choice::Meeting(*id)),
            several => {
                let names = Self::list(several.iter().map(|id| self.region[*id].key.as_str()));
                bail!("U noemt geen vergadering, en er zijn er nu meer waarvoor dit kan. Kies er één:\n{names}")
            }
        }
        let found = match from {
            From::Minutes | From::Feedback => self.last(from).or_else(|| self.next(from)),
            _ => self.next(from).or_else(|| self.last(from)),
        };
        match (found, self.folders.first()) {
            (Some(id), _) => Ok(Choice::Meeting(id)),
            (None, Some((folder, None))) if self.region.meetings.is_empty() => Ok(Choice::Broken((*folder).to_owned())),
            _ => self.none_there("passende", from),
        }
    }

    fn none_there(&self, which: &str, from: From) -> Result<Choice> {
        let what = match from {
            From::Minutes | From::Feedback => "vergadering met een verslag",
            From::Consultation | From::Speech => "vergadering waarvoor iemand geraadpleegd wordt",
            From::Agenda | From::Region | From::Meetings => "vergadering",
        };
        bail!("Er is geen {which} {what}.\n{}", Self::list(self.folders.iter().map(|(folder, _)| *folder)))
    }

    fn next(&self, from: From) -> Option<MeetingId> {
        let coming = |id: &MeetingId| !self.is_over(*id, from) && self.region[*id].cancelled.is_none();
        self.fitting(from).find(coming)
    }

    fn last(&self, from: From) -> Option<MeetingId> {
        let past = |id: &MeetingId| self.is_over(*id, from) && self.region[*id].cancelled.is_none();
        self.fitting(from).filter(past).last()
    }

    /// Whether a meeting has been; of a written round, which is answered until it closes, its papers have then been read.
    fn is_over(&self, id: MeetingId, from: From) -> bool {
        let meeting = &self.region[id];
        let begun = meeting.is_written() && matches!(from, From::Agenda | From::Region | From::Meetings);
        if begun { meeting.date.value < self.today } else { meeting.is_over(self.today) }
    }

    /// The meetings that a document fits, by date.
    fn fitting(&self, from: From) -> impl Iterator<Item = MeetingId> {
        (0..self.region.meetings.len()).map(MeetingId).filter(move |id| from.fits(self.region, *id))
    }

    fn named(&self, name: &str, from: From) -> Result<Choice> {
        let day = day(name);
        let ways: [&dyn Fn(&Known) -> bool; 4] = [
            &|(folder, _)| *folder == name,
            &|known| day.is_some_and(|day| self.is_on(known, day)),
            &|known| day.is_some_and(|day| self.was_on(known, day)),
            &|known| self.names(known).any(|named| named.contains(name)),
        ];
        for way in ways {
            let found: Vec<_> = self.folders.iter().filter(|known| way(known)).collect();
            let fit = |(_, id): &&&Known| id.is_some_and(|id| from.fits(self.region, id));
            let fitting: Vec<_> = found.iter().filter(fit).copied().collect();
            let candidates = if fitting.is_empty() { found } else { fitting };
            match candidates.as_slice() {
                [] => {}
                [(folder, id)] => return Ok(choice(folder, *id)),
                several => {
                    let names = Self::list(several.iter().map(|(folder, _)| *folder));
                    let name = visible::line(name);
                    bail!("“{name}” past op meer dan één vergadering. Kies er één:\n{names}")
                }
            }
        }
        let folders = || self.folders.iter().map(|(folder, _)| *folder);
        let near = crate::dossier::read::nearest(name, folders());
        let near = near.map(|near| format!(" Bedoelde u {}?", visible::line(near))).unwrap_or_default();
        let name = visible::line(name);
        bail!("Er is geen vergadering met de naam of datum “{name}”.{near}\n{}", Self::list(folders()))
    }

    /// Whether a meeting is on a day, as far as is known.
    fn is_on(&self, (folder, id): &Known, day: NaiveDate) -> bool {
        id.map_or_else(
            || begins_with(folder, day),
            |id| {
                let meeting = &self.region[id];
                let last = if meeting.is_written() { meeting.date.value } else { meeting.last_day() };
                (meeting.date.value..=last).contains(&day)
            },
        )
    }

    /// Whether a meeting was to be on a day, before it was moved.
    fn was_on(&self, (folder, id): &Known, day: NaiveDate) -> bool {
        begins_with(folder, day) || id.is_some_and(|id| self.region[id].moved_from.contains(&day))
    }

    /// The name of a meeting's folder, and the one that it would have by its date of now.
    fn names<'k>(&self, (folder, id): &Known<'k>) -> impl Iterator<Item = Cow<'k, str>> {
        let now = id.map(|id| format!("{}-{}", self.region[id].date.value, self.region.body_of(id).key));
        iter::once(Cow::Borrowed(*folder)).chain(now.map(Cow::Owned))
    }

    fn list<'b>(folders: impl Iterator<Item = &'b str>) -> String {
        let lines: Vec<String> = folders.map(|folder| format!("  {}", visible::line(folder))).collect();
        if lines.is_empty() {
            "Dit dossier heeft nog geen vergaderingen.".into()
        } else {
            format!("Vergaderingen:\n{}", lines.join("\n"))
        }
    }
}

/// A day as a person types it: `2025-10-09` or `9-10-2025`.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

fn begins_with(folder: &str, day: NaiveDate) -> bool {
    folder.starts_with(&format!("{day}-"))
}

fn choice(folder: &str, id: Option<MeetingId>) -> Choice {
    id.map_or_else(|| Choice::Broken(folder.to_owned()), Choice::Meeting)
}
