//! `verslag.toml`: who came and left when, who said what, and what was advised.

use std::mem;

use chrono::{NaiveTime, TimeDelta};

use super::Resolver;
use crate::dossier::faults;
use crate::dossier::read::Entry;
use crate::dutch;
use crate::finding::Finding;
use crate::model::{Advice, Advised, Contribution, MeetingId, Outcome, Presence};
use crate::source::Span;
use crate::word::Word as _;

/// When a meeting began and ended, with where that stands.
struct Hours {
    begin: NaiveTime,
    end: NaiveTime,
    span: Span,
}

impl Hours {
    /// How long after the begin; one that ends before it began goes on after midnight.
    fn since(&self, time: NaiveTime) -> TimeDelta {
        let late = TimeDelta::days(i64::from(time < self.begin && self.end < self.begin));
        time - self.begin + late
    }

    fn hold(&self, time: NaiveTime) -> bool {
        (TimeDelta::zero()..=self.since(self.end)).contains(&self.since(time))
    }
}

impl Resolver<'_> {
    /// When who sat in a seat came and left; nothing of what cannot be.
    pub(super) fn came_and_left(
        &mut self,
        id: MeetingId,
        file: &Entry,
        entry: &Entry,
    ) -> (Option<NaiveTime>, Option<NaiveTime>) {
        let mut told = (entry.time("gekomen"), entry.time("vertrokken"));
        for (key, time) in [("gekomen", &mut told.0), ("vertrokken", &mut told.1)] {
            if time.is_some_and(|time| !self.could_be_then(id, file, entry, (key, time))) {
                *time = None;
            }
        }
        let (Some(came), Some(left)) = told else { return told };
        let hours = self.hours(id, file);
        let is_before = hours.map_or(left <= came, |hours| hours.since(left) <= hours.since(came));
        // over several days who came later may have left earlier on the clock
        if is_before && self.region[id].until.is_none() {
            let finding = Finding::new(
                &faults::IMPOSSIBLE_PERIOD,
                entry.value_span("vertrokken"),
                "Wie hier zat, vertrok niet later dan die kwam.",
            );
            self.report(finding.label(entry.value_span("gekomen"), "zo laat kwam die").hint("kijk beide tijden na"));
            return (told.0, None);
        }
        told
    }

    fn could_be_then(&mut self, id: MeetingId, file: &Entry, entry: &Entry, (key, time): (&str, NaiveTime)) -> bool {
        let at = entry.value_span(key);
        let finding = if self.region[id].is_written() {
            let message = format!("In een schriftelijke ronde komt of vertrekt niemand; {key} past daar niet bij.");
            Finding::new(&faults::CONTRADICTION, at, message).hint(format!("haal {key} weg"))
        } else if matches!(entry.word("status"), Some(Presence::Excused | Presence::Absent)) {
            let message = format!("Wie er niet was, kwam en vertrok niet; {key} past daar niet bij.");
            let finding = Finding::new(&faults::CONTRADICTION, at, message);
            finding
                .label(entry.value_span("status"), "de aanwezigheid")
                .hint(format!("haal {key} weg, of kijk status na"))
        } else {
            match self.hours(id, file).filter(|hours| self.region[id].until.is_none() && !hours.hold(time)) {
                None => return true,
                Some(hours) => {
                    let times = dutch::times(Some(hours.begin), Some(hours.end)).unwrap_or_default();
                    let message = format!("Om {} was de vergadering er niet: die was van {times}.", dutch::time(time));
                    let hint = "kijk de tijd na, of zet bij [verslag] hoe laat de vergadering echt begon en eindigde";
                    let finding = Finding::new(&faults::IMPOSSIBLE_PERIOD, at, message);
                    finding.label(hours.span, "de vergadering").hint(hint)
                }
            }
        };
        self.report(finding);
        false
    }

    /// The hours that the minutes note, else those of the agenda.
    fn hours(&self, id: MeetingId, file: &Entry) -> Option<Hours> {
        let (meeting, head) = (&self.region[id], file.table("verslag")?);
        let (begin, end) = (head.time("begin").or(meeting.begin)?, head.time("einde").or(meeting.end)?);
        let noted = ["einde", "begin"].into_iter().find(|key| head.seen(key)).map(|key| head.value_span(key));
        (begin != end).then(|| Hours { begin, end, span: noted.unwrap_or(meeting.span) })
    }

    /// The requested decisions that a position is about; those that are not asked are none.
    pub(super) fn decisions_named(&mut self, entry: &Entry, asked: Option<usize>) -> Option<Vec<usize>> {
        let named = entry.numbers("besluit");
        if named.is_empty() {
            return None;
        }
        if !entry.seen("standpunt") {
            let message = "Hier staat bij welk besluit, en er staat geen standpunt.";
            let finding = Finding::new(&faults::CONTRADICTION, entry.value_span("besluit"), message);
            self.report(finding.hint("zet het standpunt erbij, of haal besluit weg"));
        }
        let mut numbers = Vec::new();
        for number in named {
            let (place, span) = (usize::from(number.value), number.span);
            if numbers.contains(&place) {
                let finding = Finding::new(&faults::DUPLICATE, span, format!("Het nummer {place} staat er twee keer."));
                self.report(finding.hint("haal er één weg"));
            } else if asked.is_none_or(|asked| self.is_asked(number.value, asked, span)) {
                numbers.push(place);
            }
        }
        numbers.sort_unstable();
        Some(numbers)
    }

    /// Whether an item that asks so many decisions asks one with this number.
    pub(super) fn is_asked(&mut self, number: u16, asked: usize, span: Span) -> bool {
        if usize::from(number) <= asked {
            return true;
        }
        let message = format!("Bij dit agendapunt is geen besluit met nummer {number} gevraagd.");
        let hint = if asked == 0 {
            "haal besluit weg: daar is niets gevraagd".to_owned()
        } else {
            format!("de nummers zijn 1 tot en met {asked}")
        };
        self.report(Finding::new(&faults::UNKNOWN_REFERENCE, span, message).hint(hint));
        false
    }

    pub(super) fn contribution(&mut self, entry: &Entry) -> Option<Contribution> {
        let on_behalf_of = self.party_list(entry, "namens");
        let who = entry.text("wie").and_then(|name| self.actor(name))?;
        Some(Contribution { who, on_behalf_of, text: entry.placed("tekst")? })
    }

    /// What a body advised, where that was its outcome and it says what it asks.
    pub(super) fn advice(&mut self, entry: &Entry) -> Option<Advice> {
        let mut points = entry.strings("aandachtspunten");
        let verdict: Option<Advised> = entry.word("advies");
        let outcome: Option<Outcome> = entry.word("uitkomst");
        if verdict.is_some() && outcome.is_some_and(|outcome| outcome != Outcome::Advised) {
            let (advised, message) = (Outcome::Advised.word(), "Er is een advies, en de uitkomst is iets anders.");
            let finding = Finding::new(&faults::CONTRADICTION, entry.value_span("advies"), message);
            let hint = format!("schrijf: uitkomst = \"{advised}\"; of haal advies weg");
            self.report(finding.label(entry.value_span("uitkomst"), "de uitkomst").hint(hint));
            return None;
        }
        let with_points = Advised::ForWithPoints;
        // of points that cannot be read another finding speaks
        let lost = entry.seen("aandachtspunten") && entry.field("aandachtspunten").is_none();
        if verdict == Some(with_points) && points.is_empty() && !lost {
            let message = "Bij dit advies horen aandachtspunten, en die staan er niet.";
            let hint = "schrijf wat het overleg vraagt: aandachtspunten = [\"…\"]; of kies positief";
            self.report(Finding::new(&faults::CONTRADICTION, entry.value_span("advies"), message).hint(hint));
        } else if !matches!(verdict, Some(Advised::ForWithPoints | Advised::Against))
            && !mem::take(&mut points).is_empty()
        {
            let message = "Aandachtspunten horen bij een advies dat negatief is, of positief met aandachtspunten.";
            let hint = format!("schrijf: advies = \"{}\"; of zet ze bij afspraken", with_points.word());
            let span = entry.value_span("aandachtspunten");
            self.report(Finding::new(&faults::CONTRADICTION, span, message).hint(hint));
        }
        verdict.map(|verdict| Advice { verdict, points })
    }
}
