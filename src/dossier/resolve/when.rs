//! When a meeting is: its times, its days, and the name of its folder, which holds the first of them.

use chrono::{NaiveDate, TimeDelta};

use super::Resolver;
use crate::dossier::faults;
use crate::dossier::read::{Entry, Node};
use crate::dutch;
use crate::finding::Finding;
use crate::model::called;
use crate::model::{BodyId, Form, Meeting, MeetingId};
use crate::source::{Span, Spanned};
use crate::word::Word as _;

/// No meeting that goes on past midnight takes longer; a mistyped time does.
const LONGEST_NIGHT: TimeDelta = TimeDelta::hours(12);

impl Resolver<'_> {
    /// An end before the begin is on the next day.
    pub(super) fn times(&mut self, entry: &Entry) {
        let (Some(begin), Some(end)) = (entry.time("begin"), entry.time("einde")) else { return };
        let day = TimeDelta::days(i32::from(end < begin).into());
        if entry.seen("laatste_dag") || end > begin || end < begin && end - begin + day <= LONGEST_NIGHT {
            return;
        }
        let (message, hint) = if end == begin {
            ("De vergadering eindigt op het moment dat zij begint.", "kijk beide tijden na")
        } else {
            let hint = "kijk beide tijden na; wie tot na middernacht vergadert, doet dat hoogstens twaalf uur";
            ("De vergadering eindigt voor zij begint.", hint)
        };
        let finding = Finding::new(&faults::IMPOSSIBLE_PERIOD, entry.value_span("einde"), message);
        self.report(finding.label(entry.value_span("begin"), "het begin").hint(hint));
    }

    /// Where one takes part from elsewhere: a safe address, of a meeting that is held so.
    pub(super) fn online_at(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let link = entry.placed("link")?;
        let form = entry.word("vorm").unwrap_or(Form::InPerson);
        if !matches!(form, Form::Online | Form::Hybrid) {
            let message =
                format!("Een link hoort bij een digitale of hybride vergadering, en deze is {}.", form.word());
            let hint = "haal link weg, of schrijf: vorm = \"digitaal\" of vorm = \"hybride\"";
            self.report(Finding::new(&faults::CONTRADICTION, link.span, message).hint(hint));
            return None;
        }
        if !link.value.starts_with("https://") {
            let message = "Een link begint met https://.";
            let hint = "schrijf het hele adres, bijvoorbeeld: \"https://example.org/overleg\"";
            self.report(Finding::new(&faults::UNSAFE_ADDRESS, link.span, message).hint(hint));
            return None;
        }
        let address = self.address(Spanned::new(link.value.as_str(), link.span))?;
        Some(Spanned::new(address, link.span))
    }

    pub(super) fn several_days(&mut self, entry: &Entry) {
        let (Some(first), Some(last)) = (entry.date("datum"), entry.date("laatste_dag")) else { return };
        let written = entry.text("vorm").is_some_and(|form| form.value == "schriftelijk");
        let (fault, message, hint) = if written {
            let hint = "schrijf de laatste dag als sluiting = <datum>";
            (&faults::CONTRADICTION, "Een schriftelijke ronde heeft een sluiting, geen laatste_dag.", hint)
        } else if last < first {
            (&faults::IMPOSSIBLE_PERIOD, "De laatste dag ligt voor de eerste.", "kijk beide datums na")
        } else if last == first {
            let hint = "haal laatste_dag weg: de vergadering duurt één dag";
            (&faults::IMPOSSIBLE_PERIOD, "De laatste dag is ook de eerste.", hint)
        } else {
            return;
        };
        let finding = Finding::new(fault, entry.value_span("laatste_dag"), message);
        self.report(finding.label(entry.value_span("datum"), "de eerste dag").hint(hint));
    }

    /// The folder that was probably meant; of a meeting that was moved, it has an earlier date.
    pub(super) fn near_meeting(&self, name: &str) -> Option<String> {
        let now = |meeting: &&Meeting| format!("{}-{}", meeting.date.value, self.region[meeting.body].key) == name;
        let moved = self.region.meetings.iter().find(now).map(|meeting| meeting.key.clone());
        let meetings = self.dossier.files.iter().filter(|file| file.kind.name == "vergadering");
        moved.or_else(|| self.near(name, meetings.filter_map(|file| file.folder.as_deref())))
    }

    /// The days on which a body agreed to meet: each once, in order, since a day out of order has the wrong year or month.
    pub(super) fn planned_days(&mut self, body: &Entry) -> Vec<NaiveDate> {
        let mut days: Vec<Spanned<NaiveDate>> = Vec::new();
        for node in body.list("vergaderdata") {
            let Node::Date(day) = node.value else { continue };
            let told = dutch::short_date(day);
            if let Some(first) = days.iter().find(|other| other.value == day) {
                let finding = Finding::new(&faults::DUPLICATE, node.span, format!("{told} staat er twee keer."));
                self.report(finding.label(first.span, "hier staat de eerste").hint("haal er één weg"));
                continue;
            }
            if let Some(before) = days.last().filter(|before| before.value > day) {
                let message = format!("{told} staat na {}.", dutch::short_date(before.value));
                let finding = Finding::new(&faults::IMPOSSIBLE_DATE, node.span, message);
                let hint = "kijk het jaar en de maand na, of zet de dagen op volgorde";
                self.report(finding.label(before.span, "de dag die ervoor staat").hint(hint));
            }
            days.push(Spanned::new(day, node.span));
        }
        days.sort_by_key(|day| day.value);
        days.into_iter().map(|day| day.value).collect()
    }

    /// A day that cannot be, seen from another one.
    pub(super) fn impossible(&mut self, at: Span, message: String, seen_from: Span, what: &str) {
        let finding = Finding::new(&faults::IMPOSSIBLE_DATE, at, message);
        self.report(finding.label(seen_from, what).hint("kijk beide dagen na"));
    }

    /// What is taken off an agenda is so before the meeting, or at it.
    pub(super) fn cancelled_in_time(&mut self, what: &str, entry: &Entry, id: MeetingId) {
        let Some(cancelled) = entry.table("vervallen") else { return };
        let meeting = &self.region[id];
        let (last, day, kind) = (meeting.last_day(), meeting.last_day_span(), called::kind(meeting));
        if let Some(since) = cancelled.date("datum").filter(|since| *since > last) {
            let message = format!("{what} kan niet op {} vervallen: dat is na de {kind}.", dutch::short_date(since));
            self.impossible(cancelled.value_span("datum"), message, day, "de dag van de vergadering");
        }
    }

    pub(super) fn last_day_of_round(&mut self, entry: &Entry) {
        let written = entry.text("vorm").is_some_and(|form| form.value == "schriftelijk");
        if written && !entry.seen("sluiting") {
            let message = "Een schriftelijke ronde heeft een laatste dag nodig.";
            let finding = Finding::new(&faults::MISSING_KEY, entry.value_span("vorm"), message);
            self.report(finding.hint("zet er sluiting = <datum> bij"));
        }
    }

    /// `<date>-<body>`, where the date is the one of today or an earlier one; behind it a number when the body meets
    /// more than once that day. Says no where nobody can tell which body is meant.
    pub(super) fn folder_agrees(&mut self, folder: &str, body: BodyId, entry: &Entry, moved: &[NaiveDate]) -> bool {
        let key = self.region[body].key.clone();
        let dates: Vec<NaiveDate> = moved.iter().copied().chain(entry.date("datum")).collect();
        let behind = folder.get(11..).unwrap_or_default();
        let another = behind != key && self.region.bodies.iter().any(|other| other.key == behind);
        let of_body = behind == key || !another && is_numbered(behind, &key);
        let on_day = dates.iter().any(|date| folder.starts_with(&format!("{date}-")));
        if of_body && on_day {
            return true;
        }
        let names: Vec<String> = dates.iter().map(|date| format!("{date}-{key}")).collect();
        let message = format!("De map heet {folder}, maar in het bestand staat {}.", dutch::any_of(&names));
        let (value, hint) = if of_body {
            let hint = "geef de map die naam, of verander datum; is de vergadering verplaatst, zet er dan verplaatst_van = [<datum>] bij";
            ("datum", hint)
        } else {
            let again = "geef de map die naam; is het de tweede vergadering op die dag, zet er dan -2 achter";
            ("overleg", if behind.starts_with(&key) { again } else { "geef de map die naam, of verander overleg" })
        };
        self.report(Finding::new(&faults::FOLDER_DISAGREES, entry.value_span(value), message).hint(hint));
        !another
    }
}

/// `overleg-2`: the second meeting of a body on a day.
fn is_numbered(name: &str, body: &str) -> bool {
    let number = name.strip_prefix(body).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| number.parse::<u8>().is_ok_and(|at| at >= 2 && at.to_string() == number))
}
