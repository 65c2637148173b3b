//! Which meeting the user means: a folder, any unique part of it, a date, `volgende` or `laatste`.

use anyhow::{Result, bail};
use chrono::NaiveDate;

use crate::document::From;
use crate::model::{MeetingId, Region};
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
    pub fn folder<'a>(&'a self, region: &'a Region) -> &'a str {
        match self {
            Self::Meeting(id) => &region[*id].key,
            Self::Broken(folder) => folder,
        }
    }
}

/// The names of all folders with a meeting; those that could not be resolved have no id.
pub struct Choices<'a> {
    region: &'a Region,
    folders: Vec<(&'a str, Option<MeetingId>)>,
    today: NaiveDate,
}

impl<'a> Choices<'a> {
    pub fn new(region: &'a Region, folders: impl Iterator<Item = &'a str>, today: NaiveDate) -> Self {
        let id = |folder: &str| region.meetings.iter().position(|meeting| meeting.key == folder).map(MeetingId);
        let mut folders: Vec<_> = folders.map(|folder| (folder, id(folder))).collect();
        folders.sort_unstable();
        Self { region, folders, today }
    }

    /// The meeting that a name means for a document; without a name the one that is likely wanted.
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

    fn default(&self, from: From) -> Result<Choice> {
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
            From::Consultation => "vergadering waarvoor iemand geraadpleegd wordt",
            From::Agenda | From::Region => "vergadering",
        };
        bail!("Er is geen {which} {what}.\n{}", Self::list(self.folders.iter().map(|(folder, _)| *folder)))
    }

    fn next(&self, from: From) -> Option<MeetingId> {
        let coming = |id: &MeetingId| self.region[*id].date.value >= self.today && self.region[*id].cancelled.is_none();
        self.fitting(from).find(coming)
    }

    fn last(&self, from: From) -> Option<MeetingId> {
        let past = |id: &MeetingId| self.region[*id].date.value < self.today && self.region[*id].cancelled.is_none();
        self.fitting(from).filter(past).last()
    }

    /// The meetings that a document fits, by date.
    fn fitting(&self, from: From) -> impl Iterator<Item = MeetingId> {
        (0..self.region.meetings.len()).map(MeetingId).filter(move |id| from.fits(self.region, *id))
    }

    fn named(&self, name: &str, from: From) -> Result<Choice> {
        let ways: [&dyn Fn(&str) -> bool; 3] =
            [&|folder| folder == name, &|folder| is_date_of(folder, name), &|folder| folder.contains(name)];
        for way in ways {
            let found: Vec<_> = self.folders.iter().filter(|(folder, _)| way(folder)).collect();
            let fit = |(_, id): &&&(&str, Option<MeetingId>)| id.is_some_and(|id| from.fits(self.region, id));
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
        let near = crate::read::nearest(name, folders());
        let near = near.map(|near| format!(" Bedoelde u {}?", visible::line(near))).unwrap_or_default();
        let name = visible::line(name);
        bail!("Er is geen vergadering met de naam of datum “{name}”.{near}\n{}", Self::list(folders()))
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

fn choice(folder: &str, id: Option<MeetingId>) -> Choice {
    id.map_or_else(|| Choice::Broken(folder.to_owned()), Choice::Meeting)
}

/// `2025-10-09` or `9-10-2025`, against the date with which a folder begins.
fn is_date_of(folder: &str, name: &str) -> bool {
    super::arguments::date(name).is_ok_and(|date| folder.starts_with(&format!("{date}-")))
}
