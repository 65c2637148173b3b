//! `voortgang.toml`: what came of actions, commitments, reservations and adoptions.

use chrono::NaiveDate;

use super::{Resolver, spoken};
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::dutch;
use crate::finding::Finding;
use crate::model::{ItemId, Meeting, MeetingId, Progress, ProgressKind, Subject};
use crate::source::Spanned;

impl Resolver<'_> {
    pub(super) fn ledger(&mut self, file: &Entry) {
        for entry in file.tables("voortgang") {
            let kind = self.what_happened(entry);
            let about = entry.text("over").and_then(|name| self.subject(name));
            let kind = kind.filter(|kind| about.is_none_or(|about| self.fits_decision(about, kind, entry)));
            let (Some(about), Some(date), Some(kind)) = (about, entry.date("datum"), kind) else { continue };
            self.not_before_it_was_agreed(about, date, entry);
            let explanation = entry.placed("toelichting");
            self.region.progress.push(Progress { about, date, kind, explanation, span: entry.span });
        }
        self.region.progress.sort_by_key(|progress| (progress.about, progress.date));
    }

    /// Nothing happens to an action or commitment before the meeting where it was agreed.
    fn not_before_it_was_agreed(&mut self, about: Subject, date: NaiveDate, entry: &Entry) {
        let held = self.region[about.meeting()].date;
        if date < held.value && !matches!(about, Subject::Item(..)) {
            let message = format!("Dit gebeurde op {}, en werd pas daarna afgesproken.", dutch::short_date(date));
            self.impossible(entry.value_span("datum"), message, held.span, "de dag van de vergadering");
        }
    }

    /// A decision is named with a reservation only, and is one of the item.
    fn fits_decision(&mut self, about: Subject, kind: &ProgressKind, entry: &Entry) -> bool {
        if !entry.seen("besluit") {
            return true;
        }
        let span = entry.value_span("besluit");
        let ProgressKind::ReservationLifted { decision: Some(number), .. } = kind else {
            let message = "Een besluit staat hier alleen bij een voorbehoud dat is vervallen.";
            let finding = Finding::new(&faults::CONTRADICTION, span, message);
            self.report(finding.hint("haal besluit weg, of zet erbij: voorbehoud_vervallen = \"<partij>\""));
            return false;
        };
        let asked = match about {
            Subject::Item(meeting, index) => self.region[meeting].items[index].requested.len(),
            _ => 0,
        };
        self.is_asked(*number, asked, span)
    }

    fn what_happened(&mut self, entry: &Entry) -> Option<ProgressKind> {
        if entry.seen("voorbehoud_vervallen") {
            let decision = entry.number("besluit");
            if decision.is_none() && entry.seen("besluit") {
                return None;
            }
            let by = self.party(entry, "voorbehoud_vervallen");
            return by.map(|by| ProgressKind::ReservationLifted { by, decision });
        }
        if let Some(adopted) = entry.table("vastgesteld") {
            let college = self.party(adopted, "college")?;
            let outcome = adopted.placed("uitkomst")?;
            let (verdict, case_number) = (spoken::verdict(&outcome), adopted.string("zaaknummer"));
            return Some(ProgressKind::Adopted { college, outcome, verdict, case_number });
        }
        if let Some(date) = entry.date("uiterlijk") {
            return Some(ProgressKind::Postponed(date));
        }
        if let Some(reason) = entry.placed("vervallen") {
            return Some(ProgressKind::Dropped(reason));
        }
        if entry.lost {
            return None;
        }
        if entry.seen("afgerond") {
            return Some(if entry.flag("afgerond") { ProgressKind::Done } else { ProgressKind::Reopened });
        }
        if !entry.seen("toelichting") {
            let message = "Hier staat niet wat er gebeurd is.";
            let finding = Finding::new(&faults::MISSING_KEY, entry.span, message);
            self.report(finding.hint("zet er bijvoorbeeld bij: afgerond = true"));
            return None;
        }
        Some(ProgressKind::Note)
    }

    fn subject(&mut self, name: Spanned<&str>) -> Option<Subject> {
        let (folder, key) = self.split_reference(name)?;
        let id = self.meeting_named(None, Spanned::new(folder, name.span))?;
        let number = |prefix: &str| key.strip_prefix(prefix).and_then(|number| number.parse::<u16>().ok());
        if let Some(number) = number("actie-") {
            let there =
                numbers(&self.region[id], |treated| treated.actions.iter().map(|action| action.number).collect());
            return self.numbered_subject(id, "actie", number, &there, name).then_some(Subject::Action(id, number));
        }
        if let Some(number) = number("toezegging-") {
            let there = numbers(&self.region[id], |treated| treated.commitments.iter().map(|it| it.number).collect());
            return self
                .numbered_subject(id, "toezegging", number, &there, name)
                .then_some(Subject::Commitment(id, number));
        }
        let ItemId { meeting, index } = self.item_elsewhere(None, name)?.value;
        Some(Subject::Item(meeting, index))
    }

    fn numbered_subject(&mut self, id: MeetingId, what: &str, number: u16, there: &[u16], name: Spanned<&str>) -> bool {
        let folder = &self.region[id].key;
        if there.contains(&number) || self.names.broken_minutes.contains(folder) {
            return there.contains(&number);
        }
        let known: Vec<String> = there.iter().map(ToString::to_string).collect();
        let hint = if known.is_empty() {
            format!("in {folder}/verslag.toml staat geen enkele {what}")
        } else {
            format!("in {folder}/verslag.toml staan de nummers {}", known.join(", "))
        };
        let message = format!("De vergadering {folder} heeft geen {what} met nummer {number}.");
        self.report(Finding::new(&faults::UNKNOWN_REFERENCE, name.span, message).hint(hint));
        false
    }
}

fn numbers(meeting: &Meeting, of: fn(&crate::model::Treated) -> Vec<u16>) -> Vec<u16> {
    meeting.minutes.iter().flat_map(|minutes| &minutes.items).flat_map(of).collect()
}
