//! `vaststelling.toml`: the minutes as they were adopted.

use super::Resolver;
use super::covenant::abbreviations;
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::finding::Finding;
use crate::model::{Frozen, FrozenPart, MeetingId, Part};

impl Resolver<'_> {
    /// Of what was written down twice the first counts: what was adopted does not change.
    pub(super) fn frozen(&mut self, id: MeetingId, file: &Entry) {
        for entry in file.tables("vaststelling") {
            let by = entry.text("door").and_then(|name| self.meeting_named(Some(id), name));
            let parts: Vec<FrozenPart> =
                entry.tables("deel").iter().filter_map(|part| self.frozen_part(id, part)).collect();
            let changed = entry.seen("gewijzigd").then(|| entry.flag("gewijzigd"));
            self.whole(id, entry, &parts);
            let (Some(date), Some(by)) = (entry.date("datum"), by) else { continue };
            let frozen = Box::new(Frozen { date, by, changed, parts, span: entry.span });
            let meeting = &mut self.region.meetings[id.0];
            if meeting.frozen.is_none() {
                meeting.frozen = Some(frozen);
                meeting.abbreviations = entry.seen("begrippen").then(|| abbreviations(entry));
            }
        }
        self.region.meetings[id.0].call_as_recorded();
    }

    /// What was written down is there once, and all of it.
    fn whole(&mut self, id: MeetingId, entry: &Entry, parts: &[FrozenPart]) {
        let hint = "beraad vastleggen schrijft dit zelf: zet terug wat er stond";
        let twice = |at: usize| parts[..at].iter().any(|it| (it.item, it.part) == (parts[at].item, parts[at].part));
        if self.region[id].frozen.is_some() {
            let message = "Dit verslag is hier twee keer vastgelegd.";
            self.report(Finding::new(&faults::DUPLICATE, entry.span, message).hint(hint));
        } else if (0..parts.len()).any(twice) {
            let message = "In deze vaststelling staat een deel twee keer.";
            self.report(Finding::new(&faults::DUPLICATE, entry.span, message).hint(hint));
        }
        // what was written down first had no head, and nothing that came with it
        let newer = parts.iter().any(|it| it.part == Part::Item || it.names.is_some());
        if newer && !parts.iter().any(|it| it.part == Part::Head) {
            let message = "In deze vaststelling ontbreekt de regel met wat = \"kop\".";
            self.report(Finding::new(&faults::WRONG_SHAPE, entry.span, message).hint(hint));
        }
    }

    fn frozen_part(&mut self, id: MeetingId, entry: &Entry) -> Option<FrozenPart> {
        let item = entry.text("agendapunt").map(|name| self.item(id, name));
        let (part, fingerprint) = (entry.word("wat")?, entry.string("vingerafdruk")?);
        let item = match item {
            Some(known) => Some(known?),
            None => None,
        };
        let [names, to, words] = ["namen", "naar", "woorden"].map(|key| entry.string(key));
        Some(FrozenPart { item, part, fingerprint, names, to, words })
    }
}
