//! A public run: what may not be seen goes first, whatever stands in the way of what may.

use std::collections::BTreeSet;

use super::super::{Dossier, publish};
use super::run::Errors;
use super::{Gone, Report, Unsent, stale};
use crate::finding::Finding;
use crate::model::called;
use crate::model::public::Moment;
use crate::model::{Item, MeetingId, Region, Shown};
use crate::render::Format;
use crate::write::Writer;

/// What a run makes public.
pub(super) struct Opening<'a> {
    pub formats: &'a [Format],
    /// A site is made.
    pub site: bool,
    /// The folders of meetings that cannot be read: nobody knows what of it may be public.
    pub faulty: BTreeSet<String>,
}

/// What may not be published.
pub(super) struct Opened {
    pub leaks: Vec<Finding>,
    /// It stands in a text that every paper may have: nothing is made public.
    pub everywhere: bool,
}

impl Opening<'_> {
    /// Makes the region of the dossier the public one, and takes away what we made earlier and may not be seen any more.
    /// `report` becomes what went, and what could not be taken away.
    pub(super) fn run(
        mut self,
        dossier: &mut Dossier,
        chosen: &mut Vec<MeetingId>,
        writer: &Writer,
        report: &mut Report,
    ) -> Opened {
        let all = publish::leaks(dossier);
        report.hides |= !all.is_empty();
        let (leaks, everywhere) = (publish::within(dossier, &all, chosen), publish::is_everywhere(dossier, &all));
        let without: Vec<String> = publish::folders(dossier, &all).into_iter().map(str::to_owned).collect();
        // of a large dossier there is no room for both, and no answer is public
        dossier.resolved.region.meetings.iter_mut().for_each(|meeting| meeting.replies = Vec::new());
        let hidden: Vec<&str> = without.iter().map(String::as_str).collect();
        let region = dossier.region().public_view_without(Moment::On(dossier.today), &hidden);
        self.forget_hidden(dossier, &region, &hidden);
        dossier.resolved.region = region;
        chosen.retain(|id| !dossier.region()[*id].withheld);
        let names = if everywhere {
            self.faulty.clear();
            BTreeSet::new()
        } else {
            stale::names(dossier.region(), chosen, dossier.today, (self.formats, self.site), &Errors::of(dossier))
        };
        report.unsent = unsent(dossier.region(), chosen);
        report.hides |= !report.unsent.is_empty();
        let kept = if report.hides { BTreeSet::new() } else { self.kept(dossier) };
        report.tidied = writer.tidy(&names, |path| kept.contains(path));
        let is_unmade = report.tidied.removed.iter().any(|path| self.faulty.contains(folder(path)));
        report.gone = is_unmade.then_some(Gone::Unmade);
        report.remaining = writer.folders().intersection(&self.faulty).cloned().collect();
        Opened { leaks, everywhere }
    }

    /// What stays of meetings with faults: what the dossier gives of them as it is. Of one that nobody can read, or that is
    /// cancelled by now, nothing does.
    fn kept(&self, dossier: &Dossier) -> BTreeSet<String> {
        let region = dossier.region();
        let is_known = |id: &MeetingId| self.faulty.contains(&region[*id].key) && region[*id].cancelled.is_none();
        stale::of_meetings(region, region.meeting_ids().filter(is_known), dossier.today, self.formats)
    }

    /// Of what nobody may see nothing stays, however faulty it is.
    fn forget_hidden(&mut self, dossier: &Dossier, region: &Region, hidden: &[&str]) {
        let withheld: Vec<&str> =
            region.meeting_ids().filter(|id| region[*id].withheld).map(|id| dossier.folder_of(id)).collect();
        let nothing = region.publishes_nothing();
        self.faulty
            .retain(|folder| !nothing && !hidden.contains(&folder.as_str()) && !withheld.contains(&folder.as_str()));
    }
}

/// The folder of a meeting in which a file stands.
fn folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

/// The items that are not shown.
fn unsent(region: &Region, chosen: &[MeetingId]) -> Vec<Unsent> {
    let is_changed = |item: &&Item| item.shown == Shown::Changed;
    let items = chosen.iter().flat_map(|id| region[*id].items.iter().filter(is_changed).map(|item| (*id, item)));
    let told = items.map(|(id, item)| Unsent {
        number: item.number.clone(),
        of: called::meeting(region, id),
        folder: region[id].key.clone(),
    });
    told.collect()
}
