//! The public view: another region, built from what everybody may see on a day.
//!
//! It is built field by field, before any document is composed: every struct of the model is taken apart without `..`,
//! so a new field does not compile until somebody says whether it is public. No template decides about publicity.
//! Policy: lines 41 to 43 of `docs/beleid.md`.
//!
//! Indexes stay valid. A body that publishes nothing, its seats and meetings, and a person whose name is not public
//! leave an empty entry behind; what referred to a hidden meeting or item refers to nothing.

mod covenant;
mod meeting;
mod minutes;
mod release;

use chrono::NaiveDate;

use super::{BodyId, Meeting, MeetingId, Publication, Region};

/// When somebody looks at what is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// On this day: what was sent and adopted by then.
    On(NaiveDate),
    /// Some day: as if all was sent and adopted. For who wants to know in time what will be public.
    Ever,
}

impl Moment {
    /// Whether this day has come.
    #[must_use]
    pub fn has_come(self, day: NaiveDate) -> bool {
        match self {
            Self::On(today) => day <= today,
            Self::Ever => true,
        }
    }
}

/// A list that takes no more memory than it needs: there are many.
fn fitting<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.shrink_to_fit();
    all
}

/// What decides about publicity: the whole region, and when it is looked at.
#[derive(Clone, Copy)]
struct Gate<'a> {
    region: &'a Region,
    moment: Moment,
    /// The folders of meetings of which nothing may be seen, whatever the dossier says.
    without: &'a [&'a str],
}

impl Gate<'_> {
    /// All but the meetings.
    fn frame(&self) -> Region {
        let Region {
            covenant,
            terms,
            former_terms,
            style,
            site,
            publicity,
            parties,
            subregions,
            bodies,
            representations,
            seats,
            persons,
            signals,
            meetings: _,
            // made again from the meetings that are shown
            followers: _,
            progress,
            // they are remarks for who keeps the dossier
            exceptions: _,
            incomplete,
            covenant_broken,
            progress_broken,
            public: _,
        } = self.region;
        Region {
            covenant: covenant::covenant(covenant),
            terms: terms.clone(),
            former_terms: former_terms.clone(),
            style: style.clone(),
            site: site.clone(),
            publicity: publicity
                .iter()
                .filter(|(_, what)| !what.is_empty())
                .map(|(id, it)| (*id, it.clone()))
                .collect(),
            parties: parties.iter().map(covenant::party).collect(),
            subregions: subregions.iter().map(covenant::subregion).collect(),
            bodies: self.region.body_ids().zip(bodies).map(|(id, body)| self.body(id, body)).collect(),
            representations: representations.iter().filter_map(|spoken| self.representation(spoken)).collect(),
            seats: seats.iter().map(|seat| self.seat(seat)).collect(),
            persons: (0..).zip(persons).map(|(at, person)| self.person(super::PersonId(at), person)).collect(),
            signals: signals.iter().filter_map(|signal| self.signal(signal)).collect(),
            meetings: Vec::new(),
            followers: super::followers::Followers::new(),
            progress: progress.iter().filter_map(|entry| self.progress(entry)).collect(),
            exceptions: Vec::new(),
            incomplete: *incomplete,
            covenant_broken: *covenant_broken,
            progress_broken: *progress_broken,
            public: true,
        }
    }
}

impl Region {
    /// What everybody may see of this region.
    #[must_use]
    pub fn public_view(&self, moment: Moment) -> Self {
        self.public_view_without(moment, &[])
    }

    /// The same, without what stands in the folders of some meetings: nobody hears of them.
    #[must_use]
    pub fn public_view_without(&self, moment: Moment, without: &[&str]) -> Self {
        let gate = Gate { region: self, moment, without };
        let meetings: Vec<Meeting> = self.meeting_ids().map(|id| gate.meeting(id, &self[id])).collect();
        Self { followers: super::followers::of(&meetings), meetings, ..gate.frame() }
    }

    /// What everybody may see of one meeting.
    #[must_use]
    pub fn public_meeting(&self, id: MeetingId, moment: Moment) -> Meeting {
        Gate { region: self, moment, without: &[] }.meeting(id, &self[id])
    }

    /// What everybody may see of all but the meetings.
    #[must_use]
    pub fn public_frame(&self, moment: Moment) -> Self {
        Gate { region: self, moment, without: &[] }.frame()
    }

    /// Whether a body makes anything public.
    #[must_use]
    pub fn publishes(&self, body: BodyId) -> bool {
        self.publicity.get(&body).is_some_and(|what| !what.is_empty())
    }

    /// Whether this is the public view of a region in which no body makes anything public.
    #[must_use]
    pub fn publishes_nothing(&self) -> bool {
        self.public && self.publicity.is_empty()
    }

    /// Whether a body makes this public.
    #[must_use]
    pub fn publishes_its(&self, body: BodyId, what: Publication) -> bool {
        self.publicity.get(&body).is_some_and(|published| published.contains(&what))
    }

    /// The bodies that this view shows, with their ids.
    pub fn shown_bodies(&self) -> impl Iterator<Item = BodyId> {
        self.body_ids().filter(|body| !self.public || self.publishes(*body))
    }

    /// The meetings that this view shows anything of.
    pub fn shown_meetings(&self) -> impl Iterator<Item = MeetingId> {
        self.meeting_ids().filter(|id| !self[*id].withheld)
    }
}
